import Grid
import Workflow

/// Commands that change how a tray is shown and which of its rows are meant; none records anything.
enum TrayListCommands {
  static let all: [DeskCommand] = [
    DeskCommand(
      "mark", in: [.trays], keys: [.character(" ")], "mark",
      "Mark the row, or take its mark away; acknowledge, move and done then do it for all that are marked",
      disabled: noRow, run: { $0.toggleMark() }),
    DeskCommand(
      "mark-all", in: [.trays], keys: [.character("*")], "mark all",
      "Mark every row that the filter leaves", disabled: noRow,
      run: { [.loadAll($0.trays.query, limit: Desk.mostMarked)] }),
    DeskCommand(
      "clear", in: [.trays], keys: [.escape], "clear", "Take the marks away, or else the filter",
      footer: true, suits: { !$0.trays.marks.isEmpty || !$0.trays.query.filter.isEmpty },
      disabled: { desk in
        desk.trays.marks.isEmpty && desk.trays.query.filter.isEmpty
          ? "No row is marked and no filter is set" : nil
      }, run: { $0.clearMarks() }),
    DeskCommand(
      "filter", in: [.trays], keys: [.character("\\"), .function(4)], "filter",
      "Narrow the tray by words, or by is:overdue, is:today, is:no-limit, is:unseen, is:away, is:mine, is:draft",
      footer: true
    ) { $0.openFilter() },
    DeskCommand(
      "filters", in: [.trays], keys: [.character("F")], "filters",
      "Show the filters that are kept, or keep the one in force"
    ) { desk in
      desk.stack.append(.filters(FiltersScreen()))
      return []
    },
    DeskCommand(
      "sort", in: [.trays], keys: [.character("O")], "sort",
      "Change the order: what presses most, a line a child or every row, by child, newest first"
    ) { desk in
      let orders = TraySort.allCases
      let next = ((orders.firstIndex(of: desk.trays.query.sort) ?? 0) + 1) % orders.count
      desk.say("Sorted: " + orders[next].sentence, .information)
      return desk.show(sort: orders[next]) + [.keepSetting("sort", orders[next].rawValue)]
    },
    DeskCommand(
      "unfold", in: [.trays], keys: [.character("z")], "all rows",
      "Show the child's other rows below her line, or fold them again",
      footer: true,
      // The preview says it beside what it shows.
      suits: { desk in
        let layout = Layout(size: desk.room, isPreviewed: desk.trays.isPreviewed)
        return layout.previewRows == 0 && (desk.trays.selectedRow.map { $0.others > 0 } ?? false)
      },
      disabled: { desk in
        guard let row = desk.trays.selectedRow else { return "No row is selected" }
        if !desk.trays.query.filter.isEmpty {
          return
            "A filter shows every step by itself; \(desk.keymap.name("clear")) takes it away, and each child has one line again"
        }
        if !desk.trays.query.isFolded { return "Every row has its own line in this order" }
        if row.child.isEmpty { return "A report that waits for triage has no other rows" }
        let isOpen = desk.trays.query.unfolded == row.child
        return row.others > 0 || isOpen ? nil : "\(row.name) has no other rows in this tray"
      }, run: { $0.unfold() }),
    DeskCommand(
      "seen", in: [.trays], keys: [.character("N")], "seen",
      "Turn the row, or all that are marked, from new to seen or back", disabled: noRow,
      run: { $0.toggleSeen() }),
    DeskCommand(
      "preview", in: [.trays], keys: [.character("v")], "preview",
      "Show or hide the pane that says more of the selected row",
      disabled: { $0.isPlain ? "Line by line there is no pane: each row is read whole" : nil },
      run: { desk in
        desk.trays.isPreviewed.toggle()
        desk.trays.move(to: desk.trays.selected, visibleRows: desk.visibleRows)
        let kept = Effect.keepSetting("preview", desk.trays.isPreviewed ? nil : "off")
        return desk.isVisibleLoaded ? [kept] : [kept, desk.reload(isCounted: false)]
      }),
  ]

  @Sendable private static func noRow(_ desk: Desk) -> String? {
    desk.trays.selectedRow == nil ? "No row is selected" : nil
  }
}

/// Commands while a filter is typed or chosen.
enum FilterCommands {
  static let all: [DeskCommand] = [
    DeskCommand(
      "keep-filter", in: [.filter], keys: [.enter], "keep", "Keep the filter as it is typed",
      footer: true
    ) { $0.endFilter() },
    DeskCommand(
      "cancel-filter", in: [.filter], keys: [.escape], "back", "Go back to the filter as it was",
      footer: true
    ) { $0.cancelFilter() },
    DeskCommand(
      "earlier-filter", in: [.filter], keys: [.tab], "earlier",
      "Bring back the filter with which this tray was left", footer: true,
      disabled: { desk in
        if desk.childScreen != nil { return "Only a tray keeps the filter with which it was left" }
        return desk.trays.leftFilters[desk.trays.tray] == nil
          ? "This tray was never left with a filter" : nil
      },
      run: { $0.bringBackFilter() }),
    DeskCommand(
      "filter-row-down", in: [.filter], keys: [.down], "down", "Go to the next row that is left"
    ) { $0.moveFiltered(by: 1) },
    DeskCommand(
      "filter-row-up", in: [.filter], keys: [.up], "up", "Go to the row above that is left"
    ) { $0.moveFiltered(by: -1) },
    DeskCommand(
      "save-filter", in: [.filters], keys: [.character("s")], "save",
      "Save the filter in force under a name", footer: true,
      disabled: {
        $0.trays.query.filter.isEmpty
          ? "No filter is in force; \($0.keymap.name("filter")) sets one" : nil
      },
      run: { $0.nameFilter() }),
    DeskCommand(
      "forget-filter", in: [.filters], keys: [.character("x"), .delete], "forget",
      "Forget the selected filter, where it is your own", footer: true
    ) { $0.forgetFilter() },
  ]
}

/// Commands of a question about several rows.
enum BulkCommands {
  static let all: [DeskCommand] = [
    DeskCommand(
      "bulk-record", in: [.bulk], keys: [.character("y")], "yes, record them",
      "Record it for every row, each by itself", footer: true, answer: true,
      suits: { isAsking($0) },
      disabled: { isAsking($0) ? nil : "Nothing is asked now" }, run: { $0.sendBulk() }),
    DeskCommand(
      "bulk-enter", in: [.bulk], keys: [.enter], "choose",
      "Choose the tray; where something is asked, no", footer: true,
      suits: { desk in
        if case .bulk(let screen) = desk.stack.last { screen.isChoosing } else { false }
      }, run: { $0.enterBulk() }),
    DeskCommand(
      "bulk-reason", in: [.reason], keys: [.enter], "go on",
      "Go on with this reason; without one where nothing is typed", footer: true, needed: true
    ) { $0.endReason() },
    DeskCommand(
      "bulk-tray", in: [.reason], keys: [.escape], "back",
      "Go back: to the choice of the tray, where the reason stays, or to the tray itself",
      footer: true, needed: true
    ) { $0.leaveReason() },
    DeskCommand(
      "bulk-leave", in: [.bulk], keys: [.escape, .character("q")], "back",
      "Go back to the tray; what is not recorded stays marked", footer: true
    ) { $0.closeBulk() },
    DeskCommand(
      "bulk-down", in: [.bulk], keys: [.down, .character("j")], "down", "Go to the next line"
    ) { $0.moveBulk(by: 1) },
    DeskCommand("bulk-up", in: [.bulk], keys: [.up, .character("k")], "up", "Go to the line above")
    { $0.moveBulk(by: -1) },
  ]

  private static func isAsking(_ desk: Desk) -> Bool {
    guard case .bulk(let screen) = desk.stack.last else { return false }
    return !screen.isChoosing && !screen.isExplaining && !screen.isSending && screen.outcomes == nil
  }
}

extension Desk {
  /// Goes to another tray to choose, or another line of what came of it.
  mutating func moveBulk(by distance: Int) -> [Effect] {
    guard case .bulk(var screen) = stack.last else { return [] }
    let count = screen.isChoosing ? screen.trays.count : (screen.outcomes ?? []).count
    screen.selected = min(max(0, screen.selected + distance), max(0, count - 1))
    stack[stack.count - 1] = .bulk(screen)
    return []
  }
}
