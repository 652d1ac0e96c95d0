import Testing
import Workflow

@Suite("What a record must not let pass")
struct OpenMeetingTests {
  private func disclosed() -> Spec {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    spec.given(.returned, at: "2026-05-13 10:00", ["safe": .flag(true)])
    spec.given(.disclosure, at: "2026-05-13 11:00")
    return spec
  }

  private func refusal(
    _ spec: Spec, _ kind: EventKind, _ body: [String: Value], by role: Role
  ) -> Refusal? {
    do throws(Refusal) {
      _ = try spec.when(kind, at: "2026-05-14 10:00", body, by: role)
      return nil
    } catch {
      return error
    }
  }

  @Test("no record closes over a section 47 strategy meeting that stands open, whatever is said")
  func closing() throws {
    var spec = disclosed()
    let busy = Spec.summary.merging(["left-undone": .text("busy")]) { _, new in new }
    let refused = try #require(refusal(spec, .recordClosed, busy, by: .rhiWorker))
    #expect(refused.reason == .rule && refused.rule == "NB-01" && refused.tell == .teamManager)
    #expect(
      refused.sentence
        == "The section 47 strategy meeting on the disclosure of Wed 13 May 11:00 still stands open. "
        + "The record stays open until it is held, or called off with the decision by the team "
        + "manager.")
    // To plan it does not hold it.
    let planned: [String: Value] = [
      "kind": .text("s47-strategy-meeting"), "for": .instant(Instant(iso: "2026-05-15 09:00")!),
    ]
    spec.given(.meetingPlanned, at: "2026-05-13 12:00", planned, by: .teamManager)
    #expect(refusal(spec, .recordClosed, busy, by: .rhiWorker) != nil)
    var held = spec
    held.given(
      .meetingHeld, at: "2026-05-14 09:00",
      [
        "kind": .text("s47-strategy-meeting"), "chair": .text("team-manager"),
        "decision": .text("Section 47 starts"),
      ], by: .teamManager)
    #expect(refusal(held, .recordClosed, busy, by: .rhiWorker) == nil)
    spec.given(
      .meetingCancelled, at: "2026-05-14 09:00",
      ["kind": .text("s47-strategy-meeting"), "decision": .text("Held by Leeds")],
      by: .teamManager)
    #expect(refusal(spec, .recordClosed, busy, by: .rhiWorker) == nil)
  }

  @Test("what is open is not reopened, and what is closed or finished is")
  func reopening() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    let reason: [String: Value] = ["reason": .text("Wrong child")]
    let refused = try #require(refusal(spec, .reopened, reason, by: .teamManager))
    #expect(refused.reason == .rule)
    #expect(refused.sentence.hasSuffix("is open: there is no closure to take back."))
    spec.given(.returned, at: "2026-05-13 10:00", ["safe": .flag(true)])
    spec.given(.rhiHeld, at: "2026-05-13 11:00", Spec.wholeInterview, by: .rhiWorker)
    #expect(refusal(spec, .reopened, reason, by: .teamManager) != nil)
    spec.given(.recordClosed, at: "2026-05-13 12:00", Spec.summary, by: .rhiWorker)
    #expect(refusal(spec, .reopened, reason, by: .teamManager) == nil)
  }

  @Test("nor is a closed record acknowledged over one that harm opened since; it may be sent back")
  func acknowledgingOver() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    spec.given(.returned, at: "2026-05-13 10:00", ["safe": .flag(true)])
    spec.given(.rhiHeld, at: "2026-05-13 11:00", Spec.wholeInterview, by: .rhiWorker)
    spec.given(.recordClosed, at: "2026-05-13 12:00", Spec.summary, by: .rhiWorker)
    spec.given(.disclosure, at: "2026-05-13 13:00")
    #expect(spec.steps.contains { $0.isOpenSection47 })
    func answer(_ answer: AcknowledgementAnswer) -> Refusal? {
      refusal(
        spec, .acknowledged,
        [
          "as": .text("team-manager"), "answer": answer.stored,
          "reason": .text("Strategy meeting is still to be held"),
        ], by: .teamManager)
    }
    #expect(answer(.nothingForMe)?.sentence.contains("still stands open") == true)
    #expect(answer(.actionRaised)?.sentence.contains("still stands open") == true)
    #expect(answer(.sendBack) == nil)
    let person = Person(id: "tm", name: "TM", role: .teamManager)
    let end = RecordEnd(
      by: .acknowledged, of: spec.child.records[0], child: spec.child, actor: person,
      procedure: .northbrook, steps: spec.steps,
      now: Instant(iso: "2026-05-14T10:00") ?? Instant(seconds: 0))
    #expect(!end.givenUp.contains { $0.isOpenSection47 })
  }

  @Test("nobody ticks off another's step that has a limit without a word on what was done")
  func anothersStep() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    spec.given(.returned, at: "2026-05-13 10:00", ["safe": .flag(true)])
    let offer: [String: Value] = ["step": .text("rhi-offer")]
    let owner = try #require(spec.step(.rhiOffer)).role
    let refused = try #require(refusal(spec, .stepDone, offer, by: .frontDoor))
    #expect(refused.reason == .badInput && refused.findings.first?.field == "outcome")
    #expect(
      refused.sentence
        == "Step done: needed: “Offer interview” is \(owner.mention([:]))'s; say what was done, in 3 "
        + "words at the least.")
    #expect(refusal(spec, .stepDone, offer, by: owner) == nil, "whose it is need say nothing")
    let said = offer.merging(["outcome": .text("Offered by the school")]) { _, new in new }
    #expect(refusal(spec, .stepDone, said, by: .frontDoor) == nil)
    // What has no limit may be ticked off by whoever did it.
    let minutes = try #require(spec.steps.first { $0.isOpen && $0.due == nil && !$0.isAtOnce })
    #expect(
      refusal(spec, .stepDone, ["step": .text(minutes.id.step.rawValue)], by: .rhiWorker) == nil)
  }

  @Test("what settles it is the meeting, in its tray")
  func settlement() throws {
    let spec = disclosed()
    let ways = Decide.settlements(
      of: .recordClosed, on: spec.child,
      by: Person(id: "r", name: "R", role: .rhiWorker), procedure: spec.procedure,
      steps: spec.steps, now: try #require(Instant(iso: "2026-05-14 10:00")))
    #expect(ways.map(\.step.id.step) == [.s47StrategyMeeting])
    #expect(ways.first?.kind == .meetingHeld && ways.first?.refusing.rule == "NB-01")
  }

  @Test("only who owns or chairs it calls it off, or somebody above them")
  func callingOff() {
    let spec = disclosed()
    let body: [String: Value] = [
      "kind": .text("s47-strategy-meeting"), "decision": .text("Held by Leeds"),
    ]
    for role in [Role.mashManager, .advancedPractitioner] {
      let refused = refusal(spec, .meetingCancelled, body, by: role)
      #expect(refused?.reason == .notAllowed && refused?.tell == .teamManager, "\(role)")
    }
    for role in [Role.teamManager, .serviceManager, .director] {
      #expect(refusal(spec, .meetingCancelled, body, by: role) == nil, "\(role)")
    }
    let other: [String: Value] = ["kind": .text("strategy-meeting"), "decision": .text("Police")]
    #expect(refusal(spec, .meetingCancelled, other, by: .mashManager) == nil)
  }

  @Test("nothing is left for nobody where a limit was given up, unless it is said why")
  func acknowledging() {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    spec.given(.returned, at: "2026-05-13 10:00", ["safe": .flag(true)])
    spec.given(.recordClosed, at: "2026-05-14 09:00", Spec.summary, by: .rhiWorker)
    let bare: [String: Value] = ["answer": .text("nothing-for-me")]
    let refused = refusal(spec, .acknowledged, bare, by: .teamManager)
    #expect(refused?.reason == .badInput && refused?.findings.map(\.field) == ["reason"])
    #expect(refused?.sentence.contains("“Interview letter” is given up") == true)
    let busy = bare.merging(["reason": .text("busy")]) { _, new in new }
    #expect(refusal(spec, .acknowledged, busy, by: .teamManager) != nil)
    #expect(refusal(spec, .acknowledged, Spec.nothing, by: .teamManager) == nil)
    #expect(
      refusal(spec, .acknowledged, ["answer": .text("action-raised")], by: .teamManager) == nil)
  }

  @Test("a rating below the police's grade says why; one at it or above need not")
  func rating() {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    spec.given(
      .reported, at: "2026-05-12 15:00", ["by": .text("police"), "risk": .text("medium")])
    let low: [String: Value] = ["risk": .text("low")]
    let refused = refusal(spec, .riskAssessed, low, by: .teamManager)
    #expect(refused?.reason == .badInput && refused?.findings.map(\.field) == ["rationale"])
    #expect(refused?.findings.first?.sentence == "Below police medium: say why, 3 words")
    for (why, isEnough) in [("known friend", false), ("with her aunt", true)] {
      let said = low.merging(["rationale": .text(why)]) { _, new in new }
      #expect((refusal(spec, .riskAssessed, said, by: .teamManager) == nil) == isEnough)
    }
    for risk in ["medium", "high"] {
      #expect(refusal(spec, .riskAssessed, ["risk": .text(risk)], by: .teamManager) == nil)
    }
  }

  @Test("what opened at once with what was recorded is said, and what a meeting settled by the way")
  func aftermath() throws {
    let spec = disclosed()
    let told = try #require(spec.child.history.last)
    let now = told.recorded
    func words(_ spec: Spec, of event: Event, room: Int = 200) -> String {
      var before = spec
      before.child = ChildCase(
        id: "C1", history: spec.child.history.filter { $0.sequence != event.sequence })
      return Aftermath(of: [event], before: before.steps, after: spec.steps, asOf: now)
        .words(named: [:], room: room)
    }
    #expect(
      words(spec, of: told)
        == " At once: s47 strategy meeting (team manager), Rate the risk (team manager).")
    #expect(words(spec, of: told, room: 40) == " At once: s47 strategy meeting, Rate the risk.")
    #expect(
      words(spec, of: told, room: 0).hasPrefix(" At once: "), "what cannot wait is never left out")
    #expect(
      Aftermath(of: [], before: spec.steps, after: spec.steps, asOf: now).words(
        named: [:], room: 80)
        == "")

    let discussion = Rule(
      name: "talk", realises: ["NB-02"], step: .strategyDiscussion, tray: .teamManager,
      role: .teamManager, since: [.missingStart],
      doneBy: [EventMatch(.meetingHeld, with: ["kind": ["strategy-meeting"]])], duty: "Do it.",
      citation: Citation(document: "A document", section: "1"))
    var both = Spec.missing(at: "2026-05-12 14:30", procedure: .northbrook(and: discussion))
    both.given(
      .meetingHeld, at: "2026-05-13 09:00",
      ["kind": .text("strategy-meeting"), "chair": .text("team-manager")], by: .teamManager)
    let held = try #require(both.child.history.last)
    #expect(words(both, of: held) == " Done: Strategy discussion.")
  }
}
