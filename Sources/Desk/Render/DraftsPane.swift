import Grid
import Workflow

/// What a person has begun and not recorded.
struct DraftsPane {
  let screen: DraftsScreen
  let layout: Layout

  func draw(on frame: inout Frame) {
    let rect = layout.body
    frame.box(rect, title: "Drafts · newest first", role: .frameLineFocused)
    let inner = rect.inset(rows: 1, columns: 2)
    frame.focus(row: inner.row, column: inner.column)
    guard let marks = screen.marks else { return }
    if marks.isEmpty {
      let text =
        "Nothing is begun and left. Esc out of a form keeps what you typed, and it waits here."
      for (index, line) in wrapped(text, to: inner.width).enumerated() where index < inner.height {
        frame.show(line, row: inner.row + index, column: inner.column, role: .muted)
      }
      return
    }
    let top = firstRow(selected: screen.selected, count: marks.count, rows: inner.height)
    for line in 0..<inner.height where top + line < marks.count {
      let mark = marks[top + line]
      let row = inner.row + line
      frame.touchable(
        Rect(row: row, column: inner.column, height: 1, width: inner.width), .row(top + line))
      let isSelected = top + line == screen.selected
      let role: StyleRole = isSelected ? .selected : .text
      frame.fill(Rect(row: row, column: inner.column, height: 1, width: inner.width), role: role)
      frame.show(
        fitted(mark.saved.spokenShort, to: 17), row: row, column: inner.column,
        role: isSelected ? role : .muted)
      frame.show(
        mark.title.isEmpty ? mark.key : mark.title, row: row, column: inner.column + 17, role: role,
        maxWidth: max(1, inner.width - 17))
      if isSelected { frame.focus(row: row, column: inner.column) }
    }
  }
}
