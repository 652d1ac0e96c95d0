import Grid
import Workflow

/// The palette: what is typed, and the commands that fit it.
struct PalettePane {
  let desk: Desk
  let screen: PaletteScreen
  let layout: Layout

  func draw(on frame: inout Frame) {
    let rect = layout.body
    let complete = desk.keymap.name("complete")
    let earlier = desk.keymap.name("earlier-command")
    frame.box(
      rect, title: "Command · \(complete) completes, \(earlier) brings back",
      role: .frameLineFocused)
    let inner = rect.inset(rows: 1, columns: 2)
    let fitting = screen.fitting
    let rows = max(0, inner.height - 2)
    let top = firstRow(selected: screen.selected ?? 0, count: fitting.count, rows: rows)
    let nameWidth = min(24, inner.width / 2)
    let below = desk.belowLists
    for line in 0..<rows where top + line < fitting.count {
      let command = fitting[top + line]
      let isSelected = top + line == screen.selected
      let reason = screen.reason(against: command, in: below)
      let role: StyleRole = isSelected ? .selected : reason == nil ? .text : .muted
      let row = inner.row + 2 + line
      frame.fill(Rect(row: row, column: inner.column, height: 1, width: inner.width), role: role)
      if isSelected { frame.focus(row: row, column: inner.column) }
      frame.show(fitted(command.id, to: nameWidth - 1), row: row, column: inner.column, role: role)
      let keys = desk.keymap.names(of: command)
      frame.show(
        command.sentence + (keys.isEmpty ? "" : " · \(keys)") + (reason.map { " · \($0)" } ?? ""),
        row: row, column: inner.column + nameWidth, role: role, maxWidth: inner.width - nameWidth)
    }
    if fitting.isEmpty {
      frame.show(
        "No command fits. Backspace widens the list.", row: inner.row + 2, column: inner.column,
        role: .muted, maxWidth: inner.width)
    }
    frame.prompt(
      ":", screen.text, row: inner.row, column: inner.column, width: inner.width,
      isFocused: screen.selected == nil)
  }
}
