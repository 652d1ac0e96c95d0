import Glibc

/// How wide what is printed may be.
enum TerminalWidth {
  /// The columns of the terminal, or 100 where standard output is none.
  static var columns: Int {
    guard isatty(1) == 1 else { return 100 }
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else { return 100 }
    return Int(size.ws_col)
  }
}
