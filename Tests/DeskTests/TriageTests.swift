import Desk
import Grid
import Testing
import Workflow

@Suite("Triage: whom the report is about, as the form is filled in")
struct TriageTests {
  /// A report that names nobody: the child is typed in.
  private static let bare = TriageDraft(
    reference: "R-2026-0077", subject: 1, subjects: 1, kind: "police e-mail",
    received: Sample.at("2026-11-21 19:20"),
    values: [
      "from": .init(typed: "home", seenAs: "line 3"),
      "category": .init(typed: "missing", seenAs: "line 3"),
      "last-seen": .init(typed: "2026-11-21T17:30+00:00", seenAs: "line 3"),
      "reported-at": .init(typed: "2026-11-21T18:50+00:00", seenAs: "line 2"),
    ], gaps: [], warnings: [], match: TriageMatch(), text: "A text")

  private static let same = TriageDraft.Candidate(
    id: "NB-1022", title: "Okoro-Laing, Precious, born Sat 4 Dec 2010, 118 Candlewick Rise",
    because: "date of birth agrees; name agrees", isSame: true)

  @Test(
    "a return that a report gives is said at the head: it ends the absence, and may mean only found"
  )
  func saysTheReturn() {
    let draft = TriageDraft(
      reference: "R-2026-0078", subject: 1, subjects: 1, kind: "daily list",
      received: Sample.at("2026-11-21 19:20"),
      values: [
        "returned-at": .init(typed: "2026-11-21T17:30+00:00", seenAs: "line 4: Located 21/11 17:30")
      ], gaps: [], warnings: [], match: TriageMatch(), text: "A text")
    let form = FormScreen.triage(draft, command: "c")
    #expect(form.prompts.first?.contains("back (line 4: Located 21/11 17:30)") == true)
    #expect(form.prompts.first?.contains("“Located at”") == true)
    #expect(!FormScreen.triage(Self.bare, command: "c").prompts.contains { $0.contains("is back") })
  }

  @Test("whoever chooses another child than the one whom the report fits is asked once more")
  func anotherChild() {
    var desk = Sample.desk(me: Sample.frontDoor)
    desk.stack = [.form(.triage(Sample.draft(), command: "c"))]
    _ = press(&desk, "2 Ctrl-S")
    #expect(
      render(desk).text.contains { $0.contains("What was read fits Pryce-Morgan, Siân: is it") },
      "\(render(desk).text.joined(separator: "\n"))")
  }

  @Test("whoever may not triage a report reads it, and fills in nothing")
  func reading() {
    var desk = Sample.desk(me: Sample.worker)
    desk.awaited = .readReport("R-2026-0077")
    _ = update(&desk, .draft(Sample.draft()))
    guard case .text(let title, let lines, _)? = desk.stack.last else {
      Issue.record("a form was opened")
      return
    }
    #expect(title == "Report R-2026-0077" && lines.contains { $0.contains("PRYCE-MORGAN, Sian") })
    #expect(desk.toast == nil, "whoever only reads is not told what else is not allowed")
  }

  @Test(
    "whoever leaves the next child of a report stands on what still waits of it, not on who is done"
  )
  func staysOnWhatWaits() {
    var desk = Sample.desk(me: Sample.frontDoor)
    desk.trays.show(TrayQuery(tray: .frontDoor))
    // Nobody has asked for it: it came with what was recorded of the first child.
    _ = update(&desk, .draft(Sample.draft(isProposed: false)))
    #expect(desk.trays.chosen?.kind == .report(reference: "R-2026-0077"))
    // One that was opened from elsewhere leaves the tray as it is.
    var opened = Sample.desk(me: Sample.frontDoor)
    opened.trays.show(TrayQuery(tray: .frontDoor))
    opened.awaited = .readReport("R-2026-0077")
    _ = update(&opened, .draft(Sample.draft(isProposed: false)))
    #expect(opened.trays.chosen == nil)
  }

  @Test("what wants an eye stands first, then what was read, then what may stay empty")
  func parts() throws {
    let world = world(Sample.draft())
    let lines = try #require(world.form?.entries)
    let parts = lines.map { $0.part }
    let read = try #require(parts.firstIndex(of: .read))
    let rest = try #require(parts.firstIndex(of: .rest))
    #expect(lines.first?.field.name == "child" && read < rest)
    #expect(parts[..<read].allSatisfy { $0 == nil || $0 == .look })
    #expect(parts[read..<rest].allSatisfy { $0 == .read })
    #expect(lines[read..<rest].allSatisfy { $0.note != nil && !$0.isEmpty })
    #expect(parts[rest...].allSatisfy { $0 == .rest } && lines[rest...].allSatisfy(\.isEmpty))
    #expect(lines.filter { $0.heading != nil }.map(\.field.name).count == 2)
    // What sets the clocks, and what only follows from something else, is to be looked at although it was read.
    let values: [String: TriageDraft.Value] = [
      "returned-at": .init(typed: "2026-11-21T17:30+00:00", seenAs: "line 4: Located"),
      "from": .init(typed: "care", seenAs: "line 9: Elm House (inferred)"),
      "risk": .init(typed: "low", seenAs: "line 3: LOW"),
      "police-ref": .init(typed: "CAD 1/21NOV26", seenAs: "line 2: CAD 1/21NOV26"),
    ]
    let form = FormScreen.triage(
      TriageDraft(
        reference: "R", subject: 1, subjects: 1, kind: "k", values: values, gaps: [], warnings: [],
        match: TriageMatch(), text: "A text"), command: "c")
    let named = Dictionary(form.entries.map { ($0.field.name, $0.part) }) { first, _ in first }
    #expect(named["returned-at"] == .look && named["from"] == .look)
    #expect(named["risk"] == .look && named["police-ref"] == .read)
  }

  @Test("the head asks for what the report leaves out until it is typed")
  func asksUntilTyped() {
    var world = world(Sample.draft())
    func asked() -> String { world.form?.head.joined(separator: " ") ?? "" }
    #expect(asked().contains("10 lines read from the report."))
    #expect(asked().contains("Not read, look (F3) or ask: last seen by, reporter's phone"))
    world.goTo("last-seen-by")
    world.type("Night staff")
    #expect(!asked().contains("last seen by") && asked().contains("reporter's phone"))
    world.goTo("reporter-phone")
    world.type("020 7946 0000")
    world.goTo("place")
    world.type("Elm House")
    #expect(!asked().contains("so ask") && asked().contains("10 lines read"))
    world.goTo("risk")
    for _ in 0..<6 { world.press("BackSpace") }
    #expect(asked().contains("or ask: police risk"))
  }

  @Test(
    "the head takes six rows at most on a small screen, four on a smaller one, and F6 shows all of it"
  )
  func headIsShort() throws {
    var match = TriageMatch(candidates: [Self.same], isProposed: true)
    match.confirm = [
      "name: the report has Precious Laing, the register Precious Okoro-Laing",
      "date of birth: the report gives none; the register has Sat 4 Dec 2010",
      "address: the register has 118 Candlewick Rise, Northbrook",
    ]
    match.sameReference = ["CAD 1/21NOV26 is on the desk already: Okoro-Laing, Precious, back"]
    let draft = TriageDraft(
      reference: "R-2026-0077", subject: 1, subjects: 1, kind: "k",
      values: [
        "returned-at": .init(typed: "2026-11-21T17:30+00:00", seenAs: "line 4: Located 21/11 17:30")
      ], gaps: [.init("school")], warnings: ["The report was written later", "Born lies ahead"],
      match: match, text: "A text")
    for (width, height) in [(80, 24), (60, 20)] {
      var world = World(
        Sample.desk(width, height, me: Sample.frontDoor, tray: .frontDoor, rows: [Sample.report]))
      world.reports["R-2026-0077"] = draft
      world.press("Enter")
      let lines = render(world.desk).text
      let first = try #require(lines.firstIndex { $0.contains("*Child") })
      // What may open a second record of one child has two rows more where there is room.
      #expect(first <= (height < 24 ? 7 : 9), "\(lines)")
      #expect(lines[2..<first].joined().contains("F6"), "\(lines)")
      #expect(lines.last?.contains("F6") == true || width < 80)
      world.press("F6")
      guard case .text(_, let all, _) = world.desk.stack.last else {
        Issue.record("F6 shows nothing")
        continue
      }
      for said in ["is on the desk already", "118 Candlewick Rise", "school", "Born lies ahead"] {
        #expect(all.contains { $0.contains(said) }, "\(said): \(all)")
      }
    }
  }

  private func world(_ draft: TriageDraft = bare) -> World {
    var world = World(Sample.desk(me: Sample.frontDoor, tray: .frontDoor, rows: [Sample.report]))
    world.reports["R-2026-0077"] = draft
    world.register = { question in
      guard question.familyName == "Okoro-Laing", question.born == CivilDate(iso: "2010-12-04")
      else { return TriageMatch() }
      return TriageMatch(candidates: [Self.same], isProposed: true)
    }
    world.press("Enter")
    return world
  }

  private func typeName(_ world: inout World) {
    world.goTo("family-name")
    world.type("Okoro-Laing")
    world.press("Tab")
    world.type("Precious")
    world.press("Tab")
    world.type("4/12/2010")
  }

  private var matches: (Effect) -> Bool { { if case .match = $0 { true } else { false } } }

  @Test("a name and a birthday that are typed find the child on the register, and nothing is lost")
  func findsWhoIsTyped() throws {
    var world = world()
    #expect(world.form?.typed("child") == "new")
    #expect(!world.effects.contains(where: matches), "what was read is compared already")
    typeName(&world)
    #expect(world.form?.typed("child") == "", "nobody is taken in the person's place")
    #expect(world.form?.typed("born") == "4/12/2010" && world.form?.typed("family-name") != "")
    let shown = render(world.desk).text.joined(separator: " ")
    #expect(shown.contains("On the register: Okoro-Laing, Precious"))
    world.press("Ctrl-S")
    #expect(world.recorded.isEmpty && world.form?.focus == 0)
    // An id may begin with the letter that stands for nobody on the register.
    world.press("n")
    #expect(world.form?.typed("child") == "new")
    world.press("1 Ctrl-S")
    #expect(
      world.recorded.values.first?.act
        == .triage(report: "R-2026-0077", subject: 1, child: "NB-1022"))
  }

  @Test("a new entry beside a child of the same name and birthday is held up until it is said why")
  func holdsUp() throws {
    var world = world()
    typeName(&world)
    world.press("Ctrl-S n Ctrl-S")
    #expect(world.recorded.isEmpty)
    let error = try #require(world.form?.entries.compactMap(\.error).first)
    #expect(error == "NB-1022 has this name and birthday: say why not")
    #expect(render(world.desk).text.joined().contains("(NB-1022) has this name and"))
    #expect(world.form.map { $0.entries[$0.focus].field.name } == "new-although")
    world.type("Her cousin of the same name")
    world.press("Ctrl-S")
    let sent = try #require(world.recorded.values.first)
    #expect(sent.act == .triage(report: "R-2026-0077", subject: 1, child: nil))
    let form = TriageForm(body: sent.body, now: Sample.now)
    #expect(form.others == ["NB-1022"])
    #expect(
      form.triage(of: "R", subject: 1).reason
        == "Another child than NB-1022: Her cousin of the same name")
  }

  @Test("a child who was chosen stays chosen whatever is typed after")
  func keepsTheChoice() {
    var world = world(Sample.draft(isProposed: false))
    world.press("2")
    world.goTo("family-name")
    world.type("x")
    #expect(world.effects.contains(where: matches))
    #expect(world.form?.typed("child") == "C-0388")
    #expect(world.form?.entries.first?.codes.contains("C-0388") == true)
  }

  @Test("a late answer to an earlier question changes nothing")
  func lateAnswer() {
    var world = world()
    world.isSilent = true
    typeName(&world)
    let asked = world.effects.compactMap { effect -> Int? in
      if case .match(_, let generation) = effect { generation } else { nil }
    }
    #expect(asked == asked.sorted() && Set(asked).count == asked.count)
    world.arrive(.matched(TriageMatch(candidates: [Self.same]), generation: asked[0]))
    #expect(world.form?.typed("child") == "new")
    world.arrive(
      .matched(
        TriageMatch(candidates: [Self.same], isProposed: true), generation: asked.last ?? 0))
    #expect(world.form?.typed("child") == "")
  }

  @Test("a refusal because she was registered meanwhile asks the register again")
  func refusedMeanwhile() {
    var world = world()
    world.isSilent = true
    typeName(&world)
    world.press("Ctrl-S")
    #expect(world.effects.contains { if case .submit = $0 { true } else { false } })
    world.isSilent = false
    world.arrive(
      .refused(
        Refusal(
          .rule, "She is on the register as NB-1022.",
          findings: [FormFinding(field: "child", sentence: "She is on the register.")])))
    #expect(world.form?.entries.first?.codes == ["NB-1022", "new"])
    #expect(world.form?.typed("child") == "" && world.form?.focus == 0)
    #expect(world.form?.typed("family-name") == "Okoro-Laing")
  }

  @Test("a draft comes back with the reason for a new entry")
  func draftKeepsTheReason() throws {
    var world = world()
    typeName(&world)
    world.press("Ctrl-S n Ctrl-S")
    world.type("A cousin")
    world.press("Esc Enter")
    #expect(world.form?.typed("new-although") == "A cousin" && world.form?.typed("child") == "new")
    #expect(world.form?.entries.contains { $0.field.name == "new-although" } == true)
  }

  @Test("a police reference that is on the desk already is said at the head of the form")
  func sameReference() {
    var draft = Sample.draft()
    draft = TriageDraft(
      reference: draft.reference, subject: 1, subjects: 1, kind: draft.kind, values: draft.values,
      gaps: [], warnings: [],
      match: TriageMatch(
        candidates: [Self.same],
        sameReference: ["CAD 5120/21NOV26 is on the desk already: Okoro-Laing, Precious"]),
      text: "A text")
    let shown = render(world(draft).desk).text.joined(separator: " ")
    #expect(shown.contains("! CAD 5120/21NOV26 is on the desk already: Okoro-Laing, Precious"))
  }

  @Test("candidates say who is away now, since when and in which episode")
  func saysWhoIsAway() {
    let away = TriageDraft.Candidate(
      id: "NB-1001", title: "Pryce-Morgan, Siân", because: "name agrees",
      standing: .init(
        episode: "E-2026-0398", since: Sample.at("2026-11-20 18:05"), returned: nil))
    let draft = TriageDraft(
      reference: "R-2026-0077", subject: 1, subjects: 1, kind: "k", values: [:], gaps: [],
      warnings: [], match: TriageMatch(candidates: [away, Self.same]), text: "A text")
    let shown = render(world(draft).desk).text.joined(separator: "\n")
    #expect(shown.contains("AWAY since Fri 20 Nov 18:05, E-2026-0398 · name agrees"))
  }

  @Test(
    "a report that joins the open episode of a known child takes 5 keys, whatever it leaves out")
  func joins() throws {
    let away = TriageDraft.Candidate(
      id: "NB-1001", title: "Pryce-Morgan, Siân", because: "name agrees",
      standing: .init(
        episode: "E-2026-0398", since: Sample.at("2026-11-20 18:05"), returned: nil))
    let draft = TriageDraft(
      reference: "R-2026-0077", subject: 1, subjects: 1, kind: "police e-mail",
      received: Sample.at("2026-11-21 19:20"),
      values: ["circumstances": .init(typed: "Seen at the station.", seenAs: "line 3")],
      gaps: [], warnings: [], match: TriageMatch(candidates: [away]), text: "A text")
    var world = world(draft)
    world.press("1")
    let asked = Set(world.form?.entries.map(\.field.name) ?? [])
    #expect(
      asked.isDisjoint(with: ["family-name", "born", "from", "category", "last-seen", "sex"]))
    world.press("Ctrl-S")
    #expect(world.keys <= 5)
    let sent = try #require(world.recorded.values.first)
    #expect(sent.act == .triage(report: "R-2026-0077", subject: 1, child: "NB-1001"))
  }

  @Test("what a report says of a known child and the register lacks is asked, named and sent")
  func newToTheRegister() throws {
    let away = TriageDraft.Candidate(
      id: "C-0412", title: "Pryce-Morgan, Siân", because: "name agrees",
      standing: .init(episode: "E-2026-0412", since: Sample.at("2026-11-20 18:05"), returned: nil))
    var child = try Sample.returned()
    func form() -> (World, [String: FormEntry]) {
      let ground = TriageGround(
        children: [child.id: child], procedures: [:], procedure: Sample.page(child).procedure)
      let draft = TriageDraft(
        reference: "R-2026-0077", subject: 1, subjects: 1, kind: "daily list",
        received: Sample.at("2026-11-21 19:20"),
        values: [
          "born": .init(typed: child.facts[.born]?.iso ?? "", seenAs: "line 3: 03/06/2012"),
          "address": .init(typed: "7 Wherrymans Row", seenAs: "line 3: Home 7 Wherrymans Row"),
        ],
        gaps: [], warnings: [], match: TriageMatch(candidates: [away], ground: ground),
        text: "A text"
      )
      var world = self.world(draft)
      world.register = { _ in TriageMatch(candidates: [away], ground: ground) }
      world.press("1")
      let entries = world.form?.entries ?? []
      return (world, Dictionary(entries.map { ($0.field.name, $0) }) { first, _ in first })
    }
    // The register has a birthday and no home address.
    #expect(child.facts[.born] != nil && child.lacks("address"))
    var (world, lines) = form()
    #expect(lines["born"] == nil, "what it has is not asked")
    #expect(lines["address"]?.field.label == "Address")
    #expect(lines["address"]?.note == "new to the register; line 3: Home 7 Wherrymans Row")
    #expect(lines["postcode"] == nil, "what the report does not say is not asked")
    world.press("Ctrl-S")
    let sent = try #require(world.recorded.values.first)
    let triage = TriageForm(body: sent.body, now: Sample.now).triage(of: "R-2026-0077", subject: 1)
    let learnt = triage.entries(for: child, now: Sample.now).first { $0.kind == .childUpdated }
    #expect(learnt?.body == Body(["address": .text("7 Wherrymans Row")]))
    // A child who is not on the register is asked as before.
    (world, _) = form()
    world.press("n")
    #expect(
      world.form?.entries.first { $0.field.name == "address" }?.field.label.contains("(if new)")
        == true)
    #expect(
      world.form?.entries.first { $0.field.name == "address" }?.note
        == "line 3: Home 7 Wherrymans Row")
    child = child.applying([
      Event(
        kind: .childUpdated, body: Body(["address": .text("1 Elm Row")]), occurred: Sample.now,
        recorded: Sample.now, by: Sample.frontDoor,
        sequence: (child.history.last?.sequence ?? 0) + 1)
    ])
    (_, lines) = form()
    #expect(lines["address"] == nil)
  }

  @Test("what a new child is asked for is not asked of one on the register, and comes back with n")
  func newChildLines() {
    func isAsked(_ world: World) -> Bool {
      world.form?.entries.contains { $0.field.name == "sex" } == true
    }
    var world = world(Sample.draft())
    world.register = { _ in Sample.draft().match }
    #expect(!isAsked(world))
    world.press("n")
    #expect(isAsked(world))
    world.goTo("address")
    world.type("Elm House")
    world.goTo("child")
    world.press("1")
    #expect(!isAsked(world))
    world.press("n")
    #expect(world.form?.typed("address") == "Elm House", "what was typed is there again")
  }

  @Test("where nobody knows since when, the report counts, never the moment of the triage")
  func unknownLastSeen() throws {
    let received = Sample.at("2026-11-21 05:30")
    let now = Sample.at("2026-11-21 09:10")
    func start(_ values: [String: Value]) throws -> MissingStart? {
      var body = Body([
        "from": .text("home"), "category": .text("missing"), "last-seen": .unknown,
      ])
      for (name, value) in values { body[name: name] = value }
      let triage = TriageForm(body: body, now: now, received: received).triage(of: "R", subject: 1)
      var child = ChildCase(id: "C-1")
      for entry in triage.entries(for: child, now: now)
      where [.wentMissing, .reported].contains(entry.kind) {
        child = child.applying([
          Sample.numbered(
            Event(
              kind: entry.kind, body: entry.body, occurred: entry.occurred, recorded: now,
              by: Sample.frontDoor), child.version + 1)
        ])
      }
      return child.currentRecord?.current?.start
    }
    #expect(try start(["reported-at": .instant(now)])?.at == received)
    #expect(try start([:])?.at == received)
    let told = Sample.at("2026-11-21 02:00")
    #expect(try start(["reported-at": .instant(told)])?.at == told)
    #expect(try start(["reported-at": .instant(told)])?.basis == .reported)
  }

  @Test("that nobody knows when it was reported is recorded, not only counted from when it came in")
  func reportedUnknown() {
    let received = Sample.now.adding(seconds: -600)
    let body = Body(["reported-at": .unknown, "by": .text("police")])
    let triage = TriageForm(body: body, now: Sample.now, received: received)
      .triage(of: "R", subject: 1)
    #expect(triage.reported == received)
    #expect(triage.reportBody[name: "time-unknown"] == .flag(true))
    let known = TriageForm(body: Body(["by": .text("police")]), now: Sample.now)
    #expect(known.triage(of: "R", subject: 1).reportBody[name: "time-unknown"] == nil)
  }
}
