/// When to look whether another process has saved something.
///
/// The log changes when a commit is written, but the commit can be seen only once the disk has kept it:
/// in a moment on most disks, in seconds on a busy one, and nothing tells of that. So after a change each
/// wait is twice as long as the one before, up to half a second, for half a minute.
package struct CommitLooks: Sendable {
  /// Milliseconds from a change to the first look.
  package static let first = 10
  /// Milliseconds between two looks, at most: what is saved is to be seen within a second.
  package static let longest = 500
  /// Milliseconds from a change to the last look; from there on the minute has it.
  package static let end = 30_000

  private let isTold: Bool
  private var pause = CommitLooks.longest
  private var due: Int?
  private var end = 0

  /// Makes looks of which none is due.
  ///
  /// - Parameters:
  ///   - isTold: whether the system tells of changes; where it does not, the looks never end.
  ///   - clock: milliseconds of a clock that only goes on.
  package init(isTold: Bool, at clock: Int) {
    self.isTold = isTold
    due = isTold ? nil : clock + pause
  }

  /// Begins anew with short waits: the file or its log has changed.
  package mutating func changed(at clock: Int) {
    pause = CommitLooks.first
    due = clock + pause
    end = clock + CommitLooks.end
  }

  /// Goes on to the next look where one was due.
  package mutating func looked(at clock: Int) {
    guard let last = due, clock >= last else { return }
    pause = min(pause * 2, CommitLooks.longest)
    due = isTold && clock + pause > end ? nil : clock + pause
  }

  /// Milliseconds until the next look, or nothing where none is due.
  package func wait(at clock: Int) -> Int? { due.map { max(0, $0 - clock) } }
}
