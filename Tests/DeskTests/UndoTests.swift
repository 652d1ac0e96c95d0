import Desk
import Grid
import Testing
import Workflow

@Suite("Undo first, confirm last")
struct UndoTests {
  private func page(_ person: Person, _ child: ChildCase, line: Int? = nil) -> World {
    var world = World(Sample.desk(me: person), [child])
    var screen = ChildScreen(page: Sample.page(child), step: nil)
    if let line {
      screen.isTimelineFocused = true
      screen.line = line
    }
    world.desk.stack = [.child(screen)]
    return world
  }

  @Test("U takes back what was recorded last, and keeps what was typed for it")
  func takesBack() throws {
    var world = page(Sample.manager, try Sample.returned())
    world.press("r")
    world.type("medium")
    world.press("Ctrl-S")
    #expect(world.desk.toast?.text.contains("U undoes it") == true)
    #expect(world.children["C-0412"]?.episodes.last?.risk?.value == .medium)
    world.press("U")
    #expect(
      world.children["C-0412"]?.episodes.last?.risk?.value == .high, "the rating before stands")
    #expect(world.desk.toast?.text.hasPrefix("Withdrawn: Risk assessed.") == true)
    #expect(world.child?.page.child.withdrawn.count == 1)
    world.press("r")
    #expect(world.form?.typed("risk") == "medium")
    #expect(world.form?.news == nil, "nobody is warned of what was just taken back")
    #expect(world.form?.entries.allSatisfy { $0.theirs == nil } == true)
    world.press("Esc U")
    #expect(world.desk.toast?.text.hasPrefix("There is nothing of yours to undo") == true)
  }

  @Test("U again takes back what came before; what cannot be taken back ends the row")
  func takesBackMore() throws {
    var world = page(Sample.manager, try Sample.returned())
    world.press("r")
    world.type("medium")
    world.press("Ctrl-S +")
    world.type("Spoke to the school")
    world.press("Ctrl-S")
    #expect(world.child?.page.child.withdrawn.isEmpty == true && world.recorded.count == 2)
    world.press("U")
    #expect(
      world.desk.toast?.text.hasPrefix("Withdrawn: Note added.") == true
        && world.desk.toast?.text.hasSuffix("U again: Risk assessed.") == true)
    world.press("U")
    #expect(world.desk.toast?.text.hasPrefix("Withdrawn: Risk assessed.") == true)
    #expect(world.child?.page.child.withdrawn.count == 2)
    world.press("U")
    #expect(world.desk.toast?.text.hasPrefix("There is nothing of yours to undo") == true)
  }

  @Test("nobody takes back what was done while somebody else was played")
  func notForOthers() throws {
    var world = page(Sample.manager, try Sample.returned())
    world.desk.colleagues = [Sample.manager, Sample.worker]
    world.press("r")
    world.type("low")
    world.press("Ctrl-S Esc P Down Enter U")
    #expect(world.desk.me == Sample.worker)
    #expect(world.desk.toast?.text.hasPrefix("There is nothing of yours to undo") == true)
  }

  @Test("what was discarded comes back by U")
  func discardedComesBack() throws {
    var world = page(Sample.worker, try Sample.returned())
    world.press("+")
    world.type("a long thought")
    world.press("Ctrl-D")
    #expect(world.desk.toast?.text == "Discarded. U brings it back" && world.drafts.isEmpty)
    world.press("U")
    #expect(world.form?.typed("text") == "a long thought")
  }

  @Test("acts that are confirmed are not undone by a key")
  func confirmedActs() throws {
    var world = page(Sample.manager, try Sample.closed())
    world.press("a n Ctrl-S y")
    world.press("U")
    #expect(world.recorded.count == 1)
    #expect(
      world.desk.toast?.text
        == "“Acknowledged” is not undone. Reopen the record instead, or correct what it says; all of it stays. "
        + "W on a line of the timeline withdraws an earlier entry.")
    for kind in [
      EventKind.recordClosed, .acknowledged, .meetingCancelled, .finalised,
    ] {
      #expect(Withdrawal.isNever.contains(kind))
    }
  }

  @Test("e on a line of the timeline puts right what it says; the journal keeps both")
  func corrects() throws {
    // Newest first: the attempt, the return, the plan, the rating.
    var world = page(Sample.worker, try Sample.returned(), line: 0)
    world.press("e")
    #expect(world.form?.title == "Correct · Interview attempt · Pryce-Morgan, Siân")
    #expect(world.form?.typed("to") == "Siân" && world.form?.typed("at") == "21/11/2026 11:20")
    world.press("Ctrl-S")
    #expect(world.form?.entries.first?.error == "Nothing is changed yet")
    world.goTo("answer")
    world.press("m Tab")
    world.type("slip of the finger")
    world.press("Ctrl-S")
    #expect(world.recorded.count == 1, "\(world.desk.toast?.text ?? "")")
    let attempt = world.children["C-0412"]?.episodes.last?.attempts.last
    #expect(attempt?[.answer] == .messageLeft)
    let history = world.children["C-0412"]?.history
    #expect(history?.first { $0.kind == .rhiOffered }?[.answer] == .noAnswer)
    #expect(history?.last?[.reason] == nil || history?.last?.kind == .corrected)
  }

  @Test("a value is corrected, not taken away, and a reason is asked for")
  func needsReason() throws {
    var world = page(Sample.worker, try Sample.returned(), line: 0)
    world.press("e")
    world.goTo("to")
    world.press("Ctrl-U Ctrl-S")
    let errors = world.form?.entries.compactMap(\.error) ?? []
    #expect(errors.contains { $0.contains("not taken away") })
    #expect(errors.contains { $0.hasPrefix("Why it is corrected is needed") })
  }

  @Test("W withdraws a line with a reason, and it is shown as withdrawn")
  func withdraws() throws {
    var world = page(Sample.worker, try Sample.returned(), line: 0)
    world.press("W")
    world.type("wrong child")
    world.press("Ctrl-S")
    #expect(world.recorded.count == 1, "\(world.desk.toast?.text ?? "")")
    #expect(world.children["C-0412"]?.episodes.last?.attempts.isEmpty == true)
    #expect(render(world.desk).text.contains { $0.contains("✗ withdrawn: Interview attempt") })
    world.desk.size = Desk.Size(width: 120, height: 40)
    #expect(render(world.desk).text.contains { $0.contains("no answer, wrong child") })
    world.press("e")
    #expect(world.desk.toast?.text == "This line was withdrawn and counts no longer")
  }

  @Test("what is never withdrawn says what to do instead")
  func neverWithdrawn() throws {
    var world = page(Sample.manager, try Sample.closed(), line: 0)
    world.press("W")
    #expect(world.form == nil)
    #expect(world.desk.toast?.text.contains("Reopen the record instead") == true)
    world.press("R")
    #expect(world.form?.title.hasPrefix("Reopened · ") == true)
    world.type("new information")
    world.press("Ctrl-S")
    #expect(world.children["C-0412"]?.currentRecord?.closed == nil)
  }

  @Test("without a line of the timeline, correcting says where lines are")
  func withoutALine() throws {
    var world = page(Sample.worker, try Sample.returned())
    world.press("e")
    #expect(world.desk.toast?.text == "Tab goes to the timeline; there choose the line")
  }
}

@Suite("A desk that only looks")
struct ReadOnlyTests {
  @Test("says so, and says why nothing is recorded, at every key that would")
  func saysSo() throws {
    let child = try Sample.returned()
    for command in CommandTable.all where command.contexts.contains(.episode) {
      for person in [Sample.manager, Sample.worker, Sample.coordinator] {
        var desk = Sample.desk(me: person)
        var screen = ChildScreen(page: Sample.page(child), step: nil)
        screen.isTimelineFocused = true
        desk.stack = [.child(screen)]
        desk.isReadOnly = true
        desk.undoable = [
          .act(RecordedAct(child: "C-0412", number: 1, title: "x"), draftKey: "k", draft: nil)
        ]
        let effects = command.disabled(desk) == nil ? command.run(&desk) : []
        #expect(
          !effects.contains { effect in
            switch effect {
            case .submit, .receive, .withdraw, .keepDraft, .loadChild(_, .form),
              .loadChild(_, .correct):
              true
            default: false
            }
          }, "\(command.id) as \(person.name)")
      }
    }
    var desk = Sample.desk(me: Sample.manager)
    desk.isReadOnly = true
    _ = press(&desk, "r")
    #expect(desk.toast?.text == "This desk was opened to read only; nothing is recorded here")
    #expect(render(desk).text.first?.contains("READ ONLY") == true)
    for (width, name) in [(80, "K. Thorne · Team manager"), (60, "K. Thorne"), (40, "Northbrook")] {
      var narrow = desk
      narrow.size.width = width
      let title = render(narrow).text[0]
      #expect(title.contains(name) && title.contains("READ ONLY"), "\(title)")
    }
  }

  @Test("reads a report instead of triaging it")
  func readsAReport() {
    var world = World(Sample.desk(me: Sample.frontDoor, tray: .frontDoor, rows: [Sample.report]))
    world.desk.isReadOnly = true
    world.press("Enter")
    #expect(world.desk.context == .reading)
    world.press("Esc n")
    #expect(world.desk.stack.isEmpty)
  }
}

@Suite("A report set aside")
struct SetAsideTests {
  @Test("from the tray or from its triage, with a decision and a reason")
  func setAside() {
    for keys in ["S", "Enter F8"] {
      var world = World(Sample.desk(me: Sample.frontDoor, tray: .frontDoor, rows: [Sample.report]))
      world.press(keys)
      world.press("Ctrl-S")
      #expect(world.form?.entries.compactMap(\.error).count == 2)
      world.press("d Tab")
      world.type("came twice")
      world.press("Ctrl-S")
      let sent = world.recorded.values.first
      #expect(sent?.act == .setAside(report: "R-2026-0077"))
      #expect(sent?.body[.decision] == "duplicate" && sent?.body[.reason] == "came twice")
      #expect(world.desk.stack.isEmpty, "the tray is in front, not the triage of what is settled")
    }
  }

  @Test("the form says whose report it is, and F3 reads it")
  func whose() throws {
    for keys in ["S", "Enter F8"] {
      var world = World(Sample.desk(me: Sample.frontDoor, tray: .frontDoor, rows: [Sample.report]))
      let draft = try #require(world.reports["R-2026-0077"])
      let name = try #require(draft.values["family-name"]?.typed)
      world.press(keys)
      let form = try #require(world.form)
      #expect(form.title.contains(name) && form.title.contains("R-2026-0077"), "\(form.title)")
      #expect(form.head.contains { $0.contains(name) }, "\(form.head)")
      world.press("F3")
      guard case .text(let title, let lines, _)? = world.desk.stack.last else {
        Issue.record("F3 shows no report")
        return
      }
      #expect(title == "Report R-2026-0077" && !lines.isEmpty)
      world.press("Esc")
      #expect(world.form?.title == form.title, "the form is in front again")
      world.press("F9")
      let shown = render(world.desk).text.joined(separator: "\n")
      #expect(!shown.contains(name), "a hidden name is hidden there, too")
    }
  }

  @Test("after U, and after it is taken back from the list, the report that came back is selected")
  func comesBack() {
    let rows = (1...4).map { number in
      var row = TrayRow(
        kind: .report(reference: "R-2026-000\(number)"), child: "", name: "Hassan, Ali?",
        reference: "R-2026-000\(number)", title: "Triage report", due: nil, opens: Sample.now,
        planned: nil, attempts: 0, rules: [])
      row.report = Sample.report.report
      return row
    }
    func aside() -> World {
      var world = World(
        Sample.desk(me: Sample.frontDoor, tray: .frontDoor, rows: rows), rows: rows)
      world.press("Down S d Tab")
      world.type("came twice")
      world.rows.remove(at: 1)
      world.press("Ctrl-S")
      return world
    }
    var world = aside()
    #expect(world.desk.trays.selectedRow == rows[2])
    world.press("Down")
    world.rows = rows
    world.press("U")
    #expect(world.recorded.values.contains { $0.act == .takeBack(report: "R-2026-0002") })
    #expect(world.desk.trays.selectedRow == rows[1])

    world = aside()
    world.press("Z")
    world.arrive(
      .asides([
        AsideRow(
          reference: "R-2026-0002", name: "Al-Khatib, Yousef?", title: "", decision: "duplicate",
          by: "F", at: nil, reason: "")
      ]))
    world.press("Enter")
    world.type("another child")
    world.rows = rows
    world.press("Ctrl-S Esc")
    #expect(world.desk.trays.selectedRow == rows[1])

    // Where it could not be taken back, the selection stays.
    world = aside()
    world.isSilent = true
    world.press("U")
    world.arrive(.failed("The disk is full"))
    world.isSilent = false
    world.arrive(.changedByOthers)
    #expect(world.desk.trays.selectedRow == rows[2])
  }

  @Test("only who triages may, and only a report")
  func onlyAReport() {
    var desk = Sample.desk(me: Sample.worker)
    _ = press(&desk, "S")
    #expect(desk.toast?.text == "No report is selected")
    desk = Sample.desk(me: Sample.worker, tray: .frontDoor, rows: [Sample.report])
    _ = press(&desk, "S")
    #expect(desk.toast?.text.contains("you may not record") == true)
  }
}
