/// A time of day as it is said on the telephone: `half nine`, `half past nine`, `quarter to 10`,
/// `20 past 12`, `ten to nine`, `twenty to midnight`.
enum SpokenClock {
  /// What stands behind a time that was said: half nine is one of the morning or of the evening.
  static let mark: Character = "'"

  private static let hours = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  private static let minutes: [String: Int] = [
    "five": 5, "ten": 10, "quarter": 15, "twenty": 20, "twenty-five": 25, "half": 30,
  ]

  /// Makes one word of a time of day that ends the words: `half nine` is `9:30`, as it is in Britain, and
  /// `20 past 12` is `12:20`, each with the mark.
  ///
  /// - Parameter words: the words, in small letters; what they end with is joined where it is such a time.
  static func join(_ words: inout [String]) {
    if let last = words.last, ["am", "pm"].contains(last.suffix(2)), last.count > 2 {
      // `half past 9pm`; a quarter to twelve, pm, is before noon or before midnight.
      var plain = Array(words.dropLast()) + [String(last.dropLast(2))]
      let length = plain.count
      join(&plain)
      guard plain.count < length, let clock = plain.last, clock.last == mark,
        !(clock.hasPrefix("11:") && last.hasPrefix("12"))
      else { return }
      words = plain.dropLast() + [clock + last.suffix(2)]
      return
    }
    guard let hour = words.last.flatMap(hour) else { return }
    var before = Array(words.dropLast())
    if before.last == "half" {
      words = before.dropLast() + [clock(hour, 30)]
      return
    }
    guard let side = before.popLast(), ["past", "to"].contains(side) else { return }
    if ["minutes", "mins", "minute", "min"].contains(before.last) { before.removeLast() }
    guard var count = before.popLast().flatMap(minute), side == "past" || count != 30 else {
      return
    }
    if count == 5, before.last == "twenty" {
      before.removeLast()
      count = 25
    }
    if ["a", "about"].contains(before.last) { before.removeLast() }
    words = before + [clock(hour, side == "past" ? count : -count)]
  }

  /// Whether words are a time of day and nothing else, written so that nobody takes it for a number: `9am`,
  /// `9.30 pm`, `14:00`, `noon`.
  static func isPlain(_ words: String) -> Bool {
    if ["noon", "midday", "midnight"].contains(words) { return true }
    var rest = words.filter { !$0.isWhitespace }[...]
    let isHalf = rest.hasSuffix("am") || rest.hasSuffix("pm")
    if isHalf { rest = rest.dropLast(2) }
    let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
    let isClock = parts.count == 2 && parts[1].count == 2
    return (isHalf || isClock) && rest.first?.isNumber == true
      && rest.allSatisfy { $0.isNumber || $0 == ":" || $0 == "." }
  }

  /// A quarter to one is before one, after twelve.
  private static func clock(_ hour: Int, _ minutes: Int) -> String {
    let whole = minutes < 0 ? (hour == 1 ? 12 : (hour + 23) % 24) : hour
    let rest = minutes < 0 ? 60 + minutes : minutes
    // Of midnight nobody asks which half of the day it is.
    let isEither = (1...12).contains(hour) && (1...12).contains(whole)
    return "\(whole):" + (rest < 10 ? "0\(rest)" : "\(rest)") + (isEither ? "\(mark)" : "")
  }

  /// The hour that a word names: `nine`.
  static func hourNamed(_ word: String) -> Int? { hours.firstIndex(of: word).map { $0 + 1 } }

  private static func minute(_ word: String) -> Int? {
    minutes[word] ?? Int(word).flatMap { (1...59).contains($0) ? $0 : nil }
  }

  private static func hour(_ word: String) -> Int? {
    if word == "midnight" { return 0 }
    if word == "noon" || word == "midday" { return 12 }
    return hourNamed(word)
      ?? Int(word).flatMap { (1...12).contains($0) ? $0 : nil }
  }
}
