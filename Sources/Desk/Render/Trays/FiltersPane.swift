import Grid
import Workflow

/// The filters that there are, the person's own after the common ones.
struct FiltersPane {
  let screen: FiltersScreen
  let saved: [SavedFilter]
  let layout: Layout

  func draw(on frame: inout Frame) {
    let rect = layout.body
    frame.box(rect, title: "Filters", role: .frameLineFocused)
    let inner = rect.inset(rows: 1, columns: 2)
    let list = screen.list(saved)
    let rows = max(0, inner.height - 1)
    let top = firstRow(selected: screen.selected, count: list.count, rows: rows)
    let width = min(30, inner.width / 2)
    for line in 0..<rows where top + line < list.count {
      let filter = list[top + line]
      let isSelected = top + line == screen.selected
      let role: StyleRole = isSelected ? .selected : .text
      let row = inner.row + line
      frame.touchable(
        Rect(row: row, column: inner.column, height: 1, width: inner.width), .row(top + line))
      frame.fill(Rect(row: row, column: inner.column, height: 1, width: inner.width), role: role)
      frame.show(
        fitted(displaySafe(filter.name), to: width - 1), row: row, column: inner.column, role: role)
      let own = top + line >= SavedFilter.common.count ? " · your own" : ""
      frame.show(
        filter.text + own, row: row, column: inner.column + width,
        role: isSelected ? role : .muted, maxWidth: inner.width - width)
      if isSelected { frame.focus(row: row, column: inner.column) }
    }
    if saved.isEmpty {
      frame.show(
        "None of your own yet: set one with \\ in a tray, then F and s.",
        row: inner.row + inner.height - 1, column: inner.column, role: .muted, maxWidth: inner.width
      )
    }
  }
}
