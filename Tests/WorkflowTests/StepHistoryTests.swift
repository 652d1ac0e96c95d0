import Testing
import Workflow

@Suite("How an open step came where it lies")
struct StepHistoryTests {
  /// A record that is closed, in a borough that asks for the closure as a step.
  private func closed() -> Spec {
    let rule = Rule(
      name: "close", realises: ["NB-27"], step: .closeRecord, tray: .rhi, role: .rhiWorker,
      since: [.last(EventMatch(.rhiHeld))], doneBy: [EventMatch(.recordClosed)], isForRecord: true,
      duty: "Close it.", citation: Citation(document: "A document", section: "1"))
    var spec = Spec.missing(at: "2026-05-12 14:30", procedure: .northbrook(and: rule))
    spec.given(.returned, at: "2026-05-13 10:00")
    spec.given(.rhiHeld, at: "2026-05-13 15:00", Spec.wholeInterview, by: .rhiWorker)
    spec.given(.recordClosed, at: "2026-05-14 10:00", Spec.summary, by: .rhiWorker)
    return spec
  }

  @Test("given a closed record that is sent back, then the step says by whom, when and why")
  func sentBack() throws {
    var spec = closed()
    #expect(spec.step(.closeRecord)?.turns == [])
    spec.given(
      .acknowledged, at: "2026-05-14 11:00",
      ["answer": .text("send-back"), "reason": .text("The bruise comes first")], by: .teamManager)
    let step = try #require(spec.step(.closeRecord))
    #expect(step.isOpen && step.title == "Sent back: put right and close")
    #expect(step.opens == Instant(iso: "2026-05-14 11:00"), "it waits since it was sent back")
    let words = "sent back by Team manager Thu 14 May 11:00: The bruise comes first"
    #expect(step.turns == [words])
    #expect(
      spec.explanation(.closeRecord, "How it came here", asOf: "2026-05-14 12:00")
        == [words.capitalisedFirst])
    // Closed once more, it waits for no answer to what was said before.
    spec.given(.recordClosed, at: "2026-05-14 13:00", Spec.summary, by: .rhiWorker)
    #expect(spec.step(.closeRecord)?.sentBack == nil)
  }

  @Test("given an acknowledgement, then nothing was sent back")
  func acknowledged() {
    var spec = closed()
    spec.given(.acknowledged, at: "2026-05-14 11:00", Spec.nothing, by: .teamManager)
    #expect(spec.step(.closeRecord)?.sentBack == nil)
    #expect(spec.child.history.last?.title == "Acknowledged")
  }

  @Test("given a step in another tray, then it says who moved it, until it is back in its own")
  func moved() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    spec.given(
      .reassigned, at: "2026-05-12 15:00",
      [
        "step": .text("risk-rating"), "to": .text("social-worker"),
        "reason": .text("no manager in"),
      ],
      by: .missingCoordinator)
    let step = try #require(spec.step(.riskRating))
    #expect(step.tray == .socialWorker && step.home == .teamManager)
    #expect(
      step.turns == ["moved here by Missing coordinator Tue 12 May 15:00: no manager in"])
    spec.given(
      .reassigned, at: "2026-05-12 16:00",
      ["step": .text("risk-rating"), "to": .text("team-manager")], by: .missingCoordinator)
    let back = try #require(spec.step(.riskRating))
    #expect(back.tray == .teamManager && back.moved == nil && back.turns.isEmpty)
  }

  @Test("given a disclosure, then the section 47 meeting cannot wait though it has no hours")
  func atOnce() {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    #expect(spec.step(.riskRating)?.isAtOnce == true, "what others do for the child goes by it")
    spec.given(.returned, at: "2026-05-13 10:00", ["safe": .flag(true)])
    #expect(spec.step(.riskRating)?.isAtOnce == false, "safe at home, and nothing told")
    #expect(spec.step(.s47StrategyMeeting)?.isAtOnce != true)
    spec.given(.disclosure, at: "2026-05-13 11:00", [:])
    #expect(spec.step(.s47StrategyMeeting)?.isAtOnce == true)
    #expect(spec.step(.riskRating)?.isAtOnce == true, "a child who told of harm is in danger")
    #expect(spec.step(.rhiOffer)?.isAtOnce == false, "it has a limit of its own")
  }

  @Test(
    "given a return to a place that is not safe, then the rating cannot wait, nor lies it below next year"
  )
  func unsafe() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    spec.given(.returned, at: "2026-05-13 10:00", ["safe": .flag(false)])
    let rating = spec.step(.riskRating)
    #expect(rating?.isAtOnce == true)
    #expect(try rating?.pressing(asOf: #require(Instant(iso: "2026-06-30 10:00"))) == .atOnce)
  }

  @Test("what is to be done at once is said to be that for an hour, and overdue after it")
  func atOnceForAnHour() throws {
    let rule = Rule(
      name: "meet", realises: ["NB-28"], step: .strategyMeeting, tray: .teamManager,
      role: .teamManager, since: [.missingStart], within: .atOnce, duty: "Meet.",
      citation: Citation(document: "A document", section: "1"))
    let spec = Spec.missing(at: "2026-05-12 14:30", procedure: .northbrook(and: rule))
    let step = try #require(spec.steps.first { $0.id.step == .strategyMeeting && $0.isAtOnce })
    func standing(_ time: String) throws -> StepState {
      step.standing(asOf: try #require(Instant(iso: time)))
    }
    #expect(try standing("2026-05-12 14:33") == .due)
    #expect(try standing("2026-05-12 15:31") == .overdue)
    let moment = try #require(Instant(iso: "2026-05-12 14:33"))
    #expect(step.state(asOf: moment) == .overdue, "the rule counts as it always did")
    for other in spec.steps where !other.isAtOnce {
      #expect(other.standing(asOf: moment) == other.state(asOf: moment))
    }
  }
}
