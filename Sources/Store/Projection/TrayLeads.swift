import Workflow

/// Which of a child's open steps stand for the others of their tray while it is folded, one line a child.
///
/// What is to be done at once always has a line of its own. Which of the others presses most changes with
/// time alone: what is due later gives way to what has no
/// limit, until it is due soon. So the most pressing of each kind is
/// noted with what presses most of the other kind, and the queue asks at the moment which of the two it
/// is: time moves no row of a table.
struct TrayLeads {
  /// For each step that may stand for others, by its id: what presses most of the other kind, or nothing
  /// where there is none.
  private(set) var other: [String: Int64?] = [:]

  /// A step that is open.
  struct Entry {
    let id: String
    let tray: Tray
    /// From when it lies in its tray.
    let shownFrom: Instant
    /// By what it lies there (`TrayOrder`).
    let sortDue: Int64
    /// Whether it always has a line of its own: what people do for many children at once.
    var standsAlone = false
  }

  /// How many rows of one child in a tray are shown whole: what is read at a glance hides nothing.
  static let most = 3

  /// Finds them.
  ///
  /// - Parameters:
  ///   - steps: the open steps of one child.
  ///   - now: when the child was last written of. What is to open later stands by itself: it comes into
  ///     sight by time alone, and not even a folded tray may hide that.
  init(_ steps: [Entry], asOf now: Instant) {
    for (_, open) in Dictionary(grouping: steps, by: \.tray) {
      let isShort = open.count { $0.shownFrom <= now } <= TrayLeads.most
      let own = open.filter {
        $0.standsAlone || $0.sortDue < 0 || $0.shownFrom > now || isShort
      }
      for step in own { other[step.id] = .some(nil) }
      let there = open.filter { other[$0.id] == nil }
        .sorted { ($0.sortDue, $0.id) < ($1.sortDue, $1.id) }
      let dated = there.first { $0.sortDue < TrayOrder.noLimit }
      let unlimited = there.filter {
        (TrayOrder.noLimit..<TrayOrder.standing).contains($0.sortDue)
      }
      // The newest, as that is the one that may count as due now.
      let newest = unlimited.first { $0.sortDue == unlimited.last?.sortDue }
      if let dated { other[dated.id] = .some(newest?.sortDue) }
      if let newest { other[newest.id] = .some(dated?.sortDue) }
      if dated == nil, newest == nil, let standing = there.first { other[standing.id] = .some(nil) }
    }
  }

  /// Whether a step may stand for the others.
  func leads(_ id: String) -> Bool { other.keys.contains(id) }
}
