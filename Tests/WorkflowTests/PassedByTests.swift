import Testing
import Workflow

@Suite("Which stages a record went past without what is done there")
struct PassedByTests {
  private func passed(_ spec: Spec) -> Set<Stage>? { spec.child.records.last?.passedBy }

  @Test("a child who is back before anybody met went past the strategy, until somebody meets")
  func strategy() {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    #expect(passed(spec) == [], "it is where the record stands")
    spec.given(.returned, at: "2026-05-13 10:00", by: .missingCoordinator)
    #expect(passed(spec) == [.strategy])
    spec.given(
      .meetingHeld, at: "2026-05-13 12:00",
      [
        "kind": .text("strategy-meeting"), "chair": .text("team-manager"),
        "decision": .text("No more to do"),
      ], by: .teamManager)
    #expect(passed(spec) == [])
  }

  @Test(
    "an interview that was tried, held or declined was not passed by; of an absence nobody holds one"
  )
  func interview() {
    var held = Spec.missing(at: "2026-05-12 14:30")
    held.given(.returned, at: "2026-05-13 10:00", by: .missingCoordinator)
    held.given(.rhiHeld, at: "2026-05-13 15:00", Spec.wholeInterview, by: .rhiWorker)
    #expect(passed(held) == [.strategy])
    var absent = Spec.missing(at: "2026-05-12 14:30")
    absent.given(
      .categoryChanged, at: "2026-05-12 15:00", ["category": .text("unauthorised-absence")])
    absent.given(.returned, at: "2026-05-13 10:00", by: .missingCoordinator)
    #expect(passed(absent) == [.strategy, .rhi])
  }
}
