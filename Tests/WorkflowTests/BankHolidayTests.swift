import Foundation
import Testing
import Workflow

/// The list of bank holidays against a second computation, which shares nothing with the core's own:
/// the system's calendar for weekdays, another reckoning of Easter, and the proclamations by name.
@Suite("Bank holidays")
struct BankHolidayTests {
  /// What was proclaimed for one year alone: a holiday that moved, or a further one.
  private static let proclaimed: [Int: (gone: [String], added: [String: String])] = [
    2020: (["2020-05-04"], ["2020-05-08": "Early May bank holiday (moved for VE Day)"]),
    2022: (
      ["2022-05-30"],
      [
        "2022-06-02": "Spring bank holiday (moved)", "2022-06-03": "Platinum Jubilee bank holiday",
        "2022-09-19": "State funeral of Queen Elizabeth II",
      ]
    ),
    2023: ([], ["2023-05-08": "Coronation of King Charles III"]),
  ]

  @Test("every day of every published year is a holiday or not as the law has it, by its name")
  func agreesForEveryDay() throws {
    let holidays = BankHolidays.england
    #expect(holidays.years == 2019...2027)
    var count = 0
    for year in holidays.years {
      var expected = try Reckoning(year: year).days
      if let (gone, added) = BankHolidayTests.proclaimed[year] {
        for day in gone { #expect(expected.removeValue(forKey: day) != nil, "\(day)") }
        expected.merge(added) { _, new in new }
      }
      var day = try #require(CivilDate(year: year, month: 1, day: 1))
      while day.year == year {
        #expect(holidays.name(on: day) == expected[day.iso], "\(day.iso)")
        count += holidays.name(on: day) == nil ? 0 : 1
        day = day.adding(days: 1)
      }
    }
    // Eight a year, and three more that were proclaimed.
    #expect(count == 9 * 8 + 3)
    #expect(holidays.published.count == count)
  }

  @Test(
    "beyond the published years the standing rules answer, and say that they do", arguments: 0..<4)
  func agreesBeyond(part: Int) throws {
    for year in (2028 + part * 20)..<(2048 + part * 20) {
      let expected = try Reckoning(year: year).days
      #expect(BankHolidays.computedDays(year: year).map(\.iso) == expected.keys.sorted(), "\(year)")
      for (day, name) in expected {
        let date = try #require(CivilDate(iso: day))
        #expect(BankHolidays.england.name(on: date) == name + " (computed)", "\(day)")
      }
    }
  }

  @Test(
    "the days that people remember",
    arguments: [
      ("2021-12-25", nil), ("2021-12-27", "Christmas Day (substitute day)"),
      ("2021-12-28", "Boxing Day (substitute day)"), ("2022-12-26", "Boxing Day"),
      ("2022-12-27", "Christmas Day (substitute day)"), ("2020-05-04", nil), ("2022-05-30", nil),
      ("2026-04-03", "Good Friday"), ("2033-12-26", "Boxing Day (computed)"),
      ("2033-12-27", "Christmas Day (substitute day) (computed)"),
    ])
  func remembersThem(day: String, name: String?) throws {
    #expect(BankHolidays.england.name(on: try #require(CivilDate(iso: day))) == name)
  }

  @Test("the list says with what it was compared, and does not claim the page itself")
  func isHonest() {
    let holidays = BankHolidays.england
    #expect(holidays.source.contains("gov.uk/bank-holidays"))
    #expect(holidays.checked.iso == "2026-11-22")
    #expect(holidays.comparison.hasSuffix("Not with the page itself."))
  }
}

/// The standing bank holidays of a year in England and Wales, by the Banking and Financial Dealings
/// Act 1971 and the yearly substitutes.
private struct Reckoning {
  private(set) var days: [String: String] = [:]
  private let calendar: Calendar
  private let year: Int

  init(year: Int) throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    self.calendar = calendar
    self.year = year
    let (month, day) = Reckoning.easter(year)
    let easter = try date(month, day)
    days[iso(easter, plus: -2)] = "Good Friday"
    days[iso(easter, plus: 1)] = "Easter Monday"
    days[iso(try monday(5, from: 1))] = "Early May bank holiday"
    days[iso(try monday(5, from: 25))] = "Spring bank holiday"
    days[iso(try monday(8, from: 25))] = "Summer bank holiday"
    let newYear = try date(1, 1)
    // 1: Sunday, 7: Saturday.
    switch calendar.component(.weekday, from: newYear) {
    case 7: days[iso(newYear, plus: 2)] = "New Year's Day (substitute day)"
    case 1: days[iso(newYear, plus: 1)] = "New Year's Day (substitute day)"
    default: days[iso(newYear)] = "New Year's Day"
    }
    let christmas = try date(12, 25)
    switch calendar.component(.weekday, from: christmas) {
    case 6:
      days[iso(christmas)] = "Christmas Day"
      days[iso(christmas, plus: 3)] = "Boxing Day (substitute day)"
    case 7:
      days[iso(christmas, plus: 2)] = "Christmas Day (substitute day)"
      days[iso(christmas, plus: 3)] = "Boxing Day (substitute day)"
    case 1:
      days[iso(christmas, plus: 1)] = "Boxing Day"
      days[iso(christmas, plus: 2)] = "Christmas Day (substitute day)"
    default:
      days[iso(christmas)] = "Christmas Day"
      days[iso(christmas, plus: 1)] = "Boxing Day"
    }
  }

  /// Easter Sunday by the reckoning of Meeus, Jones and Butcher: month and day.
  private static func easter(_ year: Int) -> (Int, Int) {
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25)
    let g = (b - f + 1) / 3
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = (c / 4, c % 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let sum = h + l - 7 * m + 114
    return (sum / 31, sum % 31 + 1)
  }

  private func date(_ month: Int, _ day: Int) throws -> Date {
    try #require(calendar.date(from: DateComponents(year: year, month: month, day: day)))
  }

  /// The first Monday of a month on or after a day.
  private func monday(_ month: Int, from day: Int) throws -> Date {
    let dates = try (day..<day + 7).map { try date(month, $0) }
    return try #require(dates.first { calendar.component(.weekday, from: $0) == 2 })
  }

  private func iso(_ date: Date, plus days: Int = 0) -> String {
    let moved = calendar.date(byAdding: .day, value: days, to: date) ?? date
    let parts = calendar.dateComponents([.year, .month, .day], from: moved)
    return String(
      format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
  }
}
