import Desk
import Grid
import Testing
import Workflow

@Suite("What would be refused anyway")
struct BeforehandTests {
  private func row(_ step: StepName, away: Bool) -> TrayRow {
    var row = Sample.row(
      412, name: "Pryce-Morgan, Siân 15", due: "2026-11-24 17:00", title: step.title, step: step,
      child: "C-0412")
    row.absence = .init(
      started: Sample.at("2026-11-19 21:15"), returned: away ? nil : Sample.at("2026-11-21 08:10"))
    return row
  }

  @Test("is said before a form opens: closing the record of a child who is away")
  func closingWhileAway() throws {
    let row = row(.monitoring, away: true)
    var world = World(
      Sample.desk(me: Sample.worker, rows: [row]), [try Sample.missing()], rows: [row])
    world.press("c")
    #expect(world.desk.stack.isEmpty && world.recorded.isEmpty)
    #expect(
      world.desk.toast?.text == "Pryce-Morgan, Siân 15 is still away; b records the return first")
  }

  @Test("is said by rule and way forward once the child is read: acknowledging what is not closed")
  func acknowledgingTooEarly() throws {
    let row = row(.rhiOffer, away: false)
    var world = World(
      Sample.desk(me: Sample.manager, rows: [row]), [try Sample.returned()], rows: [row])
    world.press("a")
    #expect(world.desk.stack.isEmpty && world.recorded.isEmpty)
    #expect(world.desk.toast?.text.contains("There is no closure to acknowledge yet") == true)
  }

  @Test("nothing typed is out of reach: a draft is opened all the same, and says it above")
  func draftIsOpened() throws {
    let row = row(.closeRecord, away: false)
    var world = World(
      Sample.desk(me: Sample.worker, rows: [row]), [try Sample.returned()], rows: [row])
    world.press("c")
    world.type("back and well")
    world.press("Esc")
    #expect(world.drafts.count == 1)
    let again = try Sample.record(
      .recordClosed, "2026-11-21 17:00", on: try Sample.returned(), by: Sample.worker,
      Body(["reason": .text("closed by another")]))
    world.children["C-0412"] = again
    world.press("c")
    #expect(world.form?.typed("reason") == "back and well")
    world.press("Ctrl-S")
    #expect(world.desk.context == .form && world.recorded.isEmpty)
    #expect(world.desk.toast?.text.contains("closed this record") == true)
  }

  @Test("a decision is not ticked off: x opens the form that asks for it")
  func notTickedOff() throws {
    let row = row(.riskRating, away: true)
    var world = World(
      Sample.desk(me: Sample.manager, rows: [row]), [try Sample.missing()], rows: [row])
    let page = Sample.page(try Sample.missing())
    let step = try #require(page.steps.first { $0.id.step == .riskRating })
    let own = TrayRow(
      kind: .step(id: step.id.text, name: .riskRating), child: "C-0412", name: row.name,
      reference: row.reference, title: row.title, due: nil, opens: row.opens, planned: nil,
      attempts: 0, rules: [])
    world = World(Sample.desk(me: Sample.manager, rows: [own]), [try Sample.missing()], rows: [own])
    world.press("x")
    #expect(world.form?.title.hasPrefix("Risk assessed") == true)
  }

  @Test(
    "what is looked for by an answer or another word is found: amber, high, accepted, hold",
    arguments: [
      ("hold", "record-held"), ("amber", "record-rag-set"), ("high", "risk"), ("accepted", "offer"),
      ("quorate", "meeting"),
    ])
  func foundByAnswer(word: String, id: String) throws {
    var world = World(Sample.desk(me: Sample.manager), [try Sample.returned()])
    world.press("Down E")
    world.type(word)
    guard case .help(let help)? = world.desk.stack.last else {
      Issue.record("no list")
      return
    }
    #expect(help.filter == word && help.isOfRecords)
    #expect(
      render(world.desk).text.contains { $0.contains(CommandTable.named(id)?.sentence ?? "?") })
  }

  @Test(
    "an interview with nothing in it is not taken for work done: the child's page says what is missing"
  )
  func emptyInterview() throws {
    let child = try Sample.record(
      .rhiHeld, "2026-11-21 15:00", on: try Sample.returned(), by: Sample.worker)
    let desk = Sample.desk(
      me: Sample.worker, showing: .child(ChildScreen(page: Sample.page(child), step: nil)))
    #expect(
      render(desk).text.contains {
        $0.contains("? Still to be filled in (8 things, F): Interview held (Sat")
      })
    let whole = Sample.desk(
      me: Sample.worker,
      showing: .child(ChildScreen(page: Sample.page(try Sample.closed()), step: nil)))
    #expect(!render(whole).text.contains { $0.contains("Still to be filled in") })
  }

  @Test("what ending a record leaves undone stands in its form, a line each")
  func undoneIsListed() throws {
    let row = row(.closeRecord, away: false)
    var world = World(
      Sample.desk(me: Sample.worker, rows: [row]), [try Sample.returned()], rows: [row])
    world.press("c")
    let lines = try #require(world.form?.undone)
    #expect(lines.first?.contains("stays as left undone, for the reason that you give") == true)
    #expect(
      lines.contains {
        $0.hasPrefix("✗ Offer interview (yours), due") && $0.hasSuffix(": given up")
      })
    let text = render(world.desk).text
    #expect(text.contains { $0.contains("✗ Offer interview") })
    // What there is no room for is counted in steps, those that are given up among them.
    world.desk.size = Desk.Size(width: 80, height: 14)
    let hidden = lines.dropFirst().count { ["✗", "→", "✓", "–"].contains($0.prefix(1)) }
    let given = lines.count { $0.hasPrefix("✗") }
    #expect(
      render(world.desk).text.contains {
        $0.contains("… \(hidden) more step") && $0.contains(", \(given) given up: F6 lists all")
      })
  }

  @Test(
    "nobody gives up what has a limit without a word on why, and the question before it names it")
  func whyLeftUndone() throws {
    let row = row(.closeRecord, away: false)
    var world = World(
      Sample.desk(me: Sample.worker, rows: [row]), [try Sample.returned()], rows: [row])
    world.press("c")
    #expect(world.form?.entries.last?.field.name == "left-undone")
    world.type("ok")
    world.press("Ctrl-S")
    #expect(world.desk.context == .form && world.recorded.isEmpty)
    #expect(world.desk.toast?.text == "One line needs a look: Why left undone")
    world.type("moved to Leeds today, they hold the interview")
    world.press("Ctrl-S")
    #expect(world.desk.context == .confirm)
    let asked = render(world.desk).text.joined(separator: " ")
    #expect(asked.contains("It leaves") && asked.contains("Offer interview"))
    world.press("y")
    let closed = try #require(world.recorded.values.first)
    #expect(closed.body[.leftUndone] == "moved to Leeds today, they hold the interview")
  }

  @Test("where nothing is given up nothing is asked, and what was typed for it is not lost")
  func nothingLeftUndone() throws {
    let row = row(.closeRecord, away: false)
    var world = World(
      Sample.desk(me: Sample.worker, rows: [row]), [try Sample.returned()], rows: [row])
    world.press("c Tab")
    world.type("they hold it")
    // Meanwhile others do all that was open.
    let note = Body(["text": .text("Done by phone")])
    let once = try Sample.record(
      .noteAdded, "2026-11-21 18:00", on: Sample.returned(), by: Sample.manager,
      note)
    let page = Sample.page(once)
    let whole = ChildPage(child: once, steps: [], procedure: page.procedure)
    world.arrive(.page(whole, purpose: .refresh))
    let form = try #require(world.form)
    #expect(!form.entries.contains { $0.field.name == "left-undone" } && form.undone.isEmpty)
    let twice = try Sample.record(
      .noteAdded, "2026-11-21 18:30", on: once, by: Sample.manager, note)
    world.arrive(.page(Sample.page(twice), purpose: .refresh))
    #expect(world.form?.typed("left-undone") == "they hold it")
    #expect(world.form?.entries.last?.field.name == "left-undone")
  }

  @Test("the form of a meeting begins with when it was held, and knows kind and chair")
  func meetingForm() throws {
    let page = Sample.page(try Sample.missing())
    let step = try #require(page.steps.first { $0.isOpen && $0.id.step.isMeeting })
    let row = TrayRow(
      kind: .step(id: step.id.text, name: step.id.step), child: "C-0412",
      name: "Pryce-Morgan, Siân",
      reference: "E-2026-0412", title: step.id.step.title, due: step.due, opens: step.opens,
      planned: nil, attempts: 0, rules: [])
    var world = World(
      Sample.desk(me: Sample.manager, rows: [row]), [try Sample.missing()], rows: [row])
    world.press("m")
    let form = try #require(world.form)
    #expect(form.typed("kind") == step.id.step.rawValue && !form.typed("chair").isEmpty)
    #expect(form.entries[form.focus].field.name == "at")
  }

  @Test("steps of a child are ticked off together, each by itself, and taken back one by one")
  func bulkDone() throws {
    let rows = [StepName.notifyParents, .iroReturnNotice, .riskRating].enumerated().map {
      place, step in
      TrayRow(
        kind: .step(id: "E-2026-0412.\(step.rawValue).1", name: step), child: "C-0412",
        name: "Pryce-Morgan, Siân 15", reference: "E-2026-0412", title: step.title, due: nil,
        opens: Sample.at("2026-11-19 22:10"), planned: nil, attempts: 0, rules: [])
    }
    var desk = Sample.desk(me: Sample.worker, rows: rows)
    _ = press(&desk, "Space Space Space x")
    guard case .bulk(let asked)? = desk.stack.last else {
      Issue.record("nothing is asked")
      return
    }
    #expect(asked.act == .done && asked.rows.count == 2)
    #expect(asked.leftOut.map(\.sentence).first?.contains("rate the risk is decided") == true)
    let effects = press(&desk, "y")
    guard case .bulk(let work)? = effects.first else {
      Issue.record("nothing is sent")
      return
    }
    #expect(
      work.items.map { $0.submission.body[.step] } == ["notify-parents", "iro-return-notice"])
    #expect(work.items.allSatisfy { $0.submission.body[.episode] == "E-2026-0412" })
    let done = (1...2).map { number in
      BulkOutcome(
        name: "Pryce-Morgan, Siân", isDone: true, sentence: "step done",
        act: RecordedAct(child: "C-0412", number: number, title: "Step done"))
    }
    _ = update(&desk, .bulkDone(done))
    // From the very page that says what came of them, back to the tray.
    guard case .withdraw(let last, _)? = press(&desk, "U").last else {
      Issue.record("nothing is undone")
      return
    }
    #expect(last.number == 2 && desk.stack.isEmpty)
    _ = update(&desk, .withdrawn(sentence: "Withdrawn.", child: "C-0412"))
    guard case .withdraw(let first, _)? = press(&desk, "U").first else {
      Issue.record("the one before is not undone")
      return
    }
    #expect(first.number == 1)
  }
}
