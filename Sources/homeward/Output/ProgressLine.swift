import Glibc
import Store

/// One line on standard error that says how far long work has come; nothing where that is no terminal.
final class ProgressLine {
  private let isShown: Bool
  private var last = -1

  init(quiet: Bool) { isShown = !quiet && isatty(2) == 1 }

  /// Shows how far it is, where that changes what is seen.
  func show(_ progress: VerifyProgress) {
    guard isShown else { return }
    let share = progress.total > 0 ? min(100, progress.done * 100 / progress.total) : 100
    let mark = progress.stage.hashValue &* 101 &+ share
    guard mark != last else { return }
    last = mark
    let full = share / 5
    let bar = String(repeating: "#", count: full) + String(repeating: ".", count: 20 - full)
    send("\r[\(bar)] \(share)% \(progress.stage.rawValue)\u{1B}[K")
  }

  /// Takes the line away.
  func end() {
    if last != -1 { send("\r\u{1B}[K") }
    last = -1
  }

  private func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(2, bytes, bytes.count)
  }
}
