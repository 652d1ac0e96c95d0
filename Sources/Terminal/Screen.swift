internal import CNcurses
internal import Glibc
package import Grid

/// The terminal: frames go to it, keys come from it, and it is given back on every way out.
///
/// A process has one, on the main thread. Signals that end the program come as ``Wake``; a crash
/// restores the terminal before it takes its course.
@MainActor
package final class Screen {
  /// Columns of the terminal.
  package var width: Int { Int(hw_columns()) }
  /// Rows of the terminal.
  package var height: Int { Int(hw_lines()) }
  /// What of a theme the terminal can show; `mono` under `NO_COLOR`.
  package let rung: Rung
  /// False when the locale has no UTF-8 and everything is shown in ASCII (``AsciiFallback``).
  package let isUnicode: Bool
  /// Bytes the latest frame took on its way to the terminal.
  package internal(set) var bytesOfLatestFrame = 0

  /// What the terminal shows; nil when all must be drawn again.
  var shown: Frame?
  /// The theme it shows it in.
  var theme: Theme?
  /// What ncurses is told of each role.
  var paints: [Paint] = []
  /// The number of each pair of colours.
  var pairs: [PairKey: Int32] = [:]
  /// Keys that came another way than through the terminal.
  var pending: [Key] = []
  /// Whether ncurses follows another size of the terminal already and ``keys()`` has yet to say so.
  var isResized = false
  /// What has been pasted so far, while a paste comes in.
  var pasted: String.UnicodeScalarView?
  /// Reading from a pad keeps ncurses from repainting behind our back.
  let keySource: UnsafeMutablePointer<WINDOW>?
  /// Whether lines and blocks are drawn in ASCII (HOMEWARD_LINES=ascii), for fonts that lack them.
  let hasPlainLines = Screen.environment("HOMEWARD_LINES") == "ascii"
  /// Whether the terminal was asked if it can hold a frame back until it is whole.
  var isAskingForSync = false
  private static var isTaken = false
  private var isOpen = true

  /// Takes the terminal on stdin and stdout.
  ///
  /// - Throws: a ``ScreenError`` with a sentence for the person; the terminal is as before.
  package convenience init() throws(ScreenError) {
    guard isatty(0) == 1, isatty(1) == 1 else { throw .notATerminal }
    guard let term = Self.environment("TERM") else { throw .noTerminalType }
    if term == "dumb" { throw .cannotMoveCursor(term) }
    if Self.isTaken { throw .alreadyOpen }
    let isUnicode = hw_set_locale()
    switch hw_open(term) {
    case 0: break
    case 1: throw .unknownTerminal(term)
    case 2: throw .cannotMoveCursor(term)
    default: throw .refused
    }
    self.init(isUnicode: isUnicode, colours: Self.environment("NO_COLOR") == nil)
    if Self.mayAskForSync {
      isAskingForSync = true
      hw_ask_sync()
    }
  }

  /// Opens a screen without a terminal, through real ncurses, for tests.
  ///
  /// - Parameters:
  ///   - width: columns.
  ///   - height: rows.
  ///   - isUnicode: false to see the ASCII fallback.
  ///   - colours: false for the mono rung.
  /// - Throws: a ``ScreenError`` when ncurses has no entry for xterm-256color.
  package convenience init(
    headlessWidth width: Int, height: Int, isUnicode: Bool = true, colours: Bool = true
  ) throws(ScreenError) {
    if Self.isTaken { throw .alreadyOpen }
    guard hw_open_headless(Int32(height), Int32(width)) == 0 else {
      throw .unknownTerminal("xterm-256color")
    }
    self.init(isUnicode: isUnicode, colours: colours)
  }

  private init(isUnicode: Bool, colours: Bool) {
    self.isUnicode = isUnicode
    Self.isTaken = true
    if colours && has_colors() {
      start_color()
      use_default_colors()
      rung = hw_colors() >= 256 ? .palette : hw_colors() >= 8 ? .ansi : .mono
    } else {
      rung = .mono
    }
    keySource = newpad(1, 1)
    if let keySource {
      keypad(keySource, true)
      wtimeout(keySource, 0)
    }
  }

  /// Gives the terminal back as it was; more calls do nothing.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    Self.isTaken = false
    if let keySource { delwin(keySource) }
    hw_close()
  }

  /// Stops the program as Ctrl-Z does, and paints everything again when it goes on.
  package func suspend() {
    goOn(isResized: hw_suspend())
  }

  /// Gives the terminal to another program for as long as some work takes, and paints everything again.
  ///
  /// - Parameter work: what has the terminal meanwhile.
  /// - Returns: what the work gives.
  package func lend<T>(to work: () -> T) -> T {
    hw_lend()
    let result = work()
    goOn(isResized: hw_resume())
    return result
  }

  /// Paints everything again once the terminal is ours again.
  ///
  /// - Parameter isResized: whether it changed its size while it was another's.
  func goOn(isResized: Bool) {
    self.isResized = self.isResized || isResized
    repaint()
  }

  /// Sends the whole picture again, as after Ctrl-L or when another program wrote over it.
  package func redrawAll() {
    clearok(hw_stdscr(), true)
    repaint()
  }

  /// Paints what was shown last, all of it.
  func repaint() {
    guard let frame = shown, let theme else { return }
    shown = nil
    show(frame, theme: theme)
  }

  /// Has the terminal report the mouse, or leaves it to the terminal.
  package func useMouse(_ isOn: Bool) { hw_mouse(isOn) }

  /// Gives a text to the terminal's clipboard (OSC 52), at most 4 KB of it; no answer comes.
  package func copy(_ text: String) { Clipboard.write(text) }

  /// Whether to ask for synchronized output: not over SSH unless HOMEWARD_SYNC=yes, as the answer may come
  /// late; never where HOMEWARD_SYNC=no.
  private static var mayAskForSync: Bool {
    switch environment("HOMEWARD_SYNC") {
    case "yes": true
    case "no": false
    default: environment("SSH_CONNECTION") == nil && environment("SSH_TTY") == nil
    }
  }

  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
