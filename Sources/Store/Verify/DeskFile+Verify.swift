import GRDB

extension DeskFile {
  /// Checks that the file is sound: its structure, the chain of the journal, and every read table
  /// against the journal.
  ///
  /// - Parameters:
  ///   - procedures: where the procedures are.
  ///   - noted: a head that was noted elsewhere; without one, a tail that was cut off cannot be seen.
  ///   - progress: is told now and then how many children are through.
  /// - Returns: what was found.
  /// - Throws: `StoreError` where the file cannot be read at all.
  package func verify(
    procedures: ProcedureSource, against noted: JournalHead? = nil,
    progress: (Int) -> Void = { _ in }
  ) throws -> VerifyReport {
    try read { db in
      var findings = try structure(db)
      var chain = ChainCheck()
      try chain.run(db, noted: noted)
      findings += chain.findings
      var tables = try TableCheck(db: db, procedures: procedures)
      // What the journal says is worked out only from a journal that can be read.
      if !chain.findings.contains(where: { $0.code == .lineUnreadable }) {
        try tables.run(progress: progress)
        findings += tables.findings
      }
      return VerifyReport(
        findings: Array(findings.prefix(100)), head: chain.head, lines: chain.lines,
        erased: chain.erased, children: tables.children)
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
    let triggers = try Set(
      String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
    for name in Schema.triggers.subtracting(triggers).sorted() {
      findings.append(
        VerifyFinding(
          code: .triggerMissing,
          sentence: "The trigger \(name), which keeps the journal whole, is gone."))
    }
    return findings
  }
}
