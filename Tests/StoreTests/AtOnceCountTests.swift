import GRDB
import Testing
import Workflow

@testable import Store

@Suite("What is to be done at once, in counts and filters")
struct AtOnceCountTests {
  /// A desk with steps that opened some seconds ago, due then or nothing said of it.
  private func desk(_ steps: [(id: String, opened: Int64, isAtOnce: Bool)]) throws -> TestDesk {
    let desk = try TestDesk()
    try desk.register("C1")
    let queue = try DatabaseQueue(path: desk.place.path)
    try queue.write { db in
      for step in steps {
        let opens = desk.now.seconds - step.opened
        try db.execute(
          sql: """
            INSERT INTO steps (id, child, record, episode, episode_number, step, title, tray, role,
              opens, due, sort_due, outcome, late, rules, learnt_late, folded, leads)
            VALUES (?, 'C1', 'M-1', 'E-1', 1, 'mash-referral', '', 'rhi', 'rhi-worker', ?, ?, ?,
              'open', 0, 'T-1', 0, '', 1)
            """,
          arguments: [step.id, opens, opens, step.isAtOnce ? TrayOrder.atOnce + opens : opens])
      }
    }
    try queue.close()
    return desk
  }

  @Test("it is at once for an hour and overdue after it, and the count knows when that is")
  func overdue() throws {
    let desk = try desk([
      ("fresh", 180, true), ("old", WorkStep.atOnceLasts + 60, true), ("late", 180, false),
    ])
    #expect(
      try desk.records.trayCounts(now: desk.now)[.rhi]
        == TrayCount(open: 3, overdue: 2, dueToday: 1))
    func ids(_ state: StepQuery.State) throws -> [String] {
      let query = StepQuery(tray: .rhi, states: [state])
      return try desk.records.queue(query, Window(limit: 9), now: desk.now).rows.map(\.step.id)
    }
    #expect(try ids(.overdue) == ["old", "late"])
    #expect(try ids(.today) == ["fresh"])
    // Nothing was recorded in between: what was counted before holds no longer.
    desk.now = desk.now.adding(seconds: WorkStep.atOnceLasts)
    #expect(
      try desk.records.trayCounts(now: desk.now)[.rhi]
        == TrayCount(open: 3, overdue: 3, dueToday: 0))
    #expect(try ids(.overdue) == ["old", "fresh", "late"])
  }

  @Test("what is due is not overdue before its own minute is over, in counts and filters")
  func ownMinute() throws {
    let desk = try desk([("due", 0, false)])
    func isOverdue() throws -> Bool {
      let query = StepQuery(tray: .rhi, states: [.overdue])
      let rows = try desk.records.queue(query, Window(limit: 9), now: desk.now).total
      let count = try desk.records.trayCounts(now: desk.now)[.rhi]
      #expect(count == TrayCount(open: 1, overdue: rows, dueToday: 1 - rows))
      return rows > 0
    }
    for (passed, isLate) in [(0, false), (30, false), (29, false), (1, true)] as [(Int64, Bool)] {
      desk.now = desk.now.adding(seconds: passed)
      #expect(try isOverdue() == isLate, "\(passed)")
    }
  }

  @Test(
    "what is planned for a time before it is due counts by the plan, and late once that is over")
  func planned() throws {
    let desk = try desk([])
    let queue = try DatabaseQueue(path: desk.place.path)
    let plan = desk.now.adding(seconds: 600).seconds
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO steps (id, child, record, episode, episode_number, step, title, tray, role,
            opens, due, sort_due, planned, outcome, late, rules, learnt_late, folded, leads)
          VALUES ('review', 'C1', 'M-1', 'E-1', 1, 'review-meeting', '', 'rhi', 'rhi-worker', ?, ?, ?, ?,
            'open', 0, 'T-1', 0, '', 1)
          """,
        arguments: [desk.now.seconds - 60, plan + 900_000, plan, plan])
    }
    try queue.close()
    func ids(_ state: StepQuery.State) throws -> [String] {
      let query = StepQuery(tray: .rhi, states: [state])
      return try desk.records.queue(query, Window(limit: 9), now: desk.now).rows.map(\.step.id)
    }
    #expect(
      try desk.records.trayCounts(now: desk.now)[.rhi]
        == TrayCount(open: 1, overdue: 0, dueToday: 1))
    #expect(try ids(.today) == ["review"] && ids(.overdue).isEmpty && ids(.noLimit).isEmpty)
    desk.now = desk.now.adding(seconds: 900)
    #expect(
      try desk.records.trayCounts(now: desk.now)[.rhi]
        == TrayCount(open: 1, overdue: 1, dueToday: 0))
    #expect(try ids(.overdue) == ["review"])
    let words = StepQuery(tray: .rhi, words: ["planned"])
    #expect(try desk.records.queue(words, Window(limit: 9), now: desk.now).total == 1)
  }
}
