/// A time of day that may be of the morning or of the evening: `half nine`, `today 9`, `6.30`.
struct EitherHalf {
  /// Both, in seconds since midnight.
  private let morning: Int
  private let evening: Int
  private let either: TimeOfDay.Either
  private let now: Instant

  /// When people meet, in hours: of what is planned the half of the day is meant that lies in it.
  private static let meeting = 8..<20

  /// For how long what was said alone means what was just now, in seconds: three hours.
  private static let just: Int64 = 3 * 3_600

  init(_ second: Int, _ either: TimeOfDay.Either, now: Instant) {
    morning = second % (12 * 3_600)
    evening = morning + 12 * 3_600
    self.either = either
    self.now = now
  }

  /// Which is meant of a time of day alone; nothing where it must be asked.
  func near(isAhead: Bool) -> Instant? {
    let today = London.local(now).date
    if isAhead {
      let next = instant(arranged, on: today)
      return next >= now ? next : London.adding(days: 1, to: next)
    }
    // Half six, said at seven in the evening, was just now; three hours later nobody knows.
    let last = instant(evening, on: today)
    if either == .said, last <= now, now.since(last) <= EitherHalf.just { return last }
    if let second = passed(on: today) { return instant(second, on: today) }
    let isOver = instant(morning, on: today) <= now
    // Half ten, said at one in the morning, was before midnight.
    return either == .said && !isOver ? instant(evening, on: today.adding(days: -1)) : nil
  }

  /// Which is meant on a day, in seconds since midnight; nothing where it must be asked.
  func on(_ day: SpokenDay, isAhead: Bool) -> Int? {
    let today = London.local(now).date
    if day.date > today { return arranged }
    if isAhead {
      // Today's, where its hour is over, is this evening's; a weekday's is that of the next week.
      let isOver = instant(arranged, on: day.date) < now && instant(evening, on: day.date) >= now
      return isOver && !day.isWeekday ? evening : arranged
    }
    if day.date == today {
      return instant(morning, on: today) <= now ? passed(on: today) : morning
    }
    // Whoever writes the date writes the clock of twenty-four hours.
    return day.isDated && either == .written ? morning : nil
  }

  private var arranged: Int {
    EitherHalf.meeting.contains(morning / 3_600) ? morning : evening
  }

  /// The one of today that is over; nothing where both are, or none is.
  private func passed(on today: CivilDate) -> Int? {
    guard instant(evening, on: today) > now else { return nil }
    return instant(morning, on: today) <= now ? morning : nil
  }

  private func instant(_ second: Int, on date: CivilDate) -> Instant {
    London.instant(LocalTime(date: date, secondOfDay: second))
  }
}
