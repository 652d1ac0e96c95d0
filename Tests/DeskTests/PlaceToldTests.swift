import Testing
import Workflow

@testable import Desk

/// What a report told of the end stands in the form that records it.
@Suite("The place that a report told of, in the form of the end")
struct PlaceToldTests {
  private func told() throws -> ChildCase {
    try Sample.record(
      .reported, "2026-11-20 08:00", on: try Sample.missing(), by: Sample.frontDoor,
      Body([
        "by": .text("Police"), "report": .text("R-2026-0090"), "end-unknown": .text("back"),
        "found-place": .text("Saltcombe Parkway"), "returned-to": .text("home"),
      ]))
  }

  @Test(
    "each offers its own, with the source",
    arguments: [(EventKind.returned, "home"), (.found, "Saltcombe Parkway")])
  func offered(kind: EventKind, place: String) throws {
    let form = FormScreen(
      event: kind, page: Sample.page(try told()), preset: Body(), command: "c")
    let line = try #require(form.entries.first { $0.field.name == "place" })
    #expect(line.text.text == place && line.note == "by R-2026-0090")
    #expect(form.body[name: "place"] == .text(place), "it is kept as it stands")
    #expect(form.draft(now: Sample.now) == nil, "nobody has typed anything")
    let untold = FormScreen(
      event: kind, page: Sample.page(try Sample.missing()), preset: Body(), command: "c")
    #expect(untold.entries.first { $0.field.name == "place" }?.isEmpty == true)
    let known = FormScreen(
      event: kind, page: Sample.page(try told()), preset: Body(["place": .text("her aunt's")]),
      command: "c")
    #expect(known.typed("place") == "her aunt's")
  }

  @Test("whether it is safe there goes with the place")
  func safeThere() throws {
    let child = try Sample.record(
      .reported, "2026-11-20 08:30", on: try told(), by: Sample.frontDoor,
      Body([
        "report": .text("R-2026-0091"), "end-unknown": .text("back"),
        "returned-to": .text("9 Quern Street"), "safe": .flag(false),
      ]))
    let form = FormScreen(
      event: .returned, page: Sample.page(child), preset: Body(), command: "c")
    #expect(form.typed("safe") == "no" && form.typed("place") == "9 Quern Street")
    #expect(
      child.currentRecord?.current?.endTold?.hasSuffix("9 Quern Street, NOT SAFE there") == true)
  }

  @Test("where the child was located since, the form of that offers nothing old")
  func locatedSince() throws {
    let child = try Sample.record(
      .found, "2026-11-20 09:00", on: try told(), by: Sample.coordinator)
    let form = FormScreen(event: .found, page: Sample.page(child), preset: Body(), command: "c")
    #expect(form.typed("place").isEmpty)
  }

  @Test("a child who is located without a place is asked about once, and what it softens is said")
  func locatedNowhere() throws {
    var world = World.page(for: Sample.coordinator, of: try Sample.missing(), keys: "f")
    world.press("Ctrl-S")
    #expect(world.recorded.isEmpty)
    #expect(world.form?.line("place")?.warning?.hasPrefix("Say where") == true)
    world.press("Ctrl-S")
    #expect(world.recorded.count == 1)
    let found = try Sample.record(
      .found, "2026-11-20 09:00", on: try Sample.missing(), by: Sample.coordinator,
      Body(["place": .text("Saltcombe Parkway")]))
    let again = World.page(for: Sample.coordinator, of: found, keys: "f")
    #expect(
      again.form?.prompts.first?.hasPrefix(
        "! Located already Fri 20 Nov 09:00, Saltcombe Parkway, as P. Lovelace")
        == true, "\(again.form?.prompts ?? [])")
  }
}
