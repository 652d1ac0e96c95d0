internal import CNcurses
internal import Glibc
package import Grid

/// The terminal taken for lines: no screen, nothing is drawn over, every change is a line of its own, as a
/// screen reader, a braille line or a printer wants it.
@MainActor
package final class PlainTerminal {
  /// False when the locale has no UTF-8 and everything is written in ASCII.
  package let isUnicode: Bool
  /// Whether letters that were written last have no end of line behind them yet.
  private var isLineOpen = false
  private var bytes: [UInt8] = []
  private var pending: [Key] = []
  private var isOpen = true

  /// Takes the terminal on stdin and stdout.
  ///
  /// - Throws: a ``ScreenError`` with a sentence for the person; the terminal is as before.
  package init() throws(ScreenError) {
    guard isatty(0) == 1, isatty(1) == 1 else { throw .notATerminal }
    isUnicode = hw_set_locale()
    let term = Screen.environment("TERM") ?? "dumb"
    guard hw_open_plain(term != "dumb") == 0 else { throw .refused }
  }

  /// Gives the terminal back as it was; more calls do nothing.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    endLine()
    hw_close()
  }

  /// Writes a line of its own.
  package func write(line: String) {
    endLine()
    send(shown(line) + "\n")
  }

  /// Writes letters that go on where the last ones ended.
  package func write(letters: String) {
    for part in letters.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if part.offset > 0 { endLine(always: true) }
      guard !part.element.isEmpty else { continue }
      send(shown(String(part.element)))
      isLineOpen = true
    }
  }

  private func endLine(always: Bool = false) {
    if isLineOpen || always { send("\n") }
    isLineOpen = false
  }

  private func shown(_ text: String) -> String {
    let safe = displaySafe(text)
    guard !isUnicode else { return safe }
    var plain = String.UnicodeScalarView()
    for scalar in safe.unicodeScalars where DisplayWidth.of(scalar) > 0 {
      plain.append(AsciiFallback.letter(for: scalar))
    }
    return String(plain)
  }

  private func send(_ text: String) {
    text.withCString { hw_write_control($0, text.utf8.count) }
  }

  /// Waits for keys, changes of the watched files, posts and signals, as ``Screen/wait(timeoutMilliseconds:)``.
  package func wait(timeoutMilliseconds: Int?) -> Wake {
    let reasons = hw_wait(timeoutMilliseconds.map { Int32(clamping: max(0, $0)) } ?? -1)
    var wake = Wake(rawValue: reasons & 31)
    if reasons & Int32(HW_CONTINUED) != 0 { hw_resume() }
    if reasons & Int32(HW_SUSPEND) != 0 {
      pending.append(.control("z"))
      wake.insert(.keys)
    }
    return wake
  }

  /// Watches a folder for changes to files whose names begin with a prefix.
  @discardableResult
  package func watch(directory: String, prefix: String) -> Bool { hw_watch(directory, prefix) }

  /// The handle by which workers wake the main thread.
  package nonisolated var wakeup: Wakeup { Wakeup() }

  /// Stops the program as Ctrl-Z does.
  package func suspend() {
    endLine()
    hw_suspend()
  }

  /// Gives the terminal to another program for as long as some work takes.
  package func lend<T>(to work: () -> T) -> T {
    endLine()
    hw_lend()
    let result = work()
    hw_resume()
    return result
  }

  /// Takes all keys that wait, without waiting for more.
  package func keys() -> [Key] {
    defer { pending = [] }
    fill()
    var decoder = PlainKeys(bytes)
    while let need = decoder.decode() {
      // The rest of a sequence comes at once, that of a paste a little later.
      guard hw_input_waits(need == .paste ? 200 : 25), fill() else {
        decoder.giveUp()
        break
      }
      decoder = PlainKeys(bytes)
    }
    bytes = []
    return pending + decoder.keys
  }

  @discardableResult
  private func fill() -> Bool {
    var hasMore = false
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      let got = hw_read_plain(&buffer, buffer.count)
      guard got > 0 else { return hasMore }
      bytes += buffer[..<got]
      hasMore = true
    }
  }
}
