import Testing
import Workflow

/// What becomes of a step when the register says something else of the child in mid-episode.
@Suite("The register changes while the child is away")
struct TurnTests {
  private let procedure = Procedure(
    id: "northbrook", title: "", authority: "", version: 1, contentHash: "",
    rules: [
      Rule(
        name: "worker", realises: ["NB-01"], step: .managerReview, tray: .teamManager,
        role: .teamManager, when: .fact(.allocated, ["yes"]), since: [.missingStart],
        within: .hours(24), duty: "Review it.",
        citation: Citation(document: "A document", section: "1"))
    ], chairs: [], guards: [], prompts: [], acknowledgedBy: [])

  private func missing(allocated: Bool) -> Spec {
    var spec = Spec(procedure)
    spec.given(.childUpdated, at: "2026-05-01 09:00", ["allocated": .flag(allocated)])
    spec.given(
      .wentMissing, at: "2026-05-12 14:30",
      ["from": .text("care"), "category": .text("missing")])
    spec.given(.opened, at: "2026-05-12 15:00")
    return spec
  }

  private func state(_ spec: Spec) throws -> StepState? {
    let now = try #require(Instant(iso: "2026-05-14 10:00"))
    return spec.step(.managerReview)?.state(asOf: now)
  }

  @Test("a step that the child no longer needs stays in sight as not required, and says since when")
  func notRequired() throws {
    var spec = missing(allocated: true)
    #expect(try state(spec) == .overdue)
    spec.given(.childUpdated, at: "2026-05-13 09:00", ["allocated": .flag(false)])
    #expect(try state(spec) == .notRequired)
    let outcome = try #require(spec.step(.managerReview)).outcome
    #expect(outcome == .notRequired(because: "child updated Wed 13 May 09:00"))
  }

  @Test("what was done before stays done")
  func done() throws {
    var spec = missing(allocated: true)
    spec.given(
      .stepDone, at: "2026-05-13 08:00", ["step": .text("manager-review")], by: .teamManager)
    spec.given(.childUpdated, at: "2026-05-13 09:00", ["allocated": .flag(false)])
    #expect(try state(spec) == .done)
  }

  @Test("a child who comes to need it in mid-episode gets it, counted from the going")
  func begins() throws {
    var spec = missing(allocated: false)
    #expect(spec.step(.managerReview) == nil)
    spec.given(.childUpdated, at: "2026-05-13 09:00", ["allocated": .flag(true)])
    #expect(spec.step(.managerReview)?.due == Instant(iso: "2026-05-13 14:30"))
  }

  @Test("what the register said before the child went leaves nothing behind")
  func before() {
    var spec = Spec(procedure)
    spec.given(.childUpdated, at: "2026-05-01 09:00", ["allocated": .flag(true)])
    spec.given(.childUpdated, at: "2026-05-02 09:00", ["allocated": .flag(false)])
    spec.given(
      .wentMissing, at: "2026-05-12 14:30",
      ["from": .text("care"), "category": .text("missing")])
    #expect(spec.step(.managerReview) == nil)
  }
}
