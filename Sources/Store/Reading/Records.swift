import GRDB
package import Workflow

/// Everything that is read of a desk, by one person.
///
/// Every read of what concerns a child passes `look`, which is told who looks at what: the one place
/// in which looking can be recorded and refused.
package struct Records: Sendable {
  private let file: DeskFile
  /// Who looks.
  package let viewer: Viewer

  /// Makes the reader of a desk for one person.
  package init(_ file: DeskFile, for viewer: Viewer) {
    self.file = file
    self.viewer = viewer
  }

  /// Who looks, and from which account.
  package struct Viewer: Sendable, Hashable {
    /// The person, in the capacity in which the person acts; nothing for the desk's own work.
    package let person: Person?
    /// The account of the computer.
    package let account: String

    /// Makes a viewer.
    package init(_ person: Person?, account: String) {
      self.person = person
      self.account = account
    }
  }

  /// What is looked at.
  enum Sight {
    case tray(Tray?)
    case child(String)
    case children
    case reports
    case report(String)
  }

  /// The one door to what concerns children; the file itself is out of reach for other files.
  func look<T: Sendable>(_ sight: Sight, _ body: (Database) throws -> T) throws -> T {
    try file.read(body)
  }

  /// What was counted before.
  var memory: CountMemory { file.counts }

  // MARK: - Trays

  /// How much lies in each tray; trays that are empty are left out.
  ///
  /// - Parameters:
  ///   - now: the moment.
  ///   - endOfDay: until when a step is due today; midnight in London where it is left out.
  /// - Returns: the counts.
  /// - Throws: `StoreError`.
  package func trayCounts(now: Instant, endOfDay: Instant? = nil) throws -> [Tray: TrayCount] {
    try look(.tray(nil)) { db in
      guard let endOfDay else {
        return try memory.trays(now: now, db) { try count(db, now: now, endOfDay: now.endOfDay) }
      }
      return try count(db, now: now, endOfDay: endOfDay)
    }
  }

  private func count(
    _ db: Database, now: Instant, endOfDay end: Instant
  ) throws -> [Tray: TrayCount] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT tray, count(*), 
          coalesce(sum(\(Lateness.overdue("", atOnce: "?4", limit: "?1"))), 0),
          sum(\(Lateness.today("", atOnce: "?4", limit: "?1", end: "?2"))) FROM steps
        WHERE outcome = 'open' AND opens <= ?3 GROUP BY tray
        """)
    let late = Lateness.bounds(now)
    statement.setUncheckedArguments([
      late.limit, end.seconds, try memory.horizon(now, db).seconds, late.atOnce,
    ])
    var counts: [Tray: TrayCount] = [:]
    let rows = try Row.fetchCursor(statement)
    while let row = try rows.next() {
      guard let tray = Tray(rawValue: row[0]) else { continue }
      counts[tray] = TrayCount(open: row[1], overdue: row[2], dueToday: row[3])
    }
    return counts
  }

  /// The open steps of a tray: what is to be done at once, then by due times, those without one last.
  ///
  /// A step that opens later, such as the review of a meeting that is not due yet, is not there yet.
  ///
  /// - Parameters:
  ///   - tray: the tray, or nothing for all trays together.
  ///   - window: which part of it.
  ///   - now: what is open then, and the day on which the children's ages are counted.
  /// - Returns: the rows.
  /// - Throws: `StoreError`.
  package func steps(in tray: Tray?, _ window: Window, now: Instant) throws -> [StepRow] {
    let filter = tray == nil ? "" : "AND tray = ?"
    let sql = """
      SELECT \(StepRow.columns) FROM (
        SELECT id FROM steps WHERE outcome = 'open' AND opens <= ? \(filter)
        ORDER BY sort_due, id LIMIT ? OFFSET ?
      ) w JOIN steps s ON s.id = w.id JOIN children c ON c.id = s.child LEFT JOIN episodes e ON e.reference = s.episode
      ORDER BY s.sort_due, s.id
      """
    let today = London.local(now).date
    return try look(.tray(tray)) { db in
      var arguments: StatementArguments = [try memory.horizon(now, db).seconds]
      arguments += tray.map { [$0.rawValue] } ?? []
      arguments += [window.limit, window.offset]
      return try rows(db, sql, arguments) { StepRow($0, today: today) }
    }
  }

  /// The steps of a child, done and open, by episode and due time.
  package func steps(ofChild id: String, now: Instant) throws -> [StepRow] {
    let sql = """
      SELECT \(StepRow.columns) FROM steps s JOIN children c ON c.id = s.child
      LEFT JOIN episodes e ON e.reference = s.episode
      WHERE s.child = ? ORDER BY s.episode_number DESC, s.sort_due, s.id
      """
    let today = London.local(now).date
    return try look(.child(id)) { try rows($0, sql, [id]) { StepRow($0, today: today) } }
  }

  // MARK: - The desk

  /// A number that changes when another process has written; it means nothing but "look again".
  ///
  /// - Returns: the number, or nothing while another thread is at work on the file: who draws the screen never
  ///   waits for a slow disk.
  /// - Throws: `StoreError`.
  package func dataVersion() throws -> Int? {
    try file.glanceIfFree { db in
      try Int.fetchOne(try db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
    }
  }

  /// The text of a pack that was kept, by its SHA-256 in hexadecimal.
  package func keptProcedure(digest: String) throws -> String? {
    try file.read { db in
      try Journal(db: db).events(of: .desk).first {
        $0.kind == .procedureKept && $0[.digest] == digest
      }?[.text]
    }
  }

  /// What the desk is, or nothing where the file has not been made into one yet.
  package func deskFacts() throws -> DeskFacts? {
    try file.read { db in
      var facts: [String: String] = [:]
      let rows = try Row.fetchCursor(db, sql: "SELECT name, value FROM desk")
      while let row = try rows.next() { facts[row[0]] = row[1] }
      guard let authority = facts["authority"], let procedure = facts["procedure"] else {
        return nil
      }
      let chosen = facts["chosen"].flatMap { Int64($0) }.map {
        DeskFacts.Choice(
          at: Instant(seconds: $0), by: facts["chosen-by"] ?? "", reason: facts["chosen-why"] ?? "")
      }
      return DeskFacts(
        authority: authority, procedure: procedure, chosen: chosen,
        isDrill: facts["drill"] == "yes",
        made: Instant(seconds: facts["made"].flatMap { Int64($0) } ?? 0))
    }
  }

  /// Everybody who works at the desk, by name.
  package func staff() throws -> [StaffMember] {
    let sql = "SELECT \(StaffMember.columns) FROM staff ORDER BY name, id"
    return try file.read { try rows($0, sql, [], StaffMember.init) }
  }

  /// Whose an account is, or nothing.
  package func staff(login: String) throws -> StaffMember? {
    let sql = "SELECT \(StaffMember.columns) FROM staff WHERE login = ?"
    return try file.read { try rows($0, sql, [login], StaffMember.init).first }
  }

  /// Every row that a statement gives.
  func rows<T>(
    _ db: Database, _ sql: String, _ arguments: StatementArguments, _ read: (Row) -> T
  ) throws -> [T] {
    let statement = try db.cachedStatement(sql: sql)
    statement.setUncheckedArguments(arguments)
    var result: [T] = []
    let rows = try Row.fetchCursor(statement)
    while let row = try rows.next() { result.append(read(row)) }
    return result
  }
}

extension Instant {
  /// Midnight in London at the end of the instant's day.
  var endOfDay: Instant {
    London.instant(LocalTime(date: London.local(self).date.adding(days: 1), secondOfDay: 0))
  }
}
