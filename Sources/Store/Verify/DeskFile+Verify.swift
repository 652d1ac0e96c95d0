import GRDB

/// How far verifying has come.
package struct VerifyProgress: Hashable, Sendable {
  /// What is being looked at.
  package enum Stage: String, Sendable {
    case structure = "structure"
    case chain = "journal"
    case tables = "read tables"
  }

  /// What is being looked at.
  package let stage: Stage
  /// Lines or children that are through.
  package let done: Int
  /// How many there are.
  package let total: Int
}

extension DeskFile {
  /// Checks that the file is sound: its structure, the chain of the journal, and every read table
  /// against the journal.
  ///
  /// - Parameters:
  ///   - procedures: where the procedures are.
  ///   - noted: heads that were noted elsewhere; without one, a tail that was cut off cannot be seen.
  ///   - progress: is told now and then how far it has come.
  /// - Returns: what was found.
  /// - Throws: `StoreError` where the file cannot be read at all.
  package func verify(
    procedures: ProcedureSource, against noted: [JournalHead] = [],
    progress: (VerifyProgress) -> Void = { _ in }
  ) throws -> VerifyReport {
    try read { db in
      // What is no table of ours is not read by its name.
      let schema = try SchemaCheck(db: db)
      guard schema.isJournalWhole else {
        return VerifyReport(
          findings: schema.findings, head: .empty, lines: 0, erased: 0, children: 0)
      }
      progress(VerifyProgress(stage: .structure, done: 0, total: 1))
      var findings = schema.findings
      findings += try structure(db)
      // Only to say how far it has come: a last line that cannot be read is found below.
      let last = (try? Journal(db: db).head().sequence) ?? 0
      var chain = ChainCheck()
      try chain.run(db, noted: noted) {
        progress(VerifyProgress(stage: .chain, done: $0, total: last))
      }
      findings += chain.findings
      var children = 0
      // What the journal says is worked out only from a journal that can be read, and compared only
      // with tables of which SQLite itself says that they are whole.
      let isBroken = findings.contains { [.fileDamaged, .lineUnreadable].contains($0.code) }
      if schema.areTablesThere && !isBroken {
        var tables = try TableCheck(db: db, procedures: procedures)
        try tables.run { progress(VerifyProgress(stage: .tables, done: $0, total: $1)) }
        findings += tables.findings
        children = tables.children
      }
      return VerifyReport(
        findings: Array(findings.prefix(100)), head: chain.head, lines: chain.lines,
        erased: chain.erased, children: children)
    }
  }

  /// Checks the chain of the journal alone, from a head on that was found whole before.
  ///
  /// - Parameter head: the head; the empty one for the whole journal.
  /// - Returns: what is wrong with the chain, and the head that was reached.
  /// - Throws: `StoreError`.
  package func verifyChain(
    after head: JournalHead = .empty
  ) throws -> (findings: [VerifyFinding], head: JournalHead) {
    try read { db in
      var chain = ChainCheck(after: head)
      try chain.run(db)
      return (chain.findings, chain.head)
    }
  }

  private func structure(_ db: Database) throws -> [VerifyFinding] {
    var findings: [VerifyFinding] = []
    for answer in try String.fetchAll(db, sql: "PRAGMA integrity_check(20)") where answer != "ok" {
      findings.append(VerifyFinding(code: .fileDamaged, sentence: "SQLite finds: \(answer)."))
    }
    for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
      let table: String = row[0]
      findings.append(
        VerifyFinding(code: .foreignKey, sentence: "Table \(table) has a row without its owner."))
    }
    return findings
  }
}
