import Testing
import Workflow

@Suite("What a step rests on, and steps that go on")
struct OngoingTests {
  private func procedure(_ rule: Rule) -> Procedure {
    let plain = Procedure.northbrook
    return Procedure(
      id: plain.id, title: plain.title, authority: plain.authority, version: plain.version,
      contentHash: plain.contentHash, rules: plain.rules + [rule], chairs: plain.chairs,
      guards: plain.guards, prompts: [], acknowledgedBy: plain.acknowledgedBy)
  }

  private func rule(
    _ name: String, _ step: StepName, when: Condition = .always, since: [Anchor],
    lapsesOn: [EventMatch] = []
  ) -> Rule {
    Rule(
      name: name, realises: ["NB-90"], step: step, tray: .socialWorker, role: .socialWorker,
      when: when, since: since, lapsesOn: lapsesOn, duty: "Do it.",
      citation: Citation(document: "A document", section: "1"))
  }

  @Test("the facts name what was said that makes a step due, not only that something was recorded")
  func saysWhatWasSaid() {
    let harm = EventMatch(.riskAssessed, with: ["significant-harm": ["yes"]])
    for condition in [Condition.always, .happened(harm)] {
      var spec = Spec.missing(
        at: "2026-05-12 14:30",
        procedure: procedure(
          rule("harm", .s47StrategyMeeting, when: condition, since: [.first(harm)])))
      spec.given(
        .riskAssessed, at: "2026-05-12 15:00",
        ["risk": .text("high"), "significant-harm": .flag(true), "rationale": .text("x")],
        by: .teamManager)
      let facts = spec.explanation(.s47StrategyMeeting, "Facts", asOf: "2026-05-12 15:05")
      let said = facts.filter { $0.contains("(concern of significant harm: yes), recorded by") }
      #expect(
        said.count == 1 && said[0].hasPrefix("Risk assessed Tue 12 May 2026 15:00"), "\(facts)")
    }
  }

  @Test("what else must have been recorded is named beside what the time counts from")
  func namesTheCondition() {
    let harm = EventMatch(.riskAssessed, with: ["significant-harm": ["yes"]])
    var spec = Spec.missing(
      at: "2026-05-12 14:30",
      procedure: procedure(
        rule("harm", .s47StrategyMeeting, when: .happened(harm), since: [.missingStart])))
    spec.given(
      .riskAssessed, at: "2026-05-12 15:00",
      ["risk": .text("high"), "significant-harm": .flag(true), "rationale": .text("x")],
      by: .teamManager)
    let facts = spec.explanation(.s47StrategyMeeting, "Facts", asOf: "2026-05-12 15:05")
    #expect(facts.contains { $0.contains("(concern of significant harm: yes)") }, "\(facts)")
  }

  @Test("a step that goes on until something else happens says so, and when it was last done")
  func goesOn() throws {
    var spec = Spec.missing(
      at: "2026-05-12 14:30",
      procedure: procedure(
        rule(
          "again", .riskAssessmentReview, since: [.missingStart],
          lapsesOn: [.init(.returned)])))
    #expect(spec.step(.riskAssessmentReview)?.isOngoing == true)
    func lines() -> [String] {
      spec.explanation(.riskAssessmentReview, "Arithmetic", asOf: "2026-05-12 16:00")
    }
    #expect(lines().contains("Not done yet"))
    spec.given(
      .riskAssessed, at: "2026-05-12 15:00", ["risk": .text("low"), "rationale": .text("x")],
      by: .teamManager)
    let step = try #require(spec.step(.riskAssessmentReview))
    #expect(step.isOpen && step.isOngoing, "doing it does not end it")
    #expect(lines().first?.hasSuffix("until the return") == true, "\(lines())")
    #expect(lines().contains { $0.hasPrefix("Last done Tue 12 May 2026 15:00 by ") })
    let why = Explanation(
      of: step, child: spec.child, procedure: spec.procedure, asOf: step.opens)
    #expect(why.title.hasSuffix("· ongoing"))
    spec.given(.returned, at: "2026-05-12 17:00", by: .missingCoordinator)
    #expect(spec.step(.riskAssessmentReview)?.isOngoing == false)
  }
}
