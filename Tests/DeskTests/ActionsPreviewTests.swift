import Testing
import Workflow

@testable import Desk

@Suite("What the actions of a meeting come to, read whole")
struct ActionsPreviewTests {
  @Test(
    "what has no room below the line says by which key it is read, and that key shows all of it")
  func whole() throws {
    var world = World(Sample.desk(80, 24, me: Sample.manager), [try Sample.missing()])
    world.desk.stack = [.child(ChildScreen(page: Sample.page(try Sample.missing()), step: nil))]
    world.press("m")
    world.goTo("actions")
    let doers = [
      "SW and team manager", "Police", "Placement", "Team manager", "Missing coordinator", "SW",
      "SW", "Police",
    ]
    for (number, who) in doers.enumerated() {
      world.type("\(who): ring the aunt of friend \(number + 1) 9am")
      world.press("Enter")
    }
    #expect(world.lines.contains { $0.contains("… F6 shows all") }, "\(world.lines)")
    #expect(!world.lines.contains { $0.contains("friend 8 by Sun") })
    world.press("F6")
    world.press("End")
    #expect(
      world.lines.contains { $0.contains("friend 8 by Sun 22 Nov 09:00 (") }, "\(world.lines)")
    world.press("Home")
    #expect(
      (0..<40).contains { _ in
        defer { world.press("Down") }
        return world.lines.contains { $0.contains("(Social worker, Team manager)") }
      })
  }
}
