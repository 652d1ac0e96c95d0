import GRDB

extension DeskFile {
  /// The last line of the journal: note it on paper at a hand-over, and `verify` can tell later that
  /// nothing up to it was cut.
  package func head() throws -> JournalHead {
    try read { try Journal(db: $0).head() }
  }

  /// The lines of a stream, oldest first.
  package func entries(of stream: Stream) throws -> [JournalEntry] {
    try read { try Journal(db: $0).entries(of: stream) }
  }

  /// The lines after a number, oldest first.
  ///
  /// - Parameters:
  ///   - sequence: the number of the last line that is known; 0 for all.
  ///   - limit: how many to give at most.
  /// - Returns: the lines.
  /// - Throws: `StoreError`.
  package func entries(since sequence: Int, limit: Int) throws -> [JournalEntry] {
    try read { try Journal(db: $0).entries(since: sequence, limit: limit) }
  }

  /// The lines that a command added, or nothing where it was never carried out.
  package func lines(of command: String) throws -> Range<Int>? {
    try read { try CommandLog(db: $0).lines(of: command) }
  }
}
