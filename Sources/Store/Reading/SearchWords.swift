/// What somebody typed to find a child, as a pattern for the search index.
enum SearchWords {
  /// A pattern that finds every word typed, the beginning of a word being enough; nothing where
  /// nothing was typed that could be found.
  ///
  /// Each word is quoted, so that nothing typed is ever read as the index's own language.
  static func pattern(_ typed: String) -> String? {
    let words = typed.split(whereSeparator: \.isWhitespace).filter { word in
      word.unicodeScalars.contains {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      }
    }
    guard !words.isEmpty else { return nil }
    return words.prefix(12).map { word in
      let plain = word.unicodeScalars.filter { $0.value >= 0x20 }
      let text = String(String.UnicodeScalarView(plain)).replacing("\"", with: "\"\"")
      return "\"\(text)\"*"
    }.joined(separator: " ")
  }
}
