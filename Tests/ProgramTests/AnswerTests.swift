import Foundation
import TestSupport
import Testing

/// What scripts read: names that stay, times with their offset, and what was known when.
@Suite("Answers for scripts")
struct AnswerTests {
  static let stepNames: Set<String> = [
    "id", "step", "episode", "child", "tray", "role", "opens", "due", "planned", "state", "late",
    "chair", "rules",
  ]

  @Test("every command that answers in JSON does so in JSON, and the steps carry their names")
  func json() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1001", from: "care", went: "2026-10-23 20:00")
    try desk.done(
      [
        "record", "meeting-planned", "NB-1001", "--set", "kind=strategy-meeting", "--set",
        "for=2026-10-26 10:00",
      ], as: "una")
    for command in [
      "tray", "tray team-manager", "due", "due --within 4d", "find pryce", "episode",
      "episode show E-2026-0001", "child", "child show NB-1001", "timeline E-2026-0001",
      "why NB-1001 strategy-meeting", "procedure list", "staff", "keys", "verify", "intake",
    ] {
      var words = command.split(separator: " ").map(String.init)
      let isAboutDesk = !["procedure", "keys"].contains(words[0])
      words += ["--format", "json"]
      let run = try isAboutDesk ? desk.run(words) : Program.run(Program.homeward, words)
      #expect(run.status == 0, "\(command): \(run.errors)")
      #expect(throws: Never.self, "\(command)") { try JSONObject(run.output) }
    }
    let steps = try desk.json(["tray", "team-manager"]).list("steps")
    let meeting = try #require(steps.first { $0.text("step") == "strategy-meeting" })
    #expect(meeting.names.isSuperset(of: AnswerTests.stepNames))
    #expect(meeting.text("id") == "E-2026-0001.strategy-meeting.1")
    #expect(meeting.text("episode") == "E-2026-0001" && meeting.text("child") == "NB-1001")
    #expect(meeting.text("tray") == "team-manager" && meeting.text("role") == "team-manager")
    #expect(meeting.text("opens") == "2026-10-23T20:00+01:00")
    #expect(meeting.text("due") == "2026-10-26T20:00+00:00")
    #expect(meeting.text("planned") == "2026-10-26T10:00+00:00")
    #expect(meeting.text("state") == "coming-up" && meeting.flag("late") == false)
    #expect(meeting.texts("rules") == ["L23-11"])
    for step in steps { #expect(step.names.isSuperset(of: AnswerTests.stepNames)) }
  }

  @Test("rows come by due time, those without one by how long they are open, what stands last")
  func order() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1003", went: "2026-10-24 11:00")
    try desk.away("NB-1002", went: "2026-10-24 08:00", now: "2026-10-24 11:30")
    try desk.away("NB-1005", went: "2026-10-24 09:00", now: "2026-10-24 11:45")
    for more in [[], ["--as-of", "2026-10-24 12:00"]] {
      let all = try desk.json(["tray", "team-manager"] + more).list("steps")
      // Nobody has rated the children who are away: that comes before every date.
      let steps = all.drop { $0.text("step") == "risk-rating" }
      #expect(all.count - steps.count == 3)
      let due = steps.prefix { $0.text("due") != nil }
      let rest = steps.dropFirst(due.count)
      #expect(due.count > 2 && rest.count > 2 && rest.allSatisfy { $0.isNull("due") })
      #expect(due.compactMap { $0.text("due") } == due.compactMap { $0.text("due") }.sorted())
      let standing = rest.drop { $0.text("step") != "notice" }
      #expect(standing.allSatisfy { $0.text("step") == "notice" })
      for part in [rest.prefix(rest.count - standing.count), standing] {
        let opens = part.compactMap { $0.text("opens") }
        #expect(opens == opens.sorted())
      }
    }
  }

  @Test("times in every answer are ISO 8601 with the offset in force")
  func times() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1001", from: "care", went: "2026-10-23 20:00")
    let answers = try [
      desk.done(["due", "--format", "json"]),
      desk.done(["timeline", "NB-1001", "--format", "json"]),
      desk.done(["episode", "--format", "json"]),
    ].joined()
    let stamp = /"\d{4}-\d\d-\d\dT[^"]*"/
    let right = /"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?[+]0[01]:00"/
    let found = answers.matches(of: stamp).map { String($0.output) }
    #expect(found.count > 15)
    for text in found { #expect(try right.wholeMatch(in: text) != nil, "\(text)") }
  }

  @Test("the timeline says a corrected time as every other, under the name of its form")
  func correctedTime() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1002", went: "2026-10-24 08:00", now: "2026-10-24 09:00")
    try desk.done(
      [
        "record", "meeting-held", "NB-1002", "--set", "kind=strategy-meeting", "--set",
        "chair=team-manager", "--set",
        "next=2026-10-26 10:00",
      ], as: "una")
    let held = try #require(
      desk.timeline(of: "NB-1002").first { $0.text("event") == "meeting-held" }?.number("seq"))
    for (field, value) in [("next", "2026-11-25T10:00+00:00"), ("at", "2026-10-24T11:30+01:00")] {
      try desk.done(
        [
          "record", "corrected", "NB-1002", "--set", "corrects=\(held)", "--set", "field=\(field)",
          "--set", "value=\(value)", "--set", "reason=misheard",
        ], as: "una")
    }
    let text = try desk.done(["timeline", "NB-1002"])
    #expect(text.contains("next meeting: Wed 25 Nov 10:00, misheard"), "\(text)")
    #expect(text.contains("happened: Sat 24 Oct 11:30, misheard"), "\(text)")
    #expect(!text.contains("T10:00") && !text.contains("T11:30"), "\(text)")
  }

  @Test("--as-of and --known-at show what was known then")
  func knownThen() throws {
    let desk = try DrillDesk()
    try desk.away(
      "NB-1002", went: "2026-10-24 08:00", now: "2026-10-24 09:00")
    // The return of ten o'clock is learnt at one.
    try desk.done(
      ["record", "returned", "NB-1002", "--at", "2026-10-24 10:00"], as: "mira",
      now: "2026-10-24 13:00")
    func stage(_ asOf: String...) throws -> (returned: String?, steps: Set<String>) {
      let page = try desk.json(["child", "show", "NB-1002"] + asOf, now: "2026-10-24 14:00")
      let episode = page.list("records").first?.list("episodes").first
      let states = ["due", "overdue", "coming-up"]
      let open = page.list("steps").filter { states.contains($0.text("state") ?? "") }
      return (episode?.text("returned"), Set(open.compactMap { $0.text("step") }))
    }
    let then = try stage("--as-of", "2026-10-24 12:00")
    #expect(then.returned == nil && then.steps.contains("strategy-meeting"))
    #expect(!then.steps.contains("rhi-offer"))
    let today = try stage()
    #expect(today.returned == "2026-10-24T10:00+01:00" && today.steps.contains("rhi-offer"))
    #expect(!today.steps.contains("strategy-meeting"))

    func known(_ time: String) throws -> [String] {
      try desk.json(["timeline", "NB-1002", "--known-at", time], now: "2026-10-24 14:00")
        .list("events").compactMap { $0.text("event") }
    }
    #expect(try known("2026-10-24 12:00") == ["child-registered", "went-missing", "opened"])
    #expect(try known("2026-10-24 13:00").last == "returned")
    let trays = try desk.json(
      ["tray", "rhi", "--as-of", "2026-10-24 12:00"], now: "2026-10-24 14:00")
    #expect(trays.list("steps").allSatisfy { $0.text("step") != "rhi-offer" })
    let due = try desk.json(["due", "--as-of", "2026-10-24 12:00"], now: "2026-10-24 14:00")
    #expect(due.list("steps").contains { $0.text("step") == "strategy-meeting" })
  }

  @Test("scenario files: what passes is 0, what fails is 1, what cannot be read is 65")
  func scenarios() throws {
    let folder = try Folder()
    let passing = try #require(
      FileManager.default.contentsOfDirectory(atPath: Program.sourceRoot + "/Tests/Scenarios")
        .sorted().first { $0.hasSuffix(".yaml") })
    let path = Program.sourceRoot + "/Tests/Scenarios/" + passing
    let right = try Program.run(
      Program.homeward, ["procedure", "test", path, "--format", "json"])
    #expect(right.status == 0, "\(right.errors)")
    let report = try JSONObject(right.output)
    #expect(report.number("failed") == 0 && report.number("passed") ?? 0 > 0)
    #expect(report.list("cases").first?.flag("passed") == true)

    let failing = folder.file("failing.yaml")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacing("due: '2026-", with: "due: '2025-", maxReplacements: 1)
      .write(toFile: failing, atomically: true, encoding: .utf8)
    let run = try Program.run(
      Program.homeward, ["procedure", "test", failing, "--format", "json"])
    #expect(run.status == 1, "\(run.errors)")
    #expect(try JSONObject(run.output).number("failed") ?? 0 > 0)
    let noise = folder.file("noise.yaml")
    try "a: [".write(toFile: noise, atomically: true, encoding: .utf8)
    #expect(try Program.run(Program.homeward, ["procedure", "test", noise]).status == 65)
  }
}
