import Testing
import Workflow

@testable import Desk

@Suite("Whether it is safe where the child is")
struct SafetySenseTests {
  @Test("a place that is called safe though its words say otherwise is asked about")
  func beliedSafety() throws {
    let child = try Sample.missing()
    var world = World(
      Sample.desk(
        me: Sample.coordinator, showing: .child(ChildScreen(page: Sample.page(child), step: nil))),
      [child])
    world.press("b")
    world.goTo("place")
    world.type("Larkfield House, which is not safe for him")
    world.goTo("safe")
    world.press("y Tab")
    func warning() -> String? {
      world.form?.entries.first { $0.field.name == "safe" }?.warning
    }
    #expect(warning()?.contains("says that it is not") == true, "\(warning() ?? "none")")
    world.goTo("safe")
    world.press("Ctrl-U n Tab")
    #expect(warning()?.contains("says that it is not") != true)
    world.goTo("place")
    world.press("Ctrl-U")
    world.type("Home, no safety concerns")
    world.goTo("safe")
    world.press("Ctrl-U y Tab")
    #expect(warning() == nil)
  }
}
