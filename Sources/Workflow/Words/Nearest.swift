/// Guesses what a mistyped word was meant to be.
package enum Nearest {
  /// `; did you mean 'x'?`, or the words where they are few, or else the nearest and where they are
  /// listed.
  package static func hint(_ word: String, of words: [String], list: String? = nil) -> String {
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
  package static func slip(_ word: String, of words: [String]) -> String? {
    words.first { distance(word, $0) <= 2 }
  }

  /// Whether a word may be another as it is heard or misspelt: one letter in five differs, and the first
  /// does not.
  package static func isNear(_ word: String, _ other: String) -> Bool {
    word.count >= 4 && word.first == other.first && distance(word, other) <= max(1, word.count / 5)
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
