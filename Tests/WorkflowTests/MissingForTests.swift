import Testing
import Workflow

@Suite("Counting from how long a child has been missing")
struct MissingForTests {
  private let procedure = Procedure(
    id: "northbrook", title: "", authority: "", version: 1, contentHash: "",
    rules: [
      Rule(
        name: "monthly", realises: ["NB-01"], step: .managerReview, tray: .groupManager,
        role: .groupManager, since: [.missingFor(.workingDays(20))], within: .months(1),
        repeats: true, lapsesOn: [EventMatch(.returned)], duty: "Review it.",
        citation: Citation(document: "A document", section: "1"))
    ], chairs: [], guards: [], prompts: [], acknowledgedBy: [])

  @Test("the first counts from then, the next from the last one done")
  func countsFromThen() {
    var spec = Spec.missing(at: "2026-06-01 09:00", procedure: procedure)
    #expect(spec.step(.managerReview)?.opens.iso == "2026-06-29T17:00+01:00")
    #expect(spec.step(.managerReview)?.due?.iso == "2026-07-29T17:00+01:00")
    spec.given(
      .stepDone, at: "2026-07-20 10:00", ["step": .text("manager-review")], by: .groupManager)
    #expect(spec.step(.managerReview, occurrence: 2)?.due?.iso == "2026-08-20T10:00+01:00")
  }

  @Test("the explanation says from when the child counts as missing")
  func explains() {
    let spec = Spec.missing(at: "2026-06-01 09:00", procedure: procedure)
    let arithmetic = spec.explanation(.managerReview, "Arithmetic", asOf: "2026-07-01 09:00")
    #expect(
      arithmetic.first?.contains("when the child had been missing for 20 working days") == true)
    let facts = spec.explanation(.managerReview, "Facts", asOf: "2026-07-01 09:00")
    #expect(facts.contains { $0.hasPrefix("Missing counts from") })
  }
}
