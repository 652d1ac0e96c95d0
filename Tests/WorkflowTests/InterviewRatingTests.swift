import Testing
import Workflow

/// What the return interview rates, and what whoever rates here has to do about it.
@Suite("An interview that rates the risk above ours")
struct InterviewRatingTests {
  /// The sample borough; whoever rates does so again after an interview that rates the risk higher.
  private static let procedure = Procedure.northbrook(
    and: Rule(
      name: "again", realises: ["NB-08"], step: .riskRating, tray: .teamManager,
      role: .teamManager, when: .fact(.interviewAboveOurs, ["yes"]),
      since: [.lastLearnt(EventMatch(.rhiHeld, with: ["risk": ["any"]]))],
      doneBy: [EventMatch(.riskAssessed), EventMatch(.meetingHeld, with: ["risk": ["any"]])],
      duty: "Rate it again.", citation: Citation(document: "A document", section: "2")))

  private func back(rated risk: String? = "medium") -> Spec {
    var spec = Spec.missing(at: "2026-05-12 14:30", procedure: Self.procedure)
    if let risk { rate(risk, at: "2026-05-12 18:00", &spec) }
    spec.given(.returned, at: "2026-05-13 09:00")
    return spec
  }

  private func rate(_ risk: String, at time: String, _ spec: inout Spec) {
    spec.given(
      .riskAssessed, at: time,
      [
        "risk": .text(risk), "multi-agency": .flag(false),
        "rationale": .text("Known and safe there"),
      ], by: .teamManager)
  }

  private func interview(
    _ risk: String?, at time: String, learnt: String? = nil, _ spec: inout Spec
  ) {
    var body = Spec.wholeInterview
    body["risk"] = risk.map { .text($0) }
    spec.given(.rhiHeld, at: time, body, by: .rhiWorker, learnt: learnt)
  }

  private func isOpen(_ spec: Spec) -> Bool { spec.step(.riskRating)?.isOpen ?? false }

  @Test("opens the rating anew, without a limit, in the tray of whoever rates")
  func opens() throws {
    var spec = back()
    #expect(!isOpen(spec))
    interview("high", at: "2026-05-14 10:00", &spec)
    let step = try #require(spec.step(.riskRating))
    #expect(step.isOpen && step.due == nil && step.tray == .teamManager)
    #expect(step.isAtOnce, "somebody rated it graver than anybody here")
    #expect(step.opens == Instant(iso: "2026-05-14 10:00"))
  }

  @Test("rates the same, lower or nothing: nothing opens", arguments: ["medium", "low", nil])
  func notAbove(_ risk: String?) {
    var spec = back()
    interview(risk, at: "2026-05-14 10:00", &spec)
    #expect(!isOpen(spec))
  }

  @Test("where nobody here rated, any rating of the interview asks for ours")
  func nobodyRated() {
    var spec = back(rated: nil)
    interview("low", at: "2026-05-14 10:00", &spec)
    #expect(spec.reading(of: .interviewAboveOurs)?.values == ["yes"])
    rate("low", at: "2026-05-14 11:00", &spec)
    #expect(spec.reading(of: .interviewAboveOurs)?.values == ["no"])
    #expect(!isOpen(spec))
  }

  @Test("rating again settles it, whatever the rating, and so does a meeting that decides the risk")
  func ratedAgain() {
    var spec = back()
    interview("high", at: "2026-05-14 10:00", &spec)
    var met = spec
    rate("medium", at: "2026-05-14 11:00", &spec)
    #expect(spec.step(.riskRating)?.state(asOf: Instant(seconds: 0)) == .done)
    met.given(
      .meetingHeld, at: "2026-05-14 12:00",
      [
        "kind": .text("strategy-meeting"), "chair": .text("team-manager"),
        "decision": .text("Plan stands"), "risk": .text("high"),
      ], by: .teamManager)
    #expect(!isOpen(met))
  }

  @Test("a rating given before the desk learnt of the interview does not answer it")
  func writtenUpLater() {
    var spec = back()
    rate("medium", at: "2026-05-14 11:00", &spec)
    interview("high", at: "2026-05-14 10:00", learnt: "2026-05-15 12:00", &spec)
    #expect(isOpen(spec))
    rate("high", at: "2026-05-15 13:00", &spec)
    #expect(!isOpen(spec))
  }

  @Test("a further interview that rates lower takes nothing of it away")
  func furtherInterview() {
    var spec = back()
    interview("high", at: "2026-05-14 10:00", &spec)
    interview("low", at: "2026-05-14 15:00", &spec)
    #expect(isOpen(spec))
  }

  @Test("taking the interview back takes it away")
  func withdrawn() throws {
    var spec = back()
    interview("high", at: "2026-05-14 10:00", &spec)
    let number = try #require(spec.child.history.last?.sequence)
    spec.given(
      .withdrawn, at: "2026-05-14 10:05",
      ["corrects": .number(number), "reason": .text("Another child's")], by: .rhiWorker)
    #expect(!isOpen(spec))
  }

  @Test("asked for with the last of the goings that one interview covers")
  func severalGoings() {
    var spec = back()
    spec.given(
      .wentMissing, at: "2026-05-13 20:00",
      ["from": .text("care"), "category": .text("missing")])
    rate("low", at: "2026-05-13 21:00", &spec)
    spec.given(.returned, at: "2026-05-14 08:00")
    interview("high", at: "2026-05-14 10:00", &spec)
    let open = spec.steps.filter { $0.isOpen && $0.id.step == .riskRating }
    #expect(open.map(\.episodeNumber) == [2])
    rate("high", at: "2026-05-14 11:00", &spec)
    #expect(!spec.steps.contains { $0.isOpen && $0.id.step == .riskRating })
  }

  @Test("the explanation names the interview, also where the first rating was still to be given")
  func explained() {
    for risk in ["medium", nil] {
      var spec = back(rated: risk)
      interview("high", at: "2026-05-14 10:00", &spec)
      let facts = spec.explanation(.riskRating, "Facts", asOf: "2026-05-14 11:00")
      #expect(
        facts.contains { $0.hasPrefix("Interview held") && $0.contains("risk: high") },
        "\(facts)")
    }
  }

  @Test("closing the record over it says that it is given up")
  func closing() throws {
    var spec = back()
    interview("high", at: "2026-05-14 10:00", &spec)
    let record = try #require(spec.child.currentRecord)
    let end = RecordEnd(
      by: .recordClosed, of: record, child: spec.child,
      actor: Person(id: "r", name: "R", role: .rhiWorker), procedure: Self.procedure,
      steps: spec.steps, now: try #require(Instant(iso: "2026-05-14 11:00")))
    let given = try #require(end.givenUp.first { $0.id.step == .riskRating })
    // However many there are, it stays in sight.
    #expect(given.presses(asOf: try #require(Instant(iso: "2026-05-14 11:00"))))
  }
}
