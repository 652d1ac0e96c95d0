import GRDB
package import Workflow

extension Records {
  /// The children who are away and whose names begin so.
  ///
  /// - Parameters:
  ///   - beginning: how the family name begins, however it is written.
  ///   - most: how many at most.
  /// - Returns: them, by name; none for nothing.
  /// - Throws: `StoreError`.
  package func childrenAway(beginning: String, most: Int) throws -> [ChildRow] {
    let first = folded(beginning)
    guard !first.isEmpty else { return [] }
    let sql = """
      SELECT \(ChildRow.columns) FROM children c
      WHERE c.folded >= ? AND c.folded < ? AND c.away = 1 ORDER BY c.folded, c.id LIMIT ?
      """
    return try look(.children) { db in
      try rows(db, sql, [first, first + "\u{10FFFF}", most], ChildRow.init)
    }
  }

  /// The children who are away under a police reference.
  ///
  /// - Parameter reference: the reference.
  /// - Returns: them.
  /// - Throws: `StoreError`.
  package func childrenAway(under reference: String) throws -> [ChildRow] {
    let sql = """
      SELECT \(ChildRow.columns) FROM episodes e JOIN children c ON c.id = e.child
      WHERE e.police_ref = ? AND e.away = 1
      """
    return try look(.children) { try rows($0, sql, [reference], ChildRow.init) }
  }

  /// Since when a child is away whom a name or a reference may mean; both are looked up, whoever else bears them.
  ///
  /// - Parameters:
  ///   - name: the name, family name first; empty for none.
  ///   - policeReference: by what the police know the going, or nothing.
  /// - Returns: the earliest start of an episode in which such a child is away.
  /// - Throws: `StoreError`.
  package func awaySince(named name: String, policeReference: String?) throws -> Instant? {
    let sql = """
      SELECT min(started) FROM (
        SELECT e.started FROM children c JOIN episodes e ON e.child = c.id
        WHERE c.folded = ?1 AND ?1 <> '' AND e.away = 1
        UNION ALL
        SELECT started FROM episodes WHERE police_ref = ?2 AND away = 1)
      """
    let arguments: StatementArguments = [folded(name), policeReference]
    return try look(.children) { db in
      try Int64.fetchOne(try db.cachedStatement(sql: sql), arguments: arguments)
        .map { Instant(seconds: $0) }
    }
  }
}
