/// A rectangle of a frame, in cells.
package struct Rect: Equatable, Sendable {
  /// The first row, counted from 0 at the top.
  package var row: Int
  /// The first column, counted from 0 at the left.
  package var column: Int
  /// Rows; never negative.
  package var height: Int
  /// Columns; never negative.
  package var width: Int

  /// Makes a rectangle; negative sizes become 0.
  ///
  /// - Parameters:
  ///   - row: the first row.
  ///   - column: the first column.
  ///   - height: rows.
  ///   - width: columns.
  package init(row: Int, column: Int, height: Int, width: Int) {
    self.row = row
    self.column = column
    self.height = max(0, height)
    self.width = max(0, width)
  }

  /// The rectangle without a margin on each side, such as the inside of a box.
  ///
  /// - Parameters:
  ///   - rows: rows taken off at the top and at the bottom.
  ///   - columns: columns taken off at the left and at the right.
  /// - Returns: the smaller rectangle, perhaps empty.
  package func inset(rows: Int = 1, columns: Int = 1) -> Rect {
    Rect(
      row: row + rows, column: column + columns, height: height - 2 * rows,
      width: width - 2 * columns)
  }

  /// A rectangle of a given size in the middle of this one, cut to fit.
  ///
  /// - Parameters:
  ///   - height: rows wanted.
  ///   - width: columns wanted.
  /// - Returns: the rectangle in the middle.
  package func centred(height: Int, width: Int) -> Rect {
    let height = min(height, self.height)
    let width = min(width, self.width)
    return Rect(
      row: row + (self.height - height) / 2, column: column + (self.width - width) / 2,
      height: height, width: width)
  }

  /// True when nothing fits into it.
  package var isEmpty: Bool { height == 0 || width == 0 }
}
