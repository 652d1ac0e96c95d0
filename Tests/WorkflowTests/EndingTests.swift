import Testing
import Workflow

@Suite("The end of a record")
struct EndingTests {
  private func back(procedure: Procedure = .northbrook) -> Spec {
    var spec = Spec.missing(at: "2026-05-12 14:30", procedure: procedure)
    spec.given(.returned, at: "2026-05-13 10:00", ["safe": .flag(true)])
    return spec
  }

  private func refusal(
    _ spec: Spec, _ kind: EventKind, _ body: [String: Value], by role: Role
  ) -> Refusal? {
    do throws(Refusal) {
      _ = try spec.when(kind, at: "2026-05-14 10:00", body, by: role)
      return nil
    } catch {
      return error
    }
  }

  @Test("given an interview that says next to nothing, then the record is not closed on it")
  func emptyInterview() {
    var spec = back()
    spec.given(
      .rhiHeld, at: "2026-05-13 15:00", ["circumstances": .text("she was bored")], by: .rhiWorker)
    let refused = refusal(spec, .recordClosed, Spec.summary, by: .rhiWorker)
    #expect(refused?.reason == .rule && refused?.rule == "LP-64")
    #expect(
      refused?.sentence.contains(
        "Interview held (Wed 13 May 15:00): held by, where, outcome, why the child went")
        == true)
    // What is missing is filled in where it belongs, and then it closes.
    let held = spec.child.history.last?.sequence ?? 0
    for (name, value) in [
      ("by", "rhi-worker"), ("place", "hall"), ("outcome", "no-issues"), ("reasons", "bullying"),
    ] {
      spec.given(
        .corrected, at: "2026-05-14 09:00",
        [
          "corrects": .number(held), "field": .text(name), "value": .text(value),
          "reason": .text("left open"),
        ], by: .rhiWorker)
    }
    #expect(refusal(spec, .recordClosed, Spec.summary, by: .rhiWorker) == nil)
  }

  @Test("given a yes or no that nobody asked, then nobody must guess it to close")
  func unaskedFlags() {
    var spec = back()
    spec.given(.rhiHeld, at: "2026-05-13 15:00", Spec.wholeInterview, by: .rhiWorker)
    let open = spec.child.unfinished(in: spec.child.records[0])
    #expect(open.first?.fields.map(\.name) == ["consent", "child-consent"])
    #expect(open.first?.blocking.isEmpty == true)
    #expect(refusal(spec, .recordClosed, Spec.summary, by: .rhiWorker) == nil)
  }

  @Test("a closure says why, and an acknowledgement answers")
  func saysWhyAndAnswers() {
    var spec = back()
    #expect(refusal(spec, .recordClosed, [:], by: .rhiWorker)?.findings.map(\.field) == ["reason"])
    spec.given(.recordClosed, at: "2026-05-14 10:00", Spec.summary, by: .rhiWorker)
    #expect(
      refusal(spec, .acknowledged, [:], by: .teamManager)?.findings.map(\.field) == ["answer"])
  }

  @Test("given steps that nobody did, when all acknowledge, then they are left undone by name")
  func leftUndone() throws {
    var spec = back(procedure: .northbrook(and: Procedure.visitAfterCheck))
    spec.given(.recordClosed, at: "2026-05-14 10:00", Spec.summary, by: .rhiWorker)
    spec.given(.safeAndWell, at: "2026-05-14 10:30", [:])
    #expect(spec.step(.wellbeingCheck)?.isOpen == true, "until the last has acknowledged")
    spec.given(.acknowledged, at: "2026-05-14 11:00", Spec.nothing, by: .teamManager)
    spec.given(.acknowledged, at: "2026-05-14 12:00", Spec.nothing, by: .missingCoordinator)
    let visit = try #require(spec.step(.wellbeingCheck))
    guard case .leftUndone(let because) = visit.outcome else {
      Issue.record("\(visit.outcome)")
      return
    }
    let closer = Role.rhiWorker.title
    #expect(because == "\(closer) closed the record Thu 14 May 10:00: Back and well")
    let standing = spec.explanation(.wellbeingCheck, "How it ended", asOf: "2026-05-15 10:00")
    #expect(standing.contains { $0.contains("Nobody did it") })
  }

  @Test("given a closure that says why it gives up what is open, then that is the reason")
  func whyLeftUndone() throws {
    var spec = back(procedure: .northbrook(and: Procedure.visitAfterCheck))
    let closure = Spec.summary.merging(["left-undone": .text("Moved to Leeds")]) { _, new in new }
    spec.given(.recordClosed, at: "2026-05-14 10:00", closure, by: .rhiWorker)
    spec.given(.safeAndWell, at: "2026-05-14 10:30", [:])
    spec.given(.acknowledged, at: "2026-05-14 11:00", Spec.nothing, by: .teamManager)
    spec.given(.acknowledged, at: "2026-05-14 12:00", Spec.nothing, by: .missingCoordinator)
    guard case .leftUndone(let because)? = spec.step(.wellbeingCheck)?.outcome else {
      Issue.record("it is not left undone")
      return
    }
    #expect(because.hasSuffix(": Moved to Leeds"))
  }

  @Test("what is open at the end says what becomes of it: it blocks, is given up, or goes on")
  func fates() throws {
    let plain = Procedure.northbrook
    let held = EventMatch(.rhiHeld)
    let procedure = Procedure(
      id: plain.id, title: plain.title, authority: plain.authority, version: 1,
      contentHash: plain.contentHash,
      rules: plain.rules + [
        Rule(
          name: "letter-after", realises: ["NB-12"], step: .mashReferral, tray: .frontDoor,
          role: .frontDoor, since: [.first(EventMatch(.returned))], outlivesRecord: true,
          duty: "Do it.", citation: Citation(document: "A document", section: "1")),
        Rule(
          name: "interview", realises: ["NB-13"], step: .rhiInterview, tray: .rhi, role: .rhiWorker,
          since: [.first(EventMatch(.returned))], doneBy: [held], duty: "Do it.",
          citation: Citation(document: "A document", section: "1")),
        Rule(
          name: "figures", realises: ["NB-15"], step: .quarterlyReport, tray: .frontDoor,
          role: .frontDoor, since: [.first(EventMatch(.returned))], within: .months(3),
          doneBy: [EventMatch(.recordClosed)], duty: "Do it.",
          citation: Citation(document: "A document", section: "1")),
        Rule(
          name: "pack", realises: ["NB-16"], step: .grabPackReview, tray: .frontDoor,
          role: .frontDoor, when: .fact(.closed, ["no"]), since: [.first(EventMatch(.returned))],
          duty: "Do it.", citation: Citation(document: "A document", section: "1")),
      ], chairs: plain.chairs,
      guards: plain.guards + [
        Guard(
          on: EventMatch(.recordClosed), refuseWhen: .fact(.interviewPending, ["yes"]),
          rule: "NB-14", sentence: "Hold it first.", tell: .rhiWorker)
      ], prompts: [], acknowledgedBy: plain.acknowledgedBy)
    let spec = back(procedure: procedure)
    let actor = Person(id: "w", name: "W", role: .rhiWorker)
    let now = try #require(Instant(iso: "2026-05-14 10:00"))
    let end = RecordEnd(
      by: .recordClosed, of: spec.child.records[0], child: spec.child, actor: actor,
      procedure: procedure, steps: spec.steps, now: now)
    func fate(_ step: StepName) -> RecordEnd.Fate? {
      end.steps.first { $0.step.id.step == step }?.fate
    }
    guard case .blocks(let settlement)? = fate(.rhiInterview) else {
      Issue.record("\(String(describing: fate(.rhiInterview)))")
      return
    }
    #expect(settlement.refusing.rule == "NB-14" && settlement.kind == .rhiHeld)
    #expect(fate(.rhiLetter) == .givenUp && fate(.mashReferral) == .goesOn)
    #expect(fate(.quarterlyReport) == .settled(isDone: false), "it ends; nobody did it")
    #expect(fate(.grabPackReview) == .settled(isDone: false), "nobody asks for it then")
    #expect(end.steps.first?.fate.isBlocking == true, "what stands in the way comes first")
    #expect(
      Decide.refusal(
        beforehandOf: .recordClosed, on: spec.child, by: actor, procedure: procedure, now: now)?
        .rule == "NB-14")
  }
}
