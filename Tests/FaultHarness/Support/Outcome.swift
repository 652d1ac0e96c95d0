/// What came of some trials.
struct Outcome: Codable, Sendable {
  /// How many there were.
  var trials = 0
  /// What went wrong, one sentence a failure, with what repeats it.
  var failures: [String] = []
  /// What was counted on the way, such as commands that were saved.
  var counts: [String: Int] = [:]
  /// The most of something in any of the trials, such as milliseconds.
  var peaks: [String: Int]? = [:]

  /// Notes a failure.
  mutating func fail(_ sentence: String) { failures.append(sentence) }

  /// Adds to a count.
  mutating func count(_ name: String, _ by: Int = 1) { counts[name, default: 0] += by }

  /// Notes how much there was of something.
  mutating func peak(_ name: String, _ amount: Int) {
    peaks = (peaks ?? [:]).merging([name: amount], uniquingKeysWith: max)
  }

  /// Adds the outcome of other trials.
  mutating func add(_ other: Outcome) {
    trials += other.trials
    failures += other.failures
    counts.merge(other.counts, uniquingKeysWith: +)
    peaks = (peaks ?? [:]).merging(other.peaks ?? [:], uniquingKeysWith: max)
  }
}

/// Some of a row's trials: the numbers from which all that is random in them follows.
struct Piece: Sendable {
  /// The number of the first.
  let first: Int
  /// How many.
  let count: Int

  /// The numbers of the trials.
  var numbers: Range<Int> { first..<first + count }
}

/// One line of the table: a fault, how often it is tried, and the control that must fail.
struct Fault: Sendable {
  /// Its id, as the figures name it.
  let id: String
  /// The fault, in a few words.
  let title: String
  /// What is counted.
  let unit: String
  /// How many trials each change gets.
  let change: Int
  /// How many a release gets.
  let release: Int
  /// How many trials at most are done before what came of them is kept.
  let piece: Int
  /// Does some trials.
  let run: @Sendable (Piece) throws -> Outcome
  /// The same faults where they must be found to do harm.
  let controls: [Control]
}

/// A row's trials without what protects the work: they must fail, or the row could not.
struct Control: Sendable {
  /// What is left out.
  let title: String
  /// Does the trials.
  let run: @Sendable () throws -> Outcome
}
