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
    let version = spec.child.version
    #expect(before.contains { $0.id.step == .careNetworkNotice && $0.due == nil })
    #expect(MovedLimits.ended(from: before, to: before, since: version).isEmpty)
    spec.given(
      .categoryChanged, at: "2026-05-10 19:00",
      ["category": .text(Category.unauthorisedAbsence.rawValue)], by: .teamManager)
    let ended = MovedLimits.ended(
      from: before, to: spec.steps, since: version)
    #expect(ended.contains { $0.id.step == .s47StrategyMeeting })
    #expect(ended.allSatisfy { $0.due != nil || $0.isAtOnce })
    let words = Aftermath(
      of: Array(spec.child.history.suffix(1)), before: before, after: spec.steps,
      asOf: Instant(iso: "2026-05-10 19:00") ?? Instant(seconds: 0)
    ).words(named: [:], room: 200)
    #expect(
      words.contains("limits end, first: ") || words.contains("No longer asked for: "), "\(words)")
  }

  @Test("a change by which a limit moves to later says so, and to when")
  func movedLater() throws {
    let away = Rule(
      name: "away", realises: ["NB-11"], step: .careNetworkNotice, tray: .teamManager,
      role: .teamManager, when: .fact(.category, ["missing", "unauthorised-absence"]),
      since: [.last(EventMatch(.categoryChanged)), .missingStart], within: .hours(4),
      duty: "Do it.",
      citation: Citation(document: "A document", section: "1"))
    var spec = Spec.missing(at: "2026-05-10 18:00", procedure: .northbrook(and: away))
    let before = spec.steps
    spec.given(
      .categoryChanged, at: "2026-05-10 19:00",
      ["category": .text(Category.unauthorisedAbsence.rawValue)], by: .teamManager)
    let words = Aftermath(
      of: Array(spec.child.history.suffix(1)), before: before, after: spec.steps,
      asOf: Instant(iso: "2026-05-10 19:00") ?? Instant(seconds: 0)
    ).words(named: [:], room: 300)
    #expect(words.contains(" Now due later: Care network notice, Sun 10 May 23:00."), "\(words)")
  }

  @Test("what an older meeting seems to have done once its ground is corrected was done by nobody")
  func doneBefore() throws {
    let harm = EventMatch(.disclosure, with: ["significant-harm": ["yes"]])
    let protect = Rule(
      name: "protect", realises: ["NB-12"], step: .s47StrategyMeeting, tray: .teamManager,
      role: .teamManager, when: .fact(.category, ["missing"]), since: [.last(harm)],
      doneBy: [EventMatch(.meetingHeld, with: ["kind": ["s47-strategy-meeting"]])], duty: "Meet.",
      citation: Citation(document: "A document", section: "1"))
    var spec = Spec.missing(at: "2026-05-10 18:00", procedure: .northbrook(and: protect))
    spec.given(.disclosure, at: "2026-05-10 19:00", ["significant-harm": .flag(true)])
    spec.given(
      .meetingHeld, at: "2026-05-10 20:00",
      ["kind": .text("s47-strategy-meeting"), "chair": .text("team-manager")], by: .teamManager)
    #expect(spec.step(.s47StrategyMeeting)?.isOpen == false)
    spec.given(.disclosure, at: "2026-05-10 21:00", ["significant-harm": .flag(true)])
    let before = spec.steps
    let version = spec.child.version
    #expect(before.contains { $0.id.step == .s47StrategyMeeting && $0.isAtOnce })
    spec.given(
      .corrected, at: "2026-05-10 22:00",
      [
        "corrects": .number(version), "field": .text("significant-harm"), "value": .text("no"),
        "reason": .text("typed wrong"),
      ])
    let ended = MovedLimits.ended(from: before, to: spec.steps, since: version)
    #expect(ended.map(\.id.step) == [.s47StrategyMeeting])
    let said = Aftermath(
      of: Array(spec.child.history.suffix(1)), before: before, after: spec.steps,
      asOf: Instant(iso: "2026-05-10 22:00") ?? Instant(seconds: 0)
    ).words(named: [:], room: 200)
    #expect(said.hasPrefix(" No longer asked for: ") && !said.contains("Done"), "\(said)")
  }
}
