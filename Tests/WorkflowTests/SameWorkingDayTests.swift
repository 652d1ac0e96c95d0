import Testing
import Workflow

@Suite("The same working day, and learning of something")
struct SameWorkingDayTests {
  @Test(
    "ends with the working day on which it starts; out of hours with the next",
    arguments: [
      // Thursday to Tuesday, 1 to 6 October 2026; nothing is a bank holiday.
      ("2026-10-02 00:00", "2026-10-02T17:00+01:00"),
      ("2026-10-02 07:00", "2026-10-02T17:00+01:00"),
      ("2026-10-02 16:59", "2026-10-02T17:00+01:00"),
      ("2026-10-02 17:00", "2026-10-05T17:00+01:00"),
      ("2026-10-02 20:00", "2026-10-05T17:00+01:00"),
      ("2026-10-03 11:00", "2026-10-05T17:00+01:00"),
      ("2026-10-05 07:00", "2026-10-05T17:00+01:00"),
      ("2026-12-25 10:00", "2026-12-29T17:00+00:00"),
    ])
  func endsWithTheDay(start: String, due: String) throws {
    let limit = try #require(TimeLimit(text: "same working day"))
    #expect(limit.words == "same working day")
    let from = try #require(Instant(iso: start))
    #expect(limit.due(from: from, holidays: .england).iso == due)
  }

  @Test("no working days is not how it is said")
  func refusesNone() {
    #expect(TimeLimit(text: "0 working days") == nil)
    #expect(TimeLimit(text: "1 working day") == .workingDays(1))
  }

  private func rule(_ since: Anchor, _ within: TimeLimit) -> Rule {
    Rule(
      name: "tell", realises: ["NB-02"], step: .iroReturnNotice, tray: .frontDoor, role: .frontDoor,
      since: [since], within: within, duty: "Tell.",
      citation: Citation(document: "A document", section: "1"))
  }

  @Test("its arithmetic says on which day it ends and contradicts itself nowhere")
  func explains() {
    let rule = rule(.first(EventMatch(.returned)), .sameWorkingDay)
    var spec = Spec.missing(at: "2026-10-01 09:00", procedure: .northbrook(and: rule))
    spec.given(.returned, at: "2026-10-03 10:00")
    #expect(
      spec.explanation(.iroReturnNotice, "Arithmetic", asOf: "2026-10-03 11:00") == [
        "By the end of the next working day, Mon 5 Oct 2026 17:00 London time: weekends do not count",
        "Counted from the return, Sat 3 Oct 2026 10:00, when no working day was under way",
      ])
  }

  @Test("within so long of learning counts from when the desk heard, not from when it was")
  func countsFromLearning() {
    let rule = rule(.learnt(EventMatch(.returned)), .hours(2))
    var spec = Spec.missing(at: "2026-10-01 09:00", procedure: .northbrook(and: rule))
    #expect(spec.step(.iroReturnNotice) == nil)
    spec.given(.returned, at: "2026-10-02 08:00", learnt: "2026-10-02 12:00")
    #expect(spec.step(.iroReturnNotice)?.due?.iso == "2026-10-02T14:00+01:00")
    #expect(spec.step(.iroReturnNotice)?.learntLate == false)
    let lines = spec.explanation(.iroReturnNotice, "Arithmetic", asOf: "2026-10-02 13:00")
    #expect(lines.first?.contains("when the desk learnt of the return") == true, "\(lines)")
  }
}
