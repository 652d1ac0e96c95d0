import GRDB
import Synchronization
import Workflow

/// What was counted in the trays, kept for as long as it stays true: until something is recorded, or
/// time alone moves a step from one part of the order to another.
///
/// To count is the only question whose answer costs the more the longer a tray is; to ask whether the
/// last answer still holds costs a glance at the end of a few indexes.
final class CountMemory: Sendable {
  /// An answer, and from when until when it is true while the journal has the same last line.
  private struct Answer<Value: Sendable>: Sendable {
    let value: Value
    let head: Int
    let from: Instant
    let until: Instant

    func holds(_ head: Int, _ now: Instant) -> Bool {
      head == self.head && from <= now && now < until
    }
  }

  private struct Part: Hashable {
    let query: StepQuery
    let run: Int
  }

  private let trays = Mutex<Answer<[Tray: TrayCount]>?>(nil)
  private let runs = Mutex<[Part: Answer<Int>]>([:])
  private let horizon = Mutex<(head: Int, at: Instant)?>(nil)
  /// How many counts are kept; a person asks for few trays and filters at a time.
  private static let room = 64

  /// Until when what opens is shown: until now, or until the latest moment at which anything was written
  /// lately.
  ///
  /// A computer's clock that is set back hides nobody: what lay in a tray before, lies there after it. What
  /// was planned for the time between comes into sight early.
  func horizon(_ now: Instant, _ db: Database) throws -> Instant {
    let head = try Journal(db: db).head().sequence
    if let known = horizon.withLock({ $0 }), known.head == head { return max(now, known.at) }
    let statement = try db.cachedStatement(
      sql: "SELECT max(written) FROM (SELECT written FROM journal ORDER BY seq DESC LIMIT ?)")
    let written = try Int64.fetchOne(statement, arguments: [CountMemory.lately])
    let latest = Instant(seconds: written ?? now.seconds)
    horizon.withLock { $0 = (head, latest) }
    return max(now, latest)
  }

  /// How many of the last lines of the journal "lately" are: a busy day of a borough.
  private static let lately = 1_000

  /// How much lies in each tray, counted anew only where that may have changed.
  func trays(
    now: Instant, _ db: Database, _ count: () throws -> [Tray: TrayCount]
  ) throws -> [Tray: TrayCount] {
    let head = try Journal(db: db).head().sequence
    if let answer = trays.withLock({ $0 }), answer.holds(head, now) { return answer.value }
    let value = try count()
    var until = now.endOfDay
    for tray in Tray.allCases { until = min(until, try change(in: tray, after: now, db)) }
    let answer = Answer(value: value, head: head, from: now, until: until)
    trays.withLock { $0 = answer }
    return value
  }

  /// How many rows a part of a tray has, counted anew only where that may have changed.
  ///
  /// What depends on who looks, such as what the person has looked at, is always counted.
  func rows(
    of query: StepQuery, run: Int, now: Instant, _ db: Database, _ count: () throws -> Int
  ) throws -> Int {
    guard query.states.isDisjoint(with: [.unseen, .mine]) else { return try count() }
    let head = try Journal(db: db).head().sequence
    let part = Part(query: query, run: run)
    if let answer = runs.withLock({ $0[part] }), answer.holds(head, now) { return answer.value }
    let value = try count()
    let trays = query.tray.map { [$0] } ?? Tray.allCases
    let until = try trays.reduce(now.endOfDay) { min($0, try change(in: $1, after: now, db)) }
    let answer = Answer(value: value, head: head, from: now, until: until)
    runs.withLock { runs in
      if runs.count >= CountMemory.room { runs.removeAll() }
      runs[part] = answer
    }
    return value
  }

  /// When time alone next moves an open step of a tray: it opens, is due as it opens, becomes overdue, is at
  /// once no longer, comes within what is soon, or has been there for a day.
  private func change(in tray: Tray, after now: Instant, _ db: Database) throws -> Instant {
    let statement = try db.cachedStatement(
      sql: """
        SELECT
          (SELECT min(opens) FROM steps WHERE outcome = 'open' AND tray = ?1 AND opens > ?5),
          (SELECT min(opens) FROM steps WHERE outcome = 'open' AND tray = ?1 AND opens >= ?2) + 1,
          (SELECT min(sort_due) FROM steps
            WHERE outcome = 'open' AND tray = ?1 AND sort_due >= ?2) + 1,
          (SELECT min(sort_due) FROM steps
            WHERE outcome = 'open' AND tray = ?1 AND sort_due >= ?2 + ?6) + 1 - ?6,
          (SELECT min(sort_due) FROM steps
            WHERE outcome = 'open' AND tray = ?1 AND sort_due >= ?4 + ?2 - ?3) + 1 - ?4 + ?3,
          (SELECT min(due) FROM steps
            WHERE outcome = 'open' AND tray = ?1 AND sort_due < 0 AND due >= ?2 - ?7) + 1 + ?7,
          (SELECT min(sort_due) FROM steps
            WHERE outcome = 'open' AND tray = ?1 AND sort_due > ?2 - ?8) + ?8
        """)
    statement.setUncheckedArguments(
      [
        tray.rawValue, now.seconds, TrayOrder.day, TrayOrder.noLimit,
        try horizon(now, db).seconds, TrayOrder.soon, WorkStep.atOnceLasts,
        Elapsed.minute,
      ])
    guard let row = try Row.fetchOne(statement) else { return now }
    let moments = (0..<7).compactMap { Int64.fromDatabaseValue(row[$0] as DatabaseValue) }
    return moments.min().map(Instant.init(seconds:)) ?? now.endOfDay
  }
}
