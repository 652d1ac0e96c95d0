import Foundation
import TestSupport
import Testing

/// The commands by which people see, compare and change the procedure that a record follows.
@Suite("Procedures, seen and compared")
struct ProcedureToolsTests {
  @Test("show prints the pack in plain English, a day without a version says so")
  func show() throws {
    let run = try Program.run(Program.homeward, ["procedure", "show", "lambeth-2023"])
    #expect(run.status == 0, "\(run.errors)")
    for part in [
      "Lambeth, flowchart of 2023 (lambeth-2023)", "Strategy: while the child is missing",
      "Limit: 3 days, counted from going missing.", "L23-11 · rule strategy-meeting-care",
      "Assistant director: from 28 days (L23-16).", "What is refused",
    ] {
      #expect(run.output.contains(part), "\(part)")
    }
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    let early = try Program.run(
      Program.homeward, ["procedure", "show", "lambeth-2023", "--on", "2001-01-01"])
    #expect(early.status == 78 && early.errors.contains("No version"), "\(early.errors)")
    let none = try Program.run(Program.homeward, ["procedure", "show", "nowhere"])
    #expect(none.status == 78 && none.errors.contains("lambeth-2023"), "\(none.errors)")
    let json = try JSONObject(
      Program.run(Program.homeward, ["procedure", "show", "luton", "--format", "json"]).output)
    #expect(json.text("procedure") == "luton" && json.number("version") == 1)
    #expect(json.list("sections").count > 4)
  }

  @Test("diff puts two procedures side by side by step")
  func diff() throws {
    let two = ["procedure", "diff", "lambeth-2023", "lewisham-2021"]
    let table = try Program.run(Program.homeward, two)
    #expect(table.status == 0, "\(table.errors)")
    #expect(table.output.contains("lambeth-2023 v1"))
    #expect(table.output.contains("3 days, counted from going"))
    #expect(table.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    let json = try JSONObject(Program.run(Program.homeward, two + ["--format", "json"]).output)
    let limit = try #require(
      json.list("rows").first {
        $0.text("step") == "strategy-meeting" && $0.text("what") == "limit"
      })
    #expect(limit.list("left").contains { $0.texts("rules") == ["L23-11"] })
    #expect(limit.list("right").contains { $0.texts("rules") == ["LW-28"] })
    #expect(json.list("rows").allSatisfy { $0.flag("differs") == true })
    let all = try JSONObject(
      Program.run(Program.homeward, two + ["--all", "--format", "json"]).output)
    #expect(all.list("rows").count > json.list("rows").count)
    let tsv = try Program.run(Program.homeward, two + ["--format", "tsv"]).output
    #expect(
      tsv.split(separator: "\n").allSatisfy {
        $0.split(separator: "\t", omittingEmptySubsequences: false).count == 4
      })
    let same = try Program.run(Program.homeward, ["procedure", "diff", "luton", "luton"])
    #expect(same.output == "The two set the same.\n")
  }

  @Test("what-if shows both procedures' steps and records nothing")
  func whatIf() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1001", from: "care", went: "2026-10-23 20:00")
    let before = try desk.timeline(of: "NB-1001").count
    let json = try desk.json(
      ["procedure", "what-if", "E-2026-0001", "--procedure", "lewisham-2021"])
    #expect(json.object("own").text("procedure") == "lambeth-2023")
    #expect(json.object("other").text("procedure") == "lewisham-2021")
    let meeting = try #require(
      json.list("steps").first { $0.text("step") == "strategy-meeting" })
    // Three days keep the clock time over the October change; 24 hours do not reach it.
    #expect(meeting.object("own").text("due") == "2026-10-26T20:00+00:00")
    #expect(meeting.object("other").text("due") == "2026-10-24T20:00+01:00")
    #expect(meeting.object("other").texts("rules") == ["LW-28"])
    #expect(meeting.texts("changes") == ["due"])
    let table = try desk.done(
      ["procedure", "what-if", "NB-1001", "--procedure", "lewisham-2021", "--changed"])
    #expect(table.contains("due 2d 1h earlier") && table.contains("no such step"))
    // Before the desk heard of the going there was no record to compare.
    let early = try desk.run([
      "procedure", "what-if", "NB-1001", "--procedure", "luton", "--as-of", "2026-10-01 09:00",
    ])
    #expect(early.status == 65, "\(early.output)")
    #expect(try desk.timeline(of: "NB-1001").count == before)
  }

  @Test("adopt previews, then moves each record by an event that its reading follows")
  func adopt() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1001", from: "care", went: "2026-10-23 20:00")
    try desk.away("NB-1002", from: "home", went: "2026-10-23 21:00")
    let preview = try desk.json(["procedure", "adopt", "--procedure", "lewisham-2021"])
    #expect(preview.flag("committed") == false)
    #expect(preview.list("records").map { $0.text("child") } == ["NB-1001", "NB-1002"])
    let changes = try #require(preview.list("records").first).list("changes")
    #expect(changes.contains { $0.text("sentence") == "due 2d 1h earlier" })
    #expect(try desk.timeline(of: "NB-1001").count == 3)

    let move = ["procedure", "adopt", "E-2026-0001", "--procedure", "lewisham-2021", "--commit"]
    #expect(try desk.run(move, as: "una").status == 64)
    let reasoned = move + ["--reason", "Placed in Lewisham"]
    for person in ["frances", "rhys", "mira", "petra"] {
      let refused = try desk.run(reasoned, as: person)
      #expect(refused.status == 77, "\(person): \(refused.errors)")
    }
    #expect(try desk.timeline(of: "NB-1001").count == 3)
    try desk.done(reasoned, as: "una")
    let event = try #require(try desk.timeline(of: "NB-1001").last)
    #expect(event.text("event") == "procedure-adopted" && event.text("by") == "una")
    #expect(event.object("body").text("procedure") == "lewisham-2021")
    #expect(event.object("body").text("reason") == "Placed in Lewisham")

    // Trays, the child's page and why all follow it; the other record stays as it was.
    let why = try desk.json(["why", "E-2026-0001", "strategy-meeting"])
    #expect(why.object("step").text("due") == "2026-10-24T20:00+01:00")
    #expect(why.object("step").texts("rules") == ["LW-28"])
    let steps = try desk.json(["tray", "team-manager"]).list("steps")
    #expect(
      steps.first { $0.text("id") == "E-2026-0001.strategy-meeting.1" }?.texts("rules")
        == ["LW-28"])
    #expect(
      steps.first { $0.text("id") == "E-2026-0002.strategy-meeting.1" }?.texts("rules")
        == ["L23-12"])
    let page = try desk.json(["child", "show", "NB-1001"])
    #expect(page.list("records").first?.text("procedure") == "lewisham-2021")
    try desk.done(["verify"])
    try desk.done(["rebuild"])
    try desk.done(["verify"])
    let again = try desk.done(reasoned, as: "una")
    #expect(again.contains("No open record moves"))
    #expect(try desk.timeline(of: "NB-1001").count == 4)
  }

  @Test("nobody moves a record to a content that is not there, nor corrects what it follows")
  func refusesWhatIsNotThere() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1001")
    let bogus = try desk.run(
      [
        "record", "procedure-adopted", "NB-1001", "--set", "procedure=luton", "--set",
        "procedure-version=1", "--set", "procedure-hash=00", "--set", "reason=x",
      ], as: "una")
    #expect(bogus.status == 78, "\(bogus.output)\(bogus.errors)")
    let opened = try #require(
      try desk.timeline(of: "NB-1001").first { $0.text("event") == "opened" })
    let sequence = try #require(opened.number("seq"))
    let corrected = try desk.run(
      [
        "record", "corrected", "NB-1001", "--set", "corrects=\(sequence)", "--set",
        "field=procedure-hash", "--set", "value=00", "--set", "reason=x",
      ], as: "una")
    #expect(corrected.status == 1, "\(corrected.output)\(corrected.errors)")
    #expect(try desk.timeline(of: "NB-1001").count == 3)
    try desk.done(["verify"])
  }

  @Test("a local pack goes before the shipped one aloud; open records stay under their content")
  func pinnedContents() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1001", from: "care", went: "2026-10-23 20:00")
    let source = Program.sourceRoot + "/Sources/Procedures/Packs/lambeth-2023.yaml"
    let text = try String(contentsOfFile: source, encoding: .utf8)
    let packs = try Folder()
    let local = text.replacing("within: 3 days", with: "within: 2 days")
    try local.write(toFile: packs.file("lambeth-2023.yaml"), atomically: true, encoding: .utf8)
    let environment = ["HOMEWARD_PACKS": packs.path]
    func run(_ arguments: String..., as person: String? = nil) throws -> ProgramRun {
      try desk.run(arguments, as: person, environment: environment)
    }

    let list = try Program.run(
      Program.homeward, ["procedure", "list", "--format", "json"], environment: environment)
    let entry = try #require(
      try JSONObject(list.output).list("procedures").first { $0.text("id") == "lambeth-2023" })
    let contents = [entry.text("content"), entry.text("shippedContent")].compactMap { $0 }
    #expect(Set(contents).count == 2)
    let spoken = try Program.run(
      Program.homeward, ["procedure", "list"], environment: environment)
    for content in contents { #expect(spoken.errors.contains(content.prefix(12))) }
    let quiet = try Program.run(Program.homeward, ["procedure", "list"])
    #expect(quiet.errors.isEmpty, "\(quiet.errors)")

    // Opened under the shipped content, the record stays under it; why names what the shelf has now.
    let why = try run("why", "NB-1001", "strategy-meeting", "--format", "json")
    let pinned = try JSONObject(why.output)
    #expect(pinned.object("step").text("due") == "2026-10-26T20:00+00:00")
    let other = try #require(
      pinned.list("others").first { $0.text("procedure") == "lambeth-2023" })
    #expect(other.text("due") == "2026-10-25T20:00+00:00")

    let moved = try run(
      "procedure", "adopt", "--procedure", "lambeth-2023", "--commit", "--reason", "Two days now",
      as: "una")
    #expect(moved.status == 0, "\(moved.errors)")
    let after = try JSONObject(
      try run("why", "NB-1001", "strategy-meeting", "--format", "json").output)
    #expect(after.object("step").text("due") == "2026-10-25T20:00+00:00")
    // Without the local file the desk still reads it from what it kept.
    let kept = try desk.json(["why", "NB-1001", "strategy-meeting"])
    #expect(kept.object("step").text("due") == "2026-10-25T20:00+00:00")
    // The store asks for it in the middle of reading and of writing, too.
    try desk.done(["verify"])
    try desk.done(["record", "note-added", "NB-1001", "--set", "text=Still away"], as: "una")
    try desk.done(["rebuild"])
    try desk.done(["verify"])
  }

  @Test("why ends with what the other procedures would say")
  func others() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1001", from: "care", went: "2026-10-23 20:00")
    let text = try desk.done(["why", "NB-1001", "strategy-meeting"])
    #expect(text.contains("Other procedures"))
    #expect(text.contains("lewisham-2021: due Sat 24 Oct 2026 20:00, 2d 1h earlier"))
    let json = try desk.json(["why", "NB-1001", "strategy-meeting"])
    let other = try #require(
      json.list("others").first { $0.text("procedure") == "lewisham-2021" })
    #expect(other.text("due") == "2026-10-24T20:00+01:00" && other.flag("asksForIt") == true)
    #expect(other.texts("rules") == ["LW-28"])
    let headings = json.list("why").compactMap { $0.text("heading") }
    #expect(headings.last == "Other procedures")
  }

  @Test("a child whom another authority placed shows host and responsible duties side by side")
  func twoAuthorities() throws {
    let desk = try DrillDesk()
    try desk.done(
      [
        "child", "add", "L-1", "--set", "family-name=Southey", "--set", "status=looked-after",
        "--set", "born=2012-02-03", "--set", "responsible-authority=Lewisham", "--set",
        "host-authority=Northbrook",
      ], as: "mira")
    try desk.away("L-1", from: "care", went: "2026-10-23 20:00")
    let page = try desk.done(["episode", "show", "E-2026-0001"])
    #expect(page.contains("host: Northbrook · responsible: Lewisham"))
    let both = try desk.json(["episode", "show", "L-1", "--both"])
    let sides = both.list("sides")
    #expect(sides.map { $0.text("part") } == ["host", "responsible"])
    #expect(sides.map { $0.flag("isThisDesk") } == [true, false])
    #expect(sides.map { $0.text("procedure") } == ["lambeth-2023", "lewisham-2021"])
    func meeting(_ side: JSONObject) -> String? {
      side.list("steps").first { $0.text("step") == "strategy-meeting" }?.text("due")
    }
    #expect(
      sides.map(meeting) == ["2026-10-26T20:00+00:00", "2026-10-24T20:00+01:00"])
    let text = try desk.done(["episode", "show", "L-1", "--both"])
    #expect(text.contains("the other authority's, not in this desk's trays"))
    let own = try desk.run(["episode", "show", "NB-1002", "--both"])
    #expect(own.status == 65, "\(own.output)\(own.errors)")
  }
}
