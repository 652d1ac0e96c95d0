import GRDB
import Workflow

/// Writes the read tables on one connection.
struct ReadTables {
  let db: Database

  /// The rows that the tables hold for a child.
  func rows(of child: String) throws -> ChildRows {
    var rows = ChildRows.none
    for (index, table) in ReadSchema.ofChildren.enumerated() {
      let statement = try db.cachedStatement(sql: table.ofChild)
      statement.setUncheckedArguments([child])
      let cursor = try Row.fetchCursor(statement)
      while let row = try cursor.next() { rows.tables[index].append(ReadRow(row)) }
      if rows.tables[index].count > 1 {
        rows.tables[index].sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      }
    }
    if let number: Int = rows.tables[0].first.flatMap({ Int.fromDatabaseValue($0.values[1]) }) {
      let statement = try db.cachedStatement(sql: "SELECT words FROM search WHERE rowid = ?")
      if let words = try String.fetchOne(statement, arguments: [number]) {
        rows.search = SearchRow(number: number, words: words)
      }
    }
    return rows
  }

  /// Changes the tables from what they hold to what they should hold, row by row.
  func change(from old: ChildRows, to new: ChildRows) throws {
    for (index, table) in ReadSchema.ofChildren.enumerated() {
      try change(table, from: old.tables[index], to: new.tables[index])
    }
    guard old.search != new.search else { return }
    if let row = old.search {
      try db.cachedStatement(sql: "DELETE FROM search WHERE rowid = ?")
        .execute(arguments: [row.number])
    }
    if let row = new.search {
      try db.cachedStatement(sql: "INSERT INTO search (rowid, words) VALUES (?, ?)")
        .execute(arguments: [row.number, row.words])
    }
  }

  /// Both sides are sorted by key, so one walk finds what went, what came and what changed.
  private func change(_ table: ReadSchema.Table, from old: [ReadRow], to new: [ReadRow]) throws {
    if old == new { return }
    var kept = Set<String>()
    let oldByKey = Dictionary(old.map { ($0.key, $0) }) { first, _ in first }
    for row in new where oldByKey[row.key] == row { kept.insert(row.key) }
    // What goes is gone before what comes: a changed row is both.
    let delete = try db.cachedStatement(sql: table.delete)
    for row in old where !kept.contains(row.key) { try delete.execute(arguments: [row.key]) }
    let insert = try db.cachedStatement(sql: table.insert)
    for row in new where !kept.contains(row.key) {
      insert.setUncheckedArguments(StatementArguments(row.values))
      try insert.execute()
    }
  }

  // MARK: - Counters

  /// The number that a counter reached, such as that of `E-2026`.
  func counter(_ name: String) throws -> Int {
    let statement = try db.cachedStatement(sql: "SELECT value FROM counters WHERE name = ?")
    return try Int.fetchOne(statement, arguments: [name]) ?? 0
  }

  /// Moves the counters past the references that events brought.
  func count(_ events: [Event]) throws {
    for event in events {
      for reference in Reference.begun(by: event) {
        let statement = try db.cachedStatement(
          sql: """
            INSERT INTO counters (name, value) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)
            """)
        try statement.execute(arguments: [reference.counter, reference.number])
      }
    }
  }

  // MARK: - Reports and the desk

  /// Brings the row of a report up to date with the events of its stream.
  func apply(_ events: [Event], ofReport reference: String) throws {
    guard let row = ReportProjection.row(of: reference, events) else { return }
    let statement = try db.cachedStatement(sql: ReportProjection.insert)
    try statement.execute(arguments: StatementArguments(row))
  }

  /// Brings the tables of the desk itself up to date with events of its stream.
  func applyToDesk(_ events: [Event]) throws {
    for (name, value) in DeskProjection.facts(events) {
      try db.execute(
        sql: "INSERT OR REPLACE INTO desk (name, value) VALUES (?, ?)", arguments: [name, value])
    }
    for event in events where event.kind == .staffAdded {
      try db.execute(
        sql: "INSERT OR REPLACE INTO staff (id, name, roles, login) VALUES (?, ?, ?, ?)",
        arguments: [
          event[.staff] ?? "", event[.name] ?? "", TextList.write(event[.roles] ?? []),
          event[.login],
        ])
    }
  }

  /// The id of the procedure under which records are opened, or nothing where the desk is not made.
  func deskProcedure() throws -> String? {
    try String.fetchOne(
      try db.cachedStatement(sql: "SELECT value FROM desk WHERE name = 'procedure'"))
  }
}
