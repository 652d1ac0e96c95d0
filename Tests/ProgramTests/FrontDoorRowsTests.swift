import Exchange
import Foundation
import Store
import TestSupport
import Testing
import Workflow

@testable import Desk
@testable import homeward

/// What the front door's tray shows, from a real file.
@Suite("The front door's rows")
struct FrontDoorRowsTests {
  private let frances = Person(id: "frances", name: "Frances Okafor", role: .frontDoor)

  private func workbench(_ drill: DrillDesk) throws -> Workbench {
    try Workbench(
      path: drill.path, frozenAt: SpokenInstant.read(DrillDesk.now, now: Instant(seconds: 0)))
  }

  private func rows(
    _ workbench: Workbench, offset: Int = 0, limit: Int = 100, at anchor: TrayRow? = nil,
    before: Int = 0
  ) throws -> TrayWindow {
    let question = TrayQuestion(
      TrayQuery(tray: .frontDoor), offset: offset, limit: limit,
      anchor: anchor.map { .init(kind: $0.kind, child: $0.child, before: before) })
    return try workbench.window(question, for: frances)
  }

  /// A desk with overdue and further steps in the front door's tray and three reports.
  private func busy() throws -> (DrillDesk, Workbench) {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    for (child, at) in [("NB-1001", "2026-10-19 21:15"), ("NB-1004", "2026-10-24 11:58")] {
      let went = try #require(SpokenInstant.read(at, now: workbench.now()))
      _ = try workbench.perform(
        "away-\(child)", child: child, expecting: nil,
        [
          Command.Entry(
            .wentMissing, at: went,
            Body(["from": .text("care"), "category": .text("missing"), "last-seen": .instant(went)])
          ),
          Command.Entry(.reported, at: went, Body()), Command.Entry(.opened, at: went),
        ], by: frances, at: went)
    }
    // Somebody moved late work of others to the front door.
    let late = try Tray.allCases.filter { $0 != .frontDoor }.flatMap { tray in
      try workbench.window(
        TrayQuestion(TrayQuery(tray: tray), offset: 0, limit: 50), for: frances
      ).rows.filter { $0.due.map { $0 < workbench.now() } ?? false }
    }
    let mira = Person(id: "mira", name: "Mira Castell", role: .missingCoordinator)
    for row in late.prefix(3) {
      _ = try workbench.perform(
        "move-\(row.kind.id)", child: row.child, expecting: nil,
        [
          Command.Entry(
            .reassigned, at: workbench.now(),
            Body([
              "step": .text(row.step?.rawValue ?? ""), "to": .text("front-door"),
              "reason": .text("They are away"),
            ]))
        ], by: mira)
    }
    for name in ["01-merlin-mis.txt", "02-merlin-mis.txt", "05-compact-missing.txt"] {
      let path = DrillDesk.sample("reports/" + name)
      _ = try workbench.receive(
        try FileBytes.read(path, limit: 1_000_000), source: name, by: frances)
    }
    return (drill, workbench)
  }

  @Test("a report names the child whom it is about, as read, and what is overdue stands above it")
  func namesAndOrder() throws {
    let (drill, workbench) = try busy()
    defer { withExtendedLifetime(drill) {} }
    let all = try rows(workbench)
    let isReport = all.rows.map { $0.step == nil }
    let isLate = all.rows.map { $0.due.map { $0 < workbench.now() } ?? false }
    #expect(isReport.filter { $0 }.count == 3)
    #expect(isLate.contains(true), "nothing is overdue")
    let first = try #require(isReport.firstIndex(of: true))
    #expect(isLate.prefix(first).allSatisfy { $0 } && !isLate.dropFirst(first).contains(true))
    #expect(isReport[first..<first + 3].allSatisfy { $0 })
    let reports = all.rows[first..<first + 3]
    let pryce = try #require(reports.first { $0.report?.policeReference == "26MIS041882" })
    #expect(pryce.name == "Pryce-Morgan, Sian?", "\(pryce.name)")
  }

  @Test("reports that wait stand by what presses: high risk, then who is away, the longest first")
  func pressing() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    for name in [
      "06-compact-found.txt", "02-merlin-mis.txt", "01-merlin-mis.txt", "05-compact-missing.txt",
      "03-merlin-mis.txt", "09-carer-email.eml",
    ] {
      _ = try workbench.receive(
        try FileBytes.read(DrillDesk.sample("reports/" + name), limit: 1_000_000), source: name,
        by: frances)
    }
    let reports = try rows(workbench).rows.compactMap(\.report)
    try #require(reports.count == 6)
    let isHigh = reports.map { $0.gist.risk == .high }
    #expect(isHigh == isHigh.sorted { $0 && !$1 } && isHigh.contains(true), "\(isHigh)")
    let high = reports.filter { $0.gist.risk == .high }.map(\.gist)
    #expect(high.map { $0.returned != nil } == [false, false, false, true])
    #expect(high[0].lastSeen.map { workbench.now().since($0) > 3 * 86_400 } == true)
    #expect(reports.last?.gist.risk == nil, "away the longest first: \(reports)")
    // What a row says is what the triage form reads.
    let first = try #require(try rows(workbench).rows.first)
    let draft = try workbench.draft(of: first.reference, for: frances)
    #expect(draft.values["risk"]?.typed == first.report?.gist.risk?.rawValue)
    #expect(draft.values["last-seen"]?.typed == first.report?.gist.lastSeen?.iso)
    let words = try drill.done(["tray", "front-door"])
    #expect(words.contains("HIGH police risk"), "\(words)")
    var away = TrayQuery(tray: .frontDoor)
    away.filter = TrayFilter("is:away")
    let question = TrayQuestion(away, offset: 0, limit: 99)
    let still = try workbench.window(question, for: frances).rows.compactMap(\.report)
    #expect(still.allSatisfy { $0.gist.returned == nil } && !still.isEmpty)
  }

  @Test("a report that waits is found by another name or an address in it, and says in which line")
  func foundByWords() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    for name in [
      "reports/01-merlin-mis.txt", "reports/09-carer-email.eml",
      "daily-list/2026-10-20-daily-missing-list.csv",
    ] {
      _ = try workbench.receive(
        try FileBytes.read(DrillDesk.sample(name), limit: 1_000_000), source: name, by: frances)
    }
    func waiting(_ text: String) throws -> [FoundRow] {
      try workbench.found(text, for: frances).filter {
        if case .waiting = $0.target { true } else { false }
      }
    }
    let shanny = try waiting("shanny")
    try #require(shanny.count == 1)
    #expect(shanny[0].title == "Pryce-Morgan, Sian?")
    #expect(shanny[0].detail.contains("says Known as: SHAN, SHANNY"), "\(shanny[0].detail)")
    let road = try waiting("27 thistlepin")
    #expect(road.count == 1 && road[0].detail.contains("Thistlepin Road"), "\(road)")
    #expect(road[0].detail.contains("flat, 27 Thistlepin Road"), "\(road[0].detail)")
    let mews = try workbench.found("gannet mews", for: frances).first
    #expect(mews?.detail.contains(" · at ") == true, "\(mews?.detail ?? "")")
    let hibo = try waiting("hibo")
    #expect(hibo.count == 1, "the list below another child's row finds nobody: \(hibo)")
  }

  @Test(
    "a note that names only a police reference says whose it is, and who else has begun with it")
  func byReference() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    let went = try #require(SpokenInstant.read("2026-10-19 21:15", now: workbench.now()))
    _ = try workbench.perform(
      "away", child: "NB-1001", expecting: nil,
      [
        Command.Entry(
          .wentMissing, at: went,
          Body(["from": .text("care"), "category": .text("missing"), "last-seen": .instant(went)])),
        Command.Entry(.reported, at: went, Body(["police-ref": .text("26MIS041882")])),
        Command.Entry(.opened, at: went),
      ], by: frances, at: went)
    let note = "Telephone note. Police, 26MIS041882: child found safe, will ring again.\n"
    let kept = try workbench.receive(Array(note.utf8), source: "pasted", by: frances)
    let reference = try #require(kept.first?.reference)
    let report = try workbench.records(for: frances).report(reference)
    try #require(report?.row.named == nil && report?.row.policeReference == "26MIS041882")
    func row() throws -> TrayRow {
      try #require(try rows(workbench).rows.first { $0.kind.id == reference })
    }
    #expect(try row().name == "Pryce-Morgan, Siân? by 26MIS041882")
    #expect(try drill.done(["tray", "front-door"]).contains("Pryce-Morgan, Siân? by 26MIS041882"))
    let draft = try workbench.draft(of: reference, for: frances)
    #expect(draft.candidates.map(\.id) == ["NB-1001"] && !draft.isProposed)
    #expect(
      draft.question == "No name was read; 26MIS041882 is on the record of Pryce-Morgan, Siân")
    // Somebody else begins with it, and so does she herself.
    let mira = Person(id: "mira", name: "Mira Castell", role: .missingCoordinator)
    #expect(try row().begunByOther == nil && draft.begun == nil)
    let begun = FormDraft(
      values: ["reason": "x"], focus: nil, cursor: 0, version: nil,
      title: "Triage · \(reference) · Report")
    try workbench.keepDraft(begun, under: "triage:\(reference):1", of: frances)
    #expect(try row().begunByOther == nil, "her own draft is no colleague's")
    try workbench.keepDraft(begun, under: "triage:\(reference):1", of: mira)
    let said = "Mira Castell, \(workbench.now().spokenShort)"
    #expect(try row().begunByOther?.who == said)
    #expect(try workbench.draft(of: reference, for: frances).begun == said)
    #expect(
      try workbench.draftMarks(of: mira).map(\.title) == [
        "Triage · Pryce-Morgan, Siân? by 26MIS041882 · \(reference) · Report"
      ])
  }

  @Test(
    "what a Merlin report and a carer's letter say of the child stands in the fields of the form")
  func fieldsOfReports() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    func form(_ name: String) throws -> (TriageDraft, FormScreen) {
      let path = DrillDesk.sample("reports/" + name)
      let kept = try workbench.receive(
        try FileBytes.read(path, limit: 1_000_000), source: name, by: frances)
      let draft = try workbench.draft(of: try #require(kept.first?.reference), for: frances)
      return (draft, FormScreen.triage(draft, command: "c"))
    }
    let (merlin, first) = try form("01-merlin-mis.txt")
    let typed = merlin.values.mapValues(\.typed)
    #expect(typed["aliases"] == "Shan, Shanny" && typed["status"] == "looked-after")
    #expect(typed["place"] == typed["address"] && typed["place"] != nil)
    #expect(typed["markers"]?.contains("cse") == true && typed["whereabouts"] == nil)
    #expect(first.entries.first { $0.field.name == "place" }?.part == .look, "it is inferred")
    #expect(
      typed["description"]
        == "height 5ft 3; build slim; hair Auburn, shoulder; eyes hazel. "
        + "Marks: Small star tattoo, inside of left wrist. Nose stud.")
    #expect(typed["child-phone"] == "07700 900418, iPhone, switched off since 22:00")
    #expect(typed["relation"] == "carer" && first.typed("relation") == "carer")
    let (letter, second) = try form("09-carer-email.eml")
    #expect(letter.values["whereabouts"]?.typed == "27 Thistlepin Road, Northbrook")
    #expect(letter.values["whereabouts"]?.seenAs.contains("boyfriend") == true)
    #expect(second.entries.first { $0.field.name == "whereabouts" }?.part == .look)
    #expect(letter.values["born"]?.typed == "2010-08-30" && letter.values["force"] == nil)
    #expect(!second.head.contains { $0.contains("police reference") }, "\(second.head)")
    #expect(letter.values["child-phone"]?.typed == "07700 900807")
    #expect(letter.isProposed && letter.candidates.first?.id == "NB-1012")
    // What was read is what is recorded.
    try drill.done(
      ["intake", letter.reference, "--commit"], as: "frances", now: "2026-11-07 23:00")
    let went = try #require(
      try drill.timeline(of: "NB-1012").last { $0.text("event") == "went-missing" })
    #expect("\(went)".contains("27 Thistlepin Road, Northbrook"))
  }

  @Test(
    "a report that joins offers its later last seen, says how many limits move, and U undoes that")
  func seenOtherwise() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    // The same report, once with the going at 18:00 and once as it came, at 21:15.
    let late = String(
      decoding: try FileBytes.read(DrillDesk.report, limit: 1_000_000), as: UTF8.self)
    let early = late.replacing("19/10/2026 21:15", with: "19/10/2026 18:00")
    func take(_ text: String) throws -> String {
      let kept = try workbench.receive(Array(text.utf8), source: "pasted", by: frances)
      return try #require(kept.first?.reference)
    }
    let first = try take(early)
    try drill.done(["intake", first, "--commit"], as: "frances")
    func start() throws -> Instant? {
      try workbench.page(of: "NB-1001", for: frances).record?.current?.start?.at
    }
    let began = try #require(try start())
    #expect(began.spokenShort == "Mon 19 Oct 18:00")
    let second = try take(late)
    var desk = try KeyedForm(workbench.draft(of: second, for: frances), workbench, frances)
    #expect(
      desk.head.contains("later than E-2026-0001 counts from Mon 19 Oct 18:00"), "\(desk.head)")
    #expect(desk.head.contains("recording it moves"))
    desk.clear("last-seen-other")
    #expect(desk.head.contains("the other “Last seen” is left out"))
    desk = try KeyedForm(workbench.draft(of: second, for: frances), workbench, frances)
    let answers = try desk.send()
    guard case .recorded(let sentence, _, let act)? = answers.first else {
      Issue.record("\(answers)")
      return
    }
    #expect(sentence.contains("joined to E-2026-0001") && sentence.contains("limits moved."))
    #expect(sentence.contains("Last seen is now Mon 19 Oct 21:15"), "\(sentence)")
    #expect(try start()?.spokenShort == "Mon 19 Oct 21:15")
    _ = try workbench.withdraw(try #require(act), command: "undo", by: frances)
    #expect(try start() == began)
    // The same time again, or an earlier one, is nothing to ask for.
    let third = try take(early + "\nSent again.\n")
    let same = try KeyedForm(workbench.draft(of: third, for: frances), workbench, frances)
    #expect(!same.head.contains("recording it moves"))
  }

  @Test("what was typed stands in the form, or is named, once somebody else opened the episode")
  func typedMeanwhile() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    let text = String(
      decoding: try FileBytes.read(DrillDesk.report, limit: 1_000_000), as: UTF8.self)
    let kept = try [text.replacing("19/10/2026 21:15", with: "19/10/2026 18:00"), text].map {
      try workbench.receive(Array($0.utf8), source: "pasted", by: frances)[0].reference
    }
    var open = try KeyedForm(workbench.draft(of: kept[1], for: frances), workbench, frances)
    for (name, typed) in [("last-seen", "19/10/2026 19:40"), ("place", "the skate park")] {
      let place = try #require(open.form.entries.firstIndex { $0.field.name == name })
      open.form.entries[place].text = TextField(typed)
    }
    try drill.done(["intake", kept[0], "--commit"], as: "frances")
    open.form.receive(try workbench.draft(of: kept[1], for: frances).match)
    let later = open.form.entries.first { $0.field.name == "last-seen-other" }
    #expect(later?.text.text == "19/10/2026 19:40", "\(open.head)")
    #expect(
      open.head.contains("not recorded of what you typed: missing from place the skate park"),
      "\(open.head)")
    #expect(!open.head.contains("last seen 19/10"))
  }

  @Test(
    "whose child it is, who else is named and that the child is back are told, and whose goes to the register"
  )
  func ofAnotherAuthority() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    let kept = try workbench.receive(
      try FileBytes.read(DrillDesk.sample("reports/04-pac.txt"), limit: 1_000_000), source: "pac",
      by: frances)
    let reference = try #require(kept.first?.reference)
    let draft = try workbench.draft(of: reference, for: frances)
    #expect(draft.values["responsible-authority"]?.typed == "Eastmere")
    #expect(draft.values["host-authority"]?.typed == "Eastmere")
    #expect(draft.values["status"]?.typed == "looked-after")
    #expect(draft.values["returned-at"]?.seenAs.hasSuffix("(inferred)") == true)
    let form = FormScreen.triage(draft, command: "c")
    let head = form.head.joined(separator: "\n")
    #expect(head.contains("! Another authority's child: Eastmere"), "\(head)")
    #expect(head.contains("Clarke, Jayden") && head.contains("NB-1018"), "\(head)")
    #expect(head.contains("Is the child back?"), "\(head)")
    #expect(form.entries.contains { $0.field.name == "responsible-authority" })
    let about = try workbench.about(reference, for: frances)
    #expect(about.names == ["Tiernan-Boyle, Reece"])
    #expect(about.lines.joined().contains("born Fri 2 Sep 2011"), "\(about.lines)")
    try drill.done(["intake", reference, "--commit"], as: "frances", now: "2026-11-01 06:00")
    let child = try #require(
      try workbench.records(for: frances).matchCandidates().first { $0.name.contains("Tiernan") })
    let page = try workbench.page(of: child.id, for: frances)
    #expect(page.child.facts[name: "responsible-authority"] == .text("Eastmere"))
    #expect(page.record?.current?.isAway == false)
    // Of our own children nobody is told whose they are.
    let own = try workbench.receive(
      try FileBytes.read(DrillDesk.report, limit: 1_000_000), source: "mis", by: frances)
    let ours = try workbench.draft(of: try #require(own.first?.reference), for: frances)
    #expect(ours.values["responsible-authority"] == nil)
    #expect(!ours.list.contains { $0.contains("Another authority") })
  }

  @Test("a daily list's address that is the child's own on the register means missing from home")
  func fromHome() throws {
    let drill = try DrillDesk()
    let workbench = try Workbench(
      path: drill.path,
      frozenAt: SpokenInstant.read("2026-11-12 07:15", now: Instant(seconds: 0)))
    let path = DrillDesk.sample("daily-list/Daily Missing Return 12-11-2026.csv")
    let kept = try workbench.receive(
      try FileBytes.read(path, limit: 1_000_000), source: "list.csv", by: frances)
    let drafts = try kept.map { try workbench.draft(of: $0.reference, for: frances) }
    func draft(_ name: String) throws -> TriageDraft {
      try #require(drafts.first { $0.values["family-name"]?.typed == name })
    }
    let morgan = try draft("Morgan")
    #expect(morgan.values["from"]?.typed == "home", "\(morgan.candidates)")
    #expect(morgan.values["from"]?.seenAs.hasSuffix("on the register (inferred)") == true)
    #expect(morgan.candidates.first?.because.contains("missing from the home address") == true)
    // A railway station is nobody's home.
    #expect(try draft("Hassan").values["from"] == nil)
    #expect(
      try draft("Lovatt").list.contains { $0.contains("Another authority's child: Eastmere") })
    // Nobody reads the rows of other children with a child's own, then or later.
    let text = try workbench.reportText(morgan.reference, for: frances)
    #expect(text == morgan.text && text.contains("41 Quern Street"))
    #expect(!text.contains("HADDAD") && !text.contains("34 Tannery Rise"))
    #expect(text.contains("came in Thu 12 Nov 2026 07:15"), "\(text)")
  }

  @Test(
    "times are shown as people type them, to the minute, and the second passing of an hour says so")
  func timesAsTyped() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    func typed(_ name: String, _ field: String) throws -> String? {
      let kept = try workbench.receive(
        try FileBytes.read(DrillDesk.sample("reports/" + name), limit: 1_000_000), source: name,
        by: frances)
      let draft = try workbench.draft(of: try #require(kept.first?.reference), for: frances)
      return FormScreen.triage(draft, command: "c").typed(field)
    }
    #expect(try typed("06-compact-found.txt", "found-at") == "25/10/2026 01:35 GMT")
    #expect(try typed("09-carer-email.eml", "reported-at") == "07/11/2026 22:48")
    #expect(try typed("09-carer-email.eml", "by") == "foster carer")
    #expect(try typed("10-police-email.eml", "police-ref") == "RPS-2026-118804")
  }

  @Test("a report of which nothing was read is not said to be of a child who is away")
  func unread() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    _ = try workbench.receive(Array("One line of text.\n".utf8), source: "pasted", by: frances)
    let row = try #require(try rows(workbench).rows.first { $0.report != nil })
    let lines = try #require(row.report?.lines(now: workbench.now())).joined()
    #expect(lines.hasPrefix("Not read") && !lines.contains("AWAY"), "\(lines)")
  }

  /// A triage form as the desk opens it.
  struct KeyedForm {
    var form: FormScreen
    let workbench: Workbench
    let person: Person

    init(
      _ draft: TriageDraft, _ workbench: Workbench, _ person: Person, time: Int = 1
    ) throws {
      form = FormScreen.triage(draft, command: "c-\(draft.reference)-\(draft.subject)-\(time)")
      self.workbench = workbench
      self.person = person
    }

    var head: String { form.head.joined(separator: "\n") }

    mutating func clear(_ name: String) {
      let place = form.entries.firstIndex { $0.field.name == name } ?? 0
      form.entries[place].text = TextField("")
      if case .triage(let draft) = form.purpose { form.receive(draft.match) }
    }

    func send() throws -> [Arrival] {
      switch form.submission(now: workbench.now()) {
      case .failure(let findings): throw Failure(.badInput, "\(findings.list)")
      case .success(let submission): return try workbench.submit(submission, by: person)
      }
    }
  }

  @Test("who is OPEN by the police and back here from that going is not new on a daily list")
  func listedButBack() throws {
    let drill = try DrillDesk()
    let now = try #require(SpokenInstant.read("2026-11-23 07:15", now: Instant(seconds: 0)))
    let workbench = try Workbench(path: drill.path, frozenAt: now)
    func at(_ time: String) throws -> Instant {
      try #require(SpokenInstant.read(time, now: now))
    }
    let went = try at("2026-11-22 21:15")
    _ = try workbench.perform(
      "away", child: "NB-1001", expecting: nil,
      [
        Command.Entry(
          .wentMissing, at: went,
          Body([
            "from": .text("care"), "category": .text("missing"), "last-seen": .instant(went),
          ])),
        Command.Entry(.reported, at: went, Body(["police-ref": .text("26MIS041882")])),
        Command.Entry(.opened, at: went),
        Command.Entry(.returned, at: try at("2026-11-23 03:05")),
      ], by: frances, at: now)
    let list = """
      record_id,record_state,full_name,gender,date_of_birth,category,grading,last_seen,date_time_reported,closed_at,location_missing_from,responsible_la
      26MIS041882,OPEN,PRYCE-MORGAN Sian,F,2011-03-14,care,medium,2026-11-22T21:15+00:00,2026-11-22T22:05+00:00,,"3 Gannet Mews",Northbrook
      26MIS060671,OPEN,OKORO-LAING Precious,F,2010-12-04,home,low,2026-11-22T13:00+00:00,2026-11-22T22:05+00:00,,118 Candlewick Rise,Northbrook

      """
    _ = try workbench.receive(Array(list.utf8), source: "list.csv", by: frances)
    let told = Set(try rows(workbench).rows.compactMap(\.report?.list))
    #expect(told == ["Daily list of 2: 1 back here (tell the police), 1 new"], "\(told)")
  }

  @Test("who waits already by the list of the day before is not new on the next")
  func secondList() throws {
    let drill = try DrillDesk()
    let head =
      "record_id,record_state,full_name,gender,date_of_birth,category,grading,last_seen,date_time_reported,closed_at,location_missing_from,responsible_la\n"
    let known =
      "26MIS060671,OPEN,OKORO-LAING Precious,F,2010-12-04,home,low,2026-11-22T13:00+00:00,2026-11-22T22:05+00:00,,118 Candlewick Rise,Northbrook\n"
    let other =
      "26MIS060675,OPEN,DALE-WREN Cosmo,M,2011-12-04,home,low,2026-11-22T15:00+00:00,2026-11-22T23:05+00:00,,9 Tallow Rise,Northbrook\n"
    func receive(_ list: String, at now: String) throws -> Set<String> {
      let now = try #require(SpokenInstant.read(now, now: Instant(seconds: 0)))
      let workbench = try Workbench(path: drill.path, frozenAt: now)
      _ = try workbench.receive(Array(list.utf8), source: "list.csv", by: frances)
      return Set(try rows(workbench).rows.compactMap(\.report?.list))
    }
    let brown = other.replacing("26MIS060675", with: "26MIS060680").replacing(
      "DALE-WREN Cosmo", with: "IRWIN-BECK Ida")
    #expect(try receive(head + known + other, at: "2026-11-23 07:15") == ["Daily list of 2: 2 new"])
    // The same two, one of them reported anew under another number, and somebody else.
    let again = other.replacing("26MIS060675", with: "26MIS060699")
    #expect(
      try receive(head + known + again + brown, at: "2026-11-24 07:15")
        == ["Daily list of 2: 2 new", "Daily list of 3: 2 waiting already, 1 new"])
  }

  @Test(
    "a daily list is told as one: who is open here, back or new, who is not on it, who is grown up")
  func listAsOne() throws {
    let drill = try DrillDesk()
    let now = "2026-11-12 07:15"
    let workbench = try Workbench(
      path: drill.path, frozenAt: SpokenInstant.read(now, now: Instant(seconds: 0)))
    func away(_ child: String, _ at: String, _ category: String, _ reference: String) throws {
      let went = try #require(SpokenInstant.read(at, now: workbench.now()))
      _ = try workbench.perform(
        "away-\(child)", child: child, expecting: nil,
        [
          Command.Entry(
            .wentMissing, at: went,
            Body(["from": .text("care"), "category": .text(category), "last-seen": .instant(went)])
          ),
          Command.Entry(.reported, at: went, Body(["police-ref": .text(reference)])),
          Command.Entry(.opened, at: went),
        ], by: frances, at: went)
    }
    // By its reference, by name and birthday; not on the list; not expected on it.
    try away("NB-1001", "2026-11-09 20:15", "missing", "26MIS044655")
    try away("NB-1041", "2026-11-10 20:15", "missing", "26MIS044999")
    try away("NB-1012", "2026-11-07 12:40", "unauthorised-absence", "none")
    let path = DrillDesk.sample("daily-list/Daily Missing Return 12-11-2026.csv")
    _ = try workbench.receive(
      try FileBytes.read(path, limit: 1_000_000), source: "list.csv", by: frances)
    let reports = try rows(workbench).rows.filter { $0.report?.list != nil }
    #expect(reports.count == 9)
    let told = Set(reports.compactMap(\.report?.list))
    #expect(told == ["Daily list of 9: 1 already open here, 1 returned, 7 new"], "\(told)")
    #expect(reports.compactMap(\.report?.age) == ["18: an adult now"])
    let grown = try #require(reports.first { $0.report?.age != nil })
    #expect(grown.name.contains("Llewellyn"), "\(grown.name)")
    let draft = try workbench.draft(of: grown.reference, for: frances)
    let head = FormScreen.triage(draft, command: "c").head.joined(separator: "\n")
    #expect(head.contains("! 18: an adult now"))
    #expect(head.contains("Daily list of 9: 1 already open here, 1 returned, 7 new"))
    let missing = try #require(draft.list.first { $0.contains("not on this list") })
    #expect(missing.contains("MacAllister, Finlay. Ask"), "\(missing)")
    #expect(!missing.contains("Pryce") && !missing.contains("O’Dwyer") && !missing.contains("O'Dw"))
    // What is recorded since is told at once.
    let other = try #require(reports.first { $0.name.contains("Haddad") })
    let form = FormScreen.triage(
      try workbench.draft(of: other.reference, for: frances), command: "c2")
    if case .success(let submission) = form.submission(now: workbench.now()) {
      _ = try workbench.submit(submission, by: frances)
      #expect(
        try rows(workbench).rows.contains {
          $0.report?.list == "Daily list of 9: 2 already open here, 1 returned, 6 new"
        })
    }
  }

  @Test("any part of the tray, and any row that is asked for, is the same as in the whole")
  func partsFit() throws {
    let (drill, workbench) = try busy()
    defer { withExtendedLifetime(drill) {} }
    let all = try rows(workbench)
    try #require(all.total == all.rows.count && all.total > 5)
    for offset in 0..<all.total {
      for limit in 1...4 {
        let part = try rows(workbench, offset: offset, limit: limit)
        #expect(
          part.rows.map(\.kind) == all.rows.dropFirst(offset).prefix(limit).map(\.kind),
          "\(offset), \(limit)")
        let asked = try rows(workbench, limit: limit, at: all.rows[offset], before: limit / 2)
        let start = max(0, offset - limit / 2)
        #expect(asked.offset == start && asked.anchor?.isGone == false)
        #expect(
          asked.rows.map(\.kind) == all.rows.dropFirst(start).prefix(limit).map(\.kind),
          "asked for \(offset), \(limit)")
      }
    }
  }

  @Test("a list of several children becomes a report for each and is kept once; twice is once")
  func list() throws {
    let drill = try DrillDesk()
    let path = DrillDesk.sample("daily-list/2026-10-20-daily-missing-list.csv")
    let told = try drill.done(["intake", path], as: "frances")
    #expect(
      told.contains("A list of 8 children: a report each, R-2026-0001 to R-2026-0008."), "\(told)")
    let workbench = try workbench(drill)
    #expect(
      try workbench.records(for: frances).waitingReports(Window(limit: 3)).map(\.named) == [
        "Hassan, Mohammed Abdi", "Warsame, Hodan", "Warsame, Hibo",
      ])
    #expect(Set(try rows(workbench).rows.map(\.name)).isSuperset(of: ["Warsame, Hibo?"]))
    let bytes = try FileBytes.read(path, limit: 1_000_000)
    let text = String(decoding: bytes, as: UTF8.self)
    let name = DeskFile.listName(of: text)
    let whole = try #require(try workbench.records(for: frances).report(name))
    #expect(whole.text == text && whole.row.isList, "nothing of the list is lost")
    for number in 1...8 {
      let report = try #require(
        try workbench.records(for: frances).report("R-2026-000\(number)"))
      #expect(report.text.contains("26MIS041790") == (number == 2))
      // Whoever triages reads the whole while it waits, and nobody else.
      let petra = Person(id: "petra", name: "Petra Sethi", role: .socialWorker)
      #expect(
        try workbench.wholeListText(report.row.reference, for: frances) == text)
      #expect(throws: Refusal.self) {
        try workbench.wholeListText(report.row.reference, for: petra)
      }
      #expect(
        try workbench.reportText(report.row.reference, for: frances).contains("26MIS041790")
          == (number == 2))
    }
    #expect(try workbench.asides(for: frances).isEmpty, "a list was not set aside")
    #expect(throws: Refusal.self) { try workbench.draft(of: name, for: frances) }
    let draft = try workbench.draft(of: "R-2026-0002", for: frances)
    #expect(draft.candidates.first?.id == "NB-1014" && draft.isProposed)
    try drill.done(["intake", path], as: "frances")
    #expect(try rows(workbench).total == 8)
    try drill.done(["intake", "R-2026-0002", "--commit"], as: "frances")
    #expect(throws: Refusal.self, "with the child stands the child's own row") {
      try workbench.wholeListText("R-2026-0002", for: frances)
    }
    #expect(try drill.timeline(of: "NB-1014").contains { $0.text("event") == "opened" })
    for command in ["verify", "rebuild", "verify"] { try drill.done([command]) }
    #expect(try rows(workbench).total >= 7)
    #expect(try workbench.records(for: frances).report(name)?.row.isList == true)
  }

  @Test("a list that an earlier version kept with each child is known again, and read as before")
  func formerList() throws {
    let drill = try DrillDesk()
    let path = DrillDesk.sample("daily-list/2026-10-20-daily-missing-list.csv")
    let workbench = try workbench(drill)
    let bytes = try FileBytes.read(path, limit: 1_000_000)
    let list = try #require(DailyList(text: String(decoding: bytes, as: UTF8.self)))
    let former = try list.formerReports.prefix(5).map { text in
      try workbench.file.receiveReport(
        text: text, source: "list.csv", kind: "daily-list", by: workbench.actor(frances)
      ).reference
    }
    let again = try workbench.receive(bytes, source: path, by: frances)
    #expect(again.count == 8 && again.prefix(5).map(\.reference) == former)
    #expect(again.map(\.isNew) == Array(repeating: false, count: 5) + [true, true, true])
    let lists = Set(try rows(workbench).rows.compactMap { $0.report?.list })
    #expect(lists.count == 1 && lists.first?.hasPrefix("Daily list of 8") == true, "\(lists)")
    let shown = try workbench.reportText(former[0], for: nil)
    #expect(shown.contains("The other 7 rows") && !shown.contains("25 Hollow Elm Road"))
    #expect(try workbench.wholeListText(former[0], for: frances).contains("25 Hollow Elm Road"))
    // Read a third time nothing is new.
    #expect(try workbench.receive(bytes, source: path, by: frances).allSatisfy { !$0.isNew })
    #expect(try rows(workbench).total == 8)
    for command in ["verify", "rebuild", "verify"] { try drill.done([command]) }
  }

  @Test("a row reads the police reference that the report's form reads")
  func rowAndFormReadOneReference() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Samples/reports")
    for name in ["10-police-email.eml", "01-merlin-mis.txt"] {
      let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
      let kept = try workbench.receive(bytes, source: name, by: frances)
      let reference = try #require(kept.first?.reference)
      let row = try rows(workbench).rows.first { $0.kind.id == reference }
      let form = try #require(
        try workbench.draft(of: reference, for: frances).values["police-ref"]?.typed)
      #expect(row?.report?.policeReference == form, "\(name)")
    }
  }
}
