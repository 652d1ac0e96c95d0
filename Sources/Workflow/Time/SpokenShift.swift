/// How far from now: `-2h`, `+30m`, `-1h30m`, `2h ago`, `20 minutes ago`, `half an hour ago`, `in 3 days`.
enum SpokenShift {
  /// Seconds, negative for what lies back, or nothing where the words say no such thing.
  static func seconds(of words: [String]) -> Int64? {
    guard let first = words.first, let last = words.last else { return nil }
    if words.count == 1, let sign = first.first, sign == "-" || sign == "+" {
      return sum(String(first.dropFirst())).map { sign == "-" ? -$0 : $0 }
    }
    if last == "ago", words.count > 1 { return length(Array(words.dropLast())).map { -$0 } }
    if first == "in", words.count > 1 { return length(Array(words.dropFirst())) }
    return nil
  }

  private static func length(_ words: [String]) -> Int64? {
    if words == ["half", "an", "hour"] || words == ["half", "hour"] { return 1800 }
    if words.count == 2, let count = count(words[0]), let unit = unit(words[1]) {
      return Int64(count) * unit
    }
    return sum(words.joined())
  }

  /// `a`, `two`, `3`.
  static func count(_ word: String) -> Int? {
    if ["a", "an"].contains(word) { return 1 }
    let names = ["one", "two", "three", "four", "five", "six"]
    if let place = names.firstIndex(of: word) { return place + 1 }
    return Int(word).flatMap { (1..<100_000).contains($0) ? $0 : nil }
  }

  /// `1h30m`, `20minutes`, `2h`.
  private static func sum(_ text: String) -> Int64? {
    var total: Int64 = 0
    var rest = text[...]
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      let letters = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(letters.count)
      guard let count = Int64(digits), count < 100_000, let unit = unit(String(letters)) else {
        return nil
      }
      total += count * unit
    }
    return total
  }

  private static func unit(_ name: String) -> Int64? {
    switch name {
    case "m", "min", "mins", "minute", "minutes": 60
    case "h", "hr", "hrs", "hour", "hours": 3600
    case "d", "day", "days": 86_400
    case "w", "week", "weeks": 7 * 86_400
    case "fortnight", "fortnights": 14 * 86_400
    default: nil
    }
  }
}
