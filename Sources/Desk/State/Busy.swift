import Grid

/// That something takes long enough to be noticed.
package struct Busy: Hashable, Sendable {
  /// Milliseconds of work until it is shown: what is quicker would only flicker.
  package static let patience = 150
  /// Milliseconds from one picture to the next.
  package static let pace = 200
  /// Seconds until it is said in words, too.
  static let wordsAfter = 1

  /// Milliseconds since it began.
  package let milliseconds: Int

  /// Makes it from the milliseconds since it began.
  package init(milliseconds: Int) { self.milliseconds = milliseconds }

  /// The seconds since it began, of which only whole ones are told.
  var seconds: Int { milliseconds / 1_000 }

  /// The picture, which every font and every terminal has.
  var sign: String { ["|", "/", "-", "\\"][milliseconds / Busy.pace % 4] }
}

/// When work away from the screen is shown, and its next picture.
package struct BusyTimer: Sendable {
  private var since: Int?

  /// Makes a timer that runs for nothing.
  package init() {}

  /// Says what is to be shown now.
  ///
  /// - Parameters:
  ///   - isBusy: whether something is at work.
  ///   - clock: milliseconds of a clock that only goes on.
  /// - Returns: for how long it has been, by whole pictures; nothing where it is not to be noticed.
  package mutating func shown(isBusy: Bool, at clock: Int) -> Busy? {
    guard isBusy else {
      since = nil
      return nil
    }
    let start = since ?? clock
    since = start
    let past = clock - start
    return past < Busy.patience ? nil : Busy(milliseconds: past / Busy.pace * Busy.pace)
  }

  /// Milliseconds until the next picture, or nothing where nothing is at work.
  package func wait(at clock: Int) -> Int? {
    since.map { start in
      let past = clock - start
      return past < Busy.patience ? Busy.patience - past : Busy.pace - past % Busy.pace
    }
  }
}

extension Desk {
  /// What keys wait for, said once it has taken a second; nothing where they wait for nothing.
  var waitSentence: String? {
    guard let busy, busy.seconds >= Busy.wordsAfter else { return nil }
    if isSending { return "Being recorded: not saved until this line says so" }
    switch awaited {
    case nil: return nil
    case .withdraw: return "Being taken back"
    case .loadDraft, .loadCutOff: return "Being opened; what you type waits for it"
    default: return "Being read; what you type waits for it, Esc ends the wait"
    }
  }
}
