/// A name brought to a form that compares fast.
struct FoldedName: Sendable {
  /// Its words in plain letters.
  let words: [FoldedWord]
  /// All words as one, since particles are written apart or joined: Al-Khatib, Alkhatib.
  let joined: FoldedWord

  init(_ name: String) {
    words = Folding.words(name).map { FoldedWord(Array($0.utf8)) }
    joined = words.count == 1 ? words[0] : FoldedWord(words.flatMap(\.letters))
  }

  var isEmpty: Bool { joined.letters.isEmpty }
}

/// One word of a name, with what spellings of it have in common.
struct FoldedWord: Sendable, Equatable {
  let letters: [UInt8]
  /// Consonants without doubling: Mohammed, Muhammad; Yusuf, Youssef; Layla, Leila.
  let skeleton: [UInt8]
  /// A bit for each letter that occurs.
  let mask: UInt32

  init(_ letters: [UInt8]) {
    self.letters = letters
    var skeleton: [UInt8] = []
    var mask: UInt32 = 0
    for letter in letters {
      mask |= 1 << UInt32(letter & 31)
      if !FoldedWord.vowels.contains(letter), skeleton.last != letter { skeleton.append(letter) }
    }
    self.skeleton = skeleton.count > 1 ? skeleton : letters
    self.mask = mask
  }

  var count: Int { letters.count }

  static func == (left: FoldedWord, right: FoldedWord) -> Bool {
    left.mask == right.mask && left.letters == right.letters
  }

  private static let vowels: [UInt8] = Array("aeiouy".utf8)
}

/// How far two names agree.
enum Likeness: Int, Comparable, Sendable {
  case none
  /// One spelling away, or a short form.
  case similar
  /// A part of a longer name.
  case part
  case same

  static func < (left: Likeness, right: Likeness) -> Bool { left.rawValue < right.rawValue }

  /// Compares two family names or two sets of given names.
  static func of(_ left: FoldedName, _ right: FoldedName) -> Likeness {
    if left.isEmpty || right.isEmpty { return .none }
    if left.joined == right.joined { return .same }
    if hasPart(left, right) || hasPart(right, left) { return .part }
    if isSpelling(left.joined, right.joined) { return .similar }
    guard let first = left.words.first, let other = right.words.first else { return .none }
    if left.words.count > 1 || right.words.count > 1 {
      for one in left.words where one.count > 3 {
        if right.words.contains(where: { $0.count > 3 && isSpelling(one, $0) }) { return .similar }
      }
    }
    // Tolu for Tolulope.
    let (short, long) = first.count < other.count ? (first, other) : (other, first)
    return short.count >= 4 && long.letters.starts(with: short.letters) ? .similar : .none
  }

  /// Whether a word of one name, or its words joined, stands in the other: half a double surname.
  private static func hasPart(_ short: FoldedName, _ long: FoldedName) -> Bool {
    guard long.words.count > 1 || short.words.count > 1 else { return false }
    if short.words.count == 1 || short.words.count < long.words.count {
      let strong = short.words.filter { $0.count > 2 }
      if !strong.isEmpty, strong.allSatisfy({ long.words.contains($0) }) { return true }
    }
    // Pryce-Morgan against Morgan-Pryce or Morgan-Hughes: one strong word in common.
    return short.words.contains { $0.count > 3 && long.words.contains($0) }
  }

  /// Whether two words can be spellings of one name.
  static func isSpelling(_ left: FoldedWord, _ right: FoldedWord) -> Bool {
    if left == right { return true }
    let shorter = min(left.count, right.count)
    guard shorter >= 3 else { return false }
    let allowed = shorter >= 6 ? 2 : 1
    guard abs(left.count - right.count) <= allowed + 1 else { return false }
    if left.letters.first == right.letters.first, left.skeleton == right.skeleton { return true }
    // Each change touches at most two letters of the alphabet: most words end here.
    guard (left.mask ^ right.mask).nonzeroBitCount <= 2 * allowed else { return false }
    return distance(left.letters, right.letters, atMost: allowed) <= allowed
  }

  /// Single-letter changes and swaps between two words, given up beyond a limit.
  static func distance(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int {
    if abs(left.count - right.count) > limit { return limit + 1 }
    if left.count > 40 || right.count > 40 { return limit + 1 }
    var before = [Int](repeating: 0, count: right.count + 1)
    var above = Array(0...right.count)
    var row = above
    for i in left.indices {
      row[0] = i + 1
      var best = row[0]
      for j in right.indices {
        var cost = min(above[j + 1] + 1, row[j] + 1, above[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, before[j - 1] + 1)
        }
        row[j + 1] = cost
        best = min(best, cost)
      }
      if best > limit { return limit + 1 }
      (before, above) = (above, row)
    }
    return above[right.count]
  }
}
