package import Grid

/// One key, or several pressed one after the other, that ask for a command.
package struct KeySequence: Hashable, Sendable {
  /// The keys in the order in which they are pressed; at least one.
  package let keys: [Key]

  /// Makes a sequence.
  package init(_ keys: [Key]) { self.keys = keys }

  /// Reads `a`, `Ctrl-S` or, where keys follow each other, `g>a`; nil where one of them is no name of a key.
  ///
  /// - Parameter name: the names of the keys, with `>` between them.
  package init?(name: String) {
    if let key = Key(name: name) {
      self.init([key])
      return
    }
    let parts = name.split(separator: ">", omittingEmptySubsequences: false).map(String.init)
    let keys = parts.compactMap { Key(name: $0) }
    guard keys.count == parts.count else { return nil }
    self.init(keys)
  }

  /// As people read it and as it is written in a file of keys.
  package var shown: String { keys.map(\.shown).joined(separator: ">") }

  /// Whether whoever presses these keys has pressed another sequence on the way.
  func begins(with other: KeySequence) -> Bool { keys.starts(with: other.keys) }
}
