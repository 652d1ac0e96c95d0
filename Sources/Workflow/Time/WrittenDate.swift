/// A date as it is written: `14/3`, `14.3.2011`, `2011-03-14`, `14 mar`, `March 14th 2011`, `14-Mar-11`, `22nd`.
struct WrittenDate {
  /// The day of the month.
  let day: Int
  /// The month, 1 to 12; nothing where the day alone was said.
  var month: Int?
  /// The year as it stands there; nothing where it was not said.
  var year: Int?
  /// Whether the year has only its last two figures.
  var isShort = false
  /// Whether the year is a word by itself: behind a day it may be a time, `20 Nov 2026`.
  var isYearApart = false
  /// Whether it may as well be a time of day: `20.11`.
  var isLoose = false

  /// A number or a month by its name, as it stands in a word.
  private enum Piece {
    case number(Int, figures: Int)
    case month(Int)
  }

  private init(_ day: Int, _ month: Int?, _ year: (Int, figures: Int)? = nil) {
    self.day = day
    self.month = month
    self.year = year?.0
    isShort = year?.figures == 2
  }

  /// Reads a date that is all of some words; nothing where they are none.
  init?(_ words: [String]) {
    if words.count == 1, let day = WrittenDate.ordinal(words[0]) {
      self.init(day, nil)
      return
    }
    let perWord = words.map(WrittenDate.pieces)
    guard !perWord.contains(where: { $0 == nil }) else { return nil }
    let pieces = perWord.flatMap { $0 ?? [] }
    let isNamed = pieces.contains { if case .month = $0 { true } else { false } }
    switch pieces.count {
    case 2:
      switch (pieces[0], pieces[1]) {
      case (.number(let day, 1...2), .month(let month)),
        (.month(let month), .number(let day, 1...2)):
        self.init(day, month)
      case (.number(let day, 1...2), .number(let month, 1...2)) where words.count == 1:
        self.init(day, month)
        isLoose = !words[0].contains("/")
      default: return nil
      }
    case 3:
      switch (pieces[0], pieces[1], pieces[2]) {
      case (.number(let day, 1...2), .month(let month), .number(let year, let figures)),
        (.month(let month), .number(let day, 1...2), .number(let year, let figures)):
        guard figures == 2 || figures == 4 else { return nil }
        self.init(day, month, (year, figures))
      case (.number(let day, 1...2), .number(let month, 1...2), .number(let year, let figures)):
        // Three numbers are a date as they are written together, or with the year in full.
        guard figures == 4 || figures == 2 && words.count == 1 else { return nil }
        self.init(day, month, (year, figures))
      case (.number(let year, 4), .number(let month, 1...2), .number(let day, 1...2))
      where words.count == 1:
        self.init(day, month, (year, 4))
      default: return nil
      }
      isYearApart = words.count > 1 && perWord.last??.count == 1 && (isNamed || words.count == 2)
    default: return nil
    }
    guard (1...12).contains(month ?? 1) else { return nil }
  }

  /// The dates that figures in one may be: `20112026` one, `201126` two.
  static func inOne(_ word: String, today: CivilDate) -> [CivilDate] {
    guard word.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(word) else { return [] }
    let (high, middle, low) =
      word.count == 8
      ? (number / 1_000_000, number / 10_000 % 100, number % 10_000)
      : (number / 10_000, number / 100 % 100, number % 100)
    var dates: [CivilDate?]
    switch word.count {
    case 6:
      dates = [
        CivilDate(year: full(low, today), month: middle, day: high),
        CivilDate(year: full(high, today), month: middle, day: low),
      ]
    case 8:
      dates = [
        CivilDate(year: low, month: middle, day: high),
        CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100),
      ]
    default: return []
    }
    if dates[0] == dates[1] { dates.removeLast() }
    return dates.compactMap { $0 }.filter { $0.year >= 1900 && $0.year <= today.year + 2 }
  }

  /// Two figures of a year are of this century unless that lies ahead.
  static func full(_ year: Int, _ today: CivilDate) -> Int {
    year > 99 ? year : (2000 + year > today.year + 1 ? 1900 + year : 2000 + year)
  }

  /// `11/20/2026` with its day first; nothing where a word is no date of that kind.
  static func turned(_ word: String) -> String? {
    for sign in ["/", ".", "-"] {
      var parts = word.split(separator: Character(sign), omittingEmptySubsequences: false)
      guard parts.count == 3, let month = Int(parts[0]), let day = Int(parts[1]),
        (1...12).contains(month), (13...31).contains(day), parts[2].allSatisfy(\.isNumber)
      else { continue }
      parts.swapAt(0, 1)
      return parts.joined(separator: sign)
    }
    return nil
  }

  /// `22nd`.
  private static func ordinal(_ word: String) -> Int? {
    guard ["st", "nd", "rd", "th"].contains(word.suffix(2)) else { return nil }
    return Int(word.dropLast(2)).flatMap { (1...31).contains($0) ? $0 : nil }
  }

  /// The numbers and months in a word; nothing where anything else is in it, or signs of several kinds.
  private static func pieces(of word: String) -> [Piece]? {
    var pieces: [Piece] = []
    var rest = word[...]
    var sign: Character?
    while let first = rest.first {
      if first.isASCII, first.isNumber {
        let run = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(run.count)
        guard run.count <= 4, let number = Int(run) else { return nil }
        pieces.append(.number(number, figures: run.count))
        if ["st", "nd", "rd", "th"].contains(rest.prefix { $0.isLetter }) {
          rest = rest.dropFirst(2)
        }
      } else if first.isLetter {
        let run = String(rest.prefix { $0.isLetter })
        rest = rest.dropFirst(run.count)
        guard run.count >= 3, let month = months.firstIndex(where: { $0.hasPrefix(run) }) else {
          return nil
        }
        pieces.append(.month(month + 1))
      } else if !pieces.isEmpty, "/.-".contains(first), sign == nil || sign == first,
        rest.count > 1
      {
        sign = first
        rest = rest.dropFirst()
      } else {
        return nil
      }
    }
    return pieces
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
