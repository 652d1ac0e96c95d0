import Grid
import Workflow

/// The trays: their counts, the rows of one of them, and more of the selected row.
struct TraysPane {
  let desk: Desk
  let layout: Layout

  func draw(on frame: inout Frame) {
    if layout.sidebarWidth > 0 { drawSidebar(on: &frame) }
    if layout.stripRows > 0 { drawStrip(on: &frame) }
    drawTray(on: &frame)
  }

  private func drawSidebar(on frame: inout Frame) {
    let rect = layout.sidebar
    frame.box(rect, title: "Trays", role: .frameLine)
    for (index, tray) in desk.trays.switchable.enumerated() {
      let row = rect.row + 1 + index
      guard row < rect.row + rect.height - 1 else { break }
      let isShown = tray == desk.trays.tray
      let role: StyleRole = isShown ? .selectedUnfocused : .text
      frame.fill(Rect(row: row, column: 1, height: 1, width: rect.width - 2), role: role)
      frame.show(
        "\(isShown ? "▸" : " ")\(key(index)) \(tray.sideTitle)", row: row, column: 1, role: role,
        maxWidth: rect.width - 12)
      guard let count = desk.trays.count(of: tray) else { continue }
      let column = rect.column + rect.width - 11
      frame.show(
        fitted("\(count.open)", to: 5, .right), row: row, column: column,
        role: count.open == 0 && !isShown ? .muted : role)
      if count.overdue > 0 {
        frame.show(
          fitted("\(count.overdue)!", to: 5, .right), row: row, column: column + 5, role: .overdue)
      }
    }
  }

  /// The key that shows a tray; those that come and go with their work have none.
  private func key(_ index: Int) -> String {
    index < TraysScreen.shown.count ? "\(index + 1)" : "·"
  }

  /// The trays in one row, where there is no room for a list.
  private func drawStrip(on frame: inout Frame) {
    var column = 1
    for (index, tray) in desk.trays.switchable.enumerated() {
      let isShown = tray == desk.trays.tray
      let count = desk.trays.count(of: tray)
      let role: StyleRole = isShown ? .selectedUnfocused : (count?.open ?? 0) == 0 ? .muted : .text
      // Brackets tell the tray that is shown without colour.
      let name = "\(key(index)) \(tray.short)" + (count.map { " \($0.open)" } ?? "")
      let late = count.map { $0.overdue > 0 ? " \($0.overdue)!" : "" } ?? ""
      let width = DisplayWidth.of(name) + late.count + 2
      guard column + width < layout.size.width else { break }
      column += frame.show((isShown ? "[" : " ") + name, row: 1, column: column, role: role)
      column += frame.show(late, row: 1, column: column, role: .overdue)
      column += frame.show(isShown ? "]" : " ", row: 1, column: column, role: role)
    }
  }

  private func drawTray(on frame: inout Frame) {
    let rect = layout.tray
    let trays = desk.trays
    frame.box(rect, title: heading, role: .frameLineFocused)
    let columns = TrayColumns(width: rect.width - 2)
    frame.fill(
      Rect(row: rect.row + 1, column: rect.column + 1, height: 1, width: rect.width - 2),
      role: .tableHeader)
    columns.draw(
      columns.headings, row: rect.row + 1, column: rect.column + 1, role: .tableHeader, on: &frame)
    if trays.total == 0 {
      let text = trays.window?.tray == trays.tray ? trays.tray.emptyText : "Loading …"
      for (index, line) in wrapped(text, to: rect.width - 4).prefix(layout.trayRows).enumerated() {
        frame.show(line, row: rect.row + 2 + index, column: rect.column + 2, role: .muted)
      }
      frame.focus(row: rect.row + 2, column: rect.column + 2)
    }
    for line in 0..<layout.trayRows where trays.top + line < trays.total {
      drawRow(at: trays.top + line, row: rect.row + 2 + line, columns, on: &frame)
    }
    if layout.previewRows > 0 { drawPreview(in: rect, on: &frame) }
    if trays.total > layout.trayRows {
      let last = min(trays.top + layout.trayRows, trays.total)
      let text = " \(trays.top + 1) to \(last) of \(trays.total) "
      let row = rect.row + 2 + layout.trayRows
      frame.show(text, row: row, column: rect.column + rect.width - text.count - 2, role: .muted)
    }
  }

  private func drawRow(at place: Int, row: Int, _ columns: TrayColumns, on frame: inout Frame) {
    let rect = layout.tray
    let isSelected = place == desk.trays.selected
    let role: StyleRole = isSelected ? .selected : .text
    if isSelected {
      frame.focus(row: row, column: rect.column + 1)
      frame.fill(
        Rect(row: row, column: rect.column + 1, height: 1, width: rect.width - 2), role: role)
    }
    guard let item = desk.trays.row(at: place) else {
      frame.show("…", row: row, column: rect.column + 3, role: isSelected ? role : .muted)
      return
    }
    columns.draw(
      columns.cells(of: item, now: desk.now), row: row, column: rect.column + 1, role: role,
      urgency: isSelected ? nil : Urgency(due: item.due, now: desk.now).role, on: &frame)
  }

  private var heading: String {
    let trays = desk.trays
    var parts = [trays.tray.title]
    if let count = trays.count(of: trays.tray) {
      parts.append("\(count.open) open")
      if count.overdue > 0 { parts.append("\(count.overdue) overdue") }
      if count.today > 0 { parts.append("\(count.today) due today") }
    }
    return parts.joined(separator: " · ")
  }

  private func drawPreview(in rect: Rect, on frame: inout Frame) {
    let first = rect.row + rect.height - 1 - layout.previewRows
    frame.boxDivider(rect, row: first - 1, role: .frameLineFocused)
    guard let row = desk.trays.selectedRow else { return }
    var lines: [(String, StyleRole)] = [("\(row.name) · \(row.reference)", .heading)]
    let urgency = Urgency(due: row.due, now: desk.now)
    if let due = row.due {
      let words = urgency.left + (due.since(desk.now) >= 60 ? " left" : "")
      lines.append(("\(row.title): due \(due.spoken), \(words)", urgency.role))
    } else {
      lines.append(("\(row.title): open since \(row.opens.spoken), no limit", .text))
    }
    var more: [String] = []
    if row.attempts > 0 {
      more.append("\(row.attempts) attempt\(row.attempts == 1 ? "" : "s") recorded")
    }
    if let planned = row.planned { more.append("planned for \(planned.spoken)") }
    if !more.isEmpty { lines.append((more.joined(separator: " · "), .text)) }
    if !row.rules.isEmpty {
      lines.append(("By \(row.rules.joined(separator: ", ")); w explains", .muted))
    }
    for (index, line) in lines.prefix(layout.previewRows).enumerated() {
      frame.show(
        line.0, row: first + index, column: rect.column + 2, role: line.1,
        maxWidth: rect.width - 4)
    }
  }
}

extension Tray {
  /// One word, for the row of trays.
  fileprivate var short: String {
    switch self {
    case .frontDoor: "Front"
    case .missingCoordinator: "Missing"
    case .teamManager: "Manager"
    case .socialWorker: "SW"
    default: title
    }
  }

  /// What fits into the list of trays.
  fileprivate var sideTitle: String { self == .missingCoordinator ? "Missing co." : title }

  /// What would fill a tray that is empty.
  fileprivate var emptyText: String {
    switch self {
    case .frontDoor: "Nothing waits. A report that comes in lies here until it is triaged: press n."
    case .missingCoordinator: "Nothing waits. Every open missing record lies here."
    case .tys: "Nothing waits. Interviews of children without an allocated worker lie here."
    case .rhi: "Nothing waits. Interviews lie here from the moment a child goes missing."
    case .teamManager: "Nothing waits. Risk ratings, meetings and acknowledgements lie here."
    default: "Nothing waits."
    }
  }
}
