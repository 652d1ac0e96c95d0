/// A piece of text with one meaning, for rows that mix several.
package struct Span: Equatable, Sendable {
  /// What is written.
  package var text: String
  /// What it means.
  package var role: StyleRole

  /// Makes a span.
  ///
  /// - Parameters:
  ///   - text: what is written.
  ///   - role: what it means.
  package init(_ text: String, _ role: StyleRole = .text) {
    self.text = text
    self.role = role
  }
}

extension Frame {
  /// Writes text on one row, cut to the frame and to `maxWidth`; a cut is marked with `…`.
  ///
  /// Controls appear as pictures, so no text can move the cursor or leave its row.
  ///
  /// - Parameters:
  ///   - text: what to write.
  ///   - row: the row; outside the frame nothing is written.
  ///   - column: the first column; may be negative, then the front is cut off.
  ///   - role: what it means.
  ///   - maxWidth: columns it may take; nil for all up to the right edge.
  /// - Returns: the columns taken.
  @discardableResult
  package mutating func put(
    _ text: String, row: Int, column: Int, role: StyleRole = .text, maxWidth: Int? = nil
  ) -> Int {
    guard row >= 0, row < height, column < width else { return 0 }
    let limit = min(width, column + max(0, min(maxWidth ?? width, 2 * width)))
    guard limit > max(0, column) else { return 0 }
    let start = row * width
    if column >= 0, let taken = putPlain(text, start: start, column: column, limit: limit, role) {
      return taken
    }
    var at = column
    // Where `…` goes if the text turns out not to fit: after the last piece that leaves room.
    var ellipsis = column
    var cut = false
    DisplayWidth.forEachPiece(of: text) { piece, _ in
      guard at + piece.width <= limit else {
        cut = true
        return false
      }
      if at >= 0 {
        var cell = piece
        cell.role = role
        mend(row: row, from: at, to: at + cell.width)
        set(cell, at: start + at)
        if cell.width == 2 { set(.continuation(role), at: start + at + 1) }
      } else if at + piece.width > 0 {
        mend(row: row, from: 0, to: 1)
        set(.blank(role), at: start)
      }
      at += piece.width
      if at < limit { ellipsis = at }
      return true
    }
    if cut && ellipsis >= 0 {
      mend(row: row, from: ellipsis, to: ellipsis + 1)
      set(Cell("…", role: role), at: start + ellipsis)
      for rest in ellipsis + 1..<max(ellipsis + 1, min(at, limit)) {
        mend(row: row, from: rest, to: rest + 1)
        set(.blank(role), at: start + rest)
      }
      at = max(at, ellipsis + 1)
    }
    return at - column
  }

  /// Writes spans one after the other, cut together like one text.
  ///
  /// - Parameters:
  ///   - spans: what to write.
  ///   - row: the row.
  ///   - column: the first column.
  ///   - maxWidth: columns they may take together; nil for all up to the right edge.
  /// - Returns: the columns taken.
  @discardableResult
  package mutating func put(
    _ spans: [Span], row: Int, column: Int, maxWidth: Int? = nil
  ) -> Int {
    let limit = maxWidth.map { min($0, width - column) } ?? width - column
    var taken = 0
    for (index, span) in spans.enumerated() {
      let left = limit - taken
      if left <= 0 { break }
      let wanted = DisplayWidth.of(span.text)
      // The mark must stand inside this span if what follows cannot be shown at all.
      let moreFollows = spans[(index + 1)...].contains { !$0.text.isEmpty }
      if wanted == left && moreFollows {
        put(span.text + "…", row: row, column: column + taken, role: span.role, maxWidth: left)
        return limit
      }
      taken += put(
        span.text, row: row, column: column + taken, role: span.role, maxWidth: left)
      if wanted > left { break }
    }
    return taken
  }

  /// Writes plain ASCII that fits, which is most text; nil when the slow way is needed.
  private mutating func putPlain(
    _ text: String, start: Int, column: Int, limit: Int, _ role: StyleRole
  ) -> Int? {
    let count = text.utf8.count
    guard column + count <= limit, count > 0 else { return count == 0 ? 0 : nil }
    // Nearly every text is stored as UTF-8 in one piece; one that is not takes the slow way.
    return text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
      guard bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
      mend(row: start / width, from: column, to: column + count)
      set(ascii: bytes, at: start + column, role)
      return count
    } ?? nil
  }

  /// The rows as text, without the spaces at their ends, for golden tests.
  package var text: [String] {
    (0..<height).map { row in
      var line = String.UnicodeScalarView()
      var end = 0
      for cell in cells[row * width..<(row + 1) * width] where !cell.isContinuation {
        for index in 0..<Cell.scalarLimit {
          guard let scalar = cell.scalar(at: index) else { break }
          line.append(scalar)
        }
        if cell.first != " " || cell.scalar(at: 1) != nil { end = line.count }
      }
      return String(String.UnicodeScalarView(line.prefix(end)))
    }
  }

  /// The rows as role letters, one a column, for golden tests.
  package var roles: [String] {
    (0..<height).map { row in
      String(cells[row * width..<(row + 1) * width].map(\.role.letter))
    }
  }
}
