import Grid
import Testing
import Workflow

@testable import Desk

@Suite("A long text over which the keys only pass")
struct PassedLineTests {
  private let long =
    "Begins with the aunt in Harrow, then the friend of the friend, then whoever was seen last at the station, ends here"

  @Test(
    "shows its beginning and that more follows; typing goes on at its end",
    arguments: ["action", "who"])
  func beginning(field: String) throws {
    let child = try Sample.missing()
    let form = FormScreen(
      event: .actionAgreed, page: Sample.page(child), preset: Body(), command: "c")
    var world = World(Sample.desk(80, 24, me: Sample.manager, showing: .form(form)), [child])
    world.goTo(field)
    world.type(long)
    #expect(world.lines.contains { $0.contains("ends here") })
    world.press("Tab Shift-Tab")
    #expect(world.form?.entries[world.form?.focus ?? 0].field.name == field)
    #expect(world.lines.contains { $0.contains("Begins with the aunt") && $0.contains("…") })
    #expect(!world.lines.contains { $0.contains("ends here") })
    let place = try #require(world.lines.firstIndex { $0.contains("Begins with the aunt") })
    #expect(render(world.desk).cursor?.row == place, "the cursor stands on the line")
    world.type("!")
    #expect(world.lines.contains { $0.contains("ends here!") })
  }
}
