import Store
import Testing
import Workflow

@Suite("Carrying out commands")
struct PerformTests {
  @Test("A triage opens a record, gives out references and fills the trays")
  func endToEnd() throws {
    let desk = try TestDesk()
    try desk.register("C1")
    let outcome = try desk.goMissing("C1", "cmd-1")
    #expect(outcome.events.map(\.kind) == [.wentMissing, .reported, .opened, .triaged])
    #expect(outcome.child.records.map(\.reference) == ["M-2026-0001"])
    #expect(outcome.child.episodes.map(\.reference) == ["E-2026-0001"])
    let rows = try desk.records.steps(in: .frontDoor, Window(limit: 10), now: desk.now)
    let row = try #require(rows.first)
    #expect(row.id == "E-2026-0001.notify-parents.1")
    #expect(row.childName == "Okafor, Zoë" && row.childAge == 15)
    #expect(row.due == desk.now && row.outcome == "open" && row.rules == ["T-1"])
    let counts = try desk.records.trayCounts(now: desk.now.adding(seconds: 60))
    #expect(counts[.frontDoor] == TrayCount(open: 1, overdue: 1, dueToday: 0))
    #expect(counts[.missingCoordinator]?.open == 1)
    #expect(try desk.records.record("M-2026-0001")?.procedureHash == "abc")
    #expect(try desk.records.episode("E-2026-0001")?.child == "C1")
    #expect(try desk.records.timeline("C1").map(\.version) == [1, 2, 3, 4, 5])
    #expect(try desk.desk.verify(procedures: desk.procedures).findings == [])
  }

  @Test("What was learnt before keeps both times: when the desk learnt of it, when it was written")
  func learntBefore() throws {
    let desk = try TestDesk()
    try desk.register("C1")
    _ = try desk.goMissing("C1", "cmd-1")
    let learnt = desk.now.adding(seconds: -1320)
    let body = Body(["learnt": .instant(learnt)])
    let done = try desk.perform("cmd-2", on: "C1", .init(.returned, at: learnt, body))
    let read = try #require(try desk.records.timeline("C1").last?.event)
    #expect(read.kind == .returned && read.recorded == learnt && read.written == desk.now)
    #expect(read.wasLearntBefore && done.events.last == read)
  }

  @Test("The same command twice adds nothing and gives the first outcome")
  func idempotence() throws {
    let desk = try TestDesk()
    try desk.register("C1")
    let first = try desk.goMissing("C1", "cmd-1")
    let again = try desk.goMissing("C1", "cmd-1")
    #expect(again.wasDoneBefore && !first.wasDoneBefore)
    #expect(again.events == first.events)
    #expect(try desk.desk.head().sequence == again.events.last?.sequence)
    #expect(try desk.desk.lines(of: "cmd-1")?.count == 4)
  }

  @Test("Whoever saves second is told what happened meanwhile, and nothing is written")
  func conflict() throws {
    let desk = try TestDesk()
    try desk.register("C1")
    let seen = try desk.goMissing("C1", "cmd-1").child.version
    let note = Command.Entry(.noteAdded, at: desk.now, Body(["text": .text("Called mum.")]))
    try desk.perform("cmd-2", on: "C1", expecting: seen, note)
    let head = try desk.desk.head()
    let error = #expect(throws: Refusal.self) {
      try desk.perform("cmd-3", on: "C1", expecting: seen, note)
    }
    #expect(error?.reason == .conflict)
    #expect(error?.sentence.contains("Mo Coord recorded \"note added\"") == true)
    #expect(try desk.desk.head() == head)
  }

  @Test("A refusal of the core comes through unchanged")
  func refusal() throws {
    let desk = try TestDesk()
    try desk.register("C1")
    let error = #expect(throws: Refusal.self) {
      try desk.perform("cmd-1", on: "C1", .init(.returned, at: desk.now))
    }
    #expect(error?.reason == .notFound)
    #expect(throws: Refusal.self) {
      try desk.perform("cmd-2", on: "nobody", .init(.noteAdded, at: desk.now))
    }
  }

  @Test("References are counted by the year in London")
  func years() throws {
    let desk = try TestDesk()
    try desk.register("C1")
    try desk.register("C2")
    try desk.register("C3")
    _ = try desk.goMissing("C1", "cmd-1")
    _ = try desk.goMissing("C2", "cmd-2")
    desk.now = Instant(iso: "2027-01-01T00:00+00:00") ?? desk.now
    let next = try desk.goMissing("C3", "cmd-3")
    #expect(try desk.records.episode("E-2026-0002")?.child == "C2")
    #expect(next.child.episodes.map(\.reference) == ["E-2027-0001"])
  }

  @Test("Another episode's reference is refused")
  func takenReference() throws {
    let desk = try TestDesk()
    try desk.register("C1")
    try desk.register("C2")
    _ = try desk.goMissing("C1", "cmd-1")
    var triage = desk.triage()
    triage.goingBody[.episode] = "E-2026-0001"
    let error = #expect(throws: Refusal.self) {
      try desk.desk.triage(
        triage, of: "C2", id: "cmd-2", by: desk.coordinator, account: "mo", now: desk.now,
        procedures: desk.procedures)
    }
    #expect(error?.reason == .badInput)
  }

  @Test("A closed and acknowledged record leaves the trays")
  func wholeLife() throws {
    let desk = try TestDesk()
    try desk.register("C1")
    _ = try desk.goMissing("C1", "cmd-1")
    try desk.perform("cmd-2", on: "C1", .init(.returned, at: desk.now))
    #expect(try desk.records.steps(in: .rhi, Window(limit: 5), now: desk.now).count == 1)
    try desk.perform(
      "cmd-3", on: "C1",
      .init(.rhiOffered, at: desk.now, Body(["answer": .text("accepted"), "to": .text("Zoë")])))
    #expect(try desk.records.episode("E-2026-0001")?.attempts == 1)
    try desk.perform(
      "cmd-4", on: "C1",
      .init(
        .rhiHeld, at: desk.now,
        Body([
          "by": .text("charity"), "place": .text("hall"), "outcome": .text("no-issues"),
          "circumstances": .text("At a friend's"), "reasons": .list(["friends-or-family"]),
        ])),
      .init(.recordClosed, at: desk.now, Body(["reason": .text("Back and well")])))
    try desk.perform(
      "cmd-5", on: "C1", as: desk.manager,
      .init(
        .acknowledged, at: desk.now,
        Body(["answer": .text("nothing-for-me"), "reason": .text("Her team goes on")])))
    #expect(try desk.records.trayCounts(now: desk.now).isEmpty)
    #expect(try desk.records.record("M-2026-0001")?.stage == .closed)
    #expect(try desk.desk.verify(procedures: desk.procedures).findings == [])
  }
}
