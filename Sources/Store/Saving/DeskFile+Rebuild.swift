import GRDB
import Workflow

extension DeskFile {
  /// Drops every read table and makes it anew from the journal, in one transaction.
  ///
  /// - Parameters:
  ///   - procedures: where the procedures are.
  ///   - progress: is told now and then how far it has come.
  /// - Throws: `StoreError`; the tables are as before then.
  package func rebuild(
    procedures: ProcedureSource, progress: (VerifyProgress) -> Void = { _ in }
  ) throws {
    cases.clear()
    try write { db in try remake(db, procedures, progress) }
  }

  /// Whether an older program made the file: its read tables must be made anew before they are read.
  package func isBehind() throws -> Bool {
    try glance { try DeskFile.version($0) < Schema.version }
  }

  /// Brings a file of an older version up to date, in one transaction; where another process has done
  /// so meanwhile, nothing happens.
  ///
  /// - Parameters:
  ///   - procedures: where the procedures are.
  ///   - progress: is told now and then how many children are through.
  /// - Throws: `StoreError`; the file is as before then.
  package func bringUpToDate(
    procedures: ProcedureSource, progress: (VerifyProgress) -> Void = { _ in }
  ) throws {
    cases.clear()
    try write { db in
      guard try DeskFile.version(db) < Schema.version else { return }
      try PersonalSchema.make(db)
      try remake(db, procedures, progress)
      try db.execute(sql: "PRAGMA user_version = \(Schema.version)")
    }
  }

  private static func version(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }

  private func remake(
    _ db: Database, _ procedures: ProcedureSource, _ progress: (VerifyProgress) -> Void
  ) throws {
    for name in ReadSchema.names { try db.execute(sql: "DROP TABLE IF EXISTS \(name)") }
    for statement in ReadSchema.statements { try db.execute(sql: statement) }
    let tables = ReadTables(db: db)
    let journal = Journal(db: db)
    var done = 0
    let total = try journal.childCount()
    // What waits to be opened is worked out under the procedure that the desk says, so it is first.
    try tables.applyToDesk(try journal.events(of: .desk))
    let procedures = try procedures.ofDesk(in: db)
    let streams = try String.fetchCursor(
      db, sql: "SELECT stream FROM journal WHERE version = 1 ORDER BY stream")
    while let text = try streams.next() {
      let events: [Event]
      switch Stream(text: text) {
      case .child(let id):
        events = try journal.events(of: .child(id))
        let child = ChildCase(id: id, history: events)
        let rows = try ChildProjection(child: child, procedures: procedures).rows()
        try tables.change(from: .none, to: rows)
        done += 1
        if done.isMultiple(of: 500) {
          progress(VerifyProgress(stage: .tables, done: done, total: total))
        }
      case .report(let reference):
        events = try journal.events(of: .report(reference))
        try tables.apply(events, ofReport: reference)
      case .desk: events = []
      case nil: throw StoreError.damaged("The journal has a stream '\(text)' that is nobody's.")
      }
      try tables.count(events)
    }
    try db.execute(
      sql: """
        INSERT INTO commands (id, first, count)
        SELECT command, min(seq), count(*) FROM journal GROUP BY command
        """)
  }
}
