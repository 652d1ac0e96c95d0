/// Reads times as people say them at a duty desk: `now`, `-2h`, `22:30`, `yesterday 22:30`,
/// `14/3 9am`, `19/10/2026 21:15`, `2026-10-19 21:15`, and as the desk writes it: `Fri 20 Nov 22:30`.
package enum SpokenInstant {
  /// Reads a time.
  ///
  /// A time of day alone means the latest one that is not in the future; a day without a year the
  /// latest such day.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - now: what "now" means.
  /// - Returns: the instant, or nothing where it cannot be read.
  package static func read(_ text: String, now: Instant) -> Instant? {
    let typed = text.trimmed.lowercased()
    if typed == "now" { return Instant(seconds: now.seconds - now.seconds % 60) }
    if let instant = Instant(iso: text.trimmed) { return instant }
    if let shift = shift(typed) { return Instant(seconds: now.seconds - now.seconds % 60 + shift) }
    let today = London.local(now).date
    var words = typed.split(separator: " ").map(String.init)
    words = numbered(words)
    if words.count == 3, ["am", "pm"].contains(words[2]) {
      words = [words[0], words[1] + words[2]]
    }
    switch words.count {
    case 1:
      guard let second = timeOfDay(words[0]) else { return nil }
      let instant = London.instant(LocalTime(date: today, secondOfDay: second))
      return instant <= now ? instant : London.adding(days: -1, to: instant)
    case 2:
      guard let date = readDate(words[0], today: today), let second = timeOfDay(words[1]) else {
        return nil
      }
      return London.instant(LocalTime(date: date, secondOfDay: second))
    default: return nil
    }
  }

  /// The desk's own way of writing a time, `Fri 20 Nov 2026 22:30`, as `20/11/2026 22:30`.
  private static func numbered(_ words: [String]) -> [String] {
    var words = words
    let weekdays = Weekday.allCases.map { $0.short.lowercased() }
    if words.count > 2, weekdays.contains(words[0]) { words.removeFirst() }
    guard words.count >= 2, Int(words[0]) != nil,
      let month = CivilDate.months.firstIndex(where: { words[1].hasPrefix($0.lowercased()) })
    else { return words }
    var day = "\(words[0])/\(month + 1)"
    words.removeFirst(2)
    if let year = words.first, year.count == 4, Int(year) != nil, words.count > 1 {
      day += "/\(year)"
      words.removeFirst()
    }
    return [day] + words
  }

  /// Reads a day: `today`, `yesterday`, `tomorrow`, `14/3`, `14/3/2011`, `14/03/11`, `2011-03-14`.
  package static func readDate(_ text: String, today: CivilDate) -> CivilDate? {
    let typed = text.trimmed.lowercased()
    switch typed {
    case "today": return today
    case "yesterday": return today.adding(days: -1)
    case "tomorrow": return today.adding(days: 1)
    default: break
    }
    if let date = CivilDate(iso: typed) { return date }
    let parts = typed.split(separator: "/").map { Int($0) }
    guard (2...3).contains(parts.count), let day = parts[0], let month = parts[1] else {
      return nil
    }
    if parts.count == 3 {
      guard let year = parts[2] else { return nil }
      // Two digits are of this century unless that lies ahead.
      let full = year > 99 ? year : (2000 + year > today.year + 1 ? 1900 + year : 2000 + year)
      return CivilDate(year: full, month: month, day: day)
    }
    guard let date = CivilDate(year: today.year, month: month, day: day) else { return nil }
    return date > today.adding(days: 60)
      ? CivilDate(year: today.year - 1, month: month, day: day) : date
  }

  /// Seconds of `-2h`, `+30m`, `-3d`, `-1h30m`.
  private static func shift(_ text: String) -> Int64? {
    guard let sign = text.first, sign == "-" || sign == "+", text.count > 2 else { return nil }
    var total: Int64 = 0
    var digits = ""
    for character in text.dropFirst() {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      guard let count = Int64(digits), count < 100_000 else { return nil }
      switch character {
      case "d": total += count * 86_400
      case "h": total += count * 3600
      case "m": total += count * 60
      default: return nil
      }
      digits = ""
    }
    return digits.isEmpty ? (sign == "-" ? -total : total) : nil
  }

  /// Seconds since midnight of `22:30`, `22.30`, `2230`, `9am`, `9:15pm`.
  private static func timeOfDay(_ text: String) -> Int? {
    var rest = text[...]
    var isAfternoon: Bool?
    if rest.hasSuffix("am") || rest.hasSuffix("pm") {
      isAfternoon = rest.hasSuffix("pm")
      rest = rest.dropLast(2)
    }
    var parts = rest.split(whereSeparator: { $0 == ":" || $0 == "." }).map(String.init)
    if parts.count == 1, parts[0].count == 4, isAfternoon == nil {
      parts = [String(parts[0].prefix(2)), String(parts[0].suffix(2))]
    }
    guard var hour = parts.first.flatMap({ Int($0) }), parts.count <= 2,
      let minute = parts.count == 2 ? Int(parts[1]) : (isAfternoon == nil ? nil : 0)
    else { return nil }
    if let isAfternoon {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    return hour * 3600 + minute * 60
  }
}
