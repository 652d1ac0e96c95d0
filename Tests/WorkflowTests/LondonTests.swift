import Foundation
import Testing
import Workflow

@Suite("London time")
struct LondonTests {
  @Test("agrees with the system's zone for every half hour of 1996 to 2089")
  func agreesWithTheSystemZone() throws {
    let zone = try #require(TimeZone(identifier: "Europe/London"))
    let first = try #require(CivilDate(year: 1996, month: 1, day: 1)).daysSince1970
    let last = try #require(CivilDate(year: 2090, month: 1, day: 1)).daysSince1970
    var differences = 0
    for halfHour in (first * 48)..<(last * 48) {
      let instant = Instant(seconds: Int64(halfHour) * 1800)
      let date = Date(timeIntervalSince1970: TimeInterval(instant.seconds))
      if zone.secondsFromGMT(for: date) != London.offset(at: instant) { differences += 1 }
    }
    #expect(differences == 0)
  }

  @Test(
    "a local time that March skips moves on by the hour; one that October doubles is the earlier")
  func readsTheHoursThatTheChangesTouch() {
    #expect(Instant(iso: "2026-03-29 01:30")?.iso == "2026-03-29T02:30+01:00")
    #expect(Instant(iso: "2026-10-25 01:30")?.iso == "2026-10-25T01:30+01:00")
    #expect(Instant(iso: "2026-10-25T01:30+00:00")?.iso == "2026-10-25T01:30+00:00")
  }

  @Test(
    "limits across the clock changes, month ends and bank holidays",
    arguments: [
      ("2026-03-28 16:00", "72 hours", "2026-03-31 17:00"),
      ("2026-03-28 16:00", "3 days", "2026-03-31 16:00"),
      ("2026-10-24 17:00", "72 hours", "2026-10-27 16:00"),
      ("2026-10-24 17:00", "1 week", "2026-10-31 17:00"),
      ("2026-01-31 09:00", "1 month", "2026-02-28 09:00"),
      ("2028-01-31 09:00", "1 month", "2028-02-29 09:00"),
      ("2026-12-31 09:00", "1 month", "2027-01-31 09:00"),
      ("2027-03-24 15:00", "5 working days", "2027-04-02 17:00"),
      ("2026-04-04 12:00", "1 working day", "2026-04-07 17:00"),
      ("2026-05-01 12:00", "at once", "2026-05-01 12:00"),
    ])
  func limits(start: String, limit: String, due: String) throws {
    let from = try #require(Instant(iso: start))
    let allowed = try #require(TimeLimit(text: limit))
    #expect(allowed.due(from: from, holidays: .england) == Instant(iso: due))
  }

  @Test(
    "times are read as people say them, and as the desk writes them",
    arguments: [
      ("now", "2026-11-21 22:46"), ("-20m", "2026-11-21 22:26"), ("23:50", "2026-11-20 23:50"),
      ("yesterday 22:30", "2026-11-20 22:30"), ("14/3 9am", "2026-03-14 09:00"),
      ("20 Nov 22:30", "2026-11-20 22:30"), ("Fri 20 Nov 22:30", "2026-11-20 22:30"),
      ("Fri 20 Nov 2026 22:30", "2026-11-20 22:30"), ("19/10/2026 21:15", "2026-10-19 21:15"),
      ("yesterday 11pm", "2026-11-20 23:00"), ("yesterday at 11 pm", "2026-11-20 23:00"),
      ("tue 9am", "2026-11-17 09:00"), ("Tuesday 9.30pm", "2026-11-17 21:30"),
      ("9am tue", "2026-11-17 09:00"), ("sat 9pm", "2026-11-21 21:00"),
      ("sat 23:00", "2026-11-14 23:00"), ("last sat 9am", "2026-11-14 09:00"),
      ("2h ago", "2026-11-21 20:46"), ("2 hours ago", "2026-11-21 20:46"),
      ("20 mins ago", "2026-11-21 22:26"), ("an hour ago", "2026-11-21 21:46"),
      ("half an hour ago", "2026-11-21 22:16"), ("1h30m ago", "2026-11-21 21:16"),
      ("3 days ago", "2026-11-18 22:46"), ("in 2h", "2026-11-22 00:46"),
      ("half nine", "2026-11-21 21:30"), ("half nine am", "2026-11-21 09:30"),
      ("last night at half nine", "2026-11-20 21:30"),
      ("yesterday half past 10 pm", "2026-11-20 22:30"), ("quarter to ten", "2026-11-21 21:45"),
      ("quarter past six pm", "2026-11-21 18:15"), ("20 past 10", "2026-11-21 22:20"),
      ("ten to nine", "2026-11-21 20:50"), ("twenty five past 10 pm", "2026-11-21 22:25"),
      ("yesterday 5 minutes to one pm", "2026-11-20 12:55"),
      ("ten to midnight", "2026-11-20 23:50"),
      ("a quarter past eight", "2026-11-21 20:15"), ("twenty past midnight", "2026-11-21 00:20"),
      ("last night at ten past 11", "2026-11-20 23:10"), ("20 to 1 pm", "2026-11-21 12:40"),
      ("last night 5.30pm", "2026-11-20 17:30"), ("last night 05:30", "2026-11-21 05:30"),
      ("last night 11", "2026-11-20 23:00"), ("last night 2am", "2026-11-21 02:00"),
      ("this morning 9:30", "2026-11-21 09:30"), ("tonight 8", "2026-11-21 20:00"),
      ("yesterday evening 7", "2026-11-20 19:00"), ("today 14.05", "2026-11-21 14:05"),
      ("noon", "2026-11-21 12:00"), ("yesterday noon", "2026-11-20 12:00"),
      ("14 march 9am", "2026-03-14 09:00"), ("14 mar 2025, 21:00", "2025-03-14 21:00"),
      ("just now", "2026-11-21 22:46"), ("2246", "2026-11-21 22:46"),
    ])
  func readsSpokenTimes(typed: String, meant: String) throws {
    let now = try #require(Instant(iso: "2026-11-21 22:46"))
    #expect(SpokenInstant.read(typed, now: now) == Instant(iso: meant))
  }

  @Test(
    "which half of the day is meant follows from what is over by now, or is asked",
    arguments: [
      ("2026-11-22 18:57", "quarter to six", "2026-11-22 17:45"),
      ("2026-11-22 10:00", "quarter to six", "2026-11-22 05:45"),
      ("2026-11-22 01:10", "half ten", "2026-11-21 22:30"),
      ("2026-11-22 18:57", "half six", "2026-11-22 18:30"),
      ("2026-11-22 18:57", "today 9", "2026-11-22 09:00"),
      ("2026-11-22 12:16", "sunday 4", "2026-11-22 04:00"),
      ("2026-11-22 10:00", "6.30", "2026-11-22 06:30"),
      ("2026-11-22 18:57", "06.30", "2026-11-22 06:30"),
      ("2026-11-22 18:57", "0630", "2026-11-22 06:30"),
      ("2026-11-22 18:57", "10:30", "2026-11-22 10:30"),
      ("2026-11-22 18:57", "20/11 9:30", "2026-11-20 09:30"),
      ("2026-11-22 18:57", "22nd 4pm", "2026-11-22 16:00"),
      ("2026-11-22 18:57", "half past four in the morning", "2026-11-22 04:30"),
      ("2026-11-22 18:57", "yesterday half ten in the evening", "2026-11-21 22:30"),
    ])
  func readsTheHalfOfTheDay(now: String, typed: String, meant: String) throws {
    let now = try #require(Instant(iso: now))
    #expect(SpokenInstant.read(typed, now: now) == Instant(iso: meant))
    #expect(SpokenInstant.wanting("now", now: now) == nil)
  }

  @Test(
    "where either half may be meant it is asked: a limit may run from it",
    arguments: [
      ("6.30", "6.30am or 6.30pm?"), ("yesterday half ten", "10:30am or 10:30pm?"),
      ("tue 9", "9am or 9pm?"), ("last sat 9", "9am or 9pm?"), ("20/11 4", "4am or 4pm?"),
      ("yesterday 9:30", "9:30am or 9:30pm?"), ("9", "9am or 9pm?"),
      // Both are over, and twelve hours lie between them.
      ("today 6", "6am or 6pm?"), ("sunday 4", "4am or 4pm?"), ("half three", "3:30am or 3:30pm?"),
      ("today quarter to six", "5:45am or 5:45pm?"), ("quarter to one", "12:45am or 12:45pm?"),
      ("20 past 12", "12:20am or 12:20pm?"), ("a quarter past two", "2:15am or 2:15pm?"),
      ("12", "noon or midnight?"), ("last night half five", "5:30am or 5:30pm?"),
      ("last night 4", "4am or 4pm?"),
    ])
  func asksForTheHalfOfTheDay(typed: String, question: String) throws {
    let now = try #require(Instant(iso: "2026-11-22 18:57"))
    #expect(SpokenInstant.read(typed, now: now) == nil)
    #expect(SpokenInstant.wanting(typed, now: now) == question)
  }

  @Test(
    "of what is planned the next such time is meant",
    arguments: [
      ("10:00", "2026-11-22 10:00"), ("23:00", "2026-11-21 23:00"), ("tue 9", "2026-11-24 09:00"),
      ("sat 10", "2026-11-28 10:00"), ("tue 4", "2026-11-24 16:00"),
      ("half two", "2026-11-22 14:30"), ("tomorrow 2pm", "2026-11-22 14:00"),
      ("4/1 9am", "2027-01-04 09:00"), ("next sat 9", "2026-11-28 09:00"),
      ("in 3 days", "2026-11-24 22:46"), ("today 11", "2026-11-21 23:00"),
      ("now", "2026-11-21 22:46"), ("tue week 9am", "2026-12-01 09:00"),
      ("a week today at 10am", "2026-11-28 10:00"), ("today week 10", "2026-11-28 10:00"),
      ("a week on monday at 2pm", "2026-11-30 14:00"), ("in a fortnight", "2026-12-05 22:46"),
      ("in two weeks at 10am", "2026-12-05 10:00"), ("tomorrow fortnight noon", "2026-12-06 12:00"),
    ])
  func readsPlannedTimes(typed: String, meant: String) throws {
    let now = try #require(Instant(iso: "2026-11-21 22:46"))
    #expect(SpokenInstant.read(typed, now: now, isAhead: true) == Instant(iso: meant))
  }

  @Test(
    "what is no time yet, or could be two, is not read",
    arguments: [
      "", "9", "tue", "tue 25", "tue week 9am", "a week today at 10am", "9 9", "2h", "ago",
      "ago 2h", "-", "--2h", "2x ago", "tuesdy 9",
      "yesterday", "tue midnight", "31/2 9am", "9:5:3", "13pm", "99999999999999999999h ago", "in",
      "m 9", "tue wed 9", "past 9", "20 past", "half to nine", "70 past 9", "ten nine", "王", "t 9",
    ])
  func refusesHalfTimes(typed: String) throws {
    let now = try #require(Instant(iso: "2026-11-21 22:46"))
    #expect(SpokenInstant.read(typed, now: now) == nil)
  }

  @Test("a day that the calendar does not have is refused")
  func refusesImpossibleDays() {
    #expect(CivilDate(year: 2026, month: 2, day: 30) == nil)
    #expect(CivilDate(year: 2026, month: 2, day: 29) == nil)
    #expect(CivilDate(iso: "2028-02-29")?.iso == "2028-02-29")
    #expect(Instant(iso: "2026-02-30 10:00") == nil)
    #expect(TimeLimit(text: "3") == nil)
    #expect(TimeLimit(text: "3 fortnights") == nil)
  }
}
