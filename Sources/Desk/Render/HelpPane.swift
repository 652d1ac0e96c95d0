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
      title: help.title(enter: desk.keymap.name("choose")),
      role: .frameLineFocused)
    let inner = rect.inset(rows: 1, columns: 2)
    let lines = help.lines(in: desk)
    let keyWidth = inner.width >= 60 ? 15 : 8
    // On a low screen the signs are what cannot be guessed.
    let told = inner.height < 14 ? 1 : HelpPane.legend.count
    let legend =
      help.context == .trays && help.filter.isEmpty && !help.isOfRecords
      ? Array(HelpPane.legend.prefix(told)) : []
    let head = max(2, legend.count + 1)
    let whole = inner.height - head
    // The selected line is read whole, whatever it takes; the others have one row each.
    let selected = lines.indices.contains(help.selected) ? words(of: lines[help.selected]) : ""
    let parts = Array(wrapped(selected, to: inner.width - keyWidth).prefix(max(1, whole)))
    let rows = max(0, whole - parts.count + 1)
    let top = firstRow(selected: help.selected, count: lines.count, rows: rows)
    var row = inner.row + head
    for place in top..<min(lines.count, top + rows) {
      let item = lines[place]
      let isSelected = place == help.selected
      let role: StyleRole = isSelected ? .selected : item.reason == nil ? .text : .muted
      let height = isSelected ? parts.count : 1
      if isSelected { frame.focus(row: row, column: inner.column) }
      let rect = Rect(row: row, column: inner.column, height: height, width: inner.width)
      frame.touchable(rect, .row(place))
      frame.fill(rect, role: role)
      frame.show(
        fitted(desk.keymap.names(of: item.command), to: keyWidth - 1), row: row,
        column: inner.column,
        role: isSelected ? role : item.reason == nil ? .keyHint : .muted)
      for (line, part) in (isSelected ? parts : [words(of: item)]).enumerated() {
        frame.show(
          part, row: row + line, column: inner.column + keyWidth, role: role,
          maxWidth: inner.width - keyWidth)
      }
      row += height
    }
    for (line, text) in legend.enumerated() {
      frame.show(
        text, row: inner.row + 1 + line, column: inner.column, role: .muted, maxWidth: inner.width)
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
      ">", help.filter, row: inner.row, column: inner.column, width: inner.width,
      isFocused: !help.isOnRow)
  }

  /// What the signs and words before a row mean.
  private static let legend = [
    "* marked  ~ begun  + new  ! late  ● today  ○ came today  ? as read  +6 more",
    "at once: before all else  no limit, waits 5d: still to do, no hours given",
    "ongoing: lasts while the record is open  18h over: late by so much",
    "HARM: significant harm was told of or is suspected, the step follows from it",
  ]

  /// What a command does, and why it cannot be done where it cannot.
  private func words(of line: HelpScreen.Line) -> String {
    line.command.sentence + (line.reason.map { " · \($0)" } ?? "")
  }
}
