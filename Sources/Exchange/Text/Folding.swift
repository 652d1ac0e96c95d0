/// Letters brought down to plain ones, so that names compare without case, accents or punctuation.
///
/// The table covers the Latin letters of European languages, Turkish and Vietnamese; letters of
/// other scripts stay as they are. It stands here because the module does without Foundation.
package enum Folding {
  /// The words of a text in plain lower-case letters: `O’Dwyer-Łoś` gives `odwyer`, `los`.
  ///
  /// Apostrophes join, everything else that is no letter or digit separates.
  package static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if value < 0x80 {
        let byte = UInt8(truncatingIfNeeded: value)
        switch byte {
        case 0x61...0x7A, 0x30...0x39: word.append(byte)
        case 0x41...0x5A: word.append(byte + 32)
        case 0x27, 0x60: break
        default: finish(&word, into: &words)
        }
        continue
      }
      if isApostrophe(value) || (0x300...0x36F).contains(value) { continue }
      if let plain = plain(value) {
        word.append(contentsOf: plain.utf8)
      } else if scalar.properties.isAlphabetic {
        word.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      } else {
        finish(&word, into: &words)
      }
    }
    finish(&word, into: &words)
    return words
  }

  private static func finish(_ word: inout [UInt8], into words: inout [String]) {
    guard !word.isEmpty else { return }
    words.append(String(decoding: word, as: UTF8.self))
    word.removeAll(keepingCapacity: true)
  }

  /// The words of a text in plain letters, with one space between them.
  package static func fold(_ text: String) -> String { words(text).joined(separator: " ") }

  private static func isApostrophe(_ value: UInt32) -> Bool {
    value == 0xB4 || (0x2018...0x201B).contains(value)
      || value == 0x2BC
  }

  /// The plain letters for one scalar, or nothing where it separates words or is not in the table.
  private static func plain(_ value: UInt32) -> String? {
    switch value {
    case 0xD7, 0xF7: nil
    case 0xDF: "ss"
    case 0xFF: "y"
    case 0xC0...0xFE: latin1[Int(value & 0x1F)]
    case 0x100...0x24F, 0x259, 0x1E80...0x1EF9: extended(value)
    default: nil
    }
  }

  private static func extended(_ value: UInt32) -> String? {
    var low = 0
    var high = ranges.count - 1
    while low <= high {
      let middle = (low + high) / 2
      let (range, letter) = ranges[middle]
      if range.contains(value) { return letter }
      if value < range.lowerBound { high = middle - 1 } else { low = middle + 1 }
    }
    return nil
  }

  private static let latin1 = [
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "ss",
  ]

  // In order, for the binary search.
  private static let ranges: [(ClosedRange<UInt32>, String)] = [
    (0x100...0x105, "a"), (0x106...0x10D, "c"), (0x10E...0x111, "d"), (0x112...0x11B, "e"),
    (0x11C...0x123, "g"), (0x124...0x127, "h"), (0x128...0x131, "i"), (0x132...0x133, "ij"),
    (0x134...0x135, "j"), (0x136...0x138, "k"), (0x139...0x142, "l"), (0x143...0x14B, "n"),
    (0x14C...0x151, "o"), (0x152...0x153, "oe"), (0x154...0x159, "r"), (0x15A...0x161, "s"),
    (0x162...0x167, "t"), (0x168...0x173, "u"), (0x174...0x175, "w"), (0x176...0x178, "y"),
    (0x179...0x17E, "z"), (0x17F...0x17F, "s"), (0x18F...0x18F, "e"), (0x1A0...0x1A1, "o"),
    (0x1AF...0x1B0, "u"), (0x1CD...0x1CE, "a"), (0x1CF...0x1D0, "i"), (0x1D1...0x1D2, "o"),
    (0x1D3...0x1DC, "u"), (0x218...0x219, "s"), (0x21A...0x21B, "t"), (0x259...0x259, "e"),
    (0x1E80...0x1E89, "w"), (0x1E8A...0x1E8D, "x"), (0x1E8E...0x1E8F, "y"),
    (0x1E90...0x1E95, "z"), (0x1EA0...0x1EB7, "a"), (0x1EB8...0x1EC7, "e"),
    (0x1EC8...0x1ECB, "i"), (0x1ECC...0x1EE3, "o"), (0x1EE4...0x1EF1, "u"),
    (0x1EF2...0x1EF9, "y"),
  ]
}
