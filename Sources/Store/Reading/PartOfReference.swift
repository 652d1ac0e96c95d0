import Workflow

/// Part of a police reference, as it is read out or stands cut on a tray: its last figures (`41882`), or
/// letters and figures from anywhere in it (`mis60002`, `MIS 60002`).
package struct PartOfReference: Sendable {
  private let text: String
  private let isInside: Bool

  /// Reads what was typed; nothing where it is too little to go by or no part of a reference.
  init?(_ typed: String) {
    let signs = typed.uppercased().unicodeScalars.filter { $0 != " " && $0 != "…" && $0 != "." }
    let figures = signs.count { "0"..."9" ~= $0 }
    let others = signs.count { "A"..."Z" ~= $0 || $0 == "/" || $0 == "-" }
    guard signs.count >= 4, figures >= 2, figures + others == signs.count else { return nil }
    text = String(String.UnicodeScalarView(signs))
    isInside = others > 0
  }

  /// Part of a reference as a word of a filter has it: three figures are enough where a tray is narrowed to a few
  /// rows, and blanks part the words.
  ///
  /// - Parameter word: the word.
  /// - Returns: the part in capitals; nothing where it is no part of a reference.
  static func shortened(_ word: String) -> String? {
    let signs = word.uppercased().unicodeScalars.filter { $0 != "…" && $0 != "." }
    let figures = signs.count { "0"..."9" ~= $0 }
    let others = signs.count { "A"..."Z" ~= $0 || $0 == "/" || $0 == "-" }
    guard figures >= 3, figures + others == signs.count else { return nil }
    return String(String.UnicodeScalarView(signs))
  }

  /// Whether it is a whole postcode: `NB3 9LD`.
  var isPostcode: Bool {
    let signs = Array(text.utf8)
    guard (5...7).contains(signs.count) else { return false }
    func isLetter(_ sign: UInt8) -> Bool { (0x41...0x5A).contains(sign) }
    func isFigure(_ sign: UInt8) -> Bool { (0x30...0x39).contains(sign) }
    let (head, tail) = (signs.dropLast(3), signs.suffix(3))
    return isFigure(tail[tail.startIndex]) && tail.dropFirst().allSatisfy(isLetter)
      && isLetter(head[0]) && head.contains(where: isFigure)
      && head.allSatisfy { isLetter($0) || isFigure($0) }
  }

  /// Whether it is long enough to be looked for in the whole text of a report: fewer figures stand in any.
  var isTelling: Bool { isInside || text.utf8.count >= 5 }

  /// Whether it stands in a text, whatever blanks part it there: figures alone as the end of a reference.
  func stands(in text: some StringProtocol) -> Bool {
    if isInside { return text.uppercased().filter { $0 != " " }.contains(self.text) }
    return text.uppercased().split { !($0.isLetter || $0.isNumber || "/-".contains($0)) }
      .contains { $0.hasSuffix(self.text) && $0.contains(where: \.isLetter) }
  }

  /// The pattern for `LIKE` over references without their spaces.
  var pattern: String { isInside ? "%\(text)%" : "%\(text)" }

  /// The same over a whole text.
  var textPattern: String { "%\(text)%" }

  /// Whether it is part of a reference.
  func isPart(of reference: String) -> Bool {
    let whole = reference.uppercased().filter { $0 != " " }
    return isInside ? whole.contains(text) : whole.hasSuffix(text)
  }
}
