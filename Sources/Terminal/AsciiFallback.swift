import Grid

/// What stands for a character where the locale has no UTF-8, or ncurses no such character.
///
/// Lines and corners become `-`, `|`, `=` and `+`; `…` becomes `~`; filled marks `*`, hollow ones
/// `o`, arrows `<`, `>`, `^`, `v`; ticks `v` and crosses `x`; blocks `#`; dashes and quotes their
/// plain forms; Latin letters their base letter. Anything else is `?`, and `?` with a space where
/// it is two columns wide.
package enum AsciiFallback {
  /// The ASCII for one column of a cell.
  ///
  /// - Parameters:
  ///   - scalar: the cell's base scalar.
  ///   - place: 0 for its first column, 1 for the second of a wide one.
  /// - Returns: a printable ASCII scalar.
  package static func letter(for scalar: Unicode.Scalar, place: Int = 0) -> Unicode.Scalar {
    if place > 0 { return " " }
    let value = scalar.value
    switch value {
    case 0x20..<0x7F: return scalar
    case 0xA0, 0x2002...0x200A: return " "
    case 0xC0..<0x180: return latin[Int(value) - 0xC0]
    case 0x1CD..<0x220: return latinMore[Int(value) - 0x1CD]
    case 0x1E00..<0x1F00: return latinAdditional[Int(value) - 0x1E00]
    case 0x2010...0x2015, 0x2212: return "-"
    case 0x2018...0x201B: return "'"
    case 0x201C...0x201F: return "\""
    case 0x2400..<0x2426: return "?"
    case 0x2500...0x257F: return line(value)
    // Shades are told apart: a chart counts by them.
    case 0x2591: return ":"
    case 0x2592: return "+"
    case 0x2593: return "%"
    case 0x2580...0x259F: return "#"
    default: return signs[scalar] ?? "?"
    }
  }

  private static func line(_ value: UInt32) -> Unicode.Scalar {
    switch value {
    case 0x2501, 0x2505, 0x2509, 0x2550, 0x257A, 0x2578: "="
    case 0x2500, 0x2504, 0x2508, 0x254C, 0x2574, 0x2576, 0x257C, 0x257E: "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551, 0x2575, 0x2577,
      0x2579, 0x257B, 0x257D, 0x257F:
      "|"
    case 0x2571: "/"
    case 0x2572: "\\"
    case 0x2573: "x"
    default: "+"
    }
  }

  private static let signs: [Unicode.Scalar: Unicode.Scalar] = [
    "…": "~", "●": "*", "◆": "*", "■": "*", "★": "*", "•": "*", "▪": "*", "◉": "*", "○": "o",
    "◇": "o", "□": "o", "☆": "o", "◦": "o", "◌": "o", "·": ".", "✓": "v", "✔": "v", "✗": "x",
    "✘": "x", "×": "x", "→": ">", "▸": ">", "▶": ">", "►": ">", "›": ">", "»": ">", "⟩": ">",
    "←": "<", "◂": "<", "◀": "<", "◄": "<", "‹": "<", "«": "<", "⟨": "<", "↑": "^", "▴": "^",
    "▲": "^", "↓": "v", "▾": "v", "▼": "v", "⚠": "!", "≤": "<", "≥": ">", "≈": "~", "−": "-",
    "£": "L", "€": "E", "°": "o", "÷": "/", "⏎": "<", "␣": "_", "¿": "?", "¡": "!", "§": "S",
  ]

  private static let latin: [Unicode.Scalar] = Array(
    ("AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
      + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL"
      + "lLlNnNnNn?NnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs").unicodeScalars)

  private static let latinMore: [Unicode.Scalar] = Array(
    ("AaIiOoUuUuUuUuUu?AaAa????GgKkOoOo??jDDdGg??NnAa????AaAaEeEeIiIiO"
      + "oOoRrRrUuUuSsTt??Hh").unicodeScalars)

  private static let latinAdditional: [Unicode.Scalar] = Array(
    ("AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm"
      + "MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv"
      + "WwWwWwWwWwXxXxYyZzZzZzhtwyas????AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe"
      + "EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy??????").unicodeScalars)
}
