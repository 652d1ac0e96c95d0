import GRDB
import Workflow

/// A tray's rows in their order as SQL: whole ranges are counted from the index and passed over, so
/// that a page deep in a long tray costs its own rows.
struct Queue {
  let query: StepQuery
  let person: String
  /// The person's name, as interviews and children are allocated to it.
  let personName: String
  let now: Instant
  /// Until when what opens is shown (`CountMemory.horizon`).
  let horizon: Instant
  /// Midnight at the end of the day.
  let endOfDay: Instant

  /// One run of the order: the rows of a range, and how they are sorted in it.
  struct Run {
    var range: Range<Int64>?
    let sorting: String
  }

  /// The runs, one after the other.
  var runs: [Run] {
    switch query.order {
    case .due:
      TrayOrder.ranges(now: now).map { Run(range: $0, sorting: "s.sort_due, s.id") }
    case .child: [Run(range: nil, sorting: "s.folded, s.sort_due, s.id")]
    case .opened: [Run(range: nil, sorting: "s.opens DESC, s.id DESC")]
    }
  }

  /// What every row of the tray must be, with what stands for its question marks.
  private var conditions: (sql: String, arguments: StatementArguments) {
    var sql = "s.outcome = 'open' AND s.opens <= ?"
    var arguments: StatementArguments = [horizon.seconds]
    if let tray = query.tray {
      sql = "s.outcome = 'open' AND s.tray = ? AND s.opens <= ?"
      arguments = [tray.rawValue, horizon.seconds]
    }
    if query.isFolded {
      sql += " AND s.leads = 1 AND \(Queue.leading)"
      arguments += leadingArguments
    }
    for word in query.words {
      let plain = folded(word)
      let small = word.lowercased()
      let ages = birthdays(ofAge: word)
      let part = PartOfReference.shortened(word)
      let harm = ["harm", "disclosed", "suspected"].contains(small) ? Queue.harmed : ""
      sql += """
         AND (instr(s.folded, ?) > 0 OR instr(lower(s.title), ?) > 0 OR instr(lower(s.id), ?) > 0
          OR instr(lower(s.episode), ?) > 0 OR instr(lower(s.rules), ?) > 0\(part == nil ? "" : Queue.ofReference)\(small == "planned" ? Queue.planned : "")\(ages == nil ? "" : " OR \(Queue.bornBetween)")\(harm))
        """
      arguments += [plain.isEmpty ? small : plain, small, small, small, small]
      if let part { arguments += ["%\(part)%"] }
      if let ages { arguments += [ages.after, ages.until] }
    }
    var times: [String] = []
    let late = Lateness.bounds(now)
    if query.states.contains(.overdue) {
      times.append(Lateness.overdue("s."))
      arguments += [late.atOnce, late.limit]
    }
    if query.states.contains(.today) {
      times.append(Lateness.today("s."))
      arguments += [late.atOnce, late.limit, endOfDay.seconds]
    }
    if query.states.contains(.noLimit) {
      times.append("s.sort_due >= ?")
      arguments += [TrayOrder.noLimit]
    }
    if !times.isEmpty { sql += " AND (\(times.joined(separator: " OR ")))" }
    if query.states.contains(.unseen) {
      sql += " AND NOT EXISTS (\(Queue.seen))"
      arguments += [person]
    }
    if query.states.contains(.away) {
      sql += " AND EXISTS (SELECT 1 FROM children a WHERE a.id = s.child AND a.away = 1)"
    }
    if query.states.contains(.mine) {
      sql += " AND \(Queue.allocated)"
      arguments += [personName, personName]
    }
    if query.states.contains(.draft) {
      let places = query.draftChildren.map { _ in "?" }.joined(separator: ", ")
      sql += " AND s.child IN (\(places))"
      arguments += StatementArguments(query.draftChildren)
    }
    return (sql, arguments)
  }

  /// The words in capitals below a row find it as well.
  private static let harmed = """
     OR EXISTS (SELECT 1 FROM records h WHERE h.reference = s.record AND h.harm = 1)
    """

  /// So does part of the reference by which the police know the episode.
  private static let ofReference = """
     OR s.record IN (SELECT e.record FROM episodes e WHERE e.reference IN (
        SELECT p.reference FROM episodes p INDEXED BY episodes_by_police_ref
        WHERE p.police_ref IS NOT NULL AND replace(p.police_ref, ' ', '') LIKE ?))
    """

  /// So does what stands behind the name of a meeting that is planned.
  private static let planned = " OR s.planned IS NOT NULL"

  private static let bornBetween = """
    EXISTS (SELECT 1 FROM children b WHERE b.id = s.child AND b.born > ? AND b.born <= ?)
    """

  /// Between which birthdays a child is of the age that a word names: the row shows it beside the name.
  private func birthdays(ofAge word: String) -> (after: String, until: String)? {
    guard word.count <= 2, let age = Int(word) else { return nil }
    let today = London.local(now).date.iso
    func day(yearsAgo years: Int) -> String? {
      Int(today.prefix(4)).map { "\($0 - years)" + today.dropFirst(4) }
    }
    guard let after = day(yearsAgo: age + 1), let until = day(yearsAgo: age) else { return nil }
    return (after, until)
  }

  /// Whether the interview or the child is allocated to the person, by the name that was typed.
  private static let allocated = """
    (EXISTS (SELECT 1 FROM records i WHERE i.reference = s.record
        AND i.interviewer = ? COLLATE NOCASE)
      OR EXISTS (SELECT 1 FROM children w WHERE w.id = s.child AND w.worker = ? COLLATE NOCASE))
    """

  /// Whether a step presses more than what presses most of the other kind (`TrayLeads`), by the runs of
  /// `TrayOrder`.
  private static let leading = """
    (s.other IS NULL OR s.sort_due < ? OR s.sort_due >= ? OR (s.sort_due >= ? AND s.other >= ?))
    """

  private var leadingArguments: StatementArguments {
    let soon = now.seconds + TrayOrder.soon
    return [soon, TrayOrder.standing, TrayOrder.noLimit, soon]
  }

  /// The ids of all rows of a child in the tray, in the order of due times, and of each whether it is to be
  /// done at once.
  func all(of child: String, _ db: Database) throws -> [(id: String, isAtOnce: Bool)] {
    let ranges = TrayOrder.ranges(now: now)
    let statement = try db.cachedStatement(
      sql: """
        SELECT s.sort_due, s.id FROM steps s INDEXED BY steps_of_child
        WHERE s.child = ? AND s.outcome = 'open' AND s.tray = ? AND s.opens <= ?
        """)
    statement.setUncheckedArguments([child, query.tray?.rawValue, horizon.seconds])
    return try Row.fetchAll(statement).map { row -> (Int, Int64, String) in
      let due: Int64 = row[0]
      return (ranges.firstIndex { $0.contains(due) } ?? ranges.count, due, row[1])
    }.sorted { $0 < $1 }.map { ($0.2, $0.1 < 0) }
  }

  /// For each of some children how many rows of the tray are folded away, how many of those are overdue,
  /// and which due time comes next among the others.
  func rowCounts(
    ofChildren ids: [String], _ db: Database
  ) throws -> [String: (all: Int, overdue: Int, next: Instant?)] {
    guard !ids.isEmpty else { return [:] }
    let places = ids.map { _ in "?" }.joined(separator: ", ")
    let sql = """
      SELECT s.child, count(*),
        coalesce(sum(\(Lateness.overdue("s."))), 0),
        min(CASE WHEN s.sort_due >= ? AND s.sort_due < ? THEN s.sort_due END)
      FROM steps s INDEXED BY steps_of_child
      WHERE s.child IN (\(places)) AND s.outcome = 'open' AND s.tray = ? AND s.opens <= ?
        AND NOT (s.leads = 1 AND \(Queue.leading))
      GROUP BY s.child
      """
    let late = Lateness.bounds(now)
    let arguments: StatementArguments = [
      late.atOnce, late.limit, late.limit, TrayOrder.noLimit,
    ]
    let rows = try Row.fetchAll(
      db, sql: sql,
      arguments: arguments + StatementArguments(ids) + [query.tray?.rawValue, horizon.seconds]
        + leadingArguments)
    var counts: [String: (all: Int, overdue: Int, next: Instant?)] = [:]
    for row in rows {
      counts[row[0]] = (row[1], row[2], (row[3] as Int64?).map(Instant.init(seconds:)))
    }
    return counts
  }

  /// Whether the person has looked at a step as it stands now.
  static let seen = """
    SELECT 1 FROM seen v WHERE v.person = ? AND v.id = s.id AND v.tray = s.tray
      AND v.sort_due = s.sort_due
    """

  private func condition(_ run: Run) -> (sql: String, arguments: StatementArguments) {
    var (sql, arguments) = conditions
    if let range = run.range {
      sql += " AND s.sort_due >= ? AND s.sort_due < ?"
      arguments += [range.lowerBound, range.upperBound]
    }
    return (sql, arguments)
  }

  /// How many rows a run has.
  func count(_ run: Run, _ db: Database) throws -> Int {
    let (sql, arguments) = condition(run)
    let statement = try db.cachedStatement(sql: "SELECT count(*) FROM steps s WHERE \(sql)")
    statement.setUncheckedArguments(arguments)
    return try Int.fetchOne(statement) ?? 0
  }

  /// The ids of a part of a run, in order.
  func ids(_ run: Run, _ window: Window, _ db: Database) throws -> [String] {
    var (sql, arguments) = condition(run)
    sql = "SELECT s.id FROM steps s WHERE \(sql) ORDER BY \(run.sorting) LIMIT ? OFFSET ?"
    arguments += [window.limit, window.offset]
    let statement = try db.cachedStatement(sql: sql)
    statement.setUncheckedArguments(arguments)
    return try String.fetchAll(statement)
  }

  /// How many rows of the tray stand before a step, or nothing where it is not among them.
  func rank(of id: String, _ db: Database) throws -> Int? {
    let (sql, arguments) = conditions
    let statement = try db.cachedStatement(
      sql: "SELECT s.sort_due, s.opens, s.folded FROM steps s WHERE \(sql) AND s.id = ?")
    statement.setUncheckedArguments(arguments + [id])
    guard let row = try Row.fetchOne(statement) else { return nil }
    let due: Int64 = row[0]
    var rank = 0
    for run in runs {
      if let range = run.range, !range.contains(due) {
        rank += try count(run, db)
        continue
      }
      var (sql, arguments) = condition(run)
      switch query.order {
      case .due:
        sql += " AND (s.sort_due, s.id) < (?, ?)"
        arguments += [due, id]
      case .child:
        let name: String = row[2]
        sql += " AND (s.folded, s.sort_due, s.id) < (?, ?, ?)"
        arguments += [name, due, id]
      case .opened:
        let opens: Int64 = row[1]
        sql += " AND (s.opens, s.id) > (?, ?)"
        arguments += [opens, id]
      }
      let before = try db.cachedStatement(sql: "SELECT count(*) FROM steps s WHERE \(sql)")
      before.setUncheckedArguments(arguments)
      return rank + (try Int.fetchOne(before) ?? 0)
    }
    return nil
  }

  /// The first step of a child in the order, that of one record before others; nothing where the child
  /// has none.
  func first(of child: String, _ db: Database) throws -> String? {
    var (sql, arguments) = conditions
    sql = """
      SELECT s.id FROM steps s WHERE \(sql) AND s.child = ?
      ORDER BY s.episode_number DESC, s.sort_due, s.id LIMIT 1
      """
    arguments += [child]
    let statement = try db.cachedStatement(sql: sql)
    statement.setUncheckedArguments(arguments)
    return try String.fetchOne(statement)
  }
}
