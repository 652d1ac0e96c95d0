import Testing
import Workflow

@Suite("A return that does not say whether the child is safe there")
struct SafetyNotSaidTests {
  private func back(_ body: [String: Value] = [:]) -> Spec {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    spec.given(.returned, at: "2026-05-13 10:00", body, by: .missingCoordinator)
    return spec
  }

  private func unsaid(_ spec: Spec) -> [String] {
    spec.child.records.flatMap { spec.child.unfinished(in: $0) }.flatMap { $0.grave.map(\.name) }
  }

  private func isAtOnce(_ spec: Spec) throws -> Bool {
    try #require(spec.step(.riskRating)).isAtOnce
  }

  @Test("it is asked for, and nobody's rating of the child may wait less than while she was away")
  func asked() throws {
    let spec = back()
    #expect(unsaid(spec) == ["safe"])
    #expect(try isAtOnce(spec))
    for (safe, isAsked) in [(true, false), (false, true)] {
      let said = back(["safe": .flag(safe)])
      #expect(unsaid(said).isEmpty)
      #expect(try isAtOnce(said) == isAsked)
    }
  }

  @Test("a correction answers it, or a safe and well check, or that the child went again")
  func answered() throws {
    var corrected = back()
    let returned = try #require(corrected.child.history.last { $0.kind == .returned })
    corrected.given(
      .corrected, at: "2026-05-13 11:00",
      [
        "corrects": .number(returned.sequence), "field": .text("safe"), "value": .text("yes"),
        "reason": .text("Asked the carer"),
      ], by: .missingCoordinator)
    var seen = back()
    seen.given(.safeAndWell, at: "2026-05-13 12:00", ["by": .text("police")])
    for spec in [corrected, seen] {
      #expect(unsaid(spec).isEmpty)
      #expect(try !isAtOnce(spec))
    }
    var gone = back()
    gone.given(
      .wentMissing, at: "2026-05-14 20:00",
      ["from": .text("care"), "category": .text("missing")])
    #expect(unsaid(gone).isEmpty, "nobody asks whether a place was safe which she has left")
  }

  @Test("the record ends without it: who closes reads that it is open, and nobody is held up")
  func ending() {
    var spec = back()
    spec.given(.rhiHeld, at: "2026-05-13 15:00", Spec.wholeInterview, by: .rhiWorker)
    spec.given(.recordClosed, at: "2026-05-14 10:00", Spec.summary, by: .rhiWorker)
    #expect(unsaid(spec) == ["safe"])
    spec.given(.acknowledged, at: "2026-05-14 11:00", Spec.nothing, by: .teamManager)
    spec.given(.acknowledged, at: "2026-05-14 12:00", Spec.nothing, by: .missingCoordinator)
    #expect(unsaid(spec).isEmpty)
  }
}
