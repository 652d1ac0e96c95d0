import Testing
import Workflow

@Suite("How significant harm is known")
struct HarmBasisTests {
  private func told(_ kind: EventKind, _ basis: HarmBasis?, _ answer: Bool = true) -> Spec {
    var spec = Spec.missing(at: "2026-05-10 18:00")
    spec.given(.returned, at: "2026-05-11 08:00", ["safe": .flag(true)])
    var body: [String: Value] = ["significant-harm": .flag(answer)]
    body["harm-is"] = basis?.stored
    spec.given(kind, at: "2026-05-11 10:00", body, by: .rhiWorker)
    return spec
  }

  @Test("an interview has it from the child, a check by the police from them, unless somebody says")
  func bases() {
    #expect(told(.rhiHeld, nil).child.records[0].harmBasis == .disclosed)
    #expect(told(.disclosure, nil).child.records[0].harmBasis == .disclosed)
    #expect(told(.safeAndWell, nil).child.records[0].harmBasis == .reported)
    #expect(told(.rhiHeld, .suspected).child.records[0].harmBasis == .suspected)
    #expect(told(.rhiHeld, .suspected, false).child.records[0].harmBasis == nil)
  }

  @Test("what is suspected opens the same work as what is told, and the surest word stands")
  func sameWork() {
    let suspected = told(.rhiHeld, .suspected)
    #expect(suspected.child.records[0].tellsOfHarm)
    #expect(
      suspected.steps.map(\.id.text).sorted() == told(.rhiHeld, nil).steps.map(\.id.text).sorted())
    var both = suspected
    both.given(
      .disclosure, at: "2026-05-11 12:00", ["significant-harm": .flag(true)], by: .rhiWorker)
    both.given(
      .safeAndWell, at: "2026-05-11 13:00", ["significant-harm": .flag(true)], by: .frontDoor)
    #expect(both.child.records[0].harmBasis == .disclosed)
  }

  @Test("who types “suspected” where yes or no is wanted reads that it is yes")
  func typed() throws {
    let field = try #require(EventForm.of(.rhiHeld).field("significant-harm"))
    let now = try #require(Instant(iso: "2026-05-11 12:00"))
    #expect {
      _ = try field.read("suspected", now: now)
    } throws: { error in
      (error as? FormFinding)?.sentence
        == "Significant harm wants yes or no, not 'suspected': suspected is yes, too"
    }
  }
}
