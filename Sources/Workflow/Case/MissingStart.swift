/// From when a child counts as missing, and why from then.
package struct MissingStart: Sendable, Hashable {
  /// The instant from which the clocks run.
  package let at: Instant
  /// The ground.
  package let basis: Basis
  /// The event that says so.
  package let event: Event

  /// On what ground an instant is the start.
  package enum Basis: String, Sendable {
    case lastSeen = "last-seen"
    case leftPlacement = "left-placement"
    case reported
    case stated
    case noticed
    /// The child was located or back before anybody is known to have reported it.
    case over

    /// Whether it is known since when the child is away; else the clocks run from what is known, and the
    /// child is away for longer than they say.
    package var isKnown: Bool {
      switch self {
      case .lastSeen, .leftPlacement, .stated: true
      case .reported, .noticed, .over: false
      }
    }

    /// For how long the child is away: `1d 6h`, or `at least 37d` where nobody knows since when.
    package func length(seconds: Int64) -> String {
      (isKnown ? "" : "at least ") + Elapsed.short(seconds: max(0, seconds))
    }

    /// Since when, to stand behind how long: `since Mon 19 Oct 21:15`, or `last seen not known, reported Fri
    /// 16 Oct 07:20`.
    ///
    /// - Parameter moment: the start in words.
    /// - Returns: the words.
    package func since(_ moment: String) -> String {
      switch self {
      case .lastSeen, .leftPlacement, .stated: "since \(moment)"
      case .reported: "last seen not known, reported \(moment)"
      case .noticed: "last seen not known, noticed \(moment)"
      case .over: "last seen not known, located or back \(moment)"
      }
    }

    /// The same behind `AWAY`: ` since Mon 19 Oct 21:15`, or with a comma.
    package func andSince(_ moment: String) -> String {
      (isKnown ? " " : ", ") + since(moment)
    }

    /// What would move it: the lines of the going that count, and those that do not beside them.
    var whatMovesIt: String {
      switch self {
      case .lastSeen, .leftPlacement:
        "A corrected “Last seen” or “Left placement”; “Gone since” does not count beside them"
      case .stated:
        "A corrected “Gone since”, or a “Last seen” that is filled in and counts instead"
      case .reported: "A “Last seen” that becomes known, or an earlier report"
      case .noticed, .over: "A “Last seen” that becomes known, or a report"
      }
    }

    /// In words that finish "counted from".
    package var words: String {
      switch self {
      case .lastSeen: "when a responsible adult last saw the child"
      case .leftPlacement: "when the child left the placement, which is later than last seen"
      case .reported: "the report, because nobody knows when the child was last seen"
      case .stated: "when the child is said to have gone"
      case .noticed: "when the absence was noticed, because nothing earlier is known"
      case .over: "when the child was located or back, because nothing earlier is known"
      }
    }
  }
}
