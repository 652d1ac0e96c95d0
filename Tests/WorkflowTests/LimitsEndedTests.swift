import Testing
import Workflow

@Suite("What a change leaves nobody asking for")
struct LimitsEndedTests {
  private func rule(_ step: StepName, within: TimeLimit? = nil) -> Rule {
    Rule(
      name: step.rawValue, realises: ["NB-11"], step: step, tray: .teamManager,
      role: .teamManager, when: .fact(.category, ["missing"]), since: [.missingStart],
      within: within, duty: "Do it.", citation: Citation(document: "A document", section: "1"))
  }

  @Test("names what had a limit or was to be done at once, and nothing that was done")
  func ended() throws {
    var spec = Spec.missing(
      at: "2026-05-10 18:00",
      procedure: .northbrook(and: rule(.s47StrategyMeeting), rule(.careNetworkNotice)))
    let before = spec.steps
    #expect(before.contains { $0.id.step == .careNetworkNotice && $0.due == nil })
    #expect(MovedLimits.ended(from: before, to: before).isEmpty)
    spec.given(
      .categoryChanged, at: "2026-05-10 19:00",
      ["category": .text(Category.unauthorisedAbsence.rawValue)], by: .teamManager)
    let ended = MovedLimits.ended(from: before, to: spec.steps)
    #expect(ended.contains { $0.id.step == .s47StrategyMeeting })
    #expect(ended.allSatisfy { $0.due != nil || $0.isAtOnce })
    let words = Aftermath(
      of: Array(spec.child.history.suffix(1)), before: before, after: spec.steps,
      asOf: Instant(iso: "2026-05-10 19:00") ?? Instant(seconds: 0)
    ).words(named: [:], room: 200)
    #expect(
      words.contains("limits end, first: ") || words.contains("No longer asked for: "), "\(words)")
  }
}
