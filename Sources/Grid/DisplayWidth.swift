/// How many columns text takes: the one width function of the program.
///
/// Scalars are measured with our own table and gathered into pieces a terminal cell can hold: a
/// base with its combining marks. Emoji joined by ZWJ, skin tones and variation selectors fold
/// into their first emoji, because terminals disagree about the rest; letters never fold, so an
/// Indic conjunct takes as many columns as its letters. A control takes one column, as its
/// picture (`␛` for ESC).
package enum DisplayWidth {
  /// Measures text in columns.
  ///
  /// - Parameter text: any text, hostile text included.
  /// - Returns: columns.
  package static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    var columns = 0
    forEachPiece(of: text) { cell, _ in
      columns += cell.width
      return true
    }
    return columns
  }

  /// Measures one grapheme cluster in columns.
  ///
  /// - Parameter character: any character.
  /// - Returns: columns.
  package static func of(_ character: Character) -> Int { of(String(character)) }

  /// Measures one scalar on its own: 0 for marks, 1, or 2.
  ///
  /// - Parameter scalar: any scalar; controls count 1, as their picture.
  /// - Returns: columns.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    if value >= 0x1100 && isWide(value) {
      return isMark(scalar) ? 0 : 2
    }
    return isMark(scalar) ? 0 : 1
  }

  /// Walks text in pieces of one cell each, with the index after each piece.
  ///
  /// - Parameters:
  ///   - text: any text.
  ///   - body: takes a cell of role `text` and the index where the next piece begins; returns
  ///     false to stop.
  package static func forEachPiece(of text: String, _ body: (Cell, String.Index) -> Bool) {
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let base = scalars[index]
      index = scalars.index(after: index)
      var cell = cell(base)
      var emoji = isEmojiBase(base)
      while index < scalars.endIndex {
        let next = scalars[index]
        // Nothing below the combining marks ever joins what stands before it.
        if next.value < 0x300 { break }
        if next.value == 0x200D && emoji {
          let after = scalars.index(after: index)
          index = after
          if after < scalars.endIndex, isEmojiBase(scalars[after]) {
            index = scalars.index(after: after)
          }
          continue
        }
        if isVariationSelector(next) || (emoji && isSkinTone(next)) {
          index = scalars.index(after: index)
          emoji = emoji || next.value == 0xFE0F
          continue
        }
        guard of(next) == 0 else { break }
        cell.append(next)
        index = scalars.index(after: index)
      }
      if !body(cell, index) { return }
    }
  }

  /// The cell for a base scalar, with controls as pictures and lone marks on a dotted circle.
  static func cell(_ scalar: Unicode.Scalar) -> Cell {
    let value = scalar.value
    if value < 0x7F {
      if value >= 0x20 { return Cell(scalar, role: .text) }
      return Cell(Unicode.Scalar(0x2400 + value) ?? "·", role: .text)
    }
    if value == 0x7F { return Cell("␡", role: .text) }
    if value < 0xA0 { return Cell("·", role: .text) }
    if value == 0xAD { return Cell("-", role: .text) }
    // Line and paragraph separators would break a row in two.
    if value == 0x2028 || value == 0x2029 { return Cell("␤", role: .text) }
    let width = of(scalar)
    if width > 0 { return Cell(scalar, width: width, role: .text) }
    var cell = Cell("◌", role: .text)
    cell.append(scalar)
    return cell
  }

  private static func isVariationSelector(_ scalar: Unicode.Scalar) -> Bool {
    (0xFE00...0xFE0F).contains(scalar.value) || (0xE_0100...0xE_01EF).contains(scalar.value)
  }

  private static func isSkinTone(_ scalar: Unicode.Scalar) -> Bool {
    (0x1_F3FB...0x1_F3FF).contains(scalar.value)
  }

  /// Whether ZWJ and skin tones after this scalar make one picture of it.
  private static func isEmojiBase(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    return value >= 0x1_F000 && value < 0x1_FB00 || (0x2600...0x27BF).contains(value)
      || value == 0x2B50 || value == 0x2B1B || value == 0x2B1C
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Hangul vowels and finals join the consonant before them.
    case 0x1160...0x11FF, 0xD7B0...0xD7FB: return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return !isSpacingFormat(scalar.value)
    default: return false
    }
  }

  /// Arabic signs that are formats by category but drawn with a width.
  private static func isSpacingFormat(_ value: UInt32) -> Bool {
    (0x600...0x605).contains(value) || value == 0x6DD || value == 0x70F
      || value == 0x890 || value == 0x891 || value == 0x8E2 || value == 0x1_10BD
      || value == 0x1_10CD
  }

  private static func isWide(_ value: UInt32) -> Bool {
    var low = 0
    var high = wideRanges.count
    while low < high {
      let middle = (low + high) / 2
      let range = wideRanges[middle]
      if value < range.0 {
        high = middle
      } else if value > range.1 {
        low = middle + 1
      } else {
        return true
      }
    }
    return false
  }
}
