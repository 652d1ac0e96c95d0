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
    try write { db in
      for name in ReadSchema.names { try db.execute(sql: "DROP TABLE IF EXISTS \(name)") }
      for statement in ReadSchema.statements { try db.execute(sql: statement) }
      let tables = ReadTables(db: db)
      let journal = Journal(db: db)
      var done = 0
      let total = try journal.childCount()
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
        case .desk:
          events = try journal.events(of: .desk)
          try tables.applyToDesk(events)
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
}
