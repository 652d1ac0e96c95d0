import Grid
import Testing
import Workflow

@testable import Desk

@Suite("What a page goes on saying until somebody answers it")
struct UnsaidPageTests {
  /// The child of the samples, back since Saturday morning.
  private func back(_ body: Body = Body()) throws -> ChildCase {
    try Sample.record(
      .returned, "2026-11-21 08:10", on: try Sample.missing(), by: Sample.coordinator, body)
  }

  private func world(_ child: ChildCase, _ columns: Int = 80) -> World {
    let screen = ChildScreen(page: Sample.page(child), step: nil, viewer: .missingCoordinator)
    return World(
      Sample.desk(columns, 24, me: Sample.coordinator, showing: .child(screen)), [child])
  }

  private func head(_ child: ChildCase, _ columns: Int = 80) -> [String] {
    Array(render(world(child, columns).desk).text.prefix(9))
  }

  private func says(_ lines: [String], _ words: String) -> Bool {
    lines.contains { $0.contains(words) }
  }

  @Test("a return that does not say whether the child is safe there says so, until F fills it in")
  func safety() throws {
    var world = world(try back())
    #expect(
      says(
        render(world.desk).text,
        "? Not said if the child is safe there (F): Returned (Sat 21 Nov 08:10)"))
    world.press("F")
    #expect(world.form?.entries[world.form?.focus ?? 0].field.name == "safe")
    world.press("y Ctrl-S")
    #expect(world.recorded.count == 1)
    #expect(!says(render(world.desk).text, "Not said"))
  }

  @Test("what nobody said of harm stands beside it, and neither hides what else is open")
  func both() throws {
    var told = Sample.heldWhole
    told[name: "significant-harm"] = nil
    let held = try Sample.record(
      .rhiHeld, "2026-11-21 15:00", on: try back(), by: Sample.worker, told)
    #expect(
      says(head(held), "? Not said if the child is safe there, nor if harm was disclosed (F): Ret"))
    told[name: "outcome"] = nil
    let open = try Sample.record(
      .rhiHeld, "2026-11-21 15:00", on: try back(), by: Sample.worker, told)
    #expect(
      says(
        head(open, 120),
        "? Not said if the child is safe there. Still to be filled in (5 things in 2 entries, F)"))
  }

  @Test("a stage that the record went past without is not drawn as passed")
  func stages() throws {
    let safe = try back(Body(["safe": .flag(true)]))
    #expect(says(head(safe), "contact ━ ! strategy ━ [return]") || says(head(safe), "(strategy)"))
    let bar = StageBar(stage: .closing, passedBy: [.strategy, .rhi])
    var frame = Frame(width: 66, height: 1)
    bar.draw(row: 0, column: 0, width: 66, on: &frame)
    #expect(
      says(frame.text, "contact ━ (strategy) ━ return ━ (RHI) ━ [closing] ─ closed"),
      "\(frame.text)")
    #expect(bar.words == "stage 5 of 6: closing, without strategy and RHI")
    var narrow = Frame(width: 56, height: 1)
    bar.draw(row: 0, column: 0, width: 56, on: &narrow)
    #expect(says(narrow.text, bar.words))
    // Of what is still asked for and late that mark alone stands, and none of what is not late.
    for (late, words) in [
      ([Stage.strategy], "contact ━ ! strategy ━ [return]"), ([], "contact ━ strategy ━ [return]"),
    ] {
      var asked = Frame(width: 66, height: 1)
      StageBar(stage: .return, undone: [.strategy], late: Set(late), passedBy: [.strategy])
        .draw(row: 0, column: 0, width: 66, on: &asked)
      #expect(says(asked.text, words), "\(asked.text)")
    }
  }

  @Test("concerns that somebody raised stand in the head until somebody rates or meets")
  func concerns() throws {
    let raised = try Sample.record(
      .stepDone, "2026-11-21 10:00", on: try back(Body(["safe": .flag(true)])),
      by: Sample.coordinator,
      Body([
        "step": .text("safe-and-well"), "outcome": .text("Two men waited outside"),
        "concerns": .flag(true),
      ]))
    #expect(
      says(head(raised, 120), "CONCERNS RAISED by “Safe and well” Sat 21 Nov 10:00"),
      "\(head(raised, 120))")
    let rated = try Sample.record(
      .riskAssessed, "2026-11-21 11:00", on: raised, by: Sample.manager,
      Body(["risk": .text("high")]))
    #expect(!says(head(rated, 120), "CONCERNS RAISED"))
  }

  @Test("what is to be done at once and opened this minute is at once in its row and in the head")
  func atOnce() throws {
    let plain = Sample.procedure
    let procedure = Procedure(
      id: plain.id, title: plain.title, authority: plain.authority, version: 1,
      contentHash: plain.contentHash,
      rules: [
        Rule(
          name: "meet", realises: ["NB-31"], step: .strategyMeeting, tray: .teamManager,
          role: .teamManager, since: [.last(EventMatch(.riskAssessed))], within: .atOnce,
          duty: "Meet.", citation: Citation(document: "A document", section: "1")),
        Rule(
          name: "figures", realises: ["NB-32"], step: .quarterlyReport, tray: .missingCoordinator,
          role: .missingCoordinator, since: [.missingStart], within: .months(3),
          doneBy: [EventMatch(.recordClosed)], duty: "Count.",
          citation: Citation(document: "A document", section: "1")),
      ], chairs: [], guards: [], prompts: [], acknowledgedBy: [])
    func lines(_ child: ChildCase, asOf now: String) -> [String] {
      let page = ChildPage(
        child: child, steps: Derive.steps(of: child) { _ in procedure }, procedure: procedure)
      var screen = ChildScreen(page: page, step: nil, viewer: .missingCoordinator)
      screen.isUnfolded = true
      var desk = Sample.desk(me: Sample.coordinator, showing: .child(screen))
      desk.now = Sample.at(now)
      return render(desk).text
    }
    let rated = try Sample.record(
      .riskAssessed, "2026-11-21 12:00", on: try Sample.missing(), by: Sample.manager,
      Body(["risk": .text("high")]))
    let fresh = lines(rated, asOf: "2026-11-21 12:03")
    #expect(says(fresh, "● Strategy meeting") && !says(fresh, "overdue"), "\(fresh)")
    let late = lines(rated, asOf: "2026-11-21 14:03")
    #expect(says(late, "! Strategy meeting") && says(late, "1 overdue"), "\(late)")
    let ended = lines(try Sample.closed(), asOf: "2026-11-21 18:00")
    #expect(
      ended.contains {
        $0.contains("– Quarterly report") && $0.contains("ended")
          && $0.contains("with the closure")
      }, "\(ended)")
  }
}
