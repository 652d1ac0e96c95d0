/// Makes names comparable: small letters, without marks and without what is neither letter nor digit.
///
/// For sorting lists, for the words of a filter and for names that sound alike. Search folds by itself, through
/// SQLite; the read tables hold what this gives, so that another letter in it needs another `Schema.version`.
func folded(_ name: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in name.lowercased().unicodeScalars {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: result.append(scalar)
    case 0x20, 0x2D:
      if result.last != " " && !result.isEmpty { result.append(" ") }
    case 0x00...0x7F, 0x300...0x36F, 0x2018...0x201F: break
    case 0xE0...0x17F:
      result.append(contentsOf: plainLatin[Int(scalar.value - 0xE0)].unicodeScalars)
    default:
      if let plain = plainFurther.first(where: { $0.range.contains(scalar.value) }) {
        result.append(plain.letter)
      } else {
        result.append(scalar)
      }
    }
  }
  return String(result)
}

/// The small letters beyond those without their marks: of Vietnamese, Romanian and Welsh.
private let plainFurther: [(range: ClosedRange<UInt32>, letter: Unicode.Scalar)] = [
  (0x1A1...0x1A1, "o"), (0x1B0...0x1B0, "u"), (0x219...0x219, "s"), (0x21B...0x21B, "t"),
  (0x1E81...0x1E85, "w"), (0x1EA0...0x1EB7, "a"), (0x1EB8...0x1EC7, "e"), (0x1EC8...0x1ECB, "i"),
  (0x1ECC...0x1EE3, "o"), (0x1EE4...0x1EF1, "u"), (0x1EF2...0x1EF9, "y"),
]

/// U+00E0 to U+017F without their marks.
private let plainLatin: [String] = {
  let latin1 = "a a a a a a ae c e e e e i i i i d n o o o o o _ o u u u u y th y"
  let extended = """
    a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h i i i i i i i i \
    i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n o o o o o o oe oe r r r r r r s s s s \
    s s s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s
    """
  return (latin1 + " " + extended).split(separator: " ").map(String.init)
}()
