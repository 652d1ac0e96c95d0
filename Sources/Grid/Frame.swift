/// One picture of the whole screen: a grid of cells, and where the cursor stands.
///
/// A value; screens draw on it and the terminal shows it. Everything outside the grid is cut
/// off silently, so that drawing needs no checks and works on a grid of 1×1.
package struct Frame: Equatable, Sendable {
  /// A place in a frame, counted from 0 at the top left.
  package struct Position: Equatable, Sendable {
    /// The row.
    package var row: Int
    /// The column, in cells.
    package var column: Int

    /// Makes a position.
    ///
    /// - Parameters:
    ///   - row: the row.
    ///   - column: the column, in cells.
    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// Columns, at least 1.
  package let width: Int
  /// Rows, at least 1.
  package let height: Int
  /// The cells, row after row.
  package private(set) var cells: [Cell]
  /// Where the hardware cursor stands: the first character of the focused row or field, even
  /// when it is not visible, so that a screen reader follows.
  package var cursor: Position?
  /// Whether the cursor is drawn: yes in fields, no in lists.
  package var cursorVisible = false

  /// What can be clicked where; nothing while nobody asks for it, which is nearly always.
  package var targets: [TouchTarget]?

  /// Makes an empty frame.
  ///
  /// - Parameters:
  ///   - width: columns; less than 1 becomes 1.
  ///   - height: rows; less than 1 becomes 1.
  ///   - role: the role of the empty cells.
  package init(width: Int, height: Int, role: StyleRole = .text) {
    self.width = max(1, width)
    self.height = max(1, height)
    cells = Array(repeating: .blank(role), count: self.width * self.height)
  }

  /// The whole frame as a rectangle.
  package var bounds: Rect { Rect(row: 0, column: 0, height: height, width: width) }

  /// Reads one cell, nil outside the frame.
  ///
  /// - Parameters:
  ///   - row: the row.
  ///   - column: the column.
  package subscript(row: Int, column: Int) -> Cell? {
    guard (0..<height).contains(row), (0..<width).contains(column) else { return nil }
    return cells[row * width + column]
  }

  /// Fills a rectangle with spaces, or with another character of width 1.
  ///
  /// - Parameters:
  ///   - rect: where; cut to the frame.
  ///   - scalar: what to fill with.
  ///   - role: what it means.
  package mutating func fill(
    _ rect: Rect, with scalar: Unicode.Scalar = " ", role: StyleRole = .text
  ) {
    let left = max(0, rect.column)
    let right = min(width, rect.column + rect.width)
    guard left < right else { return }
    let cell = Cell(scalar, role: role)
    for row in max(0, rect.row)..<max(0, rect.row, min(height, rect.row + rect.height)) {
      mend(row: row, from: left, to: right)
      let start = row * width
      cells.withUnsafeMutableBufferPointer { cells in
        cells[start + left..<start + right].update(repeating: cell)
      }
    }
  }

  /// Gives cells another meaning and leaves what stands in them.
  ///
  /// - Parameters:
  ///   - rect: where; cut to the frame.
  ///   - role: what they mean from now on.
  package mutating func paint(_ rect: Rect, role: StyleRole) {
    let left = max(0, rect.column)
    let right = min(width, rect.column + rect.width)
    guard left < right else { return }
    for row in max(0, rect.row)..<max(0, rect.row, min(height, rect.row + rect.height)) {
      for index in row * width + left..<row * width + right { cells[index].role = role }
    }
  }

  /// Copies another frame onto this one; its cursor is not taken.
  ///
  /// - Parameters:
  ///   - other: what to copy.
  ///   - row: where its first row goes.
  ///   - column: where its first column goes.
  package mutating func copy(_ other: Frame, row: Int, column: Int) {
    let left = max(0, column)
    let right = min(width, column + other.width)
    guard left < right else { return }
    for target in max(0, row)..<max(0, row, min(height, row + other.height)) {
      mend(row: target, from: left, to: right)
      for at in left..<right {
        var cell = other.cells[(target - row) * other.width + at - column]
        // A wide cell cut in half at either edge leaves a space.
        if cell.width == 2 && at + 1 == right || cell.isContinuation && at == left {
          cell = .blank(cell.role)
        }
        cells[target * width + at] = cell
      }
    }
  }

  /// The run of a row from the first to the last cell that differs from another frame.
  ///
  /// The run never begins or ends inside a wide cell of either frame.
  ///
  /// - Parameters:
  ///   - row: a row of both frames.
  ///   - before: a frame of the same size.
  /// - Returns: columns; nil when the rows are the same.
  package func changedColumns(in row: Int, since before: Frame) -> Range<Int>? {
    let start = row * width
    return cells.withUnsafeBufferPointer { new in
      before.cells.withUnsafeBufferPointer { old in
        var first = 0
        while first < width && new[start + first] == old[start + first] { first += 1 }
        guard first < width else { return nil }
        var end = width
        while new[start + end - 1] == old[start + end - 1] { end -= 1 }
        while first > 0
          && (new[start + first].isContinuation || old[start + first].isContinuation)
        { first -= 1 }
        while end < width && (new[start + end].isContinuation || old[start + end].isContinuation) {
          end += 1
        }
        return first..<end
      }
    }
  }

  /// Sets cells of width 1 from ASCII bytes that lie inside the frame.
  mutating func set(ascii bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ role: StyleRole) {
    cells.withUnsafeMutableBufferPointer { cells in
      for (offset, byte) in bytes.enumerated() {
        cells[index + offset] = Cell(Unicode.Scalar(byte), role: role)
      }
    }
  }

  /// Sets one cell that lies inside the frame.
  mutating func set(_ cell: Cell, at index: Int) { cells[index] = cell }

  /// Blanks the halves of wide cells that a write to these columns would leave behind.
  mutating func mend(row: Int, from left: Int, to right: Int) {
    let start = row * width
    if left > 0 && cells[start + left].isContinuation {
      cells[start + left - 1] = .blank(cells[start + left - 1].role)
    }
    if right < width && cells[start + right].isContinuation {
      cells[start + right] = .blank(cells[start + right].role)
    }
  }
}
