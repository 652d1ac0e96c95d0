import Testing
import Workflow

@Suite("A record under two procedures")
struct SideBySideTests {
  /// Wants the meeting within a day, chaired higher up; asks nobody for a risk rating.
  static let southbrook = Procedure(
    id: "southbrook", title: "Southbrook", authority: "Southbrook", version: 2,
    contentHash: String(repeating: "1", count: 64),
    rules: [
      rule(.strategyMeeting, since: [.missingStart], within: .hours(24), "SB-01"),
      rule(.rhiOffer, since: [.first(EventMatch(.returned))], within: .hours(72), "SB-02", .tys),
      rule(.homeAuthorityNotice, since: [.missingStart], within: nil, "SB-03"),
    ],
    chairs: [ChairRung(role: .serviceManager, from: .atOnce, rule: "SB-04")], guards: [],
    prompts: [], acknowledgedBy: [])

  private static func rule(
    _ step: StepName, since: [Anchor], within: TimeLimit?, _ id: String,
    _ tray: Tray = .teamManager
  ) -> Rule {
    Rule(
      name: step.rawValue, realises: [id], step: step, tray: tray, role: .teamManager,
      since: since, within: within, duty: "Do it.",
      citation: Citation(document: "A protocol", section: "2"))
  }

  private func compared(_ spec: Spec) throws -> StepsSideBySide {
    StepsSideBySide(
      of: try #require(spec.child.records.last), child: spec.child, own: spec.procedure,
      other: SideBySideTests.southbrook)
  }

  @Test("a step that both ask for shows what moves; one that only one asks for appears or goes")
  func findsWhatChanges() throws {
    // 12 May 14:30: three days are the 15th at 14:30, 24 hours the 13th at 14:30.
    let steps = try compared(Spec.missing(at: "2026-05-12 14:30"))
    func row(_ name: StepName) -> StepsSideBySide.Row? {
      steps.rows.first { $0.id?.step == name }
    }
    let meeting = try #require(row(.strategyMeeting))
    #expect(meeting.changes == [.due, .chair])
    #expect(meeting.sentence == "due 2d earlier; chair team-manager -> service-manager")
    #expect(meeting.own?.due == Instant(iso: "2026-05-15 14:30"))
    #expect(meeting.other?.due == Instant(iso: "2026-05-13 14:30"))
    #expect(row(.riskRating)?.changes == [.goes])
    #expect(row(.homeAuthorityNotice)?.changes == [.appears])
    #expect(row(.homeAuthorityNotice)?.sentence == "appears")
    // Contact before strategy, whichever procedure a step comes from.
    #expect(
      steps.rows.compactMap { $0.id?.step } == [
        .riskRating, .homeAuthorityNotice, .strategyMeeting, .reviewMeeting,
      ])
  }

  @Test("what is the same under both is not among the changes")
  func leavesOutWhatStays() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    spec.given(.returned, at: "2026-05-12 18:00")
    let offer = try #require(try compared(spec).rows.first { $0.id?.step == .rhiOffer })
    // 72 hours under both; only the tray differs.
    #expect(offer.changes == [.tray])
    #expect(offer.sentence == "tray team-manager -> tys")
    let same = StepsSideBySide(
      of: try #require(spec.child.records.last), child: spec.child, own: spec.procedure,
      other: spec.procedure)
    #expect(same.changed.isEmpty && !same.rows.isEmpty)
  }

  @Test("why says what the other procedures would say of the step")
  func explainsOthers() throws {
    let spec = Spec.missing(at: "2026-05-12 14:30")
    let now = try #require(Instant(iso: "2026-05-12 15:00"))
    func others(_ name: StepName, _ procedures: [Procedure]) throws -> [String]? {
      let step = try #require(spec.step(name))
      let why = Explanation(
        of: step, child: spec.child, procedure: spec.procedure, others: procedures, asOf: now)
      return why.sections.first { $0.heading == "Other procedures" }?.lines
    }
    #expect(
      try others(.strategyMeeting, [SideBySideTests.southbrook]) == [
        "southbrook: due Wed 13 May 2026 14:30, 2d earlier, service manager chairs, by SB-01"
      ])
    #expect(
      try others(.riskRating, [SideBySideTests.southbrook]) == ["southbrook: no such step"])
    #expect(try others(.strategyMeeting, []) == nil)
    let own = try #require(try others(.strategyMeeting, [spec.procedure])?.first)
    #expect(
      own == "northbrook version 1, content 000000000000: due at the same time, "
        + "team manager chairs, by NB-01")
  }

  @Test("a rule that does not apply to the child is told from one that is not there")
  func tellsWhyThereIsNone() throws {
    let spec = Spec.missing(at: "2026-05-12 14:30")
    let onlyHome = Procedure(
      id: "home", title: "Home", authority: "Home", version: 1, contentHash: "2",
      rules: [
        Rule(
          name: "meeting", realises: ["HM-01"], step: .strategyMeeting, tray: .teamManager,
          role: .teamManager, when: .fact(.from, ["home"]), since: [.missingStart],
          duty: "Meet.", citation: Citation(document: "A protocol", section: "2"))
      ], chairs: [], guards: [], prompts: [], acknowledgedBy: [])
    let step = try #require(spec.step(.strategyMeeting))
    let readings = OtherReading.readings(
      of: step, child: spec.child, own: spec.procedure, others: [onlyHome])
    #expect(
      readings.map { $0.sentence(beside: step) } == [
        "home: no such step for this child as things stand"
      ])
  }
}
