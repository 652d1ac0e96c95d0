internal import CNcurses
package import Grid

/// What ncurses is told of a role.
struct Paint: Equatable {
  var attributes: attr_t
  var pair: Int32
  /// Whether nothing of it is seen on a blank: it has no ground, line or reversal.
  var leavesBlanks: Bool
}

/// Two colours, −1 for the terminal's own.
struct PairKey: Hashable {
  var foreground: Int16
  var background: Int16
}

extension Screen {
  /// Shows a frame: what changed since the one before, in one write, then the cursor.
  ///
  /// A frame of another size than the terminal's is cut, or leaves the rest empty.
  ///
  /// - Parameters:
  ///   - frame: what to show.
  ///   - theme: what its roles look like.
  package func show(_ frame: Frame, theme: Theme) {
    if theme != self.theme {
      self.theme = theme
      paints = StyleRole.allCases.map { paint(theme.look($0, on: rung)) }
      shown = nil
    }
    let rows = min(frame.height, height)
    if let before = shown, before.width == frame.width, before.height == frame.height {
      for row in 0..<rows {
        guard let changed = frame.changedColumns(in: row, since: before) else { continue }
        send(row, of: frame, columns: changed)
      }
    } else {
      werase(hw_stdscr())
      for row in 0..<rows { send(row, of: frame, columns: 0..<frame.width) }
    }
    if let cursor = frame.cursor {
      wmove(
        hw_stdscr(), Int32(min(max(0, cursor.row), height - 1)),
        Int32(min(max(0, cursor.column), width - 1)))
    }
    wnoutrefresh(hw_stdscr())
    let wasVisible = shown?.cursorVisible
    let visibility: Int32 = wasVisible == frame.cursorVisible ? -1 : frame.cursorVisible ? 1 : 0
    shown = frame
    bytesOfLatestFrame = hw_send(visibility)
  }

  /// Puts a run of cells onto ncurses' window.
  private func send(_ row: Int, of frame: Frame, columns: Range<Int>) {
    // A blank's paint hangs on the cells beside it.
    let near = columns.lowerBound - Self.widestGap..<columns.upperBound + Self.widestGap
    var columns = near.clamped(to: 0..<min(width, frame.width))
    // Never from the second half of a wide cell on.
    while columns.lowerBound > 0, frame.cells[row * frame.width + columns.lowerBound].isContinuation
    {
      columns = columns.lowerBound - 1..<columns.upperBound
    }
    guard !columns.isEmpty else { return }
    let end = columns.upperBound
    withUnsafeTemporaryAllocation(of: cchar_t.self, capacity: columns.count) { run in
      var count = 0
      for column in columns {
        let cell = frame.cells[row * frame.width + column]
        if cell.isContinuation { continue }
        let paint = paint(of: column, row, frame)
        let fits = column + cell.width <= end
        let isPlain = hasPlainLines && (0x2500...0x259F).contains(cell.first.value)
        if isUnicode && !isPlain && fits && Self.fill(&run[count], cell, paint) {
          count += 1
          continue
        }
        // What the C library cannot show, in as many columns of ASCII.
        for place in 0..<min(cell.width, end - column) {
          let letter = AsciiFallback.letter(for: cell.first, place: place)
          _ = Self.fill(&run[count], Cell(letter, role: cell.role), paint)
          count += 1
        }
      }
      // Unlike the others this function moves no cursor, so the last corner is like any cell.
      mvwadd_wchnstr(
        hw_stdscr(), Int32(row), Int32(columns.lowerBound), run.baseAddress, Int32(count))
    }
  }

  /// The widest gap between two words of one paint that takes their paint, in cells.
  private static let widestGap = 4

  /// What a cell is painted with.
  ///
  /// A blank between two words of one paint takes it, where it cannot be seen: to leave the paint and take it up
  /// again costs thirty bytes.
  private func paint(of column: Int, _ row: Int, _ frame: Frame) -> Paint {
    func own(_ column: Int) -> Paint {
      paints[Int(frame.cells[row * frame.width + column].role.rawValue)]
    }
    func isBlank(_ column: Int) -> Bool {
      let cell = frame.cells[row * frame.width + column]
      return cell.first == " " && own(column).leavesBlanks
    }
    guard isBlank(column) else { return own(column) }
    var (left, right) = (column - 1, column + 1)
    while left >= 0, column - left <= Self.widestGap, isBlank(left) { left -= 1 }
    while right < frame.width, right - column <= Self.widestGap, isBlank(right) { right += 1 }
    guard left >= 0, right < frame.width, right - left - 1 <= Self.widestGap, !isBlank(left),
      !isBlank(right), own(left) == own(right), own(left).leavesBlanks
    else { return own(column) }
    return own(left)
  }

  private nonisolated static func fill(
    _ target: inout cchar_t, _ cell: Cell, _ paint: Paint
  ) -> Bool {
    withUnsafeTemporaryAllocation(of: wchar_t.self, capacity: Cell.scalarLimit + 1) { text in
      var length = 0
      while length < Cell.scalarLimit, let scalar = cell.scalar(at: length) {
        text[length] = wchar_t(scalar.value)
        length += 1
      }
      text[length] = 0
      return hw_cell(
        &target, text.baseAddress, Int32(cell.width), paint.attributes, paint.pair)
    }
  }

  private func paint(_ look: Look) -> Paint {
    var attributes: attr_t = 0
    if look.attributes.contains(.bold) { attributes |= hw_bold() }
    if look.attributes.contains(.dim) { attributes |= hw_dim() }
    if look.attributes.contains(.underline) { attributes |= hw_underline() }
    if look.attributes.contains(.reverse) { attributes |= hw_reverse() }
    let leavesBlanks = look.attributes.isDisjoint(with: [.underline, .reverse])
    guard rung != .mono else {
      return Paint(attributes: attributes, pair: 0, leavesBlanks: leavesBlanks)
    }
    var key = PairKey(foreground: look.foreground, background: look.background)
    // Eight-colour terminals show bright text as bold.
    if hw_colors() < 16 {
      if key.foreground >= 8 {
        key.foreground -= 8
        attributes |= hw_bold()
      }
      if key.background >= 8 { key.background -= 8 }
    }
    return Paint(
      attributes: attributes, pair: pair(key), leavesBlanks: leavesBlanks && key.background == -1)
  }

  private func pair(_ key: PairKey) -> Int32 {
    if key.foreground == -1 && key.background == -1 { return 0 }
    if let number = pairs[key] { return number }
    let number = Int32(pairs.count + 1)
    guard
      number < 256,
      init_extended_pair(number, Int32(key.foreground), Int32(key.background)) == OK
    else { return 0 }
    pairs[key] = number
    return number
  }
}
