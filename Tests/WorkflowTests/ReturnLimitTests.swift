import Testing
import Workflow

@Suite("Limits that were up before the return")
struct ReturnLimitTests {
  private static func rule(
    _ step: StepName, when: Condition = .fact(.category, ["missing"]), since: [Anchor],
    within: TimeLimit?
  ) -> Rule {
    Rule(
      name: "more", realises: ["NB-20"], step: step, tray: .socialWorker, role: .socialWorker,
      when: when, since: since, within: within, duty: "Do it.",
      citation: Citation(document: "A document", section: "1"))
  }

  /// A visit that counts from the going and can be made only once the child is back.
  private static let visit = rule(
    .safetyPlanVisit, when: .fact(.returned, ["yes"]), since: [.missingStart], within: .days(5))

  private func back(at time: String) -> Spec {
    var spec = Spec.missing(at: "2026-05-12 14:30", procedure: .northbrook(and: Self.visit))
    spec.given(.returned, at: time)
    return spec
  }

  @Test(
    "a visit that counts from the going and opens with a late return could not be kept, and says so"
  )
  func couldNotBeKept() throws {
    let spec = back(at: "2026-06-14 10:00")
    let visit = try #require(spec.step(.safetyPlanVisit))
    #expect(visit.couldNotBeKept && visit.wasDueWhileAway)
    #expect(visit.due == Instant(iso: "2026-05-17 14:30"), "the limit itself does not move")
    #expect(
      spec.explanation(.safetyPlanVisit, "Arithmetic", asOf: "2026-06-14 10:00").contains {
        $0.contains("was up before the return")
      })
  }

  @Test("a visit whose limit is still to come after the return can be kept, and says nothing")
  func canBeKept() throws {
    let visit = try #require(back(at: "2026-05-14 10:00").step(.safetyPlanVisit))
    #expect(!visit.couldNotBeKept && !visit.wasDueWhileAway && visit.due != nil)
  }

  @Test(
    "what was to be done while the child was away stays open after the return, as late as it was")
  func dueWhileAway() throws {
    let spec = back(at: "2026-06-14 10:00")
    let meeting = try #require(spec.step(.strategyMeeting))
    #expect(meeting.isOpen && meeting.wasDueWhileAway && !meeting.couldNotBeKept)
    #expect(!(try #require(spec.step(.rhiOffer))).wasDueWhileAway)
  }

  @Test("after a return the message names what can still be kept before what could not be")
  func message() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30", procedure: .northbrook(and: Self.visit))
    let before = spec.steps
    spec.given(.returned, at: "2026-06-14 10:00")
    let now = try #require(Instant(iso: "2026-06-14 10:05"))
    let returned = try #require(spec.child.history.last)
    let words = Aftermath(of: [returned], before: before, after: spec.steps, asOf: now)
      .words(named: [:], room: 400)
    let interview = try #require(words.ranges(of: "Interview by Wed 17 Jun 10:00").first)
    let visit = try #require(
      words.ranges(of: "(its limit was up before the return)").first)
    #expect(interview.lowerBound < visit.lowerBound, "\(words)")
  }

  @Test("a report that joins an episode says what opens by it, whenever it opened")
  func joined() throws {
    let watch = Self.rule(
      .highRiskMonitoring, when: .fact(.policeRisk, ["high"]),
      since: [.first(EventMatch(.reported, with: ["risk": ["high"]]))], within: nil)
    var spec = Spec.missing(at: "2026-05-12 14:30", procedure: .northbrook(and: watch))
    spec.given(.returned, at: "2026-05-12 20:00")
    let before = spec.steps
    spec.given(.reported, at: "2026-05-12 17:50", ["risk": .text("high")])
    spec.given(.triaged, at: "2026-05-13 09:00", ["decision": .text("added-to-episode")])
    let now = try #require(Instant(iso: "2026-05-13 09:00"))
    let events = Array(spec.child.history.suffix(2))
    func words(_ events: [Event]) -> String {
      Aftermath(of: events, before: before, after: spec.steps, asOf: now)
        .words(named: [:], room: 20)
    }
    #expect(words(events) == " Opens: High risk monitoring.")
    #expect(words(Array(events.prefix(1))).isEmpty)
  }

  @Test(
    "a step that is there is not hidden by a rule that has it due at once at a time still to come",
    arguments: [Anchor.due(.strategyMeeting), .missingFor(.days(3))])
  func neverHidden(anchor: Anchor) throws {
    let known = Self.rule(.minutes, since: [.first(EventMatch(.opened))], within: .days(9))
    let sooner = Self.rule(.minutes, since: [anchor], within: .atOnce)
    let plain = Procedure.northbrook
    let procedure = Procedure(
      id: plain.id, title: plain.title, authority: plain.authority, version: plain.version,
      contentHash: plain.contentHash, rules: plain.rules + [known, sooner], chairs: plain.chairs,
      guards: plain.guards, prompts: [], acknowledgedBy: plain.acknowledgedBy)
    let spec = Spec.missing(at: "2026-05-12 14:30", procedure: procedure)
    let minutes = try #require(spec.step(.minutes))
    #expect(minutes.due == Instant(iso: "2026-05-15 14:30"), "three days after the going")
    #expect(minutes.opens == Instant(iso: "2026-05-12 14:30"), "asked for from the opening on")
  }
}
