/// What a click means at a place of the screen.
package enum Touch: Equatable, Sendable {
  /// The command of that id.
  case command(String)
  /// The row at that place of the list in front.
  case row(Int)
  /// The row at that place of a second list beside it.
  case line(Int)
}

/// A part of a frame that can be clicked.
package struct TouchTarget: Equatable, Sendable {
  /// Where.
  package let rect: Rect
  /// What it means.
  package let touch: Touch
}

extension Frame {
  /// Notes that a rectangle can be clicked, where somebody asks for that.
  ///
  /// - Parameters:
  ///   - rect: where.
  ///   - touch: what a click means there.
  package mutating func touchable(_ rect: Rect, _ touch: Touch) {
    targets?.append(TouchTarget(rect: rect, touch: touch))
  }

  /// What a click means at a place: what was drawn there last.
  ///
  /// - Parameters:
  ///   - row: the row.
  ///   - column: the column, in cells.
  /// - Returns: nothing where nothing can be clicked.
  package func touch(row: Int, column: Int) -> Touch? {
    targets?.last {
      (($0.rect.row..<$0.rect.row + $0.rect.height).contains(row))
        && ($0.rect.column..<$0.rect.column + $0.rect.width).contains(column)
    }?.touch
  }
}
