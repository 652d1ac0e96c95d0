import Exchange
import Store
import TestSupport
import Testing
import Workflow

@testable import Desk
@testable import homeward

/// The front door, the page and the form say the same of a report.
@Suite("What is said of a report that waits")
struct SaidOfReportsTests {
  private let drill: TriageDrill

  init() throws { drill = try TriageDrill() }

  private static let going = """
    Name: Ferdie ABARA
    DOB: 12/09/2011
    Ref: 26MIS070001
    Risk: MEDIUM
    Last seen: 22/11/2026 12:55
    Reported: 22/11/2026 15:00
    Missing from: home

    """
  private static let safe = """
    Name: Ferdie ABARA
    DOB: 12/09/2011
    Found safe and well.

    """

  @Test(
    "a text that says found or back is said to say so in its row, its pane and on the child's page")
  func saysEnd() throws {
    let child = try drill.triage(try drill.take(Self.going), TriageDrill.rest)
    let reference = try drill.take(Self.safe)
    let row = try #require(try drill.rows().first { $0.kind.id == reference })
    let now = drill.workbench.now()
    #expect(
      row.report?.standing(now: now) == ["said to be found or back", "said found"])
    let lines = row.report?.lines(now: now) ?? []
    #expect(lines.first?.contains("Said to be found or back") == true, "\(lines)")
    let whose = try #require(try drill.workbench.records(for: drill.frances).caseOf(child))
    let waiting = try drill.workbench.waiting(for: whose, seenBy: drill.frances)
    #expect(waiting.first?.words(now: now, key: "N").contains("said to be found or back") == true)
    let away = try drill.take(Self.safe.replacing("Found safe and well", with: "She is not found"))
    let unread = try drill.rows().first { $0.kind.id == away }?.report
    #expect(unread?.standing(now: now) == ["not read, away 12h here", "not read"])
  }

  @Test("of several children the text says it of one, and the row takes nobody for back")
  func saysEndOfOne() throws {
    let reference = try drill.take(
      Self.safe + "\nName: Leo BRANNOCK\nDOB: 04/02/2012\nLast seen: 22/11/2026 12:55\nRisk: HIGH\n"
    )
    let row = try #require(try drill.rows().first { $0.kind.id == reference })
    let now = drill.workbench.now()
    #expect(row.report?.standing(now: now).first?.contains("away") == true)
    #expect(row.report?.lines(now: now).contains { $0.contains("says of one") } == true)
  }

  @Test("a text that says found, of a child who is not away, is hinted to be set aside")
  func endOfNobodyAway() throws {
    let alone = try drill.form(try drill.take(Self.safe.replacing("Ferdie", with: "Ama")))
    #expect(
      alone.head.contains { $0.contains("not away here. Nothing to open? F8") }, "\(alone.head)")
    let known = try drill.take(Self.going)
    let asked = try drill.form(try drill.take(Self.safe))
    #expect(
      asked.head.contains { $0.contains("not away here: triage \(known) first") }, "\(asked.head)")
    try drill.triage(known, TriageDrill.rest)
    let joining = try drill.form(
      try #require(try drill.rows().first { $0.name.contains("Ferdie") }?.kind.id))
    #expect(joining.chosenCandidate?.standing?.returned == nil)
    #expect(!joining.head.contains { $0.contains("not away here") }, "\(joining.head)")
  }

  @Test("a form without a name says that there is none to compare, until one is typed")
  func nameless() throws {
    let reference = try drill.take("A boy is missing from the park, said a caller.\n")
    var form = try drill.form(reference)
    let note = { (form: FormScreen) in form.line("child")?.note }
    #expect(note(form) == "no name to look for on the register")
    form.entries[try #require(form.entries.firstIndex { $0.field.name == "family-name" })].text =
      TextField("Zzyzx")
    form.receive(try drill.workbench.match(try #require(form.question), for: drill.frances))
    #expect(note(form) == "nobody alike on the register")
  }

  @Test("a report that does not say since when stands where the desk has the child away")
  func orderByEpisode() throws {
    try drill.triage(try drill.take(Self.going.replacing("12:55", with: "06:10")), TriageDrill.rest)
    let other = try drill.take(
      "Name: Leo BRANNOCK\nDOB: 04/02/2012\nRisk: MEDIUM\nLast seen: 22/11/2026 20:10\n")
    let silent = try drill.take("Name: Ferdie ABARA\nDOB: 12/09/2011\nRisk: MEDIUM\nSex: M\n")
    let order = try drill.rows().map(\.kind.id)
    #expect(order == [silent, other], "\(order)")
  }

  @Test("a found notice that is recorded without an end is told in the child's head")
  func noticeLeftOut() throws {
    try drill.triage(try drill.take(Self.going), TriageDrill.rest)
    let notice = try drill.take(
      """
      *** FOUND NOTICE ***
      Thamesmark Police, Misper Desk

      26MIS070001   STATUS: CLOSED - RETURNED

      Person  : Ferdie ABARA
      DOB     : 12/09/2011
      Located by  : mother rang to say he is back

      """)
    var keyed = try FrontDoorRowsTests.KeyedForm(
      drill.workbench.draft(of: notice, for: drill.frances), drill.workbench, drill.frances)
    #expect(keyed.form.typed("found-at") == "unknown", "as it is read")
    keyed.clear("found-at")
    keyed.clear("returned-at")
    guard case .recorded(_, let child?, _)? = try keyed.send().first else {
      Issue.record("nothing was recorded")
      return
    }
    let page = try drill.workbench.page(of: child, for: drill.frances)
    #expect(page.child.currentRecord?.current?.isAway == true)
    #expect(page.foundNotice == notice)
  }
}
