import GRDB

/// The tables of what each person saw and set: no part of the journal, and never made from it.
enum PersonalSchema {
  /// Their names.
  static let names: Set<String> = ["seen", "settings"]

  /// Makes the tables that are not there.
  static func make(_ db: Database) throws {
    for statement in statements { try db.execute(sql: statement) }
  }

  /// `seen` keeps how a row of a tray stood when it was looked at: a step that was moved to another
  /// tray or given another due time since is new again.
  private static let statements = [
    """
    CREATE TABLE IF NOT EXISTS seen (
      person TEXT NOT NULL, id TEXT NOT NULL, tray TEXT NOT NULL, sort_due INTEGER NOT NULL,
      at INTEGER NOT NULL, PRIMARY KEY (person, id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE IF NOT EXISTS settings (
      person TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (person, name)
    ) STRICT, WITHOUT ROWID
    """,
  ]
}
