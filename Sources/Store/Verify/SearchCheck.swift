import GRDB

/// Checks the index behind the search: that every word that is kept of a child finds the child, and
/// nobody else.
///
/// The words may be right while their index is damaged; SQLite's own check looks into it only from
/// version 3.44 on, and FTS5's own is a write, and does not see what is missing from its tree. So the
/// words are indexed anew in memory and both are asked for every word and every beginning of one.
struct SearchCheck {
  let db: Database

  /// Whether the desk's index answers as one that is made anew.
  ///
  /// - Throws: an error where the words themselves cannot be read.
  func isSound() throws -> Bool {
    let memory = try DatabaseQueue()
    return try memory.writeWithoutTransaction { anew in
      guard let making = ReadSchema.statements.last else { return false }
      try anew.execute(sql: making)
      let insert = try anew.makeStatement(
        sql: "INSERT INTO search (rowid, words) VALUES (?, ?)")
      let rows = try Row.fetchCursor(db, sql: "SELECT rowid, words FROM search")
      while let row = try rows.next() {
        try insert.execute(arguments: [row[0] as DatabaseValue, row[1] as DatabaseValue])
      }
      try anew.execute(sql: "CREATE VIRTUAL TABLE terms USING fts5vocab (search, row)")
      let ours = try Question(anew)
      // An index that cannot even be asked is a finding, not an error.
      do {
        let theirs = try Question(db)
        var beginnings: Set<String> = []
        let terms = try String.fetchCursor(anew, sql: "SELECT term FROM terms")
        while let term = try terms.next() {
          var queries = ["\"\(term)\""]
          for length in 2...3 {
            let beginning = String(String.UnicodeScalarView(term.unicodeScalars.prefix(length)))
            if beginnings.insert(beginning).inserted { queries.append("\"\(beginning)\"*") }
          }
          for query in queries where try ours.answer(query) != theirs.answer(query) {
            return false
          }
        }
        return true
      } catch is DatabaseError {
        return false
      }
    }
  }

  /// The search as one of the two indexes answers it.
  private struct Question {
    private let statement: Statement

    init(_ db: Database) throws {
      statement = try db.makeStatement(
        sql: "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid")
    }

    func answer(_ query: String) throws -> [Int64] {
      try Int64.fetchAll(statement, arguments: [query])
    }
  }
}
