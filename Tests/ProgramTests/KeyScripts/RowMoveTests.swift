import Grid
import Testing

/// What a key costs the line over which people work: an hour of moving down trays over SSH.
@MainActor
@Suite("A row further at 120×40")
struct RowMoveTests {
  @Test("stays within its bytes in every tray, on a terminal of which ncurses knows no speed")
  func fewBytes() throws {
    let drill = try DrillDesk(demoOf: 25)
    let staff = try drill.json(["staff", "list"]).list("staff")
    for role in ["missing-coordinator", "team-manager", "rhi-worker", "front-door"] {
      let member = try #require(staff.first { $0.texts("roles").contains(role) })
      let desk = try ScriptedDesk(width: 120, height: 40, colours: true, drill: drill)
      defer { desk.close() }
      try desk.open(as: member.text("id") ?? "")
      var costs: [Int] = []
      // Down and up: rows are new at first, and seen then.
      for key in Array(repeating: "Down", count: 20) + Array(repeating: "Up", count: 20) {
        let before = desk.focusedRow
        desk.press(try #require(Key(name: key)))
        if desk.focusedRow != before { costs.append(desk.bytes) }
      }
      costs.sort()
      #expect(costs.count >= 10, "\(role): \(costs)")
      // A real terminal takes a tenth less: ncurses moves and clears there by shorter ways.
      #expect(costs[costs.count / 2] < 560, "\(role): \(costs)")
      #expect(costs[costs.count * 19 / 20] < 680, "\(role): \(costs)")
    }
  }
}
