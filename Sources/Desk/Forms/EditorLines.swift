import Grid

/// Typed text as rows of a given width, broken at words, and where the cursor falls: one arithmetic for
/// what is drawn and for where the keys go.
struct EditorLines {
  /// One row.
  struct Row {
    /// What is shown.
    var text = ""
    /// The place of its first character in the text.
    var start: Int
    /// The place after its last character.
    var end: Int
  }

  private(set) var rows: [Row] = []
  private(set) var cursorRow = 0
  private(set) var cursorColumn = 0
  private let field: TextField

  init(_ field: TextField, width: Int) {
    self.field = field
    let characters = field.characters
    let width = max(1, width)
    var start = 0
    while start <= characters.count {
      let stop = characters[start...].firstIndex(where: \.isNewline) ?? characters.count
      wrap(start..<stop, width: width)
      start = stop + 1
    }
    placeCursor()
  }

  /// Breaks one line at spaces where there are any; the space it breaks at stays on the row above.
  private mutating func wrap(_ range: Range<Int>, width: Int) {
    var start = range.lowerBound
    repeat {
      var column = 0
      var index = start
      var afterSpace: Int?
      while index < range.upperBound {
        let cells = EditorLines.cells(field.characters[index])
        let isSpace = field.characters[index] == " "
        // A space may hang over the edge: nobody sees it there.
        if column + cells > width, !isSpace || column > width { break }
        column += cells
        index += 1
        if isSpace { afterSpace = index }
      }
      if index < range.upperBound, let afterSpace, afterSpace > start { index = afterSpace }
      if index == start, index < range.upperBound { index += 1 }
      let shown = field.characters[start..<index].map { displaySafe(String($0)) }.joined()
      rows.append(Row(text: shown, start: start, end: index))
      start = index
    } while start < range.upperBound
  }

  private mutating func placeCursor() {
    // Where a row was broken the cursor belongs to the row below.
    cursorRow = rows.lastIndex { $0.start <= field.cursor } ?? 0
    cursorColumn = column(of: field.cursor, in: rows[cursorRow])
  }

  private func column(of index: Int, in row: Row) -> Int {
    let end = min(index, row.end)
    return row.start < end
      ? field.characters[row.start..<end].reduce(0) { $0 + EditorLines.cells($1) } : 0
  }

  /// The place in the text at a column of a row, or the nearest.
  func index(row: Int, column: Int) -> Int {
    let row = rows[min(max(0, row), rows.count - 1)]
    var at = 0
    var index = row.start
    while index < row.end {
      let cells = EditorLines.cells(field.characters[index])
      if at + cells > column { break }
      at += cells
      index += 1
    }
    // The end of a broken row is the start of the next; before it the cursor stays in this one.
    let isBroken = rows.contains { $0.start == row.end && row.end > row.start }
    return isBroken && index == row.end ? max(row.start, row.end - 1) : index
  }

  private static func cells(_ character: Character) -> Int {
    DisplayWidth.of(displaySafe(String(character)))
  }
}
