/// The clock on the wall in England, by rule: summer time from 01:00 UTC on the last Sunday of March
/// to 01:00 UTC on the last Sunday of October, as it has been since 1996.
///
/// Held in the core, without Foundation, because a statically linked program loses the system's zone
/// data without a word and would then be an hour wrong all summer.
package enum London {
  /// Seconds by which London is ahead of UTC at an instant: 3,600 in summer, 0 in winter.
  package static func offset(at instant: Instant) -> Int {
    // A year of mean length is a day or two out at the turn of the year, when it is winter in both.
    let year = 1970 + Int(instant.seconds / 31_556_952)
    let summer =
      usualYears.contains(year)
      ? usualSummers[year - usualYears.lowerBound] : computedSummer(of: utc(instant).date.year)
    return summer.contains(instant) ? 3600 : 0
  }

  /// The years that a desk is asked about by the thousand.
  private static let usualYears = 1996...2089
  private static let usualSummers = usualYears.map(computedSummer)

  private static func computedSummer(of year: Int) -> Range<Instant> {
    change(month: 3, year: year)..<change(month: 10, year: year)
  }

  /// What the clock on the wall shows at an instant.
  package static func local(_ instant: Instant) -> LocalTime {
    utc(instant.adding(seconds: Int64(offset(at: instant))))
  }

  /// The instant at which the clock on the wall shows a time.
  ///
  /// A time that the March change skips moves on by the skipped hour; of a time that October doubles,
  /// the earlier is meant (rulebook, how time is counted).
  package static func instant(_ local: LocalTime) -> Instant {
    instant(wall: Int64(local.date.daysSince1970) * 86_400 + Int64(local.secondOfDay))
  }

  /// The instant at which the clock on the wall shows so many seconds since 1970 began there.
  private static func instant(wall seconds: Int64) -> Instant {
    let asUTC = Instant(seconds: seconds)
    let asSummer = asUTC.adding(seconds: -3600)
    return offset(at: asSummer) == 3600 ? asSummer : asUTC
  }

  /// The same clock time a number of calendar days later.
  package static func adding(days: Int, to instant: Instant) -> Instant {
    London.instant(wall: instant.seconds + Int64(offset(at: instant)) + Int64(days) * 86_400)
  }

  /// The same clock time on the same day of a later month, or on its last day.
  package static func adding(months: Int, to instant: Instant) -> Instant {
    let start = local(instant)
    return London.instant(
      LocalTime(date: start.date.adding(months: months), secondOfDay: start.secondOfDay))
  }

  /// Whether somebody sits in the offices: on a working day from 9:00 to before 17:00.
  package static func isOfficeHour(
    _ instant: Instant, holidays: BankHolidays = .england
  ) -> Bool {
    let local = local(instant)
    return holidays.isWorkingDay(local.date) && (9..<17).contains(local.hour)
  }

  private static func utc(_ instant: Instant) -> LocalTime {
    let second = Int(instant.seconds)
    let days = second >= 0 ? second / 86_400 : -((86_399 - second) / 86_400)
    return LocalTime(date: CivilDate(daysSince1970: days), secondOfDay: second - days * 86_400)
  }

  /// The instant of 01:00 UTC on the last Sunday of a month.
  private static func change(month: Int, year: Int) -> Instant {
    let last = CivilDate(daysSince1970: daysToLast(of: month, year: year))
    let sunday = last.adding(days: -((last.weekday.rawValue + 1) % 7))
    return Instant(seconds: Int64(sunday.daysSince1970) * 86_400 + 3600)
  }

  /// Days from 1970-01-01 to the 31st of March or October.
  private static func daysToLast(of month: Int, year: Int) -> Int {
    CivilDate(year: year, month: month, day: 31)?.daysSince1970 ?? 0
  }
}
