import Testing
import Workflow

/// What people agreed that somebody does by a time stands in a tray until it is done.
@Suite("Actions that were agreed on")
struct AgreedActionTests {
  private let now = Instant(iso: "2026-05-12 14:30") ?? Instant(seconds: 0)

  @Test(
    "who, what and by when are read of a line",
    arguments: [
      ("Police: phone data, tonight", "phone data", "Police", "2026-05-12 23:59"),
      ("- visit the aunt by Wed 10am", "visit the aunt", nil, "2026-05-13 10:00"),
      ("SW: school, timetable – by Fri", "school, timetable", "SW", "2026-05-15 17:00"),
      ("1. ring her friend today", "ring her friend", nil, "2026-05-12 17:00"),
      (
        "Placement: room search by tomorrow morning", "room search", "Placement", "2026-05-13 12:00"
      ),
      ("Police: taxi firm, Thu 14 May 17:00", "taxi firm", "Police", "2026-05-14 17:00"),
      ("check hospitals (by 20:00)", "check hospitals", nil, "2026-05-12 20:00"),
      ("bus CCTV, this evening", "bus CCTV", nil, "2026-05-12 23:59"),
      ("Rahman: ring school by 9", "ring school", "Rahman", "2026-05-13 09:00"),
      (
        "SW: joint visit with police Wednesday at 9", "joint visit with police", "SW",
        "2026-05-13 09:00"
      ),
      ("SW and police: joint visit Wed 9am", "joint visit", "SW and police", "2026-05-13 09:00"),
      ("Placement: room search 15/05 at 2pm", "room search", "Placement", "2026-05-15 14:00"),
      ("SW: visit Thursday at noon", "visit", "SW", "2026-05-14 12:00"),
      ("15/05 at 2pm: SW: ring Jo", "ring Jo", "SW", "2026-05-15 14:00"),
      ("Fri 2pm: visits the aunt", "visits the aunt", nil, "2026-05-15 14:00"),
      ("SW: ring 30 May", "ring", "SW", "2026-05-30 17:00"),
      ("ring school before 5", "ring school", nil, "2026-05-12 17:00"),
      ("SW: visit 9am", "visit", "SW", "2026-05-13 09:00"),
      ("SW: visit 16:00", "visit", "SW", "2026-05-12 16:00"),
      ("visit the aunt noon", "visit the aunt", nil, "2026-05-13 12:00"),
      ("SW: visit Thursday week at 9", "visit", "SW", "2026-05-21 09:00"),
      ("SW: visit a week today", "visit", "SW", "2026-05-19 17:00"),
      ("SW: visit today week 10am", "visit", "SW", "2026-05-19 10:00"),
      ("review a week on Thursday at 2pm", "review", nil, "2026-05-21 14:00"),
      ("review, in a fortnight", "review", nil, "2026-05-26 17:00"),
      ("review in two weeks at 10am", "review", nil, "2026-05-26 10:00"),
      ("ring the aunt in an hour", "ring the aunt", nil, "2026-05-12 15:30"),
      ("SW, police & TM: joint visit 9am", "joint visit", "SW, police & TM", "2026-05-13 09:00"),
      (
        "social worker and team manager: ring Jo by 5pm", "ring Jo",
        "social worker and team manager", "2026-05-12 17:00"
      ),
    ] as [(String, String, String?, String)])
  func read(line: String, what: String, who: String?, due: String) throws {
    let (dated, undated) = AgreedAction.read(line, now: now, held: now)
    let action = try #require(dated.first)
    #expect(action.what == what && action.who == who && undated == 0)
    #expect(action.due == Instant(iso: due), "\(action.due.spoken)")
  }

  @Test("several stand on lines or between semicolons; what has no time is counted")
  func several() {
    let text = "Police: phone data, tonight; aunt by Wed 10am\n\nkeep the parents informed\n"
    let (dated, undated) = AgreedAction.read(text, now: now, held: now)
    #expect(dated.map(\.what) == ["phone data", "aunt"] && undated == 1)
  }

  @Test(
    "no time is read into what is none",
    arguments: ["visit 24 Mill Lane", "room 9", "tonight"])
  func none(line: String) {
    #expect(AgreedAction.read(line, now: now, held: now).dated.isEmpty)
  }

  @Test("a time of day alone is the next after the meeting, also where that is written down later")
  func afterTheMeeting() throws {
    let held = try #require(Instant(iso: "2026-05-11 22:00"))
    for line in ["SW: visit 9am", "SW: visit by 9am", "SW: visit, by 9"] {
      let action = AgreedAction.read(line, now: now, held: held).dated.first
      #expect(action?.due == Instant(iso: "2026-05-12 09:00"), "\(line)")
    }
  }

  @Test("each of several who do it has it in the own tray; who has none here makes none")
  func severalDoers() throws {
    let held = Command.Entry(
      .meetingHeld, at: now,
      Body([
        "actions": .text(
          "SW and team manager: visit 9am\nSW and police: ring 9am\nPolice: CCTV 9am")
      ]))
    let entries = AgreedAction.entries(after: held, by: Doers(), now: now)
    #expect(
      entries.map { "\($0.body[.action] ?? "") \($0.body[.who] ?? "") \($0.body[.tray] ?? "-")" }
        == [
          "visit SW and team manager social-worker", "visit SW and team manager team-manager",
          "ring SW and police social-worker", "CCTV Police -",
        ])
  }

  @Test("after five, today is the end of the day, never a time that is over")
  func late() throws {
    let evening = try #require(Instant(iso: "2026-05-12 19:00"))
    let action = AgreedAction.read("ring the aunt, today", now: evening, held: evening).dated.first
    #expect(action?.due == Instant(iso: "2026-05-12 23:59"))
  }

  @Test("after midnight, tonight is the night that it is")
  func tonight() throws {
    let night = try #require(Instant(iso: "2026-05-13 02:19"))
    let action = AgreedAction.read("Police: phone data, tonight", now: night, held: night).dated
      .first
    #expect(action?.due == Instant(iso: "2026-05-13 08:00"))
  }

  @Test("whoever has a tray has the action in it, by any name of the role")
  func trays() throws {
    let own: [Role: String] = [.missingCoordinator: "Contact Desk"]
    for (said, role) in [
      ("SW", Role.socialWorker), ("social worker", .socialWorker), ("the IRO", .iro),
      ("contact desk", .missingCoordinator), ("coordinator", .missingCoordinator),
    ] { #expect(Role.named(said, own) == role) }
    #expect(Role.named("Police", own) == nil)
    #expect(Role.named("TYS", own) == .tysWorker, "by the name of the tray")
    let held = Command.Entry(
      .meetingHeld, at: now,
      Body(["actions": .text("SW: aunt by Wed 10am\nPolice: phone data, tonight")]))
    let entries = AgreedAction.entries(after: held, by: Doers(own: own), now: now)
    #expect(entries.map(\.kind) == [.actionAgreed, .actionAgreed])
    #expect(entries.map { $0.body[.tray] } == ["social-worker", nil])
    #expect(entries.map { $0.body[.who] } == ["SW", "Police"])
    let noted = Command.Entry(.noteAdded, at: now, held.body)
    #expect(AgreedAction.entries(after: noted, by: Doers(own: own), now: now).isEmpty)
  }

  @Test(
    "who does it is found by a role without a colon, by a name of the staff, and as whoever writes",
    arguments: [
      ("Missing coordinator to call nan by 9pm", "missing-coordinator", nil),
      ("SW rings Jo by 9pm", "social-worker", nil),
      ("SW goes to see Jo by 9pm", "social-worker", nil),
      ("Wed 10am: the social worker visits the aunt", "social-worker", nil),
      ("sw rings Jo by 9pm", nil, nil),
      ("Idris Farah: see him at school by Wed 10am", "rhi", "Idris Farah"),
      ("farah: see him at school by Wed 10am", "rhi", "Idris Farah"),
      ("Me: ring the aunt, tonight", "team-manager", "Una Dace"),
      ("Farah Farah: ring, tonight", nil, "Farah Farah"),
      ("ask nan to ring back by 9pm", nil, nil),
    ] as [(String, String?, String?)])
  func doers(line: String, tray: String?, who: String?) throws {
    let me = Person(id: "ud", name: "Una Dace", role: .teamManager)
    let doers = Doers(
      staff: [me, Person(id: "if", name: "Idris Farah", role: .rhiWorker)], me: me)
    let held = Command.Entry(.meetingHeld, at: now, Body(["actions": .text(line)]))
    let entry = try #require(AgreedAction.entries(after: held, by: doers, now: now).first)
    #expect(entry.body[.tray] == tray)
    #expect(entry.body[.who] == who)
  }

  @Test(
    "Weds is a day, and before a day is over with the day before it",
    arguments: [
      ("Jo to ring school by Weds noon", "Jo to ring school by Wed noon"),
      ("TM: tell SW before Friday", "TM: tell SW by Thursday"),
    ])
  func daysOfSpeech(line: String, plain: String) throws {
    let read = AgreedAction.read(line, now: now, held: now).dated
    let same = AgreedAction.read(plain, now: now, held: now).dated
    #expect(read.count == 1 && read == same, "\(read)")
  }

  @Test("a line that only says when is no action")
  func timeAlone() {
    #expect(
      AgreedAction.timeAlone(in: "SW: aunt by 9pm\ntomorrow 10am", now: now) == "tomorrow 10am")
    #expect(AgreedAction.timeAlone(in: "by Tue", now: now) == "by Tue")
    #expect(AgreedAction.timeAlone(in: "SW: aunt by Wed 10am; ring nan", now: now) == nil)
  }

  @Test("among the decisions only what says who is an action; one that stands in both is one")
  func decisions() {
    let text = "Mother rings the aunt, tonight\nPolice: phone data, tonight\nSW: aunt by Wed 10am"
    let held = Command.Entry(
      .meetingHeld, at: now,
      Body(["decision": .text(text), "actions": .text("Police: phone data, tonight")]))
    let entries = AgreedAction.entries(after: held, by: Doers(), now: now)
    #expect(entries.map { $0.body[.action] } == ["phone data", "aunt"])
  }

  @Test("a next meeting that no rule asks for is an action: somebody has to hold it")
  func nextMeeting() throws {
    let next = now.adding(seconds: 86_400)
    var body = Body()
    body[.next] = next
    let entry = try #require(
      AgreedAction.nextMeeting(after: Command.Entry(.meetingHeld, at: now, body)))
    #expect(entry.kind == .actionAgreed && entry.body[.due] == next)
    #expect(AgreedAction.nextMeeting(after: Command.Entry(.meetingHeld, at: now)) == nil)
    #expect(AgreedAction.nextMeeting(after: Command.Entry(.noteAdded, at: now, body)) == nil)
  }

  // MARK: - The steps

  private func agree(
    _ spec: inout Spec, _ what: String, at time: String, due: String, tray: String? = nil
  ) throws {
    var body: [String: Value] = [
      "action": .text(what), "due": .instant(try #require(Instant(iso: due))),
    ]
    body["tray"] = tray.map(Value.text)
    spec.given(.actionAgreed, at: time, body, by: .teamManager)
  }

  private func actions(_ spec: Spec) -> [WorkStep] {
    spec.steps.filter { $0.id.step == .agreedAction }
  }

  @Test("each is a step of its own with the time that was agreed on, until it is done")
  func steps() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    try agree(&spec, "phone data", at: "2026-05-12 16:00", due: "2026-05-12 23:59")
    try agree(
      &spec, "aunt", at: "2026-05-12 16:00", due: "2026-05-13 10:00", tray: "social-worker")
    let open = actions(spec)
    #expect(open.map(\.title) == ["Action: phone data", "Action: aunt"])
    #expect(open.map(\.tray) == [.teamManager, .socialWorker])
    #expect(
      open.map(\.due) == [Instant(iso: "2026-05-12 23:59"), Instant(iso: "2026-05-13 10:00")])
    #expect(Set(open.map(\.id.text)).count == 2)
    let second = try #require(open.last)
    spec.given(
      .stepDone, at: "2026-05-13 11:00",
      ["step": .text("agreed-action"), "part": .text(second.id.part ?? "")], by: .socialWorker)
    #expect(actions(spec).map(\.isOpen) == [true, false])
    #expect(actions(spec).last?.isLate == true)
    spec.given(
      .stepDone, at: "2026-05-12 20:00", ["step": .text("agreed-action")], by: .teamManager)
    #expect(
      actions(spec).map(\.isOpen) == [false, false], "who names none means the one still open")
    #expect(actions(spec).first?.isLate == false)
  }

  @Test("the return does not end it, and one that is taken back leaves the other as it is")
  func onward() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    try agree(&spec, "phone data", at: "2026-05-12 16:00", due: "2026-05-12 23:59")
    let first = spec.child.history.last?.sequence ?? 0
    try agree(&spec, "aunt", at: "2026-05-12 16:00", due: "2026-05-13 10:00")
    let ids = actions(spec).map(\.id)
    spec.given(.returned, at: "2026-05-12 18:00")
    #expect(actions(spec).filter(\.isOpen).map(\.id) == ids)
    spec.given(
      .withdrawn, at: "2026-05-12 19:00",
      ["corrects": .number(first), "reason": .text("Agreed for another child")], by: .teamManager)
    #expect(actions(spec).map(\.id) == [ids[1]])
  }

  @Test("one is moved or held, the other stays")
  func moved() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    try agree(&spec, "phone data", at: "2026-05-12 16:00", due: "2026-05-12 23:59")
    try agree(&spec, "aunt", at: "2026-05-12 16:00", due: "2026-05-13 10:00")
    let part = try #require(actions(spec).last?.id.part)
    spec.given(
      .reassigned, at: "2026-05-12 16:30",
      ["step": .text("agreed-action"), "part": .text(part), "to": .text("front-door")],
      by: .teamManager)
    spec.given(
      .held, at: "2026-05-12 16:40",
      [
        "step": .text("agreed-action"), "part": .text(part), "reason": .text("Wait for them"),
        "until": .instant(try #require(Instant(iso: "2026-05-14 10:00"))),
      ], by: .teamManager)
    #expect(actions(spec).map(\.tray) == [.teamManager, .frontDoor])
    #expect(actions(spec).map(\.heldUntil) == [nil, Instant(iso: "2026-05-13 10:00")])
  }

  @Test("its explanation says who agreed when, and no rule")
  func explained() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    try agree(&spec, "phone data", at: "2026-05-12 16:00", due: "2026-05-12 23:59")
    let now = "2026-05-12 17:00"
    #expect(
      spec.explanation(.agreedAction, "Answer", asOf: now)
        == ["Due Tue 12 May 23:59, as agreed Tue 12 May 16:00"])
    #expect(
      spec.explanation(.agreedAction, "Rule", asOf: now).first
        == "Action: phone data: people agreed on it, no procedure asks for it")
    #expect(
      spec.explanation(.agreedAction, "Arithmetic", asOf: now)
        == ["By Tue 12 May 2026 23:59: the time that was agreed on"])
    #expect(spec.explanation(.agreedAction, "Facts", asOf: now).count == 1)
    let step = try #require(actions(spec).first)
    let other = OtherReading.readings(
      of: step, child: spec.child, own: spec.procedure, others: [spec.procedure])
    #expect(
      try #require(other.first).sentence(beside: step).hasSuffix(": due at the same time"),
      "no rule asks for it, so that none is named")
  }

  @Test("a closure gives it up by its name")
  func closing() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    try agree(&spec, "phone data", at: "2026-05-12 16:00", due: "2026-06-30 23:59")
    spec.given(.returned, at: "2026-05-12 18:00")
    let record = try #require(spec.child.currentRecord)
    let actor = Person(id: "t", name: "T. Manager", role: .teamManager)
    let end = RecordEnd(
      by: .recordClosed, of: record, child: spec.child, actor: actor, procedure: spec.procedure,
      steps: spec.steps, now: try #require(Instant(iso: "2026-05-12 19:00")))
    #expect(end.givenUp.map(\.name).contains("Action: phone data"))
    let later = try #require(Instant(iso: "2026-06-01 20:00"))
    let late = RecordEnd(
      by: .recordClosed, of: record, child: spec.child, actor: actor, procedure: spec.procedure,
      steps: spec.steps, now: later)
    #expect(
      late.givenUp.contains { $0.state(asOf: later) == .overdue },
      "\(late.givenUp.map { "\($0.name) \($0.state(asOf: later))" })")
    let first = late.givenUp.first { !$0.isAtOnce }
    #expect(first?.name == "Action: phone data", "never below all that is late")
    #expect(first?.presses(asOf: later) == true)
  }

  @Test(
    "what moves from the decisions to the actions of a meeting, or gets another time, is not added")
  func added() {
    let before = Body(["decision": .text("SW: visit the aunt, by Tue 10am")])
    let moved = Body([
      "actions": .text("SW: visit the aunt, by Wed 10am\nPolice: phone data, by Tue 10am")
    ])
    let added = AgreedAction.added(
      by: AgreedAction.agreed(in: moved, held: now, now: now),
      to: AgreedAction.agreed(in: before, held: now, now: now))
    #expect(added.map(\.what) == ["phone data"])
  }
}
