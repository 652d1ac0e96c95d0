/// Reads times as people say them at a duty desk: `now`, `-2h`, `2h ago`, `22:30`, `yesterday 11pm`,
/// `tue 9pm`, `last night 11`, `14/3 9am`, `19/10/2026 21:15`, `2026-10-19 21:15`, and as the desk
/// writes it: `Fri 20 Nov 22:30`.
///
/// `GMT` or `BST` behind it says which passing is meant of an hour that comes twice.
package enum SpokenInstant {
  /// Reads a time.
  ///
  /// A time of day alone means the latest one that is not in the future; a day without a year, or a
  /// weekday, the latest such day. Of what is planned it means the next one. Where either half of the day may be
  /// meant, and neither is the plain meaning, nothing is read: limits run from these times.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - now: what "now" means.
  ///   - isAhead: whether the time is still to come, such as that of a planned meeting.
  /// - Returns: the instant, or nothing where it cannot be read.
  package static func read(_ text: String, now: Instant, isAhead: Bool = false) -> Instant? {
    if let instant = Instant(iso: text.trimmed) { return instant }
    let minute = Instant(seconds: now.seconds - now.seconds % 60)
    var words = words(of: text)
    if let offset = words.last.flatMap({ zones[$0] }) {
      words.removeLast()
      return read(words.joined(separator: " "), now: now, isAhead: isAhead).flatMap {
        onClock($0, ahead: offset)
      }
    }
    if words == ["now"] || words == ["just", "now"] { return minute }
    if let seconds = SpokenShift.seconds(of: words) {
      return minute.adding(seconds: seconds)
    }
    let today = London.local(now).date
    guard let day = SpokenDay.take(from: &words, today: today, isAhead: isAhead) else {
      let half = SpokenDay.takeHalf(from: &words)
      guard words.count == 1, let second = TimeOfDay.read(words[0], half: half) else { return nil }
      if let either = TimeOfDay.either(words[0], half: half) {
        return EitherHalf(second, either, now: now).near(isAhead: isAhead)
      }
      return near(second, on: today, now: now, isAhead: isAhead)
    }
    guard words.count == 1, var second = TimeOfDay.read(words[0], half: day.half ?? .any) else {
      return nil
    }
    if let either = TimeOfDay.either(words[0], half: day.half) {
      guard let meant = EitherHalf(second, either, now: now).on(day, isAhead: isAhead) else {
        return nil
      }
      second = meant
    }
    // "Last night at 2" was this morning.
    let date = day.half == .night && second < 6 * 3600 ? day.date.adding(days: 1) : day.date
    let instant = London.instant(LocalTime(date: date, secondOfDay: second))
    // "Tue 9" on a Tuesday at eight is a week ago, and of what is planned a week ahead.
    guard day.isWeekday, date == today else { return instant }
    if !isAhead, instant > now { return London.adding(days: -7, to: instant) }
    if isAhead, instant < minute { return London.adding(days: 7, to: instant) }
    return instant
  }

  /// What is still to be said where something was typed that is half a time: `9`, `this morning`.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - now: what "now" means.
  /// - Returns: the question, or nothing where it is none.
  package static func wanting(_ text: String, now: Instant) -> String? {
    var words = words(of: text)
    if words.count == 1, let hour = Int(words[0]), (1...12).contains(hour) {
      if hour == 12 { return "noon or midnight?" }
      return "\(hour)am or \(hour)pm?"
    }
    let day = SpokenDay.take(from: &words, today: London.local(now).date, isAhead: false)
    let isOfNight =
      words.count == 1 && day?.half == .night && TimeOfDay.read(words[0], half: .night) == nil
    if words.count == 1, isOfNight || TimeOfDay.either(words[0], half: day?.half) != nil,
      TimeOfDay.read(words[0], half: isOfNight ? .any : day?.half ?? .any) != nil
    {
      let said = words[0].filter { $0 != SpokenClock.mark }
      return "\(said)am or \(said)pm?"
    }
    guard let day, words.isEmpty else { return nil }
    return "at what time? \(text.trimmed) 9" + (day.half == nil ? "am" : "")
  }

  /// Reads a day: `today`, `yesterday`, `tomorrow`, `tue`, `14/3`, `14/3/2011`, `14/03/11`,
  /// `2011-03-14`, `14 March 2011`.
  package static func readDate(_ text: String, today: CivilDate) -> CivilDate? {
    var words = words(of: text)
    guard let day = SpokenDay.take(from: &words, today: today, isAhead: false), words.isEmpty,
      day.half == nil
    else { return nil }
    return day.date
  }

  /// Seconds ahead of UTC of the two clocks: in the hour that comes twice in October only they tell which.
  private static let zones = ["gmt": 0, "bst": 3600]

  /// The instant at which a clock shows what London's shows at another; nothing where London has not that clock.
  private static func onClock(_ instant: Instant, ahead offset: Int) -> Instant? {
    let local = London.local(instant)
    let meant = Instant(
      seconds: Int64(local.date.daysSince1970) * 86_400 + Int64(local.secondOfDay - offset))
    return London.local(meant) == local ? meant : nil
  }

  /// A time of day alone.
  private static func near(
    _ second: Int, on today: CivilDate, now: Instant, isAhead: Bool
  ) -> Instant {
    let instant = London.instant(LocalTime(date: today, secondOfDay: second))
    if isAhead { return instant >= now ? instant : London.adding(days: 1, to: instant) }
    return instant <= now ? instant : London.adding(days: -1, to: instant)
  }

  /// The words without what says nothing, `9 pm` as one.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    for word in text.trimmed.lowercased().split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
      if ["at", "on", "about", "around", "the"].contains(word) { continue }
      if ["am", "pm"].contains(word), let last = words.last, last.first?.isNumber == true {
        words[words.count - 1] = last + word
      } else {
        words.append(String(word))
      }
      SpokenClock.join(&words)
    }
    return words
  }
}
