import Workflow

/// A reference that the desk gives out: letter, year and number, as in `E-2026-0412`.
struct Reference: Hashable, Sendable {
  /// What it names.
  let letter: Letter
  /// The year in London in which it was given out.
  let year: Int
  /// Its number within the year, from 1.
  let number: Int

  /// What references name.
  enum Letter: String, Sendable {
    case record = "M"
    case episode = "E"
    case report = "R"
  }

  /// The next reference after a number.
  init(_ letter: Letter, after number: Int, now: Instant) {
    self.init(letter, year: London.local(now).date.year, number: number + 1)
  }

  private init(_ letter: Letter, year: Int, number: Int) {
    self.letter = letter
    self.year = year
    self.number = number
  }

  /// Reads a reference of the desk's own form; what other programs call things counts for nothing.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let letter = Letter(rawValue: String(parts[0])),
      parts[1].count == 4, let year = Int(parts[1]), parts[2].count >= 4,
      let number = Int(parts[2]),
      number > 0
    else { return nil }
    self.init(letter, year: year, number: number)
  }

  /// As people quote it.
  var text: String {
    let digits = String(number)
    return "\(counter)-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The counter that gives it out: `E-2026`.
  var counter: String { Reference.counter(letter, year: year) }

  static func counter(_ letter: Letter, at now: Instant) -> String {
    counter(letter, year: London.local(now).date.year)
  }

  private static func counter(_ letter: Letter, year: Int) -> String {
    "\(letter.rawValue)-\(year)"
  }

  /// The references that an event is the first to use.
  static func begun(by event: Event) -> [Reference] {
    switch event.kind {
    case .wentMissing, .opened:
      [event[Field<String>.record], event[Field<String>.episode]].compactMap {
        $0.flatMap(Reference.init)
      }
    case .reportReceived: event[Field<String>.report].flatMap(Reference.init).map { [$0] } ?? []
    default: []
    }
  }
}
