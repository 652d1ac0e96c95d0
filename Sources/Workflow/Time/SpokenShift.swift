/// How far from now: `-2h`, `+30m`, `-1h30m`, `2h ago`, `20 minutes ago`, `an hour and a half ago`, `1.5h ago`,
/// `in 3 days`.
enum SpokenShift {
  /// Seconds, negative for what lies back, or nothing where the words say no such thing.
  static func seconds(of words: [String]) -> Int64? {
    guard let first = words.first, let last = words.last else { return nil }
    if words.count == 1, let sign = first.first, sign == "-" || sign == "+" {
      return length([String(first.dropFirst())]).map { sign == "-" ? -$0 : $0 }
    }
    if ["ago", "back"].contains(last), words.count > 1 {
      return length(Array(words.dropLast())).map { -$0 }
    }
    if first == "in", words.count > 1 { return length(Array(words.dropFirst())) }
    return nil
  }

  /// `a`, `two`, `3`.
  static func count(_ word: String) -> Int? {
    if ["a", "an"].contains(word) { return 1 }
    return SpokenClock.hourNamed(word)
      ?? Int(word).flatMap { (1..<100_000).contains($0) ? $0 : nil }
  }

  /// The length that words say, in seconds: of `1 5h`, which is no length, nothing.
  private static func length(_ words: [String]) -> Int64? {
    var rest = words.filter { $0 != "and" }.flatMap(apart)[...]
    var total: Int64 = 0
    var last: Int64?
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      if let last, rest == ["a", "half"] { return total + last / 2 }
      guard let hundredths = hundredths(&rest) else { return nil }
      guard let name = rest.popFirst() else {
        // `1 hr 20` leaves the minutes unsaid.
        guard last == 3_600, hundredths % 100 == 0, hundredths < 6_000 else { return nil }
        return total + hundredths / 100 * 60
      }
      guard let unit = unit(name) else { return nil }
      total += hundredths * unit / 100
      last = unit
    }
    return total
  }

  /// Takes how many there are of a unit, in hundredths: `two`, `1.5`, `a quarter of an`, `one and a half`.
  private static func hundredths(_ rest: inout ArraySlice<String>) -> Int64? {
    func takes(_ words: String...) -> Bool {
      guard rest.starts(with: words) else { return false }
      rest = rest.dropFirst(words.count)
      return true
    }
    let parts = ["half", "quarter", "couple"]
    if let second = rest.dropFirst().first, parts.contains(second) { _ = takes("a") }
    if takes("three", "quarters") || takes("3/4") {
      _ = takes("an") || takes("a")
      return 75
    }
    if takes("half") || takes("1/2") {
      _ = takes("an") || takes("a")
      return 50
    }
    if takes("quarter") {
      _ = takes("an")
      return 25
    }
    if takes("couple") { return 200 }
    guard let first = rest.popFirst() else { return nil }
    if let count = count(first) {
      let isMore = takes("a", "half") || takes("1/2")
      return Int64(count) * 100 + (isMore ? 50 : 0)
    }
    // Of `1.30h` nobody knows whether thirty minutes or three tenths are meant.
    for (ending, part) in [(".5", 50), (".75", 75)] where first.hasSuffix(ending) {
      let whole = first.dropLast(ending.count)
      guard whole.isEmpty || whole.allSatisfy(\.isNumber), let count = Int64("0" + whole),
        count < 100_000
      else { return nil }
      return count * 100 + Int64(part)
    }
    return nil
  }

  /// Figures and letters by themselves: `1h30m` is `1`, `h`, `30`, `m`.
  private static func apart(_ word: String) -> [String] {
    var parts: [String] = []
    var wasFigure: Bool?
    for character in word {
      let isFigure = character.isNumber || character == "." || character == "/"
      if isFigure == wasFigure {
        parts[parts.count - 1].append(character)
      } else {
        parts.append(String(character))
      }
      wasFigure = isFigure
    }
    return parts
  }

  /// The seconds of a unit by its name.
  static func unit(_ name: String) -> Int64? {
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
