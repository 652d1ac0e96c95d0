internal import Workflow

/// Walks over a value and takes the first date, time, or both from it.
struct MomentScanner {
  private let scalars: [Unicode.Scalar]

  /// A value is short; what stands further on is not its date.
  init(_ text: String) { scalars = Array(text.unicodeScalars.prefix(240)) }

  mutating func first() -> MomentReading? {
    var index = 0
    while index < scalars.count {
      if index == 0 || !isWord(scalars[index - 1]) {
        if let reading = moment(at: index) { return reading }
      }
      index += 1
    }
    return nil
  }

  private func moment(at start: Int) -> MomentReading? {
    if let day = date(at: start) {
      var reading = MomentReading(date: day.date, seenAs: "", end: day.end)
      if day.date == nil { reading.faults.append("is not a day of the calendar") }
      let timeStart = skip(day.end, words: ["at", "@", "t"], marks: " ,-(")
      if let time = time(at: timeStart, afterDate: true) { take(time, into: &reading) }
      finish(&reading, from: start, weekday: day.weekday)
      return reading
    }
    guard let time = time(at: start, afterDate: false) else { return nil }
    var reading = MomentReading(seenAs: "", end: time.end)
    take(time, into: &reading)
    let dayStart = skip(reading.end, words: ["hrs", "hours", "on"], marks: " ,-")
    var weekday: Weekday?
    if dayStart > reading.end, let day = date(at: dayStart) {
      reading.date = day.date
      reading.end = day.end
      weekday = day.weekday
      if day.date == nil { reading.faults.append("is not a day of the calendar") }
    }
    finish(&reading, from: start, weekday: weekday)
    return reading
  }

  private func finish(_ reading: inout MomentReading, from start: Int, weekday: Weekday?) {
    reading.seenAs = SourceText.string(scalars[start..<reading.end])
    if let weekday, let date = reading.date, date.weekday != weekday {
      reading.faults.append("names \(weekday.short), but that day is a \(date.weekday.short)")
    }
  }

  private func take(
    _ time: (second: Int, end: Int), into reading: inout MomentReading
  ) {
    reading.secondOfDay = time.second
    reading.end = time.end
    let zoneStart = skip(time.end, words: [], marks: " (")
    if let zone = zone(at: zoneStart) {
      reading.offset = zone.offset
      reading.end = zone.end
    }
  }

  // MARK: Dates

  private func date(
    at start: Int
  ) -> (date: CivilDate?, weekday: Weekday?, end: Int)? {
    var index = start
    var weekday: Weekday?
    if let word = word(at: index), let named = named(weekday: word.text) {
      weekday = named
      index = skip(word.end, words: [], marks: " ,.")
    }
    guard let first = number(at: index, digits: 1...4) else { return nil }
    if first.digits == 4 { return iso(first, weekday: weekday) }
    guard first.digits <= 2 else { return nil }
    if first.end < scalars.count, "/.-".unicodeScalars.contains(scalars[first.end]) {
      return numeric(day: first, mark: scalars[first.end], weekday: weekday)
    }
    var next = first.end
    if let suffix = word(at: next), ["st", "nd", "rd", "th"].contains(suffix.text.lowercased()) {
      next = suffix.end
    }
    next = skip(next, words: ["of"], marks: " ")
    guard let name = letters(at: next), let month = MomentReader.month(name.text),
      let year = year(at: skip(name.end, words: [], marks: " ,"))
    else { return nil }
    return (CivilDate(year: year.value, month: month, day: first.value), weekday, year.end)
  }

  private func iso(
    _ year: (value: Int, digits: Int, end: Int), weekday: Weekday?
  ) -> (date: CivilDate?, weekday: Weekday?, end: Int)? {
    guard year.end < scalars.count, scalars[year.end] == "-" || scalars[year.end] == "/",
      let month = number(at: year.end + 1, digits: 2...2), month.end < scalars.count,
      scalars[month.end] == scalars[year.end], let day = number(at: month.end + 1, digits: 2...2)
    else { return nil }
    return (CivilDate(year: year.value, month: month.value, day: day.value), weekday, day.end)
  }

  private func numeric(
    day: (value: Int, digits: Int, end: Int), mark: Unicode.Scalar, weekday: Weekday?
  ) -> (date: CivilDate?, weekday: Weekday?, end: Int)? {
    let next = day.end + 1
    if let month = number(at: next, digits: 1...2), month.end < scalars.count,
      scalars[month.end] == mark, let year = year(at: month.end + 1)
    {
      return (
        CivilDate(year: year.value, month: month.value, day: day.value), weekday, year.end
      )
    }
    guard let name = letters(at: next), let month = MomentReader.month(name.text),
      name.end < scalars.count, scalars[name.end] == mark, let year = year(at: name.end + 1)
    else { return nil }
    return (CivilDate(year: year.value, month: month, day: day.value), weekday, year.end)
  }

  /// A year of four digits, or of two in this century.
  private func year(at start: Int) -> (value: Int, end: Int)? {
    guard let number = number(at: start, digits: 2...4), number.digits != 3 else { return nil }
    return (number.digits == 2 ? 2000 + number.value : number.value, number.end)
  }

  private func named(weekday word: String) -> Weekday? {
    let lower = word.lowercased()
    return Weekday.allCases.first {
      lower == $0.short.lowercased() || lower == "\($0)" || (lower == "tues" && $0 == .tuesday)
        || (lower == "thurs" && $0 == .thursday) || (lower == "weds" && $0 == .wednesday)
    }
  }

  // MARK: Times

  private func time(at start: Int, afterDate: Bool) -> (second: Int, end: Int)? {
    guard let first = number(at: start, digits: 1...4) else { return nil }
    var (hour, minute, second) = (first.value, 0, 0)
    var end = first.end
    var isCertain = false
    if first.digits == 4 {
      (hour, minute) = (first.value / 100, first.value % 100)
      isCertain = afterDate
    } else if first.digits <= 2, end < scalars.count, scalars[end] == ":" || scalars[end] == ".",
      let minutes = number(at: end + 1, digits: 2...2)
    {
      isCertain = scalars[end] == ":" || afterDate || first.digits == 2
      (minute, end) = (minutes.value, minutes.end)
      if end < scalars.count, scalars[end] == ":",
        let seconds = number(at: end + 1, digits: 2...2)
      {
        (second, end) = (seconds.value, seconds.end)
      }
    } else if first.digits > 2 {
      return nil
    }
    if let half = half(at: end) {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (half.isAfternoon ? 12 : 0)
      (end, isCertain) = (half.end, true)
    } else if let word = word(at: skip(end, words: [], marks: " ")),
      ["hrs", "hours", "hr", "h"].contains(word.text.lowercased()), first.digits == 4 || isCertain
    {
      (end, isCertain) = (word.end, true)
    }
    guard isCertain, minute < 60, second < 60, hour < 24 || (hour == 24 && minute + second == 0)
    else { return nil }
    return (hour * 3600 + minute * 60 + second, end)
  }

  private func half(at start: Int) -> (isAfternoon: Bool, end: Int)? {
    guard let word = word(at: skip(start, words: [], marks: " ")) else { return nil }
    switch word.text.lowercased() {
    case "am": return (false, word.end)
    case "pm": return (true, word.end)
    default: return nil
    }
  }

  private func zone(at start: Int) -> (offset: Int, end: Int)? {
    if start < scalars.count, scalars[start] == "+" || scalars[start] == "-",
      let hours = number(at: start + 1, digits: 2...4), hours.digits != 3
    {
      let sign = scalars[start] == "+" ? 3600 : -3600
      if hours.digits == 4 {
        return (hours.value / 100 * sign + hours.value % 100 * sign / 60, hours.end)
      }
      guard hours.end < scalars.count, scalars[hours.end] == ":",
        let minutes = number(at: hours.end + 1, digits: 2...2)
      else { return nil }
      return (hours.value * sign + minutes.value * sign / 60, minutes.end)
    }
    guard let word = word(at: start) else { return nil }
    switch word.text.uppercased() {
    case "BST": return (3600, word.end)
    case "GMT", "UTC", "Z": return (0, word.end)
    default: return nil
    }
  }

  // MARK: Pieces

  private func isWord(_ scalar: Unicode.Scalar) -> Bool {
    SourceText.isDigit(scalar) || SourceText.isLetter(scalar) || scalar == "/"
  }

  /// A whole number of so many digits, with no digit after it.
  private func number(
    at start: Int, digits: ClosedRange<Int>
  ) -> (value: Int, digits: Int, end: Int)? {
    var (value, index) = (0, start)
    while index < scalars.count, SourceText.isDigit(scalars[index]) {
      if index - start >= digits.upperBound { return nil }
      value = value * 10 + Int(scalars[index].value - 48)
      index += 1
    }
    guard digits.contains(index - start) else { return nil }
    return (value, index - start, index)
  }

  private func letters(at start: Int) -> (text: String, end: Int)? {
    var index = start
    while index < scalars.count, SourceText.isLetter(scalars[index]), index - start < 12 {
      index += 1
    }
    return index > start ? (SourceText.string(scalars[start..<index]), index) : nil
  }

  /// A run of letters that no digit follows.
  private func word(at start: Int) -> (text: String, end: Int)? {
    guard let word = letters(at: start) else { return nil }
    if word.end < scalars.count, isWord(scalars[word.end]) { return nil }
    return word
  }

  /// Past blanks and other marks, and past one of the small words between a day and a time.
  private func skip(_ start: Int, words: [String], marks: String) -> Int {
    var index = start
    func blanks() {
      while index < scalars.count, marks.unicodeScalars.contains(scalars[index]) { index += 1 }
    }
    blanks()
    if index < scalars.count, words.contains("@"), scalars[index] == "@" {
      index += 1
      blanks()
    } else if let found = letters(at: index), words.contains(found.text.lowercased()) {
      index = found.end
      blanks()
    }
    return index
  }
}
