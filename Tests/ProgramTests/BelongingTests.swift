import Exchange
import Store
import TestSupport
import Testing
import Workflow

@testable import Desk
@testable import homeward

/// Every child to whom a report belongs is found by what stands in it, and is told of by what it says of that
/// child.
@Suite("Whose a report is")
struct BelongingTests {
  private let frances = Person(id: "frances", name: "Frances Okafor", role: .frontDoor)
  private let drill: DrillDesk
  private let workbench: Workbench

  init() throws {
    drill = try DrillDesk()
    workbench = try Workbench(
      path: drill.path, frozenAt: SpokenInstant.read(DrillDesk.now, now: Instant(seconds: 0)))
  }

  private func take(_ text: String) throws -> String {
    let kept = try workbench.receive(Array(text.utf8), source: "pasted", by: frances)
    return try #require(kept.first?.reference)
  }

  private func sample(_ name: String) throws -> String {
    let path = DrillDesk.sample("reports/" + name)
    return String(decoding: try FileBytes.read(path, limit: 1_000_000), as: UTF8.self)
  }

  /// Triages the child of a report who is next as the form proposes it.
  private func triage(
    _ reference: String, _ typed: [String: String] = [:]
  ) throws -> (sentence: String, child: String) {
    var form = try FrontDoorRowsTests.KeyedForm(
      workbench.draft(of: reference, for: frances), workbench, frances)
    for (name, text) in typed {
      let place = try #require(form.form.entries.firstIndex { $0.field.name == name }, "\(name)")
      form.form.entries[place].text = TextField(text)
    }
    guard case .recorded(let sentence, let child?, _)? = try form.send().first else {
      throw Failure(.badInput, "nothing was recorded")
    }
    return (sentence, child)
  }

  private func targets(_ text: String) throws -> [FoundRow.Target] {
    try workbench.found(text, for: frances).map(\.target)
  }

  private func children(_ text: String) throws -> Set<String> {
    Set(
      try targets(text).compactMap { if case .child(let id) = $0 { id } else { nil } })
  }

  @Test(
    "in a drill whoever was typing when a desk ended goes on, not who was played last elsewhere")
  func cutOff() throws {
    #expect(try workbench.cutOffPerson() == nil)
    func keep(_ person: String, _ process: String) throws {
      try workbench.file.saveDraft(
        Draft(
          key: "\(person):event", person: person, form: "event",
          body: Body(["text": .text("half a"), "@process": .text(process)]), saved: workbench.now())
      )
    }
    try keep("una", ProcessMark.own.text)
    #expect(try workbench.cutOffPerson() == nil, "it lies open on a screen that is there")
    try keep("frances", "1:0")
    #expect(try workbench.cutOffPerson() == "frances")
  }

  @Test("a number, a postcode and a reference find every child of a report, triaged or not")
  func marks() throws {
    let both = try take(try sample("03-merlin-mis.txt"))
    let marks = [
      "07700 900672", "900672", "NB3 9LD", "nb39ld", "MIS042078", "26MIS042078", "42078",
    ]
    for mark in marks {
      #expect(try targets(mark).contains(.waiting(report: both)), "\(mark)")
    }
    let first = try triage(both).child
    for mark in marks {
      let found = try targets(mark)
      #expect(found.contains(.child(first)) && found.contains(.waiting(report: both)), "\(mark)")
    }
    let second = try triage(both).child
    for mark in marks {
      #expect(try children(mark).isSuperset(of: [first, second]), "\(mark)")
      #expect(try !targets(mark).contains(.waiting(report: both)), "\(mark)")
    }
    #expect(try children(both) == [first, second], "by its own reference")
    #expect(try children("900673").isEmpty && children("NB3 9LE").isEmpty)
  }

  @Test("a number parted as numbers are finds the child whom a second report joined, too")
  func joined() throws {
    let first = try sample("01-merlin-mis.txt")
    let opened = try triage(try take(first)).child
    let again = try take(
      first.replacing("020 7946 0182", with: "020 7946 0155").replacing(
        "26MIS041882", with: "26MIS041999"))
    #expect(try triage(again).sentence.contains("joined"))
    for mark in ["020 7946 0182", "02079460182", "020 7946 0155", "MIS041999"] {
      #expect(try children(mark) == [opened], "\(mark)")
    }
  }

  @Test("setting aside what is left of a report names only who is left, and that name finds it")
  func setAside() throws {
    let both = try take(try sample("03-merlin-mis.txt"))
    _ = try triage(both)
    let submission = Submission(
      act: .setAside(report: both), at: workbench.now(),
      body: Body(["decision": .text("duplicate"), "reason": .text("With his father")]),
      command: "aside", draftKeys: [])
    let answers = try workbench.submit(submission, by: frances)
    guard case .recorded(let sentence, _, _)? = answers.first
    else {
      Issue.record("not set aside")
      return
    }
    #expect(sentence == "\(both), Nguyen, Van Khoa (2 of 2): set aside.")
    #expect(try targets("khoa") == [.aside(report: both)])
    let row = try #require(try workbench.found("khoa", for: frances).first)
    #expect(row.title.hasPrefix("Nguyen, Van Khoa?") && row.detail.contains("set aside"))
  }

  @Test("what is said of each of several children by number is read, and what is not read is named")
  func numbered() throws {
    let both = try take(try sample("03-merlin-mis.txt"))
    let first = try workbench.page(of: try triage(both).child, for: frances)
    let second = try workbench.page(of: try triage(both).child, for: frances)
    let lines = EpisodeFile(page: first, now: workbench.now()).lines.map(\.trimmed)
    func line(_ words: String) -> String? { lines.first { $0.hasPrefix(words) } }
    #expect(line("Description: 150cm, slim, long straight black hair, brace on upper teeth") != nil)
    #expect(line("Child's phone: 07700 900672") != nil, "\(lines)")
    #expect(line("Not read; F3 reads the report: medical need") != nil, "\(lines)")
    #expect(line("Not on record") == nil)
    let other = EpisodeFile(page: second, now: workbench.now()).lines.map(\.trimmed)
    #expect(other.contains { $0.hasPrefix("Description: 138cm, slim, short black hair") })
    #expect(other.contains { $0.contains("asthma") } && !other.contains { $0.contains("900672") })
  }

  @Test("a report that waits of a going from which the child is back by the record says so")
  func backByRecord() throws {
    let text = try sample("01-merlin-mis.txt")
    let child = try triage(try take(text)).child
    let late = try take(text + "\nSent again.\n")
    func row() throws -> TrayRow.Report? {
      try workbench.window(
        TrayQuestion(TrayQuery(tray: .frontDoor), offset: 0, limit: 99), for: frances
      ).rows.first { $0.kind.id == late }?.report
    }
    let now = workbench.now()
    #expect(try row()?.lines(now: now).first?.contains("AWAY") == true)
    _ = try workbench.perform(
      "back", child: child, expecting: nil,
      [
        Command.Entry(
          .returned, at: try #require(SpokenInstant.read("2026-10-20 08:46", now: now)), Body())
      ], by: frances)
    let said = try #require(try row())
    #expect(said.lines(now: now)[0].contains("back Tue 20 Oct 08:46, as recorded here"), "\(said)")
    #expect(!said.lines(now: now)[0].contains("AWAY"))
    let waiting = try #require(try workbench.page(of: child, for: frances).waiting.first)
    #expect(waiting.reference == late && waiting.report.back == said.back)
  }

  @Test("a report that was taken back from a child who is back says so, whatever name stands in it")
  func backUnderAnotherName() throws {
    let text = try sample("01-merlin-mis.txt")
    let child = try triage(try take(text)).child
    let named = try #require(try workbench.records(for: frances).child(child))
    let late = try take(
      text.replacing(named.familyName, with: "Quillfeather")
        .replacing(named.familyName.uppercased(), with: "QUILLFEATHER")
        .replacing(named.givenNames, with: "Ottoline"))
    let given = try triage(late, ["child-id": child, "reason": "She gives this name"])
    try #require(given.child == child)
    let now = workbench.now()
    let stands = try #require(try workbench.records(for: frances).caseOf(child))
    let triaged = try #require(
      stands.readings.last { $0.kind == .triaged && $0[Field<String>.report] == late })
    var body = Body()
    body[.corrects] = triaged.sequence
    body[.reason] = "To be asked"
    let back = try #require(SpokenInstant.read("2026-10-20 08:46", now: now))
    for (id, kind, at, body) in [
      ("taken-back", EventKind.withdrawn, now, body), ("back", .returned, back, Body()),
    ] {
      _ = try workbench.perform(
        id, child: child, expecting: nil, [Command.Entry(kind, at: at, body)], by: frances)
    }
    let row = try workbench.window(
      TrayQuestion(TrayQuery(tray: .frontDoor), offset: 0, limit: 99), for: frances
    ).rows.first { $0.kind.id == late }
    #expect(try #require(row?.report).back == back)
  }

  @Test("who is named among several is the one whose triage opens, and no sister's report is hers")
  func oneAmongSeveral() throws {
    let several = try take(
      """
      From: control.north@example.org
      Date: Tue, 20 Oct 2026 08:00:00 +0000
      Subject: Two missing

      1. Delphine OKONKWO, DOB 04/02/2012, missing since 19:00 on 19/10/2026. Ref 26MIS051001
      2. Juno LARKSPUR, DOB 17/08/2012, missing since 19:00 on 19/10/2026. Ref 26MIS051003

      """)
    let notice = try take(
      """
      *** COMPACT FINALISATION NOTICE ***
      26MIS051001            STATUS: FINALISED - LOCATED
      Person      : DELPHINE OKONKWO
      DOB         : 04-Feb-2012
      """)
    #expect(try workbench.place(of: several, namedBy: "larkspur", for: frances) == 2)
    #expect(try workbench.place(of: several, namedBy: "26MIS051003", for: frances) == 2)
    #expect(try workbench.place(of: several, namedBy: "26MIS051009", for: frances) == nil)
    let sister = try workbench.draft(of: several, subject: 1, for: frances)
    #expect(sister.twins.map(\.reference) == [notice])
    let own = try workbench.draft(of: several, subject: 2, for: frances)
    #expect(own.values["given-names"]?.typed == "Juno" && own.twins.isEmpty)
    _ = try triage(
      several, ["from": "home", "category": "missing", "reported-at": "19/10/2026 20:00"])
    #expect(try workbench.reportTwins(workbench.records(for: frances))[several] == nil)
  }

  @Test("all that waits is in the tray, be it ever so much")
  func nobodyBeyondTheEnd() throws {
    for number in 1...520 {
      _ = try workbench.file.receiveReport(
        text: "Note \(number)", source: "pasted", kind: ReportKind.unknown.rawValue,
        by: workbench.actor(frances))
    }
    let tray = try workbench.window(
      TrayQuestion(TrayQuery(tray: .frontDoor), offset: 0, limit: 999), for: frances)
    let waiting = try workbench.records(for: frances).waitingReportCount()
    #expect(waiting >= 520 && tray.rows.count { $0.step == nil } == waiting)
  }

  @Test(
    "a notice that a child was found, without a time, opens asking for it and keeps what it says",
    arguments: [
      "Returned to : time not known", "Returned to : grandmother, time not recorded",
    ])
  func foundWithoutTime(back: String) throws {
    let missing = try triage(try take(try sample("01-merlin-mis.txt")))
    let child = try #require(try workbench.records(for: frances).caseOf(missing.child))
    let born = try #require(child.facts[.born])
    let notice = try take(
      """
      *** COMPACT FINALISATION NOTICE ***
      Wexhold Constabulary Missing & Vulnerable People Unit

      WX/MP/26/09913            STATUS: FINALISED - LOCATED

      Person      : \(child.facts[.givenNames] ?? "") \(child.facts[.familyName] ?? "")
      DOB         : \(born.spoken)
      LA          : NORTHBROOK

      Located     : time not known
      Located at  : Saltcombe Parkway railway station
      Condition   : Found safe and well
      \(back)
      """)
    let draft = try workbench.draft(of: notice, for: frances)
    #expect(draft.values["found-at"]?.typed == "unknown")
    #expect(draft.values["found-place"]?.typed == "Saltcombe Parkway railway station")
    #expect(draft.warnings == [])
    let said = try triage(notice)
    try #require(said.child == missing.child)
    #expect(said.sentence.contains("asking stands in your tray"), "\(said.sentence)")
    func page() throws -> ChildPage { try workbench.page(of: said.child, for: frances) }
    func asking() throws -> WorkStep? {
      try page().steps.first { $0.agreed?[Field<String>("action")] == AgreedAction.whenFound }
    }
    let step = try #require(try asking())
    #expect(step.isOpen && step.tray == .frontDoor && step.due == workbench.now().adding(hours: 1))
    let reported = try #require(try page().child.history.last { $0.kind == .reported })
    #expect(reported[.endUnknown] == "located")
    #expect(reported.body[name: "found-place"] == .text("Saltcombe Parkway railway station"))
    #expect(
      reported.body[name: "returned-to"] == (back.contains("grand") ? .text("grandmother") : nil))
    let head = ChildHeader(page: try page(), now: workbench.now(), keys: .standard).sentence
    #expect(head.contains("said to be located, since when is to be asked"), "\(head)")
    let name = try page().child.name
    let found = try workbench.found(name, for: frances).first { $0.target == .child(said.child) }
    #expect(
      found?.detail.contains("said to be located, since when is to be asked: Saltcombe") == true,
      "\(found?.detail ?? "")")
    // A return that is recorded does it; taken back with the triage it is no more.
    _ = try workbench.perform(
      "is-back", child: said.child, expecting: nil,
      [Command.Entry(.returned, at: workbench.now(), Body())], by: frances)
    #expect(try asking()?.isOpen == false)
    let triaged = try #require(try page().child.readings.last { $0.kind == .triaged })
    var body = Body()
    body[.corrects] = triaged.sequence
    body[.reason] = "To be read again"
    _ = try workbench.perform(
      "taken-back", child: said.child, expecting: nil,
      [Command.Entry(.withdrawn, at: workbench.now(), body)], by: frances)
    #expect(try asking() == nil)
  }

  @Test("a found notice that says of no time since when is recorded, and counts from the finding")
  func foundNotice() throws {
    let reference = try take(
      """
      *** COMPACT FINALISATION NOTICE ***
      Wexhold Constabulary Missing & Vulnerable People Unit
      Sent Thu 22/10/2026 06:52 BST to northbrook-mash@example.gov.uk

      WX/MP/26/07713            STATUS: FINALISED - LOCATED

      Person      : YOUSEF AL KHATIB
      DOB         : 01-Dec-2009
      LA          : NORTHBROOK

      Located     : 22/10/2026 01:35
      Located at  : Saltcombe Parkway railway station, platform 2
      Returned to : Placement, by police car, 03:10

      """)
    let typed = [
      "from": "care", "category": "missing", "last-seen": "unknown", "reported-at": "unknown",
      "returned-at": "22/10/2026 03:10",
    ]
    var form = FormScreen.triage(
      try workbench.draft(of: reference, for: frances), command: "head")
    for (name, text) in typed {
      let place = try #require(form.entries.firstIndex { $0.field.name == name })
      form.entries[place].text = TextField(text)
    }
    let said = "! Nobody says since when: the episode counts from Thu 22 Oct 01:35 (located)"
    #expect(form.head.contains { $0.hasPrefix(said) }, "\(form.head)")
    let child = try triage(reference, typed).child
    let episode = try workbench.page(of: child, for: frances).record?.current
    #expect(episode?.start?.at.spokenShort == "Thu 22 Oct 01:35")
    #expect(episode?.start?.basis == .over && episode?.returned != nil)
  }

  @Test("a reference that stands with none of two children is shown at both, and asked about")
  func referenceOfNobody() throws {
    let reference = try take(
      """
      From: Quillgate <quillgate@example.org>
      To: Northbrook front door <northbrook-mash@example.gov.uk>
      Date: Thu, 22 Oct 2026 06:52:00 +0100
      Subject: missing tonight

      Two of our young people did not come back from school today. They are Amara Jollie
      (born 03/03/2012) and her room mate Poppy Lanehart, who is 14 and has epilepsy.
      Police ref 26MIS047733.

      """)
    for subject in 1...2 {
      let draft = try workbench.draft(of: reference, subject: subject, for: frances)
      let form = FormScreen.triage(draft, command: "nobody")
      let line = try #require(form.entries.first { $0.field.name == "police-ref" })
      #expect(line.isEmpty && line.note == "26MIS047733, line 7: this child’s?")
    }
  }

  @Test(
    "that a place is not safe, and whose it is, is read in the notice and recorded with the return")
  func notSafeThere() throws {
    let reference = try take(
      """
      *** COMPACT FINALISATION NOTICE ***
      Wexhold Constabulary Missing & Vulnerable People Unit
      Sent Thu 22/10/2026 06:52 BST to northbrook-mash@example.gov.uk

      WX/MP/26/07714            STATUS: FINALISED - LOCATED

      Person      : MARCUS BELLWETHER
      DOB         : 11-May-2011
      LA          : NORTHBROOK

      Missing from: 21/10/2026 09:45
      Located     : 22/10/2026 01:35
      Returned to : 3 Mill Yard, adult friend Kez's flat, by police car, 03:10

      PREVENTION INTERVIEW
      Completed   : No
      Harmed while missing      : Yes, says he was hit
      Safe to return            : No, unknown adults in the flat

      """)
    let form = FormScreen.triage(
      try workbench.draft(of: reference, for: frances), command: "head")
    #expect(form.typed("safe") == "no")
    #expect(
      form.head.contains { $0.contains("tells of harm: Yes, says he was hit") }, "\(form.head)")
    let child = try triage(
      reference, ["from": "home", "category": "missing", "reported-at": "unknown"]
    ).child
    let page = try workbench.page(of: child, for: frances)
    let returned = try #require(page.record?.current?.returned)
    #expect(returned.tellsOfUnsafePlace)
    #expect(returned.body[name: "place"] == .text("3 Mill Yard, adult friend Kez's flat"))
  }
}
