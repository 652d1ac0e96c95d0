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

/// The order in which a tray is worked through, as ranges of `sort_due`, each of them a run of an index.
///
/// 1. what is to be done at once (`WorkStep.isAtOnce`): a child may be suffering significant harm, and
///    month-old dates must not stand before that;
/// 2. what is overdue;
/// 3. what is due within 24 hours: its clock runs out this shift or the next;
/// 4. what has no limit and opened in the last 24 hours: nobody has looked at it yet, and a long list of
///    later dates must not hide it;
/// 5. what has no limit and is older, the longest open first;
/// 6. what is due later;
/// 7. what only stands there (`StepName.isStanding`).
enum TrayOrder {
  /// What is to be done at once lies from here on, below zero, by when it opened.
  static let atOnce: Int64 = -1 << 41
  /// What has no limit lies from here on by when it opened.
  static let noLimit: Int64 = 1 << 40
  /// What only stands there lies from here on by when it opened.
  static let standing: Int64 = 1 << 41
  /// How long something without a limit counts as new, and how far ahead "soon" reaches, in seconds.
  static let day: Int64 = 86_400

  /// How many of the ranges come before what is new.
  static let pressing = 2

  /// The ranges in their order, at a moment.
  static func ranges(now: Instant) -> [Range<Int64>] {
    let now = now.seconds
    let fresh = noLimit + now - day
    return [
      Int64.min..<0, 0..<now, now..<now + day, fresh..<standing, noLimit..<fresh,
      now + day..<noLimit, standing..<Int64.max,
    ]
  }
}
