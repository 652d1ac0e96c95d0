package import Workflow

/// Which rows of a tray, and in which order.
package struct StepQuery: Sendable, Hashable {
  /// The tray, or nothing for all trays together; those are never folded.
  package var tray: Tray?
  /// The order.
  package var order: Order
  /// Words of which each must stand in the child's name, the step, its reference or its rules, or be the
  /// child's age.
  package var words: [String]
  /// What the rows must be: of `overdue`, `today` and `noLimit` any, of the others all.
  package var states: Set<State>
  /// The children on whom the person has a draft, for `draft`.
  package var draftChildren: [String]
  /// Whether a child has one line, its most pressing step, that stands for its others; only in the order
  /// of due times and without a filter.
  package var isFolded = false
  /// The child whose other rows stand below its line all the same.
  package var unfolded: String?

  /// Makes a query.
  package init(
    tray: Tray?, order: Order = .due, words: [String] = [], states: Set<State> = [],
    draftChildren: [String] = []
  ) {
    self.tray = tray
    self.order = order
    self.words = words
    self.states = states
    self.draftChildren = draftChildren
  }

  /// The orders in which a tray can be shown.
  package enum Order: String, CaseIterable, Sendable {
    /// What presses most first: see `TrayOrder`.
    case due
    /// By the child's name, then by due time.
    case child
    /// What came last first.
    case opened
  }

  /// What a row can be.
  package enum State: String, CaseIterable, Sendable {
    case overdue, today, noLimit, unseen, away, draft, mine
  }

  /// Whether every row of the tray is meant.
  package var isWhole: Bool { words.isEmpty && states.isEmpty }
}

/// The order in which a tray is worked through (`Pressing`), as ranges of `sort_due`, each of them a run of an
/// index; in each what is due first, or longest there, comes first.
enum TrayOrder {
  /// What is to be done at once of a child who told of harm lies from here on, before the rest of it, by when it
  /// opened.
  static let harm: Int64 = -1 << 42
  /// What is to be done at once lies from here on, below zero, by when it opened.
  static let atOnce: Int64 = -1 << 41
  /// What has no limit lies from here on by when it opened.
  static let noLimit: Int64 = 1 << 40
  /// What only stands there lies from here on by when it opened.
  static let standing: Int64 = 1 << 41
  /// How long something without a limit counts as new, in seconds.
  static let day = Pressing.day
  /// How far ahead "soon" reaches, in seconds.
  static let soon = WorkStep.soon

  /// How many of the ranges come before what is new.
  static let pressing = 2

  /// The ranges in their order, at a moment.
  static func ranges(now: Instant) -> [Range<Int64>] {
    let now = now.seconds
    let fresh = noLimit + now - day
    return Pressing.allCases.map { part in
      switch part {
      case .atOnce: Int64.min..<0
      case .overdue: 0..<now
      case .soon: now..<now + soon
      case .new: fresh..<standing
      case .unlimited: noLimit..<fresh
      case .later: now + soon..<noLimit
      case .standing: standing..<Int64.max
      }
    }
  }
}
