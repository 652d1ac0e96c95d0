import Grid
import Workflow

/// The trays: their counts, the rows of one of them, and more of the selected row.
struct TraysPane {
  let desk: Desk
  let layout: Layout

  func draw(on frame: inout Frame) {
    if layout.sidebarWidth > 0 {
      TrayList(trays: desk.trays, rect: layout.sidebar, keys: desk.keymap).draw(on: &frame)
    }
    if layout.stripRows > 0 {
      TrayBar(desk.trays, width: layout.size.width - 2, keys: desk.keymap).draw(
        row: 1, column: 1, on: &frame)
    }
    drawTray(on: &frame)
  }

  private func drawTray(on frame: inout Frame) {
    let rect = layout.tray
    let trays = desk.trays
    frame.box(rect, title: heading, role: .frameLineFocused)
    let columns = TrayColumns(
      width: rect.width - 2,
      hasTries: trays.window?.rows.contains { $0.attempts > 0 } ?? false,
      hasReports: trays.window?.rows.contains { $0.report != nil } ?? false,
      fitting: trays.drawnTotal > 0 ? trays.window?.rows ?? [] : [],
      now: desk.now,
      trayTitles: trays.query.isOfAll
        ? Dictionary(uniqueKeysWithValues: Tray.allCases.map { ($0, trays.title(of: $0)) }) : nil,
      partWords: desk.words(ofPart:))
    let line = Rect(row: rect.row + 1, column: rect.column + 1, height: 1, width: rect.width - 2)
    frame.fill(line, role: .tableHeader)
    columns.drawHeadings(row: line.row, column: line.column, on: &frame)
    if trays.drawnTotal == 0 { drawEmpty(rect, on: &frame) }
    for line in 0..<layout.trayRows where trays.top + line < trays.drawnTotal {
      drawRow(at: trays.top + line, row: rect.row + 2 + line, columns, on: &frame)
    }
    if layout.previewRows > 0 {
      let first = rect.row + rect.height - 1 - layout.previewRows
      frame.boxDivider(rect, row: first - 1, role: .frameLineFocused)
      if let row = trays.selectedRow {
        TrayPreview(
          row: row, past: trays.window?.past[row.child] ?? [],
          drafts: trays.drafts.titles(for: row),
          now: desk.now, keys: desk.keymap,
          twinMark: row.twinMark(desk.words(ofPart:))
        ).draw(
          Rect(
            row: first, column: rect.column + 2, height: layout.previewRows, width: rect.width - 4),
          on: &frame)
      }
    }
    if trays.drawnTotal > layout.trayRows {
      let last = min(trays.top + layout.trayRows, trays.drawnTotal)
      let text =
        " \(trays.hasFolded ? "lines " : "")\(trays.top + 1) to \(last) of \(trays.drawnTotal) "
      let row = rect.row + 2 + layout.trayRows
      frame.show(text, row: row, column: rect.column + rect.width - text.count - 2, role: .muted)
    }
    if case .filter(let screen) = desk.stack.last {
      frame.prompt(
        screen.sign, screen.text,
        complaint: screen.before == nil ? nil : trays.query.filter.complaint, row: line.row,
        column: line.column, width: line.width, isFocused: !screen.isOnRow)
    }
  }

  private func drawEmpty(_ rect: Rect, on frame: inout Frame) {
    let trays = desk.trays
    let text: String
    if !trays.isLoaded {
      text = "Loading …"
    } else if !trays.query.filter.isEmpty {
      text = desk.nothingFits
    } else {
      text = desk.nothingWaits
    }
    let lines = wrapped(displaySafe(text), to: rect.width - 4).prefix(layout.trayRows)
    for (index, line) in lines.enumerated() {
      frame.show(line, row: rect.row + 2 + index, column: rect.column + 2, role: .muted)
    }
    frame.focus(row: rect.row + 2, column: rect.column + 2)
  }

  private func drawRow(at place: Int, row: Int, _ columns: TrayColumns, on frame: inout Frame) {
    let rect = layout.tray
    let trays = desk.trays
    let isSelected = place == trays.selected
    let line = Rect(row: row, column: rect.column + 1, height: 1, width: rect.width - 2)
    frame.touchable(line, .row(place))
    if isSelected {
      frame.focus(row: row, column: line.column)
      frame.fill(line, role: .selected)
    }
    guard let item = trays.drawnRow(at: place) else {
      frame.show("…", row: row, column: line.column + 2, role: isSelected ? .selected : .muted)
      return
    }
    let standing = TrayColumns.Standing(
      isMarked: trays.isMarked(item), hasDraft: !trays.drafts.titles(for: item).isEmpty)
    columns.draw(
      item, standing: standing, now: desk.now, row: row, column: line.column,
      isSelected: isSelected, on: &frame)
  }

  private var heading: String {
    let trays = desk.trays
    var parts = [displaySafe(trays.placeTitle)]
    if !trays.query.filter.isEmpty {
      let open = trays.shownCount?.open ?? trays.drawnTotal
      let filter = displaySafe(trays.query.filter.text)
      if let word = trays.query.filter.unknown.first {
        parts.append("is:\(displaySafe(word)) filters nothing")
      }
      parts.append("\(trays.drawnTotal) of \(open), every step")
      parts.append("filter: " + filter)
    } else if let count = trays.shownCount {
      parts.append(trays.open(count))
      if count.reports > 0 { parts.append("\(count.reports) to triage") }
      if count.overdue > 0 { parts.append("\(count.overdue) overdue") }
      if count.today > 0 { parts.append("\(count.today) due today") }
      if count.unseen > 0 { parts.append("\(count.unseenWords) new") }
    }
    if let words = trays.query.sort.words { parts.append(words) }
    if !trays.marks.isEmpty { parts.insert("\(trays.marks.count) MARKED", at: 1) }
    return parts.joined(separator: " · ")
  }
}
