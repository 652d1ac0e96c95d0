/// How many colours a terminal shows; a theme has a look for each.
package enum Rung: Int, CaseIterable, Sendable {
  /// Attributes only: bold, dim, underline, reverse.
  case mono
  /// The eight ANSI colours and their bright forms.
  case ansi
  /// The 256-colour palette.
  case palette
}

/// Attributes and colours of one role on one rung.
package struct Look: Hashable, Sendable {
  /// What a terminal can do to text without colour.
  package struct Attributes: OptionSet, Hashable, Sendable {
    /// One bit an attribute.
    package let rawValue: UInt8

    /// Makes a set from its bits.
    ///
    /// - Parameter rawValue: one bit an attribute.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Heavier, and brighter on some terminals.
    package static let bold = Attributes(rawValue: 1)
    /// Paler.
    package static let dim = Attributes(rawValue: 2)
    /// Underlined.
    package static let underline = Attributes(rawValue: 4)
    /// Text and ground exchanged.
    package static let reverse = Attributes(rawValue: 8)
  }

  /// The attributes.
  package var attributes: Attributes
  /// The colour of the text: 0 to 255, or −1 for the terminal's own.
  package var foreground: Int16
  /// The colour behind the text: 0 to 255, or −1 for the terminal's own.
  package var background: Int16

  /// Makes a look; left out, all is the terminal's own.
  ///
  /// - Parameters:
  ///   - attributes: the attributes.
  ///   - foreground: 0 to 255, or −1.
  ///   - background: 0 to 255, or −1.
  package init(attributes: Attributes = [], foreground: Int16 = -1, background: Int16 = -1) {
    self.attributes = attributes
    self.foreground = foreground
    self.background = background
  }
}

/// A look for every role on every rung.
package struct Theme: Equatable, Sendable {
  /// What the theme is called, such as `high-contrast`.
  package let name: String
  /// By role, then by rung.
  private let looks: [Look]

  /// Makes a theme from looks in the order of roles, each with its rungs.
  init(name: String, looks: [Look]) {
    self.name = name
    self.looks = looks
  }

  /// The look of a role on a rung.
  ///
  /// - Parameters:
  ///   - role: what a cell means.
  ///   - rung: what the terminal can show.
  /// - Returns: attributes and colours; no colours on the mono rung.
  package func look(_ role: StyleRole, on rung: Rung) -> Look {
    looks[Int(role.rawValue) * Rung.allCases.count + rung.rawValue]
  }

  /// Reads one of the themes that come with the program.
  ///
  /// - Parameter name: one of ``shippedNames``.
  /// - Returns: the theme; nil for another name.
  package static func shipped(_ name: String) -> Theme? {
    guard let source = shippedThemes.first(where: { $0.name == name })?.source else { return nil }
    return try? Theme(parsing: source, file: name + ".theme")
  }

  /// The names of the themes that come with the program.
  package static var shippedNames: [String] { shippedThemes.map(\.name) }

  /// The theme in use unless another is asked for: the terminal's own colours.
  package static var standard: Theme {
    // A test reads every shipped theme, so the plain one is out of reach.
    shipped("terminal") ?? Theme(name: "plain", looks: plainLooks)
  }

  private static var plainLooks: [Look] {
    Array(repeating: Look(), count: StyleRole.allCases.count * Rung.allCases.count)
  }
}
