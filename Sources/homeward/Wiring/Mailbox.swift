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
  private let atWork = Mutex(0)
  private let lastQuestions = Mutex<[Subject: Int]>([:])

  /// Makes a mailbox whose answers wake the terminal's loop.
  init(wakeup: Wakeup) { self.wakeup = wakeup }

  /// Does some work and posts what comes of it.
  func post(_ work: @escaping @Sendable () -> [Arrival]) {
    atWork.withLock { $0 += 1 }
    queue.async { [self] in
      let arrived = work()
      atWork.withLock { $0 -= 1 }
      guard !arrived.isEmpty else { return }
      answers.withLock { $0 += arrived }
      wakeup.post()
    }
  }

  /// Whether something that was posted is not done yet.
  var isBusy: Bool { atWork.withLock { $0 > 0 } }

  /// What questions are about of which only the last one counts.
  enum Subject {
    /// Rows of a tray.
    case tray
    /// The children who may be meant by a report.
    case match
    /// Who is looked for by name.
    case find
  }

  /// Answers a question, unless a later one about the same has been asked by the time it is its turn:
  /// who types a filter or a name waits for what the last letter gives, not for every letter's.
  func post(_ subject: Subject, question: Int, _ work: @escaping @Sendable () -> [Arrival]) {
    lastQuestions.withLock { $0[subject] = max($0[subject] ?? 0, question) }
    post { [self] in lastQuestions.withLock { ($0[subject] ?? 0) > question } ? [] : work() }
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
