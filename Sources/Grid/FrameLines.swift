extension Frame {
  /// Draws a horizontal line.
  ///
  /// - Parameters:
  ///   - row: the row.
  ///   - column: the first column.
  ///   - length: columns.
  ///   - scalar: what it is made of; of width 1.
  ///   - role: what it means.
  package mutating func horizontalLine(
    row: Int, column: Int, length: Int, with scalar: Unicode.Scalar = "─",
    role: StyleRole = .frameLine
  ) {
    fill(Rect(row: row, column: column, height: 1, width: length), with: scalar, role: role)
  }

  /// Draws a vertical line.
  ///
  /// - Parameters:
  ///   - row: the first row.
  ///   - column: the column.
  ///   - length: rows.
  ///   - scalar: what it is made of; of width 1.
  ///   - role: what it means.
  package mutating func verticalLine(
    row: Int, column: Int, length: Int, with scalar: Unicode.Scalar = "│",
    role: StyleRole = .frameLine
  ) {
    fill(Rect(row: row, column: column, height: length, width: 1), with: scalar, role: role)
  }

  /// Draws a box of lines, with a title in its top edge; its inside stays as it is.
  ///
  /// The inside is `rect.inset()`. A box less than two rows or columns is not drawn.
  ///
  /// - Parameters:
  ///   - rect: the outside of the box.
  ///   - title: what stands in the top edge; empty for none, cut when too long.
  ///   - role: what the lines mean.
  ///   - titleRole: what the title means.
  package mutating func box(
    _ rect: Rect, title: String = "", role: StyleRole = .frameLine, titleRole: StyleRole = .heading
  ) {
    guard rect.height >= 2, rect.width >= 2 else { return }
    let bottom = rect.row + rect.height - 1
    let right = rect.column + rect.width - 1
    horizontalLine(row: rect.row, column: rect.column, length: rect.width, role: role)
    horizontalLine(row: bottom, column: rect.column, length: rect.width, role: role)
    verticalLine(row: rect.row, column: rect.column, length: rect.height, role: role)
    verticalLine(row: rect.row, column: right, length: rect.height, role: role)
    corner("┌", row: rect.row, column: rect.column, role)
    corner("┐", row: rect.row, column: right, role)
    corner("└", row: bottom, column: rect.column, role)
    corner("┘", row: bottom, column: right, role)
    // The title keeps a space on each side and a piece of line after it.
    guard !title.isEmpty, rect.width >= 7 else { return }
    put(
      [Span(" " + clipped(title, to: rect.width - 6), titleRole), Span(" ", role)],
      row: rect.row, column: rect.column + 1)
  }

  /// Draws a horizontal line that joins both sides of a box.
  ///
  /// - Parameters:
  ///   - rect: the outside of the box.
  ///   - row: the row of the frame; outside the box nothing is drawn.
  ///   - role: what the line means.
  package mutating func boxDivider(_ rect: Rect, row: Int, role: StyleRole = .frameLine) {
    guard row > rect.row, row < rect.row + rect.height - 1, rect.width >= 2 else { return }
    horizontalLine(row: row, column: rect.column, length: rect.width, role: role)
    corner("├", row: row, column: rect.column, role)
    corner("┤", row: row, column: rect.column + rect.width - 1, role)
  }

  private mutating func corner(
    _ scalar: Unicode.Scalar, row: Int, column: Int, _ role: StyleRole
  ) {
    horizontalLine(row: row, column: column, length: 1, with: scalar, role: role)
  }
}
