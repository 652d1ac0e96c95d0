import GRDB
package import Workflow

extension Records {
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

  /// Whether a child's id was ever given: one whose entry was taken off the register is not given again.
  package func isTaken(_ child: String) throws -> Bool {
    try look(.children) { try Journal(db: $0).version(of: .child(child)) > 0 }
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

  /// The records that are opened and not finished, in the order in which they were opened.
  package func openRecords(_ window: Window) throws -> [RecordRow] {
    let sql = """
      SELECT \(RecordRow.columns) FROM records WHERE opened IS NOT NULL AND finalised IS NULL
      ORDER BY opened, reference LIMIT ? OFFSET ?
      """
    return try look(.children) {
      try rows($0, sql, [window.limit, window.offset], RecordRow.init)
    }
  }

  /// The records that wait for somebody who may open them.
  package func unopenedRecords() throws -> [RecordRow] {
    let sql = "SELECT \(RecordRow.columns) FROM records WHERE opened IS NULL ORDER BY reference"
    return try look(.children) { try rows($0, sql, [], RecordRow.init) }
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

  /// The children who had gone by a moment, within the year before another, and were back after that one.
  ///
  /// - Parameters:
  ///   - moment: after which the child was back.
  ///   - last: by when the child had gone.
  /// - Returns: one for each such episode, the last to begin first.
  /// - Throws: `StoreError`.
  package func backSince(_ moment: Instant, begunBy last: Instant) throws -> [ChildBack] {
    let sql = """
      SELECT \(ChildRow.columns), e.started, e.returned, e.police_ref
      FROM episodes e JOIN children c ON c.id = e.child
      WHERE e.started BETWEEN ? AND ? AND e.returned > ? ORDER BY e.started DESC
      """
    let first = London.adding(days: -366, to: moment)
    return try look(.children) {
      try rows($0, sql, [first.seconds, last.seconds, moment.seconds], ChildBack.init)
    }
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

  /// The children whose names begin with a family name, however it is written.
  ///
  /// - Parameter familyName: the family name.
  /// - Returns: them with what a report can be matched by, in the order of their names.
  /// - Throws: why the desk's file cannot be read.
  package func namesakes(of familyName: String) throws -> [ChildRow] {
    let first = folded(familyName)
    guard !first.isEmpty else { return [] }
    let sql = """
      SELECT \(ChildRow.columns) FROM children c WHERE c.folded >= ? AND c.folded < ?
      ORDER BY c.folded, c.id
      """
    return try look(.children) { db in
      try rows(db, sql, [first, first + "\u{10FFFF}"], ChildRow.init)
    }
  }

  /// The children whose words the search index finds, the newest first.
  func searched(_ db: Database, _ text: String, _ window: Window) throws -> [ChildRow] {
    guard let pattern = SearchWords.pattern(text) else { return [] }
    let sql = """
      SELECT \(ChildRow.columns) FROM (
        SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ? OFFSET ?
      ) f JOIN children c ON c.latest = f.rowid ORDER BY c.latest DESC
      """
    return try rows(db, sql, [pattern, window.limit, window.offset], ChildRow.init)
  }
}
