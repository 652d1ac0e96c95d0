import TestSupport
import Testing

/// What `why` says of the limits that the clocks' changes fall into.
@Suite("Why, over the clock changes")
struct WhyTests {
  struct Meeting: Sendable, CustomTestStringConvertible {
    let from: String
    let rule: String
    let went: String
    let due: String
    let iso: String
    let hours: Int
    let days: Int
    var testDescription: String { "from \(from), \(went)" }
  }

  static let meetings = [
    Meeting(
      from: "care", rule: "L23-11", went: "2026-03-27 20:00", due: "Mon 30 Mar 2026 20:00",
      iso: "2026-03-30T20:00+01:00", hours: 71, days: 3),
    Meeting(
      from: "home", rule: "L23-12", went: "2026-03-27 20:00", due: "Fri 3 Apr 2026 20:00",
      iso: "2026-04-03T20:00+01:00", hours: 167, days: 7),
    Meeting(
      from: "care", rule: "L23-11", went: "2026-10-23 20:00", due: "Mon 26 Oct 2026 20:00",
      iso: "2026-10-26T20:00+00:00", hours: 73, days: 3),
    Meeting(
      from: "home", rule: "L23-12", went: "2026-10-23 20:00", due: "Fri 30 Oct 2026 20:00",
      iso: "2026-10-30T20:00+00:00", hours: 169, days: 7),
  ]

  @Test("a strategy meeting's days keep the clock time", arguments: meetings)
  func meeting(_ meeting: Meeting) throws {
    let desk = try DrillDesk()
    let now = try away(on: desk, from: meeting.from, went: meeting.went)
    let text = try desk.done(["why", "NB-1002", "strategy-meeting"], as: "una", now: now)
    let section = meeting.from == "care" ? "Care" : "Home"
    for part in [
      meeting.rule, "Missing Procedure Flowchart 2023, section \"\(section)\"",
      "from: \(meeting.from)", "category: missing", "recorded by Frances Okafor",
      "\(meeting.days) days from", meeting.due, "London time",
      meeting.went.hasPrefix("2026-03") ? "The clocks go forward" : "The clocks go back",
      "it is \(meeting.hours) hours in all",
    ] {
      #expect(text.contains(part), "\(part) is missing from:\n\(text)")
    }
    let why = try desk.json(["why", "NB-1002", "strategy-meeting"], as: "una", now: now)
    #expect(why.object("step").text("due") == meeting.iso)
    #expect(why.object("step").texts("rules") == [meeting.rule])
    #expect(why.list("why").map { $0.text("heading") }.contains("Arithmetic"))
  }

  @Test(
    "the 72 hours of an interview's offer keep the hours",
    arguments: [
      ("2026-03-27 20:00", "2026-03-28 16:00", "Tue 31 Mar 2026 17:00", "an hour later"),
      ("2026-10-23 20:00", "2026-10-24 17:00", "Tue 27 Oct 2026 16:00", "an hour earlier"),
    ])
  func offer(went: String, back: String, due: String, shift: String) throws {
    let desk = try DrillDesk()
    _ = try away(on: desk, from: "care", went: went)
    try desk.done(
      ["record", "returned", "NB-1002", "--at", back], as: "mira", now: later(back))
    let text = try desk.done(["why", "NB-1002", "rhi-offer"], as: "rhys", now: later(back))
    for part in ["L23-17", "72 hours of elapsed time from the return", due, shift] {
      #expect(text.contains(part), "\(part) is missing from:\n\(text)")
    }
  }

  @Test("a step is that of the episode which is named; of several that fit the others are named")
  func ofTheEpisode() throws {
    let desk = try DrillDesk()
    for (went, back) in [
      ("2026-10-20 20:00", "2026-10-21 07:00"), ("2026-10-23 20:00", "2026-10-24 07:00"),
    ] {
      try desk.done(
        [
          "record", "went-missing", "NB-1002", "--at", went, "--set", "from=care", "--set",
          "category=missing",
        ], as: "frances", now: later(went))
      if went.contains("10-20") {
        try desk.done(["record", "opened", "NB-1002"], as: "frances", now: later(went))
      }
      try desk.done(["record", "returned", "NB-1002", "--at", back], as: "mira", now: later(back))
    }
    func why(_ reference: String) throws -> JSONObject {
      try desk.json(["why", reference, "rhi-offer"], as: "rhys")
    }
    let whole = try why("NB-1002")
    let chosen = try #require(whole.object("step").text("id"))
    let ids = ([chosen] + whole.texts("alsoFitting")).sorted()
    #expect(ids.count == 2, "\(ids)")
    for id in ids {
      let episode = try #require(id.split(separator: ".").first.map(String.init))
      for reference in [episode, episode.lowercased()] {
        let answer = try why(reference)
        #expect(answer.object("step").text("id") == id)
        #expect(answer.texts("alsoFitting").isEmpty)
      }
    }
    let text = try desk.done(["why", "NB-1002", "rhi-offer"], as: "rhys")
    #expect(text.hasPrefix("2 steps fit. This is \(chosen); the others are:\n  "), "\(text)")
    #expect(ids.allSatisfy { text.contains($0) })
    let first = try #require(ids.first?.split(separator: ".").first.map(String.init))
    let alone = try desk.done(["why", first, "rhi-offer"], as: "rhys")
    #expect(!alone.contains("steps fit"))
    let none = try desk.run(["why", first, "triage-report"], as: "rhys")
    #expect(none.status == 65 && none.errors.contains("\(first) has:"), "\(none.errors)")
    #expect(!none.errors.contains(String(ids[1].prefix(11))), "another episode's are not named")
  }

  private func away(on desk: DrillDesk, from: String, went: String) throws -> String {
    let now = later(went)
    try desk.done(
      [
        "record", "went-missing", "NB-1002", "--at", went, "--set", "from=\(from)", "--set",
        "category=missing",
      ], as: "frances", now: now)
    try desk.done(["record", "opened", "NB-1002"], as: "frances", now: now)
    return now
  }

  /// Half an hour later by the clock.
  private func later(_ time: String) -> String { String(time.dropLast(2)) + "30" }
}
