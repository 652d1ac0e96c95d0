import Foundation
import TestSupport
import Testing

/// The desk in a real terminal, worked as a person would: by keys and by looking.
final class DeskTerminal {
  let tmux = Tmux()

  /// Opens the desk.
  ///
  /// - Parameters:
  ///   - desk: which one.
  ///   - person: who sits there.
  ///   - columns: the terminal's columns.
  ///   - rows: the terminal's rows.
  ///   - environment: settings before the command, as a shell takes them.
  ///   - arguments: what else the desk is told.
  ///   - now: the time at which the desk stands.
  /// - Throws: an error where tmux cannot be started.
  init(
    _ desk: DrillDesk, as person: String, columns: Int = 80, rows: Int = 24,
    environment: String = "", arguments: String = "", now: String = DrillDesk.now
  ) throws {
    let command = DeskTerminal.command(
      desk, as: person, environment: environment, arguments: arguments, now: now)
    try tmux.start(command, columns: columns, rows: rows)
  }

  /// Opens a shell instead, which stays when a desk in it has ended.
  init(shellOfSize columns: Int, _ rows: Int) throws {
    try tmux.start("env PS1='ready> ' ENV= sh", columns: columns, rows: rows)
    try see("ready>")
  }

  /// The command line that opens a desk.
  static func command(
    _ desk: DrillDesk, as person: String, environment: String = "", arguments: String = "",
    now: String = DrillDesk.now
  ) -> String {
    "\(environment) \(Program.homeward) --desk \(desk.path) --as \(person) --now '\(now)' \(arguments)"
      .trimmingCharacters(in: .whitespaces)
  }

  /// Presses keys by their tmux names.
  func press(_ keys: String...) throws {
    for key in keys { try tmux.press(key) }
  }

  /// Types text.
  func type(_ text: String) throws { try tmux.type(text) }

  /// Waits until every text is on the screen, and fails where they never come.
  @discardableResult
  func see(
    _ texts: String..., within limit: Double = 60, at location: SourceLocation = #_sourceLocation
  ) throws -> [String] {
    let (screen, isThere) = try tmux.wait(limit) { screen in
      texts.allSatisfy { DeskTerminal.shows($0, on: screen) }
    }
    guard isThere else {
      let missing = texts.filter { !DeskTerminal.shows($0, on: screen) }
      Issue.record(
        "The screen never showed \(missing):\n\(screen.joined(separator: "\n"))",
        sourceLocation: location)
      throw NotShown()
    }
    return screen
  }

  /// Whether a text stands on a line, or goes on from one line to the next.
  private static func shows(_ text: String, on screen: [String]) -> Bool {
    screen.contains { $0.contains(text) }
      || screen.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
        .contains(text)
  }

  /// Waits until a text is gone from the screen.
  func seeNoMore(
    _ text: String, within limit: Double = 60, at location: SourceLocation = #_sourceLocation
  ) throws {
    let (screen, isGone) = try tmux.wait(limit) { !$0.contains { $0.contains(text) } }
    guard !isGone else { return }
    Issue.record(
      "The screen still shows '\(text)':\n\(screen.joined(separator: "\n"))",
      sourceLocation: location)
    throw NotShown()
  }

  /// Waits until the desk fills a terminal of a size: its title reaches to the right edge, its footer stands on
  /// the last row.
  func seeFrame(
    columns: Int, rows: Int, at location: SourceLocation = #_sourceLocation
  ) throws {
    let (screen, isThere) = try tmux.wait(60) { screen in
      // Behind the last row stands the end of its line.
      let shown = screen.dropLast()
      return shown.count == rows && shown.last?.contains("help") == true
        && (columns - 2...columns).contains(shown.first?.count ?? 0)
    }
    guard !isThere else { return }
    Issue.record(
      "The desk never filled \(columns)×\(rows):\n\(screen.joined(separator: "\n"))",
      sourceLocation: location)
    throw NotShown()
  }

  /// The process that runs in the terminal.
  var process: pid_t? {
    get throws {
      let shown = try tmux.run("display-message", "-p", "#{pane_pid}")
      return pid_t(shown.trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }

  /// Why a test ends where it cannot go on.
  struct NotShown: Error {}
}
