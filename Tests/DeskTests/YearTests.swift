import Desk
import Testing
import Workflow

@Suite("Times of another year")
struct YearTests {
  @Test("a time of another year is said with its year")
  func withTheYear() throws {
    var world = World.page(for: Sample.manager, of: try Sample.missing(), keys: "")
    world.desk.now = Sample.at("2027-01-04 09:00")
    world.press("r")
    world.goTo("at")
    world.press("Ctrl-U")
    world.type("19/11/2026 18:00")
    world.press("Tab")
    let said = try #require(world.form?.entries.first { $0.field.name == "at" }?.warning)
    #expect(said == "This is before the child went (Thu 19 Nov 2026 21:15)")
    let standing = TriageDraft.Standing(
      episode: "E-2026-0001", since: Sample.at("2026-11-19 21:15"), returned: nil,
      asOf: Sample.at("2027-01-04 09:00"))
    #expect(standing.words.hasPrefix("AWAY since Thu 19 Nov 2026 21:15"))
  }
}
