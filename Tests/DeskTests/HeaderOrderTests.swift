import Grid
import Testing
import Workflow

@testable import Desk

/// What the header of a child's page leaves out where it has no room.
@Suite("What the header leaves out")
struct HeaderOrderTests {
  @Test("how often the child went is never left out for from where it went")
  func count() throws {
    let again = try Sample.record(
      .wentMissing, "2026-11-21 12:00", on: try Sample.returned(), by: Sample.frontDoor,
      Body([
        "from": .text("home"), "category": .text("missing"),
        "last-seen": .instant(Sample.at("2026-11-21 12:00")),
      ]), episode: "E-2026-0430")
    for (width, height) in [(80, 24), (100, 30), (60, 20), (72, 20), (40, 12)] {
      for minutes in stride(from: 0, to: 40 * 60, by: 7) {
        var desk = Sample.desk(width, height, me: Sample.manager)
        desk.stack = [.child(ChildScreen(page: Sample.page(again), step: nil))]
        desk.now = Sample.at("2026-11-21 12:00").adding(seconds: Int64(minutes) * 60)
        let text = render(desk).text.prefix(6).joined(separator: "\n")
        let count = text.contains("2 episodes in 90 days")
        #expect(count || !text.contains("from home"), "\(text)")
        if width >= 80 { #expect(count, "\(text)") }
      }
    }
  }
}
