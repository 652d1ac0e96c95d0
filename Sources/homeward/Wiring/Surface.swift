import Desk
import Grid
import Terminal

/// What the desk is shown on: a screen, or lines.
@MainActor
protocol Surface {
  /// The handle by which workers wake the main thread.
  var wakeup: Wakeup { get }
  func watch(directory: String, prefix: String) -> Bool
  func wait(timeoutMilliseconds: Int?) -> Wake
  func keys() -> [Key]
  /// Shows the desk as it is now.
  func show(_ desk: Desk, theme: Theme)
  /// Shows it anew, whatever became of the terminal meanwhile.
  func showAgain(_ desk: Desk)
  /// Says where the person is, or all that there is.
  func say(_ desk: Desk, isAll: Bool)
  func suspend()
  func lend<T>(to work: () -> T) -> T
  func useMouse(_ isOn: Bool)
  func copy(_ text: String)
  func close()
}

/// The desk as a screen.
struct ScreenSurface: Surface {
  let screen: Terminal.Screen

  var wakeup: Wakeup { screen.wakeup }
  func watch(directory: String, prefix: String) -> Bool {
    screen.watch(directory: directory, prefix: prefix)
  }
  func wait(timeoutMilliseconds: Int?) -> Wake {
    screen.wait(timeoutMilliseconds: timeoutMilliseconds)
  }
  func keys() -> [Key] { screen.keys() }
  func show(_ desk: Desk, theme: Theme) { screen.show(render(desk), theme: theme) }
  func showAgain(_ desk: Desk) { screen.redrawAll() }
  func say(_ desk: Desk, isAll: Bool) {}
  func suspend() { screen.suspend() }
  func lend<T>(to work: () -> T) -> T { screen.lend(to: work) }
  func useMouse(_ isOn: Bool) { screen.useMouse(isOn) }
  func copy(_ text: String) { screen.copy(text) }
  func close() { screen.close() }
}

/// The desk line by line.
final class PlainSurface: Surface {
  private let terminal: PlainTerminal
  private var voice = PlainVoice()

  init(_ terminal: PlainTerminal) { self.terminal = terminal }

  var wakeup: Wakeup { terminal.wakeup }
  func watch(directory: String, prefix: String) -> Bool {
    terminal.watch(directory: directory, prefix: prefix)
  }
  func wait(timeoutMilliseconds: Int?) -> Wake {
    terminal.wait(timeoutMilliseconds: timeoutMilliseconds)
  }
  func keys() -> [Key] { terminal.keys() }
  func show(_ desk: Desk, theme: Theme) { write(voice.pieces(for: desk)) }
  func showAgain(_ desk: Desk) { say(desk, isAll: false) }
  func say(_ desk: Desk, isAll: Bool) { write(voice.answer(for: desk, isAll: isAll)) }
  func suspend() { terminal.suspend() }
  func lend<T>(to work: () -> T) -> T { terminal.lend(to: work) }
  func useMouse(_ isOn: Bool) {}
  func copy(_ text: String) {}
  func close() { terminal.close() }

  private func write(_ pieces: [PlainVoice.Piece]) {
    for piece in pieces {
      switch piece {
      case .line(let line): terminal.write(line: line)
      case .letters(let letters): terminal.write(letters: letters)
      }
    }
  }
}
