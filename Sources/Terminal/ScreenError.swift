/// Why the terminal could not be taken.
package enum ScreenError: Error, Equatable, Sendable {
  /// Stdin or stdout is a pipe or a file.
  case notATerminal
  /// `TERM` is unset or empty.
  case noTerminalType
  /// `TERM` names a terminal that is not described here.
  case unknownTerminal(String)
  /// The terminal cannot move its cursor, as `TERM=dumb`.
  case cannotMoveCursor(String)
  /// The system refused descriptors or terminal modes.
  case refused
  /// A screen is open already; a process has one.
  case alreadyOpen

  /// What to tell the person, with the way forward.
  package var sentence: String {
    switch self {
    case .notATerminal:
      "The desk needs a terminal for its input and output; use the subcommands in scripts."
    case .noTerminalType:
      "TERM is not set, so the terminal's kind is unknown; try TERM=xterm-256color."
    case .unknownTerminal(let name):
      "This machine does not know the terminal '\(name)'; try TERM=xterm-256color."
    case .cannotMoveCursor(let name):
      "The terminal '\(name)' cannot move its cursor; the subcommands work without that."
    case .refused: "The system would not give the terminal to the program."
    case .alreadyOpen: "The terminal is in use by this program already."
    }
  }
}
