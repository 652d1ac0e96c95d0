/// Which day is meant, and which half of it.
struct SpokenDay {
  var date: CivilDate
  var half: TimeOfDay.Half?
  var isWeekday = false
  /// Whether the day was written as a date.
  var isDated = false
  /// Whether the date was written with its year.
  var isYearSaid = false
  /// What is asked because two days may be meant; nothing where one is.
  var doubt: String?

  /// Takes the words that name a day out of others, wherever they stand.
  ///
  /// - Parameters:
  ///   - words: the words; those of the day are taken out.
  ///   - today: what day it is.
  ///   - isAhead: whether the day is still to come.
  ///   - isAlone: whether a day and nothing else is asked for: then `14 Mar 11` has its year.
  /// - Returns: the day, or nothing where none is named.
  static func take(
    from words: inout [String], today: CivilDate, isAhead: Bool, isAlone: Bool = false
  ) -> SpokenDay? {
    for start in words.indices {
      for length in [5, 4, 3, 2, 1] where start + length <= words.count {
        let named = Array(words[start..<start + length])
        let others = Array(words[..<start] + words[(start + length)...])
        let dates = SpokenDate(today: today, isAhead: isAhead, others: isAlone ? nil : others)
        guard var day = read(named, today: today, isAhead: isAhead) ?? dates.read(named) else {
          continue
        }
        words = others
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
    case "morning", "am": .morning
    case "afternoon", "pm": .afternoon
    case "evening", "eve": .evening
    case "night": .night
    default: nil
    }
  }

  private static func read(_ words: [String], today: CivilDate, isAhead: Bool) -> SpokenDay? {
    switch words {
    case ["today"]: return SpokenDay(date: today)
    case ["yesterday"]: return SpokenDay(date: today.adding(days: -1))
    case ["tomorrow"]: return SpokenDay(date: today.adding(days: 1))
    case ["day", "before", "yesterday"]: return SpokenDay(date: today.adding(days: -2))
    case ["day", "after", "tomorrow"]: return SpokenDay(date: today.adding(days: 2))
    case ["tonight"]: return SpokenDay(date: today, half: .evening)
    case ["last", "night"]: return SpokenDay(date: today.adding(days: -1), half: .night)
    case ["night", "before", "last"]: return SpokenDay(date: today.adding(days: -2), half: .night)
    case ["this", "morning"], ["this", "am"]: return SpokenDay(date: today, half: .morning)
    case ["this", "afternoon"], ["this", "pm"]: return SpokenDay(date: today, half: .afternoon)
    case ["this", "evening"]: return SpokenDay(date: today, half: .evening)
    default: break
    }
    if isAhead, let date = weeksOn(words, today: today) {
      return SpokenDay(date: date, isDated: true)
    }
    if words.count == 3, words[2] == "ago", let count = SpokenShift.count(words[0]) {
      return ago(count, words[1], today: today)
    }
    var names = words
    if names.count == 2, ["last", "next", "this"].contains(names[0]) {
      names.removeFirst()
    } else if names.count == 2, ["last", "gone"].contains(names[1]) {
      names = ["last", names[0]]
      return read(names, today: today, isAhead: isAhead)
    }
    guard names.count == 1, let weekday = Weekday(spoken: names[0]) else { return nil }
    var date = today
    while date.weekday != weekday { date = date.adding(days: isAhead ? 1 : -1) }
    if words.count == 2, date == today {
      if words[0] == "last" { date = date.adding(days: -7) }
      if words[0] == "next" { date = date.adding(days: 7) }
    }
    return SpokenDay(date: date, isWeekday: words.count == 1)
  }

  /// `two days ago`, `a week ago`, `3 nights ago`: the day, beside which a time stands.
  private static func ago(_ count: Int, _ unit: String, today: CivilDate) -> SpokenDay? {
    let isNight = ["night", "nights"].contains(unit)
    let days =
      isNight ? 1 : SpokenShift.unit(unit).flatMap { $0 < 86_400 ? nil : Int($0 / 86_400) }
    guard let days, count < 1_000 else { return nil }
    return SpokenDay(date: today.adding(days: -count * days), half: isNight ? .night : nil)
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
      let day = read([name], today: today, isAhead: true), day.half == nil,
      day.date >= today
    else { return nil }
    return day.date.adding(days: length)
  }
}

extension Weekday {
  /// A weekday as it is said: `tue`, `tues`, `weds`, `Thursday`.
  init?(spoken word: String) {
    guard word.count >= 3,
      let weekday = Weekday.allCases.first(where: { word.hasPrefix($0.short.lowercased()) }),
      weekday.full.hasPrefix(word) || word == "weds"
    else { return nil }
    self = weekday
  }

  /// Its whole name in small letters.
  private var full: String {
    switch short.lowercased() {
    case "tue": "tuesday"
    case "wed": "wednesday"
    case "thu": "thursday"
    case "sat": "saturday"
    case let short: short + "day"
    }
  }
}
