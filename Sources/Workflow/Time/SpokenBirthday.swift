/// A date of birth as people say it when they ask for a child: `14/2/2011`, `14.2.11`, `14 feb`, `feb 2011`,
/// `born 14th of February 2011`, `14022011`; whatever of day and year is left out may be any.
package struct SpokenBirthday: Sendable, Hashable {
  /// The day of the month; nothing where only the month was said.
  package let day: Int?
  /// The month, 1 to 12.
  package let month: Int
  /// The year, of four figures or its last two; nothing where it was not said.
  package let year: Int?

  private init?(_ day: Int?, _ month: Int, _ year: Int?, isYearShort: Bool = false) {
    let full = year.map { isYearShort ? 2000 + $0 : $0 } ?? 2000
    guard CivilDate(year: full, month: month, day: day ?? 1) != nil,
      day != nil || year != nil, isYearShort || full >= 1900
    else { return nil }
    self.day = day
    self.month = month
    self.year = year
  }

  /// Finds a date of birth among words.
  ///
  /// - Parameter text: what was typed, perhaps with a name before or after it.
  /// - Returns: the date and the other words, without `born` and the like; nothing where none is said.
  package static func take(from text: String) -> (date: SpokenBirthday, others: [String])? {
    let words = text.lowercased().split { $0.isWhitespace || $0 == "," || $0 == ":" }
      .map(String.init)
    for start in words.indices {
      for length in [5, 4, 3, 2, 1] where start + length <= words.count {
        guard let date = read(Array(words[start..<start + length])) else { continue }
        let others = words[..<start] + words[(start + length)...]
        return (date, others.filter { !said.contains($0) })
      }
    }
    return nil
  }

  /// Words by which people say that a date is one of birth.
  private static let said: Set<String> = [
    "born", "dob", "d.o.b", "d.o.b.", "birthday", "bday", "b.", "date", "of", "birth", "on", "the",
  ]

  /// The date as a pattern for `LIKE` over dates such as `2011-02-14`, `_` for any figure.
  package var pattern: String {
    func figures(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let years = year.map { $0 < 100 ? "__" + figures($0) : "\($0)" } ?? "____"
    return "\(years)-\(figures(month))-\(day.map(figures) ?? "__")"
  }

  /// The ways in which a report may write it, in small letters; none where day or year is not known.
  package var writings: [String] {
    guard let day, let year else { return [] }
    let name = CivilDate.months[month - 1].lowercased()
    let full = SpokenBirthday.full[month - 1]
    let days = day < 10 ? ["\(day)", "0\(day)"] : ["\(day)"]
    let months = month < 10 ? ["\(month)", "0\(month)"] : ["\(month)"]
    let last = year % 100 < 10 ? "0\(year % 100)" : "\(year % 100)"
    let years = year < 100 ? ["20\(last)", last] : ["\(year)", last]
    var ways: [String] = []
    for year in years {
      for day in days {
        for month in months {
          for sign in ["/", ".", "-"] { ways.append(day + sign + month + sign + year) }
        }
        for month in [name, full] { ways.append("\(day) \(month) \(year)") }
      }
    }
    return ways + ["\(years[0])-\(months[months.count - 1])-\(days[days.count - 1])"]
  }

  private static let full = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// A number, or a month by its name, as it stands in a word.
  private enum Piece: Equatable {
    case number(Int, figures: Int)
    case month(Int)
  }

  private static func read(_ words: [String]) -> SpokenBirthday? {
    var pieces: [Piece] = []
    for (place, word) in words.enumerated() {
      if place > 0, place < words.count - 1, word == "of" || word == "the" { continue }
      guard let more = self.pieces(of: word) else { return nil }
      pieces += more
    }
    // Two numbers are a day only as they are written together: `14/2`, never `14 2`.
    let isWritten = words.count == 1 && words[0].contains { $0 == "/" || $0 == "." }
    switch pieces.count {
    case 1:
      guard case .number(let number, let figures) = pieces[0] else { return nil }
      return inOne(number, figures)
    case 2:
      switch (pieces[0], pieces[1]) {
      case (.number(let day, 1...2), .month(let month)),
        (.month(let month), .number(let day, 1...2)):
        return SpokenBirthday(day, month, nil)
      case (.month(let month), .number(let year, 4)): return SpokenBirthday(nil, month, year)
      case (.number(let day, 1...2), .number(let month, 1...2)) where isWritten:
        return SpokenBirthday(day, month, nil)
      default: return nil
      }
    case 3:
      switch (pieces[0], pieces[1], pieces[2]) {
      case (.number(let day, 1...2), .month(let month), .number(let year, let figures)),
        (.month(let month), .number(let day, 1...2), .number(let year, let figures)),
        (.number(let day, 1...2), .number(let month, 1...2), .number(let year, let figures)):
        guard figures == 4 || figures == 2 else { return nil }
        return SpokenBirthday(day, month, year, isYearShort: figures == 2)
      case (.number(let year, 4), .number(let month, 1...2), .number(let day, 1...2)):
        return SpokenBirthday(day, month, year)
      default: return nil
      }
    default: return nil
    }
  }

  /// `14022011`, `20110214`, `140211`.
  private static func inOne(_ number: Int, _ figures: Int) -> SpokenBirthday? {
    if figures == 6 {
      return SpokenBirthday(
        number / 10_000, number / 100 % 100, number % 100, isYearShort: true)
    }
    guard figures == 8 else { return nil }
    return SpokenBirthday(number / 1_000_000, number / 10_000 % 100, number % 10_000)
      ?? SpokenBirthday(number % 100, number / 100 % 100, number / 10_000)
  }

  /// The numbers and months in a word; nothing where anything else is in it.
  private static func pieces(of word: String) -> [Piece]? {
    var pieces: [Piece] = []
    var rest = Array(word.unicodeScalars)[...]
    func isFigure(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }
    func isLetter(_ scalar: Unicode.Scalar) -> Bool { "a"..."z" ~= scalar }
    while let first = rest.first {
      if isFigure(first) {
        let run = rest.prefix(while: isFigure)
        rest = rest.dropFirst(run.count)
        guard run.count <= 8, let number = Int(String(String.UnicodeScalarView(run))) else {
          return nil
        }
        pieces.append(.number(number, figures: run.count))
        let ending = String(String.UnicodeScalarView(rest.prefix(while: isLetter)))
        if ["st", "nd", "rd", "th"].contains(ending) { rest = rest.dropFirst(2) }
      } else if isLetter(first) {
        let run = String(String.UnicodeScalarView(rest.prefix(while: isLetter)))
        rest = rest.dropFirst(run.count)
        guard let month = month(run) else { return nil }
        pieces.append(.month(month))
      } else if !pieces.isEmpty, "/.-".unicodeScalars.contains(first) {
        rest = rest.dropFirst()
      } else {
        return nil
      }
    }
    return pieces
  }

  private static func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    return full.firstIndex { $0.hasPrefix(word) || Nearest.isNear(word, $0) }.map { $0 + 1 }
  }
}
