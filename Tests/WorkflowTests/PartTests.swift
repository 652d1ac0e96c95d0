import Testing
import Workflow

@Suite("Several steps of one name")
struct PartTests {
  private static func rule(_ part: String, _ tray: Tray, within: TimeLimit) -> Rule {
    Rule(
      name: part, realises: ["NB-01"], step: .referral, tray: tray, role: .frontDoor,
      since: [.missingStart], within: within, part: part, duty: "Do it.",
      citation: Citation(document: "A document", section: "1"))
  }

  private let procedure = Procedure(
    id: "northbrook", title: "", authority: "", version: 1, contentHash: "",
    rules: [
      rule("first", .missingCoordinator, within: .hours(24)),
      rule("second", .frontDoor, within: .days(5)),
    ], chairs: [], guards: [], prompts: [], acknowledgedBy: [])

  private func open(_ spec: Spec) -> [String] {
    spec.steps.filter(\.isOpen).map { "\($0.id.text) \($0.tray.rawValue)" }
  }

  @Test("each has its own id, tray and due time")
  func keepsThemApart() {
    let spec = Spec.missing(at: "2026-05-12 14:30", procedure: procedure)
    #expect(
      open(spec) == [
        "E-1.referral.1.first missing-coordinator", "E-1.referral.1.second front-door",
      ])
    #expect(
      spec.steps.map(\.due?.iso) == ["2026-05-13T14:30+01:00", "2026-05-17T14:30+01:00"])
  }

  @Test("one that is named is done, and no other")
  func completesByName() {
    var spec = Spec.missing(at: "2026-05-12 14:30", procedure: procedure)
    spec.given(
      .stepDone, at: "2026-05-13 09:00", ["step": .text("referral"), "part": .text("second")])
    #expect(open(spec) == ["E-1.referral.1.first missing-coordinator"])
  }

  @Test("without a name the first that is open is done, then the next")
  func completesInOrder() {
    var spec = Spec.missing(at: "2026-05-12 14:30", procedure: procedure)
    spec.given(.stepDone, at: "2026-05-13 09:00", ["step": .text("referral")])
    #expect(open(spec) == ["E-1.referral.1.second front-door"])
    spec.given(.stepDone, at: "2026-05-14 09:00", ["step": .text("referral")])
    #expect(open(spec) == [])
  }
}
