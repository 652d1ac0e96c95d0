import Grid
import Workflow

/// A form: prompts above, lines with what they mean, and what is wrong below each.
struct FormPane {
  let desk: Desk
  let form: FormScreen
  let layout: Layout

  func draw(on frame: inout Frame) {
    let rect = layout.body
    frame.box(rect, title: form.title, role: .frameLineFocused)
    let inner = rect.inset(rows: 1, columns: 2)
    var row = inner.row
    let prompts = form.prompts.flatMap { wrapped(displaySafe($0), to: inner.width) }
    for line in prompts.prefix(max(1, inner.height / 3)) {
      frame.show(
        line, row: row, column: inner.column, role: line.hasPrefix("!") ? .warning : .information)
      row += 1
    }
    if !prompts.isEmpty { row += 1 }
    drawEntries(from: row, inner: inner, on: &frame)
  }

  private var labelWidth: Int { min(28, max(14, layout.size.width / 4)) }

  /// Draws as many lines as fit, so that the focused one is among them.
  private func drawEntries(from start: Int, inner: Rect, on frame: inout Frame) {
    let end = inner.row + inner.height
    var first = 0
    while first < form.focus, height(of: first...form.focus) > end - start { first += 1 }
    var row = start
    for index in first..<form.entries.count {
      let height = height(of: index)
      guard row + height <= end || index == form.focus else { break }
      draw(
        form.entries[index], isFocused: index == form.focus, row: row, inner: inner, end: end,
        on: &frame)
      row += height
    }
    let hidden = form.entries.count - first
    if first > 0 || height(of: first...(first + hidden - 1)) > end - start {
      let text = " line \(form.focus + 1) of \(form.entries.count) "
      frame.show(
        text, row: inner.row + inner.height, column: inner.column + inner.width - text.count,
        role: .muted)
    }
  }

  private func height(of range: ClosedRange<Int>) -> Int { range.reduce(0) { $0 + height(of: $1) } }

  private func height(of index: Int) -> Int {
    let entry = form.entries[index]
    let lines = entry.isParagraph ? (index == form.focus ? 5 : 3) : 1
    let hasNote = entry.error != nil || (index == form.focus && hint(for: entry) != nil)
    return lines + (hasNote ? 1 : 0)
  }

  private func hint(for entry: FormEntry) -> String? {
    if let error = entry.error { return "✗ \(error)" }
    if let note = entry.note { return note }
    if !entry.codes.isEmpty {
      return "Space or letter chooses: " + entry.codes.joined(separator: ", ")
    }
    return nil
  }

  private func draw(
    _ entry: FormEntry, isFocused: Bool, row: Int, inner: Rect, end: Int, on frame: inout Frame
  ) {
    let mark = entry.field.isRequired ? "*" : " "
    frame.show(
      "\(mark)\(entry.field.label)", row: row, column: inner.column, role: .fieldLabel,
      maxWidth: labelWidth - 1)
    let column = inner.column + labelWidth
    let width = inner.width - labelWidth
    let lines = entry.isParagraph ? (isFocused ? 5 : 3) : 1
    let role: StyleRole = isFocused ? .fieldFocused : .fieldValue
    for line in 0..<lines where row + line < end {
      frame.fill(Rect(row: row + line, column: column, height: 1, width: width), role: role)
    }
    drawText(
      entry, isFocused: isFocused, role: role,
      in: Rect(row: row, column: column, height: min(lines, end - row), width: width), on: &frame)
    if !entry.isParagraph, let echo = entry.echo(now: desk.now) {
      let text = " \(echo) "
      let used = DisplayWidth.of(displaySafe(entry.text.text)) + 2
      if used + DisplayWidth.of(text) < width {
        frame.show(
          text, row: row, column: column + used, role: echo.hasPrefix("=") ? .success : .warning)
      }
    }
    if let hint = hint(for: entry), isFocused || entry.error != nil, row + lines < end {
      frame.show(
        hint, row: row + lines, column: column, role: entry.error == nil ? .muted : .error,
        maxWidth: width)
    }
  }

  private func drawText(
    _ entry: FormEntry, isFocused: Bool, role: StyleRole, in rect: Rect, on frame: inout Frame
  ) {
    let wrapped = EditorLines(entry.text, width: max(1, rect.width - 1))
    let top = max(0, min(wrapped.cursorRow - rect.height + 1, wrapped.cursorRow))
    for line in 0..<rect.height {
      guard top + line < wrapped.lines.count else { break }
      frame.show(
        wrapped.lines[top + line], row: rect.row + line, column: rect.column, role: role,
        maxWidth: rect.width)
    }
    if isFocused {
      frame.focus(
        row: rect.row + wrapped.cursorRow - top, column: rect.column + wrapped.cursorColumn,
        visibly: true)
    }
  }
}

/// Typed text as rows of a given width, and where the cursor falls.
struct EditorLines {
  private(set) var lines: [String] = [""]
  private(set) var cursorRow = 0
  private(set) var cursorColumn = 0

  init(_ field: TextField, width: Int) {
    var column = 0
    for (index, character) in field.characters.enumerated() {
      if index == field.cursor { (cursorRow, cursorColumn) = (lines.count - 1, column) }
      if character.isNewline {
        lines.append("")
        column = 0
        continue
      }
      let shown = displaySafe(String(character))
      let cells = DisplayWidth.of(shown)
      if column + cells > width {
        lines.append("")
        column = 0
        if index == field.cursor { (cursorRow, cursorColumn) = (lines.count - 1, 0) }
      }
      lines[lines.count - 1] += shown
      column += cells
    }
    if field.cursor == field.characters.count {
      (cursorRow, cursorColumn) = (lines.count - 1, column)
    }
  }
}
