import Desk
import Grid
import Testing
import Workflow

@Suite("What looks odd is said, and recorded all the same")
struct SenseTests {
  private func world(
    _ person: Person, _ child: ChildCase, page: ChildPage? = nil, keys: String
  ) -> World {
    var world = World(Sample.desk(me: person), [child])
    world.desk.stack = [.child(ChildScreen(page: page ?? Sample.page(child), step: nil))]
    world.press(keys)
    return world
  }

  private func warning(_ world: World, _ field: String) -> String? {
    world.form?.entries.first { $0.field.name == field }?.warning
  }

  @Test("a chair below the rung that the procedure wants, with its rule")
  func chairBelowTheRung() throws {
    // Nine days away: the service manager chairs by NB-06.
    let child = try Sample.missing()
    var world = world(Sample.manager, child, keys: "")
    world.desk.now = Sample.at("2026-11-28 09:00")
    world.press("m s t r a t e g y - m Tab t e a m Tab")
    let wanted = Sample.page(child).steps.first { $0.id.step == .strategyMeeting }?.chair
    if wanted == .serviceManager {
      #expect(warning(world, "chair") == "NB-06 wants the service manager in the chair")
    } else {
      #expect(wanted == .teamManager && warning(world, "chair") == nil)
    }
  }

  @Test("a chair that is senior enough is fine, and a junior one is told of")
  func chairs() throws {
    var child = try Sample.missing()
    child = try Sample.record(
      .meetingHeld, "2026-11-21 10:00", on: child, by: Sample.manager,
      Body(["kind": .text("strategy-meeting"), "chair": .text("team-manager")]))
    let page = ChildPage(
      child: try Sample.missing(),
      steps: Derive.steps(of: try Sample.missing()) { _ in
        Procedure(
          id: "x", title: "x", authority: "x", version: 1, contentHash: "",
          rules: Sample.procedure.rules,
          chairs: [ChairRung(role: .headOfService, from: .atOnce, rule: "NB-16")], guards: [],
          prompts: [], acknowledgedBy: [])
      },
      procedure: Procedure(
        id: "x", title: "x", authority: "x", version: 1, contentHash: "",
        rules: Sample.procedure.rules,
        chairs: [ChairRung(role: .headOfService, from: .atOnce, rule: "NB-16")], guards: [],
        prompts: [], acknowledgedBy: []))
    var desk = Sample.desk(me: Sample.manager)
    _ = update(&desk, .key(.control("l")))
    desk.stack = [
      .form(
        FormScreen(
          event: .meetingHeld, page: page, preset: Body(["kind": .text("strategy-meeting")]),
          command: "c"))
    ]
    func chairWarning() -> String? {
      guard case .form(let form) = desk.stack.last else { return nil }
      return form.entries.first { $0.field.name == "chair" }?.warning
    }
    _ = press(&desk, "t e a m Tab")
    #expect(chairWarning() == "NB-16 wants the head of service in the chair")
    _ = press(&desk, "Shift-Tab Del d i r Tab")
    #expect(chairWarning() == nil)
  }

  @Test("that a child is not safe where it is back is said in words, not as an odd line")
  func unsafePlace() throws {
    var world = world(Sample.coordinator, try Sample.missing(), keys: "b")
    world.goTo("place")
    world.type("14 Elm Road")
    world.goTo("safe")
    world.press("n Ctrl-S")
    #expect(
      world.desk.toast?.text
        == "Not safe where the child is: tell the social worker and the manager now. Ctrl-S again records it"
    )
    world.press("Ctrl-S")
    #expect(world.recorded.count == 1)
  }

  @Test("an interview of which nothing is written down takes a second Ctrl-S, and is recorded")
  func emptyInterview() throws {
    var world = world(Sample.worker, try Sample.returned(), keys: "h Ctrl-S")
    #expect(world.recorded.isEmpty)
    #expect(warning(world, "circumstances") == "What the child said is not written down")
    #expect(warning(world, "significant-harm") == "Say yes or no: empty stays not said")
    #expect(
      world.desk.toast?.text
        == "2 lines look odd: Significant harm, What was said. Ctrl-S again sends them as they are"
    )
    #expect(
      render(world.desk).text.contains { $0.contains("! Say yes or no: empty stays not said") })
    world.press("Ctrl-S")
    #expect(world.recorded.count == 1)
    #expect(
      world.desk.toast?.text.contains("Still to be filled in: where, outcome")
        == true)
  }

  @Test("an interview without issues in which significant harm was disclosed")
  func harmWithoutIssues() throws {
    var world = world(Sample.worker, try Sample.returned(), keys: "h")
    world.goTo("outcome")
    world.press("n o Tab")
    #expect(warning(world, "outcome") == nil)
    world.goTo("significant-harm")
    world.press("y Tab")
    #expect(warning(world, "outcome")?.hasPrefix("Significant harm is said below") == true)
    world.goTo("outcome")
    world.press("Ctrl-U s a f Tab")
    #expect(world.form?.typed("outcome") == "safeguarding-concerns")
    #expect(warning(world, "outcome") == nil)
  }

  @Test("the same where an outcome is corrected to it")
  func correctedToNoIssues() throws {
    let harm = Body([
      "by": .text("rhi-worker"), "outcome": .text("safeguarding-concerns"),
      "significant-harm": .flag(true), "circumstances": .text("He was hit"),
    ])
    let child = try Sample.record(
      .rhiHeld, "2026-11-21 15:00", on: try Sample.returned(), by: Sample.worker, harm)
    let number = try #require(child.history.last?.sequence)
    let form = try #require(
      FormScreen.correction(of: number, page: Sample.page(child), command: "c"))
    var world = World(Sample.desk(me: Sample.worker, showing: .form(form)), [child])
    world.goTo("outcome")
    world.press("Ctrl-U n o Tab")
    #expect(warning(world, "outcome")?.hasPrefix("Significant harm is said below") == true)
  }

  @Test("a rating below that of the police, without a reason")
  func belowThePolice() throws {
    let child = try Sample.record(
      .reported, "2026-11-20 09:00", on: try Sample.missing(), by: Sample.frontDoor,
      Body(["by": .text("police"), "risk": .text("high")]))
    var world = world(Sample.manager, child, keys: "r")
    world.goTo("risk")
    world.press("m Tab")
    #expect(warning(world, "risk") == "Rationale: why below the police's high?")
    world.goTo("rationale")
    world.type("With her aunt, who rang us twice today")
    world.press("Shift-Tab")
    #expect(warning(world, "risk") == nil)
    world.goTo("risk")
    world.press("Ctrl-U h Tab")
    world.goTo("rationale")
    world.press("Ctrl-U Shift-Tab")
    #expect(warning(world, "risk") == nil)
  }

  @Test("an action that stands among the reasons for a correction")
  func actionAmongReasons() throws {
    let child = try Sample.record(
      .meetingHeld, "2026-11-21 10:00", on: try Sample.missing(), by: Sample.manager,
      Body(["kind": .text("strategy-meeting"), "chair": .text("team-manager")]))
    let number = try #require(child.history.last?.sequence)
    let form = try #require(
      FormScreen.correction(of: number, page: Sample.page(child), command: "c"))
    var world = World(Sample.desk(me: Sample.manager, showing: .form(form)), [child])
    world.goTo(FormScreen.reasonOfCorrection)
    world.type("The note had it otherwise")
    world.press("Shift-Tab")
    #expect(warning(world, FormScreen.reasonOfCorrection) == nil)
    world.goTo(FormScreen.reasonOfCorrection)
    world.press("Ctrl-U")
    world.type("TYS: ring the hostel, by noon")
    world.press("Shift-Tab")
    #expect(warning(world, FormScreen.reasonOfCorrection)?.contains("in Actions") == true)
  }

  @Test(
    "a child who is away by the report, of whom no tray will know",
    arguments: [
      ("no-further-action", "known to be back"),
      ("duplicate", "of what is it a duplicate?"),
      ("not-a-child", "is it surely no child?"),
    ])
  func setAsideWhileAway(ground: String, asked: String) throws {
    for isAway in [true, false] {
      let form = FormScreen.setAside("R-2026-0077", command: "c")
      var about = ReportAbout(reference: "R-2026-0077", names: ["Pryce, Siân"], lines: ["Siân"])
      about.tellsOfAbsence = isAway
      var world = World(Sample.desk(me: Sample.frontDoor, showing: .form(form)))
      world.arrive(.described(about))
      world.goTo("decision")
      world.type(ground)
      world.press("Tab")
      let said = warning(world, "decision")
      if isAway {
        #expect(said?.contains(asked) == true, "\(said ?? "nothing")")
      } else {
        #expect(said == nil)
      }
    }
  }

  @Test("whom of another authority somebody told is needed where the child is away by the report")
  func whomTold() {
    for isAway in [true, false] {
      let form = FormScreen.setAside("R-2026-0077", command: "c")
      var about = ReportAbout(reference: "R-2026-0077", names: ["Pryce, Siân"], lines: ["Siân"])
      about.tellsOfAbsence = isAway
      var world = World(Sample.desk(me: Sample.frontDoor, showing: .form(form)))
      world.arrive(.described(about))
      world.goTo("decision")
      world.type("other-authority")
      world.goTo("reason")
      world.type("Lives in Southbrook")
      world.isSilent = true
      world.press("Ctrl-S")
      let told = world.form?.entries.first { $0.field.name == "told" }
      #expect((told?.error != nil) == isAway)
      guard isAway else { continue }
      world.goTo("told")
      world.type("Southbrook EDT, 19:30")
      world.press("Ctrl-S")
      guard case .submit(let submission)? = world.effects.last else {
        Issue.record("not sent: \(world.effects)")
        return
      }
      #expect(
        submission.body[.reason] == "Lives in Southbrook"
          && submission.body[.told] == "Southbrook EDT, 19:30",
        "\(submission.body)")
    }
  }

  @Test("an interview declined by nobody and for no reason")
  func declined() throws {
    var world = world(Sample.worker, try Sample.returned(), keys: "d Ctrl-S")
    #expect(world.recorded.isEmpty)
    #expect(warning(world, "by") == "Say who declined: the child, or a parent or carer")
    #expect(warning(world, "reason") == "Say why it was declined, and what was advised")
    world.goTo("by")
    world.press("c Tab")
    #expect(warning(world, "by") == "One letter says nothing later: write it out")
  }

  @Test("nobody is told to send again what would be refused")
  func noSecondTry() throws {
    var world = world(Sample.coordinator, try Sample.missing(), keys: "b Up Ctrl-U")
    world.type("+3h")
    world.press("Ctrl-S")
    #expect(world.recorded.isEmpty && world.form?.refusal != nil)
    #expect(world.desk.toast?.text.hasPrefix("This would be refused: ") == true)
    #expect(world.desk.toast?.text.contains("again records it") == false)
  }

  @Test("back before being located")
  func backBeforeLocated() throws {
    var child = try Sample.missing()
    child = try Sample.record(.found, "2026-11-21 09:00", on: child, by: Sample.coordinator)
    var world = world(Sample.coordinator, child, keys: "b Up Ctrl-U")
    world.type("sat 8:30")
    world.press("Tab")
    #expect(warning(world, "at") == "Back before being located (Sat 21 Nov 09:00)")
    world.press("Shift-Tab Ctrl-U")
    world.type("9:15")
    world.press("Tab")
    #expect(warning(world, "at") == nil)
  }

  @Test("what a rule would refuse is said before it is sent")
  func wouldBeRefused() throws {
    var world = world(Sample.coordinator, try Sample.missing(), keys: "b Up Ctrl-U")
    world.type("yesterday 9am")
    world.press("Tab")
    #expect(world.form?.refusal == nil)
    world.press("Shift-Tab Ctrl-U")
    world.type("thu 9am")
    world.press("Tab")
    #expect(world.form?.refusal?.contains("before the child went missing") == true)
    #expect(render(world.desk).text.contains { $0.contains("This would be refused") })
  }

  @Test("times ahead, long ago, out of order, and a plan that lies back")
  func times() throws {
    let draft = Sample.draft()
    for (field, typed, sentence) in [
      ("last-seen", "+3h", "This is in the future"),
      ("last-seen", "2024-01-01 09:00", "This is more than a year ago"),
      ("reported-at", "9am", "Reported before the child was last seen"),
      ("returned-at", "10:00", "Back before the child was last seen"),
      ("found-at", "2h ago", nil), ("born", "2001-01-01", "18 or older"),
      ("born", "2030-01-01", "Born in the future"),
    ] {
      var world = World(Sample.desk(me: Sample.frontDoor))
      world.desk.stack = [.form(.triage(draft, command: "c"))]
      let place = try #require(world.form?.entries.firstIndex { $0.field.name == field })
      for _ in 0..<place { world.press("Tab") }
      world.press("Ctrl-U")
      world.type(typed)
      world.press("Tab")
      #expect(warning(world, field) == sentence, "\(field) \(typed)")
    }
    var plan = world(Sample.manager, try Sample.missing(), keys: "p s")
    let place = try #require(plan.form?.entries.firstIndex { $0.field.name == "for" })
    plan.goTo("for")
    plan.type("10:00")
    #expect(plan.form?.entries[place].echo(now: Sample.now) == "= Sun 22 Nov 10:00")
    let next = FormEntry(
      field: FormField(name: "next", label: "Next meeting", input: .instant, isRequired: false),
      text: "wed 10:00")
    #expect(next.echo(now: Sample.now) == "= Wed 25 Nov 10:00", "what is planned lies ahead")
    plan.press("Ctrl-U")
    plan.type("yesterday 10:00")
    plan.press("Tab")
    #expect(warning(plan, "for") == "This lies in the past")
  }

  @Test("what is held beyond its due time says until when it is")
  func heldTooLong() throws {
    let child = try Sample.missing()
    let page = Sample.page(child)
    let step = try #require(page.steps.first { $0.isOpen && ($0.due ?? Sample.now) > Sample.now })
    let due = try #require(step.due)
    var preset = Body(["step": .text(step.id.step.rawValue)])
    preset[.part] = step.id.part
    var world = World(Sample.desk(me: Sample.manager), [child])
    world.desk.stack = [
      .form(FormScreen(event: .held, page: page, preset: preset, command: "c"))
    ]
    world.goTo("until")
    world.type(due.adding(hours: 30).iso)
    world.press("Tab")
    #expect(
      warning(world, "until")
        == "It is due before, \(due.spokenShort(asOf: Sample.now)): held until then and no longer")
  }

  @Test("a report that overlaps with the last episode, and one that joins it")
  func overlaps() throws {
    func draft(returned: Instant?) -> TriageDraft {
      let sure = Sample.draft()
      return TriageDraft(
        reference: sure.reference, subject: 1, subjects: 1, kind: sure.kind, values: sure.values,
        gaps: [], warnings: [],
        candidates: [
          .init(
            id: "C-0412", title: "Pryce-Morgan, Siân", because: "same name",
            standing: .init(
              episode: "E-2026-0398", since: Sample.at("2026-11-20 18:00"), returned: returned))
        ], isProposed: true, question: nil, text: sure.text)
    }
    var world = World(Sample.desk(me: Sample.frontDoor))
    world.desk.stack = [
      .form(.triage(draft(returned: Sample.at("2026-11-21 18:00")), command: "c"))
    ]
    world.press("Tab")
    #expect(warning(world, "last-seen") == "Overlaps E-2026-0398: back Sat 21 Nov 18:00")
    world.desk.stack = [.form(.triage(draft(returned: nil), command: "c"))]
    world.press("Tab")
    #expect(warning(world, "last-seen") == nil)
    #expect(
      render(world.desk).text.joined(separator: " ").contains(
        "AWAY since Fri 20 Nov 18:00: this report joins E-2026-0398"))
  }

  @Test("what was said against a value goes away as soon as the value changes")
  func complaintsGo() throws {
    var world = world(Sample.worker, try Sample.missing(), keys: "+")
    world.goTo("text")
    world.type("Rang the school")
    world.goTo("at")
    world.press("Ctrl-U")
    world.type("tomorrow 9:00")
    world.press("Tab")
    #expect(warning(world, "at") != nil && world.form?.refusal?.contains("future") == true)
    world.press("Shift-Tab Ctrl-U")
    #expect(warning(world, "at") == nil && world.form?.refusal == nil)
    world.type("11:00")
    #expect(warning(world, "at") == nil && world.form?.refusal == nil)
    // What is still wrong is said again when the line is left, and meanwhile what refuses stays said.
    world.press("Ctrl-U")
    world.type("tomorrow 10:00")
    world.press("Tab")
    #expect(warning(world, "at") != nil)
    world.type(" twice")
    #expect(world.form?.refusal?.contains("future") == true)
  }
}
