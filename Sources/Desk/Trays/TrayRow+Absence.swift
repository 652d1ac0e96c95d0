import Grid
package import Workflow

extension TrayRow {
  /// When a child was away.
  package struct Absence: Sendable, Hashable {
    /// From when.
    package let started: Instant
    /// On what ground it is counted from then.
    package var basis = MissingStart.Basis.stated
    /// Until when, where the child is back.
    package let returned: Instant?
    /// When the child was located, perhaps somewhere else than at home.
    package var found: Instant?
    /// Where.
    package var placeFound: String?
    /// Where the child came back to, where that is said.
    package var placeReturned: String?
    /// Where the child is known to be while it is away.
    package var whereabouts: String?
    /// Whether the child is not safe there.
    package var isUnsafe = false
    /// Whether the child is back from this one and has gone again since.
    package var isAwayAgain = false

    /// `located Sun 22 Nov 12:20, Saltcombe police station; not home yet`; nothing before that or after.
    var located: String? {
      guard let found, returned == nil else { return nil }
      return Absence.located(found.spokenShort, at: placeFound)
    }

    /// `located Sun 22 Nov 12:20, Saltcombe police station; not home yet`.
    static func located(_ moment: String, at place: String?) -> String {
      "located \(moment)" + (place.map { ", \(displaySafe($0))" } ?? "") + "; not home yet"
    }

    /// Makes an absence.
    package init(started: Instant, returned: Instant?) {
      self.started = started
      self.returned = returned
    }
  }
}
