/// A filter as a person types it: words that must stand in a row, and `is:` with what a row must be.
package struct TrayFilter: Sendable, Hashable {
  /// What was typed.
  package let text: String

  /// Reads nothing yet: a filter is its text.
  package init(_ text: String) { self.text = text }

  /// What a row can be; of the first three any of those named will do, of the others each must hold.
  package enum State: String, CaseIterable, Sendable {
    case overdue, today
    case noLimit = "no-limit"
    case unseen, away, draft, mine
  }

  /// The words, without those that say what a row is.
  package var words: [String] { parts.filter { Self.state(named: $0) == nil } }

  /// What the rows must be; the beginning of a name is enough.
  package var states: Set<State> { Set(named.compactMap(\.state)) }

  /// What was asked for and is nothing that a row can be.
  package var unknown: [String] { named.filter { $0.state == nil }.map(\.name) }

  /// Whether it leaves of each child all rows or none.
  var isAboutChildren: Bool { words.isEmpty && unknown.isEmpty && states.isSubset(of: [.away]) }

  /// Whether every row is meant.
  package var isEmpty: Bool { parts.isEmpty }

  private var parts: [String] { text.split(whereSeparator: \.isWhitespace).map(String.init) }

  private var named: [(name: String, state: State?)] {
    parts.compactMap(Self.state).filter { !$0.isEmpty }.map { name in
      (name, State.allCases.first { $0.rawValue.hasPrefix(name) })
    }
  }

  /// What stands behind `is:` in a word, in small letters; nothing where it is another word.
  private static func state(named part: String) -> String? {
    let part = part.lowercased()
    return part.hasPrefix("is:") ? String(part.dropFirst(3)) : nil
  }

  /// A word such as `step:rhi`, which looks as if it asked what a row is and is looked for as it stands.
  package var strange: String? {
    words.first { word in
      let parts = word.split(separator: ":", maxSplits: 1)
      return parts.count == 2 && parts[0].count > 1 && parts[0].allSatisfy(\.isLetter)
    }
  }

  /// What is wrong with it, and which words there are, in the room that its line has: nothing is filtered by a
  /// word that nobody knows.
  package var complaint: String? {
    let names = State.allCases.map(\.rawValue).joined(separator: " ")
    if !unknown.isEmpty { return "none such: " + names }
    return strange == nil ? nil : "only is: " + names
  }

  /// The same in a sentence.
  var complaintInFull: String? {
    let names = State.allCases.map(\.rawValue).joined(separator: ", ")
    if let word = unknown.first { return "is:\(word) filters nothing; there are is: \(names)" }
    guard let strange, let sign = strange.firstIndex(of: ":") else { return nil }
    return "\(strange[...sign]) asks nothing; there are only is: \(names)"
  }
}
