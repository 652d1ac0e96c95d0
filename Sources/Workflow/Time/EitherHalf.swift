/// A time of day that may be of the morning or of the evening: `half nine`, `today 9`, `6.30`.
struct EitherHalf {
  /// Both, in seconds since midnight.
  private let morning: Int
  private let evening: Int
  private let either: TimeOfDay.Either
  private let now: Instant

  /// When people meet, in hours: of what is planned the half of the day is meant that lies in it.
  private static let meeting = 8..<20

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
    if let second = passed(on: today) { return instant(second, on: today) }
    let isOver = instant(morning, on: today) <= now
    // Half ten, said at one in the morning, was before midnight.
    return either == .said && !isOver ? instant(evening, on: today.adding(days: -1)) : nil
  }

  /// Which is meant on a day, in seconds since midnight; nothing where it must be asked.
  func on(_ day: SpokenDay, isAhead: Bool) -> Int? {
    let today = London.local(now).date
    if isAhead || day.date > today { return arranged }
    if day.date == today, let second = passed(on: today) { return second }
    if day.date == today { return instant(morning, on: today) <= now ? nil : morning }
    // Whoever writes the date writes the clock of twenty-four hours.
    return day.isDated && either == .written ? morning : nil
  }

  private var arranged: Int {
    EitherHalf.meeting.contains(morning / 3_600) ? morning : evening
  }

  /// The one of today that is over; of two that are over the later is meant where it was said, and nobody knows
  /// where it was written.
  private func passed(on today: CivilDate) -> Int? {
    if instant(evening, on: today) <= now { return either == .said ? evening : nil }
    return instant(morning, on: today) <= now ? morning : nil
  }

  private func instant(_ second: Int, on date: CivilDate) -> Instant {
    London.instant(LocalTime(date: date, secondOfDay: second))
  }
}
