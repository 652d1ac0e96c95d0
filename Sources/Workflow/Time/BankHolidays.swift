/// The bank holidays of England: published data as far as it goes, computed beyond.
package struct BankHolidays: Sendable {
  /// Days that were published, with what each is called.
  package let published: [CivilDate: String]
  /// The years for which the published list is complete.
  package let years: ClosedRange<Int>
  /// Who published the list.
  package let source: String
  /// The day on which the list was last compared.
  package let checked: CivilDate
  /// With what it was compared then, which need not be the source itself.
  package let comparison: String
  /// The published days, counted from 1970-01-01: working days are counted by the thousand.
  private let daysOff: Set<Int>
  /// The days of the published years, counted so.
  private let days: Range<Int>

  /// Holds what was published.
  package init(
    published: [CivilDate: String], years: ClosedRange<Int>, source: String, checked: CivilDate,
    comparison: String
  ) {
    self.published = published
    self.years = years
    self.source = source
    self.checked = checked
    self.comparison = comparison
    daysOff = Set(published.keys.map(\.daysSince1970))
    func newYear(_ year: Int) -> Int { CivilDate(year: year, month: 1, day: 1)?.daysSince1970 ?? 0 }
    days = newYear(years.lowerBound)..<newYear(years.upperBound + 1)
  }

  /// The name of the bank holiday on a day, or nothing where it is an ordinary day.
  ///
  /// Beyond the published years the name ends in "(computed)": one-off holidays are not known there.
  package func name(on date: CivilDate) -> String? {
    if years.contains(date.year) { return published[date] }
    return BankHolidays.computed(year: date.year)[date].map { "\($0) (computed)" }
  }

  /// Whether offices work on a day: Monday to Friday, and no bank holiday.
  package func isWorkingDay(_ date: CivilDate) -> Bool {
    isWorkingDay(date.daysSince1970)
  }

  /// The same of a day counted from 1970-01-01, which was a Thursday.
  private func isWorkingDay(_ day: Int) -> Bool {
    let weekday = (day + 3) % 7
    if (weekday < 0 ? weekday + 7 : weekday) >= Weekday.saturday.rawValue { return false }
    return days.contains(day)
      ? !daysOff.contains(day) : name(on: CivilDate(daysSince1970: day)) == nil
  }

  /// 17:00 of the working day that many working days after an instant.
  ///
  /// The day on which it starts is not counted, whatever day it is; each working day after it is.
  package func end(ofWorkingDay count: Int, after start: Instant) -> Instant {
    var day = London.local(start).date.daysSince1970
    var left = count
    while left > 0 {
      day += 1
      if isWorkingDay(day) { left -= 1 }
    }
    let date = CivilDate(daysSince1970: day)
    return London.instant(LocalTime(date: date, secondOfDay: BankHolidays.closing))
  }

  /// 17:00 of the working day on which an instant falls; where none is under way any more, or it is
  /// none, of the next.
  package func endOfWorkingDay(at start: Instant) -> Instant {
    let local = London.local(start)
    guard !isWorkingDay(local.date) || local.secondOfDay >= BankHolidays.closing else {
      return London.instant(LocalTime(date: local.date, secondOfDay: BankHolidays.closing))
    }
    return end(ofWorkingDay: 1, after: start)
  }

  /// The end of a working day, in seconds from midnight by the clock.
  private static let closing = 17 * 3600

  /// The days that the standing rules give a year, in order.
  package static func computedDays(year: Int) -> [CivilDate] { computed(year: year).keys.sorted() }

  /// The eight holidays of a year by their standing rules, with substitute days for weekends.
  private static func computed(year: Int) -> [CivilDate: String] {
    var days: [CivilDate: String] = [:]
    var moved: [(CivilDate, String)] = []
    func add(_ date: CivilDate?, _ name: String) {
      guard let day = date else { return }
      if day.weekday.isWeekend { moved.append((day, name)) } else { days[day] = name }
    }
    func monday(onOrAfter day: Int, month: Int) -> CivilDate? {
      guard let first = CivilDate(year: year, month: month, day: day) else { return nil }
      return first.adding(days: (7 - first.weekday.rawValue) % 7)
    }
    let easter = easterSunday(year: year)
    add(CivilDate(year: year, month: 1, day: 1), "New Year's Day")
    add(easter.adding(days: -2), "Good Friday")
    add(easter.adding(days: 1), "Easter Monday")
    add(monday(onOrAfter: 1, month: 5), "Early May bank holiday")
    add(monday(onOrAfter: 25, month: 5), "Spring bank holiday")
    add(monday(onOrAfter: 25, month: 8), "Summer bank holiday")
    add(CivilDate(year: year, month: 12, day: 25), "Christmas Day")
    add(CivilDate(year: year, month: 12, day: 26), "Boxing Day")
    // A substitute day is the next that is free once every other holiday has its own.
    for (date, name) in moved {
      var day = date
      while day.weekday.isWeekend || days[day] != nil { day = day.adding(days: 1) }
      days[day] = "\(name) (substitute day)"
    }
    return days
  }

  /// Easter Sunday of a year by the Gregorian reckoning.
  private static func easterSunday(year: Int) -> CivilDate {
    let golden = year % 19
    let century = year / 100
    let epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30
    let moon = epact - epact / 28 * (1 - 29 / (epact + 1) * ((21 - golden) / 11))
    let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7
    let offset = moon - weekday
    let month = 3 + (offset + 40) / 44
    let day = offset + 28 - 31 * (month / 4)
    return CivilDate(
      daysSince1970: (CivilDate(year: year, month: month, day: 1)?.daysSince1970 ?? 0) + day - 1)
  }
}
