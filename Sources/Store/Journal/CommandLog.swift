import GRDB

/// Which commands were carried out, so that the same one twice adds nothing.
struct CommandLog {
  let db: Database

  /// The lines that a command added, or nothing where it was never carried out.
  func lines(of id: String) throws -> Range<Int>? {
    let statement = try db.cachedStatement(sql: "SELECT first, count FROM commands WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    let first: Int = row[0]
    return first..<(first + row[1])
  }

  /// Notes that a command added lines.
  func note(_ id: String, first: Int, count: Int) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO commands (id, first, count) VALUES (?, ?, ?)")
    try statement.execute(arguments: [id, first, count])
  }
}
