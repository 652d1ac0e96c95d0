import Testing
import Workflow

@Suite("A child who was found and of whom nobody knows since when")
struct FoundUnknownTests {
  private func unseen(entered: String, reported: String) -> Spec {
    var spec = Spec()
    spec.given(
      .wentMissing, at: entered,
      ["from": .text("care"), "category": .text("missing"), "last-seen": .unknown])
    spec.given(.opened, at: entered)
    spec.given(.reported, at: reported)
    return spec
  }

  @Test("the finding itself is the start, where the report was sent only afterwards")
  func over() throws {
    var spec = unseen(entered: "2026-03-02 01:35", reported: "2026-03-02 06:52")
    #expect(spec.child.currentRecord?.current?.start?.basis == .reported)
    let meeting = try #require(spec.step(.strategyMeeting)?.due)
    spec.given(.found, at: "2026-03-02 01:35")
    spec.given(.returned, at: "2026-03-02 03:10")
    let start = try #require(spec.child.currentRecord?.current?.start)
    #expect(start.at == Instant(iso: "2026-03-02 01:35") && start.basis == .over)
    #expect(!start.basis.isKnown && start.basis.length(seconds: 5_700) == "at least 1h 35m")
    // What counts from it is due sooner, never later.
    #expect(try #require(spec.child.records.last.map { _ in start.at }) < meeting)
    #expect(spec.step(.rhiOffer)?.due == Instant(iso: "2026-03-05 03:10"))
  }

  @Test("a return before anybody missed the child is refused as before")
  func early() {
    let spec = unseen(entered: "2026-03-02 07:20", reported: "2026-03-02 07:20")
    #expect(throws: Refusal.self) { try spec.when(.returned, at: "2026-03-02 03:10") }
    #expect(throws: Refusal.self) { try spec.when(.found, at: "2026-03-02 03:10") }
  }
}
