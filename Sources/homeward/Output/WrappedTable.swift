import Grid

extension Table {
  /// As columns of which the wide ones wrap, so that the whole fits a width.
  ///
  /// - Parameter width: the columns of the screen or the paper.
  /// - Returns: the text with a line break at its end.
  func wrapped(to width: Int) -> String {
    let safe = ([headings] + rows).map { $0.map { displaySafe($0, keepNewlines: true) } }
    let widths = columnWidths(of: safe, within: width)
    var lines: [String] = []
    for (index, row) in safe.enumerated() {
      let cells = row.enumerated().map { Grid.wrapped($0.element, to: widths[$0.offset]) }
      let isTall = cells.contains { $0.count > 1 }
      for line in 0..<(cells.map(\.count).max() ?? 1) {
        let parts = cells.enumerated().map { column, rows in
          fitted(rows.indices.contains(line) ? rows[line] : "", to: widths[column])
        }
        var text = parts.joined(separator: "  ")
        while text.last == " " { text.removeLast() }
        lines.append(text)
      }
      // A row of several lines is set apart from the next.
      if isTall, index < safe.count - 1 { lines.append("") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Each column as wide as it likes to be, and those that are too wide share what is left.
  private func columnWidths(of rows: [[String]], within width: Int) -> [Int] {
    let wanted = headings.indices.map { column in
      rows.flatMap { $0[column].split(separator: "\n", omittingEmptySubsequences: false) }
        .map { DisplayWidth.of(String($0)) }.max() ?? 0
    }
    var room = max(width - 2 * (headings.count - 1), headings.count * 6)
    var widths = [Int](repeating: 0, count: headings.count)
    var left = Array(headings.indices)
    // Narrow columns take what they need; the share of the others grows by what these leave.
    while !left.isEmpty {
      let share = room / left.count
      let narrow = left.filter { wanted[$0] <= share }
      for column in narrow.isEmpty ? left : narrow {
        widths[column] = narrow.isEmpty ? share : wanted[column]
        room -= widths[column]
      }
      left = narrow.isEmpty ? [] : left.filter { !narrow.contains($0) }
    }
    return widths
  }
}
