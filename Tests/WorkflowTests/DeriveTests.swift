import Testing
import Workflow

@Suite("Evolving and deriving")
struct DeriveTests {
  private func due(_ spec: Spec, _ step: StepName, occurrence: Int = 1) -> String? {
    spec.step(step, occurrence: occurrence)?.due?.iso
  }

  private func meeting(_ chair: Role = .teamManager) -> [String: Value] {
    ["kind": .text("strategy-meeting"), "chair": .text(chair.rawValue)]
  }

  @Test("the same events always give the same steps, in one go or one by one")
  func isDeterministic() {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    spec.given(.riskAssessed, at: "2026-05-12 18:00", ["risk": .text("high")], by: .teamManager)
    spec.given(.meetingHeld, at: "2026-05-14 10:00", meeting(), by: .teamManager)
    spec.given(.returned, at: "2026-05-20 09:15")
    spec.given(
      .rhiOffered, at: "2026-05-21 10:00", ["answer": .text("undecided")], by: .rhiWorker)
    let whole = ChildCase(id: "C1", history: spec.child.history)
    let procedure = spec.procedure
    let again = Derive.steps(of: whole) { _ in procedure }
    #expect(whole == spec.child)
    #expect(again == spec.steps)
    #expect(again.map(\.id) == spec.steps.map(\.id))
  }

  @Test("a referral made after the first going does not stand for the second")
  func countsReferralsPerGoing() {
    let referral = Rule(
      name: "referral", realises: ["NB-13"], step: .rhiReferral, tray: .rhi, role: .rhiWorker,
      since: [.first(EventMatch(.returned))], within: .hours(72),
      doneBy: [EventMatch(.rhiReferred)],
      duty: "Refer.", citation: Citation(document: "A document", section: "1"))
    var spec = Spec.missing(
      at: "2026-05-12 14:30",
      procedure: Procedure(
        id: "northbrook", title: "Northbrook", authority: "Northbrook", version: 1, contentHash: "",
        rules: [referral], chairs: [], guards: [], prompts: [], acknowledgedBy: []))
    spec.given(.returned, at: "2026-05-13 09:00")
    spec.given(.rhiReferred, at: "2026-05-13 10:00", by: .rhiWorker)
    spec.given(
      .wentMissing, at: "2026-05-14 20:00", ["from": .text("care"), "category": .text("missing")])
    spec.given(.returned, at: "2026-05-15 09:00")
    #expect(spec.step(.rhiReferral, episode: 1)?.isOpen == false)
    #expect(spec.step(.rhiReferral, episode: 2)?.isOpen == true)
  }

  @Test("planning, holding and reassigning never move a due time")
  func neverMovesADueTime() {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    let before = due(spec, .strategyMeeting)
    let later = Instant(iso: "2026-05-20 10:00") ?? Instant(seconds: 0)
    spec.given(
      .meetingPlanned, at: "2026-05-13 09:00",
      ["kind": .text("strategy-meeting"), "for": .instant(later)], by: .teamManager)
    spec.given(
      .held, at: "2026-05-13 09:05",
      ["step": .text("strategy-meeting"), "until": .instant(later), "reason": .text("x")],
      by: .teamManager)
    spec.given(
      .reassigned, at: "2026-05-13 09:10",
      ["step": .text("strategy-meeting"), "to": .text("social-worker")], by: .teamManager)
    #expect(before == "2026-05-15T14:30+01:00")
    #expect(due(spec, .strategyMeeting) == before)
    #expect(spec.step(.strategyMeeting)?.planned == later)
  }

  @Test("a corrected time replays the stream and moves what counts from it")
  func replaysCorrections() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    let going = try #require(spec.child.history.first { $0.kind == .wentMissing })
    spec.given(
      .corrected, at: "2026-05-13 09:00",
      [
        "corrects": .number(going.sequence), "field": .text("at"),
        "value": .text("2026-05-12 13:00"), "reason": .text("the carer remembers"),
      ])
    #expect(due(spec, .strategyMeeting) == "2026-05-15T13:00+01:00")
    #expect(spec.child.history.count == 4)
  }

  @Test("a condition that ends leaves the step as not required, and what was done as done")
  func leavesWhatFellAway() {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    spec.given(.riskAssessed, at: "2026-05-12 18:00", ["risk": .text("low")], by: .teamManager)
    spec.given(
      .categoryChanged, at: "2026-05-13 09:00", ["category": .text("unauthorised-absence")])
    let now = Instant(iso: "2026-05-13 10:00") ?? Instant(seconds: 0)
    #expect(spec.step(.strategyMeeting)?.state(asOf: now) == .notRequired)
    #expect(spec.step(.riskRating)?.state(asOf: now) == .done)
  }

  @Test("what is told of one going opens nothing for the next")
  func keepsEpisodesApart() {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    spec.given(.returned, at: "2026-05-13 09:00")
    spec.given(.disclosure, at: "2026-05-13 10:00", ["significant-harm": .flag(true)])
    spec.given(
      .wentMissing, at: "2026-05-14 20:00",
      ["from": .text("care"), "category": .text("missing")])
    #expect(spec.step(.s47StrategyMeeting, episode: 1) != nil)
    #expect(spec.step(.s47StrategyMeeting, episode: 2) == nil)
    #expect(spec.step(.riskRating, episode: 2)?.opens.iso == "2026-05-14T20:00+01:00")
    #expect(spec.child.episodes.map(\.joinedOpenRecord) == [false, true])
  }

  @Test("a cancelled review counts the next from when it was due")
  func goesOnAfterCancelling() {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    spec.given(.meetingHeld, at: "2026-05-14 10:00", meeting(), by: .teamManager)
    spec.given(
      .meetingCancelled, at: "2026-05-27 09:00",
      ["kind": .text("review-meeting"), "decision": .text("moved")], by: .teamManager)
    #expect(spec.step(.reviewMeeting)?.outcome == .cancelled(reason: "moved"))
    #expect(due(spec, .reviewMeeting, occurrence: 2) == "2026-06-11T10:00+01:00")
  }

  @Test("a chair is judged by how long the child will have been missing, to the minute")
  func choosesChairs() {
    var early = Spec.missing(at: "2026-05-12 14:31")
    early.given(.meetingHeld, at: "2026-05-12 14:31", meeting(), by: .teamManager)
    #expect(early.step(.reviewMeeting)?.chair == .serviceManager)
    #expect(early.step(.strategyMeeting)?.chair == .teamManager)
  }

  @Test("a step is coming up before, due at and overdue after its due time")
  func hasStates() throws {
    let step = try #require(Spec.missing(at: "2026-05-12 14:30").step(.strategyMeeting))
    let due = try #require(step.due)
    #expect(step.state(asOf: due.adding(seconds: -1)) == .comingUp)
    #expect(step.state(asOf: due) == .due)
    #expect(step.state(asOf: due.adding(seconds: 1)) == .overdue)
  }
}

@Suite("Events that count")
struct EventMatchTests {
  private func event(_ body: [String: Value]) -> Event {
    Event(
      kind: .meetingCancelled, body: Body(body), occurred: Instant(seconds: 0),
      recorded: Instant(seconds: 0), by: Person(id: "a", name: "A", role: .teamManager))
  }

  @Test("'any' asks whether a field was answered at all; blanks do not answer")
  func asksWhetherAnswered() {
    let reasonless = EventMatch(.meetingCancelled, without: ["decision": ["any"]])
    let reasoned = EventMatch(.meetingCancelled, with: ["decision": ["any"]])
    #expect(reasonless.holds(event([:])))
    #expect(reasonless.holds(event(["decision": .text("  ")])))
    #expect(!reasonless.holds(event(["decision": .text("moved")])))
    #expect(reasoned.holds(event(["decision": .text("moved")])))
    #expect(!reasoned.holds(event([:])))
  }
}

@Suite("Two rules for one step")
struct MergeTests {
  private func rule(_ id: String, _ risk: Risk, within: TimeLimit) -> Rule {
    Rule(
      name: id, realises: [id], step: .managerReview, tray: .teamManager, role: .teamManager,
      when: .fact(.risk, [risk.rawValue]), since: [.missingStart], within: within, duty: "Do it.",
      citation: Citation(document: "A document", section: "1"))
  }

  @Test("a rule that no longer asks gives way to one that does, though it was due earlier")
  func givesWay() {
    let procedure = Procedure(
      id: "northbrook", title: "", authority: "", version: 1, contentHash: "",
      rules: [
        rule("NB-01", .high, within: .hours(24)), rule("NB-02", .medium, within: .hours(72)),
      ], chairs: [], guards: [], prompts: [], acknowledgedBy: [])
    var spec = Spec.missing(at: "2026-05-12 14:30", procedure: procedure)
    spec.given(.riskAssessed, at: "2026-05-12 15:00", ["risk": .text("high")], by: .teamManager)
    #expect(spec.step(.managerReview)?.rules == ["NB-01"])
    spec.given(.riskAssessed, at: "2026-05-12 16:00", ["risk": .text("medium")], by: .teamManager)
    #expect(spec.step(.managerReview)?.rules == ["NB-02"])
    #expect(spec.step(.managerReview)?.isOpen == true)
  }

  @Test("a meeting that was called off is asked for again where a new ground arises")
  func asksAgainOnNewGround() {
    func rule(_ name: String, _ anchor: Anchor, within: TimeLimit) -> Rule {
      Rule(
        name: name, realises: [name], step: .strategyMeeting, tray: .teamManager,
        role: .teamManager, since: [anchor], within: within, duty: "Hold it.",
        citation: Citation(document: "A document", section: "1"))
    }
    let procedure = Procedure(
      id: "northbrook", title: "", authority: "", version: 1, contentHash: "",
      rules: [
        rule("NB-01", .missingStart, within: .hours(24)),
        rule("NB-02", .first(EventMatch(.disclosure)), within: .atOnce),
      ], chairs: [], guards: [], prompts: [], acknowledgedBy: [])
    var spec = Spec.missing(at: "2026-05-12 14:30", procedure: procedure)
    spec.given(
      .meetingCancelled, at: "2026-05-13 09:00",
      ["kind": .text("strategy-meeting"), "decision": .text("x")], by: .teamManager)
    #expect(spec.step(.strategyMeeting)?.isOpen == false)
    spec.given(.disclosure, at: "2026-05-14 09:00", ["significant-harm": .flag(true)])
    #expect(spec.step(.strategyMeeting)?.isOpen == true)
    #expect(spec.step(.strategyMeeting)?.rules == ["NB-02"])
  }

  @Test("what was recorded of the record before the child went again completes nothing of that")
  func keepsEarlierRecordingsApart() {
    let procedure = Procedure(
      id: "northbrook", title: "", authority: "", version: 1, contentHash: "",
      rules: [
        Rule(
          name: "chase", realises: ["NB-01"], step: .policeReportChase, tray: .missingCoordinator,
          role: .missingCoordinator, since: [.missingStart],
          doneBy: [EventMatch(.reportAttached)], duty: "Chase it.",
          citation: Citation(document: "A document", section: "1"))
      ], chairs: [], guards: [], prompts: [], acknowledgedBy: [])
    var spec = Spec.missing(at: "2026-05-12 14:30", procedure: procedure)
    spec.given(.reportAttached, at: "2026-05-12 16:00", ["report": .text("one")])
    spec.given(.returned, at: "2026-05-13 09:00")
    spec.given(
      .wentMissing, at: "2026-05-14 20:00",
      ["from": .text("home"), "category": .text("missing")])
    #expect(spec.step(.policeReportChase, episode: 1)?.isOpen == false)
    #expect(spec.step(.policeReportChase, episode: 2)?.isOpen == true)
  }

  @Test("an allocation completes a step only where it came after the going")
  func countsAllocationsSinceTheGoing() {
    let procedure = Procedure(
      id: "northbrook", title: "", authority: "", version: 1, contentHash: "",
      rules: [
        Rule(
          name: "allocation", realises: ["NB-01"], step: .assessmentAllocation, tray: .frontDoor,
          role: .frontDoor, since: [.missingStart], doneBy: [EventMatch(.allocated)],
          duty: "Do it.", citation: Citation(document: "A document", section: "1"))
      ], chairs: [], guards: [], prompts: [], acknowledgedBy: [])
    var spec = Spec(procedure)
    spec.given(.allocated, at: "2026-02-01 10:00", ["worker": .text("one")])
    spec.given(
      .wentMissing, at: "2026-05-12 14:30",
      ["from": .text("home"), "category": .text("missing")])
    #expect(spec.step(.assessmentAllocation)?.isOpen == true)
    spec.given(.allocated, at: "2026-05-13 10:00", ["worker": .text("another")])
    #expect(spec.step(.assessmentAllocation)?.isOpen == false)
  }
}
