import Testing
import Workflow

@Suite("Filling in what an entry left open")
struct FillingInTests {
  private var held: Spec {
    var spec = Spec.missing(at: "2026-05-10 20:00")
    spec.given(.returned, at: "2026-05-12 10:00")
    spec.given(.rhiHeld, at: "2026-05-13 15:00", ["place": .text("hall")], by: .rhiWorker)
    return spec
  }

  private func correction(_ spec: Spec, _ field: String, _ value: String) -> [String: Value] {
    let number = spec.child.history.last { $0.kind == .rhiHeld }?.sequence ?? 0
    return ["corrects": .number(number), "field": .text(field), "value": .text(value)]
  }

  private func refusal(_ spec: Spec, _ field: String, _ value: String) -> Refusal? {
    do throws(Refusal) {
      _ = try spec.when(
        .corrected, at: "2026-05-14 09:00", correction(spec, field, value), by: .rhiWorker)
      return nil
    } catch {
      return error
    }
  }

  @Test("what was never said needs no reason; what was said does, and so does when it happened")
  func reason() {
    var spec = held
    #expect(refusal(spec, "outcome", "no-issues") == nil)
    #expect(refusal(spec, "place", "library")?.findings.map(\.field) == ["reason"])
    #expect(refusal(spec, "at", "13/05/2026 16:00")?.findings.map(\.field) == ["reason"])
    // What was filled in was said: to change it again takes a reason.
    spec.given(
      .corrected, at: "2026-05-14 09:00", correction(spec, "outcome", "no-issues"), by: .rhiWorker)
    #expect(refusal(spec, "outcome", "concerns")?.findings.map(\.field) == ["reason"])
    #expect(spec.child.history.last.map(spec.child.isFilledIn) == true)
    var again = correction(spec, "outcome", "no-issues")
    again["reason"] = .text("slip")
    spec.given(.corrected, at: "2026-05-14 10:00", again, by: .rhiWorker)
    #expect(spec.child.history.last.map(spec.child.isFilledIn) == false)
  }
}
