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
      "Take in a new report: from a file, or pasted", footer: true, opensForm: true,
      suits: { $0.stack.isEmpty },
      disabled: { cannotRecord($0, .reportReceived) },
      run: { desk in desk.open(.intake(command: desk.newCommandID())) }),
    DeskCommand(
      "set-report-aside", in: [.trays], keys: [.character("S"), .function(8)], "set aside",
      "Open nothing from the selected report, for none of its children, with the reason",
      opensForm: true,
      disabled: { desk in
        guard case .report = desk.trays.selectedRow?.kind else { return "No report is selected" }
        return cannotRecord(desk, .triaged)
      },
      run: { desk in
        guard case .report(let reference) = desk.trays.selectedRow?.kind else { return [] }
        return desk.openSetAside(reference)
      }),
    DeskCommand(
      "read-waiting", in: [.trays], keys: [.function(3), .control("t")], "report text",
      "Read the report of the selected row as it came",
      disabled: { desk in
        desk.trays.selectedReport == nil
          ? "The selected row is no report; the child's page shows the one that was kept" : nil
      },
      run: { desk in desk.trays.selectedReport.map { [.loadReportText($0)] } ?? [] }),
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
    ] + toTrays

  /// Going to another tray.
  static let toTrays: [DeskCommand] =
    [
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
        "tray-\(tray.rawValue)", in: [.trays, .episode],
        keys: [.character(Character("\(index + 1)"))],
        tray.title, "Show the \(tray.title) tray"
      ) { desk in desk.leaveFor(tray) }
    }
    + [
      DeskCommand(
        "own-tray", in: [.trays, .episode],
        keys: [.character(Character("\(TraysScreen.shown.count + 1)"))],
        "own tray", "Show the tray of your own role, where it is none of these",
        disabled: { $0.trays.own == nil ? "Your role has no tray besides these" : nil },
        run: { desk in desk.trays.own.map { desk.leaveFor($0) } ?? [] }),
      DeskCommand(
        "other-tray", in: [.trays], keys: [.character("0")], "other trays",
        "Show the next of the trays without a number of their own, in which work of others lies",
        disabled: {
          $0.trays.unnumbered.isEmpty ? "No work lies in a tray without a number" : nil
        }, run: { $0.showOtherTray() }),
      DeskCommand(
        "all-trays", in: [.trays], keys: [.character("A")], "all trays",
        "Show what is overdue, at once or due today in all trays, each row with its tray, or go back"
      ) { $0.showAllTrays() },
    ]

  @Sendable private static func noRow(_ desk: Desk) -> String? {
    if desk.trays.selectedRow != nil { return nil }
    if !desk.trays.isLoaded { return "The tray is still being read" }
    return desk.trays.query.filter.isEmpty ? "This tray is empty" : "Nothing fits the filter"
  }

  @Sendable private static func open(_ desk: inout Desk) -> [Effect] {
    guard let row = desk.trays.selectedRow else { return [] }
    switch row.kind {
    case .report(let reference):
      // Of several children the one whom the filter names.
      let words = desk.trays.query.filter.words.joined(separator: " ")
      return [.readReport(reference, words.isEmpty ? nil : .named(words))]
    case .step(let id, _): return [.loadChild(row.child, .show(step: id))]
    }
  }
}

extension Desk {
  /// Shows a tray, from wherever that is asked for: after a call on one child the way back is one key.
  mutating func leaveFor(_ tray: Tray) -> [Effect] {
    stack.removeAll()
    guard tray == trays.tray, !trays.query.isOfAll, !trays.query.filter.isEmpty else {
      return show(tray)
    }
    // Whoever is in that tray has asked for these rows and no others.
    say(
      "Still with your filter: \(trays.query.filter.text). \(keymap.name("clear")) shows the whole tray",
      .information)
    return [reload()]
  }

  /// An id for a command: the person, the second and a count, so that no two forms share one.
  mutating func newCommandID() -> String {
    generation += 1
    return "\(me.id)-\(now.seconds)-\(session)-\(generation)"
  }
}
