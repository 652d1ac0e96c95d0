/// Makes names comparable: small letters, without marks and without what is neither letter nor digit.
///
/// For sorting lists. Search folds by itself, through SQLite.
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
    default: result.append(scalar)
    }
  }
  return String(result)
}

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
