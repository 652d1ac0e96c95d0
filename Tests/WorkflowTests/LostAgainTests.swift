import Testing
import Workflow

/// A child who was found elsewhere and went again before being back home.
@Suite("Found, then lost again")
struct LostAgainTests {
  private func lostAgain() -> Spec {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    spec.given(.found, at: "2026-05-13 09:00", ["place": .text("hospital")])
    spec.given(
      .wentMissing, at: "2026-05-13 22:00",
      ["from": .text("care"), "category": .text("missing")])
    return spec
  }

  @Test("a second going begins an episode of the same record, and its clocks start anew")
  func beginsAnew() {
    let spec = lostAgain()
    #expect(spec.child.records.count == 1)
    #expect(spec.child.episodes.count == 2)
    #expect(spec.step(.strategyMeeting, episode: 1)?.due == Instant(iso: "2026-05-15 14:30"))
    #expect(spec.step(.strategyMeeting, episode: 2)?.due == Instant(iso: "2026-05-16 22:00"))
  }

  @Test("one return ends both goings, and one interview is owed for each")
  func returnsFromBoth() {
    var spec = lostAgain()
    spec.given(.returned, at: "2026-05-14 08:00")
    #expect(spec.child.episodes.allSatisfy { !$0.isAway })
    #expect(spec.step(.rhiOffer, episode: 1)?.due == Instant(iso: "2026-05-17 08:00"))
    #expect(spec.step(.rhiOffer, episode: 2)?.due == Instant(iso: "2026-05-17 08:00"))
  }

  @Test("a going before the finding is refused, with both times")
  func refusesEarlier() {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    spec.given(.found, at: "2026-05-13 09:00", ["place": .text("hospital")])
    #expect(throws: Refusal.self) {
      try spec.when(
        .wentMissing, at: "2026-05-13 08:00",
        ["from": .text("care"), "category": .text("missing")])
    }
  }

  @Test("without a finding a second going is still refused while the child is away")
  func refusesWhileAway() {
    let spec = Spec.missing(at: "2026-05-12 14:30")
    #expect(throws: Refusal.self) {
      try spec.when(
        .wentMissing, at: "2026-05-13 22:00",
        ["from": .text("care"), "category": .text("missing")])
    }
  }
}
