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
  private enum Sight {
    case tray(Tray?)
    case child(String)
    case children
    case reports
    case report(String)
  }

  /// The one door to what concerns children.
  private func look<T: Sendable>(_ sight: Sight, _ body: (Database) throws -> T) throws -> T {
    try file.read(body)
  }

  // MARK: - Trays

  /// How much lies in each tray; trays that are empty are left out.
  ///
  /// - Parameters:
  ///   - now: the moment.
  ///   - endOfDay: until when a step is due today; midnight in London where it is left out.
  /// - Returns: the counts.
  /// - Throws: `StoreError`.
  package func trayCounts(now: Instant, endOfDay: Instant? = nil) throws -> [Tray: TrayCount] {
    let end = endOfDay ?? now.endOfDay
    return try look(.tray(nil)) { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT tray, count(*), sum(sort_due < ?), sum(sort_due >= ? AND sort_due < ?) FROM steps
          WHERE outcome = 'open' GROUP BY tray
          """)
      statement.setUncheckedArguments([now.seconds, now.seconds, end.seconds])
      var counts: [Tray: TrayCount] = [:]
      let rows = try Row.fetchCursor(statement)
      while let row = try rows.next() {
        guard let tray = Tray(rawValue: row[0]) else { continue }
        counts[tray] = TrayCount(open: row[1], overdue: row[2], dueToday: row[3])
      }
      return counts
    }
  }

  /// The open steps of a tray by their due times; steps without one come last.
  ///
  /// - Parameters:
  ///   - tray: the tray, or nothing for all trays together.
  ///   - window: which part of it.
  ///   - now: the day on which the children's ages are counted.
  /// - Returns: the rows.
  /// - Throws: `StoreError`.
  package func steps(in tray: Tray?, _ window: Window, now: Instant) throws -> [StepRow] {
    let filter = tray == nil ? "" : "AND tray = ?"
    let sql = """
      SELECT \(StepRow.columns) FROM (
        SELECT * FROM steps WHERE outcome = 'open' \(filter)
        ORDER BY sort_due, id LIMIT ? OFFSET ?
      ) s JOIN children c ON c.id = s.child LEFT JOIN episodes e ON e.reference = s.episode
      ORDER BY s.sort_due, s.id
      """
    var arguments: StatementArguments = tray.map { [$0.rawValue] } ?? []
    arguments += [window.limit, window.offset]
    let today = London.local(now).date
    return try look(.tray(tray)) { try rows($0, sql, arguments) { StepRow($0, today: today) } }
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

  // MARK: - Reports

  /// Reports that wait for triage, the oldest first.
  package func waitingReports(_ window: Window) throws -> [ReportRow] {
    let sql = """
      SELECT \(ReportRow.columns) FROM reports WHERE state = 'waiting'
      ORDER BY received, reference LIMIT ? OFFSET ?
      """
    return try look(.reports) { try rows($0, sql, [window.limit, window.offset], ReportRow.init) }
  }

  /// How many reports wait for triage.
  package func waitingReportCount() throws -> Int {
    try look(.reports) { db in
      try Int.fetchOne(
        try db.cachedStatement(sql: "SELECT count(*) FROM reports WHERE state = 'waiting'")) ?? 0
    }
  }

  /// A report with its text, or nothing.
  package func report(_ reference: String) throws -> Report? {
    try look(.report(reference)) { db in
      let sql = "SELECT \(ReportRow.columns) FROM reports WHERE reference = ?"
      guard let row = try rows(db, sql, [reference], ReportRow.init).first else { return nil }
      let received = try Journal(db: db).events(of: .report(reference)).first
      return Report(
        row: row, text: received?[.text] ?? "", digest: received?[.digest] ?? "")
    }
  }

  /// Which children of a report are triaged, counted from 1.
  package func triagedSubjects(of reference: String) throws -> Set<Int> {
    try look(.report(reference)) { db in
      let events = try Journal(db: db).events(of: .report(reference))
      return Set(events.filter { $0.kind == .triaged }.compactMap { $0[.subject] })
    }
  }

  // MARK: - One child

  /// A child as lists show it, or nothing.
  package func child(_ id: String) throws -> ChildRow? {
    let sql = "SELECT \(ChildRow.columns) FROM children c WHERE id = ?"
    return try look(.child(id)) { try rows($0, sql, [id], ChildRow.init).first }
  }

  /// All that is known of a child, from the journal, or nothing where the child is not known.
  package func caseOf(_ child: String) throws -> ChildCase? {
    try look(.child(child)) { db in
      let history = try Journal(db: db).events(of: .child(child))
      return history.isEmpty ? nil : ChildCase(id: child, history: history)
    }
  }

  /// The lines of the journal on a child, oldest first: who recorded what, when, from where.
  package func timeline(_ child: String) throws -> [JournalEntry] {
    try look(.child(child)) { try Journal(db: $0).entries(of: .child(child)) }
  }

  /// A record by its reference, or nothing.
  package func record(_ reference: String) throws -> RecordRow? {
    let sql = "SELECT \(RecordRow.columns) FROM records WHERE reference = ?"
    return try look(.children) { try rows($0, sql, [reference], RecordRow.init).first }
  }

  /// The records of a child, the newest first.
  package func records(ofChild id: String) throws -> [RecordRow] {
    let sql = """
      SELECT \(RecordRow.columns) FROM records WHERE child = ?
      ORDER BY coalesce(opened, \(Int64.max)) DESC, reference DESC
      """
    return try look(.child(id)) { try rows($0, sql, [id], RecordRow.init) }
  }

  /// An episode by its reference, with the id of its child, or nothing.
  package func episode(_ reference: String) throws -> EpisodeRow? {
    let sql = "SELECT \(EpisodeRow.columns) FROM episodes WHERE reference = ?"
    return try look(.children) { try rows($0, sql, [reference], EpisodeRow.init).first }
  }

  /// The episodes of a child, the newest first.
  package func episodes(ofChild id: String) throws -> [EpisodeRow] {
    let sql = "SELECT \(EpisodeRow.columns) FROM episodes WHERE child = ? ORDER BY number DESC"
    return try look(.child(id)) { try rows($0, sql, [id], EpisodeRow.init) }
  }

  /// The episodes in which a child is away, the longest first.
  package func away(_ window: Window) throws -> [EpisodeRow] {
    let sql = """
      SELECT \(EpisodeRow.columns) FROM episodes WHERE away = 1 ORDER BY started LIMIT ? OFFSET ?
      """
    return try look(.children) {
      try rows($0, sql, [window.limit, window.offset], EpisodeRow.init)
    }
  }

  // MARK: - Finding children

  /// The register: all children by name, or those whom some words find, the newest first.
  package func register(search: String = "", _ window: Window) throws -> [ChildRow] {
    if search.allSatisfy(\.isWhitespace) {
      let sql = """
        SELECT \(ChildRow.columns) FROM children c ORDER BY folded, id LIMIT ? OFFSET ?
        """
      return try look(.children) {
        try rows($0, sql, [window.limit, window.offset], ChildRow.init)
      }
    }
    return try look(.children) { try searched($0, search, window) }
  }

  /// How many children are on the register.
  package func registerCount() throws -> Int {
    try look(.children) { try Int.fetchOne($0, sql: "SELECT count(*) FROM children") ?? 0 }
  }

  /// Finds children by what somebody typed: a reference of the desk, of the police or of the register
  /// exactly; or else by words of names and references, the newest first.
  ///
  /// - Parameters:
  ///   - text: what was typed; never read as the index's own language.
  ///   - limit: how many to give at most.
  /// - Returns: the children, each once.
  /// - Throws: `StoreError`.
  package func find(_ text: String, limit: Int) throws -> [ChildRow] {
    let exact = text.trimmed
    let sql = """
      SELECT \(ChildRow.columns) FROM children c WHERE c.id IN (
        SELECT id FROM children WHERE id = ?1 UNION
        SELECT child FROM episodes WHERE reference = ?2 UNION
        SELECT child FROM records WHERE reference = ?2 UNION
        SELECT child FROM episodes WHERE police_ref = ?1 UNION
        SELECT child FROM reports WHERE reference = ?2)
      ORDER BY c.latest DESC LIMIT ?3
      """
    return try look(.children) { db in
      let found = try rows(db, sql, [exact, exact.uppercased(), limit], ChildRow.init)
      return found.isEmpty ? try searched(db, text, Window(limit: limit)) : found
    }
  }

  /// Calls a body with every child, for matching a report against the register; row by row, so that
  /// the register is never held twice.
  package func eachMatchCandidate(_ body: (ChildRow) -> Void) throws {
    let sql = "SELECT \(ChildRow.columns) FROM children c"
    try look(.children) { db in
      let rows = try Row.fetchCursor(try db.cachedStatement(sql: sql))
      while let row = try rows.next() { body(ChildRow(row)) }
    }
  }

  /// Every child with what a report can be matched by.
  package func matchCandidates() throws -> [ChildRow] {
    var candidates: [ChildRow] = []
    try eachMatchCandidate { candidates.append($0) }
    return candidates
  }

  private func searched(_ db: Database, _ text: String, _ window: Window) throws -> [ChildRow] {
    guard let pattern = SearchWords.pattern(text) else { return [] }
    let sql = """
      SELECT \(ChildRow.columns) FROM (
        SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ? OFFSET ?
      ) f JOIN children c ON c.latest = f.rowid ORDER BY c.latest DESC
      """
    return try rows(db, sql, [pattern, window.limit, window.offset], ChildRow.init)
  }

  // MARK: - The desk

  /// A number that changes when another process has written; it means nothing but "look again".
  package func dataVersion() throws -> Int {
    try file.glance { db in
      try Int.fetchOne(try db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
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
      return DeskFacts(
        authority: authority, procedure: procedure, isDrill: facts["drill"] == "yes",
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

  private func rows<T>(
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
  fileprivate var endOfDay: Instant {
    London.instant(LocalTime(date: London.local(self).date.adding(days: 1), secondOfDay: 0))
  }
}
