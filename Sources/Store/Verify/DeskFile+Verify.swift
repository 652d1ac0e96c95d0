import GRDB
import Synchronization

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

/// Tells of progress from two threads, one at a time.
private final class Telling: Sendable {
  private nonisolated(unsafe) let progress: (VerifyProgress) -> Void
  private let children = Mutex(0)

  init(_ progress: @escaping (VerifyProgress) -> Void) { self.progress = progress }

  func tell(_ stage: VerifyProgress.Stage, _ done: Int, _ total: Int) {
    children.withLock { _ in progress(VerifyProgress(stage: stage, done: done, total: total)) }
  }

  /// Counts another child whose rows were compared.
  func child(of total: Int) {
    children.withLock { children in
      children += 1
      guard children.isMultiple(of: 500) else { return }
      progress(VerifyProgress(stage: .tables, done: children, total: total))
    }
  }
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
    let readers = try TwoReaders(path: path)
    defer { readers.close() }
    return try withoutActuallyEscaping(progress) { progress in
      try verify(readers, procedures, noted, Telling(progress))
    }
  }

  private func verify(
    _ readers: TwoReaders, _ procedures: ProcedureSource, _ noted: [JournalHead],
    _ telling: Telling
  ) throws -> VerifyReport {
    // What is no table of ours is not read by its name.
    let schema = try readers.one { try SchemaCheck(db: $0) }
    guard schema.isJournalWhole else {
      return VerifyReport(
        findings: schema.findings, head: .empty, lines: 0, erased: 0, children: 0)
    }
    telling.tell(.structure, 0, 1)
    let deal = TableCheck.Deal()
    @Sendable func compare(_ db: Database) -> Result<TableCheck, any Error> {
      Result {
        var check = TableCheck()
        if schema.areTablesThere {
          try check.run(db, procedures, deal) { telling.child(of: $0) }
        }
        return check
      }
    }
    // SQLite's own check takes about as long as comparing the tables; whoever is free first goes on
    // with these.
    let ((structure, some), (chain, others)) = try readers.both(
      { db in
        let structure = try DeskFile.structure(db)
        return (structure, compare(db))
      },
      { db in
        // Only to say how far it has come: a last line that cannot be read is found below.
        let last = (try? Journal(db: db).head().sequence) ?? 0
        var chain = ChainCheck()
        try chain.run(db, noted: noted) { telling.tell(.chain, $0, last) }
        let isReadable = !chain.findings.contains { $0.code == .lineUnreadable }
        return (chain, isReadable ? compare(db) : .success(TableCheck()))
      })
    var findings = schema.findings + structure + chain.findings
    var children = 0
    // What the journal says counts only where all of it can be read, and only against tables of which
    // SQLite itself says that they are whole.
    let isBroken = findings.contains { [.fileDamaged, .lineUnreadable].contains($0.code) }
    if schema.areTablesThere && !isBroken {
      var tables = try some.get()
      tables.add(try others.get())
      if tables.findings.count < 100 { tables = try DeskFile.whole(tables, readers) }
      findings += tables.findings
      children = tables.children
    }
    return VerifyReport(
      findings: Array(findings.prefix(100)), head: chain.head, lines: chain.lines,
      erased: chain.erased, children: children)
  }

  /// Compares what only the whole shows.
  private static func whole(_ tables: TableCheck, _ readers: TwoReaders) throws -> TableCheck {
    var (check, isFound) = try readers.both(
      { db in
        var check = tables
        try check.compareTotals(db)
        return check
      }, { try SearchCheck(db: $0).isSound() })
    if !isFound { check.addUnsoundSearch() }
    return check
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

  /// What SQLite finds; that it cannot read on is a finding, too, and the very one that counts.
  private static func structure(_ db: Database) throws -> [VerifyFinding] {
    var findings: [VerifyFinding] = []
    do {
      for answer in try String.fetchAll(db, sql: "PRAGMA integrity_check(20)") where answer != "ok"
      {
        findings.append(VerifyFinding(code: .fileDamaged, sentence: "SQLite finds: \(answer)."))
      }
      for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
        let table = ReadRow.key(row)
        findings.append(
          VerifyFinding(
            code: .foreignKey, sentence: "Table \(table) has a row without its owner."))
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      findings.append(
        VerifyFinding(code: .fileDamaged, sentence: "SQLite cannot read the file to its end."))
    }
    return findings
  }
}
