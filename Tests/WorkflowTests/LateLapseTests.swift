import Testing
import Workflow

/// What ends with the child's return although its limit was up before (LW-19).
@Suite("A step that lapses when it is late, too")
struct LateLapseTests {
  private func spec(lapsesLate: Bool) -> Spec {
    var spec = Spec.missing(
      at: "2026-05-12 14:30",
      procedure: .northbrook(
        and: Rule(
          name: "list", realises: ["NB-19"], step: .dailyListReview, tray: .missingCoordinator,
          role: .missingCoordinator, since: [.missingStart], within: .days(1), repeats: true,
          lapsesOn: [EventMatch(.returned)], lapsesLate: lapsesLate, duty: "Go through the list.",
          citation: Citation(document: "A document", section: "5"))))
    spec.given(.returned, at: "2026-05-13 20:00")
    return spec
  }

  @Test("is over with the return, says that it was late, and is counted as late")
  func late() throws {
    let step = try #require(spec(lapsesLate: true).step(.dailyListReview))
    #expect(
      step.outcome
        == .notRequired(because: "returned Wed 13 May 20:00, after it was due Wed 13 May 14:30"))
    #expect(step.isLate)
    let plain = try #require(spec(lapsesLate: false).step(.dailyListReview))
    #expect(plain.isOpen)
  }

  @Test("in time it is as any other, and not late")
  func inTime() throws {
    var spec = spec(lapsesLate: true)
    spec = Spec.missing(at: "2026-05-12 14:30", procedure: spec.procedure)
    spec.given(.returned, at: "2026-05-13 09:00")
    let step = try #require(spec.step(.dailyListReview))
    #expect(step.outcome == .notRequired(because: "returned Wed 13 May 09:00") && !step.isLate)
  }

  @Test("the explanation says so while it is open")
  func explained() {
    let away = Spec.missing(at: "2026-05-12 14:30", procedure: spec(lapsesLate: true).procedure)
    let lines = away.explanation(
      .dailyListReview, "What would change it", asOf: "2026-05-14 09:00")
    #expect(
      lines.contains { $0.contains("is recorded; once the limit is up it stays late") }, "\(lines)")
  }
}
