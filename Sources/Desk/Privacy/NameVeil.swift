/// What hides the names of children: every word that is part of one, wherever it stands.
///
/// Words are known without their accents and in any case, so that `Sian`, `SIÂN` and `Siân's` are hidden
/// with `Siân`. A letter alone is no name.
package struct NameVeil: Sendable, Equatable {
  private var words: Set<String> = []
  /// Parts of names in scripts that put no spaces between words.
  private var unspaced: Set<String> = []

  /// Knows no name.
  package init() {}

  /// Whether no name is known.
  package var isEmpty: Bool { words.isEmpty && unspaced.isEmpty }

  /// Learns the words of a name.
  ///
  /// - Parameter name: as the register has it, an age after it or not: `Pryce-Morgan, Siân 15`.
  package mutating func learn(_ name: String) {
    for word in name.split(whereSeparator: { !NameVeil.isPart($0) }) {
      // `Grange, Mia and 2 more`: the count is nobody's name.
      guard let first = word.first, word != "and", word != "more" else { continue }
      if !NameVeil.hasCase(first) {
        unspaced.insert(String(word))
      } else if word.count > 1 {
        words.insert(NameVeil.folded(word))
      }
    }
  }

  /// Puts initials in the place of names: `P.-M., S. 15`.
  ///
  /// - Parameter text: any text.
  /// - Returns: the text without a name that is known.
  package func hide(_ text: String) -> String {
    veiled(text) { word in word.first.map { NameVeil.hasCase($0) ? "\($0)." : "·" } ?? "" }
  }

  /// Puts dots in the place of names, as many as there are letters, so that a cursor keeps its place.
  ///
  /// - Parameter text: any text.
  /// - Returns: a text of as many characters.
  package func mask(_ text: String) -> String { veiled(text, NameVeil.dotted) }

  /// A word as dots behind its first letter.
  static func dotted(_ word: Substring) -> String {
    guard let first = word.first else { return "" }
    let head = hasCase(first) ? String(first) : "•"
    return head + String(repeating: "•", count: word.count - 1)
  }

  private func veiled(_ text: String, _ shown: (Substring) -> String) -> String {
    guard !isEmpty else { return text }
    var result = ""
    var rest = text[...]
    while let first = rest.first {
      guard NameVeil.isPart(first) else {
        result.append(first)
        rest.removeFirst()
        continue
      }
      let word = rest.prefix(while: NameVeil.isPart)
      result += words.contains(NameVeil.folded(word)) ? shown(word) : withoutUnspaced(word, shown)
      rest = rest[word.endIndex...]
    }
    return result
  }

  /// Hides names inside a run of letters where writing puts no spaces.
  private func withoutUnspaced(_ run: Substring, _ shown: (Substring) -> String) -> String {
    guard !unspaced.isEmpty, run.contains(where: { !NameVeil.hasCase($0) }) else {
      return String(run)
    }
    var result = ""
    var rest = run
    while !rest.isEmpty {
      let name = unspaced.filter { rest.hasPrefix($0) }.max { $0.count < $1.count }
      let length = name?.count ?? 1
      let part = rest.prefix(length)
      result += name == nil ? String(part) : shown(part)
      rest = rest.dropFirst(length)
    }
    return result
  }

  private static func isPart(_ character: Character) -> Bool { character.isLetter }

  private static func hasCase(_ character: Character) -> Bool {
    character.isUppercase || character.isLowercase
  }

  /// A word in small letters without accents, told by the letters' own Unicode names: `LATIN SMALL
  /// LETTER A WITH CIRCUMFLEX` is an `a`.
  private static func folded(_ word: Substring) -> String {
    var result = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      if scalar.value < 0x80 {
        result.append(scalar)
        continue
      }
      if scalar.properties.generalCategory == .nonspacingMark { continue }
      let name = scalar.properties.name ?? ""
      if name.hasPrefix("LATIN "), let base = name.splitBefore(" WITH "), let letter = base.last {
        result.append(contentsOf: String(letter).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result).lowercased()
  }
}

extension String {
  /// What stands before the first occurrence of a text; nothing where it does not occur.
  fileprivate func splitBefore(_ mark: String) -> Substring? {
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(mark) { return self[..<rest.startIndex] }
      rest.removeFirst()
    }
    return nil
  }
}
