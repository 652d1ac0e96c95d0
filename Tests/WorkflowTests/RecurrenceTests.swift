import Testing
import Workflow

@Suite("How often a child went within some time")
struct RecurrenceTests {
  @Test("reads any number of days, weeks or months, and writes it back")
  func readsWindows() {
    for name in ["missing-in-30-days", "episodes-in-6-months", "absences-in-1-month"] {
      #expect(Recurrence(name: name)?.name == name)
    }
    #expect(Recurrence(name: "missing-in-4-weeks")?.window == .days(28))
    for name in [
      "missing-in-30", "missing-in-0-days", "missing-in-30-hours", "missing-in-5-working-days",
      "missing-in-99999-days", "returns-in-30-days", "missing-30-days", "missing-in--days",
    ] {
      #expect(Recurrence(name: name) == nil, "\(name)")
    }
  }

  @Test(
    "three times in 30 days: the 30th day counts to the same clock time, a minute more does not")
  func countsBothSides() throws {
    let recurrence = try #require(Recurrence(name: "missing-in-30-days"))
    let rule = Rule(
      name: "third", realises: ["NB-02"], step: .professionalsMeeting, tray: .teamManager,
      role: .teamManager, when: .went(recurrence, atLeast: 3),
      since: [.first(EventMatch(.returned))], within: .workingDays(5), duty: "Meet.",
      citation: Citation(document: "A document", section: "1"))
    for (third, isAsked) in [("2026-07-01 09:00", true), ("2026-07-01 09:01", false)] {
      var spec = Spec.missing(at: "2026-06-01 09:00", procedure: .northbrook(and: rule))
      spec.given(.returned, at: "2026-06-01 10:00")
      for going in ["2026-06-10 09:00", third] {
        spec.given(
          .wentMissing, at: going, ["from": .text("home"), "category": .text("missing")])
        spec.given(.returned, at: going.replacing(" 09:0", with: " 11:0"))
      }
      #expect((spec.step(.professionalsMeeting) != nil) == isAsked, "\(third)")
    }
  }
}
