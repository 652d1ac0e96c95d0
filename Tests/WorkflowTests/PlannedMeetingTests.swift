import Testing
import Workflow

/// A meeting to which people are invited stands in a tray until it is held or called off.
@Suite("A meeting that is planned, called off, or no longer asked for")
struct PlannedMeetingTests {
  private let strategy: [String: Value] = ["kind": .text("strategy-meeting")]

  private func plan(_ spec: inout Spec, at time: String, for planned: String) throws {
    let planned = try #require(Instant(iso: planned))
    spec.given(
      .meetingPlanned, at: time, strategy.merging(["for": .instant(planned)]) { _, new in new },
      by: .teamManager)
  }

  private func callOff(_ spec: inout Spec, at time: String) {
    spec.given(
      .meetingCancelled, at: time,
      strategy.merging(["decision": .text("The police lead it")]) { _, new in new },
      by: .teamManager)
  }

  @Test("called off and planned anew, it is open again with its due time as it was")
  func anew() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    let due = spec.step(.strategyMeeting)?.due
    callOff(&spec, at: "2026-05-13 10:00")
    #expect(spec.step(.strategyMeeting)?.isOpen == false)
    try plan(&spec, at: "2026-05-13 11:00", for: "2026-05-14 10:00")
    let step = try #require(spec.step(.strategyMeeting))
    #expect(step.isOpen && step.due == due && step.unasked == nil)
    #expect(step.planned == Instant(iso: "2026-05-14 10:00"))
    callOff(&spec, at: "2026-05-13 12:00")
    #expect(spec.step(.strategyMeeting)?.isOpen == false, "the last decision counts")
  }

  @Test("planned and then no longer asked for, it stays until it is held or called off")
  func unasked() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    try plan(&spec, at: "2026-05-13 11:00", for: "2026-05-18 10:00")
    let before = spec.steps
    spec.given(.returned, at: "2026-05-13 12:00")
    let step = try #require(spec.step(.strategyMeeting))
    #expect(step.isOpen && step.unasked == "returned Wed 13 May 12:00")
    #expect(step.due == Instant(iso: "2026-05-18 10:00"), "no rule sets a limit any longer")
    #expect(step.turns.first?.contains("no longer asked for (returned Wed 13 May 12:00)") == true)
    let now = try #require(Instant(iso: "2026-05-13 12:05"))
    let why = Explanation(of: step, child: spec.child, procedure: spec.procedure, asOf: now).text
    #expect(why.contains("Nobody asks for it any longer (returned Wed 13 May 12:00)"))
    #expect(!why.contains("3 days from"))
    let event = try #require(spec.child.history.last)
    let said = Aftermath(of: [event], before: before, after: spec.steps, asOf: now)
    #expect(
      said.words(named: [:], room: 200).hasPrefix(
        " No longer asked for: Strategy meeting, planned Mon 18 May 10:00; hold it, or call it off")
    )
    #expect(
      said.words(named: [:], room: 0).hasPrefix(
        " No longer asked for: Strategy meeting Mon 18 May 10:00; tell those invited."))
    var held = spec
    held.given(
      .meetingHeld, at: "2026-05-14 10:00",
      strategy.merging(["chair": .text("team-manager")]) { _, new in new }, by: .teamManager)
    #expect(held.step(.strategyMeeting)?.isOpen == false)
    callOff(&spec, at: "2026-05-14 09:00")
    #expect(spec.step(.strategyMeeting)?.outcome == .cancelled(reason: "The police lead it"))
  }

  @Test("planned before any rule asks for it, it is there from then on")
  func ahead() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    let review = try #require(spec.step(.reviewMeeting))
    let planned = try #require(Instant(iso: "2026-05-13 11:00"))
    #expect(review.opens > planned)
    let next = try #require(Instant(iso: "2026-05-14 14:00"))
    spec.given(
      .meetingPlanned, at: "2026-05-13 11:00",
      ["kind": .text("review-meeting"), "for": .instant(next)], by: .teamManager)
    let step = try #require(spec.step(.reviewMeeting))
    #expect(step.isOpen && step.opens == planned && step.planned == next && step.due == review.due)
  }

  @Test("it comes up when it is planned for, where that is before it is due; the due time stays")
  func comesUp() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    let due = spec.step(.strategyMeeting)?.due
    #expect(spec.step(.strategyMeeting)?.comesUp == due)
    try plan(&spec, at: "2026-05-13 11:00", for: "2026-05-13 16:00")
    #expect(spec.step(.strategyMeeting)?.comesUp == Instant(iso: "2026-05-13 16:00"))
    #expect(spec.step(.strategyMeeting)?.due == due)
    try plan(&spec, at: "2026-05-13 12:00", for: "2026-05-30 16:00")
    #expect(spec.step(.strategyMeeting)?.comesUp == due, "later than due is no reason to wait")
  }

  @Test("what nobody planned falls away as before")
  func notPlanned() {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    spec.given(.returned, at: "2026-05-13 12:00")
    #expect(
      spec.step(.strategyMeeting)?.outcome == .notRequired(because: "returned Wed 13 May 12:00"))
  }

  @Test("what opens overdue or due today is named, the earliest first, as far as there is room")
  func pressing() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    let before = spec.steps
    spec.given(.returned, at: "2026-05-13 12:00", learnt: "2026-05-20 09:00")
    let event = try #require(spec.child.history.last)
    let now = try #require(Instant(iso: "2026-05-20 09:00"))
    let said = Aftermath(of: [event], before: before, after: spec.steps, asOf: now)
    #expect(
      said.words(named: [:], room: 200)
        == " Due: Interview letter 4d 16h over, Offer interview 3d 21h over.")
    #expect(said.words(named: [:], room: 30).contains(" and 1 more."))
  }

  @Test("a return that was told in time says by when the interview is")
  func interview() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    let before = spec.steps
    spec.given(.returned, at: "2026-05-13 12:00")
    let event = try #require(spec.child.history.last)
    let now = try #require(Instant(iso: "2026-05-13 12:05"))
    let said = Aftermath(of: [event], before: before, after: spec.steps, asOf: now)
      .words(named: [:], room: 200)
    let due = try #require(spec.step(.rhiOffer)?.due)
    #expect(said.contains(" Interview by \(due.spokenShort)."), "\(said)")
  }

  @Test("who chairs it by the plan is known beside who is to chair it")
  func plannedChair() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    try plan(&spec, at: "2026-05-13 11:00", for: "2026-05-13 16:00")
    let rule = try #require(spec.step(.strategyMeeting))
    #expect(rule.plannedChair == nil)
    spec.given(
      .meetingPlanned, at: "2026-05-13 11:30",
      strategy.merging([
        "for": .instant(try #require(Instant(iso: "2026-05-13 16:00"))),
        "chair": .text("director"),
      ]) { _, new in new }, by: .teamManager)
    let planned = try #require(spec.step(.strategyMeeting))
    #expect(planned.plannedChair == .director && planned.chair == rule.chair)
  }
}
