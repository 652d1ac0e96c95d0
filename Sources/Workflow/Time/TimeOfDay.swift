/// A time of day as people type it: `22:30`, `22.30`, `2230`, `9am`, `9:15pm`, `noon`, and with a day
/// the hour alone.
enum TimeOfDay {
  /// What was said of the part of the day.
  enum Half { case morning, afternoon, evening, night, any }

  /// Seconds since midnight; a day's last midnight, `24:00`, is 86,400.
  ///
  /// - Parameters:
  ///   - text: one word.
  ///   - half: the part of the day where a day was named; then an hour alone will do.
  /// - Returns: the seconds, or nothing where it is no time.
  static func read(_ text: String, half: Half?) -> Int? {
    if text == "noon" || text == "midday" { return 12 * 3600 }
    if text == "midnight" { return half == nil ? 0 : nil }
    guard let clock = Clock(text), clock.hasMinutes || clock.isAfternoon != nil || half != nil
    else { return nil }
    var hour = clock.hour
    if let isAfternoon = clock.isAfternoon {
      // `21:30pm` says the same twice, `00:30am` too.
      let isTwice = clock.hasMinutes && (isAfternoon ? (13...23).contains(hour) : hour == 0)
      guard (1...12).contains(hour) || isTwice else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    } else if half == .night, (4...5).contains(hour), !clock.hasNought {
      // Half five "last night" is before the evening or before the morning: nobody may guess which.
      return nil
    } else if half == .night, hour == 12 {
      hour = 0
    } else if let half, (1...11).contains(hour), isEvening(hour, half), !clock.hasNought {
      hour += 12
    }
    guard (0...23).contains(hour) || hour == 24 && clock.minute == 0 else { return nil }
    return hour * 3600 + clock.minute * 60
  }

  /// What a word shows of a clock, before anybody asks which half of the day it is.
  private struct Clock {
    let hour: Int
    let minute: Int
    /// Whether `pm` stands behind it; nothing where neither does.
    var isAfternoon: Bool?
    let hasMinutes: Bool
    /// Whether a nought stands before the hour, as on a clock of twenty-four hours.
    let hasNought: Bool

    init?(_ text: String) {
      var rest = text[...]
      if rest.hasSuffix("am") || rest.hasSuffix("pm") {
        isAfternoon = rest.hasSuffix("pm")
        rest = rest.dropLast(2)
      }
      let isSaid = rest.last == SpokenClock.mark
      if isSaid { rest = rest.dropLast() }
      if let named = SpokenClock.hourNamed(String(rest)) { rest = "\(named)" }
      var parts = rest.split(omittingEmptySubsequences: false) {
        $0 == ":" || $0 == "." || $0 == "h"
      }
      .map(String.init)
      if parts.count == 1, parts[0].count == 4 || parts[0].count == 3 && isAfternoon != nil {
        parts = [String(parts[0].dropLast(2)), String(parts[0].suffix(2))]
      }
      // The seconds that another system shows are dropped.
      if parts.count == 3 {
        guard parts[1...].allSatisfy({ $0.count == 2 }), let second = Int(parts[2]),
          (0...59).contains(second)
        else { return nil }
        parts.removeLast()
      }
      guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }),
        (1...2).contains(parts.count), parts[0].count < 3, let hour = Int(parts[0]),
        parts.count == 1 || (parts[1].count < 3 && (parts[1].count == 2 || isAfternoon == nil)),
        let minute = parts.count == 2 ? Int(parts[1]) : 0, (0...59).contains(minute)
      else { return nil }
      self.hour = hour
      self.minute = minute
      hasMinutes = parts.count == 2
      hasNought = parts[0].first == "0"
    }
  }

  /// Whether a word says that it is of the afternoon or the evening.
  static func isAfternoon(_ text: String) -> Bool { Clock(text)?.isAfternoon == true }

  /// What is asked where the time and the part of the day beside it do not go together, or where twelve may be
  /// either.
  ///
  /// - Parameters:
  ///   - text: one word that is a time.
  ///   - half: the part of the day.
  /// - Returns: the question; nothing where they go together.
  static func against(_ text: String, half: Half?) -> String? {
    guard let half, half != .any, let clock = Clock(text), clock.hour != 24,
      let second = read(text, half: .any)
    else { return nil }
    let shown = "\(two(second / 3600)):\(two(clock.minute))"
    let isFixed = clock.isAfternoon != nil || clock.hasNought || clock.hour > 12
    if clock.hour == 12, !isFixed, half == .morning || half == .evening {
      return "00:\(two(clock.minute)) or 12:\(two(clock.minute))?"
    }
    guard isFixed else { return nil }
    switch half {
    case .morning: return second < 12 * 3600 ? nil : "\(shown), or in the morning?"
    case .afternoon: return second >= 12 * 3600 ? nil : "\(shown), or in the afternoon?"
    case .evening: return second >= 12 * 3600 ? nil : "\(shown), or in the evening?"
    case .night: return (6 * 3600..<15 * 3600).contains(second) ? "\(shown), or in the night?" : nil
    case .any: return nil
    }
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
    if SpokenClock.hourNamed(text) != nil { return .said }
    guard let hour = parts.first, hour.first != "0", hour.count < 3, let count = Int(hour),
      parts.last?.last?.isNumber == true
    else { return nil }
    if parts.count == 1 { return (1...12).contains(count) ? .said : nil }
    return parts.count == 2 && (1...9).contains(count) ? .written : nil
  }

  /// "Last night 11" is 23:00, and "last night 2" is 02:00.
  private static func isEvening(_ hour: Int, _ half: Half) -> Bool {
    switch half {
    case .afternoon, .evening: true
    case .night: hour >= 6
    case .morning, .any: false
    }
  }
}

/// A number of at most two digits, with a leading nought.
private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
