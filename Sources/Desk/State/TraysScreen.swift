package import Workflow

/// The trays: what is open in one of them, and how much waits in all.
package struct TraysScreen: Sendable {
  /// What of which tray is shown.
  package var query: TrayQuery
  /// The rows that are loaded.
  package var window: TrayWindow?
  /// How much waits in each tray, as last counted.
  package var counts: [TrayCount] = []
  /// The selected row's place among those shown.
  package private(set) var selected = 0
  /// The place of the first row on the screen.
  package private(set) var top = 0
  /// The row that the selection belongs to, wherever it stands: what the person chose.
  package private(set) var chosen: TrayRow?
  /// The number of the last question for rows: answers to earlier ones are late.
  package var asked = 0
  /// Whether the selection fell on a row that the person did not choose, because others took the chosen
  /// one away: then the next act asks first.
  package var isStray = false
  /// Whether the person recorded something since the rows were read: the chosen row may go by that.
  package var hasActed = false
  /// Whether the row on which the selection went after an act is still to be named.
  var isNextUnnamed = false
  /// The report that is being taken back: the selection goes to it once it waits again.
  var comesBack: String?
  /// Whether the person has just asked for another order or filter: the chosen row may go by that, too.
  var isReshown = false
  /// Whether the person went to the chosen row; else it only happens to stand where the tray was opened.
  var isPicked = false
  /// The filters with which trays were left, to be brought back.
  package var leftFilters: [Tray: String] = [:]
  /// The marked rows, in the order in which they were marked.
  package var marks: [TrayRow] = []
  /// When the counts and the rows are others by the time alone.
  package var changes: Instant?
  /// What the person has begun to type and not recorded.
  package var drafts = DraftMarks()
  /// Whether the pane that says more of the selected row is shown, where there is room.
  package var isPreviewed = true
  /// The filters that the person saved, by name.
  package var filters: [SavedFilter] = []
  /// The tray of the person's own role, where it is none of those that everybody has: it follows them
  /// and has a number, too.
  package var own: Tray?
  /// The authority's own names for the trays.
  package var titles: [Tray: String] = [:]

  /// The trays that people switch between, in the order of their numbers.
  package static let shown: [Tray] = [
    .frontDoor, .missingCoordinator, .tys, .rhi, .teamManager, .socialWorker,
  ]

  /// Those that have a number here: everybody's, and the person's own.
  package var numbered: [Tray] { TraysScreen.shown + [own].compactMap { $0 } }

  /// Those, and every other tray in which something waits or which is shown: no work is out of sight.
  package var switchable: [Tray] { numbered + unnumbered }

  /// Those without a number in which something waits or which are shown.
  var unnumbered: [Tray] {
    Tray.allCases.filter {
      !numbered.contains($0) && ($0 == tray || (count(of: $0)?.open ?? 0) > 0)
    }
  }

  /// Shows a tray of which nothing is loaded yet.
  package init(tray: Tray) { query = TrayQuery(tray: tray) }

  /// The tray whose rows are shown.
  package var tray: Tray { query.tray }

  /// Whether the rows of a window lie where it is looked: in this tray, or in all of them.
  private func isSamePlace(_ window: TrayWindow) -> Bool {
    window.query.tray == tray && window.query.isOfAll == query.isOfAll
  }

  /// What is looked at: the tray's name, or that it is all of them.
  package var placeTitle: String { query.isOfAll ? "All trays" : title(of: tray) }

  /// How much waits there.
  package var shownCount: TrayCount? {
    guard query.isOfAll else { return count(of: tray) }
    guard !counts.isEmpty else { return nil }
    var all = TrayCount(
      tray: tray, open: counts.reduce(0) { $0 + $1.open },
      overdue: counts.reduce(0) { $0 + $1.overdue }, today: counts.reduce(0) { $0 + $1.today },
      unseen: counts.reduce(0) { $0 + $1.unseen })
    all.reports = counts.reduce(0) { $0 + $1.reports }
    return all
  }

  /// The authority's name for a tray.
  package func title(of tray: Tray) -> String { titles[tray] ?? tray.title }

  /// How many rows there are with the filter; those of another question say nothing.
  package var total: Int { isLoaded ? window?.total ?? 0 : 0 }

  /// Whether the rows that are loaded are of what is shown.
  package var isLoaded: Bool { window?.query == query }

  /// How much waits in a tray.
  package func count(of tray: Tray) -> TrayCount? { counts.first { $0.tray == tray } }

  /// The row at a place, where it is loaded.
  package func row(at place: Int) -> TrayRow? {
    guard let window, isLoaded else { return nil }
    let index = place - window.offset
    return window.rows.indices.contains(index) ? window.rows[index] : nil
  }

  /// The row to draw at a place: while another order or filter of the tray is being read, the row as it
  /// was, on which no key acts.
  func drawnRow(at place: Int) -> TrayRow? {
    guard let window, isSamePlace(window) else { return nil }
    let index = place - window.offset
    return window.rows.indices.contains(index) ? window.rows[index] : nil
  }

  /// How many rows to draw.
  var drawnTotal: Int { window.map { isSamePlace($0) ? $0.total : 0 } ?? 0 }

  /// Whether lines stand for more steps than one: then both are counted.
  var hasFolded: Bool {
    guard isLoaded, query.isFolded, query.filter.isEmpty, let count = count(of: tray) else {
      return false
    }
    return total > 0 && count.open > total
  }

  /// `53 open in 46 lines`, or `53 open` where each has its own.
  func open(_ count: TrayCount) -> String {
    hasFolded ? "\(count.open) open in \(total) line\(total == 1 ? "" : "s")" : "\(count.open) open"
  }

  /// The selected row.
  ///
  /// Nothing while the row that was chosen is being asked for: no key acts on another in its place.
  package var selectedRow: TrayRow? {
    let row = row(at: selected)
    return chosen == nil || row?.kind == chosen?.kind ? row : nil
  }

  /// Whether a row is marked.
  package func isMarked(_ row: TrayRow) -> Bool { marks.contains { $0.kind == row.kind } }

  /// What became of the selection when rows came.
  package enum Landing: Sendable, Equatable {
    /// It is on the row that was chosen.
    case kept
    /// The chosen row is gone; it is on another of the same child.
    case sameChild(TrayRow)
    /// The chosen row is gone; it is on what stands there now.
    case other(TrayRow)
    /// The new filter, or folding, leaves the chosen row out, which is still in the tray; it is on another
    /// of the child, or the first that is left.
    case leftOut
    /// The chosen row is not among these rows, and nothing says that it is gone: ask for it.
    case unknown
  }

  /// Takes in rows: the selection stays on the row that was chosen, and so does the screen around it.
  ///
  /// - Parameters:
  ///   - new: the rows.
  ///   - visibleRows: how many fit on the screen.
  /// - Returns: what became of the selection.
  package mutating func take(_ new: TrayWindow, visibleRows: Int) -> Landing {
    window = new
    if let counts = new.counts { self.counts = counts }
    if new.counts != nil { changes = new.changes }
    if let keys = new.drafts { drafts = DraftMarks(keys: keys) }
    guard let before = chosen else {
      move(to: selected, visibleRows: visibleRows)
      return .kept
    }
    if let index = new.rows.firstIndex(where: { $0.kind == before.kind }) {
      place(at: new.offset + index, visibleRows: visibleRows)
      return .kept
    }
    guard let anchor = new.anchor, anchor.kind == before.kind, anchor.isGone else {
      return .unknown
    }
    // What stands there now is the child's next row already: who works from the top down goes on with it.
    if !isReshown, row(at: selected)?.child == before.child {
      move(to: selected, visibleRows: visibleRows)
      return .sameChild(before)
    }
    // Who works from the top down stays there: a child's next row is followed as far as the screen goes.
    if let sibling = new.sibling, isReshown || (top..<(top + visibleRows)).contains(sibling) {
      place(at: sibling, visibleRows: visibleRows)
      if row(at: sibling)?.child == before.child {
        return isReshown && new.isAnchorLeftOut ? .leftOut : .sameChild(before)
      }
    }
    // Who has just narrowed a tray looks for the first of what is left.
    if isReshown {
      isPicked = false
      top = 0
    }
    move(to: isReshown ? 0 : selected, visibleRows: visibleRows)
    return isReshown && new.isAnchorLeftOut ? .leftOut : .other(before)
  }

  /// Selects a place without moving it on the screen.
  ///
  /// At the head of a tray what comes above pushes the rows down: it is seen that it came.
  private mutating func place(at place: Int, visibleRows: Int) {
    if top > 0 || place >= visibleRows { top += place - selected }
    move(to: place, visibleRows: visibleRows)
  }

  /// Moves the selection, and the rows with it.
  ///
  /// A step over the edge moves the rows by most of the screen, not by one: all of them are sent anew either
  /// way, and over a slow line that must not happen at every key; at 120x40 it is one key in 22. Some rows
  /// stay, so that the eye finds its place.
  package mutating func move(to place: Int, visibleRows: Int) {
    selected = min(max(0, place), max(0, total - 1))
    let kept = visibleRows / 8
    let last = top + visibleRows - 1
    if selected == top - 1 {
      top = selected - (visibleRows - 1 - kept)
    } else if selected == last + 1 {
      top = selected - kept
    } else if selected < top {
      top = selected
    } else if selected > last {
      top = selected - visibleRows + 1
    }
    top = max(0, min(top, max(0, total - visibleRows)))
    chosen = row(at: selected)
  }

  /// Chooses a report wherever it stands: the next rows that are read are those around it.
  ///
  /// - Parameter reference: the report's reference.
  mutating func choose(report reference: String) {
    chosen = TrayRow(
      kind: .report(reference: reference), child: "", name: reference, reference: reference,
      title: "Triage report", due: nil, opens: Instant(seconds: 0), planned: nil, attempts: 0,
      rules: [])
    isStray = false
    isPicked = true
  }

  /// Looks for whatever row of a child is on the screen, once its report was triaged.
  ///
  /// - Parameter child: the child's id.
  mutating func follow(child: String) {
    chosen = TrayRow(
      kind: .step(id: "", name: .register), child: child, name: "", reference: "", title: "",
      due: nil, opens: Instant(seconds: 0), planned: nil, attempts: 0, rules: [])
    isStray = false
    isPicked = true
  }

  /// Shows something else: another tray, order or filter.
  ///
  /// - Parameters:
  ///   - new: what to show.
  ///   - keeping: whether the chosen row stays chosen where it is still shown; else the first row is.
  package mutating func show(_ new: TrayQuery, keeping: Bool = false) {
    if new.tray != tray || new.isOfAll != query.isOfAll { marks = [] }
    query = new
    isStray = false
    isReshown = keeping
    if keeping { return }
    isPicked = false
    selected = 0
    top = 0
    chosen = nil
  }
}

extension Tray {
  /// The tray of a role that has one of its own besides those that everybody has.
  static func own(of role: Role) -> Tray? {
    Tray(rawValue: role.rawValue).flatMap { TraysScreen.shown.contains($0) ? nil : $0 }
  }
}
