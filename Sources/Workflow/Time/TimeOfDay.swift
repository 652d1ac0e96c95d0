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
    } else if let half, (1...11).contains(hour), isEvening(hour, half) {
      hour += 12
    }
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    return hour * 3600 + minute * 60
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
