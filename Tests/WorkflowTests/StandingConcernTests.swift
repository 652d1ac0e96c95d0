import Testing
import Workflow

@Suite("A concern that somebody raised in doing a step")
struct StandingConcernTests {
  private func raised(_ isRaised: Bool = true) -> Spec {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    spec.given(.returned, at: "2026-05-13 10:00", by: .missingCoordinator)
    spec.given(
      .stepDone, at: "2026-05-13 13:00",
      [
        "step": .text("rhi-letter"), "outcome": .text("Two men waited outside"),
        "concerns": .flag(isRaised),
      ], by: .rhiWorker)
    return spec
  }

  private func concern(_ spec: Spec) -> Event? { spec.child.records.last?.standingConcern }

  @Test("it stands until somebody rates the child or meets")
  func stands() {
    #expect(concern(raised(false)) == nil)
    var spec = raised()
    #expect(concern(spec)?.aboutStep == .rhiLetter)
    spec.given(.noteAdded, at: "2026-05-13 14:00", ["text": .text("Rang the carer")])
    #expect(concern(spec) != nil)
    spec.given(.riskAssessed, at: "2026-05-13 15:00", ["risk": .text("low")], by: .teamManager)
    #expect(concern(spec) == nil)
    var met = raised()
    met.given(
      .meetingHeld, at: "2026-05-13 16:00",
      [
        "kind": .text("strategy-meeting"), "chair": .text("team-manager"),
        "decision": .text("No more to do"),
      ], by: .teamManager)
    #expect(concern(met) == nil)
  }

  @Test("a rating of before does not answer it")
  func before() {
    var spec = raised()
    spec.given(.riskAssessed, at: "2026-05-13 12:00", ["risk": .text("low")], by: .teamManager)
    #expect(concern(spec) != nil)
  }
}
