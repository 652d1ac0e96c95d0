import Workflow

/// A name as somebody half heard it or spells it by ear, to find whom it may mean where nobody is written so and
/// nobody's name sounds so by stricter rules (``HeardName``).
struct HalfHeardName {
  private struct Word {
    let letters: [UInt8]
    let mask: UInt32
    let sounds: [UInt8]
    /// The sounds without the article that begins it: `elkatib`.
    let bare: [UInt8]?
    /// How many letters may differ.
    let reach: Int
  }

  private let words: [Word]

  /// Reads what was typed; nothing where a figure or too few letters are in it.
  init?(_ typed: String) {
    let plain = HeardName.words(of: typed)
    guard !plain.isEmpty, plain.count <= 6, plain.contains(where: { $0.utf8.count >= 4 }),
      !plain.contains(where: { $0.unicodeScalars.contains { "0"..."9" ~= $0 } })
    else { return nil }
    words = plain.map { word in
      let letters = Array(word.utf8.prefix(40))
      let isArticled = ["al", "el", "ul"].contains { word.hasPrefix($0) } && letters.count >= 6
      return Word(
        letters: letters, mask: HalfHeardName.mask(letters), sounds: RoughSound.of(word),
        bare: isArticled ? RoughSound.of(String(word.dropFirst(2))) : nil,
        reach: letters.count < 5 ? 1 : letters.count < 8 ? 2 : 3)
    }
  }

  /// Whether each word typed has the rough sounds of one of a name's words.
  ///
  /// - Parameter name: the words of the name, as `HeardName.words(of:)` gives them.
  /// - Returns: whether the name may be meant.
  func soundsLike(_ name: [String]) -> Bool {
    let sounds = name.map(RoughSound.of)
    return words.allSatisfy { word in
      sounds.indices.contains { place in
        let own = sounds[place]
        if isAlike(word.sounds, own) || word.bare.map({ isAlike($0, own) }) ?? false { return true }
        return word.sounds.count < 3 && distance(word, Array(name[place].utf8), atMost: 1) != nil
      }
    }
  }

  /// With fewer sounds too many names are one.
  private func isAlike(_ one: [UInt8], _ other: [UInt8]) -> Bool { one.count >= 3 && one == other }

  /// How many letters of a name differ from what was typed.
  ///
  /// - Parameter name: the words of the name.
  /// - Returns: nothing where a word is like none of them.
  func distance(to name: [String]) -> Int? {
    var sum = 0
    for word in words {
      var best: Int?
      for own in name {
        let most = best.map { $0 - 1 } ?? word.reach
        if most < 0 { break }
        if let found = distance(word, Array(own.utf8.prefix(40)), atMost: most) { best = found }
      }
      guard let best else { return nil }
      sum += best
    }
    return sum
  }

  private func distance(_ word: Word, _ own: [UInt8], atMost limit: Int) -> Int? {
    let typed = word.letters
    guard abs(typed.count - own.count) <= limit else { return nil }
    // Each change touches at most two letters of the alphabet: most words end here.
    guard (word.mask ^ HalfHeardName.mask(own)).nonzeroBitCount <= 2 * limit else { return nil }
    var row = Array(0...own.count)
    for (i, x) in typed.enumerated() {
      var corner = row[0]
      row[0] = i + 1
      var least = row[0]
      for (j, y) in own.enumerated() {
        let next = min(row[j] + 1, row[j + 1] + 1, corner + (x == y ? 0 : 1))
        corner = row[j + 1]
        row[j + 1] = next
        least = min(least, next)
      }
      if least > limit { return nil }
    }
    return row[own.count] <= limit ? row[own.count] : nil
  }

  private static func mask(_ letters: [UInt8]) -> UInt32 {
    letters.reduce(0) { $0 | 1 << UInt32($1 & 31) }
  }
}
