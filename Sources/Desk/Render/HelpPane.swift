import Grid
import Workflow

/// Help, narrowed by what is typed.
struct HelpPane {
  let desk: Desk
  let help: HelpScreen
  let layout: Layout

  func draw(on frame: inout Frame) {
    let rect = layout.body
    frame.box(
      rect,
      title: help.filter.isEmpty
        ? "Help · here and now · type to find any" : "Help · \(desk.keymap.name("choose")) runs",
      role: .frameLineFocused)
    let inner = rect.inset(rows: 1, columns: 2)
    let lines = help.lines(in: desk)
    let rows = inner.height - 2
    let top = firstRow(selected: help.selected, count: lines.count, rows: rows)
    for line in 0..<max(0, rows) where top + line < lines.count {
      let item = lines[top + line]
      let isSelected = top + line == help.selected
      let role: StyleRole = isSelected ? .selected : item.reason == nil ? .text : .muted
      let row = inner.row + 2 + line
      frame.touchable(
        Rect(row: row, column: inner.column, height: 1, width: inner.width), .row(top + line))
      frame.fill(Rect(row: row, column: inner.column, height: 1, width: inner.width), role: role)
      let keyWidth = inner.width >= 60 ? 15 : 8
      frame.show(
        fitted(desk.keymap.names(of: item.command), to: keyWidth - 1), row: row,
        column: inner.column,
        role: isSelected ? role : item.reason == nil ? .keyHint : .muted)
      frame.show(
        item.command.sentence + (item.reason.map { " · \($0)" } ?? ""), row: row,
        column: inner.column + keyWidth, role: role, maxWidth: inner.width - keyWidth)
    }
    if help.context == .trays, help.filter.isEmpty {
      frame.show(
        "* marked  ~ begun  + new  ! late  ● today  ○ came today  ? as read  +6 more",
        row: inner.row + 1, column: inner.column, role: .muted, maxWidth: inner.width)
    }
    if lines.count > rows, rows > 0 {
      let text = " \(top + 1) to \(min(top + rows, lines.count)) of \(lines.count) "
      frame.show(
        text, row: rect.row + rect.height - 1, column: rect.width - text.count - 2, role: .muted)
    }
    if lines.isEmpty {
      frame.show(
        "No command fits. Backspace widens the list.", row: inner.row + 2,
        column: inner.column, role: .muted)
    }
    frame.prompt(
      ">", help.filter, row: inner.row, column: inner.column, width: inner.width)
  }
}
