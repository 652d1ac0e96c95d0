package import Workflow

/// The trays: what is open in one of them, and how much waits in all.
package struct TraysScreen: Sendable {
  /// The tray whose rows are shown.
  package var tray: Tray
  /// The rows that are loaded.
  package var window: TrayWindow?
  /// The selected row's place in the whole tray.
  package var selected = 0
  /// The place of the first row on the screen.
  package var top = 0
  /// The number of the last question for rows: answers to earlier ones are late.
  package var asked = 0

  /// The trays that people switch between, in the order of their numbers.
  package static let shown: [Tray] = [
    .frontDoor, .missingCoordinator, .tys, .rhi, .teamManager, .socialWorker,
  ]

  /// Those, and every other tray in which something waits or which is shown: no work is out of sight.
  package var switchable: [Tray] {
    TraysScreen.shown
      + Tray.allCases.filter {
        !TraysScreen.shown.contains($0) && ($0 == tray || (count(of: $0)?.open ?? 0) > 0)
      }
  }

  /// Shows a tray of which nothing is loaded yet.
  package init(tray: Tray) { self.tray = tray }

  /// How many rows the whole tray has.
  package var total: Int {
    guard let window, window.tray == tray else { return 0 }
    return max(
      count(of: tray)?.open ?? 0, window.rows.isEmpty ? 0 : window.offset + window.rows.count)
  }

  /// How much waits in a tray.
  package func count(of tray: Tray) -> TrayCount? {
    window?.counts.first { $0.tray == tray }
  }

  /// The row at a place of the whole tray, where it is loaded.
  package func row(at place: Int) -> TrayRow? {
    guard let window, window.tray == tray else { return nil }
    let index = place - window.offset
    return window.rows.indices.contains(index) ? window.rows[index] : nil
  }

  /// The selected row.
  package var selectedRow: TrayRow? { row(at: selected) }

  /// Takes in rows: the selection stays on the row that it was on, and so does the screen around it.
  ///
  /// - Parameters:
  ///   - new: the rows.
  ///   - visibleRows: how many fit on the screen.
  /// - Returns: the row that was selected where the new rows have it no longer.
  package mutating func take(_ new: TrayWindow, visibleRows: Int) -> TrayRow? {
    let before = selectedRow
    window = new
    var gone = before
    if let before, let index = new.rows.firstIndex(where: { $0.kind == before.kind }) {
      top += new.offset + index - selected
      selected = new.offset + index
      gone = nil
    }
    move(to: selected, visibleRows: visibleRows)
    return gone
  }

  /// Moves the selection, and the rows with it.
  package mutating func move(to place: Int, visibleRows: Int) {
    selected = min(max(0, place), max(0, total - 1))
    if selected < top { top = selected }
    if selected >= top + visibleRows { top = selected - visibleRows + 1 }
    top = max(0, min(top, max(0, total - visibleRows)))
  }
}
