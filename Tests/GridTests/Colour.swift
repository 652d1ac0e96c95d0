import Foundation

/// Colours as an eye sees them, for what is checked of themes.
struct Colour: Equatable {
  /// Red, green and blue as light, 0 to 1.
  var red: Double
  var green: Double
  var blue: Double

  private init(_ red: Double, _ green: Double, _ blue: Double) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// A colour as a terminal is told it, each part 0 to 255.
  init(_ hex: Int) {
    func light(_ part: Int) -> Double {
      let share = Double(part & 0xFF) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    self.init(light(hex >> 16), light(hex >> 8), light(hex))
  }

  /// A colour of the 256: of the cube or the greys; the first sixteen are each terminal's own.
  init?(palette number: Int16) {
    let levels = [0, 95, 135, 175, 215, 255]
    let index = Int(number) - 16
    guard index >= 0 else { return nil }
    if index >= 216 {
      let grey = 8 + 10 * (index - 216)
      self.init(grey << 16 | grey << 8 | grey)
    } else {
      self.init(levels[index / 36] << 16 | levels[index / 6 % 6] << 8 | levels[index % 6])
    }
  }

  /// Relative luminance, as WCAG 2 defines it.
  var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  /// The contrast ratio of two colours, 1 to 21, as WCAG 2 defines it.
  func contrast(to other: Colour) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  /// How light the colour looks, 0 to 100, as CIE L* has it.
  var lightness: Double {
    let light = luminance
    return light > 0.008856 ? 116 * pow(light, 1 / 3) - 16 : 903.3 * light
  }

  /// A way of seeing colours that some people have from birth.
  enum Deficiency: CaseIterable {
    case deuteranopia, tritanopia

    /// The matrix of Machado, Oliveira and Fernandes (2009) at full severity, row by row.
    fileprivate var matrix: [Double] {
      switch self {
      case .deuteranopia:
        [
          0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
          0.968881,
        ]
      case .tritanopia:
        [
          1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
          0.303900,
        ]
      }
    }
  }

  /// The colour as somebody with a deficiency sees it.
  func seen(with deficiency: Deficiency) -> Colour {
    let m = deficiency.matrix
    func part(_ row: Int) -> Double {
      min(1, max(0, m[3 * row] * red + m[3 * row + 1] * green + m[3 * row + 2] * blue))
    }
    return Colour(part(0), part(1), part(2))
  }

  /// The sixteen colours as three terminals show them that councils have: xterm, the Linux console, and
  /// Windows Terminal.
  static let sixteen: [(terminal: String, colours: [Colour])] = [
    (
      "xterm",
      [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F,
        0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
      ]
    ),
    (
      "console",
      [
        0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA, 0x555555,
        0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
      ]
    ),
    (
      "windows",
      [
        0x0C0C0C, 0xC50F1F, 0x13A10E, 0xC19C00, 0x0037DA, 0x881798, 0x3A96DD, 0xCCCCCC, 0x767676,
        0xE74856, 0x16C60C, 0xF9F1A5, 0x3B78FF, 0xB4009E, 0x61D6D6, 0xF2F2F2,
      ]
    ),
  ].map { ($0.0, $0.1.map { Colour($0) }) }
}
