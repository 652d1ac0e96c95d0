/// Makes text from outside safe to draw, print and log: what would steer a terminal or deceive an eye
/// becomes visible.
///
/// Control characters (C0, DEL, C1) become their pictures or `·`; marks that turn the direction of
/// text or take no room become `·`. Stored text is never changed by it.
///
/// - Parameters:
///   - text: text as it came.
///   - keepingNewlines: whether line feeds stay, for text that is laid out in lines; tabs become spaces.
/// - Returns: the text as it may be shown.
package func displaySafe(_ text: String, keepingNewlines: Bool = false) -> String {
  // Nearly all text is plain, and then nothing is copied.
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
  var safe = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x0A where keepingNewlines: safe.append(scalar)
    case 0x09: safe.append(" ")
    case 0x00..<0x20: safe.append(Unicode.Scalar(0x2400 + scalar.value) ?? "·")
    case 0x7F: safe.append("␡")
    case 0x80..<0xA0, 0x00AD, 0x061C, 0x180E, 0x200B...0x200C, 0x200E...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      safe.append("·")
    default: safe.append(scalar)
    }
  }
  return String(safe)
}
