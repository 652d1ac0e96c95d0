import Testing
import Workflow

@Suite("A step that is held")
struct HoldTests {
  private func held(_ step: StepName, until: String) -> Spec {
    var spec = Spec.missing(at: "2026-05-10 18:00")
    spec.given(
      .held, at: "2026-05-10 20:00",
      [
        "step": .text(step.rawValue), "until": .instant(Instant(iso: until) ?? Instant(seconds: 0)),
        "reason": .text("The school opens on Monday"),
      ], by: .teamManager)
    return spec
  }

  @Test("lies in no tray until then, comes back by itself, and is due when it was")
  func comesBack() throws {
    let before = try #require(Spec.missing(at: "2026-05-10 18:00").step(.strategyMeeting))
    let step = try #require(
      held(.strategyMeeting, until: "2026-05-11 09:00").step(.strategyMeeting))
    #expect(step.shownFrom == Instant(iso: "2026-05-11 09:00"))
    #expect(
      step.due == before.due && step.opens == before.opens && before.shownFrom == before.opens)
  }

  @Test("is never held beyond its due time: nothing is late unseen")
  func neverBeyondItsDueTime() throws {
    let step = try #require(
      held(.strategyMeeting, until: "2026-06-30 09:00").step(.strategyMeeting))
    #expect(step.shownFrom == step.due)
  }

  @Test("is never out of its tray where it is to be done at once")
  func neverAtOnce() throws {
    let rule = Rule(
      name: "protect", realises: ["NB-11"], step: .s47StrategyMeeting, tray: .teamManager,
      role: .teamManager, when: .fact(.category, ["missing"]), since: [.missingStart],
      duty: "Meet.",
      citation: Citation(document: "A document", section: "1"))
    var spec = Spec.missing(at: "2026-05-10 18:00", procedure: .northbrook(and: rule))
    let urgent = try #require(spec.step(.s47StrategyMeeting))
    #expect(urgent.isAtOnce)
    spec.given(
      .held, at: "2026-05-10 20:00",
      [
        "step": .text(urgent.id.step.rawValue),
        "until": .instant(Instant(iso: "2027-06-30 09:00") ?? Instant(seconds: 0)),
        "reason": .text("later"),
      ], by: .teamManager)
    let step = try #require(spec.step(.s47StrategyMeeting))
    #expect(step.heldUntil != nil)
    #expect(step.shownFrom == step.opens && step.hiddenUntil == nil)
    let why = Explanation(
      of: step, child: spec.child, procedure: spec.procedure,
      asOf: Instant(iso: "2026-05-10 21:00") ?? Instant(seconds: 0))
    #expect(!why.text.contains("back in its tray"), "it never left it")
  }

  @Test("holds no other step, and none that is done")
  func holdsNoOther() throws {
    var spec = held(.riskRating, until: "2026-05-12 09:00")
    #expect(spec.step(.strategyMeeting)?.heldUntil == nil)
    spec.given(.riskAssessed, at: "2026-05-10 21:00", ["risk": .text("low")], by: .teamManager)
    let step = try #require(spec.step(.riskRating))
    #expect(step.shownFrom == step.opens)
  }

  @Test("says so where it explains itself")
  func saysSo() {
    let spec = held(.strategyMeeting, until: "2026-05-11 09:00")
    guard let step = spec.step(.strategyMeeting), let now = Instant(iso: "2026-05-10 21:00") else {
      Issue.record("no step")
      return
    }
    let why = Explanation(of: step, child: spec.child, procedure: spec.procedure, asOf: now)
    let lines = why.sections.flatMap(\.lines).joined(separator: "\n")
    #expect(lines.contains("Held until Mon 11 May 2026 09:00"))
  }
}
