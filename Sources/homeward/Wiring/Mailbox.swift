import Desk
import Dispatch
import Synchronization
import Terminal

/// Does what the desk asks for away from the main thread, one thing after the other, and brings the
/// answers back.
final class Mailbox: Sendable {
  private let answers = Mutex<[Arrival]>([])
  private let queue = DispatchQueue(label: "homeward.effects", qos: .userInitiated)
  private let wakeup: Wakeup
  private let lastQuestion = Mutex(0)

  /// Makes a mailbox whose answers wake the terminal's loop.
  init(wakeup: Wakeup) { self.wakeup = wakeup }

  /// Does some work and posts what comes of it.
  func post(_ work: @escaping @Sendable () -> [Arrival]) {
    queue.async { [self] in
      let arrived = work()
      guard !arrived.isEmpty else { return }
      answers.withLock { $0 += arrived }
      wakeup.post()
    }
  }

  /// Reads rows of a tray, unless a later question for rows has been asked by the time it is its turn:
  /// who types a filter waits for the last letter's rows, not for every letter's.
  func post(question: Int, _ work: @escaping @Sendable () -> [Arrival]) {
    lastQuestion.withLock { $0 = max($0, question) }
    post { [self] in lastQuestion.withLock { $0 > question } ? [] : work() }
  }

  /// Takes what has come.
  func collect() -> [Arrival] {
    answers.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }

  /// Waits until everything asked for so far is done: what is typed must be kept before leaving.
  func finish() { queue.sync {} }
}
