import Desk
import Grid
import Testing
import Workflow

@Suite("The text of a report, after its triage")
struct ReportTextTests {
  private func world() throws -> World {
    let child = try Sample.record(
      .reportAttached, "2026-11-20 09:00", on: try Sample.missing(), by: Sample.frontDoor,
      Body(["report": .text("R-2026-0077")]))
    let page = ChildScreen(page: Sample.page(child), step: nil)
    return World(Sample.desk(me: Sample.coordinator, showing: .child(page)), [child])
  }

  private func isShown(_ world: World) -> Bool {
    guard case .text(let title, let lines, _)? = world.desk.stack.last else { return false }
    return title == "Report R-2026-0077" && lines.first?.hasPrefix("  1  ") == true
  }

  @Test("is read from the child's page by F3, and by Enter on the line that names it")
  func fromThePage() throws {
    var world = try world()
    world.press("F3")
    #expect(isShown(world))
    world.press("Esc Tab Enter")
    #expect(isShown(world))
    world.press("Esc")
    #expect(world.desk.context == .episode)
  }

  @Test("is read from the row of a report that waits, by F3; a step's row says where to look")
  func fromTheTray() throws {
    var row = TrayRow(
      kind: .report(reference: "R-2026-0077"), child: "", name: "Castell, Rosa? by 26MIS60001",
      reference: "R-2026-0077", title: "Triage report", due: nil, opens: Sample.now, planned: nil,
      attempts: 0, rules: ["L23-21"])
    row.report = .init(kind: "note", policeReference: "26MIS60001", gist: ReportGist())
    row.begunByOther = BegunByOther(
      name: "M. Castell", saved: Sample.now.adding(seconds: -3600), what: "triage")
    var world = World(Sample.desk(rows: [row] + Sample.seven))
    world.rows = [row] + Sample.seven
    world.press("Home F3")
    #expect(isShown(world))
    world.press("Esc")
    let shown = render(world.desk).text
    #expect(
      shown.contains { $0.contains("~ M. Castell began") && $0.contains("not recorded: triage") })
    #expect(shown.contains { $0.contains("~") && $0.contains("Castell, Rosa?") })
    world.press("F9")
    #expect(
      !render(world.desk).text.contains { $0.contains("Rosa") }, "hidden with the other names")
    world.press("Down F3")
    #expect(world.desk.toast?.text.contains("The selected row is no report") == true)
  }

  @Test("a file and a text at once are asked about, neither is lost; Enter on the file reads it")
  func fileOrText() throws {
    var world = World(Sample.desk())
    func taken() -> [Effect] {
      world.effects.filter { if case .receive = $0 { true } else { false } }
    }
    world.press("n")
    world.goTo("text")
    world.type("A note")
    world.goTo("file")
    world.type("old.txt")
    world.press("Ctrl-S")
    #expect(taken().isEmpty && world.form?.isSending == false)
    #expect(world.desk.toast?.text == "A file and a text: which is the report?")
    #expect(world.form?.typed("text") == "A note" && world.form?.typed("file") == "old.txt")
    world.goTo("text")
    world.press("Ctrl-U")
    world.goTo("file")
    world.press("Enter")
    #expect(taken() == [.receive(file: "old.txt", text: "", draftKey: "intake")])
  }

  @Test("a text that was triaged before is sent again for a further child, unless it is changed")
  func triagedBefore() {
    func taken(_ world: World) -> Effect? {
      world.effects.last { if case .receive = $0 { true } else { false } }
    }
    func refused(_ world: inout World) {
      world.arrive(
        .refused(
          Refusal(
            .rule, "R-2026-0005 was triaged already.",
            findings: [FormFinding(field: "text", sentence: FormScreen.triagedBefore)])))
    }
    var world = World(Sample.desk(me: Sample.frontDoor))
    world.press("n")
    world.isSilent = true
    world.goTo("text")
    world.type("A note")
    world.press("Ctrl-S")
    refused(&world)
    world.press("Ctrl-S")
    #expect(
      taken(world)
        == .receive(file: "", text: "A note", draftKey: "intake", isSure: true, isFurther: true))
    refused(&world)
    world.goTo("text")
    world.type("!")
    world.press("Ctrl-S")
    #expect(taken(world) == .receive(file: "", text: "A note!", draftKey: "intake"))
  }

  @Test("a call about a child whose report waits is noted on its row")
  func noteOnReport() {
    var row = TrayRow(
      kind: .report(reference: "R-2026-0077"), child: "", name: "Bartlett, Kyla?",
      reference: "R-2026-0077", title: "Triage report", due: nil, opens: Sample.now, planned: nil,
      attempts: 0, rules: ["L23-21"])
    row.report = .init(kind: "note", policeReference: nil, gist: ReportGist())
    var world = World(Sample.desk(me: Sample.frontDoor, rows: [row]))
    world.rows = [row]
    world.press("+")
    #expect(world.form?.title == "Note · R-2026-0077")
    world.press("Esc")
    // Which other reports tell the same may fill a small screen's pane: the note stands above them.
    world.rows[0].note = "Note of Sat 21 Nov 08:00, F. Okafor: his aunt rang"
    world.rows[0].report?.twins = [
      .init(reference: "R-2026-0070", name: "Bartlett, Kyla", common: ["same name"]),
      .init(reference: "R-2026-0071", name: "Bartlett, Kyla", common: ["same name"]),
    ]
    world.arrive(.changedByOthers)
    #expect(render(world.desk).text.contains { $0.contains("his aunt rang") })
    world.press("+")
    world.type("Her aunt rang")
    world.press("Esc")
    #expect(world.drafts["report-note:R-2026-0077"]?.values == ["text": "Her aunt rang"])
    world.press("+ Ctrl-S")
    let note = world.recorded.values.first { $0.act == .reportNote(report: "R-2026-0077") }
    #expect(note?.body[name: "text"] == .text("Her aunt rang"))
    #expect(world.desk.stack.isEmpty)
  }

  @Test("another file is typed in the place of one that was refused, or that a draft brought back")
  func fileAnew() {
    var world = World(Sample.desk(me: Sample.frontDoor))
    world.press("n")
    world.isSilent = true
    world.type("/in/old.txt")
    world.press("Ctrl-S")
    world.isSilent = false
    world.arrive(.refused(Refusal(.rule, "R-2026-0005 was triaged already.")))
    world.type("/in/new.txt")
    #expect(world.form?.typed("file") == "/in/new.txt")
    world.press("Esc Esc n")
    let kept = world.form?.typed("file") ?? ""
    #expect(!kept.isEmpty)
    world.press("Left Right")
    world.type("x")
    #expect(world.form?.typed("file") == kept + "x", "whoever moves in it goes on with it")
    world.press("Esc Esc n")
    world.type("/in/next.txt")
    #expect(world.form?.typed("file") == "/in/next.txt")
  }

  @Test("where no report was kept, F3 says so")
  func none() throws {
    let page = ChildScreen(page: Sample.page(try Sample.missing()), step: nil)
    var world = World(Sample.desk(me: Sample.coordinator, showing: .child(page)))
    world.press("F3")
    #expect(world.desk.toast?.text.contains("No report was kept for this child") == true)
  }

  @Test("a child who is back where it is not safe: asked twice, and said at the head of the page")
  func notSafe() throws {
    let page = ChildScreen(page: Sample.page(try Sample.missing()), step: nil)
    var world = World(
      Sample.desk(me: Sample.coordinator, showing: .child(page)), [try Sample.missing()])
    world.press("b")
    world.goTo("safe")
    world.press("n Ctrl-S")
    #expect(world.recorded.isEmpty)
    #expect(world.desk.toast?.text.hasPrefix("Not safe where the child is") == true)
    world.press("Ctrl-S")
    #expect(world.recorded.count == 1)
    let child = try Sample.record(
      .returned, "2026-11-21 19:05", on: try Sample.missing(), by: Sample.coordinator,
      Body(["safe": .flag(false)]))
    let shown = Sample.desk(
      me: Sample.coordinator, showing: .child(ChildScreen(page: Sample.page(child), step: nil)))
    #expect(render(shown).text.contains { $0.contains("NOT SAFE there") })
    #expect(render(shown).text.contains { $0.contains("Returned, NOT SAFE there") })
    // Where somebody brought the child since then stands behind it.
    let moved = try Sample.record(
      .childUpdated, "2026-11-21 20:00", on: child, by: Sample.coordinator,
      Body(["placement": .text("Tanglewick House")]))
    var desk = Sample.desk(
      me: Sample.coordinator, showing: .child(ChildScreen(page: Sample.page(moved), step: nil)))
    desk.size = .init(width: 160, height: 40)
    #expect(
      render(desk).text.contains {
        $0.contains("NOT SAFE there (since then at Tanglewick House)")
      })
  }

  @Test("from a child who was looked up one goes back to the tray, not to the child before")
  func oneChildAtATime() throws {
    let page = ChildScreen(page: Sample.page(try Sample.missing()), step: nil)
    let other = try Sample.missing(id: "C-0407", family: "Hassan", given: "Amina")
    var world = World(
      Sample.desk(me: Sample.coordinator, showing: .child(page)), [try Sample.missing(), other])
    world.desk.awaited = .loadChild("C-0407", .show(step: nil))
    world.arrive(.page(Sample.page(other), purpose: .show(step: nil)))
    #expect(world.child?.page.child.id == "C-0407")
    world.press("Esc")
    #expect(world.desk.stack.isEmpty)
  }

  @Test("the time with which a form opens gives way to what is typed, and a return begins with it")
  func timeOfReturn() throws {
    let page = ChildScreen(page: Sample.page(try Sample.missing()), step: nil)
    var world = World(
      Sample.desk(me: Sample.coordinator, showing: .child(page)), [try Sample.missing()])
    world.press("b")
    #expect(world.form.map { $0.entries[$0.focus].field.name } == "at")
    world.type("19:05")
    #expect(world.form?.typed("at") == "19:05")
    world.goTo("safe")
    world.press("y Ctrl-S")
    #expect(world.recorded.values.first?.at == Sample.at("2026-11-21 19:05"))
  }
}
