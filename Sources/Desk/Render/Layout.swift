import Grid

/// Where things stand on the screen: arithmetic on the size alone.
package struct Layout: Sendable {
  /// The smallest terminal in which the desk can be used, in cells.
  package static let floor = Desk.Size(width: 40, height: 12)

  /// The size of the screen, in cells.
  package let size: Desk.Size

  /// Whether the pane that says more of a tray's selected row is wanted.
  let isPreviewed: Bool

  /// Makes the layout of a size.
  package init(size: Desk.Size, isPreviewed: Bool = true) {
    self.size = size
    self.isPreviewed = isPreviewed
  }

  /// Whether there is room for anything.
  package var fits: Bool { size.width >= Layout.floor.width && size.height >= Layout.floor.height }

  /// Columns of the list of trays; none where the terminal is too narrow for list and rows.
  var sidebarWidth: Int {
    size.width >= 160 ? 36 : size.width >= 120 ? 30 : size.width >= 100 ? 26 : 0
  }

  /// Rows of the trays' names above the rows, where there is no list beside them.
  var stripRows: Int { sidebarWidth == 0 && size.width >= 60 && size.height >= 16 ? 1 : 0 }

  /// Rows of the pane below a tray that says more of the selected row.
  var previewRows: Int {
    guard isPreviewed else { return 0 }
    return size.height >= 30 ? 8 : size.height >= 22 ? 4 : 0
  }

  /// The frame of the list of trays.
  var sidebar: Rect { Rect(row: 1, column: 0, height: bodyHeight, width: sidebarWidth) }

  /// The frame of a tray's rows and preview.
  var tray: Rect {
    Rect(
      row: 1 + stripRows, column: sidebarWidth, height: bodyHeight - stripRows,
      width: size.width - sidebarWidth)
  }

  /// Everything between the title and the foot.
  var body: Rect { Rect(row: 1, column: 0, height: bodyHeight, width: size.width) }

  /// Rows of a tray on the screen: without its frame, its heading and its preview.
  var trayRows: Int {
    max(1, tray.height - 3 - (previewRows > 0 ? previewRows + 1 : 0))
  }

  /// Whether a child's steps and timeline stand side by side.
  var isWide: Bool { size.width >= 160 }

  /// The last row but one: what just happened.
  var toastRow: Int { size.height - 2 }

  /// The last row: what can be done.
  var footerRow: Int { size.height - 1 }

  private var bodyHeight: Int { max(0, size.height - 3) }
}

/// The first of so many rows on the screen, so that the selected one is among them and the last ones
/// leave no gap.
func firstRow(selected: Int, count: Int, rows: Int) -> Int {
  max(0, min(selected - rows / 2, count - rows))
}
