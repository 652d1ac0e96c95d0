import GRDB
package import Workflow

/// A form that somebody has begun and not saved.
package struct Draft: Sendable, Hashable {
  /// Which form of whose work: one draft a key.
  package let key: String
  /// The id of the person who types.
  package let person: String
  /// The name of the form.
  package let form: String
  /// What was typed, by the names of the fields.
  package let body: Body
  /// When it was kept.
  package let saved: Instant

  /// Makes a draft.
  package init(key: String, person: String, form: String, body: Body, saved: Instant) {
    self.key = key
    self.person = person
    self.form = form
    self.body = body
    self.saved = saved
  }
}

extension DeskFile {
  /// Keeps a draft in place of the one before; drafts are no part of the journal.
  package func saveDraft(_ draft: Draft) throws {
    try write { db in
      let statement = try db.cachedStatement(
        sql: """
          INSERT OR REPLACE INTO drafts (key, person, form, body, saved) VALUES (?, ?, ?, ?, ?)
          """)
      try statement.execute(arguments: [
        draft.key, draft.person, draft.form, BodyWriter.json(draft.body), draft.saved.seconds,
      ])
    }
  }

  /// Forgets a draft whose form is put away; one that is recorded goes with its command.
  package func deleteDraft(_ key: String) throws {
    try write { try DeskFile.deleteDraft(key, $0) }
  }

  static func deleteDraft(_ key: String, _ db: Database) throws {
    let statement = try db.cachedStatement(sql: "DELETE FROM drafts WHERE key = ?")
    try statement.execute(arguments: [key])
  }

  /// The draft of a key, or nothing.
  package func draft(_ key: String) throws -> Draft? {
    try read { db in
      try DeskFile.drafts(db, "WHERE key = ?", key).first
    }
  }

  /// What a person has begun and not saved, the newest first.
  package func drafts(of person: String) throws -> [Draft] {
    try read { db in
      try DeskFile.drafts(db, "WHERE person = ? ORDER BY saved DESC, key", person)
    }
  }

  /// What everybody else has begun, the newest first.
  ///
  /// - Parameter person: the id of the one whose drafts are left out.
  /// - Returns: the drafts.
  /// - Throws: `StoreError`.
  package func drafts(ofOthersThan person: String) throws -> [Draft] {
    try read { db in
      try DeskFile.drafts(db, "WHERE person <> ? ORDER BY saved DESC, key", person)
    }
  }

  private static func drafts(
    _ db: Database, _ filter: String, _ values: String...
  ) throws -> [Draft] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT key, person, form, body, saved FROM drafts \(filter)",
      arguments: StatementArguments(values))
    return rows.map { row in
      Draft(
        key: row[0], person: row[1], form: row[2],
        body: (try? BodyReader.body(row[3])) ?? Body(), saved: Instant(seconds: row[4]))
    }
  }
}
