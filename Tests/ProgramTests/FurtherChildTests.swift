import Exchange
import Store
import TestSupport
import Testing
import Workflow

@testable import Desk
@testable import homeward

/// A child of a report whom it neither counts nor names: whoever knows of it triages it from that report.
@Suite("A further child of a report")
struct FurtherChildTests {
  private static let letter = """
    From: "Alder Lodge" <night.staff@alderlodgecare.example>
    To: Northbrook Front Door <frontdoor@northbrook.example>
    Date: Sun, 22 Nov 2026 23:40:00 +0000
    Subject: Danika Holloway not back

    Danika Holloway, date of birth 05/03/2011, has not come back to Alder Lodge this evening.
    She was last seen at 19:30. Her friend who lives here too is with her.
    Police reference 26MIS118804.

    Jo Marsh
    night staff
    """

  private func further(_ drill: TriageDrill, _ reference: String) throws -> TriageDraft {
    let answers = drill.workbench.answer(.readReport(reference, .further), for: drill.frances)
    guard case .draft(let draft)? = answers.first else {
      throw Failure(.badInput, "no draft: \(answers)")
    }
    return draft
  }

  @discardableResult
  private func record(
    _ draft: TriageDraft, _ drill: TriageDrill, _ typed: [String: String] = [:]
  ) throws -> [Arrival] {
    var keyed = try FrontDoorRowsTests.KeyedForm(draft, drill.workbench, drill.frances)
    let all = typed.merging(TriageDrill.rest) { own, _ in own }
    for (name, text) in all {
      let place = try #require(keyed.form.entries.firstIndex { $0.field.name == name }, "\(name)")
      keyed.form.entries[place].text = TextField(text)
    }
    return try keyed.send()
  }

  private static let ellie = [
    "family-name": "Vance", "given-names": "Ellie", "born": "2012-06-01",
    "last-seen": "2026-11-22 19:30", "from": "care", "police-ref": "26MIS118805",
    "category": "missing", "child": "new",
  ]

  @Test("is triaged from a report that was triaged already, and both histories have the report")
  func ofATriagedReport() throws {
    let drill = try TriageDrill()
    let reference = try drill.take(Self.letter)
    let first = try drill.triage(
      reference, ["category": "missing", "from": "care", "child": "new"])
    #expect(try drill.rows().isEmpty)

    let draft = try further(drill, reference)
    #expect(draft.subject == 2 && draft.subjects == 2)
    // Nothing is filled in of who the first one is, or of when that one went.
    for name in [
      "family-name", "given-names", "born", "last-seen", "police-ref", "risk", "found-at",
    ] {
      #expect(draft.values[name] == nil, "\(name)")
    }
    #expect(draft.values["reporter"]?.typed == "Alder Lodge")
    #expect(draft.values["reported-at"]?.typed == "2026-11-22T23:40+00:00")
    #expect(draft.values["from"]?.typed == "care", "as with the first")
    #expect(draft.notAsked["police-ref"]?.contains("26MIS118804") == true)
    #expect(draft.list.contains { $0.contains("further child") })

    guard case .recorded(let sentence, let second?, _)? = try record(draft, drill, Self.ellie).first
    else {
      Issue.record("nothing was recorded")
      return
    }
    #expect(sentence.hasPrefix("\(reference) triaged: Vance, Ellie"), "\(sentence)")
    #expect(try drill.rows().isEmpty)
    for child in [first, second] {
      let page = try drill.workbench.page(of: child, for: drill.frances)
      #expect(page.child.history.contains { $0.kind == .reported && $0[.report] == reference })
    }
    #expect(
      try drill.workbench.page(of: first, for: drill.frances).together.map(\.name)
        == ["Vance, Ellie"])
    #expect(try further(drill, reference).subject == 3)
  }

  @Test("waits again once its triage is taken back, and may be set aside then")
  func takenBack() throws {
    let drill = try TriageDrill()
    let reference = try drill.take(Self.letter)
    try drill.triage(reference, ["category": "missing", "from": "care", "child": "new"])
    guard
      case .recorded(_, _, let act?)? = try record(try further(drill, reference), drill, Self.ellie)
        .first
    else {
      Issue.record("nothing was recorded")
      return
    }
    _ = drill.workbench.answer(.withdraw(act, command: "undo"), for: drill.frances)
    let row = try #require(try drill.rows().first)
    #expect(row.name == "a further child? (2 of 2)")
    let again = try drill.workbench.draft(of: reference, for: drill.frances)
    #expect(again.subject == 2 && again.subjects == 2 && !again.isUntold)
    #expect(try drill.workbench.about(reference, subject: 2, for: drill.frances).names.isEmpty)
    try drill.workbench.setAside(
      reference, subject: 2, decision: "no-further-action", reason: "There is none", id: "aside",
      by: drill.frances)
    #expect(try drill.rows().isEmpty)
    // Set aside like others, it comes back like others.
    try drill.workbench.file.takeBack(
      report: reference, subject: 2, reason: "There is", id: "back",
      by: drill.workbench.actor(drill.frances))
    #expect(try drill.rows().count == 1)
  }

  @Test("two who triage a further child at once do not both open the same one")
  func atOnce() throws {
    let drill = try TriageDrill()
    let reference = try drill.take(Self.letter)
    try drill.triage(reference, ["category": "missing", "from": "care", "child": "new"])
    let other = try Workbench(path: drill.desk.path, frozenAt: drill.workbench.now())
    let mira = Person(id: "mira", name: "Mira Castell", role: .missingCoordinator)
    guard
      case .draft(let theirs)? = other.answer(.readReport(reference, .further), for: mira).first
    else {
      Issue.record("no draft")
      return
    }
    try record(try further(drill, reference), drill, Self.ellie)
    var keyed = try FrontDoorRowsTests.KeyedForm(theirs, other, mira, time: 2)
    for (name, text) in Self.ellie {
      let place = try #require(keyed.form.entries.firstIndex { $0.field.name == name })
      keyed.form.entries[place].text = TextField(text)
    }
    #expect(throws: (any Error).self) { try keyed.send() }
    #expect(try drill.workbench.records(for: nil).children(ofReport: reference).count == 2)
  }

  @Test("its draft is gone on with, and a report that waits goes on waiting for the first")
  func draft() throws {
    let drill = try TriageDrill()
    let reference = try drill.take(Self.letter)
    let draft = try further(drill, reference)
    let form = FormScreen.triage(draft, command: "c")
    #expect(form.title.hasPrefix("Triage · child 2 of 2 · "))
    try drill.workbench.keepDraft(
      FormDraft(values: Self.ellie, title: form.title), under: form.draftKey, of: drill.frances)
    let mark = try #require(try drill.workbench.draftMarks(of: drill.frances).first)
    #expect(mark.reopening == .readReport(reference, .place(2)))
    guard
      case .draft(let again)? = drill.workbench.answer(
        .readReport(reference, .place(2)), for: drill.frances
      ).first
    else {
      Issue.record("the draft cannot be gone on with")
      return
    }
    #expect(again.subject == 2 && again.values["family-name"] == nil)
    // The first child is read as ever.
    let first = try drill.workbench.draft(of: reference, for: drill.frances)
    #expect(first.subject == 1 && first.subjects == 1)
    try record(again, drill, Self.ellie)
    let row = try #require(try drill.rows().first)
    #expect(row.name.hasPrefix("Holloway, Danika? (1 of 2)"), "\(row.name)")
  }

  @Test("the same text pasted again says so, and opens it when it is sent again")
  func pastedAgain() throws {
    let drill = try TriageDrill()
    let reference = try drill.take(Self.letter)
    func paste(isFurther: Bool) -> [Arrival] {
      drill.workbench.answer(
        .receive(
          file: "", text: Self.letter, draftKey: "intake", isSure: isFurther, isFurther: isFurther),
        for: drill.frances)
    }
    guard case .draft(let first)? = paste(isFurther: false).first else {
      Issue.record("a report that waits is opened")
      return
    }
    #expect(first.subject == 1)
    try drill.triage(reference, ["category": "missing", "from": "care", "child": "new"])
    guard case .refused(let refusal)? = paste(isFurther: false).first else {
      Issue.record("it is not said")
      return
    }
    #expect(
      refusal.sentence
        == "\(reference) was triaged already, as Holloway, Danika. Ctrl-S again: a further child of it"
    )
    #expect(refusal.findings.first?.sentence == FormScreen.triagedBefore)
    guard case .draft(let draft)? = paste(isFurther: true).first else {
      Issue.record("it is not opened")
      return
    }
    #expect(draft.reference == reference && draft.subject == 2)
  }

  @Test("is triaged from the command line")
  func commandLine() throws {
    let drill = try TriageDrill()
    let reference = try drill.take(Self.letter)
    try drill.triage(reference, ["category": "missing", "from": "care", "child": "new"])
    let again = try drill.desk.run(["intake", reference], as: "frances", now: "2026-11-23 02:00")
    #expect(again.status != 0 && again.errors.contains("--further"), "\(again.errors)")
    let settings = Self.ellie.filter { $0.key != "child" }.flatMap { ["--set", "\($0)=\($1)"] }
    let done = try drill.desk.done(
      ["intake", reference, "--further", "--commit", "--child", "new"] + settings, as: "frances",
      now: "2026-11-23 02:00")
    #expect(done.contains("\(reference) triaged: Vance, Ellie"), "\(done)")
  }

  @Test("a further child of a report whose others were set aside together is not among those")
  func besideThoseSetAside() throws {
    let drill = try TriageDrill()
    let reference = try drill.take(Self.letter)
    try drill.workbench.setAside(
      reference, subject: nil, decision: "duplicate", reason: "Twice", id: "aside",
      by: drill.frances)
    let draft = try further(drill, reference)
    #expect(draft.subject == 2 && draft.match.decided == nil)
    try record(draft, drill, Self.ellie)
    #expect(try drill.rows().isEmpty)
    #expect(try drill.workbench.asides(for: drill.frances).count == 1)
  }
}
