/// A telephone number as somebody reads it out, or its last figures: police ring with one that they found in
/// somebody else's handset.
package struct SpokenPhone: Sendable {
  private let figures: String

  /// Reads what was typed; nothing where it is no number, or has fewer than six figures.
  package init?(_ typed: String) {
    var figures = typed.filter { $0.isASCII && $0.isNumber }
    guard (6...15).contains(figures.count),
      typed.allSatisfy({ $0.isASCII && $0.isNumber || " +-()".contains($0) })
    else { return nil }
    // `+44 7700 …` is written `07700 …` as well.
    if typed.contains("+44") { figures = String(figures.dropFirst(2)) }
    while figures.hasPrefix("0") { figures.removeFirst() }
    guard figures.count >= 5 else { return nil }
    self.figures = figures
  }

  /// The end of it, for `LIKE` over a text without blanks and hyphens.
  ///
  /// A number is parted in many ways: `020 7946 0182`.
  var pattern: String { "%\(figures.suffix(6))%" }

  /// Whether it stands in a text, however its figures are parted there.
  ///
  /// - Parameter text: one line of it.
  /// - Returns: whether all its figures follow one another there.
  package func stands(in text: some StringProtocol) -> Bool {
    var run = ""
    for character in text {
      if character.isASCII, character.isNumber {
        run.append(character)
      } else if !" -()".contains(character) {
        if run.contains(figures) { return true }
        run = ""
      }
    }
    return run.contains(figures)
  }
}
