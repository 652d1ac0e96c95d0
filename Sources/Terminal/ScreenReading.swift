internal import CNcurses
package import Grid

/// A cell as ncurses holds it.
package struct ShownCell: Equatable, Sendable {
  /// What stands there.
  package var text: String
  /// Its attributes and colours.
  package var look: Look
}

extension Screen {
  /// Reads a cell back from ncurses, for tests.
  ///
  /// - Parameters:
  ///   - row: the row.
  ///   - column: the column; both halves of a wide cell read the same.
  /// - Returns: the cell; nil outside the screen.
  package func cell(row: Int, column: Int) -> ShownCell? {
    withUnsafeTemporaryAllocation(of: wchar_t.self, capacity: Cell.scalarLimit + 1) { text in
      guard let base = text.baseAddress else { return nil }
      var attributes: attr_t = 0
      var pair: Int32 = 0
      guard hw_read_cell(Int32(row), Int32(column), base, &attributes, &pair) else { return nil }
      var scalars = String.UnicodeScalarView()
      for value in text {
        guard value != 0, let scalar = Unicode.Scalar(UInt32(value)) else { break }
        scalars.append(scalar)
      }
      var look = Look()
      if attributes & hw_bold() != 0 { look.attributes.insert(.bold) }
      if attributes & hw_dim() != 0 { look.attributes.insert(.dim) }
      if attributes & hw_underline() != 0 { look.attributes.insert(.underline) }
      if attributes & hw_reverse() != 0 { look.attributes.insert(.reverse) }
      if let key = pairs.first(where: { $0.value == pair })?.key {
        look.foreground = key.foreground
        look.background = key.background
      }
      return ShownCell(text: String(scalars), look: look)
    }
  }

  /// Makes a screen without a terminal another size, for tests; a terminal's size is its own.
  ///
  /// - Parameters:
  ///   - width: columns, at least 1.
  ///   - height: rows, at least 1.
  package func resize(width: Int, height: Int) {
    resizeterm(Int32(max(1, height)), Int32(max(1, width)))
    flushinp()
    shown = nil
  }

  /// All cells, row after row, read back from ncurses, for tests.
  package var looks: [ShownCell?] {
    (0..<height).flatMap { row in (0..<width).map { cell(row: row, column: $0) } }
  }

  /// Forgets what is shown, so that the next frame is drawn from nothing; for tests.
  package func forget() { shown = nil }

  /// All rows as text, read back from ncurses, without the spaces at their ends; for tests.
  package var text: [String] {
    (0..<height).map { row in
      var line = ""
      var column = 0
      while column < width, let cell = cell(row: row, column: column) {
        line += cell.text
        column += max(1, DisplayWidth.of(cell.text))
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
