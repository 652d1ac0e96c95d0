import Grid
import Workflow

/// The trays: their counts, the rows of one of them, and more of the selected row.
struct TraysPane {
  let desk: Desk
  let layout: Layout

  func draw(on frame: inout Frame) {
    if layout.sidebarWidth > 0 { drawSidebar(on: &frame) }
    drawTray(on: &frame)
  }

  private func drawSidebar(on frame: inout Frame) {
    let rect = layout.sidebar
    frame.box(rect, title: "Trays", role: .frameLine)
    for (index, tray) in TraysScreen.shown.enumerated() {
      let row = rect.row + 1 + index
      guard row < rect.row + rect.height - 1 else { break }
      let isShown = tray == desk.trays.tray
      let role: StyleRole = isShown ? .selectedUnfocused : .text
      frame.fill(Rect(row: row, column: 1, height: 1, width: rect.width - 2), role: role)
      frame.show(
        "\(isShown ? "▸" : " ")\(index + 1) \(tray.title)", row: row, column: 1, role: role,
        maxWidth: rect.width - 8)
      guard let count = desk.trays.count(of: tray), count.open > 0 else { continue }
      let late = count.overdue > 0 ? " \(count.overdue)!" : ""
      let open = fitted("\(count.open)", to: 3, .right)
      let column = rect.column + rect.width - 1 - 3 - 4
      frame.show(open, row: row, column: column, role: role)
      frame.show(
        fitted(late, to: 4, .left), row: row, column: column + 3,
        role: count.overdue > 0 ? .overdue : role)
    }
  }

  private func drawTray(on frame: inout Frame) {
    let rect = layout.tray
    frame.box(rect, title: heading, role: .frameLineFocused)
    let columns = TrayColumns(width: rect.width - 2)
    columns.draw(
      TrayColumns.headings, row: rect.row + 1, column: rect.column + 1, role: .tableHeader,
      on: &frame)
    let trays = desk.trays
    if trays.total == 0 {
      let text = trays.window == nil ? "…" : TraysPane.emptyText(trays.tray)
      for (index, line) in wrapped(text, to: rect.width - 4).enumerated() {
        frame.show(line, row: rect.row + 3 + index, column: rect.column + 2, role: .muted)
      }
      frame.focus(row: rect.row + 3, column: rect.column + 2)
    }
    for line in 0..<layout.trayRows {
      let place = trays.top + line
      guard place < trays.total else { break }
      let row = rect.row + 2 + line
      let isSelected = place == trays.selected
      if isSelected { frame.focus(row: row, column: rect.column + 1) }
      guard let item = trays.row(at: place) else {
        frame.show("…", row: row, column: rect.column + 3, role: .muted)
        continue
      }
      let role: StyleRole = isSelected ? .selected : .text
      if isSelected {
        frame.fill(
          Rect(row: row, column: rect.column + 1, height: 1, width: rect.width - 2), role: role)
      }
      columns.draw(
        TrayColumns.cells(of: item, now: desk.now), row: row, column: rect.column + 1,
        role: role, urgency: isSelected ? nil : Urgency(due: item.due, now: desk.now).role,
        on: &frame)
    }
    if layout.previewRows > 0 { drawPreview(in: rect, on: &frame) }
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
    frame.boxDivider(rect, row: first - 1)
    guard let row = desk.trays.selectedRow else { return }
    var lines: [(String, StyleRole)] = [("\(row.reference)  \(row.name)", .heading)]
    let urgency = Urgency(due: row.due, now: desk.now)
    if let due = row.due {
      let left = Elapsed.left(until: due, now: desk.now)
      lines.append(("\(row.title): due \(due.spoken) (\(left))", urgency.role))
    } else {
      lines.append(("\(row.title): open since \(row.opens.spoken), no limit", .text))
    }
    if let planned = row.planned { lines.append(("Planned for \(planned.spoken)", .text)) }
    if !row.rules.isEmpty {
      lines.append(("By \(row.rules.joined(separator: ", ")); w says why", .muted))
    }
    if row.attempts > 0 { lines.append(("\(row.attempts) attempts recorded", .text)) }
    for (index, line) in lines.prefix(layout.previewRows).enumerated() {
      frame.show(
        line.0, row: first + index, column: rect.column + 2, role: line.1,
        maxWidth: rect.width - 4)
    }
  }

  /// What would fill a tray.
  static func emptyText(_ tray: Tray) -> String {
    switch tray {
    case .frontDoor: "Nothing waits. A report that comes in lies here until it is triaged: press n."
    case .missingCoordinator: "Nothing waits. Every open missing record lies here."
    case .tys: "Nothing waits. Interviews of children without an allocated worker lie here."
    case .rhi: "Nothing waits. Interviews lie here from the moment a child goes missing."
    case .teamManager: "Nothing waits. Risk ratings, meetings and acknowledgements lie here."
    default: "Nothing waits."
    }
  }
}

/// The columns of a tray: the least important is dropped first where there is no room.
struct TrayColumns {
  let width: Int

  static let headings = Cells(
    sign: "", due: "due", left: "left", child: "child", step: "step", tries: "try",
    reference: "episode")

  /// The text of each column of a row.
  struct Cells {
    let sign: String
    let due: String
    let left: String
    let child: String
    let step: String
    let tries: String
    let reference: String
  }

  static func cells(of row: TrayRow, now: Instant) -> Cells {
    Cells(
      sign: Urgency(due: row.due, now: now).sign,
      due: row.due?.spokenShort ?? "",
      left: row.due.map { Elapsed.left(until: $0, now: now) } ?? "",
      child: row.name, step: row.title, tries: row.attempts > 0 ? "\(row.attempts)" : "",
      reference: row.reference)
  }

  /// Draws a row; the due time and what is left take the urgency's role.
  func draw(
    _ cells: Cells, row: Int, column: Int, role: StyleRole, urgency: StyleRole? = nil,
    on frame: inout Frame
  ) {
    let showsDue = width >= 52
    let showsTries = width >= 70
    let showsReference = width >= 84
    let fixed =
      2 + (showsDue ? 17 : 0) + 10 + (showsTries ? 4 : 0) + (showsReference ? 13 : 0)
    let rest = max(10, width - fixed)
    let childWidth = rest * 11 / 20
    var at = column
    func cell(_ text: String, _ width: Int, _ cellRole: StyleRole, _ alignment: Alignment = .left) {
      frame.show(
        fitted(displaySafe(text), to: width - 1, alignment), row: row, column: at, role: cellRole)
      at += width
    }
    cell(cells.sign, 2, urgency ?? role)
    if showsDue { cell(cells.due, 17, urgency ?? role) }
    cell(cells.left, 10, urgency ?? role)
    cell(cells.child, childWidth, role)
    cell(cells.step, rest - childWidth, role)
    if showsTries { cell(cells.tries, 4, role, .right) }
    if showsReference { cell(cells.reference, 13, role) }
  }
}
