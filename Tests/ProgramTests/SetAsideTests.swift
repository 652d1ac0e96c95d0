import Desk
import Foundation
import TestSupport
import Testing
import Workflow

@testable import homeward

/// Reports from which nothing is opened.
@Suite("Setting a report aside")
struct SetAsideTests {
  private static let aside = [
    "intake", "R-2026-0001", "--set-aside", "duplicate", "--reason", "Same as the call at 00:20",
  ]

  private func desk() throws -> DrillDesk {
    let desk = try DrillDesk()
    try desk.done(["intake", DrillDesk.report], as: "frances")
    return desk
  }

  private func waiting(_ desk: DrillDesk) throws -> [String?] {
    try desk.json(["intake"]).list("reports").map { $0.text("report") }
  }

  @Test("it no longer waits, its text is kept, and who triages it again is told why not")
  func endsTheTriage() throws {
    let desk = try desk()
    let preview = try desk.done(SetAsideTests.aside, as: "frances")
    #expect(preview.contains("would be set aside as duplicate") && preview.contains("--commit"))
    #expect(try waiting(desk) == ["R-2026-0001"])

    let told = try desk.done(SetAsideTests.aside + ["--commit"], as: "frances")
    #expect(told == "R-2026-0001 is set aside as duplicate. Its text is kept.\n")
    #expect(try waiting(desk) == [])
    #expect(try desk.json(["tray", "front-door"]).list("steps").isEmpty)
    #expect(try desk.timeline(of: "NB-1001").count == 1)
    let again = try desk.run(["intake", "R-2026-0001", "--commit"], as: "frances")
    #expect(again.status == 1)
    #expect(again.errors.contains("R-2026-0001 was set aside by Frances Okafor: duplicate."))
    let twice = try desk.run(SetAsideTests.aside + ["--commit"], as: "mira")
    #expect(twice.status == 1 && twice.errors.contains("was set aside by Frances Okafor"))
    for command in ["verify", "rebuild", "verify"] { try desk.done([command]) }
    #expect(try waiting(desk) == [])
  }

  @Test("only who may triage may do it, and never without a reason or for what is not there")
  func refuses() throws {
    let desk = try desk()
    for person in ["rhys", "tom", "petra"] {
      let run = try desk.run(SetAsideTests.aside + ["--commit"], as: person)
      #expect(run.status == 77, "\(person): \(run.errors)")
    }
    let bare = ["intake", "R-2026-0001", "--set-aside", "withdrawn", "--commit"]
    for (arguments, status) in [
      (bare, 64), (bare + ["--reason", "  "], 64),
      (bare + ["--reason", "x", "--child", "new"], 64),
      (["intake", "--set-aside", "duplicate", "--reason", "x"], 64),
      (["intake", "R-2026-0001", "--set-aside", "bored", "--reason", "x"], 64),
      (["intake", "R-2026-0001", "--reason", "x"], 64),
      (["intake", "R-2026-0009", "--set-aside", "duplicate", "--reason", "x", "--commit"], 65),
    ] {
      let run = try desk.run(arguments, as: "frances")
      #expect(run.status == status, "\(arguments): \(run.status) \(run.errors)")
    }
    #expect(try waiting(desk) == ["R-2026-0001"])
  }

  @Test("it is taken back with a reason, waits again, and the journal keeps both")
  func takenBack() throws {
    let desk = try desk()
    let back = ["intake", "R-2026-0001", "--take-back", "--reason", "Another child", "--commit"]
    let early = try desk.run(back, as: "frances")
    #expect(early.status == 1, "it is not set aside: \(early.status)")
    #expect(early.errors.contains("is not set aside"))
    try desk.done(SetAsideTests.aside + ["--commit"], as: "frances")
    let listed = try desk.json(["intake", "--aside"]).list("reports")
    #expect(listed.map { $0.text("reason") } == ["Same as the call at 00:20"])
    #expect(try desk.run(back, as: "rhys").status == 77)
    let told = try desk.done(back, as: "frances")
    #expect(told == "R-2026-0001 is taken back; it waits for triage again.\n")
    #expect(try waiting(desk) == ["R-2026-0001"])
    #expect(try desk.json(["intake", "--aside"]).list("reports").isEmpty)
    #expect(try desk.run(back, as: "frances").status != 0, "only once")
    // It can be set aside anew, and be triaged after it came back again.
    try desk.done(SetAsideTests.aside + ["--commit"], as: "frances")
    try desk.done(back, as: "frances")
    try desk.done(["intake", "R-2026-0001", "--commit"], as: "frances")
    for command in ["verify", "rebuild", "verify"] { try desk.done([command]) }
    #expect(try waiting(desk) == [])
  }
}

/// A report that was triaged as another child's.
@Suite("Taking a triage back")
struct TakeBackTests {
  @Test(
    "from the command line, by the event or by the report: it waits again with what was typed, one of a list too"
  )
  func takenBack() throws {
    let desk = try DrillDesk()
    let list = DrillDesk.sample("daily-list/NBK_MISPER_20261026_0630.csv")
    let now = "2026-10-26 07:00"
    try desk.done(["intake", list], as: "frances", now: now)
    func waiting() throws -> Set<String> {
      Set(try desk.json(["intake"], now: now).list("reports").compactMap { $0.text("report") })
    }
    let all = try waiting()
    let report = try #require(all.sorted().first)
    let needed = [
      "--set", "from=home", "--set", "category=missing", "--set", "last-seen=25/10 20:00", "--set",
      "reported-at=25/10 22:00", "--set", "place=the bus station",
    ]
    let triage = ["intake", report, "--commit", "--child", "NB-1007"] + needed
    let before = try desk.timeline(of: "NB-1007").count
    try desk.done(triage, as: "frances", now: now)
    #expect(try waiting() == all.subtracting([report]))
    let timeline = try desk.timeline(of: "NB-1007")
    let number = try #require(timeline.last?.number("seq"))
    let by = ["record", "withdrawn", "NB-1007", "--set", "corrects=\(number)"]
    #expect(try desk.run(by, as: "frances", now: now).status == 65, "a reason is asked for")
    let reason = ["--set", "reason=the twin"]
    #expect(try desk.run(by + reason, as: "rhys", now: now).status == 77)
    let told = try desk.done(by + reason, as: "frances", now: now)
    #expect(told.contains("\(report) waits for triage again."), "\(told)")
    #expect(try waiting() == all)
    #expect(try desk.timeline(of: "NB-1007").count > before, "the journal keeps all of it")
    #expect(try !desk.done(["child", "show", "NB-1007"], now: now).contains("AWAY"))
    // What was typed is kept for whoever triaged, without the child.
    let workbench = try Workbench(
      path: desk.path, frozenAt: SpokenInstant.read(now, now: Instant(seconds: 0)))
    let frances = Person(id: "frances", name: "Frances Okafor", role: .frontDoor)
    let kept = try #require(try workbench.draft(under: "triage:\(report):1", of: frances))
    #expect(kept.values["place"] == "the bus station" && kept.values["child"] == nil)
    #expect(
      kept.values["last-seen"].flatMap { Instant(iso: $0) }?.spokenShort == "Sun 25 Oct 20:00")
    // Read again it is known and waits; by its own name it is taken back as well.
    let again = try desk.done(["intake", list], as: "frances", now: now)
    #expect(again.contains("were here before"))
    try desk.done(triage, as: "frances", now: now)
    let back = ["intake", report, "--take-back", "--reason", "the twin"]
    #expect(try desk.done(back, as: "una", now: now).hasPrefix("Would be taken back: Triage of"))
    try desk.done(back + ["--commit"], as: "una", now: now)
    #expect(try waiting() == all)
    // The right child has it afterwards.
    try desk.done(
      ["intake", report, "--commit", "--child", "NB-1008"] + needed, as: "frances", now: now)
    #expect(try waiting() == all.subtracting([report]))
    for command in ["verify", "rebuild", "verify"] { try desk.done([command]) }
    #expect(try waiting() == all.subtracting([report]))
  }
}
