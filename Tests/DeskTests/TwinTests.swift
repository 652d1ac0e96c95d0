import Grid
import Testing
import Workflow

@testable import Desk

@Suite("Two steps of one name of one child, and rows that stand for others")
struct TwinTests {
  private func lines(_ width: Int, _ name: String) -> [String] {
    let desk = Sample.desk(width, 24, me: Sample.manager, tray: .teamManager, rows: Sample.twins)
    return render(desk).text.dropFirst(3).prefix(6).filter { $0.contains(name) }
  }

  @Test(
    "two of two episodes are told apart by the number, however long the name is",
    arguments: [72, 80, 100, 120, 200])
  func episodes(width: Int) {
    let rows = lines(width, "Feather")
    #expect(rows.count == 2 && rows[0].contains("· 0398") && rows[1].contains("· 0412"), "\(rows)")
  }

  @Test("two of one record are told apart by whose part they are", arguments: [80, 100, 120, 200])
  func parts(width: Int) {
    let rows = lines(width, "Hassan")
    #expect(rows.count == 2 && rows[0].contains(" · team"), "\(rows)")
    #expect(rows.last?.contains(" · mis") == true, "\(rows)")
  }

  @Test("aloud and in the pane, whose part it is is said, too, as people here call it")
  func elsewhere() {
    var desk = Sample.desk(120, 40, me: Sample.manager, tray: .teamManager, rows: Sample.twins)
    _ = press(&desk, "Down Down")
    desk.roleTitles = [.teamManager: "Practice manager"]
    #expect(desk.spoken.focus.contains("acknowledge, team manager"), "\(desk.spoken.focus)")
    let pane = render(desk).text.suffix(14).joined(separator: "\n")
    #expect(pane.contains("Acknowledge · team manager"), "\(pane)")
  }

  @Test("an episode and its record of the same number are told apart by the letter")
  func sameNumber() {
    var rows = Sample.twins
    rows[1] = TrayRow(
      kind: .step(id: "M-2026-0398.review-meeting.1", name: .reviewMeeting), child: "C-0398",
      name: rows[0].name, reference: "M-2026-0398", title: rows[0].title, due: rows[0].due,
      opens: rows[0].opens, planned: nil, attempts: 0, rules: [])
    rows.tellTwinsApart()
    #expect(rows[0].twin == .reference("E-0398") && rows[1].twin == .reference("M-0398"))
    #expect(rows[2].twin == .part("team-manager"))
  }

  /// Two actions of one child that begin alike.
  private let actions: [TrayRow] = [
    ("17", "Action: Social worker rings the aunt in Saltcombe"),
    ("18", "Action: Social worker rings the school about Friday"),
    ("21", "Action: Police: phone data"),
  ].map { part, title in
    var row = TrayRow(
      kind: .step(id: "E-2026-0407.agreed-action.1.\(part)", name: .agreedAction), child: "C-0407",
      name: "Hassan, Amina 13", reference: "E-2026-0407", title: title,
      due: Sample.at("2026-11-21 13:10"), opens: Sample.at("2026-11-19 08:10"), planned: nil,
      attempts: 0, rules: [])
    row.tray = .teamManager
    return row
  }

  @Test(
    "two actions that begin alike are told apart by their own words, however little room there is",
    arguments: [60, 72, 80, 100, 120, 200])
  func actionsApart(width: Int) {
    let rows = render(Sample.desk(width, 24, me: Sample.manager, tray: .teamManager, rows: actions))
      .text.dropFirst(3).prefix(4).filter { $0.contains("Hassan") }
    #expect(rows.count == 3)
    #expect(rows[0].contains("aunt") && rows[1].contains("schoo"), "\(rows)")
    #expect(rows[2].contains("Action: Police"), "\(rows)")
    // Where the whole has room nothing is said twice.
    if width == 200 { #expect(rows[0].contains(actions[0].title + "  "), "\(rows)") }
  }

  /// What the question before several are moved shows, whichever tray is chosen.
  private func question(_ desk: Desk) -> [String] {
    var desk = desk
    _ = press(&desk, "Enter Enter")
    return render(desk).text
  }

  @Test("the question before several are moved or acknowledged says which of two alike is meant")
  func bulk() {
    var desk = Sample.desk(
      80, 24, me: Sample.manager, tray: .teamManager, rows: Sample.twins + actions)
    _ = press(&desk, "Space Space Space")
    _ = press(&desk, "M")
    let shown = question(desk)
    #expect(shown.contains { $0.contains("Maximilian 12 · Review meeting · 0398") }, "\(shown)")
    #expect(shown.contains { $0.contains("Amina 13 · Acknowledge · team manager") }, "\(shown)")
    var alone = Sample.desk(80, 24, me: Sample.manager, tray: .teamManager, rows: [Sample.twins[2]])
    _ = press(&alone, "Space M")
    #expect(
      question(alone).contains { $0.contains("Amina 13 · Acknowledge · team manager") },
      "its twin may lie in another tray")
  }

  @Test(
    "how many others are late is said in the same words at every width",
    arguments: [40, 60, 72, 80, 100, 120, 160])
  func late(width: Int) {
    var row = Sample.row(399, name: "Featherstonehaugh, Maximilian 12", due: "2026-11-19 18:05")
    (row.others, row.othersOverdue) = (4, 2)
    let text = render(Sample.desk(width, 24, rows: [row])).text
    let line = text.first { $0.contains("Feather") } ?? ""
    #expect(line.contains("+4 more, 2 late") || line.contains("+2 late"), "\(line)")
    #expect(!line.contains("2!") && !line.contains("+4, "))
    #expect(width < 80 || text.joined().contains("4 more rows of this child, 2 late"))
  }
}
