import Grid
import Workflow

/// The reports that were set aside: which, on what ground, by whom and why.
struct AsidesPane {
  let screen: AsidesScreen
  let layout: Layout

  func draw(on frame: inout Frame) {
    let rect = layout.body
    frame.box(rect, title: "Set aside · newest first", role: .frameLineFocused)
    let inner = rect.inset(rows: 1, columns: 2)
    frame.focus(row: inner.row, column: inner.column)
    guard let rows = screen.rows else { return }
    if rows.isEmpty {
      let text =
        "No report is set aside. One from which nothing is opened lies here with its reason."
      for (index, line) in wrapped(text, to: inner.width).enumerated() where index < inner.height {
        frame.show(line, row: inner.row + index, column: inner.column, role: .muted)
      }
      return
    }
    let foot = screen.row.map { wrapped(displaySafe($0.reason), to: inner.width) } ?? []
    let footRows = inner.height > 6 ? min(foot.count, inner.height / 3) : 0
    let listRows = inner.height - (footRows > 0 ? footRows + 1 : 0)
    let top = firstRow(selected: screen.selected, count: rows.count, rows: listRows)
    for line in 0..<listRows where top + line < rows.count {
      let aside = rows[top + line]
      let row = inner.row + line
      let isSelected = top + line == screen.selected
      let role: StyleRole = isSelected ? .selected : .text
      frame.fill(Rect(row: row, column: inner.column, height: 1, width: inner.width), role: role)
      frame.show(
        fitted(aside.at?.spokenShort ?? "", to: 17), row: row, column: inner.column,
        role: isSelected ? role : .muted)
      frame.show(
        "\(aside.reference) · \(aside.decision) · \(aside.title) · \(aside.by)", row: row,
        column: inner.column + 17, role: role, maxWidth: max(1, inner.width - 17))
      if isSelected { frame.focus(row: row, column: inner.column) }
    }
    guard footRows > 0 else { return }
    frame.boxDivider(rect, row: inner.row + listRows, role: .frameLineFocused)
    for (index, line) in foot.prefix(footRows).enumerated() {
      frame.show(line, row: inner.row + listRows + 1 + index, column: inner.column, role: .muted)
    }
  }
}
