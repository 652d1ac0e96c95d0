import GRDB
package import Workflow

extension Records {
  /// Part of a tray in the order and with the filter of a query.
  ///
  /// - Parameters:
  ///   - query: which rows.
  ///   - window: which part of them, where no row is to be kept on the screen.
  ///   - anchor: a step that is to be among the rows wherever it stands now, with its child, and how
  ///     many rows to give before it.
  ///   - now: the moment.
  /// - Returns: the rows.
  /// - Throws: `StoreError`.
  package func queue(
    _ query: StepQuery, _ window: Window, anchor: (id: String, child: String, before: Int)? = nil,
    now: Instant
  ) throws -> QueuePage {
    let today = London.local(now).date
    return try look(.tray(query.tray)) { db in
      let queue = Queue(
        query: query, person: viewer.person?.id ?? "", personName: viewer.person?.name ?? "",
        now: now,
        horizon: try memory.horizon(now, db), endOfDay: now.endOfDay)
      let list = try QueueList(queue: queue, memory: memory, db: db)
      var place: Int?
      var sibling: Int?
      if let anchor {
        place = try list.rank(of: anchor.id)
        if place == nil, let other = try queue.first(of: anchor.child, db) {
          sibling = try list.rank(of: other)
        }
      }
      let asked = (place ?? sibling).map { max(0, $0 - (anchor?.before ?? 0)) } ?? window.offset
      let first = min(asked, max(0, list.total - 1))
      let ids = try list.ids(Window(offset: first, limit: window.limit))
      var found = try queueRows(ids, today: today, db)
      if query.isFolded {
        let counts = try queue.rowCounts(
          ofChildren: Set(found.map(\.step.child)).sorted(), db)
        var told: Set<String> = []
        for index in found.indices {
          let row = found[index].step
          found[index].isUnfolded = list.isUnfolded(row.id)
          guard row.child != query.unfolded, let count = counts[row.child],
            !row.standsAlone, told.insert(row.child).inserted
          else { continue }
          found[index].others = count.all
          found[index].othersOverdue = count.overdue
          found[index].othersNext = count.next
        }
      }
      return QueuePage(
        total: list.total, offset: first, rows: found, place: place, sibling: sibling)
    }
  }

  /// How many rows of a tray stand before what is new: those that are to be done at once and those whose
  /// time is up, where what presses most comes first.
  package func pressingRows(_ query: StepQuery, now: Instant) throws -> Int {
    guard query.order == .due else { return 0 }
    return try look(.tray(query.tray)) { db in
      let queue = Queue(
        query: query, person: viewer.person?.id ?? "", personName: viewer.person?.name ?? "",
        now: now,
        horizon: try memory.horizon(now, db), endOfDay: now.endOfDay)
      return try (0..<TrayOrder.pressing).reduce(0) { rows, run in
        try rows
          + memory.rows(of: query, run: run, now: now, db) { try queue.count(queue.runs[run], db) }
      }
    }
  }

  /// Whether a step is open in a tray, or in any, whatever filter looks at it.
  package func isOpen(step id: String, in tray: Tray?, now: Instant) throws -> Bool {
    try look(.tray(tray)) { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT 1 FROM steps
          WHERE id = ?1 AND tray = coalesce(?2, tray) AND outcome = 'open' AND opens <= ?3
          """)
      let horizon = try memory.horizon(now, db)
      return try Int.fetchOne(statement, arguments: [id, tray?.rawValue, horizon.seconds]) != nil
    }
  }

  private func queueRows(
    _ ids: [String], today: CivilDate, _ db: Database
  ) throws -> [QueueRow] {
    guard !ids.isEmpty else { return [] }
    let places = ids.map { _ in "?" }.joined(separator: ", ")
    let sql = """
      SELECT \(QueueRow.columns) FROM steps s JOIN children c ON c.id = s.child
      LEFT JOIN episodes e ON e.reference = s.episode LEFT JOIN records r ON r.reference = s.record
      LEFT JOIN episodes l ON l.reference = coalesce(e.reference,
        (SELECT o.reference FROM episodes o WHERE o.child = s.child ORDER BY o.number DESC LIMIT 1))
      LEFT JOIN seen v ON v.person = ? AND v.id = s.id AND v.tray = s.tray
        AND v.sort_due = s.sort_due
      WHERE s.id IN (\(places))
      """
    let arguments: StatementArguments = [viewer.person?.id ?? ""]
    let found = try rows(db, sql, arguments + StatementArguments(ids)) {
      QueueRow($0, today: today)
    }
    let byID = Dictionary(found.map { ($0.step.id, $0) }) { first, _ in first }
    return ids.compactMap { byID[$0] }
  }

  /// The episodes of some children that began from a moment on, oldest first, in one query.
  package func episodes(ofChildren ids: [String], since: Instant) throws -> [EpisodeRow] {
    guard !ids.isEmpty else { return [] }
    let places = ids.map { _ in "?" }.joined(separator: ", ")
    let sql = """
      SELECT \(EpisodeRow.columns) FROM episodes
      WHERE child IN (\(places)) AND started >= ? ORDER BY started
      """
    return try look(.children) {
      try rows($0, sql, StatementArguments(ids) + [since.seconds], EpisodeRow.init)
    }
  }

  /// When trays and counts are others by the time alone: the next due time or opening of a step that is
  /// open, and at the latest the next midnight, with which "today" is another day.
  package func nextChange(after now: Instant) throws -> Instant {
    try look(.tray(nil)) { db in
      var next = now.endOfDay
      let late = try db.cachedStatement(
        sql: """
          SELECT sort_due FROM steps WHERE outcome = 'open' AND sort_due >= ? ORDER BY sort_due LIMIT 1
          """)
      // What is due at a moment stands among what is late a second after it, and is called so a minute after it.
      for wait in [1, Elapsed.minute] {
        if let due = try Int64.fetchOne(late, arguments: [now.seconds + 1 - wait]) {
          next = min(next, Instant(seconds: due + wait))
        }
      }
      let opening = try db.cachedStatement(
        sql: """
          SELECT opens FROM steps WHERE tray = ? AND outcome = 'open' AND opens > ?
          ORDER BY opens LIMIT 1
          """)
      let horizon = try memory.horizon(now, db)
      for tray in Tray.allCases {
        if let opens = try Int64.fetchOne(opening, arguments: [tray.rawValue, horizon.seconds]) {
          next = min(next, Instant(seconds: opens))
        }
      }
      return next
    }
  }

  // MARK: - What a person has looked at

  /// How many open rows of each tray the person has looked at as they stand now.
  ///
  /// What is left of a tray's count is new to the person; to count what was seen is cheap, because it
  /// follows the person's own list.
  package func seenCounts(now: Instant) throws -> [Tray: Int] {
    guard let person = viewer.person?.id else { return [:] }
    let sql = """
      SELECT v.tray, count(*) FROM seen v JOIN steps s ON s.id = v.id
      WHERE v.person = ? AND s.outcome = 'open' AND s.opens <= ? AND s.tray = v.tray
        AND s.sort_due = v.sort_due GROUP BY v.tray
      UNION ALL
      SELECT v.tray, count(*) FROM seen v JOIN reports r ON r.reference = v.id
      WHERE v.person = ? AND r.state = 'waiting' GROUP BY v.tray
      """
    return try look(.tray(nil)) { db in
      var counts: [Tray: Int] = [:]
      let horizon = try memory.horizon(now, db)
      for (tray, count) in try rows(
        db, sql, [person, horizon.seconds, person], { (Tray(rawValue: $0[0]), $0[1] as Int) })
      {
        if let tray { counts[tray, default: 0] += count }
      }
      return counts
    }
  }

  /// Which of some rows the person has looked at: reports, by their references.
  package func seenReports(_ references: [String]) throws -> Set<String> {
    guard let person = viewer.person?.id, !references.isEmpty else { return [] }
    let places = references.map { _ in "?" }.joined(separator: ", ")
    return try look(.reports) { db in
      let sql = "SELECT id FROM seen WHERE person = ? AND id IN (\(places))"
      return Set(try rows(db, sql, [person] + StatementArguments(references)) { $0[0] as String })
    }
  }
}
