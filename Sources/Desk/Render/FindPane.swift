import Grid
import Workflow

/// Find: what was typed, and who may be meant.
struct FindPane {
  let find: FindScreen
  let layout: Layout

  func draw(on frame: inout Frame) {
    let rect = layout.body
    frame.box(
      rect, title: "Find · name, birthday, address, telephone, reference, police reference",
      role: .frameLineFocused)
    let inner = rect.inset(rows: 1, columns: 2)
    let rows = max(0, inner.height - 2)
    let top = firstRow(selected: find.selected, count: find.hits.count, rows: rows)
    let longest = find.hits.map { DisplayWidth.of(displaySafe($0.title)) }.max() ?? 0
    let width = min(longest + 3, inner.width * 3 / 5)
    for line in 0..<rows where top + line < find.hits.count {
      let hit = find.hits[top + line]
      let isSelected = top + line == find.selected
      let role: StyleRole = isSelected ? .selected : .text
      let row = inner.row + 2 + line
      frame.touchable(
        Rect(row: row, column: inner.column, height: 1, width: inner.width), .row(top + line))
      frame.fill(Rect(row: row, column: inner.column, height: 1, width: inner.width), role: role)
      frame.show(
        fitted(displaySafe(hit.title), to: width - 1), row: row, column: inner.column, role: role)
      frame.show(
        hit.detail, row: row, column: inner.column + width, role: isSelected ? role : .muted,
        maxWidth: inner.width - width)
      if isSelected { frame.focus(row: row, column: inner.column) }
    }
    if find.hits.isEmpty {
      for (line, part) in wrapped(find.advice, to: inner.width).prefix(rows).enumerated() {
        frame.show(part, row: inner.row + 2 + line, column: inner.column, role: .muted)
      }
    }
    frame.prompt(
      "/", find.text, row: inner.row, column: inner.column, width: inner.width,
      isFocused: !find.isOnRow)
  }
}
