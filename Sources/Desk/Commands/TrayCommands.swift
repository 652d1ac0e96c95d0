import Grid
import Workflow

/// Commands of the trays.
enum TrayCommands {
  static let acts: [DeskCommand] = [
    DeskCommand(
      "open", in: [.trays], keys: [.enter], "open", "Open the child's page, or triage the report",
      footer: true, disabled: noRow, run: open),
    DeskCommand(
      "report", in: [.trays, .episode], keys: [.character("n")], "report",
      "Take in a new report: from a file, or pasted", footer: true, suits: { $0.stack.isEmpty },
      disabled: { cannotRecord($0, .reportReceived) },
      run: { desk in desk.open(.intake(command: desk.newCommandID())) }),
    DeskCommand(
      "set-report-aside", in: [.trays], keys: [.character("S")], "set aside",
      "Open nothing from the selected report, with the reason",
      disabled: { desk in
        guard case .report = desk.trays.selectedRow?.kind else { return "No report is selected" }
        return cannotRecord(desk, .triaged)
      },
      run: { desk in
        guard case .report(let reference) = desk.trays.selectedRow?.kind else { return [] }
        return desk.open(.setAside(reference, command: desk.newCommandID()))
      }),
  ]

  /// Going from row to row and from tray to tray.
  static let moves: [DeskCommand] =
    [
      DeskCommand(
        "row-down", in: [.trays], keys: [.down, .character("j")], "down", "Go to the next row"
      ) { desk in desk.moveRow(by: 1) },
      DeskCommand(
        "row-up", in: [.trays], keys: [.up, .character("k")], "up", "Go to the row above"
      ) { desk in desk.moveRow(by: -1) },
      DeskCommand("page-down", in: [.trays], keys: [.pageDown], "page", "Go a page down") { desk in
        desk.moveRow(by: desk.visibleRows)
      },
      DeskCommand("page-up", in: [.trays], keys: [.pageUp], "page", "Go a page up") { desk in
        desk.moveRow(by: -desk.visibleRows)
      },
      DeskCommand(
        "first-row", in: [.trays], keys: [.home, .character("g")], "first", "Go to the first row"
      ) { desk in desk.moveRow(by: -desk.trays.total) },
      DeskCommand(
        "last-row", in: [.trays], keys: [.end, .character("G")], "last", "Go to the last row"
      ) { desk in desk.moveRow(by: desk.trays.total) },
      DeskCommand(
        "next-tray", in: [.trays], keys: [.tab, .right, .character("]")], "tray",
        "Go to the next tray"
      ) { desk in desk.showTray(by: 1) },
      DeskCommand(
        "previous-tray", in: [.trays], keys: [.backTab, .left, .character("[")], "tray",
        "Go to the tray before"
      ) { desk in desk.showTray(by: -1) },
    ]
    + TraysScreen.shown.enumerated().map { index, tray in
      DeskCommand(
        "tray-\(tray.rawValue)", in: [.trays], keys: [.character(Character("\(index + 1)"))],
        tray.title, "Show the \(tray.title) tray"
      ) { desk in desk.show(tray) }
    }

  @Sendable private static func noRow(_ desk: Desk) -> String? {
    desk.trays.selectedRow == nil ? "This tray is empty" : nil
  }

  @Sendable private static func open(_ desk: inout Desk) -> [Effect] {
    guard let row = desk.trays.selectedRow else { return [] }
    switch row.kind {
    case .report(let reference): return [.readReport(reference)]
    case .step(let id, _): return [.loadChild(row.child, .show(step: id))]
    }
  }
}

extension Desk {
  /// Rows of a tray that fit on the screen.
  var visibleRows: Int { Layout(size: size).trayRows }

  /// Moves the selection and asks for rows that are not loaded.
  mutating func moveRow(by distance: Int) -> [Effect] {
    trays.move(to: trays.selected + distance, visibleRows: visibleRows)
    return isVisibleLoaded ? [] : [reload()]
  }

  /// Shows a tray from its first row.
  mutating func show(_ tray: Tray) -> [Effect] {
    trays.tray = tray
    trays.selected = 0
    trays.top = 0
    return [reload()]
  }

  mutating func showTray(by distance: Int) -> [Effect] {
    let shown = trays.switchable
    let index = shown.firstIndex(of: trays.tray) ?? 0
    return show(shown[(index + distance + shown.count) % shown.count])
  }

  /// Asks for the rows on the screen and a page on either side.
  mutating func reload() -> Effect {
    generation += 1
    trays.asked = generation
    let wanted = rowsWanted
    return .loadTray(
      trays.tray, offset: wanted.offset, limit: wanted.limit, generation: generation)
  }

  /// The rows on the screen and a page on either side.
  var rowsWanted: (offset: Int, limit: Int) {
    let rows = max(visibleRows, 1)
    return (max(0, trays.top - rows), rows * 3)
  }

  /// Whether every row on the screen is loaded.
  var isVisibleLoaded: Bool {
    let last = min(trays.top + visibleRows, trays.total) - 1
    return last < trays.top || trays.row(at: trays.top) != nil && trays.row(at: last) != nil
  }

  /// An id for a command: the person, the second and a count, so that no two forms share one.
  mutating func newCommandID() -> String {
    generation += 1
    return "\(me.id)-\(now.seconds)-\(session)-\(generation)"
  }
}
