/// Which day is meant, and which half of it.
struct SpokenDay {
  var date: CivilDate
  var half: TimeOfDay.Half?
  var isWeekday = false
  /// Whether the day was written as a date.
  var isDated = false

  /// Takes the words that name a day out of others, wherever they stand.
  static func take(from words: inout [String], today: CivilDate, isAhead: Bool) -> SpokenDay? {
    for start in words.indices {
      for length in [4, 3, 2, 1] where start + length <= words.count {
        let named = Array(words[start..<start + length])
        guard var day = read(named, today: today, isAhead: isAhead) else { continue }
        words.removeSubrange(start..<start + length)
        if day.half == nil { day.half = takeHalf(from: &words) }
        return day
      }
    }
    return nil
  }

  /// Takes out the part of the day that is said beside a time: `half past four in the morning`.
  static func takeHalf(from words: inout [String]) -> TimeOfDay.Half? {
    guard let place = words.firstIndex(where: { half(of: $0) != nil }) else { return nil }
    let part = half(of: words.remove(at: place))
    if place > 0, words[place - 1] == "in" { words.remove(at: place - 1) }
    return part
  }

  private static func half(of word: String) -> TimeOfDay.Half? {
    switch word {
    case "morning": .morning
    case "afternoon", "evening": .evening
    case "night": .night
    default: nil
    }
  }

  private static func read(_ words: [String], today: CivilDate, isAhead: Bool) -> SpokenDay? {
    switch words {
    case ["today"]: return SpokenDay(date: today)
    case ["yesterday"]: return SpokenDay(date: today.adding(days: -1))
    case ["tomorrow"]: return SpokenDay(date: today.adding(days: 1))
    case ["tonight"]: return SpokenDay(date: today, half: .evening)
    case ["last", "night"]: return SpokenDay(date: today.adding(days: -1), half: .night)
    case ["this", "morning"]: return SpokenDay(date: today, half: .morning)
    case ["this", "afternoon"], ["this", "evening"]: return SpokenDay(date: today, half: .evening)
    default: break
    }
    if isAhead, let date = weeksOn(words, today: today) {
      return SpokenDay(date: date, isDated: true)
    }
    if let date = dated(words, today: today, isAhead: isAhead) {
      return SpokenDay(date: date, isDated: true)
    }
    var names = words
    if names.count == 2, ["last", "next", "this"].contains(names[0]) { names.removeFirst() }
    guard names.count == 1, names[0].count >= 3,
      let weekday = Weekday.allCases.first(where: { names[0].hasPrefix($0.short.lowercased()) }),
      full(weekday).hasPrefix(names[0]) || names[0] == "weds"
    else { return nil }
    var date = today
    while date.weekday != weekday { date = date.adding(days: isAhead ? 1 : -1) }
    if words.count == 2, date == today {
      if words[0] == "last" { date = date.adding(days: -7) }
      if words[0] == "next" { date = date.adding(days: 7) }
    }
    return SpokenDay(date: date, isWeekday: words.count == 1)
  }

  /// `Tuesday week`, `today week`, `a week on Tuesday`, `a fortnight today`, `in a fortnight`, `in two weeks' time`: so
  /// many weeks behind a day that is today or still to come.
  private static func weeksOn(_ words: [String], today: CivilDate) -> CivilDate? {
    func days(_ word: String) -> Int? {
      switch word {
      case "day", "days": words.first == "in" ? 1 : nil
      case "week", "weeks", "week's", "weeks'": 7
      case "fortnight", "fortnight's": 14
      default: nil
      }
    }
    var rest = words
    if rest.last == "time" { rest.removeLast() }
    if rest.first == "in", rest.count > 1 {
      rest.removeFirst()
      guard rest.count <= 2, let length = rest.last.flatMap(days) else { return nil }
      let count = rest.count == 1 ? 1 : SpokenShift.count(rest[0])
      return count.map { today.adding(days: $0 * length) }
    }
    let isLed = rest.count == 3 && ["a", "one"].contains(rest[0])
    if isLed { rest.removeFirst() }
    guard rest.count == 2 else { return nil }
    let (name, length) = isLed ? (rest[1], days(rest[0])) : (rest[0], days(rest[1]))
    guard let length,
      let day = read([name], today: today, isAhead: true), !day.isDated, day.half == nil,
      day.date >= today
    else { return nil }
    return day.date.adding(days: length)
  }

  private static func full(_ weekday: Weekday) -> String {
    switch weekday.short.lowercased() {
    case "tue": "tuesday"
    case "wed": "wednesday"
    case "thu": "thursday"
    case "sat": "saturday"
    case let short: short + "day"
    }
  }

  /// `14/3`, `14/3/2011`, `2011-03-14`, `14 mar`, `fri 14 march 2011`.
  private static func dated(_ words: [String], today: CivilDate, isAhead: Bool) -> CivilDate? {
    if words.count == 1 {
      if let date = CivilDate(iso: words[0]) { return date }
      if let day = ordinal(words[0]) {
        return day > today.day ? nil : CivilDate(year: today.year, month: today.month, day: day)
      }
      let parts = words[0].split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
      guard (2...3).contains(parts.count), let day = parts[0], let month = parts[1] else {
        return nil
      }
      if parts.count == 3 { return parts[2].flatMap { dated(day, month, year: $0, today) } }
      return dated(day, month, today, isAhead)
    }
    var words = words
    let weekdays = Weekday.allCases.map { $0.short.lowercased() }
    if words.count > 2, weekdays.contains(String(words[0].prefix(3))) { words.removeFirst() }
    guard (2...3).contains(words.count), let day = Int(words[0]), words[1].count >= 3,
      let month = CivilDate.months.firstIndex(where: { words[1].hasPrefix($0.lowercased()) })
    else { return nil }
    if words.count == 3 {
      guard words[2].count == 4, let year = Int(words[2]) else { return nil }
      return CivilDate(year: year, month: month + 1, day: day)
    }
    return dated(day, month + 1, today, isAhead)
  }

  /// `22nd`, of this month.
  private static func ordinal(_ word: String) -> Int? {
    guard ["st", "nd", "rd", "th"].contains(word.suffix(2)) else { return nil }
    return Int(word.dropLast(2))
  }

  private static func dated(_ day: Int, _ month: Int, year: Int, _ today: CivilDate) -> CivilDate? {
    // Two digits are of this century unless that lies ahead.
    let full = year > 99 ? year : (2000 + year > today.year + 1 ? 1900 + year : 2000 + year)
    return CivilDate(year: full, month: month, day: day)
  }

  private static func dated(
    _ day: Int, _ month: Int, _ today: CivilDate, _ isAhead: Bool
  ) -> CivilDate? {
    guard let date = CivilDate(year: today.year, month: month, day: day) else { return nil }
    if isAhead {
      return date < today ? CivilDate(year: today.year + 1, month: month, day: day) : date
    }
    return date > today.adding(days: 60)
      ? CivilDate(year: today.year - 1, month: month, day: day) : date
  }
}
