/// A time of day as people type it: `22:30`, `22.30`, `2230`, `9am`, `9:15pm`, `noon`, and with a day
/// the hour alone.
enum TimeOfDay {
  /// What was said of the part of the day.
  enum Half { case morning, evening, night, any }

  /// Seconds since midnight.
  ///
  /// - Parameters:
  ///   - text: one word.
  ///   - half: the part of the day where a day was named; then an hour alone will do.
  /// - Returns: the seconds, or nothing where it is no time.
  static func read(_ text: String, half: Half?) -> Int? {
    if text == "noon" || text == "midday" { return 12 * 3600 }
    if text == "midnight" { return half == nil ? 0 : nil }
    var rest = text[...]
    var isAfternoon: Bool?
    if rest.hasSuffix("am") || rest.hasSuffix("pm") {
      isAfternoon = rest.hasSuffix("pm")
      rest = rest.dropLast(2)
    }
    if rest.last == SpokenClock.mark { rest = rest.dropLast() }
    var parts = rest.split(whereSeparator: { $0 == ":" || $0 == "." }).map(String.init)
    if parts.count == 1, parts[0].count == 4, isAfternoon == nil {
      parts = [String(parts[0].prefix(2)), String(parts[0].suffix(2))]
    }
    let mayBeHourAlone = isAfternoon != nil || half != nil
    guard var hour = parts.first.flatMap({ Int($0) }), (1...2).contains(parts.count),
      parts.count == 2 ? parts[1].count == 2 || isAfternoon == nil : mayBeHourAlone,
      let minute = parts.count == 2 ? Int(parts[1]) : 0
    else { return nil }
    if let isAfternoon {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    } else if half == .night, (4...5).contains(hour), parts.first?.first != "0" {
      // Half five "last night" is before the evening or before the morning: nobody may guess which.
      return nil
    } else if let half, (1...11).contains(hour), isEvening(hour, half) {
      hour += 12
    }
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    return hour * 3600 + minute * 60
  }

  /// How a time of day leaves open which half of the day is meant.
  enum Either {
    /// As it is said: `half nine`, or the hour alone.
    case said
    /// As a clock shows it that has no nought before the hour: `6.30`.
    case written
  }

  /// Whether a word leaves open which half of the day is meant.
  ///
  /// - Parameters:
  ///   - text: one word.
  ///   - half: the part of the day where one was named.
  /// - Returns: how it does; nothing where the word says it, or is no such time.
  static func either(_ text: String, half: Half?) -> Either? {
    guard half == nil || half == .any else { return nil }
    if text.last == SpokenClock.mark { return .said }
    let parts = text.split(whereSeparator: { $0 == ":" || $0 == "." })
    guard let hour = parts.first, hour.first != "0", hour.count < 3, let count = Int(hour),
      parts.last?.last?.isNumber == true
    else { return nil }
    if parts.count == 1 { return (1...12).contains(count) ? .said : nil }
    return parts.count == 2 && (1...9).contains(count) ? .written : nil
  }

  /// "Last night 11" is 23:00, and "last night 2" is 02:00.
  private static func isEvening(_ hour: Int, _ half: Half) -> Bool {
    switch half {
    case .evening: true
    case .night: hour >= 6
    case .morning, .any: false
    }
  }
}
