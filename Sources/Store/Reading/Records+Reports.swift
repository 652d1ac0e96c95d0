import GRDB
import Workflow

// What is read of reports.

extension Records {
  /// Reports that wait for triage.
  ///
  /// - Parameters:
  ///   - window: which part of them.
  ///   - order: which come first.
  /// - Returns: their rows.
  /// - Throws: `StoreError`.
  package func waitingReports(
    _ window: Window, by order: ReportOrder = .arrival
  ) throws -> [ReportRow] {
    let sql = """
      SELECT \(ReportRow.columns) FROM reports WHERE state = 'waiting'
      ORDER BY \(order.terms) received, reference LIMIT ? OFFSET ?
      """
    return try look(.reports) { try rows($0, sql, [window.limit, window.offset], ReportRow.init) }
  }

  /// Reports from which nothing is opened, or nothing for one of their children, the last one first.
  ///
  /// - Parameter window: which part of them.
  /// - Returns: their rows, those that wait for others among them.
  /// - Throws: `StoreError`.
  package func reportsAside(_ window: Window) throws -> [ReportRow] {
    let sql = """
      SELECT \(ReportRow.columns) FROM reports WHERE aside IS NOT NULL
      ORDER BY aside DESC, reference LIMIT ? OFFSET ?
      """
    return try look(.reports) { try rows($0, sql, [window.limit, window.offset], ReportRow.init) }
  }

  /// How many reports wait for triage.
  package func waitingReportCount() throws -> Int {
    try look(.reports) { db in
      try Int.fetchOne(
        try db.cachedStatement(sql: "SELECT count(*) FROM reports WHERE state = 'waiting'")) ?? 0
    }
  }

  /// A report with its text, or nothing.
  package func report(_ reference: String) throws -> Report? {
    try look(.report(reference)) { db in
      let sql = "SELECT \(ReportRow.columns) FROM reports WHERE reference = ?"
      guard let row = try rows(db, sql, [reference], ReportRow.init).first else { return nil }
      let received = try Journal(db: db).events(of: .report(reference)).first
      return Report(
        row: row, text: received?[.text] ?? "", digest: received?[.digest] ?? "")
    }
  }

  /// Which children of a report are triaged or set aside, and who waits.
  ///
  /// - Parameter reference: the report's reference.
  /// - Returns: how it stands; of a report that is not there one child waits.
  /// - Throws: `StoreError`.
  package func standing(ofReport reference: String) throws -> ReportStanding {
    try look(.report(reference)) { db in
      ReportStanding(try Journal(db: db).events(of: .report(reference)))
    }
  }
}
