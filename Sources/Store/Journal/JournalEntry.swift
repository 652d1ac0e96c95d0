package import Workflow

/// One line of the journal: an event, and how it came to be recorded.
package struct JournalEntry: Hashable, Sendable {
  /// The event, with its number in the journal.
  package let event: Event
  /// Whose it is.
  package let stream: Stream
  /// Its number in the stream, counted from 1.
  package let version: Int
  /// The version of the body's shape.
  package let schema: Int
  /// When the line was written, by the desk's clock, whatever the person said of when it was learnt.
  package let written: Instant
  /// The account from which it was written.
  package let account: String
  /// The command that it belongs to.
  package let command: String
  /// Whether what it said was erased by the retention rules.
  package let isErased: Bool
}

/// The last line of the journal: what a checkpoint on paper keeps, to tell later that none was cut.
package struct JournalHead: Hashable, Sendable {
  /// The number of the last line; 0 for an empty journal.
  package let sequence: Int
  /// Its hash, 32 bytes.
  package let hash: [UInt8]

  /// Makes a head, such as one that was written down.
  package init(sequence: Int, hash: [UInt8]) {
    self.sequence = sequence
    self.hash = hash
  }

  /// The head of an empty journal.
  package static let empty = JournalHead(sequence: 0, hash: [UInt8](repeating: 0, count: 32))

  /// `1042 3fa9…`, in full, for paper.
  package var text: String {
    "\(sequence) \(Hexadecimal.text(hash))"
  }
}
