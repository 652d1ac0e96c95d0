import Grid
import TestSupport
import Testing
import Workflow

@testable import Desk

/// A child's page narrowed by words.
@Suite("A child's page narrowed to some words")
struct NarrowingTests {
  private func screen(_ world: World) throws -> ChildScreen { try #require(world.desk.childScreen) }

  private func world() throws -> World {
    let child = try Sample.returned()
    return World(
      Sample.desk(showing: .child(ChildScreen(page: Sample.page(child), step: nil))), [child])
  }

  @Test("steps and timeline show the lines in which every word stands; Esc shows all again")
  func words() throws {
    var world = try world()
    let (steps, entries) = (try screen(world).steps.count, try screen(world).entries.count)
    world.press("\\")
    world.type("interview")
    #expect(world.desk.context == .filter)
    let left = try screen(world).steps
    #expect(!left.isEmpty && left.allSatisfy { $0.title.lowercased().contains("interview") })
    #expect(render(world.desk).text.contains { $0.contains("filter: interview") })
    world.press("Enter")
    #expect(world.desk.context == .episode)
    #expect(render(world.desk).text.contains { $0.contains("filter: interview · Esc shows all") })
    world.press("Esc")
    #expect(world.desk.context == .episode)
    let whole = try screen(world)
    #expect(whole.steps.count == steps && whole.entries.count == entries)
    world.press("Esc")
    #expect(world.desk.stack.isEmpty)
  }

  @Test("what one person recorded is found by the name, and Esc while typing brings back what was")
  func person() throws {
    var world = try world()
    let names = Set(try screen(world).entries.map(\.event.by.name))
    let name = try #require(names.sorted().first)
    world.press("\\")
    world.type(name.lowercased())
    let own = try screen(world).entries
    #expect(!own.isEmpty && own.allSatisfy { $0.event.by.name == name })
    world.type("zzz")
    let none = try screen(world)
    #expect(none.entries.isEmpty && none.steps.isEmpty)
    _ = render(world.desk)
    world.press("Esc")
    let back = try screen(world)
    #expect(back.narrowing.text.isEmpty && !back.entries.isEmpty)
  }

  @Test("a digit goes from a child's page to its tray")
  func digits() throws {
    var world = try world()
    world.press("5")
    #expect(world.desk.stack.isEmpty && world.desk.trays.tray == .teamManager)
  }
}
