package import Workflow

/// What of a tray is shown, and in which order.
package struct TrayQuery: Sendable, Hashable {
  /// The tray.
  package var tray: Tray
  /// Whether the rows of all trays are meant, each with the name of its own; the tray is then the one to go
  /// back to.
  package var isOfAll = false
  /// The order of its rows.
  package var sort: TraySort = .due
  /// Which of them.
  package var filter = TrayFilter("")
  /// The child whose rows are all shown while the others have one line each.
  package var unfolded: String?

  /// Whether a child has one line that stands for all its rows: in the usual order, and unless a filter
  /// asks for certain rows rather than certain children; of all trays each row is somebody else's.
  package var isFolded: Bool { !isOfAll && sort == .due && filter.isAboutChildren }

  /// Asks for a whole tray, what presses most first.
  package init(tray: Tray) { self.tray = tray }
}

/// The orders in which a tray can be shown.
package enum TraySort: String, CaseIterable, Sendable {
  /// What presses most first, each child with one line.
  case due
  /// By the child's name.
  case child
  /// What came last first.
  case opened
  /// What presses most first, every row by itself.
  case steps

  /// What the heading says of it; nothing of the usual order.
  var words: String? {
    switch self {
    case .due: nil
    case .steps: "every row"
    case .child: "by child"
    case .opened: "newest first"
    }
  }

  /// What is said when it is chosen.
  var sentence: String {
    switch self {
    case .due:
      "A line a child, for four rows or more. At once, overdue, reports (high risk, then who is still away), due within 72 hours, no limit (today's first), due later; what only stands there last"
    case .steps: "Every row by itself: at once, overdue, then as they fall due"
    case .child: "By the child's name"
    case .opened: "What came last first"
    }
  }
}

/// What is asked of the outside for a tray: a part of it, around a row where one is selected.
package struct TrayQuestion: Sendable, Hashable {
  /// A row that is to be among the answer wherever it stands now.
  package struct Anchor: Sendable, Hashable {
    /// The row.
    package let kind: TrayRow.Kind
    /// Its child, for whose other row is selected where this one is gone.
    package let child: String
    /// How many rows to give before it.
    package let before: Int

    /// Asks for a row.
    package init(kind: TrayRow.Kind, child: String, before: Int) {
      self.kind = kind
      self.child = child
      self.before = before
    }
  }

  /// What of the tray is shown.
  package let query: TrayQuery
  /// The place of the first row, where there is no anchor or it is gone.
  package let offset: Int
  /// How many rows.
  package let limit: Int
  /// The selected row.
  package let anchor: Anchor?
  /// Whether the counts of all trays and the drafts are asked for, too; scrolling does not change them.
  package let isCounted: Bool

  /// Makes a question.
  package init(
    _ query: TrayQuery, offset: Int, limit: Int, anchor: Anchor? = nil, isCounted: Bool = true
  ) {
    self.query = query
    self.offset = offset
    self.limit = limit
    self.anchor = anchor
    self.isCounted = isCounted
  }
}
