import Testing
import Workflow

@testable import Desk

@Suite("Steps that are overdue and out of sight")
struct OverdueBelowTests {
  @Test("the frame says where they are and which the first of them is; in sight it counts alone")
  func below() throws {
    var child = try Sample.missing()
    for number in 1...9 {
      var body = Body(["action": .text("ring friend \(number)"), "tray": .text("rhi")])
      body[.due] = Sample.at("2026-11-21 18:0\(number)")
      child = try Sample.record(
        .actionAgreed, "2026-11-21 17:00", on: child, by: Sample.worker, body)
    }
    var world = World(Sample.desk(80, 24, me: Sample.worker), [child])
    world.desk.stack = [.child(ChildScreen(page: Sample.page(child), step: nil))]
    func title() -> String { world.lines.first { $0.contains("Work steps") } ?? "" }
    #expect(title().contains("10 overdue, 2 below: Action: ring friend 8"), "\(world.lines)")
    world.press("End")
    #expect(title().contains("10 overdue") && title().contains(" above: "), "\(title())")
    world.desk.size = Desk.Size(width: 80, height: 50)
    #expect(title().contains("10 overdue ") && !title().contains("above"), "\(title())")
  }
}
