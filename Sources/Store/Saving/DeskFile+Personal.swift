import GRDB
package import Workflow

// What each person saw and set: kept in the desk's file, because people change seats; no part of the
// journal, because nothing follows from it.

extension DeskFile {
  /// For how many days it is remembered that a row was looked at; who has not looked since is told
  /// again.
  static let seenDays = 90

  /// Notes that a person has looked at steps or reports as they stand now, or takes the note back.
  ///
  /// - Parameters:
  ///   - ids: the steps' ids or the reports' references.
  ///   - isSeen: whether they are seen now; else they are new to the person again.
  ///   - person: the person's id.
  ///   - now: the moment.
  /// - Throws: `StoreError`.
  package func markSeen(_ ids: [String], _ isSeen: Bool, by person: String, now: Instant) throws {
    guard !ids.isEmpty else { return }
    try write { db in
      for id in ids {
        if isSeen {
          try db.cachedStatement(
            sql: """
              INSERT OR REPLACE INTO seen (person, id, tray, sort_due, at)
              SELECT ?1, id, tray, sort_due, ?3 FROM steps WHERE id = ?2 UNION ALL
              SELECT ?1, reference, 'front-door', received, ?3 FROM reports WHERE reference = ?2
              """
          ).execute(arguments: [person, id, now.seconds])
        } else {
          try db.cachedStatement(sql: "DELETE FROM seen WHERE person = ? AND id = ?")
            .execute(arguments: [person, id])
        }
      }
      try db.cachedStatement(sql: "DELETE FROM seen WHERE person = ? AND at < ?")
        .execute(arguments: [
          person, now.seconds - Int64(DeskFile.seenDays) * TrayOrder.day,
        ])
    }
  }

  /// What a person has set, by name.
  package func settings(of person: String) throws -> [String: String] {
    try read { db in
      var settings: [String: String] = [:]
      let rows = try Row.fetchCursor(
        db, sql: "SELECT name, value FROM settings WHERE person = ?", arguments: [person])
      while let row = try rows.next() { settings[row[0]] = row[1] }
      return settings
    }
  }

  /// Keeps what a person sets; nothing takes it away.
  package func keepSetting(_ name: String, _ value: String?, of person: String) throws {
    try write { db in
      if let value {
        try db.execute(
          sql: "INSERT OR REPLACE INTO settings (person, name, value) VALUES (?, ?, ?)",
          arguments: [person, name, value])
      } else {
        try db.execute(
          sql: "DELETE FROM settings WHERE person = ? AND name = ?", arguments: [person, name])
      }
    }
  }

  /// The keys of the drafts that a person has begun and not saved.
  package func draftKeys(of person: String) throws -> [String] {
    try read { db in
      try String.fetchAll(
        db, sql: "SELECT key FROM drafts WHERE person = ? ORDER BY saved DESC", arguments: [person])
    }
  }
}
