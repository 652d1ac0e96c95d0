import GRDB
package import Workflow

/// An episode as the charts count it.
package struct CountedEpisode: Sendable, Hashable {
  /// The child.
  package let child: String
  /// From when the child counts as missing.
  package let started: Instant
  /// Back.
  package let returned: Instant?
  /// When an offer first reached somebody.
  package let offered: Instant?
  /// When the interview was held.
  package let interviewed: Instant?
}

/// Steps with a limit, by the stage at which people meet them.
package struct StepTiming: Sendable, Hashable {
  /// The step.
  package let step: StepName
  /// Done in time.
  package let inTime: Int
  /// Done after the limit, or open with the limit past.
  package let late: Int
  /// Never done: left behind when the record ended.
  package let undone: Int
}

extension Records {
  /// The episodes that began in a range, from one index and no other table.
  ///
  /// - Parameters:
  ///   - from: the first instant.
  ///   - to: the instant after the last.
  /// - Returns: the episodes, oldest first.
  /// - Throws: `StoreError`.
  package func countedEpisodes(from: Instant, to: Instant) throws -> [CountedEpisode] {
    let sql = """
      SELECT child, started, returned, offered, interviewed FROM episodes
      WHERE started >= ? AND started < ? ORDER BY started
      """
    return try look(.children) {
      try rows($0, sql, [from.seconds, to.seconds]) { row in
        func instant(_ index: Int) -> Instant? {
          (row[index] as Int64?).map(Instant.init(seconds:))
        }
        return CountedEpisode(
          child: row[0], started: Instant(seconds: row[1]), returned: instant(2),
          offered: instant(3), interviewed: instant(4))
      }
    }
  }

  /// How the steps with a limit that fell due in a range stand, by step, from one index.
  ///
  /// - Parameters:
  ///   - from: the first due time.
  ///   - to: the moment after the last, not later than now: what is not due yet is neither.
  /// - Returns: the steps of which there are any.
  /// - Throws: `StoreError`.
  package func stepTimings(from: Instant, to: Instant) throws -> [StepTiming] {
    let sql = """
      SELECT step, sum(outcome = 'done' AND late = 0),
        sum(outcome <> 'left-undone' AND (late = 1 OR outcome = 'open')), sum(outcome = 'left-undone')
      FROM steps WHERE due >= ? AND due < ? AND outcome IN ('done', 'open', 'left-undone')
      GROUP BY step
      """
    return try look(.children) {
      try rows($0, sql, [from.seconds, to.seconds]) { row -> StepTiming? in
        guard let step = StepName(rawValue: row[0]) else { return nil }
        return StepTiming(step: step, inTime: row[1], late: row[2], undone: row[3])
      }.compactMap { $0 }
    }
  }

  /// The names of some children, by id.
  package func names(ofChildren ids: [String]) throws -> [String: String] {
    guard !ids.isEmpty else { return [:] }
    let places = ids.map { _ in "?" }.joined(separator: ", ")
    let sql = "SELECT \(ChildRow.columns) FROM children c WHERE c.id IN (\(places))"
    let found = try look(.children) {
      try rows($0, sql, StatementArguments(ids), ChildRow.init)
    }
    return Dictionary(found.map { ($0.id, $0.name) }) { first, _ in first }
  }
}
