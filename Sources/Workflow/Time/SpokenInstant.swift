/// Reads times as people say them at a duty desk: `now`, `-2h`, `2h ago`, `22:30`, `yesterday 11pm`,
/// `tue 9pm`, `last night 11`, `14/3 9am`, `19/10/2026 21:15`, `2026-10-19 21:15`, and as the desk
/// writes it: `Fri 20 Nov 22:30`.
///
/// `GMT` or `BST` behind it says which passing is meant of an hour that comes twice.
package enum SpokenInstant {
  /// What was typed, as far as it can be told.
  private enum Meaning {
    case time(Instant)
    /// Half a time, or one that may be two: what is asked.
    case open(String)
    case nothing

    static func either(_ word: String) -> Meaning {
      let said =
        SpokenClock.hourNamed(word).map(String.init) ?? word.filter { $0 != SpokenClock.mark }
      return .open("\(said)am or \(said)pm?")
    }
  }

  /// Reads a time.
  ///
  /// A time of day alone means the latest one that is not in the future; a day without a year, or a
  /// weekday, the latest such day. Of what is planned it means the next one. What may be meant in two ways, and
  /// neither is the plain meaning, is not read: limits run from these times.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - now: what "now" means.
  ///   - isAhead: whether the time is still to come, such as that of a planned meeting.
  ///   - isLenient: whether a weekday that is not that of its date is passed over: in what was recorded before
  ///     the two were compared, and in a line of a meeting's actions.
  /// - Returns: the instant, or nothing where it cannot be read.
  package static func read(
    _ text: String, now: Instant, isAhead: Bool = false, isLenient: Bool = false
  ) -> Instant? {
    guard case .time(let instant) = meaning(text, now, isAhead, isLenient) else { return nil }
    return instant
  }

  /// What is still to be said where something was typed that is half a time, or may be two: `9`, `this morning`,
  /// `midnight yesterday`.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - now: what "now" means.
  ///   - isAhead: whether the time is still to come.
  /// - Returns: the question, or nothing where it is none.
  package static func wanting(_ text: String, now: Instant, isAhead: Bool = false) -> String? {
    switch meaning(text, now, isAhead, false) {
    case .time: return nil
    case .open(let question): return question
    case .nothing: return wantingOfAll(text)
    }
  }

  private static func meaning(
    _ text: String, _ now: Instant, _ isAhead: Bool, _ isLenient: Bool
  ) -> Meaning {
    if let instant = Instant(iso: text.trimmed) { return .time(instant) }
    let minute = Instant(seconds: now.seconds - now.seconds % 60)
    var words = words(of: text)
    if let offset = words.last.flatMap({ zones[$0] }) {
      words.removeLast()
      return read(words.joined(separator: " "), now: now, isAhead: isAhead, isLenient: isLenient)
        .flatMap { onClock($0, ahead: offset) }.map(Meaning.time) ?? .nothing
    }
    if words == ["now"] || words == ["just", "now"] { return .time(minute) }
    if let seconds = SpokenShift.seconds(of: words) {
      return .time(minute.adding(seconds: seconds))
    }
    let today = London.local(now).date
    guard let day = SpokenDay.take(from: &words, today: today, isAhead: isAhead) else {
      let half = SpokenDay.takeHalf(from: &words)
      join(&words, beside: nil, half: half)
      return ofClock(words, half, now, isAhead)
    }
    if let doubt = day.doubt, !isLenient { return .open(doubt) }
    guard !words.isEmpty else {
      return .open("at what time? \(text.trimmed) 9" + (day.half == nil ? "am" : ""))
    }
    join(&words, beside: day, half: day.half)
    guard words.count == 1 else { return .nothing }
    return on(day, words[0], now, isAhead)
  }

  /// A time of day without its day.
  private static func ofClock(
    _ words: [String], _ half: TimeOfDay.Half?, _ now: Instant, _ isAhead: Bool
  ) -> Meaning {
    guard words.count == 1 else { return .nothing }
    let word = words[0]
    if let question = TimeOfDay.against(word, half: half) { return .open(question) }
    guard let second = TimeOfDay.read(word, half: half) else {
      if word == "12" { return .open("noon or midnight?") }
      if half == nil, TimeOfDay.either(word, half: nil) != nil,
        TimeOfDay.read(word, half: .any) != nil
      {
        return .either(word)
      }
      return half == nil && isThree(word)
        ? .either("\(word.prefix(1)):\(word.suffix(2))") : .nothing
    }
    if let either = TimeOfDay.either(word, half: half) {
      return EitherHalf(second, either, now: now).near(isAhead: isAhead).map(Meaning.time)
        ?? .either(word)
    }
    return .time(near(second % 86_400, on: London.local(now).date, now: now, isAhead: isAhead))
  }

  /// A time of day on a day.
  private static func on(
    _ day: SpokenDay, _ word: String, _ now: Instant, _ isAhead: Bool
  ) -> Meaning {
    let today = London.local(now).date
    if word == "midnight" { return midnight(day, now) }
    if day.half == .evening, day.date == today, !TimeOfDay.isAfternoon(word),
      let second = TimeOfDay.read(word, half: .any), second < 6 * 3600,
      TimeOfDay.either(word, half: nil) == nil
    {
      // Tonight at two in the morning is the night that it is, and of what is planned the next.
      let instant = London.instant(LocalTime(date: today, secondOfDay: second))
      if isAhead {
        return .time(instant < now ? London.adding(days: 1, to: instant) : instant)
      }
      if instant <= now, London.local(now).hour < 8 { return .time(instant) }
    }
    if let question = TimeOfDay.against(word, half: day.half) { return .open(question) }
    guard var second = TimeOfDay.read(word, half: day.half ?? .any) else {
      let isOfNight = day.half == .night && TimeOfDay.read(word, half: .any) != nil
      guard isThree(word) else { return isOfNight ? .either(word) : .nothing }
      let clock = "\(word.prefix(1)):\(word.suffix(2))"
      return day.half == nil ? .either(clock) : on(day, clock, now, isAhead)
    }
    if let either = TimeOfDay.either(word, half: day.half) {
      guard let meant = EitherHalf(second, either, now: now).on(day, isAhead: isAhead) else {
        return .either(word)
      }
      second = meant
    }
    // "Last night at 2" was this morning, and 24:00 is the end of a day.
    let isNext = day.half == .night && second < 6 * 3600 || second == 86_400
    let date = isNext ? day.date.adding(days: 1) : day.date
    let instant = London.instant(LocalTime(date: date, secondOfDay: second % 86_400))
    // "Tue 9" on a Tuesday at eight is a week ago, and of what is planned a week ahead.
    guard day.isWeekday, date == today else { return .time(instant) }
    let minute = Instant(seconds: now.seconds - now.seconds % 60)
    if !isAhead, instant > now { return .time(London.adding(days: -7, to: instant)) }
    if isAhead, instant < minute { return .time(London.adding(days: 7, to: instant)) }
    return .time(instant)
  }

  /// The midnight of a night is the one within it; that of a day is its first or its last.
  private static func midnight(_ day: SpokenDay, _ now: Instant) -> Meaning {
    let next = day.date.adding(days: 1)
    let isTonight = day.half == .evening && London.local(now).hour >= 6
    if day.half == .night || isTonight {
      return .time(London.instant(LocalTime(date: next, secondOfDay: 0)))
    }
    return .open("\(day.date.spokenShort) 00:00 or \(next.spokenShort) 00:00?")
  }

  /// Makes one word of `21 30`, where it is no day of a month.
  private static func join(_ words: inout [String], beside day: SpokenDay?, half: TimeOfDay.Half?) {
    guard words.count == 2, words[1].count == 2, let hour = Int(words[0]), hour < 24,
      let minute = Int(words[1]), (0...59).contains(minute),
      minute > 12 || day != nil && day?.isWeekday == false
    else { return }
    words = ["\(words[0]):\(words[1])"]
  }

  /// Whether a word is three figures that a clock may show: `930`.
  private static func isThree(_ word: String) -> Bool {
    word.count == 3 && word.first != "0" && word.allSatisfy { $0.isASCII && $0.isNumber }
      && word.suffix(2) < "60"
  }

  /// What is asked where several times were typed, or the month before the day.
  private static func wantingOfAll(_ text: String) -> String? {
    let words = words(of: text)
    for word in words {
      if let turned = WrittenDate.turned(word) { return "the day comes first: \(turned)" }
    }
    let isRange = words.contains { word in
      let parts = word.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
      return parts.count == 2 && parts.allSatisfy { TimeOfDay.read($0, half: .any) != nil }
    }
    let isSeveral = words.contains { ["between", "or", "from"].contains($0) } || isRange
    return isSeveral && words.contains { $0.contains(where: \.isNumber) }
      ? "one time, please: which?" : nil
  }

  /// Reads a day: `today`, `yesterday`, `tomorrow`, `tue`, `14/3`, `14/3/2011`, `14/03/11`, `14.3.2011`,
  /// `2011-03-14`, `14 March 2011`, `14th mar 11`.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - today: what day it is.
  ///   - isBirthday: whether it is one, of which nobody guesses the year.
  ///   - isAhead: whether it is still to come: a review.
  /// - Returns: the day, or nothing where it cannot be read or may be two.
  package static func readDate(
    _ text: String, today: CivilDate, isBirthday: Bool = false, isAhead: Bool = false
  ) -> CivilDate? {
    guard let day = day(text, today, isAhead: isAhead), day.doubt == nil,
      !isBirthday || day.isYearSaid || !day.isDated
    else { return nil }
    return day.date
  }

  /// What is still to be said where something was typed that is half a day, or may be two: of a birthday `14/3`.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - today: what day it is.
  ///   - isBirthday: whether it is one.
  ///   - isAhead: whether it is still to come.
  /// - Returns: the question, or nothing where it is none.
  package static func wantingDate(
    _ text: String, today: CivilDate, isBirthday: Bool = false, isAhead: Bool = false
  ) -> String? {
    guard let day = day(text, today, isAhead: isAhead) else {
      return words(of: text).lazy.compactMap(WrittenDate.turned).first
        .map { "the day comes first: \($0)" }
    }
    if let doubt = day.doubt { return doubt }
    return isBirthday && day.isDated && !day.isYearSaid ? "of which year?" : nil
  }

  private static func day(
    _ text: String, _ today: CivilDate, isAhead: Bool
  ) -> SpokenDay? {
    var words = words(of: text)
    guard let day = SpokenDay.take(from: &words, today: today, isAhead: isAhead, isAlone: true),
      words.isEmpty, day.half == nil
    else { return nil }
    return day
  }

  /// Seconds ahead of UTC of the two clocks: in the hour that comes twice in October only they tell which.
  private static let zones = ["gmt": 0, "utc": 0, "bst": 3600]

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
}
