import Testing
import Workflow

/// How officers, carers and the police write a time: what has one meaning is read, what has two is asked.
@Suite("Times as people write them")
struct SpokenTimeTests {
  /// A Monday evening.
  private static let now = "2026-11-23 22:46"

  @Test(
    "a time that can be meant in one way only is read",
    arguments: [
      // The day in figures.
      ("20.11.2026 21:30", "2026-11-20 21:30"), ("20-11-2026 21:30", "2026-11-20 21:30"),
      ("20/11/26 2130", "2026-11-20 21:30"), ("20.11.26 9.30pm", "2026-11-20 21:30"),
      ("20-11-26 2130hrs", "2026-11-20 21:30"), ("2026/11/20 21:30", "2026-11-20 21:30"),
      ("20.11 21:30", "2026-11-20 21:30"), ("20-11 9pm", "2026-11-20 21:00"),
      ("2130 20/11", "2026-11-20 21:30"), ("20 11 2026 21:30", "2026-11-20 21:30"),
      ("20112026 2130", "2026-11-20 21:30"), ("311299 2130", "1999-12-31 21:30"),
      ("20/11/2026, 21:30", "2026-11-20 21:30"), ("20/11/2026 - 21:30", "2026-11-20 21:30"),
      ("20/11/2026 @ 2130", "2026-11-20 21:30"), ("20/11/2026 21:30:45", "2026-11-20 21:30"),
      // The month by its name.
      ("20th November 9:30pm", "2026-11-20 21:30"),
      ("20th of November 9.30 pm", "2026-11-20 21:30"),
      ("20 Nov 26 2130", "2026-11-20 21:30"), ("20 Nov 2130", "2026-11-20 21:30"),
      ("20 Nov 1930", "2026-11-20 19:30"), ("20NOV26 2130", "2026-11-20 21:30"),
      ("20-Nov-2026 21:30", "2026-11-20 21:30"), ("20nov 9pm", "2026-11-20 21:00"),
      ("Nov 20 9.30pm", "2026-11-20 21:30"), ("November 20th 2026 21.30", "2026-11-20 21:30"),
      ("9.30pm on Friday 20th November 2026", "2026-11-20 21:30"),
      ("20 Sept 2130", "2026-09-20 21:30"), ("20 Nov. 9 p.m.", "2026-11-20 21:00"),
      // The weekday beside it.
      ("Fri 20/11 at 2130hrs", "2026-11-20 21:30"), ("Fri 20/11/26 21:30", "2026-11-20 21:30"),
      ("Friday 20th 9pm", "2026-11-20 21:00"), ("Friday the 20th at 9pm", "2026-11-20 21:00"),
      ("20/11 Fri 2130", "2026-11-20 21:30"), ("Friday last 8pm", "2026-11-20 20:00"),
      ("last Friday 8pm", "2026-11-20 20:00"), ("Friday gone, 8pm", "2026-11-20 20:00"),
      ("Friday night 11", "2026-11-20 23:00"), ("Fri pm 9.30", "2026-11-20 21:30"),
      ("the 31st at 9pm", "2026-10-31 21:00"),
      // The day by what it is called.
      ("day before yesterday 20:00", "2026-11-21 20:00"),
      ("the day before yesterday at 8pm", "2026-11-21 20:00"),
      ("two days ago 9pm", "2026-11-21 21:00"), ("a week ago 21:00", "2026-11-16 21:00"),
      ("the night before last 11", "2026-11-21 23:00"), ("2 nights ago at 1am", "2026-11-22 01:00"),
      ("yest 9pm", "2026-11-22 21:00"), ("yesterday pm 9.30", "2026-11-22 21:30"),
      ("this morning 8", "2026-11-23 08:00"), ("this am 8.15", "2026-11-23 08:15"),
      ("8 this morning", "2026-11-23 08:00"), ("tonight 9", "2026-11-23 21:00"),
      ("tonight at nine", "2026-11-23 21:00"),
      ("in the evening of the 20th at 9", "2026-11-20 21:00"),
      ("midnight last night", "2026-11-23 00:00"), ("last night at 12", "2026-11-23 00:00"),
      ("last night half 12", "2026-11-23 00:30"), ("12 midnight", "2026-11-23 00:00"),
      ("yesterday 12 noon", "2026-11-22 12:00"), ("20/11 2400hrs", "2026-11-21 00:00"),
      // The time of day.
      ("0930hrs", "2026-11-23 09:30"), ("2130 hrs", "2026-11-23 21:30"),
      ("21:30hrs", "2026-11-23 21:30"), ("2130 hours", "2026-11-23 21:30"),
      ("21:30h", "2026-11-23 21:30"), ("21h30", "2026-11-23 21:30"), ("21.30", "2026-11-23 21:30"),
      ("9.30pm", "2026-11-23 21:30"), ("9.30 p.m.", "2026-11-23 21:30"),
      ("930pm", "2026-11-23 21:30"), ("0930am", "2026-11-23 09:30"),
      ("21:30pm", "2026-11-23 21:30"),
      ("9PM", "2026-11-23 21:00"), ("nine pm", "2026-11-23 21:00"), ("9ish pm", "2026-11-23 21:00"),
      ("approx 9pm", "2026-11-23 21:00"), ("c. 2130", "2026-11-23 21:30"),
      ("9 o’clock yesterday evening", "2026-11-22 21:00"), ("21 30", "2026-11-23 21:30"),
      ("half nine last night", "2026-11-22 21:30"), ("half past 9pm", "2026-11-23 21:30"),
      ("ten to 9pm", "2026-11-23 20:50"), ("this morning 930", "2026-11-23 09:30"),
      ("2130 GMT", "2026-11-23 21:30"),
      // How long ago.
      ("1.5h ago", "2026-11-23 21:16"), ("1.5 hours ago", "2026-11-23 21:16"),
      ("1½ hours ago", "2026-11-23 21:16"), ("1 1/2 hours ago", "2026-11-23 21:16"),
      ("an hour and a half ago", "2026-11-23 21:16"),
      ("one and a half hours ago", "2026-11-23 21:16"),
      ("90 min ago", "2026-11-23 21:16"), ("90mins ago", "2026-11-23 21:16"),
      ("1 hr 20 ago", "2026-11-23 21:26"), ("2 hours and 10 minutes ago", "2026-11-23 20:36"),
      ("a quarter of an hour ago", "2026-11-23 22:31"), ("half hour ago", "2026-11-23 22:16"),
      ("three quarters of an hour ago", "2026-11-23 22:01"), ("-1.5h", "2026-11-23 21:16"),
      ("a couple of hours ago", "2026-11-23 20:46"), ("ten minutes ago", "2026-11-23 22:36"),
      ("2 hours back", "2026-11-23 20:46"), ("a week ago", "2026-11-16 22:46"),
    ])
  func readsOneMeaning(typed: String, meant: String) throws {
    let now = try #require(Instant(iso: Self.now))
    let read = SpokenInstant.read(typed, now: now)
    #expect(read == Instant(iso: meant), "\(typed): \(read?.spoken ?? "nothing")")
  }

  @Test(
    "what can be meant in two ways is asked, with both",
    arguments: [
      ("midnight yesterday", "Sun 22 Nov 00:00 or Mon 23 Nov 00:00?"),
      ("Fri midnight", "Fri 20 Nov 00:00 or Sat 21 Nov 00:00?"),
      ("20/11 midnight", "Fri 20 Nov 00:00 or Sat 21 Nov 00:00?"),
      ("Thu 20 Nov 21:30", "Thu 19 Nov or Fri 20 Nov?"),
      ("Thursday 20/11/2026 2130", "Thu 19 Nov or Fri 20 Nov?"),
      ("Thu 20th 9pm", "Thu 19 Nov or Fri 20 Nov?"),
      ("20 Nov 2026", "the year 2026, or 20:26?"), ("20/11 2026", "the year 2026, or 20:26?"),
      ("20/11/26", "at what time? 20/11/26 9am"), ("Friday last", "at what time? Friday last 9am"),
      ("201126 2130", "Fri 20 Nov 2026 or Thu 26 Nov 2020?"),
      ("the 30th at 9pm", "Fri 30 Oct or Mon 30 Nov?"),
      ("the 25th 9pm", "Sun 25 Oct or Wed 25 Nov?"), ("930", "9:30am or 9:30pm?"),
      ("yesterday 930", "9:30am or 9:30pm?"), ("yesterday 9 o'clock", "9:00am or 9:00pm?"),
      ("yesterday nine", "9am or 9pm?"), ("nine", "9am or 9pm?"),
      ("yesterday at half 9", "9:30am or 9:30pm?"), ("fri 9.30", "9.30am or 9.30pm?"),
      ("9.30hrs yesterday", "9.30am or 9.30pm?"), ("yesterday 9 30", "9:30am or 9:30pm?"),
      ("this morning 12.30", "00:30 or 12:30?"), ("yesterday evening 12", "00:00 or 12:00?"),
      ("this morning 9pm", "21:00, or in the morning?"),
      ("yesterday evening 9am", "09:00, or in the evening?"),
      ("11/20/2026 21:30", "the day comes first: 20/11/2026"),
      ("between 8 and 9pm", "one time, please: which?"), ("8-9pm", "one time, please: which?"),
      ("8 or 9pm", "one time, please: which?"),
    ])
  func asksOfTwoMeanings(typed: String, question: String) throws {
    let now = try #require(Instant(iso: Self.now))
    #expect(SpokenInstant.read(typed, now: now) == nil)
    let asked = SpokenInstant.wanting(typed, now: now)
    #expect(asked == question, "\(typed): \(asked ?? "nothing")")
  }

  @Test(
    "what is no time, or could be read in several ways, stays unread",
    arguments: [
      "1,5h ago", "1 5h ago", "1.30h ago", "1.25h ago", "a few hours ago", "quarter to 12pm",
      "11.12 10.11",
      "9 2 days ago", "20 nov 26 9", "14 decided 9am", "21:30am", "1530 2", "32nd 9pm",
      "20/11/026 9pm", "soon", "after tea", "o'clock", "31.02.2026 9pm", "25:00 yesterday", "2401",
    ])
  func refusesTheRest(typed: String) throws {
    let now = try #require(Instant(iso: Self.now))
    let read = SpokenInstant.read(typed, now: now)
    #expect(read == nil, "\(typed): \(read?.spoken ?? "")")
  }

  @Test("a corrected time of before weekdays were compared is read as it was")
  func readsWhatIsRecorded() throws {
    let now = try #require(Instant(iso: Self.now))
    #expect(
      SpokenInstant.read("Thu 20 Nov 21:30", now: now, isLenient: true)
        == Instant(iso: "2026-11-20 21:30"))
  }

  @Test(
    "a birthday is read as it is written",
    arguments: [
      "14/2/2011", "14/02/11", "14.2.2011", "14.02.11", "14-02-2011", "14-2-11", "2011-02-14",
      "2011/02/14",
      "14 Feb 2011", "14 feb 11", "14th February 2011", "14th of Feb 2011", "Feb 14 2011",
      "February 14th, 2011", "14Feb2011", "14-Feb-11", "14 02 2011", "14022011", "Mon 14 Feb 2011",
    ])
  func readsBirthdays(typed: String) throws {
    let today = London.local(try #require(Instant(iso: Self.now))).date
    #expect(
      SpokenInstant.readDate(typed, today: today, isBirthday: true) == CivilDate(iso: "2011-02-14"))
  }

  @Test("the day of a review is still to come, where no year is said")
  func readsReviews() throws {
    let field = try #require(EventForm.of(.safetyPlanMade).field("review"))
    let now = Instant(iso: "2026-11-23 22:00")!
    for (typed, date) in [
      ("14/3", "2027-03-14"), ("24/11", "2026-11-24"), ("sun", "2026-11-29"),
      ("14/3/2026", "2026-03-14"), ("tomorrow", "2026-11-24"),
    ] {
      #expect(try field.read(typed, now: now) == .date(CivilDate(iso: date)!), "\(typed)")
    }
  }

  @Test(
    "a birthday that may be two is asked",
    arguments: [
      ("14/2", "of which year?"), ("14 Feb", "of which year?"), ("14th", "of which year?"),
      ("140211", "Mon 14 Feb 2011 or Tue 11 Feb 2014?"),
      ("02/14/2011", "the day comes first: 14/02/2011"),
      ("Tue 14 Feb 2011", "Mon 14 Feb or Tue 15 Feb?"),
    ])
  func asksOfBirthdays(typed: String, question: String) throws {
    let now = try #require(Instant(iso: Self.now))
    let born = FormField(name: "born", label: "Born", input: .date, isRequired: false)
    #expect(throws: FormFinding.self) { try born.read(typed, now: now) }
    #expect(born.wanting(typed, now: now) == question)
  }
}
