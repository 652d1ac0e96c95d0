import Grid
import Testing
import Workflow

@testable import Desk

@Suite("Filling in later what an entry left open")
struct FillingInTests {
  /// The page of a child whose interview says only where it was held.
  private func world() throws -> World {
    let child = try Sample.record(
      .rhiHeld, "2026-11-21 15:00", on: try Sample.returned(), by: Sample.worker,
      Body(["place": .text("youth centre")]))
    let screen = ChildScreen(page: Sample.page(child), step: nil, viewer: .rhiWorker)
    return World(Sample.desk(me: Sample.worker, showing: .child(screen)), [child])
  }

  private func line(_ world: World, _ words: String) -> String? {
    render(world.desk).text.first { $0.contains(words) }
  }

  @Test(
    "F opens the entry at the first line missing; no reason is asked; it is one act and one line")
  func fillsIn() throws {
    var world = try world()
    let held = try #require(world.children["C-0412"]?.history.last)
    let asked = EventForm.of(.rhiHeld).unfinished(in: held.body)
    #expect(
      line(world, "? Still to be filled in (\(asked.count) things, F): Interview held") != nil)
    world.press("F")
    #expect(world.form?.title == "Fill in · Interview held · Pryce-Morgan, Siân")
    let first = try #require(world.form).entries[world.form?.focus ?? 0].field.name
    #expect(first == asked.first?.name)
    world.goTo("outcome")
    world.press("n o")
    world.goTo("circumstances")
    world.type("Was with a friend")
    world.press("Ctrl-S")
    #expect(world.recorded.count == 1, "\(world.desk.toast?.text ?? "")")
    let toast = world.desk.toast?.text ?? ""
    #expect(toast.contains("(\(asked.count - 2) things)") && toast.contains("F goes on with it"))
    let filled = try #require(world.children["C-0412"]?.history.suffix(2))
    #expect(filled.allSatisfy { $0.kind == .corrected && $0[.reason] == nil })
    world.desk.size = Desk.Size(width: 160, height: 50)
    world.press("Tab")
    let lines = render(world.desk).text
    #expect(lines.count { $0.contains("Filled in · A. Rahman: interview held, ") } == 1)
    #expect(!lines.contains { $0.contains("Corrected") || $0.contains("corrected") })
    let entries = try #require(world.child?.entries)
    let place = try #require(entries.firstIndex { $0.event.kind == .rhiHeld })
    #expect(entries[place + 1].events.map(\.sequence) == filled.map(\.sequence), "it stands below")
    #expect(line(world, "(\(asked.count - 2) things, F): Interview held") != nil)
  }

  @Test("a value that was there needs a reason still, and says so as soon as it is changed")
  func correctsWithReason() throws {
    var world = try world()
    world.press("F")
    world.goTo("place")
    world.press("Ctrl-U")
    world.type("library")
    func reason() -> FormEntry? {
      world.form?.entries.first { $0.field.name == FormScreen.reasonOfCorrection }
    }
    #expect(reason()?.field.isRequired == true)
    world.press("Ctrl-S")
    #expect(world.recorded.isEmpty)
    #expect(reason()?.error?.hasPrefix("Why it is corrected is needed") == true)
    world.type("misheard")
    world.goTo("outcome")
    world.press("n o Ctrl-S")
    #expect(world.recorded.count == 1, "\(world.desk.toast?.text ?? "")")
    let entries = world.child?.entries ?? []
    let acts = entries.filter { $0.event.kind == .corrected }
    #expect(acts.count == 1 && acts.first?.joined.count == 1, "one act is one line")
    let text = acts.first.flatMap { entry in
      world.child.map { TimelineLine(entry: entry, child: $0.page.child).text }
    }
    #expect(text?.hasPrefix("Corrected: interview held") == true)
  }

  @Test("where nothing waits F says so")
  func nothing() throws {
    let child = try Sample.closed()
    let screen = ChildScreen(page: Sample.page(child), step: nil, viewer: .rhiWorker)
    var world = World(Sample.desk(me: Sample.worker, showing: .child(screen)), [child])
    world.press("F")
    #expect(world.form == nil)
    #expect(world.desk.toast?.text == "Nothing waits to be filled in")
  }
}
