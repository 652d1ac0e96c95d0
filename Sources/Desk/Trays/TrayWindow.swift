package import Workflow

/// How much waits in a tray.
package struct TrayCount: Sendable, Hashable {
  /// The tray.
  package let tray: Tray
  /// Open rows.
  package let open: Int
  /// Rows whose due time has passed.
  package let overdue: Int
  /// Rows due before midnight.
  package let today: Int
  /// Reports among them that wait for triage: what they tell is to be read now, and no date says so.
  package var reports = 0
  /// Rows at which the person has not looked as they stand now.
  package internal(set) var unseen: Int

  /// How many are new, in a word: who has looked at nothing yet learns nothing from a number.
  var unseenWords: String { unseen == open ? "all" : "\(unseen)" }

  /// Makes a count.
  package init(tray: Tray, open: Int, overdue: Int, today: Int, unseen: Int = 0) {
    self.tray = tray
    self.open = open
    self.overdue = overdue
    self.today = today
    self.unseen = unseen
  }
}

/// An episode as the repeat lens of a tray needs it.
package struct PastEpisode: Sendable, Hashable {
  /// The reference.
  package let reference: String
  /// From when the child counted as missing.
  package let started: Instant
  /// Where the child was located, or else came back to.
  package let place: String?
  /// When.
  package let placed: Instant?

  /// Makes an episode.
  package init(reference: String, started: Instant, place: String?, placed: Instant?) {
    self.reference = reference
    self.started = started
    self.place = place
    self.placed = placed
  }
}

/// A tray's rows from an offset on: as many as a screen needs and a few more.
package struct TrayWindow: Sendable, Hashable {
  /// What of the tray was asked for.
  package internal(set) var query: TrayQuery
  /// The place of the first row in the whole tray.
  package let offset: Int
  /// The rows.
  package internal(set) var rows: [TrayRow]
  /// How many rows there are with that filter.
  package let total: Int
  /// How much waits in every tray; nothing where it was not asked for.
  package let counts: [TrayCount]?
  /// The row that was asked for, and whether it is gone.
  package var anchor: (kind: TrayRow.Kind, isGone: Bool)? {
    anchorKind.map { ($0, isAnchorGone) }
  }
  /// Where the row that was asked for is gone: the place of another row of its child.
  package var sibling: Int?
  /// The episodes of the last months of the rows' children, oldest first.
  package var past: [String: [PastEpisode]] = [:]
  /// When counts and rows are others by the time alone: something becomes late, opens, or a day begins;
  /// nothing where it was not asked for.
  package var changes: Instant?
  /// The keys of the person's drafts; nothing where they were not asked for.
  package var drafts: [String]?

  /// Whether the row that was asked for is still in the tray, and only a filter or folding leaves it out.
  package private(set) var isAnchorLeftOut = false

  private var anchorKind: TrayRow.Kind?
  private var isAnchorGone = false

  /// Makes a window.
  ///
  /// - Parameters:
  ///   - query: what of the tray was asked for.
  ///   - offset: the place of the first row.
  ///   - rows: the rows.
  ///   - total: how many there are in all.
  ///   - counts: how much waits in every tray.
  package init(
    _ query: TrayQuery, offset: Int, rows: [TrayRow], total: Int, counts: [TrayCount]?
  ) {
    self.query = query
    self.offset = offset
    self.rows = rows
    self.total = total
    self.rows.tellTwinsApart()
    self.counts = counts
  }

  /// Notes that the person has looked at rows, or takes the note back.
  mutating func see(_ ids: Set<String>, _ isSeen: Bool) {
    for index in rows.indices where ids.contains(rows[index].kind.id) {
      rows[index].isUnseen = !isSeen
    }
  }

  /// Says what became of the row that was asked for.
  ///
  /// - Parameters:
  ///   - anchor: the row.
  ///   - isGone: whether it is not among the rows.
  ///   - isLeftOut: whether it is still in the tray, and only a filter or folding leaves it out.
  ///   - sibling: the place of another row of its child.
  package mutating func answer(
    _ anchor: TrayRow.Kind, isGone: Bool, isLeftOut: Bool = false, sibling: Int?
  ) {
    anchorKind = anchor
    isAnchorGone = isGone
    isAnchorLeftOut = isLeftOut
    self.sibling = sibling
  }
}
