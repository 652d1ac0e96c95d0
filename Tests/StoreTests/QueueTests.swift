import GRDB
import TestSupport
import Testing
import Workflow

@testable import Store

@Suite("A tray in its order, part by part")
struct QueueTests {
  /// A step that lies in a tray, as the projection would write it.
  private struct Made {
    var id: String
    var child = "C1"
    var due: Int64?
    var opens: Int64
    var step = "safe-and-well"
    var tray = "rhi"
    var away = false
  }

  private static let hour: Int64 = 3600

  /// A desk whose tables hold exactly these steps, each child by its own id.
  private func desk(_ steps: [Made]) throws -> TestDesk {
    let desk = try TestDesk()
    for child in Set(steps.map(\.child)).sorted() { try desk.register(child, "Family \(child)") }
    let queue = try DatabaseQueue(path: desk.place.path)
    try queue.write { db in
      for step in steps {
        let isStanding = StepName(rawValue: step.step)?.isStanding ?? false
        let isAtOnce = StepName(rawValue: step.step)?.isUrgent ?? false
        let sort =
          isAtOnce
          ? -1 << 41 + step.opens
          : step.due ?? (isStanding ? 1 << 41 : 1 << 40) + step.opens
        try db.execute(
          sql: """
            INSERT INTO steps (id, child, record, episode, episode_number, step, title, tray, role,
              opens, due, sort_due, outcome, late, rules, learnt_late, folded, leads)
            VALUES (?, ?, 'M-1', ?, 1, ?, ?, ?, 'rhi-worker', ?, ?, ?, 'open', 0, 'T-1', 0, ?, 1)
            """,
          arguments: [
            step.id, step.child, "E-\(step.id)", step.step, step.step, step.tray, step.opens,
            step.due, sort, "family \(step.child.lowercased())",
          ])
        if step.away {
          try db.execute(
            sql: """
              INSERT INTO episodes (reference, child, number, record, away, attempts, unsafe)
              VALUES (?, ?, 1, 'M-1', 1, 0, 0)
              """, arguments: ["E-\(step.id)", step.child])
          try db.execute(sql: "UPDATE children SET away = 1 WHERE id = ?", arguments: [step.child])
        }
      }
    }
    try queue.close()
    return desk
  }

  /// One of each kind, in the order of their ids.
  private func kinds(_ now: Int64) -> [Made] {
    let hour = QueueTests.hour
    return [
      Made(id: "0-at-once", child: "C4", due: nil, opens: now - hour, step: "s47-strategy-meeting"),
      Made(id: "1-overdue-long", child: "C9", due: now - 40 * hour, opens: now - 90 * hour),
      Made(id: "2-overdue", due: now - hour, opens: now - 90 * hour),
      Made(id: "3-soon", due: now + 2 * hour, opens: now - 9 * hour, away: true),
      Made(id: "4-new-today", child: "C5", due: nil, opens: now - 2 * hour),
      Made(id: "5-waits-long", child: "C3", due: nil, opens: now - 300 * hour),
      Made(id: "6-waits", due: nil, opens: now - 200 * hour),
      Made(id: "7-later", due: now + 100 * hour, opens: now - 9 * hour),
      Made(id: "8-stands", due: nil, opens: now - 5 * hour, step: "monitoring"),
    ]
  }

  @Test("What has no limit does not hide below a long list of dates")
  func order() throws {
    var steps = kinds(try TestDesk().now.seconds)
    let now = try TestDesk().now.seconds
    let hour = QueueTests.hour
    // The 72 hours of an interview that a return has just started are in sight, too.
    steps.insert(Made(id: "3-weekend", due: now + 72 * hour, opens: now), at: 4)
    let expected = steps.map(\.id)
    steps += (0..<60).map { Made(id: "9-date-\($0)", due: now + 300_000 + $0, opens: now - 9) }
    let desk = try desk(steps)
    let page = try desk.records.queue(StepQuery(tray: .rhi), Window(limit: 9), now: desk.now)
    #expect(page.rows.prefix(8).map(\.step.id) == Array(expected.prefix(8)))
    #expect(page.total == 70)
    let all = try desk.records.queue(StepQuery(tray: .rhi), Window(limit: 99), now: desk.now)
    #expect(all.rows.last?.step.id == "8-stands")
  }

  @Test(
    "Of all trays together every row comes once, in the order of one tray, and what is overdue alone"
  )
  func allTrays() throws {
    var steps = kinds(try TestDesk().now.seconds)
    for index in steps.indices where index % 2 == 0 { steps[index].tray = "team-manager" }
    let desk = try desk(steps)
    let all = try desk.records.queue(StepQuery(tray: nil), Window(limit: 99), now: desk.now)
    #expect(all.total == 9 && all.rows.map(\.step.id) == steps.map(\.id))
    let late = try desk.records.queue(
      StepQuery(tray: nil, states: [.overdue]), Window(limit: 99), now: desk.now)
    #expect(late.rows.map(\.step.id) == ["1-overdue-long", "2-overdue"])
    #expect(Set(late.rows.map(\.step.tray)) == [.rhi, .teamManager])
    #expect(try desk.records.isOpen(step: "2-overdue", in: nil, now: desk.now))
    #expect(try !desk.records.isOpen(step: "2-overdue", in: .rhi, now: desk.now))
  }

  @Test("Every page of every order gives the same rows as the whole, each once")
  func pages() throws {
    let now = try TestDesk().now.seconds
    let desk = try desk(kinds(now))
    for order in StepQuery.Order.allCases {
      let query = StepQuery(tray: .rhi, order: order)
      let all = try desk.records.queue(query, Window(limit: 99), now: desk.now).rows
      #expect(all.count == 9)
      for limit in 1...9 {
        var pieces: [String] = []
        for offset in stride(from: 0, to: 9, by: limit) {
          let page = try desk.records.queue(
            query, Window(offset: offset, limit: limit), now: desk.now)
          #expect(page.offset == offset && page.total == 9)
          pieces += page.rows.map(\.step.id)
        }
        #expect(pieces == all.map(\.step.id), "\(order) in parts of \(limit)")
      }
      // Each row is found at its own place, with so many before it.
      for (place, row) in all.enumerated() {
        let page = try desk.records.queue(
          query, Window(limit: 3), anchor: (row.step.id, row.step.child, before: 1), now: desk.now)
        #expect(page.place == place && page.offset == max(0, place - 1), "\(order) \(row.step.id)")
      }
    }
    let byChild = try desk.records.queue(
      StepQuery(tray: .rhi, order: .child), Window(limit: 2), now: desk.now)
    #expect(byChild.rows.map(\.step.child) == ["C1", "C1"])
    let opened = try desk.records.queue(
      StepQuery(tray: .rhi, order: .opened), Window(limit: 1), now: desk.now)
    #expect(opened.rows.map(\.step.id) == ["0-at-once"])
  }

  @Test("A row that is gone leaves the child's other row, where there is one")
  func sibling() throws {
    let desk = try desk(kinds(try TestDesk().now.seconds))
    let query = StepQuery(tray: .rhi)
    let gone = try desk.records.queue(
      query, Window(limit: 3), anchor: ("0-done", "C3", before: 0), now: desk.now)
    #expect(gone.place == nil && gone.sibling == 5 && gone.rows.first?.step.id == "5-waits-long")
    let lost = try desk.records.queue(
      query, Window(offset: 2, limit: 3), anchor: ("0-done", "C77", before: 0), now: desk.now)
    #expect(lost.place == nil && lost.sibling == nil && lost.offset == 2)
  }

  @Test("Filters by words and by state")
  func filters() throws {
    let desk = try desk(kinds(try TestDesk().now.seconds))
    func ids(_ words: [String], _ states: Set<StepQuery.State> = [], drafts: [String] = []) throws
      -> [String]
    {
      try desk.records.queue(
        StepQuery(tray: .rhi, words: words, states: states, draftChildren: drafts),
        Window(limit: 99), now: desk.now
      ).rows.map { String($0.step.id.prefix(1)) }
    }
    #expect(try ids(["FAMILY", "c9"]) == ["1"])
    #expect(try ids(["monitor"]) == ["8"])
    #expect(try ids(["t-1"]).count == 9)
    #expect(try ids(["e-2-overdue"]) == ["2"], "by the episode that the row shows")
    #expect(try ids(["'; DROP TABLE steps; --"]) == [])
    #expect(try ids(["%"]) == [])
    #expect(try ids([], [.overdue]) == ["1", "2"])
    #expect(try ids([], [.overdue, .today]) == ["0", "1", "2", "3"])
    #expect(try ids([], [.noLimit]) == ["4", "5", "6", "8"])
    #expect(try ids([], [.away]) == ["2", "3", "6", "7", "8"], "all rows of who is away")
    #expect(try ids([], [.draft], drafts: ["C5", "C3"]) == ["4", "5"])
    #expect(try ids([], [.draft]) == [])
    #expect(try ids(["c1"], [.overdue]) == ["2"])
  }

  @Test("What was counted before is never shown for longer than it is true")
  func remembered() throws {
    let start = try TestDesk().now.seconds
    let day = TrayOrder.day
    var random = Seeded(11)
    let made = (0..<24).map { number -> Made in
      let opens = start + Int64.random(in: -2 * day...day, using: &random)
      let due = opens + Int64.random(in: 0...2 * day, using: &random)
      return Made(
        id: "s\(number)", due: number % 6 == 3 ? opens : number % 3 == 0 ? nil : due, opens: opens,
        step: number % 3 == 0 && number < 15 ? "mash-referral" : "safe-and-well")
    }
    let desk = try desk(made)
    // Each second at which something may change, the one before and the one after.
    let turns = made.flatMap {
      [
        $0.opens, $0.opens + day, $0.due ?? $0.opens, ($0.due ?? $0.opens) - day,
        ($0.due ?? $0.opens) + WorkStep.atOnceLasts,
      ]
    }
    for second in Set(turns.flatMap { [$0 - 1, $0, $0 + 1] }).sorted() {
      let now = Instant(seconds: second)
      let fresh = Records(try DeskFile.open(at: desk.place.path), for: desk.records.viewer)
      #expect(try desk.records.trayCounts(now: now) == fresh.trayCounts(now: now), "\(second)")
      for order in StepQuery.Order.allCases {
        for states: Set<StepQuery.State> in [[], [.overdue], [.today]] {
          let query = StepQuery(tray: .rhi, order: order, states: states)
          let window = Window(offset: 7, limit: 9)
          let page = try desk.records.queue(query, window, now: now)
          let expected = try fresh.queue(query, window, now: now)
          #expect(page.total == expected.total, "\(second) \(query)")
          #expect(page.rows.map(\.step.id) == expected.rows.map(\.step.id), "\(second) \(query)")
        }
      }
    }
    // What is recorded is counted at once, whoever records it.
    let before = try desk.records.trayCounts(now: desk.now)
    #expect(before[.rhi] != nil)
    let queue = try DatabaseQueue(path: desk.place.path)
    try queue.write { try $0.execute(sql: "UPDATE steps SET outcome = 'done'") }
    try queue.close()
    try desk.register("C77", "Somebody Else")
    #expect(try desk.records.trayCounts(now: desk.now)[.rhi] == nil)
  }

  @Test("What a person looked at is not new, until it changes")
  func seen() throws {
    let desk = try desk(kinds(try TestDesk().now.seconds))
    let query = StepQuery(tray: .rhi, states: [.unseen])
    func unseen() throws -> Int {
      try desk.records.queue(query, Window(limit: 1), now: desk.now).total
    }
    #expect(try unseen() == 9)
    try desk.desk.markSeen(["2-overdue", "3-soon", "no-such"], true, by: "m", now: desk.now)
    #expect(try unseen() == 7)
    #expect(try desk.records.seenCounts(now: desk.now) == [.rhi: 2])
    let rows = try desk.records.queue(StepQuery(tray: .rhi), Window(limit: 3), now: desk.now).rows
    #expect(rows.map(\.isUnseen) == [true, true, false])
    // Another person has seen nothing.
    let other = Records(desk.desk, for: .init(desk.manager, account: "t"))
    #expect(try other.seenCounts(now: desk.now).isEmpty)
    let file = try DatabaseQueue(path: desk.place.path)
    try file.write { try $0.execute(sql: "UPDATE steps SET tray = 'tys' WHERE id = '2-overdue'") }
    try file.close()
    #expect(try desk.records.seenCounts(now: desk.now) == [.rhi: 1], "moved, so it is new there")
    try desk.desk.markSeen(["3-soon"], false, by: "m", now: desk.now)
    #expect(try desk.records.seenCounts(now: desk.now).isEmpty)
  }

  @Test("A page reads its own rows and nothing is sorted, in every order")
  func plans() throws {
    let desk = try desk(kinds(try TestDesk().now.seconds))
    let file = try DatabaseQueue(path: desk.place.path)
    for (sorting, index) in [
      ("s.sort_due, s.id", "steps_in_tray"), ("s.folded, s.sort_due, s.id", "steps_by_child"),
      ("s.opens DESC, s.id DESC", "steps_by_opening"),
    ] {
      let plan = try file.read { db in
        try Row.fetchAll(
          db,
          sql: """
            EXPLAIN QUERY PLAN SELECT s.id FROM steps s WHERE s.outcome = 'open' AND s.tray = 'rhi'
              AND s.opens <= 5 \(index == "steps_in_tray" ? "AND s.sort_due >= 1" : "")
            ORDER BY \(sorting) LIMIT 5 OFFSET 100
            """
        ).map { $0["detail"] as String }
      }
      #expect(plan.contains { $0.contains("COVERING INDEX \(index)") }, "\(plan)")
      #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
    }
    try file.close()
  }

  @Test("What a person sets is kept by name, and taken away")
  func settings() throws {
    let desk = try TestDesk()
    try desk.desk.keepSetting("filter:Night", "is:overdue", of: "m")
    try desk.desk.keepSetting("preview", "off", of: "m")
    try desk.desk.keepSetting("preview", "on", of: "t")
    try desk.desk.keepSetting("preview", "low", of: "m")
    #expect(try desk.desk.settings(of: "m") == ["filter:Night": "is:overdue", "preview": "low"])
    try desk.desk.keepSetting("preview", nil, of: "m")
    #expect(try desk.desk.settings(of: "m") == ["filter:Night": "is:overdue"])
    #expect(try desk.desk.settings(of: "t") == ["preview": "on"])
  }

  @Test("An older file is brought up to date once, and says the same after it")
  func olderFile() throws {
    let desk = try TestDesk()
    try desk.register("C1")
    _ = try desk.goMissing("C1", "cmd-1")
    let before = try desk.records.steps(in: nil, Window(limit: 99), now: desk.now)
    // As the first version made it: without the tables and columns that came later.
    let file = try DatabaseQueue(path: desk.place.path)
    try file.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          DROP TABLE seen; DROP TABLE settings; DROP INDEX steps_by_child;
          ALTER TABLE steps DROP COLUMN folded; PRAGMA user_version = 1
          """)
    }
    try file.close()
    desk.desk.close()
    let old = try DeskFile.open(at: desk.place.path)
    #expect(try old.isBehind())
    #expect(throws: StoreError.self) { try DeskFile.open(at: desk.place.path, readOnly: true) }
    try old.bringUpToDate(procedures: desk.procedures)
    #expect(try !old.isBehind())
    let records = Records(old, for: .init(desk.coordinator, account: "mo"))
    #expect(try records.steps(in: nil, Window(limit: 99), now: desk.now) == before)
    try old.markSeen([before[0].id], true, by: "m", now: desk.now)
    try old.bringUpToDate(procedures: desk.procedures)
    #expect(try records.seenCounts(now: desk.now).count == 1, "done once only")
    #expect(try old.verify(procedures: desk.procedures).findings == [])
    old.close()
  }

  @Test("The charts count from indexes alone, and what is not due yet is not late")
  func charts() throws {
    let desk = try TestDesk()
    try desk.register("C1")
    _ = try desk.goMissing("C1", "cmd-1")
    let went = desk.now.adding(hours: -2)
    let all = try desk.records.countedEpisodes(from: went, to: went.adding(seconds: 1))
    #expect(all.map(\.child) == ["C1"] && all.first?.returned == nil)
    #expect(try desk.records.countedEpisodes(from: went.adding(seconds: 1), to: desk.now).isEmpty)
    let start = went.adding(hours: -1)
    #expect(try desk.records.stepTimings(from: start, to: desk.now).isEmpty)
    let later = try desk.records.stepTimings(from: start, to: desk.now.adding(seconds: 1))
    #expect(later.map(\.step) == [.notifyParents] && later.map(\.late) == [1])
    #expect(later.map(\.inTime) == [0])
    #expect(try desk.records.names(ofChildren: ["C1", "C2"]) == ["C1": "Okafor, Zoë"])
    let file = try DatabaseQueue(path: desk.place.path)
    for (sql, index) in [
      (
        "SELECT child, started, returned, offered, interviewed FROM episodes WHERE started >= 1 AND started < 9 ORDER BY started",
        "episodes_by_start"
      ),
      (
        "SELECT step, sum(outcome = 'done' AND late = 0), sum(late = 1) FROM steps WHERE due >= 1 AND due < 9 AND outcome IN ('done', 'open') GROUP BY step",
        "steps_by_limit"
      ),
    ] {
      let plan = try file.read { try Row.fetchAll($0, sql: "EXPLAIN QUERY PLAN " + sql) }
        .map { $0["detail"] as String }
      #expect(plan.contains { $0.contains("COVERING INDEX \(index)") }, "\(plan)")
    }
    try file.close()
  }
}
