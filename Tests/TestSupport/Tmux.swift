import Foundation

/// A real terminal: a tmux server of its own, driven by keys and read as text.
package final class Tmux {
  private let socket = "homeward-\(getpid())-\(UUID().uuidString.prefix(8))"

  /// Prepares a server; it starts with the first program.
  package init() {}

  deinit {
    _ = try? run("kill-server")
    try? FileManager.default.removeItem(atPath: "/tmp/tmux-\(getuid())/\(socket)")
  }

  /// Runs a tmux command.
  ///
  /// - Returns: what it printed.
  /// - Throws: an error where tmux cannot be started.
  @discardableResult
  package func run(_ arguments: String...) throws -> String {
    try Program.run("tmux", ["-L", socket, "-f", "/dev/null"] + arguments).output
  }

  /// Starts a command line in a terminal of a size, in cells.
  ///
  /// - Throws: an error where tmux cannot be started.
  package func start(_ command: String, columns: Int, rows: Int) throws {
    try run("new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", command)
  }

  /// Presses keys by their tmux names.
  ///
  /// - Throws: an error where tmux cannot be started.
  package func press(_ keys: String...) throws {
    for key in keys { try run("send-keys", key) }
  }

  /// Types text as it is.
  ///
  /// - Throws: an error where tmux cannot be started.
  package func type(_ text: String) throws { try run("send-keys", "-l", text) }

  /// The screen, a line a row.
  ///
  /// - Returns: the rows without their trailing blanks.
  /// - Throws: an error where tmux cannot be started.
  package func screen() throws -> [String] {
    try run("capture-pane", "-p").split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// Waits until the screen shows something, by looking, never for a fixed time.
  ///
  /// - Parameters:
  ///   - limit: after how many seconds to give up.
  ///   - condition: what the screen must show.
  /// - Returns: the screen that shows it, or the last one where it never did.
  /// - Throws: an error where tmux cannot be started.
  @discardableResult
  package func wait(
    _ limit: Double = 20, until condition: ([String]) -> Bool
  ) throws -> (screen: [String], isThere: Bool) {
    let end = Date().addingTimeInterval(limit)
    while true {
      let screen = try screen()
      if condition(screen) { return (screen, true) }
      if Date() > end { return (screen, false) }
      usleep(15_000)
    }
  }
}
