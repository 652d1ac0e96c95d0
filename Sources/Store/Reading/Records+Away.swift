import GRDB
package import Workflow

extension Records {
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
