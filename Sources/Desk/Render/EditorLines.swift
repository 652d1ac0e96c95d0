import Grid

/// Typed text as rows of a given width, and where the cursor falls.
struct EditorLines {
  private(set) var lines: [String] = [""]
  private(set) var cursorRow = 0
  private(set) var cursorColumn = 0

  init(_ field: TextField, width: Int) {
    var column = 0
    for (index, character) in field.characters.enumerated() {
      if index == field.cursor { (cursorRow, cursorColumn) = (lines.count - 1, column) }
      if character.isNewline {
        lines.append("")
        column = 0
        continue
      }
      let shown = displaySafe(String(character))
      let cells = DisplayWidth.of(shown)
      if column + cells > width {
        lines.append("")
        column = 0
        if index == field.cursor { (cursorRow, cursorColumn) = (lines.count - 1, 0) }
      }
      lines[lines.count - 1] += shown
      column += cells
    }
    if field.cursor == field.characters.count {
      (cursorRow, cursorColumn) = (lines.count - 1, column)
    }
  }
}
