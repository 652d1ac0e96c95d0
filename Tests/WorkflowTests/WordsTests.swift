import Testing
import Workflow

@Suite("Words of explanations")
struct WordsTests {
  @Test("every event that a rule can count from has a noun for it")
  func everyEventIsANoun() {
    let ofTheDesk: Set<EventKind> = [.deskMade, .staffAdded, .procedureKept, .procedureChosen]
    for kind in EventKind.allCases where !ofTheDesk.contains(kind) {
      #expect(kind.occasion.hasPrefix("the "), "\(kind)")
    }
    #expect(Set(EventKind.allCases.map(\.occasion)).count == EventKind.allCases.count)
  }

  @Test("what counts is said with its particulars")
  func saysWhatCounts() {
    #expect(
      EventMatch(.meetingHeld, with: ["kind": ["strategy-meeting"]]).words
        == "the strategy meeting")
    #expect(
      EventMatch(.notified, with: ["step": ["send-87a"]]).words == "the notice \"Send form 87A\"")
    #expect(
      EventMatch(.rhiOffered, without: ["answer": ["no-answer", "message-left"]]).words
        == "the attempt to offer the interview (answer not message left or no answer)")
    #expect(
      EventMatch(.reported, with: ["police-ref": ["any"]], after: EventMatch(.returned)).words
        == "the report (police reference filled in) after the return")
    #expect(
      Anchor.last(EventMatch(.meetingHeld, with: ["kind": ["review-meeting"]])).words
        == "the last review meeting")
  }

  @Test("working days name the days that do not count, and those that do")
  func saysWorkingDays() throws {
    // Thursday 2 April 2026: Good Friday is the 3rd, Easter Monday the 6th.
    var spec = Spec.missing(at: "2026-04-01 09:00")
    spec.given(.returned, at: "2026-04-02 15:00")
    #expect(
      spec.explanation(.rhiLetter, "Arithmetic", asOf: "2026-04-03 09:00") == [
        "2 working days after Thu 2 Apr 2026, to Wed 8 Apr 2026 17:00 London time: Good Friday "
          + "(Fri 3 Apr), Easter Monday (Mon 6 Apr) and weekends do not count",
        "Counted from the return, Thu 2 Apr 2026 15:00; the day on which it starts does not count",
        "The days that count: Tue 7 Apr, Wed 8 Apr",
      ])
  }
}
