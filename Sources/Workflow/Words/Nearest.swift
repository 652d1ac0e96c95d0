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

  /// Whether two names sound alike however they are spelt: `mohammad` and `Muhammed`, `pryce` and `prise`.
  ///
  /// Compared is the skeleton of consonants, of three at least: with fewer, too many names are one.
  ///
  /// - Parameters:
  ///   - word: a name in small letters without marks.
  ///   - other: another.
  /// - Returns: whether both may be one name, heard on the telephone.
  package static func soundsAlike(_ word: String, _ other: String) -> Bool {
    let own = skeleton(of: word)
    return own.count >= 3 && own == skeleton(of: other)
  }

  /// The first sound of a name and the consonants after it, those that sound alike written alike.
  private static func skeleton(of word: String) -> [Unicode.Scalar] {
    let letters = Array(word.unicodeScalars.prefix(60))
    var sounds: [Unicode.Scalar] = []
    var last: Unicode.Scalar?
    for (place, letter) in letters.enumerated() {
      let next = place + 1 < letters.count ? letters[place + 1] : nil
      let isGlide = place == 0 && isVowel(next)
      let sound: Unicode.Scalar
      switch letter {
      // `Jankowska` is said with the sound that begins `Yankowska`.
      case "i" where isGlide, "j" where isGlide, "y" where isGlide: sound = "y"
      case "p" where next == "h": sound = "f"
      // `borough`, `burgh` and `bury`: nobody says it but where a name begins with it.
      case "g" where next == "h" && place > 0: continue
      case "h" where place > 1 && letters[place - 1] == "g": continue
      case "h" where last == "f" && letters[place - 1] == "p": continue
      case "c" where next == "e" || next == "i" || next == "y": sound = "s"
      case "c", "q": sound = "k"
      case "z": sound = "s"
      case "w": sound = "v"
      case "y": sound = "i"
      default: sound = letter
      }
      if sound != last, place == 0 || !isVowel(sound) { sounds.append(sound) }
      last = sound
    }
    return sounds
  }

  private static func isVowel(_ sound: Unicode.Scalar?) -> Bool {
    sound.map { "aeiou".unicodeScalars.contains($0) } ?? false
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
