import Grid
import Testing
import Workflow

@testable import Desk

@Suite("The form of a meeting, and what it must not let pass")
struct MeetingFormTests {
  /// The sample borough with a section 47 strategy meeting on a disclosure, and a discussion that the
  /// strategy meeting settles, too.
  private static let procedure: Procedure = {
    func rule(
      _ step: StepName, since: [Anchor], within: TimeLimit? = nil, doneBy: [EventMatch] = []
    ) -> Rule {
      Rule(
        name: step.rawValue, realises: ["NB-20"], step: step, tray: .teamManager,
        role: .teamManager, since: since, within: within, doneBy: doneBy, duty: "Do it.",
        citation: Citation(document: "Northbrook procedure", section: "Harm"))
    }
    let plain = Sample.procedure
    return Procedure(
      id: plain.id, title: plain.title, authority: plain.authority, version: 1,
      contentHash: plain.contentHash,
      rules: plain.rules.filter { $0.step != .riskRating } + [
        rule(.s47StrategyMeeting, since: [.first(EventMatch(.disclosure))]),
        rule(
          .strategyDiscussion, since: [.missingStart], within: .hours(24),
          doneBy: [EventMatch(.meetingHeld, with: ["kind": ["strategy-meeting"]])]),
        rule(
          .riskRating, since: [.missingStart],
          doneBy: [EventMatch(.riskAssessed), EventMatch(.meetingHeld, with: ["risk": ["any"]])]),
      ], chairs: plain.chairs, guards: [], prompts: [], acknowledgedBy: plain.acknowledgedBy)
  }()

  private func page(_ child: ChildCase) -> ChildPage {
    ChildPage(
      child: child, steps: Derive.steps(of: child) { _ in Self.procedure },
      procedure: Self.procedure)
  }

  private func harmed(_ child: ChildCase) throws -> ChildCase {
    try Sample.record(.disclosure, "2026-11-21 18:00", on: child, by: Sample.worker)
  }

  private func form(
    _ kind: EventKind, _ child: ChildCase, _ preset: Body = Body()
  ) -> FormScreen {
    FormScreen(event: kind, page: page(child), preset: preset, command: "c")
  }

  /// Opens a form of which no draft is kept.
  private func open(_ kind: EventKind, on page: ChildPage, _ desk: inout Desk) {
    _ = desk.open(kind, preset: Body(), on: page)
    guard case .form(let form)? = desk.stack.last else { return }
    _ = update(&desk, .draftFound(key: form.draftKey, nil))
  }

  private let strategy = Body([
    "kind": .text("strategy-meeting"), "chair": .text("team-manager"),
  ])

  private func with(_ more: [String: Value]) -> Body {
    Body(["kind": .text("strategy-meeting"), "chair": .text("team-manager")].merging(more) { $1 })
  }

  @Test("begins on the line that names the meeting where it may be one of several")
  func beginsOnTheMeeting() throws {
    for kind in [EventKind.meetingHeld, .meetingPlanned] {
      let form = form(kind, try Sample.missing(), strategy)
      #expect(form.typed("kind") == "strategy-meeting")
      #expect(form.entries[form.focus].field.name == "kind", "\(kind)")
      let one = FormScreen(
        event: kind, page: Sample.page(try Sample.missing()), preset: strategy, command: "c")
      #expect(one.entries[one.focus].field.name != "kind", "\(kind)")
    }
  }

  @Test("says what the meeting settles besides its own step")
  func settlesMore() throws {
    let held = form(.meetingHeld, try Sample.missing(), strategy)
    #expect(held.head.contains("▸ It settles “Strategy discussion”, too"))
    let other = form(
      .meetingHeld, try Sample.missing(), Body(["kind": .text("strategy-discussion")]))
    #expect(!other.head.contains { $0.contains("It settles") })
  }

  @Test("what waits for a rating is settled once one is given, not before")
  func settlesTheRatingWithOne() throws {
    let child = try Sample.missing()
    let rated = with(["risk": .text("high")])
    #expect(form(.meetingHeld, child, rated).head.contains { $0.contains("“Rate the risk”") })
    #expect(!form(.meetingHeld, child, strategy).head.contains { $0.contains("“Rate the risk”") })
  }

  @Test("decisions that have a time and say nobody are said to be in no tray")
  func decisionsWithoutWho() throws {
    let decided = with([
      "decision": .text("Sethi to ring the aunt, today\nSW: visit, by Tue 10am\nstay calm")
    ])
    var form = form(.meetingHeld, try Sample.missing(), decided)
    form.writer = FormScreen.Writer(me: Sample.manager, now: Sample.now)
    form.look()
    let line = try #require(form.entries.first { $0.field.name == "decision" }?.comes)
    #expect(line.contains("In trays until done: visit by Tue"))
    #expect(line.contains("1 with a time stays in the minutes only"))
  }

  @Test("a meeting held now that is planned for later is asked about")
  func plannedForLater() throws {
    let child = try Sample.record(
      .meetingPlanned, "2026-11-21 10:00", on: try Sample.missing(), by: Sample.manager,
      Body([
        "kind": .text("strategy-meeting"), "for": .instant(Sample.at("2026-11-21 21:00")),
      ]))
    var preset = strategy
    preset[.decision] = "Search goes on"
    var desk = Sample.desk(
      me: Sample.manager,
      showing: .form(
        FormScreen(
          event: .meetingHeld, page: Sample.page(child), preset: preset, command: "c")))
    #expect(press(&desk, "Ctrl-S").isEmpty)
    guard case .form(let asked)? = desk.stack.last else { return }
    #expect(
      asked.entries.first { $0.field.name == "at" }?.warning
        == "Planned for today 21:00: held already?")
    #expect(press(&desk, "Ctrl-S").count == 1)
  }

  @Test("to call off what follows from a disclosure names it, and that the child is away")
  func callingOff() throws {
    let body = Body([
      "kind": .text("s47-strategy-meeting"), "decision": .text("Leeds holds it"),
    ])
    var desk = Sample.desk(
      me: Sample.manager,
      showing: .form(form(.meetingCancelled, try harmed(try Sample.missing()), body)))
    _ = press(&desk, "Ctrl-S")
    #expect(desk.context == .confirm)
    guard case .confirm(let confirm)? = desk.stack.last else { return }
    let said = confirm.meanings.joined(separator: " ")
    #expect(said.contains("on the disclosure of Sat 21 Nov 18:00"))
    #expect(said.contains("The child is still away since Thu 19 Nov 21:15"))
  }

  @Test("to call off a planned meeting names its time and those who are to be told")
  func callingOffAPlan() throws {
    let child = try planned(try Sample.missing())
    let grounds = form(.meetingCancelled, child, strategy).grounds.joined(separator: " ")
    #expect(grounds.contains("It is planned for Sat 21 Nov 21:00; invited, and to be told: police"))
  }

  @Test("the form follows the plan's chair; a meeting called off is asked about when planned anew")
  func plannedAnew() throws {
    let child = try planned(try Sample.missing())
    var held = form(.meetingHeld, child, Body(["kind": .text("strategy-meeting")]))
    held.followMeeting()
    #expect(held.typed("chair") == "director")
    let off = try Sample.record(
      .meetingCancelled, "2026-11-21 11:00", on: child, by: Sample.manager,
      Body(["kind": .text("strategy-meeting"), "decision": .text("Another covers it")]))
    let due = try #require(
      page(off).steps.last { $0.id.step == .strategyMeeting && !$0.isOpen }?.due)
    let anew = form(.meetingPlanned, off, Body(["kind": .text("strategy-meeting")]))
    #expect(anew.plannedLate(due.adding(hours: 5))?.by == "5h")
    #expect(anew.plannedLate(due.adding(hours: -5)) == nil)
  }

  @Test("to decline an interview says who declines and what ends by it")
  func declining() throws {
    var form = form(.rhiDeclined, try Sample.returned(), Body(["by": .text("child")]))
    form.writer = FormScreen.Writer(me: Sample.worker, now: Sample.now)
    let said = form.declining.joined(separator: " ")
    #expect(said.hasPrefix("Declined by: child") && said.contains("It ends “"), "\(said)")
    let unasked = try Sample.record(
      .returned, "2026-11-21 12:00", on: try Sample.missing(), by: Sample.worker, Body())
    form = self.form(.rhiDeclined, unasked, Body(["by": .text("a parent")]))
    form.writer = FormScreen.Writer(me: Sample.worker, now: Sample.now)
    let parent = form.declining.joined(separator: " ")
    #expect(parent.contains("the child has not been asked") && !said.contains("has not been asked"))
    var attempt = self.form(
      .rhiOffered, try Sample.returned(), Body(["answer": .text("no-answer")]))
    attempt.writer = form.writer
    #expect(attempt.declining.isEmpty)
  }

  private func planned(_ child: ChildCase) throws -> ChildCase {
    try Sample.record(
      .meetingPlanned, "2026-11-21 10:00", on: child, by: Sample.manager,
      Body([
        "kind": .text("strategy-meeting"), "for": .instant(Sample.at("2026-11-21 21:00")),
        "chair": .text("director"), "invited": .list(["police"]),
      ]))
  }

  @Test("closing over it is refused at once, with the keys that lead on")
  func closing() throws {
    var desk = Sample.desk(me: Sample.worker)
    let page = page(try harmed(try Sample.returned()))
    _ = desk.open(.recordClosed, preset: Body(), on: page)
    #expect(desk.stack.isEmpty)
    let said = try #require(desk.toast?.text)
    #expect(said.hasPrefix("NB-20: The section 47 strategy meeting on the disclosure of Sat 21"))
    #expect(said.contains("m records that it was held, p plans it, X calls it off"))
  }

  @Test(
    "a rating below the police's is not recorded until its rationale says why, uncut at 80 columns")
  func belowThePolice() throws {
    let child = try Sample.record(
      .reported, "2026-11-20 09:00", on: try Sample.missing(), by: Sample.frontDoor,
      Body(["by": .text("police"), "risk": .text("medium")]))
    var desk = Sample.desk(me: Sample.manager, showing: .form(form(.riskAssessed, child)))
    _ = press(&desk, "l Ctrl-S Ctrl-S Ctrl-S")
    guard case .form(let form)? = desk.stack.last else { return }
    #expect(!form.isSending && form.entries[form.focus].field.name == "rationale")
    let text = render(desk).text
    #expect(text.contains { $0.contains("✗ Below police medium: say why, 3 words") })
    #expect(
      text.contains {
        $0.contains("Needed: why it is below the police's medium, in 3 words at the least")
      })
    #expect(press(&desk, "k n o w n Ctrl-S").isEmpty)
    #expect(press(&desk, "Space t o Space u s Ctrl-S").count == 1)
  }

  @Test(
    "what presses stays in sight after a failed Ctrl-S, and what is left out is counted in steps")
  func pressingStays() throws {
    // A day on, the discussion and the offer are late.
    let child = try Sample.returned()
    var desk = Sample.desk(me: Sample.worker)
    desk.now = Sample.at("2026-11-25 09:00")
    open(.recordClosed, on: page(child), &desk)
    _ = press(&desk, "Ctrl-S")
    let text = render(desk).text
    #expect(text.contains { $0.contains("✗ Strategy discussion, overdue") })
    #expect(text.contains { $0.contains("✗ Offer interview, overdue") })
    guard case .form(let form)? = desk.stack.last else { return }
    let hidden = form.undone.filter { line in
      line.hasPrefix("✗") && !text.contains { $0.contains(line) }
    }
    let said = text.contains { $0.contains("… \(hidden.count) more step") }
    #expect(hidden.isEmpty || said)
  }

  @Test("an acknowledgement asks why only where something that counts was given up")
  func acknowledging() throws {
    let child = try Sample.record(
      .recordClosed, "2026-11-21 17:00", on: try Sample.returned(), by: Sample.worker,
      Body(["reason": .text("Moved to Leeds today")]))
    var desk = Sample.desk(me: Sample.manager)
    open(.acknowledged, on: Sample.page(child), &desk)
    func needs() -> Bool? {
      guard case .form(let form)? = desk.stack.last else { return nil }
      return form.entries.first { $0.field.name == "reason" }?.field.isRequired
    }
    #expect(needs() == true)
    _ = press(&desk, "a")
    #expect(needs() == false)
    _ = press(&desk, "Ctrl-U n Ctrl-S")
    #expect(desk.context == .form && needs() == true)
    #expect(desk.toast?.text.contains("Why nothing is left to do") == true)
  }

  @Test("the page and the ledger say that significant harm was disclosed")
  func saidOnThePage() throws {
    let child = try Sample.record(
      .rhiHeld, "2026-11-21 15:00", on: try Sample.returned(), by: Sample.worker,
      Body([
        "by": .text("rhi-worker"), "outcome": .text("no-issues"), "significant-harm": .flag(true),
      ]))
    let screen = ChildScreen(page: Sample.page(child), step: nil)
    let desk = Sample.desk(me: Sample.worker, showing: .child(screen))
    #expect(render(desk).text.contains { $0.contains(" · HARM DISCLOSED") })
    let file = EpisodeFile(page: Sample.page(child), now: Sample.now).lines
    #expect(
      file.contains {
        $0.contains("held Sat 21 Nov 15:00: no issues · SIGNIFICANT HARM DISCLOSED")
      })
    let plain = ChildScreen(page: Sample.page(try Sample.closed()), step: nil)
    #expect(
      !render(Sample.desk(me: Sample.worker, showing: .child(plain))).text.contains {
        $0.contains("HARM DISCLOSED")
      })
  }

  @Test("a plan offers the roles that chair, the one that the step wants chosen already")
  func plannedChair() throws {
    let child = try Sample.missing()
    let wanted = try #require(
      page(child).steps.first { $0.id.step == .strategyMeeting }?.chair?.rawValue)
    let plan = form(.meetingPlanned, child, Body(["kind": .text("strategy-meeting")]))
    let chair = try #require(plan.entries.first { $0.field.name == "chair" })
    #expect(chair.text.text == wanted && chair.codes.contains("director"))
    // The meeting is chosen in the form: the chair follows, until somebody chooses one.
    var late = form(.meetingPlanned, child)
    late.writer = FormScreen.Writer(me: Sample.manager, now: Sample.now)
    func type(_ text: String, in name: String) {
      guard let place = late.entries.firstIndex(where: { $0.field.name == name }) else { return }
      late.entries[place].text.replace(with: text)
      late.look()
    }
    #expect(late.typed("chair").isEmpty)
    type("strategy-meeting", in: "kind")
    #expect(late.typed("chair") == wanted)
    type("director", in: "chair")
    type("strategy-discussion", in: "kind")
    #expect(late.typed("chair") == "director")
  }

  @Test("a meeting planned for later than it is due is asked about once")
  func plannedTooLate() throws {
    let child = try Sample.missing()
    var preset = Body(["kind": .text("strategy-discussion")])
    preset[.planned] = Sample.at("2026-11-22 10:00")
    var desk = Sample.desk(me: Sample.manager, showing: .form(form(.meetingPlanned, child, preset)))
    desk.now = Sample.at("2026-11-20 10:00")
    #expect(press(&desk, "Ctrl-S").isEmpty)
    guard case .form(let asked)? = desk.stack.last else { return }
    #expect(
      asked.entries.first { $0.field.name == "for" }?.warning
        == "This is 1d 12h after it is due, Fri 20 Nov 21:15; the due time stays")
    #expect(press(&desk, "Ctrl-S").count == 1)
  }

  @Test("the form of a meeting held begins at its time, and offers those first who were invited")
  func invitedFirst() throws {
    let child = try Sample.record(
      .meetingPlanned, "2026-11-21 10:00", on: try Sample.missing(), by: Sample.manager,
      Body([
        "kind": .text("strategy-meeting"), "for": .instant(Sample.at("2026-11-21 21:00")),
        "invited": .list(["school", "iro"]),
      ]))
    let held = FormScreen(
      event: .meetingHeld, page: Sample.page(child), preset: strategy, command: "c")
    #expect(held.entries[held.focus].field.name == "at")
    for name in ["attended", "apologies"] {
      let line = try #require(held.entries.first { $0.field.name == name })
      #expect(line.manyCodes.prefix(3) == ["school", "iro", "police"] && line.fitting.count > 10)
    }
    #expect(
      held.entries.first { $0.field.name == "attended" }?.note == "invited: school, IRO")
  }

  @Test("calling a meeting off names the risk, the markers and by when which rule wants it")
  func callingOffNamesTheRisk() throws {
    var child = try Sample.record(
      .riskAssessed, "2026-11-20 11:00", on: try Sample.missing(), by: Sample.manager,
      Body(["risk": .text("high"), "rationale": .text("Seen with older men")]))
    child = try Sample.record(
      .childUpdated, "2026-11-20 11:05", on: child, by: Sample.frontDoor,
      Body(["markers": .list(["cse", "gang"])]))
    let body = Body(["kind": .text("strategy-meeting"), "decision": .text("The police lead it")])
    let off = form(.meetingCancelled, child, body)
    let said = off.head.joined(separator: "\n")
    #expect(said.contains("urs high") && said.contains("CSE, gang"))
    #expect(said.contains("due") && said.contains("NB-"))
    var desk = Sample.desk(me: Sample.manager, showing: .form(off))
    _ = press(&desk, "Ctrl-S")
    guard case .confirm(let confirm)? = desk.stack.last else { return }
    #expect(confirm.question == "Call off the meeting?")
    let asked = render(desk).text.joined(separator: " ")
    #expect(asked.contains("CSE, gang") && asked.contains("opens again"))
  }

  @Test("the form of a rating shows the ratings in force, by whom, when and why")
  func ratingInForce() throws {
    let rated = form(.riskAssessed, try Sample.returned())
    #expect(
      rated.head.contains {
        $0.hasPrefix("▸ Ours now: high, \(Sample.manager.name) Thu 19 Nov 23:30: Second time in a")
      })
    #expect(!form(.riskAssessed, try Sample.missing()).head.contains { $0.contains("Ours now") })
  }

  @Test(
    "the form of the return names the planned meeting that nobody asks for once the child is back")
  func returnNamesTheMeeting() throws {
    let child = try Sample.record(
      .meetingPlanned, "2026-11-20 10:00", on: try Sample.missing(), by: Sample.manager,
      Body([
        "kind": .text("strategy-meeting"), "for": .instant(Sample.at("2026-11-22 10:00")),
      ]))
    #expect(
      form(.returned, child).head.contains {
        $0.hasPrefix("! No longer asked for by it: Strategy meeting, planned Sun 22 Nov 10:00")
      })
    #expect(!form(.returned, try Sample.missing()).head.contains { $0.contains("No longer asked") })
  }

  @Test("a chair who stands on no rung is told of at a meeting whose work is a manager's")
  func chairOnNoRung() throws {
    let body = Body(["kind": .text("s47-strategy-meeting"), "decision": .text("Joint visit")])
    var held = form(.meetingHeld, try harmed(try Sample.missing()), body)
    let place = try #require(held.entries.firstIndex { $0.field.name == "chair" })
    held.entries[place].text.replace(with: "social-worker")
    held.writer = FormScreen.Writer(me: Sample.manager, now: Sample.now)
    held.look()
    #expect(
      held.entries.first { $0.field.name == "chair" }?.warning
        == "NB-20 wants the team manager in the chair")
  }
}
