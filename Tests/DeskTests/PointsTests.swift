import Desk
import Grid
import Testing
import Workflow

@Suite("What is to be minded, on the form it concerns")
struct PointsTests {
  private let meeting = Body(["kind": .text("strategy-meeting"), "chair": .text("team-manager")])

  private func form(_ kind: EventKind, _ preset: Body = Body()) throws -> FormScreen {
    FormScreen(
      event: kind, page: Sample.guidedPage(try Sample.missing()), preset: preset, command: "c")
  }

  private func lines(_ points: Points) -> [String] { points.sections.flatMap(\.lines) }

  private func rows(_ desk: Desk) -> [String] {
    render(desk).text
  }

  @Test("a meeting's form has its step's checklist, its agenda, whom to invite and whom to reach")
  func meetingHasItsAgenda() throws {
    let points = try form(.meetingHeld, meeting).points
    #expect(
      points.sections.map(\.heading) == [
        "Strategy meeting (NB-05)", "Meeting held", "Meeting planned", "Whom to reach",
      ])
    #expect(points.count == 4)
    #expect(lines(points).first == "Look at earlier episodes first.")
    #expect(lines(points).contains("Invite the reviewing officer and the virtual school. (NB-34)"))
    #expect(lines(points).last == "Police missing persons unit: unit@northbrook.example")
  }

  @Test("a step that is ticked off has its own checklist, and no other step's")
  func tickedStepHasItsChecklist() throws {
    let pack = try form(.stepDone, Body(["step": .text("grab-pack-review")])).points
    #expect(
      lines(pack) == ["Name, date of birth, language.", "A recent photo; friends and places."])
    #expect(try form(.stepDone, Body(["step": .text("safety-plan")])).points == .none)
    #expect(try form(.stepDone).points == .none)
  }

  @Test("triage shows what concerns the going, the report and the opening of the child it is about")
  func triageHasItsPoints() throws {
    var form = FormScreen.triage(try Sample.guidedDraft(), command: "c")
    #expect(
      lines(form.points) == [
        "Ask the placement what it has tried. (NB-30)",
        "The police category never lowers what is done. (NB-32)",
        "Was the child told beforehand what happens? (NB-33)",
      ])
    // Another place and another child: the advice follows what is typed.
    var desk = Sample.desk(me: Sample.frontDoor, showing: .form(form))
    _ = press(&desk, "n")
    guard case .form(let new)? = desk.stack.last else { return }
    let place = try #require(new.entries.firstIndex { $0.field.name == "from" })
    _ = press(&desk, String(repeating: "Tab ", count: place - new.focus) + "h")
    guard case .form(let typed)? = desk.stack.last else { return }
    form = typed
    #expect(form.typed("from") == "home" && form.typed("child") == "new")
    #expect(
      lines(form.points) == [
        "Ask the parents whom they have called. (NB-31)",
        "The police category never lowers what is done. (NB-32)",
      ])
  }

  @Test("a report that joins an episode says nothing of a going or an opening")
  func joiningReportHasItsOwn() throws {
    let draft = try Sample.guidedDraft()
    let away = try Sample.missing()
    let joining = TriageDraft(
      reference: draft.reference, subject: 1, subjects: 1, kind: draft.kind, values: draft.values,
      gaps: [], warnings: [], candidates: draft.candidates, isProposed: true, question: nil,
      text: draft.text,
      ground: TriageGround(
        children: [away.id: away], procedures: [away.id: Sample.guided],
        procedure: Sample.procedure))
    #expect(
      lines(FormScreen.triage(joining, command: "c").points) == [
        "The police category never lowers what is done. (NB-32)"
      ])
  }

  @Test(
    "at 80 columns they take one row of the form; F6 shows all and Esc comes back to what is typed")
  func takesOneRow() throws {
    var form = try form(.meetingHeld, meeting)
    form.focus = try #require(form.entries.firstIndex { $0.field.name == "next" })
    var desk = Sample.desk(80, 24, me: Sample.manager, showing: .form(form))
    let before = rows(desk)
    #expect(before[2].contains("▸ AWAY"), "whom the meeting is about comes first")
    #expect(before[3].contains("▹ 4 things to mind: F6 shows them"))
    // As many lines of the form as before, but for that row and the one that sets it off.
    #expect(before[5].contains("*Held at"))
    _ = press(&desk, "n o F6")
    let shown = rows(desk)
    #expect(shown[1].contains("To mind · Meeting held"))
    #expect(shown.contains { $0.contains("Invite the reviewing officer") })
    _ = press(&desk, "Esc")
    #expect(desk.context == .form)
    guard case .form(let back)? = desk.stack.last else { return }
    #expect(back.isDirty && back.typed("next") == "no")
  }

  @Test("at 120 columns they stand beside the lines, which have their whole height")
  func standsBeside() throws {
    let form = try form(.meetingHeld, meeting)
    let desk = Sample.desk(120, 40, me: Sample.manager, showing: .form(form))
    let shown = rows(desk)
    #expect(shown[2].contains("Strategy meeting (NB-05)"))
    #expect(shown.contains { $0.contains("*Held at") })
    #expect(shown.contains { $0.contains("Whom to reach") })
    #expect(!shown.contains { $0.contains("things to mind") })
  }

  @Test("where no row can be spared the frame's foot says how many there are")
  func staysOutOfTheWay() throws {
    let desk = Sample.desk(
      40, 12, me: Sample.manager, showing: .form(try form(.meetingHeld, meeting)))
    let shown = rows(desk)
    // It begins with when it was held, and no row of it is taken.
    #expect(shown.contains { $0.contains("*Held at") })
    #expect(shown.contains { $0.contains("F6: 4 to mind") })
  }

  @Test("the child's file says whom to reach for anything")
  func fileHasTheDirectory() throws {
    var desk = Sample.desk(
      80, 24, showing: .child(ChildScreen(page: Sample.guidedPage(try Sample.missing()), step: nil))
    )
    _ = press(&desk, "i")
    guard case .text(_, let lines, _)? = desk.stack.last else {
      Issue.record("no file is shown")
      return
    }
    #expect(lines.contains("  Not in the procedure's directory yet: Child abuse team"))
  }

  @Test("every command that says which event it records opens the form of that event")
  func commandsOpenTheirForms() throws {
    let page = Sample.guidedPage(try Sample.missing())
    for command in CommandTable.all {
      guard let kind = command.records else { continue }
      var desk = Sample.desk(showing: .child(ChildScreen(page: page, step: nil)))
      let opened = command.run(&desk).contains { effect in
        if case .loadChild(_, .form(kind, _)) = effect { true } else { false }
      }
      #expect(opened, "\(command.id)")
    }
    // What only the program records, a triage or another act, has no form of its own.
    #expect(
      Set(EventKind.allCases).subtracting(CommandTable.recorded).subtracting(TriageForm.minded)
        .isSuperset(of: [.triaged, .corrected, .withdrawn]))
  }
}
