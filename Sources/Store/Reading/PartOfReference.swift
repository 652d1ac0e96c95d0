import Workflow

/// Part of a police reference, as it is read out or stands cut on a tray: its last figures (`41882`), or
/// letters and figures from anywhere in it (`mis60002`, `MIS 60002`).
struct PartOfReference {
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

  /// The pattern for `LIKE` over references without their spaces.
  var pattern: String { isInside ? "%\(text)%" : "%\(text)" }

  /// Whether it is part of a reference.
  func isPart(of reference: String) -> Bool {
    let whole = reference.uppercased().filter { $0 != " " }
    return isInside ? whole.contains(text) : whole.hasSuffix(text)
  }
}
