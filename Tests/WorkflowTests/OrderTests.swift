import Testing
import Workflow

/// What counts only in its order, opens only after a while, or follows from how often and how long.
@Suite("Order, waiting and further facts")
struct OrderTests {
  private func rule(
    _ step: StepName, when: Condition = .always, since: [Anchor], opensAfter: TimeLimit? = nil,
    within: TimeLimit? = nil, doneBy: [EventMatch] = [], lapsesOn: [EventMatch] = []
  ) -> Rule {
    Rule(
      name: "tried", realises: ["NB-20"], step: step, tray: .teamManager, role: .teamManager,
      when: when, since: since, opensAfter: opensAfter, within: within, doneBy: doneBy,
      lapsesOn: lapsesOn, duty: "Do it.", citation: Citation(document: "A document", section: "1"))
  }

  private func held(_ quorate: Bool) -> [String: Value] {
    ["kind": .text("strategy-meeting"), "chair": .text("team-manager"), "quorate": .flag(quorate)]
  }

  private func reading(
    _ fact: Fact, _ spec: Spec, episode number: Int = 0, authority: String = "Northbrook"
  ) throws -> FactReading {
    let record = try #require(spec.child.records.last)
    let episode = number == 0 ? record.episodes.last : record.episodes.first { $0.number == number }
    return Situation(
      child: spec.child, record: record, episode: try #require(episode), authority: authority
    ).reading(of: fact)
  }

  @Test("an event that must come after another counts only then")
  func comesAfter() {
    let inquorate = EventMatch(.meetingHeld, with: ["quorate": ["no"]])
    let made = EventMatch(.meetingHeld, without: ["quorate": ["no"]], after: inquorate)
    var spec = Spec.missing(
      at: "2026-05-12 14:30",
      procedure: .northbrook(
        and: rule(
          .inquorateFollowUp, when: .happened(inquorate), since: [.last(inquorate)],
          doneBy: [made])))
    spec.given(.meetingHeld, at: "2026-05-13 10:00", held(true), by: .teamManager)
    #expect(spec.step(.inquorateFollowUp) == nil)
    spec.given(.meetingHeld, at: "2026-05-14 10:00", held(false), by: .teamManager)
    #expect(spec.step(.inquorateFollowUp)?.isOpen == true)
    spec.given(.meetingHeld, at: "2026-05-15 10:00", held(true), by: .teamManager)
    #expect(spec.step(.inquorateFollowUp)?.isOpen == false)
    spec.given(.meetingHeld, at: "2026-05-16 10:00", held(false), by: .teamManager)
    #expect(spec.step(.inquorateFollowUp)?.isOpen == true)
  }

  @Test("a step may open some time after the instant from which it counts")
  func opensAfterAWhile() throws {
    var spec = Spec.missing(
      at: "2026-10-23 14:30",
      procedure: .northbrook(
        and: rule(
          .absenceDecision, since: [.missingStart], opensAfter: .days(3), within: .days(7),
          lapsesOn: [EventMatch(.returned)])))
    let step = try #require(spec.step(.absenceDecision))
    #expect(step.opens.iso == "2026-10-26T14:30+00:00")
    #expect(step.due?.iso == "2026-10-30T14:30+00:00")
    #expect(
      spec.explanation(.absenceDecision, "Arithmetic", asOf: "2026-10-27 09:00").first
        == "Opens 3 days from going missing: Mon 26 Oct 2026 14:30")
    spec.given(.returned, at: "2026-10-24 09:00")
    #expect(spec.step(.absenceDecision)?.isOpen == false)
  }

  @Test("goings and absences are counted apart, the 90th day included")
  func countsApart() throws {
    var spec = Spec()
    for (going, back, category) in [
      ("2026-02-11 14:30", "2026-02-12 08:00", "missing"),
      ("2026-03-11 14:30", "2026-03-12 08:00", "unauthorised-absence"),
      ("2026-05-12 14:30", "", "missing"),
    ] {
      spec.given(
        .wentMissing, at: going, ["from": .text("home"), "category": .text(category)])
      if !back.isEmpty { spec.given(.returned, at: back) }
    }
    #expect(try reading(.missingIn90Days, spec).number == 2)
    #expect(try reading(.absencesIn90Days, spec).number == 1)
    #expect(try reading(.episodesIn90Days, spec).number == 3)
    #expect(try reading(.missingIn90Days, spec, episode: 1).number == 1)
  }

  @Test(
    "days away are full days to the same clock time, and none before the return",
    arguments: [
      ("2026-10-28 14:29", 4), ("2026-10-28 14:30", 5), ("2026-10-23 14:31", 0),
      ("2026-10-30 14:29", 6), ("2026-10-30 14:30", 7),
    ])
  func countsDaysAway(back: String, days: Int) throws {
    var spec = Spec.missing(at: "2026-10-23 14:30", from: .home)
    #expect(try reading(.daysAway, spec).number == nil)
    spec.given(.returned, at: back)
    #expect(try reading(.daysAway, spec).number == days)
  }

  @Test(
    "out of hours is before 9, from 17 on, at weekends and on bank holidays",
    arguments: [
      ("2026-05-12 08:59", "yes"), ("2026-05-12 09:00", "no"), ("2026-05-12 16:59", "no"),
      ("2026-05-12 17:00", "yes"), ("2026-05-16 12:00", "yes"), ("2026-05-25 12:00", "yes"),
    ])
  func knowsOfficeHours(reported: String, answer: String) throws {
    var spec = Spec.missing(at: "2026-05-10 08:00")
    spec.given(.reported, at: reported)
    #expect(try reading(.outOfHours, spec).values == [answer])
  }

  @Test("the own authority is told from another one by its name")
  func knowsWhose() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    #expect(try reading(.responsible, spec).values == [])
    spec.given(
      .childUpdated, at: "2026-05-12 15:00",
      ["responsible-authority": .text("northbrook "), "host-authority": .text("Southbrook")])
    #expect(try reading(.responsible, spec).values == ["own"])
    #expect(try reading(.host, spec).values == ["other"])
    #expect(try reading(.host, spec, authority: "Southbrook").values == ["own"])
  }
}
