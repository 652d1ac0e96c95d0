/// Makes text safe to show: nothing in it can move a cursor, hide, or turn writing around.
///
/// Controls, escape sequences, direction overrides and invisible characters become visible
/// marks: pictures such as `␛` for C0, `⟨U+202E⟩` for the rest. A tab becomes a space. Joiners
/// stay inside the scripts and emoji that are written with them.
///
/// - Parameters:
///   - text: any text, hostile text included.
///   - keepNewlines: whether LF stays (and CR LF becomes LF) rather than a mark.
/// - Returns: the text itself when it is plain ASCII.
package func displaySafe(_ text: String, keepNewlines: Bool = false) -> String {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || keepNewlines && $0 == 0x0A }) {
    return text
  }
  var safe = String.UnicodeScalarView()
  let scalars = text.unicodeScalars
  var before: Unicode.Scalar = " "
  var index = scalars.startIndex
  while index < scalars.endIndex {
    let scalar = scalars[index]
    index = scalars.index(after: index)
    let nextIsLineFeed = index < scalars.endIndex && scalars[index] == "\n"
    if keepNewlines && scalar == "\r" && nextIsLineFeed { continue }
    switch scalar.value {
    case 0x09: safe.append(" ")
    case 0x0A where keepNewlines: safe.append(scalar)
    case 0x00..<0x20: safe.append(Unicode.Scalar(0x2400 + scalar.value) ?? "·")
    case 0x20..<0x7F: safe.append(scalar)
    case 0x7F: safe.append("␡")
    // ZWNJ and ZWJ shape Arabic and Indic writing and emoji, and hide nothing there.
    case 0x200C...0x200D where before.value >= 0x590: safe.append(scalar)
    case _ where isUnseen(scalar): safe.append(contentsOf: mark(scalar))
    default: safe.append(scalar)
    }
    before = scalar
  }
  return String(safe)
}

/// Whether a scalar steers or hides rather than being seen.
private func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x80..<0xA0, 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F,
    0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x2800, 0x3164, 0xFEFF, 0xFFA0,
    0xFFF0...0xFFFB, 0x1_D173...0x1_D17A, 0xE_0000...0xE_00FF:
    return true
  default:
    return scalar.properties.generalCategory == .unassigned && scalar.value & 0xFFFE == 0xFFFE
  }
}

private func mark(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return
    ("⟨U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "⟩").unicodeScalars
}
