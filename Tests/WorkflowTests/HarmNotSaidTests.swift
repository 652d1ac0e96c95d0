import Testing
import Workflow

@Suite("An interview that does not say whether harm was disclosed")
struct HarmNotSaidTests {
  /// A closed record whose interview says everything else.
  private func closed() -> Spec {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    spec.given(.returned, at: "2026-05-13 10:00", ["safe": .flag(true)])
    var told = Spec.wholeInterview
    told["significant-harm"] = nil
    spec.given(.rhiHeld, at: "2026-05-13 15:00", told, by: .rhiWorker)
    spec.given(.recordClosed, at: "2026-05-13 16:00", Spec.summary, by: .rhiWorker)
    return spec
  }

  private func refusal(_ spec: Spec, _ body: [String: Value]) -> Refusal? {
    do throws(Refusal) {
      _ = try spec.when(.acknowledged, at: "2026-05-14 10:00", body, by: .teamManager)
      return nil
    } catch {
      return error
    }
  }

  @Test("the record says so, may be closed all the same, and nobody acknowledges it without a word")
  func asked() throws {
    let spec = closed()
    let open = try #require(spec.child.unfinished(in: spec.child.records[0]).first)
    #expect(open.grave.map(\.name) == ["significant-harm"] && open.presses)
    #expect(open.blocking.isEmpty, "whoever had to answer it would guess")
    let bare: [String: Value] = [
      "as": .text("team-manager"), "answer": .text("nothing-for-me"),
    ]
    let refused = refusal(spec, bare)
    #expect(refused?.findings.map(\.field) == ["reason"])
    #expect(
      refused?.sentence.contains("significant harm") == true, "\(refused?.sentence ?? "")"
    )
    #expect(refusal(spec, bare.merging(["reason": .text("Asked: none told")]) { $1 }) == nil)
  }

  @Test("once it is filled in, nothing is asked any longer, and a yes opens what follows from it")
  func filledIn() throws {
    for answer in ["no", "yes"] {
      var spec = closed()
      let held = try #require(spec.child.history.last { $0.kind == .rhiHeld }).sequence
      spec.given(
        .corrected, at: "2026-05-14 09:00",
        [
          "corrects": .number(held), "field": .text("significant-harm"), "value": .text(answer),
          "reason": .text("left open"),
        ], by: .rhiWorker)
      #expect(spec.child.unfinished(in: spec.child.records[0]).allSatisfy { $0.grave.isEmpty })
      #expect(spec.child.records[0].tellsOfHarm == (answer == "yes"))
    }
  }
}
