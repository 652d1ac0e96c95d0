/// Small cuts and joins of text, on scalars, so that hostile input costs no more than its length.
enum SourceText {
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\u{A0}" || scalar == "\n" || scalar == "\r"
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
      || (scalar.value >= 0x80 && scalar.properties.isAlphabetic)
  }

  static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// A text without blanks at its ends.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// A text without the given scalars at its ends.
  static func trimmed(_ text: String, of extra: Set<Unicode.Scalar>) -> String {
    let scalars = text.unicodeScalars
    let drops = { (scalar: Unicode.Scalar) in isSpace(scalar) || extra.contains(scalar) }
    guard let first = scalars.firstIndex(where: { !drops($0) }),
      let last = scalars.lastIndex(where: { !drops($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// A text with every run of blanks brought to one.
  static func squeezed(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var pending = false
    for scalar in text.unicodeScalars {
      if isSpace(scalar) {
        pending = !result.isEmpty
      } else {
        if pending { result.append(" ") }
        pending = false
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Where a plain lower-case ASCII word or phrase stands in a folded text, on word borders.
  static func contains(_ phrase: String, inFolded text: String) -> Bool {
    (" " + text + " ").contains(" " + phrase + " ")
  }

  /// The lines of a text, whatever ends them.
  static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      let next = bytes.index(after: index)
      if byte == 0x0A || byte == 0x0D {
        lines.append(String(text[start..<index]))
        let isPair = byte == 0x0D && next < bytes.endIndex && bytes[next] == 0x0A
        start = isPair ? bytes.index(after: next) : next
        index = start
      } else {
        index = next
      }
    }
    if start < bytes.endIndex { lines.append(String(text[start...])) }
    return lines
  }

  /// A line fit for reading: tabs widened, control characters gone.
  static func cleaned(_ line: String) -> String {
    if line.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return line }
    var result = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      switch scalar.value {
      case 9: result.append(contentsOf: "    ".unicodeScalars)
      case 0xA0, 0x2007, 0x202F: result.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069: break
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
