/// A mapping that is read strictly: keys that are not known are findings, never ignored.
struct Fields {
  let inspection: Inspection
  /// Where the mapping begins.
  let place: Place
  private let what: String
  private var entries: [String: (key: Place, value: Document)] = [:]

  /// Opens a mapping, or says that there is none.
  ///
  /// - Parameters:
  ///   - document: what stands there.
  ///   - what: what it is, for the messages: `a rule`.
  ///   - known: the keys that it may have.
  ///   - inspection: where findings go.
  init?(_ document: Document, _ what: String, known: [String], _ inspection: Inspection) {
    guard case .map(let pairs) = document.content else {
      inspection.error("\(what) is a mapping, not \(document.kind)", at: document.place)
      return nil
    }
    self.inspection = inspection
    place = document.place
    self.what = what
    for pair in pairs {
      guard let key = pair.key.scalar else {
        inspection.error("a key is plain text, not \(pair.key.kind)", at: pair.key.place)
        continue
      }
      if !known.contains(key) {
        inspection.error(
          "unknown key '\(key)' in \(what)\(Nearest.hint(key, of: known))", at: pair.key.place)
      }
      entries[key] = (pair.key.place, pair.value)
    }
  }

  /// Opens a mapping of which the table knows the keys, or says that there is none.
  init?(_ document: Document, _ mapping: Mapping, _ inspection: Inspection) {
    self.init(document, mapping.what, known: mapping.names, inspection)
  }

  /// Whether a key is given.
  func has(_ key: String) -> Bool { entries[key] != nil }

  /// The value of a key that may be left out.
  subscript(_ key: String) -> Document? { entries[key]?.value }

  /// Where a key stands.
  func place(of key: String) -> Place { entries[key]?.key ?? place }

  /// The keys that are given and were not among the common ones.
  func keys(except common: Set<String>) -> [String] {
    entries.filter { !common.contains($0.key) }.sorted { $0.value.key < $1.value.key }.map(\.key)
  }

  /// The value of a key that must be there.
  func required(_ key: String) -> Document? {
    if let value = entries[key]?.value { return value }
    inspection.error("\(what) needs '\(key)'", at: place)
    return nil
  }

  /// One line of text that must be there.
  func text(_ key: String) -> String? { required(key).flatMap { inspection.text($0, key) } }

  /// One line of text that may be left out.
  func optionalText(_ key: String) -> String? { self[key].flatMap { inspection.text($0, key) } }

  /// Yes or no; no where it is left out.
  func flag(_ key: String) -> Bool { self[key].flatMap { inspection.flag($0, key) } ?? false }

  /// A code that must be there.
  func code<T: RawRepresentable & CaseIterable>(_ key: String, _ type: T.Type, _ noun: String) -> T?
  where T.RawValue == String {
    required(key).flatMap { inspection.code($0, type, noun) }
  }

  /// A list, or the one value that stands for a list of one; empty where it is left out.
  func list(_ key: String) -> [Document] { self[key].map { $0.items } ?? [] }
}

extension Document {
  /// The values of a list, or the one value that stands for a list of one.
  var items: [Document] {
    if case .list(let items) = content { return items }
    return [self]
  }
}

extension Inspection {
  /// Text that is not empty.
  func text(_ document: Document, _ what: String) -> String? {
    guard let text = document.scalar else {
      error("'\(what)' is text, not \(document.kind)", at: document.place)
      return nil
    }
    if text.allSatisfy(\.isWhitespace) {
      error("'\(what)' has no value", at: document.place)
      return nil
    }
    return text
  }

  /// Yes or no.
  func flag(_ document: Document, _ what: String) -> Bool? {
    switch document.scalar {
    case "yes", "true": return true
    case "no", "false": return false
    default:
      error("'\(what)' is yes or no, not \(document.kind)", at: document.place)
      return nil
    }
  }

  /// A whole number.
  func number(_ document: Document, _ what: String) -> Int? {
    if let text = document.scalar, let number = Int(text) { return number }
    error("'\(what)' is a whole number, not \(document.kind)", at: document.place)
    return nil
  }

  /// One of a list of codes.
  func code<T: RawRepresentable & CaseIterable>(
    _ document: Document, _ type: T.Type, _ noun: String
  ) -> T? where T.RawValue == String {
    guard let text = document.scalar else {
      error("a \(noun) is one word, not \(document.kind)", at: document.place)
      return nil
    }
    if let code = T(rawValue: text) { return code }
    error(
      "unknown \(noun) '\(text)'\(Nearest.hint(text, of: T.allCases.map(\.rawValue), list: noun + "s"))",
      at: document.place)
    return nil
  }
}

/// Guesses what a mistyped word was meant to be.
enum Nearest {
  /// `; did you mean 'x'?`, or the words where they are few, or else the nearest and where they are
  /// listed.
  static func hint(_ word: String, of words: [String], list: String? = nil) -> String {
    // Another number means another thing, however near its letters are.
    let alike = words.filter { numbers(in: word).isEmpty || numbers(in: $0) == numbers(in: word) }
    let near = alike.map { ($0, distance(word, $0)) }.sorted { $0.1 < $1.1 }
    if let (other, steps) = near.first, steps <= max(1, word.count / 3) {
      return "; did you mean '\(other)'?"
    }
    if words.isEmpty { return "" }
    if words.count <= 20 { return "; known: \(words.joined(separator: ", "))" }
    if near.isEmpty { return list.map { "; 'homeward procedure words \($0)' lists them" } ?? "" }
    let nearest = near.prefix(3).map { "'\($0.0)'" }.joined(separator: ", ")
    let all = list.map { "; 'homeward procedure words \($0)' lists them" } ?? ""
    return "; the nearest are \(nearest)\(all)"
  }

  /// The one of some words of which a word differs by a slip of the finger, and no more.
  static func slip(_ word: String, of words: [String]) -> String? {
    words.first { distance(word, $0) <= 2 }
  }

  /// The numbers that stand in a word.
  private static func numbers(in word: String) -> [Substring] {
    word.split { !$0.isNumber }
  }

  /// How many letters must be changed, added or left out.
  private static func distance(_ left: String, _ right: String) -> Int {
    let (a, b) = (Array(left.unicodeScalars.prefix(60)), Array(right.unicodeScalars.prefix(60)))
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var corner = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let next = min(row[j] + 1, row[j + 1] + 1, corner + (x == y ? 0 : 1))
        corner = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[b.count]
  }
}
