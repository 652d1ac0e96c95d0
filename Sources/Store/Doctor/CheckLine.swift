/// One thing that was looked at in a check-up, and how it stands.
package struct CheckLine: Hashable, Sendable {
  /// How a thing stands.
  package enum State: String, Sendable, Comparable {
    case ok
    /// Works, and somebody should look at it.
    case warn
    /// Work is in danger or cannot go on.
    case fail

    package static func < (left: State, right: State) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .ok: 0
      case .warn: 1
      case .fail: 2
      }
    }
  }

  /// What was looked at, as scripts name it: `file-system`, `settings`.
  package let name: String
  /// How it stands.
  package let state: State
  /// What was found, in a sentence.
  package let found: String
  /// What to do about it, where something is to be done.
  package let wayForward: String?

  /// Makes a line.
  package init(_ name: String, _ state: State, _ found: String, wayForward: String? = nil) {
    self.name = name
    self.state = state
    self.found = found
    self.wayForward = wayForward
  }

  static func ok(_ name: String, _ found: String) -> CheckLine { CheckLine(name, .ok, found) }
}
