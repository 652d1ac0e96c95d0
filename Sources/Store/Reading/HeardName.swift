import Workflow

/// A name as somebody typed it, perhaps as it was heard on the telephone, to compare names with.
struct HeardName {
  /// How well a name fits, the best first.
  enum Fit: Int, Comparable {
    /// Each word typed begins a word of it, written without the apostrophe or hyphen that is in it.
    case beginning
    /// A word differs from it by a slip of the finger.
    case near
    /// A word sounds like it.
    case sounding

    static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }
  }

  private let words: [String]
  /// Of each word typed the names that are written otherwise and said like it.
  private let alike: [[String]]

  /// Reads what was typed; nothing where it holds no letter or digit.
  init?(_ typed: String) {
    words = HeardName.words(of: typed)
    if words.isEmpty { return nil }
    alike = words.map(HeardAlike.spellings)
  }

  /// Whether a name that only sounds so may be meant: every word is long enough to sound like anything.
  var isHeard: Bool { words.allSatisfy { $0.count >= 3 } }

  /// How well each word that was typed fits one of a name's; the worst of them counts.
  ///
  /// - Parameter name: the words of the name, as `words(of:)` gives them.
  /// - Returns: how well, or nothing where a word fits none.
  func fit(_ name: [String]) -> Fit? {
    var worst = Fit.beginning
    for (word, alike) in zip(words, alike) {
      guard let best = name.indices.lazy.compactMap({ fit(word, alike, name, at: $0) }).min() else {
        return nil
      }
      worst = max(worst, best)
    }
    return worst
  }

  private func fit(_ word: String, _ alike: [String], _ name: [String], at place: Int) -> Fit? {
    let own = name[place]
    if alike.contains(own) { return .near }
    // `Dwyer` for O'Dwyer: what is kept to compare has no apostrophe.
    if word.count >= 4, own.first == "o", own.dropFirst() == word { return .near }
    // Most names begin with another sound: of a large register they must not cost a comparison.
    guard HeardName.sound(word.utf8.first) == HeardName.sound(own.utf8.first) else { return nil }
    if own.first == word.first, own.hasPrefix(word) || name[place...].joined().hasPrefix(word) {
      return .beginning
    }
    // Another number means another thing, however near its figures are.
    if word.count < 3 || word.unicodeScalars.contains(where: { "0"..."9" ~= $0 }) { return nil }
    if Nearest.isNear(word, own) { return .near }
    return Nearest.soundsAlike(word, own) ? .sounding : nil
  }

  /// With what a word may begin that fits the first word typed: what begins otherwise need not be read.
  var beginnings: [String] {
    guard let word = words.first, let first = word.utf8.first else { return [] }
    let letters = (UInt8(ascii: "a")...UInt8(ascii: "z")).filter {
      HeardName.sound($0) == HeardName.sound(first)
    }
    let begins = (letters.isEmpty ? [first] : letters).map { String(Unicode.Scalar($0)) }
    let others = (alike.first ?? []) + (word.count >= 4 ? ["o" + word] : [])
    return begins + others.filter { other in !begins.contains { other.hasPrefix($0) } }
  }

  /// The first letters that may sound alike, as one of them.
  private static func sound(_ letter: UInt8?) -> UInt8? {
    switch letter {
    case UInt8(ascii: "p"): UInt8(ascii: "f")
    case UInt8(ascii: "c"), UInt8(ascii: "q"), UInt8(ascii: "s"), UInt8(ascii: "z"):
      UInt8(ascii: "k")
    case UInt8(ascii: "w"): UInt8(ascii: "v")
    case UInt8(ascii: "j"), UInt8(ascii: "y"): UInt8(ascii: "i")
    default: letter
    }
  }

  /// The words of a name or a reference, in small letters and without marks.
  static func words(of name: String) -> [String] {
    folded(name).split(separator: " ").map(String.init)
  }
}
