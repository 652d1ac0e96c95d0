import Grid
import Workflow

// Going from row to row and from tray to tray, and asking for rows.

/// How people go from tray to tray.
enum TrayMoves {
  /// The filter through which all trays are first shown as one list.
  static let pressing = "is:overdue is:today"
}

extension Desk {
  /// Rows of a tray that fit on the screen.
  var visibleRows: Int { Layout(size: room, isPreviewed: trays.isPreviewed).trayRows }

  /// Moves the selection and asks for rows that are not loaded, on the screen or next to it: who goes on finds
  /// them there, and the screen is not sent twice.
  mutating func moveRow(by distance: Int) -> [Effect] {
    trays.isStray = false
    trays.isPicked = true
    trays.move(to: trays.selected + distance, visibleRows: visibleRows)
    return isLoaded(beside: visibleRows) ? [] : [reload(isCounted: false)]
  }

  /// Shows a tray from its first row, whole.
  mutating func show(_ tray: Tray) -> [Effect] {
    let filter = trays.query.filter
    if tray != trays.tray, !trays.query.isOfAll {
      trays.leftFilters[trays.tray] = filter.isEmpty ? nil : filter.text
    }
    var query = TrayQuery(tray: tray)
    query.sort = trays.query.sort
    trays.show(query)
    // Never narrowed unasked: what is out of sight is forgotten.
    if let left = trays.leftFilters[tray] {
      let keys = "\(keymap.name("filter")) \(keymap.name("earlier-filter"))"
      say("The whole tray. \(keys) brings back your filter: \(left)", .information)
    }
    return [reload()]
  }

  mutating func showTray(by distance: Int) -> [Effect] {
    let shown = trays.switchable
    let index = shown.firstIndex(of: trays.tray) ?? 0
    return show(shown[(index + distance + shown.count) % shown.count])
  }

  /// Shows the next tray that has no number of its own, or the first of them.
  mutating func showOtherTray() -> [Effect] {
    let others = trays.unnumbered
    guard !others.isEmpty else { return [] }
    let next = others.firstIndex(of: trays.tray).map { $0 + 1 } ?? 0
    return show(others[next % others.count])
  }

  /// Shows what is overdue, at once or due today in all trays as one list, which another filter narrows or widens; or goes back to
  /// the tray from which it was asked for.
  mutating func showAllTrays() -> [Effect] {
    guard !trays.query.isOfAll else { return show(trays.tray) }
    let filter = trays.query.filter
    trays.leftFilters[trays.tray] = filter.isEmpty ? nil : filter.text
    var query = TrayQuery(tray: trays.tray)
    query.sort = trays.query.sort
    query.isOfAll = true
    query.filter = TrayFilter(TrayMoves.pressing)
    trays.show(query)
    let keys = (keymap.name("clear"), keymap.name("all-trays"))
    say(
      "Overdue, at once, due today, of all trays. \(keys.0) shows all, \(keys.1) goes back",
      .information)
    return [reload()]
  }

  /// Shows the tray in another order or through another filter; the row to which the person went stays
  /// chosen where it is still shown, else a filter selects the first that it leaves.
  mutating func show(sort: TraySort? = nil, filter: TrayFilter? = nil) -> [Effect] {
    var query = trays.query
    if let sort { query.sort = sort }
    if let filter { query.filter = filter }
    if !query.isFolded { query.unfolded = nil }
    guard query != trays.query else { return [] }
    let isNarrowed = filter.map { !$0.isEmpty } ?? false
    trays.show(query, keeping: !isNarrowed || trays.isPicked)
    return [reload(isCounted: false)]
  }

  /// Shows every row of the selected row's child below its line, or folds them again.
  mutating func unfold() -> [Effect] {
    guard let row = trays.selectedRow else { return [] }
    var query = trays.query
    query.unfolded = query.unfolded == row.child ? nil : row.child
    trays.show(query, keeping: true)
    return [reload(isCounted: false)]
  }

  /// Asks for the rows on the screen and a page on either side, around the row that was chosen.
  ///
  /// - Parameter isCounted: whether the counts of all trays may have changed, too.
  /// - Returns: the question.
  mutating func reload(isCounted: Bool = true) -> Effect {
    generation += 1
    trays.asked = generation
    let wanted = rowsWanted
    let anchor = trays.chosen.map { row in
      TrayQuestion.Anchor(
        kind: row.kind, child: row.child, before: max(0, trays.selected - wanted.offset))
    }
    return .loadTray(
      TrayQuestion(
        trays.query, offset: wanted.offset, limit: wanted.limit, anchor: anchor,
        isCounted: isCounted), generation: generation)
  }

  /// Whether the time alone has changed what the trays show.
  package var isDue: Bool { trays.changes.map { now >= $0 } ?? false }

  /// Reads again what the time alone has changed, and nothing where it has changed nothing.
  mutating func reloadWhatIsDue() -> [Effect] {
    guard isDue else { return [] }
    trays.changes = nil
    return [reload()] + shownChildren.map { .loadChild($0, .refresh) }
  }

  /// The rows on the screen and a page on either side.
  var rowsWanted: (offset: Int, limit: Int) {
    let rows = max(visibleRows, 1)
    return (max(0, trays.top - rows), rows * 3)
  }

  /// Whether every row on the screen is loaded.
  var isVisibleLoaded: Bool { isLoaded(beside: 0) }

  /// Whether every row on the screen is loaded, and some on either side.
  private func isLoaded(beside rows: Int) -> Bool {
    guard trays.isLoaded else { return false }
    let first = max(0, trays.top - rows)
    let last = min(trays.top + visibleRows + rows, trays.total) - 1
    return last < first || trays.row(at: first) != nil && trays.row(at: last) != nil
  }

  /// Takes in rows of a tray, unless they answer an earlier question.
  mutating func receive(_ window: TrayWindow, generation: Int) -> [Effect] {
    guard window.query == trays.query, generation >= trays.asked else { return [] }
    let landing = trays.take(window, visibleRows: visibleRows)
    tell(landing)
    var effects: [Effect] = []
    // Rows that were added above may have moved the screen out of what is loaded.
    let isComplete = isVisibleLoaded || rowsWanted.offset == window.offset
    if landing == .unknown || !isComplete { effects.append(reload(isCounted: false)) }
    if case .loadTray? = awaited, trays.isLoaded {
      awaited = nil
      effects += replayHeld()
    }
    return effects
  }

  /// Says where the selection went when its row is gone; after what others did, the next act asks.
  private mutating func tell(_ landing: TraysScreen.Landing) {
    let isOwn = trays.hasActed
    trays.isReshown = false
    let gone: TrayRow
    switch landing {
    case .kept, .unknown:
      if landing == .kept {
        trays.hasActed = false
        nameNext()
      }
      return
    case .sameChild(let row): gone = row
    // Who narrows a tray looks for another row, and knows that this one goes.
    case .leftOut: return
    case .other(let row):
      gone = row
      trays.isStray = !isOwn && trays.selectedRow.map { $0.child != row.child } ?? false
    }
    trays.hasActed = false
    // Below a form or a page nobody sees the row; a filter is typed above the very rows.
    if let front = stack.last {
      guard case .filter = front else { return }
    }
    let now = trays.selectedRow.map { "ow on \($0.name): \($0.title.lowercasedFirst)" }
    if isOwn, toast != nil {
      guard case .other(let row) = landing else { return }
      if case .step(id: "", _) = row.kind, let toast {
        say("\(toast.text) \(keymap.name("find")) and the name opens the page.", toast.role)
      }
      trays.isNextUnnamed = true
      nameNext()
    } else if toast == nil {
      let gone = "\(gone.name): \(gone.title.lowercasedFirst) is no longer in this tray"
      say(gone + (now.map { "; n" + $0 } ?? ""), .information)
    }
  }
  /// Names the next row behind what was recorded, as soon as it is read: the next key is about that child.
  private mutating func nameNext() {
    guard trays.isNextUnnamed, let row = trays.selectedRow else { return }
    trays.isNextUnnamed = false
    guard let toast else { return }
    let end = toast.text.hasSuffix(".") ? "" : "."
    say(toast.text + end + " Now on \(row.name): \(row.title.lowercasedFirst).", toast.role)
  }
}
