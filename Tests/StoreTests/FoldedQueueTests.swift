import GRDB
import TestSupport
import Testing
import Workflow

@testable import Store

@Suite("A tray with one line a child")
struct FoldedQueueTests {
  private struct Made {
    let id: String
    let child: String
    let due: Int64?
    let opens: Int64
    let isStanding: Bool
    var isAtOnce = false
    var sort: Int64 {
      due ?? (isAtOnce ? TrayOrder.atOnce : isStanding ? TrayOrder.standing : TrayOrder.noLimit)
        + opens
    }
  }

  private static let hour: Int64 = 3600

  /// Steps by chance of every kind, all of them there before `now`.
  private func steps(_ children: Int, now: Int64, seed: UInt64) -> [Made] {
    var random = Seeded(seed)
    return (1...children).flatMap { child in
      (0..<Int.random(in: 1...14, using: &random)).map { number in
        let opens = now - Int64.random(in: 1...90, using: &random) * FoldedQueueTests.hour
        let kind = Int.random(in: 0...6, using: &random)
        let due = now + Int64.random(in: -40...90, using: &random) * FoldedQueueTests.hour
        return Made(
          id: "C\(child)-\(number)", child: "C\(child)", due: kind < 3 ? due : nil, opens: opens,
          isStanding: kind == 5, isAtOnce: kind == 6 && number < 2)
      }
    }
  }

  /// A desk whose tables hold exactly these steps, as the projection would mark them.
  private func desk(_ steps: [Made], asOf now: Int64) throws -> TestDesk {
    let desk = try TestDesk()
    for child in Set(steps.map(\.child)).sorted() { try desk.register(child, "Family \(child)") }
    let queue = try DatabaseQueue(path: desk.place.path)
    try queue.write { db in
      for (child, own) in Dictionary(grouping: steps, by: \.child) {
        let leads = TrayLeads(
          own.map {
            .init(id: $0.id, tray: .rhi, shownFrom: Instant(seconds: $0.opens), sortDue: $0.sort)
          }, asOf: Instant(seconds: now))
        for step in own {
          try db.execute(
            sql: """
              INSERT INTO steps (id, child, record, episode, episode_number, step, title, tray,
                role, opens, due, sort_due, outcome, late, rules, learnt_late, folded, leads, other)
              VALUES (?, ?, 'M-1', ?, 1, ?, '', 'rhi', 'rhi-worker', ?, ?, ?, 'open', 0, 'T-1', 0,
                ?, ?, ?)
              """,
            arguments: [
              step.id, child, "E-\(step.id)",
              step.isStanding ? "monitoring" : step.isAtOnce ? "mash-referral" : "minutes",
              step.opens, step.due, step.sort, child.lowercased(), leads.leads(step.id),
              leads.other[step.id] ?? nil,
            ])
        }
      }
    }
    try queue.close()
    return desk
  }

  private func query(unfolded: String? = nil) -> StepQuery {
    var query = StepQuery(tray: .rhi)
    query.isFolded = true
    query.unfolded = unfolded
    return query
  }

  @Test("each child has one line, its most pressing step, where that stands; whatever time it is")
  func onePerChild() throws {
    for seed in UInt64(1)...6 {
      let written = try TestDesk().now.seconds
      let steps = steps(12, now: written, seed: seed)
      let desk = try desk(steps, asOf: written)
      for hours in [0, 1, 20, 30, 100] {
        let now = desk.now.adding(hours: hours)
        let all = try desk.records.queue(
          StepQuery(tray: .rhi), Window(limit: 500), now: now
        ).rows.map(\.step)
        let atOnce = Set(steps.filter(\.isAtOnce).map(\.id))
        var seen: Set<String> = []
        let firsts = all.filter { !atOnce.contains($0.id) && seen.insert($0.child).inserted }
        // Of steps without a limit the newest stands for the child, so only who leads is compared.
        let page = try desk.records.queue(query(), Window(limit: 500), now: now)
        let few = Set(seen.filter { child in all.count { $0.child == child } <= TrayLeads.most })
        #expect(
          page.rows.filter { few.contains($0.step.child) }.map(\.step.id)
            == all.filter { few.contains($0.child) }.map(\.id), "a few rows are all shown")
        #expect(atOnce.isSubset(of: page.rows.map(\.step.id)), "none of these is ever folded away")
        let lines = page.rows.filter {
          !few.contains($0.step.child) && !atOnce.contains($0.step.id)
        }
        #expect(page.total == page.rows.count && lines.count == seen.subtracting(few).count)
        #expect(Set(lines.map(\.step.child)) == seen.subtracting(few))
        for row in lines {
          let first = try #require(firsts.first { $0.child == row.step.child })
          #expect(
            (first.due == nil) == (row.step.due == nil), "seed \(seed) +\(hours)h \(first.id)")
          if first.due != nil { #expect(row.step.id == first.id) }
          let own = all.filter { $0.child == row.step.child && !atOnce.contains($0.id) }
          #expect(row.others == own.count - 1)
          let late = own.filter { $0.id != row.step.id && $0.due.map { $0 < now } ?? false }
          #expect(row.othersOverdue == late.count, "no overdue row is out of count")
          let next = own.filter { $0.id != row.step.id }.compactMap(\.due).filter { $0 >= now }
          #expect(row.othersNext == next.min(), "no date is out of sight")
        }
        // What is at once comes first, then the overdue children.
        let place = page.rows.map { row in
          atOnce.contains(row.step.id) ? 0 : row.step.due.map { $0 < now } ?? false ? 1 : 2
        }
        #expect(place == place.sorted())
      }
    }
  }

  @Test("the rows of an unfolded child stand below its line, in every part of the whole")
  func unfolded() throws {
    let written = try TestDesk().now.seconds
    let steps = steps(9, now: written, seed: 5)
    let atOnce = Set(steps.filter(\.isAtOnce).map(\.id))
    let desk = try desk(steps, asOf: written)
    let lines = try desk.records.queue(query(), Window(limit: 99), now: desk.now).rows.map(\.step)
    #expect(!atOnce.isEmpty)
    for line in lines where !atOnce.contains(line.id) {
      let query = query(unfolded: line.child)
      let whole = try desk.records.queue(query, Window(limit: 500), now: desk.now)
      let ids = whole.rows.map(\.step.id)
      #expect(whole.total == ids.count && Set(ids).count == ids.count)
      let place = try #require(ids.firstIndex(of: line.id))
      let own = whole.rows.filter {
        $0.step.child == line.child && !atOnce.contains($0.step.id)
      }
      guard own.count > TrayLeads.most else {
        #expect(ids == lines.map(\.id), "there is nothing to unfold")
        continue
      }
      #expect(
        Array(whole.rows[place..<place + own.count].map(\.step.child))
          == own.map { _ in line.child }, "they stand together")
      #expect(own.dropFirst().allSatisfy(\.isUnfolded) && own.first?.isUnfolded == false)
      #expect(whole.rows.filter { !$0.isUnfolded }.map(\.step.id) == lines.map(\.id))
      for limit in 1...4 {
        var pieces: [String] = []
        for offset in stride(from: 0, to: ids.count, by: limit) {
          let page = try desk.records.queue(
            query, Window(offset: offset, limit: limit), now: desk.now)
          pieces += page.rows.map(\.step.id)
        }
        #expect(pieces == ids)
      }
      for (place, row) in whole.rows.enumerated() {
        let page = try desk.records.queue(
          query, Window(limit: 3), anchor: (row.step.id, row.step.child, before: 1), now: desk.now)
        #expect(page.place == place)
      }
    }
  }

  @Test(
    "what opens by time alone stands by itself; a row that is folded away leaves its child's line")
  func later() throws {
    let written = try TestDesk().now.seconds
    let made = [
      Made(id: "A-1", child: "A", due: written + 90 * 3600, opens: written - 9, isStanding: false),
      Made(id: "A-2", child: "A", due: written + 95 * 3600, opens: written - 9, isStanding: false),
      Made(id: "A-3", child: "A", due: written + 99 * 3600, opens: written + 60, isStanding: false),
      Made(id: "A-4", child: "A", due: nil, opens: written - 90 * 3600, isStanding: true),
      Made(id: "A-5", child: "A", due: nil, opens: written - 80 * 3600, isStanding: true),
    ]
    let desk = try desk(made, asOf: written)
    func ids(_ now: Instant) throws -> [String] {
      try desk.records.queue(query(), Window(limit: 9), now: now).rows.map(\.step.id)
    }
    #expect(try ids(desk.now) == ["A-1"])
    #expect(try ids(desk.now.adding(seconds: 61)) == ["A-1", "A-3"])
    let gone = try desk.records.queue(
      query(), Window(limit: 3), anchor: ("A-2", "A", before: 0), now: desk.now)
    #expect(gone.place == nil && gone.sibling == 0)
  }

  @Test("a page reads its own lines from one index, and nothing is sorted")
  func plan() throws {
    let written = try TestDesk().now.seconds
    let desk = try desk(steps(9, now: written, seed: 2), asOf: written)
    let file = try DatabaseQueue(path: desk.place.path)
    let plan = try file.read { db in
      try Row.fetchAll(
        db,
        sql: """
          EXPLAIN QUERY PLAN SELECT s.id FROM steps s WHERE s.outcome = 'open' AND s.tray = 'rhi'
            AND s.opens <= 5 AND s.leads = 1 AND (s.other IS NULL OR s.sort_due < 7)
            AND s.sort_due >= 1 AND s.sort_due < 9
          ORDER BY s.sort_due, s.id LIMIT 5 OFFSET 100
          """
      ).map { $0["detail"] as String }
    }
    #expect(plan.contains { $0.contains("COVERING INDEX steps_leading") }, "\(plan)")
    #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
    try file.close()
  }
}
