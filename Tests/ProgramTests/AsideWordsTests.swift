import Exchange
import Store
import TestSupport
import Testing
import Workflow

@testable import Desk
@testable import homeward

/// What the list of reports that were set aside says of each, and whom somebody told.
@Suite("What is said of reports set aside")
struct AsideWordsTests {
  private let drill: TriageDrill

  init() throws { drill = try TriageDrill() }

  private static let list = """
    Three young people missing from Brackenfold House since 19:00 22/11/2026.

    1. Tyler GRANGE, DOB 04/02/2011, male. Risk MEDIUM. Ref 26MIS060801
    2. Mia GRANGE, DOB 17/08/2012, female. Risk HIGH. Ref 26MIS060802
    3. Kofi MENSAH, DOB 30/11/2010, male. Risk MEDIUM. Ref 26MIS060803

    """

  private static let now = "2026-11-23 01:50"

  private func asides() throws -> [AsideRow] { try drill.workbench.asides(for: drill.frances) }

  private func setAside(_ reference: String, _ subject: Int?, told: String?) throws {
    var form = FormScreen.setAside(reference, subject: subject, command: "s-\(subject ?? 0)")
    form.describe(try drill.workbench.about(reference, subject: subject, for: drill.frances))
    for (name, text) in [
      ("decision", "other-authority"), ("reason", "Eastmere places her"), ("told", told ?? ""),
    ] {
      let place = try #require(form.entries.firstIndex { $0.field.name == name })
      form.entries[place].text = TextField(text)
    }
    form.askWhomTold()
    let submission = try form.submission(now: drill.workbench.now()).get()
    _ = try drill.workbench.submit(submission, by: drill.frances)
  }

  @Test("a row says high, away and the decision before what is cut off, the pane whom one told")
  func row() throws {
    let reference = try drill.take(Self.list)
    #expect(throws: FormFindings.self) { try setAside(reference, 2, told: nil) }
    try setAside(reference, 2, told: "EDT Eastmere, 22:10")
    let row = try #require(try asides().first)
    #expect(
      row.line.hasPrefix("Grange, Mia? (2 of 3) · HIGH, AWAY · other authority · Frances"),
      "\(row.line)")
    #expect(row.told == "EDT Eastmere, 22:10" && row.reason == "Eastmere places her")
    #expect(
      row.pane
        == "HIGH, AWAY by the report · Told: EDT Eastmere, 22:10 · Eastmere places her · The others: Grange, Tyler: waits; Mensah, Kofi: waits",
      "\(row.pane)")
  }

  @Test(
    "a report that says found is not said to be of a child who is away, nor one that says nothing")
  func standing() {
    var gist = ReportGist()
    #expect(AsideRow.standing(gist, saysEnd: false) == "not read")
    #expect(AsideRow.standing(gist, saysEnd: true) == "said found")
    gist.risk = .high
    #expect(AsideRow.standing(gist, saysEnd: false) == "HIGH, AWAY")
    gist.found = drill.workbench.now()
    #expect(AsideRow.standing(gist, saysEnd: false) == "HIGH, located")
  }

  @Test("the command line asks whom one told of a child who is away, and keeps it")
  func commandLine() throws {
    let reference = try drill.take(Self.list)
    let arguments = [
      "intake", reference, "--set-aside", "other-authority", "--subject", "2", "--reason",
      "Eastmere places her", "--commit",
    ]
    let refused = try drill.desk.run(arguments, as: "frances", now: Self.now)
    #expect(refused.status != 0 && refused.errors.contains("--told"), "\(refused.errors)")
    #expect(refused.errors.contains("Grange, Mia is AWAY"), "\(refused.errors)")
    #expect(try asides().isEmpty)
    _ = try drill.desk.done(
      arguments + ["--told", "EDT Eastmere, 22:10"], as: "frances", now: Self.now)
    #expect(try asides().first?.told == "EDT Eastmere, 22:10")
    let listed = try drill.desk.done(["intake", "--aside"], as: "frances", now: Self.now)
    #expect(listed.contains("Told: EDT Eastmere"), "\(listed)")
    _ = try drill.desk.done(["verify"], now: Self.now)
  }
}
