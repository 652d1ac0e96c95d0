/// What a cell means, from which a theme makes attributes and colours.
///
/// Screens never name a colour. The name is what theme files use; the letter is what golden
/// tests show in a role map (see ``Frame/roles``).
package enum StyleRole: UInt8, CaseIterable, Sendable {
  case text
  case muted
  case heading
  case titleBar
  case frameLine
  case frameLineFocused
  case tableHeader
  case selected
  case selectedUnfocused
  case keyHint
  case keyLabel
  case overdue
  case due
  case today
  case comingUp
  case done
  case notRequired
  case stageDone
  case stageNow
  case stageAhead
  case fieldLabel
  case fieldValue
  case fieldFocused
  case placeholder
  case error
  case warning
  case success
  case information
  case badge
  case searchHit
  case link
  case dialog
  case button
  case buttonFocused
  case danger
  case restricted
  case chart

  /// The role's name in theme files, such as `frame-line-focused`.
  package var name: String { Self.labels[Int(rawValue)].name }

  /// One letter for role maps; unique, and `.` for plain text.
  package var letter: Character { Self.labels[Int(rawValue)].letter }

  /// Finds a role by its name in theme files.
  ///
  /// - Parameter name: the kebab-case name.
  package init?(name: String) {
    guard let index = Self.labels.firstIndex(where: { $0.name == name }) else { return nil }
    self.init(rawValue: UInt8(index))
  }

  /// Name and letter by raw value; a test holds it to the order of the cases.
  private static let labels: [(name: String, letter: Character)] = [
    ("text", "."), ("muted", "m"), ("heading", "H"), ("title-bar", "T"), ("frame-line", "-"),
    ("frame-line-focused", "="), ("table-header", "h"), ("selected", "#"),
    ("selected-unfocused", "+"), ("key-hint", "k"), ("key-label", "l"), ("overdue", "!"),
    ("due", "d"), ("today", "t"), ("coming-up", "c"), ("done", "x"), ("not-required", "n"),
    ("stage-done", "1"), ("stage-now", "2"), ("stage-ahead", "3"), ("field-label", "L"),
    ("field-value", "v"), ("field-focused", "F"), ("placeholder", "p"), ("error", "E"),
    ("warning", "W"), ("success", "s"), ("information", "i"), ("badge", "b"),
    ("search-hit", "/"), ("link", "u"), ("dialog", "D"), ("button", "o"),
    ("button-focused", "O"), ("danger", "X"), ("restricted", "R"), ("chart", "B"),
  ]
}
