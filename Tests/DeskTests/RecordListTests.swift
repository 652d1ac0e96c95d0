import Grid
import Testing
import Workflow

@testable import Desk

@Suite("The list of all that can be recorded")
struct RecordListTests {
  private func world() throws -> World {
    var world = World(Sample.desk(80, 24, me: Sample.coordinator), [try Sample.missing()])
    world.desk.stack = [.child(ChildScreen(page: Sample.page(try Sample.missing()), step: nil))]
    world.press("E")
    return world
  }

  private func list(_ world: World) throws -> (help: HelpScreen, lines: [HelpScreen.Line]) {
    guard case .help(let help)? = world.desk.stack.last else {
      throw Refusal(.badInput, "no list is open")
    }
    return (help, help.lines(in: world.desk))
  }

  @Test("every line of it opens a form, and the foot says what Enter does")
  func onlyForms() throws {
    var world = try world()
    #expect(try list(world).lines.allSatisfy { $0.command.records != nil })
    #expect(try list(world).lines.count > 30)
    #expect(world.lines.contains { $0.contains("Enter open its form") })
    world.type("hold")
    #expect(try list(world).lines.allSatisfy { $0.command.records != nil })
    #expect(try list(world).lines.first?.command.records == .held)
    world.press("Enter")
    #expect(world.form?.title.hasPrefix("Held") == true, "\(world.form?.title ?? "")")
  }

  @Test("it is gone through a page at a time, as every list is; so is help, and what was found")
  func pages() throws {
    var world = try world()
    world.press("PgDn")
    #expect(try list(world).help.selected == 18)
    world.press("End")
    #expect(try list(world).help.selected == list(world).lines.count - 1)
    world.press("PgUp")
    #expect(try list(world).help.selected == list(world).lines.count - 19)
    world.press("Home")
    #expect(try list(world).help.selected == 0)
    world.press("Esc ?")
    #expect(world.lines.contains { $0.contains("Enter run ") })
    world.press("PgDn")
    #expect(try list(world).help.selected == 18)
  }
}
