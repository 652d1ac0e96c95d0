import Grid
import Testing
import Workflow

@testable import Desk

/// What a child's page shows at 80 columns as it does on a wide screen.
@Suite("A child's page at 80 columns")
struct NarrowPageTests {
  @Test("the time left stands there as a bar and in words, and no name is cut for it")
  func bars() throws {
    let text = render(
      Sample.desk(showing: .child(ChildScreen(page: Sample.page(try Sample.returned()), step: nil)))
    ).text
    let offer = try #require(text.first { $0.contains("Offer interview") })
    #expect(offer.contains("█") && offer.contains("left") && offer.contains("Tue 24 Nov"))
    let done = try #require(text.first { $0.contains("✓Rate the risk") || $0.contains("✓ Rate") })
    #expect(!done.contains("█"))
  }

  @Test("a bar is 4 to 6 cells, and a name that leaves it no room stands whole without it")
  func room() {
    let bars = StepBars(steps: [], room: 20, isBesideWho: true)
    #expect(bars.width == 6)
    #expect(bars.name("Offer interview", "████░░") == "Offer interview")
    #expect(bars.name("Monitor", "████░░") == "Monitor       ████░░")
  }

  @Test("when something was recorded stands before what a narrow line cuts")
  func bothTimes() throws {
    let child = try Sample.missing()
    let late = Event(
      kind: .policeContacted,
      body: Body(["reason": .text("No news of her, and none expected before the morning shift")]),
      occurred: Sample.at("2026-11-21 07:00"), recorded: Sample.at("2026-11-21 10:05"),
      by: Sample.coordinator, sequence: child.version + 1)
    var screen = ChildScreen(page: Sample.page(child.applying([late])), step: nil)
    screen.isTimelineFocused = true
    let text = render(Sample.desk(showing: .child(screen))).text
    let line = try #require(text.first { $0.contains("(rec 10:05): ") }, "\(text)")
    #expect(line.contains("Sat 21 Nov 07:00") && line.contains("…"))
    let opened = try #require(text.first { $0.contains("Opened · ") })
    #expect(!opened.contains("rec "), "recorded as it happened")
  }
}
