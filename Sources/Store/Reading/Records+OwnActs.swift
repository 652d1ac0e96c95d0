import GRDB
package import Workflow

extension Records {
  /// How many of the last lines of the journal are looked through for what a person recorded: more than a shift
  /// of a borough.
  private static let lately = 5_000

  /// What a person recorded of late, the last line first.
  ///
  /// - Parameters:
  ///   - person: the person's id.
  ///   - since: from when on it was written.
  /// - Returns: the lines of the journal.
  /// - Throws: `StoreError`.
  package func ownEntries(of person: String, since: Instant) throws -> [JournalEntry] {
    try look(.children) { db in
      try Journal(db: db).entries(by: person, since: since, among: Records.lately)
    }
  }
}
