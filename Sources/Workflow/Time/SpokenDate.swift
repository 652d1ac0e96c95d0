/// Which day a written date means: which year, which month where only the day was said, and whether the
/// weekday that stands with it agrees.
struct SpokenDate {
  let today: CivilDate
  let isAhead: Bool
  /// The words that stand beside it, among which the time is; nothing where a day alone is asked for.
  let others: [String]?

  /// The years that people write behind a day, before today's and after it: a childhood, and the next.
  private static let written = (before: 18, after: 1)

  /// Reads `14/3`, `fri 14 march 2011`, `20th`, perhaps with the weekday before or behind it.
  func read(_ words: [String]) -> SpokenDay? {
    var words = words
    var weekday: Weekday?
    if words.count > 1, let named = Weekday(spoken: words[0]) {
      weekday = named
      words.removeFirst()
    } else if words.count > 1, let named = words.last.flatMap(Weekday.init(spoken:)) {
      weekday = named
      words.removeLast()
    }
    if words.count == 1, [6, 8].contains(words[0].count) {
      let dates = WrittenDate.inOne(words[0], today: today)
      if let first = dates.first, others == nil || isTimeBeside {
        let other = dates.dropFirst().first
        return day(
          first, weekday, isYearSaid: true,
          doubt: other.map { "\(first.spoken) or \($0.spoken)?" })
      }
    }
    guard let written = WrittenDate(words) else { return nil }
    if written.isLoose, others != nil, !isTimeBeside || isDateBeside { return nil }
    guard let month = written.month else { return inMonth(written.day, weekday) }
    guard let year = written.year else { return inYear(written.day, month, weekday) }
    let full = written.isShort ? WrittenDate.full(year, today) : year
    guard let date = CivilDate(year: full, month: month, day: written.day) else { return nil }
    guard written.isYearApart, others != nil, !isTimeBeside else {
      return full >= 1_000 ? day(date, weekday, isYearSaid: true) : nil
    }
    // `20 Nov 2026` may be eight in the evening: `20 Nov 2130` is half past nine.
    let years = today.year - SpokenDate.written.before...today.year + SpokenDate.written.after
    guard !written.isShort, years.contains(full) else { return nil }
    return day(
      date, weekday, isYearSaid: true,
      doubt: full % 100 < 60 ? "the year \(full), or \(full / 100):\(two(full % 100))?" : nil)
  }

  /// Whether what stands beside it is a time, and none of one number that may be a year.
  private var isTimeBeside: Bool {
    var words = others ?? []
    _ = SpokenDay.takeHalf(from: &words)
    guard words.count == 1, let word = words.first else { return false }
    return TimeOfDay.read(word, half: .any) != nil
      && !(word.allSatisfy(\.isNumber) && word.count < 3)
      || word == "midnight"
  }

  /// Whether what stands beside it may be a date as well: `11.12 10.11`.
  private var isDateBeside: Bool { others.flatMap { WrittenDate($0) } != nil }

  /// The day of a month that was not said.
  private func inMonth(_ day: Int, _ weekday: Weekday?) -> SpokenDay? {
    func date(months: Int) -> CivilDate? {
      let first = today.adding(days: 1 - today.day).adding(months: months)
      return CivilDate(year: first.year, month: first.month, day: day)
    }
    if isAhead {
      guard let next = day >= today.day ? date(months: 0) : date(months: 1) else { return nil }
      return self.day(next, weekday)
    }
    guard day > today.day else { return date(months: 0).flatMap { self.day($0, weekday) } }
    guard let last = date(months: -1) else { return nil }
    let coming = date(months: 0)
    if let weekday, last.weekday != weekday, let coming, coming.weekday == weekday {
      return self.day(coming, nil)
    }
    // The 25th, said on the 21st, is more likely a slip than a month ago.
    let isNear = weekday == nil && coming.map { $0 <= today.adding(days: 14) } ?? false
    return self.day(
      last, weekday,
      doubt: isNear ? coming.map { "\(last.spokenShort) or \($0.spokenShort)?" } : nil)
  }

  /// The day of a year that was not said: the latest such day, of what is planned the next.
  private func inYear(_ day: Int, _ month: Int, _ weekday: Weekday?) -> SpokenDay? {
    guard let date = CivilDate(year: today.year, month: month, day: day) else { return nil }
    if isAhead {
      let isOver = date < today
      return (isOver ? CivilDate(year: today.year + 1, month: month, day: day) : date)
        .flatMap { self.day($0, weekday) }
    }
    let isFar = date > today.adding(days: 60)
    return (isFar ? CivilDate(year: today.year - 1, month: month, day: day) : date)
      .flatMap { self.day($0, weekday) }
  }

  /// A date, with the question that a weekday raises which is not that day's.
  private func day(
    _ date: CivilDate, _ weekday: Weekday?, isYearSaid: Bool = false, doubt: String? = nil
  ) -> SpokenDay {
    var question = doubt
    if let weekday, weekday != date.weekday, doubt == nil {
      let near = (-3...3).map { date.adding(days: $0) }.first { $0.weekday == weekday } ?? date
      let both = [near, date].sorted()
      question = both.map(\.spokenShort).joined(separator: " or ") + "?"
    }
    return SpokenDay(date: date, isDated: true, isYearSaid: isYearSaid, doubt: question)
  }
}

/// A number of at most two digits, with a leading nought.
private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
