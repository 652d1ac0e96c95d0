import Testing
import Workflow

@Suite("Who chairs once the child is back")
struct ChairTests {
  private static let after = Rule(
    name: "after", realises: ["NB-02"], step: .professionalsMeeting, tray: .teamManager,
    role: .teamManager, since: [.first(EventMatch(.returned))], within: .days(20), duty: "Meet.",
    citation: Citation(document: "A document", section: "1"))

  @Test(
    "time missing stops at the return: an hour away is an hour, however late the meeting is due")
  func stopsAtTheReturn() {
    var spec = Spec.missing(at: "2026-06-01 09:00", procedure: .northbrook(and: ChairTests.after))
    spec.given(.returned, at: "2026-06-01 10:00")
    #expect(spec.step(.professionalsMeeting)?.chair == .teamManager)
    #expect(
      spec.explanation(.professionalsMeeting, "Chair", asOf: "2026-06-02 09:00") == [
        "Team manager: NB-09, from the first meeting; the child was missing for 1h, up to the return"
      ])
  }

  @Test("who was away for long enough has the senior chair, a minute less has not")
  func countsUpToTheReturn() {
    for (back, chair) in [
      ("2026-06-15 09:00", Role.serviceManager), ("2026-06-15 08:59", .teamManager),
    ] {
      var spec = Spec.missing(at: "2026-06-01 09:00", procedure: .northbrook(and: ChairTests.after))
      spec.given(.returned, at: back)
      #expect(spec.step(.professionalsMeeting)?.chair == chair, "\(back)")
    }
  }

  @Test(
    "a meeting that was due while the child was away keeps its chair, whenever the child came back")
  func keepsWhatWasDue() {
    var spec = Spec.missing(at: "2026-06-01 09:00")
    #expect(spec.step(.strategyMeeting)?.chair == .teamManager)
    spec.given(.returned, at: "2026-07-01 09:00")
    #expect(spec.step(.strategyMeeting)?.chair == .teamManager)
  }

  @Test("a rung may be for some meetings alone")
  func narrowsToMeetings() {
    let plain = Procedure.northbrook(and: ChairTests.after)
    let procedure = Procedure(
      id: plain.id, title: plain.title, authority: plain.authority, version: plain.version,
      contentHash: plain.contentHash, rules: plain.rules,
      chairs: [
        ChairRung(role: .teamManager, from: .atOnce, rule: "NB-09"),
        ChairRung(role: .director, from: .atOnce, meetings: [.strategyMeeting], rule: "NB-09"),
      ], guards: plain.guards, prompts: [], acknowledgedBy: plain.acknowledgedBy)
    var spec = Spec.missing(at: "2026-06-01 09:00", procedure: procedure)
    #expect(spec.step(.strategyMeeting)?.chair == .director)
    spec.given(.returned, at: "2026-06-01 10:00")
    #expect(spec.step(.professionalsMeeting)?.chair == .teamManager)
  }

  @Test("what waits for how long the child is missing is not required of one who was back before")
  func dropsWhatNeverCame() {
    let rule = Rule(
      name: "letter", realises: ["NB-03"], step: .directorNotice, tray: .teamManager,
      role: .teamManager, since: [.missingFor(.days(5))], within: .atOnce, duty: "Write.",
      citation: Citation(document: "A document", section: "1"))
    for (back, isRequired) in [("2026-06-06 08:59", false), ("2026-06-06 09:00", true)] {
      var spec = Spec.missing(at: "2026-06-01 09:00", procedure: .northbrook(and: rule))
      #expect(spec.step(.directorNotice)?.isOpen == true)
      spec.given(.returned, at: back)
      #expect(spec.step(.directorNotice)?.isOpen == isRequired, "\(back)")
    }
  }
}
