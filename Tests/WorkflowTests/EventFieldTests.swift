import Testing
import Workflow

@Suite("Which events count by their fields")
struct EventFieldTests {
  private func told(_ values: [String], at time: String = "2026-06-02 09:00") -> Event? {
    var spec = Spec.missing(at: "2026-06-01 09:00")
    spec.given(.returned, at: time, ["told": .list(values)])
    return spec.child.episodes.last?.returned
  }

  @Test(
    "a field that holds several values counts by each of them",
    arguments: [["iro"], ["parents", "iro"], ["iro", "parents"], ["parents", "iro", "police"]])
  func findsOneAmongSeveral(values: [String]) throws {
    let event = try #require(told(values))
    #expect(EventMatch(.returned, with: ["told": ["iro"]]).holds(event))
    #expect(EventMatch(.returned, with: ["told": ["school", "iro"]]).holds(event))
    #expect(EventMatch(.returned, with: ["told": ["any"]]).holds(event))
    #expect(!EventMatch(.returned, with: ["told": ["school"]]).holds(event))
    #expect(!EventMatch(.returned, without: ["told": ["iro"]]).holds(event))
    #expect(EventMatch(.returned, without: ["told": ["school"]]).holds(event))
  }

  @Test("a list of nobody is not filled in")
  func knowsTheEmptyList() throws {
    let event = try #require(told([]))
    #expect(!EventMatch(.returned, with: ["told": ["any"]]).holds(event))
    #expect(EventMatch(.returned, without: ["told": ["any"]]).holds(event))
  }

  @Test(
    "a second attempt that says no comes after the first one, though after the last there is none")
  func findsTheSecond() {
    let no = EventMatch(.rhiOffered, with: ["answer": ["declined"]])
    func rule(_ isFirst: Bool) -> Rule {
      Rule(
        name: "again", realises: ["NB-02"], step: .refusalFollowUp, tray: .rhi, role: .rhiWorker,
        since: [.first(no)], within: .days(7),
        doneBy: [EventMatch(.rhiOffered, after: no, isAfterFirst: isFirst)], duty: "Try again.",
        citation: Citation(document: "A document", section: "1"))
    }
    for (isFirst, state) in [(true, StepState.done), (false, .overdue)] {
      var spec = Spec.missing(at: "2026-06-01 09:00", procedure: .northbrook(and: rule(isFirst)))
      spec.given(.returned, at: "2026-06-02 09:00")
      let answer: [String: Value] = ["answer": .text("declined"), "how": .text("by phone")]
      spec.given(.rhiOffered, at: "2026-06-03 09:00", answer, by: .rhiWorker)
      #expect(spec.step(.refusalFollowUp)?.isOpen == true)
      spec.given(.rhiOffered, at: "2026-06-05 09:00", answer, by: .rhiWorker)
      let now = Instant(iso: "2026-07-01 09:00") ?? Instant(seconds: 0)
      #expect(spec.step(.refusalFollowUp)?.state(asOf: now) == state)
    }
  }
}
