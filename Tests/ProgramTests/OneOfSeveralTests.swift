import Exchange
import Store
import TestSupport
import Testing
import Workflow

@testable import Desk
@testable import homeward

/// Of several children of a report each has her own, and what holds for all is not typed again for each.
@Suite("One of several children of a report")
struct OneOfSeveralTests {
  private let drill: TriageDrill

  init() throws { drill = try TriageDrill() }

  @Test(
    "what was typed of all at one child's triage is filled in at the next, and she is named as triaged"
  )
  func carriedOver() throws {
    let reference = try drill.take(
      """
      Two kids from one hostel are out tonight:

       - a girl, she's thirteen, born 9 March 2013, is missing
       - Rashad El-Amin, DOB 15/12/2010, is missing, too

      """)
    try drill.triage(
      reference,
      TriageDrill.rest.merging([
        "family-name": "Ashcombe-Vale", "given-names": "Tegan", "from": "care",
        "place": "Cranmer Hostel", "last-seen": "2026-11-22 17:30",
        "reported-at": "2026-11-22 23:20",
      ]) { $1 })
    let next = try drill.workbench.draft(of: reference, for: drill.frances)
    #expect(next.values["from"]?.typed == "care" && next.values["place"]?.typed == "Cranmer Hostel")
    #expect(next.values["reported-at"]?.seenAs == "as with Ashcombe-Vale, Tegan (inferred)")
    #expect(next.values["last-seen"] == nil && next.values["category"] == nil, "each has her own")
    let form = FormScreen.triage(next, command: "c")
    #expect(form.typed("reported-at").contains("23:20"))
    #expect(
      form.head.contains { $0.contains("tells of Ashcombe-Vale, Tegan, too") }, "\(form.head)")
    #expect(form.reading?.contains("reported at") == false, "\(form.reading ?? "")")
  }

  @Test(
    "who was set aside is said to be in a sister's form")
  func aside() throws {
    let list = try FileBytes.read(DrillDesk.sample("reports/11-police-list.txt"), limit: 100_000)
    let reference = try #require(
      try drill.workbench.receive(list, source: "list", by: drill.frances).first?.reference)
    try drill.desk.done(
      [
        "intake", reference, "--set-aside", "duplicate", "--subject", "1", "--reason", "Twice",
        "--commit",
      ], as: "frances", now: "2026-11-23 01:41")
    let head = try drill.form(reference).head
    #expect(
      head.contains { $0.contains("tells of Grange, Tyler (set aside); Mensah, Kofi") }, "\(head)")
  }

  @Test(
    "what is doubtful of the whole report stands on the next form where the first child is set aside"
  )
  func doubts() throws {
    let reference = try drill.take(
      """
      Last seen: 24/11/2026 21:00

      Name: Amelia HARTNOLL
      DOB: 04/02/2011
      Risk: HIGH

      Name: Jude HARTNOLL
      DOB: 17/08/2012
      Risk: LOW

      """)
    func isSaid(_ subject: Int?) throws -> Bool {
      try drill.workbench.draft(of: reference, subject: subject, for: drill.frances).warnings
        .contains { $0.contains("lies ahead") }
    }
    #expect(try isSaid(nil) && !isSaid(2))
    try drill.desk.done(
      [
        "intake", reference, "--set-aside", "duplicate", "--subject", "1", "--reason", "Twice",
        "--commit",
      ], as: "frances", now: "2026-11-23 01:41")
    #expect(try isSaid(nil))
  }

  @Test("a mother who reports several is not taken for the mother of one of another name")
  func relation() throws {
    func subject(_ number: Int, _ name: String, _ born: String) -> String {
      "SUBJECT \(number) of 2   26MIS05100\(number)\n  NAME  \(name)\n  DOB  \(born)\n\n"
    }
    let tail = """
      -------------------------------------------------------
      REPORTED     22/11/2026 22:15
      BY           OKONKWO-PRICE Celestine, mother  TEL 07700 900321
      CATEGORY     MISSING FROM HOME

      """
    let head = "THAMESMARK POLICE   MERLIN MIS\nRef: 26MIS051001\nNumber of subjects: 2\n"
    let other = try drill.take(
      head + subject(1, "OKONKWO-PRICE Delphine", "04/04/2012")
        + subject(2, "LARKSPUR Juno", "30/01/2013") + tail)
    let first = try drill.workbench.draft(of: other, for: drill.frances).values["relation"]?.typed
    #expect(first == "parent")
    #expect(
      try drill.workbench.draft(of: other, subject: 2, for: drill.frances).values["relation"] == nil
    )
    let both = try drill.take(
      head + subject(1, "OKONKWO-PRICE Delphine", "04/04/2012")
        + subject(2, "OKONKWO-PRICE Ambrose", "11/09/2014") + tail)
    let second = try drill.workbench.draft(of: both, subject: 2, for: drill.frances)
    #expect(second.values["relation"]?.typed == "parent")
  }

  @Test(
    "a note on one of several children goes to that one's timeline, and is shown on that one's form"
  )
  func noteAboutOne() throws {
    let reference = try drill.take(
      "Two are missing:\n- Mia Bly, DOB 17/08/2012, is missing\n- Rashad El-Amin, DOB 15/12/2010, is missing\n"
    )
    var form = FormScreen.reportNote(reference, command: "note-1")
    form.describe(try drill.workbench.about(reference, for: drill.frances))
    let about = try #require(form.line("about"))
    #expect(about.choices.map(\.title) == ["Bly, Mia", "El-Amin, Rashad"])
    #expect(form.draft(now: drill.workbench.now()) == nil, "nothing is typed")
    form.entries[0].text = TextField("His aunt rang")
    form.entries[1].text = TextField("2")
    let kept = try #require(form.draft(now: drill.workbench.now()))
    var again = FormScreen.reportNote(reference, command: "note-1")
    again.restore(kept)
    again.describe(try drill.workbench.about(reference, for: drill.frances))
    #expect(again.typed("about") == "2" && again.line("about")?.choices.count == 2)
    _ = try drill.workbench.submit(
      try again.submission(now: drill.workbench.now()).get(), by: drill.frances)
    #expect(try !drill.form(reference, 1).head.contains { $0.contains("aunt") })
    #expect(try drill.form(reference, 2).head.contains { $0.contains("on child 2: His aunt rang") })
    let rest = TriageDrill.rest.merging([
      "from": "home", "last-seen": "unknown", "reported-at": "2026-11-22 23:20",
    ]) { $1 }
    func notes(_ id: String) throws -> Int {
      try #require(try drill.workbench.records(for: drill.frances).caseOf(id)).history
        .count { $0.kind == .noteAdded }
    }
    #expect(try notes(try drill.triage(reference, rest)) == 0)
    #expect(throws: Refusal.self) {
      try drill.workbench.file.note(
        "Late", onReport: reference, about: 1, id: "late", by: drill.workbench.actor(drill.frances))
    }
    #expect(
      try notes(
        try drill.triage(reference, rest.filter { !["from", "reported-at"].contains($0.key) }))
        == 1)
  }

  @Test(
    "a place in a report finds the children to whom it was given while they are away, and a third child is named"
  )
  func places() throws {
    let reference = try drill.take(ToldText.hostel)
    let waiting = try #require(try drill.workbench.found("El-Amin", for: drill.frances).first)
    #expect(
      waiting.title == "El-Amin, Rashad? (3 of 3)" && waiting.target == .waiting(report: reference))
    #expect(
      try drill.workbench.found("Sluicegate", for: drill.frances).first?.target
        == .waiting(report: reference))
    let typed = TriageDrill.rest.merging(["from": "care", "last-seen": "2026-11-22 17:30"]) { $1 }
    var ids: [String] = []
    for place in 1...3 {
      ids.append(
        try drill.triage(
          reference,
          place == 1 ? typed : place == 2 ? typed.filter { $0.key != "from" } : TriageDrill.rest))
    }
    let found = try drill.workbench.found("Sluicegate", for: drill.frances).map(\.target)
    #expect(Set(found) == Set(ids.map { FoundRow.Target.child($0) }), "\(found)")
  }
}

private enum ToldText {
  static let hostel = """
    Three kids from the same hostel are out tonight:

     - Tegan Ashcombe-Vale, born 9 March 2013, not seen since tea
     - Zofia Marczak, born 2 July 2012, left with her
     - Rashad El-Amin, DOB 15/12/2010, was seen at 8.10pm Sunday 22/11/2026 in the garden

    Reported to us 22/11/2026 at 23:20. All three live at Cranmer Hostel, 9 Sluicegate Street.

    """
}
