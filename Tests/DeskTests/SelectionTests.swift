import Desk
import Grid
import Testing
import Workflow

@Suite("Where the selection stands after something happened")
struct SelectionTests {
  private let interview = Sample.row(
    412, name: "Pryce-Morgan, Siân 15", due: "2026-11-24 08:10", title: "Hold interview",
    step: .rhiInterview, child: "C-0412")

  @Test("after an act on the child's other row, where that is on the screen")
  func sameChild() throws {
    var world = World(Sample.desk(me: Sample.worker), [try Sample.returned()])
    world.press("Down o n")
    world.rows = Sample.seven.filter { $0.child != "C-0412" } + [interview]
    world.press("Ctrl-S")
    #expect(world.recorded.count == 1)
    #expect(world.desk.trays.selectedRow == interview)
    #expect(!world.desk.trays.isStray)
    #expect(world.desk.toast?.text == "Interview attempt recorded. U undoes it.")
  }

  @Test("after an act on one of a child's rows, on the next of them, not on the first")
  func nextOfOne() throws {
    let steps: [StepName] = [.riskRating, .rhiOffer, .rhiInterview, .closeRecord]
    let rows = steps.enumerated().map { place, step in
      Sample.row(
        600 + place, name: "Pryce-Morgan, Siân 15", due: "2026-11-24 08:10", title: step.title,
        step: step, child: "C-0412")
    }
    var world = World(
      Sample.desk(me: Sample.worker, rows: rows), [try Sample.returned()], rows: rows)
    world.press("Down o n")
    world.rows.remove(at: 1)
    world.press("Ctrl-S")
    #expect(world.recorded.count == 1)
    #expect(world.desk.trays.selectedRow == rows[2])
  }

  @Test("after an act on the next row, where the child's other one lies further down the tray")
  func farSibling() throws {
    let others = (500..<560).map {
      Sample.row($0, name: "Other \($0)", due: "2026-11-23 09:00", child: "C-0\($0)")
    }
    let rows = Array(Sample.seven.prefix(2)) + others
    var world = World(
      Sample.desk(me: Sample.worker, rows: rows), [try Sample.returned()], rows: rows)
    world.press("Down o n")
    world.rows = [rows[0]] + others + [interview]
    world.press("Ctrl-S")
    #expect(world.recorded.count == 1 && world.desk.trays.selected == 1)
    #expect(world.desk.trays.selectedRow == others[0] && !world.desk.trays.isStray)
    #expect(world.desk.toast?.text.contains("Now on Other 500") == true)
  }

  @Test("after an act that leaves the child no row, on the next, which is named")
  func nextRow() throws {
    var world = World(Sample.desk(me: Sample.worker), [try Sample.returned()])
    world.press("Down o n")
    world.rows.remove(at: 1)
    world.press("Ctrl-S")
    #expect(world.desk.trays.selectedRow?.child == "C-407" && !world.desk.trays.isStray)
    #expect(
      world.desk.toast?.text
        == "Interview attempt recorded. U undoes it. Now on Hassan, Amina 13: hold interview.")
  }

  @Test("when others take the row away, the next act asks whether that child is meant")
  func stray() throws {
    var world = World(Sample.desk(me: Sample.worker), [try Sample.returned()])
    world.press("Down")
    world.rows.remove(at: 1)
    world.arrive(.changedByOthers)
    #expect(world.desk.trays.isStray)
    world.effects = []
    world.press("o")
    #expect(world.effects.isEmpty && world.desk.stack.isEmpty)
    #expect(world.desk.toast?.text.contains("This is Hassan, Amina 13") == true)
    world.press("o")
    #expect(world.effects == [.loadChild("C-407", .form(.rhiOffered, preset: Body()))])
    // A move is a choice: nothing is asked after it.
    world.isSilent = false
    world.press("Esc")
    world.rows.remove(at: 1)
    world.arrive(.changedByOthers)
    #expect(world.desk.trays.isStray)
    world.press("Down")
    #expect(!world.desk.trays.isStray)
  }

  @Test("at the head of a tray what comes above is seen; further down the rows stay where they are")
  func comesAbove() throws {
    let rows = (500..<560).map {
      Sample.row($0, name: "Other \($0)", due: "2026-11-23 09:00", child: "C-0\($0)")
    }
    let new = Sample.row(499, name: "New 499", due: "2026-11-22 09:00", child: "C-0499")
    for (keys, isHead) in [("Down Down", true), ("PgDn PgDn PgDn", false)] {
      var world = World(Sample.desk(me: Sample.worker, rows: rows), rows: rows)
      world.press(keys)
      let (chosen, top) = (world.desk.trays.selectedRow, world.desk.trays.top)
      world.rows = [new] + rows
      world.arrive(.changedByOthers)
      #expect(world.desk.trays.selectedRow == chosen)
      #expect(world.desk.trays.top == (isHead ? 0 : top + 1), "\(keys)")
    }
  }

  @Test("a row that moved further than a screen is found, not lost")
  func movedFar() {
    var world = World(Sample.desk(rows: Sample.many), rows: Sample.many)
    world.press("Down Down Down")
    let row = world.desk.trays.selectedRow
    world.rows =
      (1000..<1100).map { Sample.row($0, name: "New, Child \($0)", due: "2026-11-20 08:00") }
      + Sample.many
    world.arrive(.changedByOthers)
    #expect(world.desk.trays.selectedRow == row && world.desk.trays.selected == 103)
    #expect(world.desk.trays.selected - world.desk.trays.top == 3, "at its place on the screen")
  }

  @Test("keys wait until the tray that they are meant for is read")
  func keysWait() {
    var desk = Sample.desk()
    let asked = press(&desk, "2")
    #expect(press(&desk, "Down Enter").isEmpty && desk.trays.selectedRow == nil)
    guard case .loadTray(let question, let generation) = asked.first else { return }
    let effects = update(
      &desk, .window(Sample.window(Sample.seven, question), generation: generation))
    #expect(effects == [.loadChild("C-0412", .show(step: "E-2026-0412.rhi-offer.1"))])
  }

  @Test("a key after Enter waits for the rows of the filter, too")
  func keysWaitForTheFilter() {
    var desk = Sample.desk()
    let asked = press(&desk, "\\ p h Enter Space")
    #expect(desk.trays.marks.isEmpty && desk.toast == nil)
    guard case .loadTray(let question, let generation) = asked.last else {
      Issue.record("nothing was asked for")
      return
    }
    _ = update(&desk, .window(Sample.window(Sample.seven, question), generation: generation))
    #expect(desk.trays.marks.map(\.name) == ["Pham, Linh 16"])
  }

  @Test(
    "a question for rows is asked once a page, not once a key, and asks for three pages at most")
  func cost() {
    let many = (1...3_000).map { Sample.row($0, name: "Child \($0)", due: "2026-12-01 08:00") }
    var world = World(Sample.desk(120, 40, rows: many), rows: many)
    world.arrive(.changedByOthers)
    world.effects = []
    for _ in 1...240 { world.press("j") }
    let asked = world.effects.compactMap { effect -> TrayQuestion? in
      if case .loadTray(let question, _) = effect { question } else { nil }
    }
    let page = 24
    #expect(asked.count <= 240 / page + 1, "\(asked.count) questions for 240 keys")
    #expect(asked.allSatisfy { $0.limit <= 3 * 26 && !$0.isCounted })
    #expect(world.effects.count == asked.count, "and nothing else")
    #expect(world.desk.trays.selectedRow == many[240])
  }
}

@Suite("One act for several rows")
struct BulkTests {
  private func acknowledge(_ number: Int, _ child: String) -> TrayRow {
    var row = Sample.row(
      number, name: "Child \(number)", due: "2026-11-24 17:00", title: "Acknowledge",
      step: .acknowledge, child: child)
    row.version = nil
    return row
  }

  private func world() throws -> World {
    let first = try Sample.closed()
    let second = try Sample.returned()
    var rows = [acknowledge(412, first.id), acknowledge(413, "C-0413"), Sample.seven[2]]
    rows[0].version = first.version
    rows[1].version = second.version
    var world = World(
      Sample.desk(me: Sample.manager, tray: .teamManager, rows: rows), [first], rows: rows)
    // Somebody reopened the second meanwhile.
    world.children["C-0413"] = second
    return world
  }

  @Test("each row is its own command, and what one is refused does not keep the others back")
  func acknowledgement() throws {
    var world = try world()
    world.press("Space Space Space a")
    #expect(world.desk.context == .bulk)
    let shown = render(world.desk).text.joined(separator: "\n")
    #expect(shown.contains("Acknowledge 2 closed records?"))
    #expect(shown.contains("left out: hold interview is no acknowledgement"))
    world.press("y")
    guard case .bulk(let screen) = world.desk.stack.last else {
      Issue.record("the outcome is not shown")
      return
    }
    #expect(screen.outcomes?.map(\.isDone) == [true, false, false])
    #expect(world.recorded.count == 1)
    #expect(world.children["C-0412"]?.records.last?.acknowledgements.count == 1)
    #expect(
      world.desk.trays.marks.map(\.child) == ["C-0413", "C-407"], "what is left stays marked")
    world.press("Enter")
    #expect(world.desk.stack.isEmpty)
  }

  @Test("Enter means no, and nothing is recorded without the letter")
  func enterMeansNo() throws {
    for key in ["Enter", "Esc"] {
      var world = try world()
      world.press("Space a \(key)")
      #expect(world.recorded.isEmpty && world.desk.stack.isEmpty)
      #expect(world.desk.trays.marks.count == 1)
    }
  }

  @Test("marked rows keep other acts away, and Esc takes the marks")
  func marksGuard() throws {
    var world = try world()
    world.press("Space r")
    #expect(world.desk.toast?.text.hasPrefix("1 rows are marked") == false)
    #expect(world.desk.toast?.text.contains("Esc takes the mark") == true)
    #expect(world.desk.stack.isEmpty)
    world.press("Esc")
    #expect(world.desk.trays.marks.isEmpty)
    world.press("* 2")
    #expect(world.desk.trays.marks.isEmpty, "marks are of one tray")
  }
}
