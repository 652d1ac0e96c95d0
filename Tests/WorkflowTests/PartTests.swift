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

  @Test(
    "beside a step without a name one that is named is done alone, and without a name that one is")
  func besideOneWithoutName() {
    let plain = Rule(
      name: "plain", realises: ["NB-02"], step: .referral, tray: .frontDoor, role: .frontDoor,
      since: [.missingStart], duty: "Do it.",
      citation: Citation(document: "A document", section: "1"))
    let first = PartTests.rule("first", .missingCoordinator, within: .hours(24))
    for rules in [[plain, first], [first, plain]] {
      let procedure = Procedure(
        id: "northbrook", title: "", authority: "", version: 1, contentHash: "", rules: rules,
        chairs: [], guards: [], prompts: [], acknowledgedBy: [])
      var spec = Spec.missing(at: "2026-05-12 14:30", procedure: procedure)
      let before = spec
      spec.given(
        .stepDone, at: "2026-05-13 09:00", ["step": .text("referral"), "part": .text("first")])
      #expect(open(spec) == ["E-1.referral.1 front-door"])
      spec = before
      spec.given(.stepDone, at: "2026-05-13 09:00", ["step": .text("referral")])
      #expect(open(spec) == ["E-1.referral.1.first missing-coordinator"])
    }
  }

  @Test("which of several is meant is said by its part, its time and its absence")
  func apart() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30", procedure: procedure)
    let steps = spec.steps
    let now = try #require(Instant(iso: "2026-05-12 15:00"))
    let (first, second) = (steps[0], steps[1])
    #expect(first.openTwins(among: steps).map(\.id) == [second.id])
    #expect(
      first.apart(from: [second], procedure: procedure, asOf: now) == "first, due Wed 13 May 14:30")
    spec.given(.returned, at: "2026-05-13 09:00")
    spec.given(
      .wentMissing, at: "2026-05-14 09:00", ["from": .text("care"), "category": .text("missing")])
    let later = try #require(spec.steps.first { $0.id.text == "E-2.referral.1.first" })
    #expect(
      first.apart(from: [later], procedure: procedure, asOf: now)
        == "due Wed 13 May 14:30, E-1")
    #expect(
      spec.steps.doing("referral", part: "first", in: "E-2")?.id == later.id
        && spec.steps.doing("referral", part: "first", in: "E-1")?.id == first.id)
  }

  @Test("what harm asks for is not ticked off without a word, whosever it is")
  func harm() throws {
    let afterHarm = Rule(
      name: "harm", realises: ["NB-03"], step: .referral, tray: .frontDoor, role: .frontDoor,
      since: [.first(EventMatch(.disclosure))], within: .atOnce, duty: "Protect the child.",
      citation: Citation(document: "A document", section: "1"))
    let procedure = Procedure(
      id: "northbrook", title: "", authority: "", version: 1, contentHash: "", rules: [afterHarm],
      chairs: [], guards: [], prompts: [], acknowledgedBy: [])
    var spec = Spec.missing(at: "2026-05-12 14:30", procedure: procedure)
    spec.given(
      .disclosure, at: "2026-05-12 16:00", ["circumstances": .text("Was hurt by an older man")])
    #expect(spec.steps.first?.isOfHarm == true)
    let refusal = #expect(throws: Refusal.self) {
      try spec.when(.stepDone, at: "2026-05-12 16:30", ["step": .text("referral")])
    }
    #expect(refusal?.findings.first?.sentence == "It is about harm: say what was done, 3 words")
    spec.given(
      .stepDone, at: "2026-05-12 16:30",
      ["step": .text("referral"), "outcome": .text("Police rang her carer")])
    #expect(open(spec) == [])
  }
}
