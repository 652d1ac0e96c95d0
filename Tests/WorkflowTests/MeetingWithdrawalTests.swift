import Testing
import Workflow

/// A meeting that is taken back takes with it what was recorded in one breath with it.
@Suite("Taking a meeting back")
struct MeetingWithdrawalTests {
  private static let held = "2026-05-12 16:00"

  /// A meeting that agreed on an action and on the next one; another action was agreed on before.
  private func spec() throws -> Spec {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    try agree("phone data", at: "2026-05-12 15:00", &spec)
    spec.given(
      .meetingHeld, at: Self.held,
      ["kind": .text("strategy-meeting"), "chair": .text("team-manager")], by: .teamManager)
    try agree("visit the aunt", at: Self.held, &spec)
    spec.given(
      .meetingPlanned, at: Self.held,
      [
        "kind": .text("review-meeting"),
        "for": .instant(try #require(Instant(iso: "2026-05-14 10:00"))),
        "chair": .text("team-manager"),
      ], by: .teamManager)
    return spec
  }

  private func agree(_ what: String, at time: String, _ spec: inout Spec) throws {
    spec.given(
      .actionAgreed, at: time,
      [
        "action": .text(what), "due": .instant(try #require(Instant(iso: "2026-05-13 10:00"))),
        "tray": .text("team-manager"),
      ], by: .teamManager)
  }

  private func number(_ kind: EventKind, _ spec: Spec) -> Int {
    spec.child.history.last { $0.kind == kind }?.sequence ?? 0
  }

  private func withdrawal(_ spec: Spec) -> [String: Value] {
    ["corrects": .number(number(.meetingHeld, spec)), "reason": .text("It was another child's")]
  }

  @Test("its action and the plan of the next one go with it; what was agreed on before stays")
  func whole() throws {
    var spec = try spec()
    #expect(spec.step(.reviewMeeting)?.planned != nil)
    spec.given(.withdrawn, at: "2026-05-12 17:00", withdrawal(spec), by: .teamManager)
    #expect(spec.step(.reviewMeeting)?.planned == nil)
    #expect(
      spec.steps.filter { $0.id.step == .agreedAction && $0.isOpen }.map(\.title)
        == ["Action: phone data"])
    #expect(spec.step(.strategyMeeting)?.isOpen == true)
  }

  @Test("what somebody did of it refuses that, by name")
  func refused() throws {
    var spec = try spec()
    spec.given(
      .stepDone, at: "2026-05-12 16:30",
      [
        "step": .text("agreed-action"), "part": .text("\(number(.actionAgreed, spec))"),
        "outcome": .text("She is not with her aunt"),
      ], by: .socialWorker)
    let refusal = #expect(throws: Refusal.self) {
      _ = try spec.when(.withdrawn, at: "2026-05-12 17:00", withdrawal(spec), by: .teamManager)
    }
    #expect(refusal?.sentence.contains("Social worker recorded \"step done\"") == true)
    #expect(refusal?.sentence.contains("“Action: visit the aunt”") == true)
  }

  @Test("what is done of an action says its words")
  func words() throws {
    var spec = try spec()
    spec.given(
      .stepDone, at: "2026-05-12 16:30",
      [
        "step": .text("agreed-action"), "part": .text("\(number(.actionAgreed, spec))"),
        "outcome": .text("She is not there"),
      ], by: .socialWorker)
    let done = try #require(spec.child.history.last)
    #expect(spec.child.agreedWords(of: done) == "Action: visit the aunt")
  }
}
