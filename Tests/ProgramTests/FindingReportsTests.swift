import Exchange
import Store
import TestSupport
import Testing
import Workflow

@testable import Desk
@testable import homeward

/// Which report that waits somebody finds who types something, and which child of it.
@Suite("Finding a report that waits")
struct FindingReportsTests {
  private let drill: TriageDrill

  init() throws { drill = try TriageDrill() }

  private static let list = """
    Three young people missing from Brackenfold House since 19:00 22/11/2026.

    1. Tyler GRANGE, DOB 04/02/2011, male. Risk MEDIUM. Ref 26MIS060801
    2. Mia GRANGE, DOB 17/08/2012, female. Risk HIGH. Ref 26MIS060802
    3. Kofi MENSAH, DOB 30/11/2010, male. Risk MEDIUM. Ref 26MIS060803

    """

  private static func mail(_ name: String, _ end: String = "") -> String {
    """
    Name: \(name)
    DOB: 12/09/2011
    Ref: 26MIS070001
    Risk: HIGH
    Last seen: 22/11/2026 12:55
    Reported: 22/11/2026 15:00
    Missing from: home
    \(end)

    """
  }

  private func filtered(_ text: String) throws -> [TrayRow] {
    var query = TrayQuery(tray: .frontDoor)
    query.filter = TrayFilter(text)
    return try drill.workbench.window(
      TrayQuestion(query, offset: 0, limit: 50), for: drill.frances
    ).rows.filter { $0.report != nil }
  }

  private func found(_ text: String) throws -> [FoundRow] {
    try drill.workbench.found(text, for: drill.frances)
  }

  @Test("the report whose own reference was typed stands first, before those that name it")
  func ownReference() throws {
    let first = try drill.take(Self.mail("Ferdie ABARA"))
    let second = try drill.take(Self.mail("Ferdie ABARA", "Sent again: \(first)\n"))
    for reference in [first, second] {
      let rows = try filtered(reference)
      #expect(rows.count == 2 && rows.first?.kind.id == reference, "\(rows.map(\.kind.id))")
      #expect(try filtered(reference.lowercased()).first?.kind.id == reference)
      #expect(try found(reference).first?.target == .waiting(report: reference))
    }
  }

  @Test("a child of several who is asked for is named, filtered or found, and opened")
  func oneOfSeveral() throws {
    let reference = try drill.take(Self.list)
    for text in ["Mensah", "kofi", "mensah high"] {
      let row = try #require(try filtered(text).first, "\(text)")
      #expect(row.name == "Mensah, Kofi? (3 of 3)", "\(text)")
      let effect = Effect.readReport(reference, .named(text))
      guard case .draft(let draft)? = drill.workbench.answer(effect, for: drill.frances).first
      else {
        Issue.record("no draft for \(text)")
        continue
      }
      #expect(draft.subject == 3)
    }
    #expect(try filtered("Grange").first?.name == "Grange, Tyler and 2 more?", "two of the name")
    #expect(try filtered("").first?.name == "Grange, Tyler and 2 more?")
    #expect(try filtered("Nobody").isEmpty)
    for text in ["Mensah", "26MIS060803"] {
      #expect(try found(text).contains { $0.title == "Mensah, Kofi? (3 of 3)" }, "\(text)")
    }
  }

  @Test("a number or a name in a note on a report finds the report, with the note")
  func noted() throws {
    let reference = try drill.take(Self.list)
    try drill.workbench.file.note(
      "Aunt Ifeoma rang, 020 7946 0999", onReport: reference, about: 2, id: "n-1",
      by: drill.workbench.actor(drill.frances))
    for text in ["0999", "020 7946 0999", "02079460999", "Ifeoma"] {
      let hits = try found(text)
      let row = try #require(hits.first, "\(text)")
      #expect(row.target == .waiting(report: reference) && hits.count == 1, "\(text)")
      #expect(row.title == "Grange, Mia? (2 of 3)")
      #expect(row.detail.contains("020 7946 0999"), "\(row.detail)")
    }
    #expect(try found("0998").isEmpty)
  }

  @Test("whether the child is still away is asked before what was noted, however long that is")
  func endBeforeNotes() throws {
    try drill.triage(try drill.take(Self.mail("Ferdie ABARA")), TriageDrill.rest)
    let reference = try drill.take("Name: Ferdie ABARA\nDOB: 12/09/2011\nFound safe and well.\n")
    try drill.workbench.file.note(
      String(repeating: "Mother rang again. ", count: 20), onReport: reference, id: "n-2",
      by: drill.workbench.actor(drill.frances))
    let head = try drill.form(reference).head
    let note = try #require(head.firstIndex { $0.contains("Mother rang again") })
    let asked = try drill.form(reference).unsaidEnd.map { "! \($0.words)" }
    let question = try #require(asked.flatMap(head.firstIndex(of:)), "\(head)")
    #expect(question < note, "\(head)")
  }
}
