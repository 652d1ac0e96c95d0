/// What a cell means, from which a theme makes attributes and colours.
///
/// Screens never name a colour. The name is what theme files use; the letter is what golden
/// tests show in a role map (see ``Frame/roles``).
package enum StyleRole: UInt8, CaseIterable, Sendable {
  /// Plain text.
  case text
  /// What may be overlooked: units, ids, explanations.
  case muted
  /// Titles of boxes and sections.
  case heading
  /// The bar at the top of the screen.
  case titleBar
  /// Lines of a box.
  case frameLine
  /// Lines of the box that has the focus.
  case frameLineFocused
  /// Names of columns.
  case tableHeader
  /// The selected row, where the focus is.
  case selected
  /// The selected row of a list without the focus.
  case selectedUnfocused
  /// A key that works here.
  case keyHint
  /// What the key does.
  case keyLabel
  /// Late; stands beside a sign or a word, as all of these.
  case overdue
  /// Next to fall due.
  case due
  /// Due today.
  case today
  /// Due later.
  case comingUp
  /// Done.
  case done
  /// Not required.
  case notRequired
  /// A stage that is behind.
  case stageDone
  /// The stage it is at.
  case stageNow
  /// A stage still to come.
  case stageAhead
  /// A field's name.
  case fieldLabel
  /// A field's value.
  case fieldValue
  /// The field that is typed into.
  case fieldFocused
  /// What a field would hold.
  case placeholder
  /// What went wrong.
  case error
  /// What may go wrong.
  case warning
  /// What was done.
  case success
  /// What is good to know.
  case information
  /// A short mark, such as a count.
  case badge
  /// What a search found.
  case searchHit
  /// What Enter follows.
  case link
  /// The inside of a dialog.
  case dialog
  /// A choice in a dialog.
  case button
  /// The choice that Enter takes.
  case buttonFocused
  /// What cannot be undone.
  case danger
  /// A record that not everybody may see.
  case restricted
  /// Bars and lines of charts.
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
