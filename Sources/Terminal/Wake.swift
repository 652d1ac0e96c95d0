internal import CNcurses
internal import Grid

/// Why waiting ended; several reasons may come together, and none means the time was up.
package struct Wake: OptionSet, Sendable {
  /// One bit a reason, as the shim reports them.
  package let rawValue: Int32

  /// Makes a set from its bits.
  ///
  /// - Parameter rawValue: one bit a reason.
  package init(rawValue: Int32) { self.rawValue = rawValue }

  /// Keys or a new size wait in ``Screen/keys()``.
  package static let keys = Wake(rawValue: 1)
  /// A watched file changed.
  package static let fileChanged = Wake(rawValue: 2)
  /// A worker posted by ``Wakeup``.
  package static let posted = Wake(rawValue: 4)
  /// The terminal is gone (SIGHUP or a hang-up of its line); save and end.
  package static let hangUp = Wake(rawValue: 8)
  /// SIGTERM or SIGINT asked the program to end; save and end.
  package static let terminate = Wake(rawValue: 16)
}

/// Ends the wait of the main thread from any thread.
///
/// A post is never lost: one made before the wait begins ends it at once.
package struct Wakeup: Sendable {
  /// Makes the next or present wait come back with ``Wake/posted``.
  package func post() { hw_post() }
}

extension Screen {
  /// Waits for keys, changes of the watched files, posts and signals.
  ///
  /// - Parameter timeoutMilliseconds: how long at most; nil for as long as it takes.
  /// - Returns: the reasons; empty when the time was up. A hang-up or an end asked for is
  ///   reported by every wait from then on.
  package func wait(timeoutMilliseconds: Int?) -> Wake {
    let limit = timeoutMilliseconds.map { Int32(clamping: max(0, $0)) } ?? -1
    let reasons = hw_wait(isResized ? 0 : limit)
    var wake = Wake(rawValue: reasons & 31)
    // Somebody else stopped us and the shell has used the terminal since.
    if reasons & Int32(HW_CONTINUED) != 0 { goOn(isResized: hw_resume()) }
    if isResized { wake.insert(.keys) }
    if reasons & Int32(HW_SUSPEND) != 0 {
      pending.append(.control("z"))
      wake.insert(.keys)
    }
    return wake
  }

  /// Watches a folder for changes to files whose names begin with a prefix.
  ///
  /// The folder and not the file, because a database's journal comes and goes.
  ///
  /// - Parameters:
  ///   - directory: the folder's path.
  ///   - prefix: what names begin with, such as `desk.sqlite`.
  /// - Returns: false when the system cannot watch it; then poll on a timer.
  @discardableResult
  package func watch(directory: String, prefix: String) -> Bool { hw_watch(directory, prefix) }

  /// The handle by which workers wake the main thread.
  package nonisolated var wakeup: Wakeup { Wakeup() }
}
