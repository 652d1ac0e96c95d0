package import Workflow

/// What somebody else has begun to type on a child or a report and has not recorded: who takes over at the
/// end of a shift must hear of it before doing the same once more.
package struct BegunByOther: Sendable, Hashable {
  /// The name of whoever types.
  package let name: String
  /// When it was kept last.
  package let saved: Instant
  /// What it is, in the words of the timeline: `returned`.
  package let what: String

  /// Notes what somebody has begun.
  package init(name: String, saved: Instant, what: String) {
    self.name = name
    self.saved = saved
    self.what = what
  }

  /// `M. Castell, Sun 22 Nov 11:08`.
  package var who: String { "\(name), \(saved.spokenShort)" }

  /// `~ M. Castell began Sun 22 Nov 11:08, not recorded: returned`.
  var sentence: String { "~ \(name) began \(saved.spokenShort), not recorded: \(what)" }
}
