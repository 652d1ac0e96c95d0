/// Where text stands in a column wider than itself.
package enum Alignment: Sendable {
  /// At the beginning.
  case left
  /// At the end, as numbers do.
  case right
  /// In the middle, one column to the left when it does not come out even.
  case centre
}

/// Cuts text to a number of columns; a cut is marked with `…`.
///
/// - Parameters:
///   - text: any text.
///   - width: columns; less than 1 gives an empty text.
/// - Returns: a text at most that wide.
package func clipped(_ text: String, to width: Int) -> String {
  if text.utf8.count <= width { return text }
  guard width > 0 else { return "" }
  var columns = 0
  // The text up to here leaves room for the mark.
  var end = text.startIndex
  var cut = false
  DisplayWidth.forEachPiece(of: text) { piece, next in
    columns += piece.width
    if columns < width { end = next }
    cut = columns > width
    return !cut
  }
  return cut ? String(text[..<end]) + "…" : text
}

/// Cuts or fills up text to exactly a number of columns.
///
/// - Parameters:
///   - text: any text.
///   - width: columns.
///   - alignment: where the text stands.
/// - Returns: a text exactly that wide.
package func fitted(_ text: String, to width: Int, _ alignment: Alignment = .left) -> String {
  guard width > 0 else { return "" }
  let text = clipped(text, to: width)
  let space = width - DisplayWidth.of(text)
  let before: Int
  switch alignment {
  case .left: before = 0
  case .right: before = space
  case .centre: before = space / 2
  }
  return String(repeating: " ", count: before) + text
    + String(repeating: " ", count: space - before)
}

/// Breaks text into rows of at most a number of columns, at spaces where there are any.
///
/// Newlines in the text begin a new row; an empty text is one empty row.
///
/// - Parameters:
///   - text: any text.
///   - width: columns, at least 1.
/// - Returns: at least one row.
package func wrapped(_ text: String, to width: Int) -> [String] {
  text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
    wrappedParagraph(String(paragraph), to: max(1, width))
  }
}

private func wrappedParagraph(_ text: String, to width: Int) -> [String] {
  var rows: [String] = []
  var start = text.startIndex
  var end = start
  var columns = 0
  // The last place in this row where it may break, and the columns up to there.
  var breakAt: String.Index?
  var breakColumns = 0
  // A row of spaces alone is no place to break.
  var hasWord = false
  DisplayWidth.forEachPiece(of: text) { piece, next in
    while columns + piece.width > width && end > start {
      let stop = piece.first == " " ? end : breakAt ?? end
      rows.append(trimmed(text[start..<stop]))
      columns -= stop == end ? columns : breakColumns
      start = stop
      breakAt = nil
      hasWord = false
    }
    if piece.first != " " { hasWord = true }
    columns += piece.width
    end = next
    if piece.first == " " {
      if columns == 1 && !rows.isEmpty {
        // A new row does not begin with the space it was broken at.
        start = next
        columns = 0
      } else if hasWord {
        breakAt = next
        breakColumns = columns
      }
    }
    return true
  }
  rows.append(trimmed(text[start...]))
  return rows
}

private func trimmed(_ text: Substring) -> String {
  var text = text
  while text.last == " " { text.removeLast() }
  return String(text)
}
