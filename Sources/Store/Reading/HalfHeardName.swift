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

  /// How each word typed stands to one word of a name.
  struct Standing {
    /// Of each word typed whether it has the same rough sounds.
    fileprivate var isAlike: [Bool]
    /// Of each word typed how many letters differ; nothing where it is another word.
    fileprivate var steps: [Int?]
  }

  /// Compares each word typed with one word of a name: a register has the same words again and again, and each is
  /// worth comparing once.
  ///
  /// - Parameter own: the word, in small letters without marks.
  /// - Returns: how they stand to it.
  func standing(to own: Substring) -> Standing {
    let sounds = RoughSound.of(String(own))
    let letters = Array(own.utf8.prefix(40))
    var standing = Standing(isAlike: [], steps: [])
    for word in words {
      let steps = distance(word, letters, atMost: word.reach)
      let isShort = word.sounds.count < 3 && steps.map { $0 <= 1 } ?? false
      standing.steps.append(steps)
      standing.isAlike.append(
        isShort || isAlike(word.sounds, sounds)
          || word.bare.map { isAlike($0, sounds) } ?? false)
    }
    return standing
  }

  /// How well a name fits what was typed: each word typed must fit one of its words.
  ///
  /// - Parameter standings: how the words typed stand to each word of the name.
  /// - Returns: whether it roughly sounds so, and how many letters differ, where it is near at all.
  func fit(_ standings: [Standing]) -> (isAlike: Bool, steps: Int?) {
    var isAlike = true
    var sum: Int? = 0
    for place in words.indices {
      if !standings.contains(where: { $0.isAlike[place] }) { isAlike = false }
      let least = standings.lazy.compactMap { $0.steps[place] }.min()
      sum = sum.flatMap { sum in least.map { sum + $0 } }
      if !isAlike, sum == nil { return (false, nil) }
    }
    return (isAlike, sum)
  }

  /// With fewer sounds too many names are one.
  private func isAlike(_ one: [UInt8], _ other: [UInt8]) -> Bool { one.count >= 3 && one == other }

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
