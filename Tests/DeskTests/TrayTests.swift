import Grid
import Testing
import Workflow

@testable import Desk

@Suite("Trays")
struct TrayTests {
  @Test("the selection stays on its row when rows come and go above it")
  func theSelectionStays() {
    var world = World(Sample.desk())
    world.press("Down Down")
    #expect(world.desk.trays.selectedRow == Sample.seven[2])
    let new = Sample.row(500, name: "New, Child 12", due: "2026-11-20 08:00")
    world.rows = [new, new] + Sample.seven
    world.rows[0] = Sample.row(501, name: "New, Other 12", due: "2026-11-20 07:00")
    world.arrive(.changedByOthers)
    #expect(world.desk.trays.selected == 4)
    #expect(world.desk.trays.selectedRow == Sample.seven[2])
    world.rows.removeFirst(3)
    world.arrive(.changedByOthers)
    #expect(world.desk.trays.selected == 1)
    #expect(world.desk.trays.selectedRow == Sample.seven[2])
  }

  @Test("a tray in which work waits can be gone to, whichever it is")
  func everyTrayWithWorkIsThere() {
    var trays = TraysScreen(tray: .rhi)
    #expect(trays.switchable == TraysScreen.shown)
    trays.counts = [TrayCount(tray: .mashManager, open: 2, overdue: 1, today: 0)]
    #expect(trays.switchable == TraysScreen.shown + [.mashManager])
    trays.show(TrayQuery(tray: .screening))
    #expect(trays.switchable == TraysScreen.shown + [.mashManager, .screening])
  }

  @Test("the row stays at its place on the screen in a long tray, too")
  func theRowStaysAtItsPlace() {
    var world = World(Sample.desk(rows: Sample.many), rows: Sample.many)
    for _ in 1...50 { world.press("Down") }
    let (row, place) = (world.desk.trays.selectedRow, world.desk.trays.selected)
    let line = place - world.desk.trays.top
    world.rows.insert(Sample.row(900, name: "New, Child 12", due: "2026-11-20 08:00"), at: 0)
    world.arrive(.changedByOthers)
    #expect(world.desk.trays.selectedRow == row && world.desk.trays.selected == place + 1)
    #expect(world.desk.trays.selected - world.desk.trays.top == line)
  }

  @Test("going down or up a long tray moves its rows seldom, and never loses the selection")
  func rowsMoveSeldom() {
    var world = World(Sample.desk(rows: Sample.many), rows: Sample.many)
    for key in ["Down", "Up"] {
      // Twelve rows are seen; eight lines are passed at a time.
      var moves = 0
      for _ in 1...48 {
        let before = world.desk.trays.top
        world.press(key)
        let trays = world.desk.trays
        if trays.top != before { moves += 1 }
        #expect(trays.top <= trays.selected && trays.selected < trays.top + 12)
      }
      #expect((1...7).contains(moves), "\(key) \(moves)")
    }
  }

  @Test("a selected row that is gone is told, and nothing is done to another by a key before")
  func aRowThatIsGoneIsTold() {
    var world = World(Sample.desk())
    world.press("Down")
    world.rows.remove(at: 1)
    world.arrive(.changedByOthers)
    #expect(
      world.desk.toast?.text
        == "Pryce-Morgan, Siân 15: offer interview is no longer in this tray; now on "
        + "Hassan, Amina 13: hold interview")
  }

  @Test("rows beyond what is loaded are asked for, and only then")
  func rowsAreAskedFor() {
    var world = World(Sample.desk(rows: Sample.many), rows: Sample.many)
    world.arrive(.changedByOthers)
    world.effects = []
    world.press("Down PgDn")
    #expect(world.effects.isEmpty, "a page on either side is there already")
    world.press("G")
    #expect(world.desk.trays.selected == 199 && world.desk.trays.selectedRow == Sample.many[199])
    guard case .loadTray(let question, _) = world.effects.first else {
      Issue.record("nothing was asked for")
      return
    }
    #expect(question.offset == 176 && question.limit == 36 && question.anchor == nil)
    #expect(!question.isCounted, "to scroll changes no count")
    world.press("g")
    #expect(world.desk.trays.selectedRow == Sample.many[0])
  }

  @Test("the next page is there before anybody gets to it, either way")
  func nextPageIsThere() {
    var world = World(Sample.desk(rows: Sample.many), rows: Sample.many)
    world.arrive(.changedByOthers)
    for key in Array(repeating: "PgDn", count: 12) + Array(repeating: "PgUp", count: 12) {
      var pressed = world.desk
      _ = press(&pressed, key)
      #expect(pressed.isVisibleLoaded, "\(key) at \(world.desk.trays.top)")
      world.press(key)
    }
  }

  @Test("every row of a long tray can be reached line by line")
  func everyRowCanBeReached() {
    var world = World(Sample.desk(rows: nil), rows: Sample.many)
    world.arrive(.changedByOthers)
    for place in 0..<200 {
      #expect(world.desk.trays.selectedRow == Sample.many[place])
      world.press("j")
    }
  }

  @Test("late rows of another question or another tray are not shown")
  func lateRowsAreNotShown() {
    var desk = Sample.desk()
    let first = press(&desk, "Tab")
    let second = press(&desk, "Tab")
    guard case .loadTray(let earlier, let old) = first.first,
      case .loadTray(let later, let new) = second.first
    else {
      Issue.record("nothing was asked for")
      return
    }
    let (tray, shown) = (earlier.query.tray, later.query.tray)
    _ = update(&desk, .window(Sample.window(Sample.seven, in: tray), generation: old))
    #expect(desk.trays.window?.query.tray != tray)
    _ = update(&desk, .window(Sample.window([], in: shown), generation: new))
    _ = update(&desk, .window(Sample.window(Sample.seven, in: shown), generation: old))
    #expect(desk.trays.window?.rows.isEmpty == true)
  }

  @Test("a step's selection stays on the child's page, and the timeline's line, too")
  func aStepsSelectionStays() throws {
    let child = try Sample.returned()
    var world = World(Sample.desk(), [child])
    world.press("Down Enter Down")
    let step = world.child?.selectedStep?.id
    world.children[child.id] = try Sample.record(
      .returned, "2026-11-21 08:10", on: Sample.missing(), by: Sample.worker)
    world.arrive(.changedByOthers)
    #expect(world.child?.selectedStep?.id == step)

    world.children[child.id] = child
    world.arrive(.changedByOthers)
    world.press("Tab Down Down")
    let line = world.child.map { $0.timeline[$0.line] }
    world.children[child.id] = try Sample.record(
      .noteAdded, "2026-11-21 19:39", on: child, by: Sample.worker, Body(["text": .text("Seen")]))
    world.arrive(.changedByOthers)
    #expect(world.child.map { $0.timeline[$0.line] } == line)
  }

  @Test("a window of 1×1 and back keeps everything where it was")
  func aTinyWindowKeepsEverything() {
    var world = World(Sample.desk(rows: Sample.many), rows: Sample.many)
    for _ in 1...30 { world.press("Down") }
    let row = world.desk.trays.selectedRow
    world.press("Resize:1x1")
    #expect(render(world.desk).width == 1)
    world.press("Resize:0x0 Resize:80x24")
    #expect(world.desk.trays.selectedRow == row && render(world.desk).height == 24)
    #expect(world.desk.trays.top <= 30 && 30 < world.desk.trays.top + 12)
  }

  @Test("that the register has no birthday of a child is said on the page and in the pane")
  func noBirthday() throws {
    var row = Sample.row(1, name: "Hassan, Mohamed", due: nil)
    func pane() -> String { render(Sample.desk(rows: [row])).text.joined(separator: "\n") }
    #expect(!pane().contains("no date of birth"))
    row.lacksBirthday = true
    #expect(pane().contains("Hassan, Mohamed · no date of birth · E-2026-0001"))

    let known = try Sample.returned()
    var events = known.history
    events[0] = Event(
      kind: events[0].kind,
      body: Body(events[0].body.values.filter { $0.key != "born" }), occurred: events[0].occurred,
      recorded: events[0].recorded, by: events[0].by, sequence: events[0].sequence)
    func header(_ child: ChildCase) -> String {
      render(Sample.desk(showing: .child(ChildScreen(page: Sample.page(child), step: nil))))
        .text.joined(separator: "\n")
    }
    #expect(!header(known).contains("no date of birth"))
    #expect(
      header(ChildCase(id: known.id, history: events)).contains(
        "Pryce-Morgan, Siân · no date of birth"))
  }

  @Test(
    "what the manager wrote on sending a record back is read whole below the tray at 80 columns")
  func sentBackIsWhole() {
    var row = Sample.row(
      412, name: "Pryce-Morgan, Siân 15", due: nil, title: "Sent back: put right and close",
      step: .closeRecord)
    let words =
      "sent back by K. Thorne Sat 21 Nov 19:10: the section 47 meeting that the disclosure asks for has "
      + "to be arranged before this record ends, and her social worker must be told tonight, not on Monday"
    row.note = words
    let text = render(Sample.desk(rows: [row])).text.joined(separator: " ")
      .split(whereSeparator: { $0 == " " || $0 == "│" }).joined(separator: " ")
    #expect(text.contains(words.capitalisedFirst), "\(text)")
    row.note = words + " " + words
    let cut = render(Sample.desk(rows: [row])).text
    #expect(cut.contains { $0.contains(" … w") }, "what is cut says which key shows it")
  }
}
