import Grid
import Testing
import Workflow

@testable import Desk

@Suite("The time alone")
struct TickTests {
  private func desk(changes: String) -> Desk {
    var desk = Sample.desk()
    var window = Sample.window(Sample.seven)
    window.changes = Sample.at(changes)
    _ = update(&desk, .window(window, generation: 1))
    return desk
  }

  @Test("a minute later the times left are others, and nothing is read for that")
  func ticks() {
    var desk = desk(changes: "2026-11-21 23:10")
    let before = render(desk).text.joined(separator: "\n")
    #expect(update(&desk, .time(Sample.at("2026-11-21 19:41"))).isEmpty)
    let after = render(desk).text.joined(separator: "\n")
    #expect(before.contains("3h 30m") && after.contains("3h 29m"))
  }

  @Test("the minute that is shown is over when the clock says so, whatever else happens meanwhile")
  func minutes() {
    var desk = desk(changes: "2026-11-21 23:10")
    var shown: [Int64] = []
    // Others save every twenty seconds; nothing is ever still for a minute.
    for seconds in stride(from: 0, through: 300, by: 20) {
      let now = Sample.at("2026-11-21 19:40").adding(seconds: Int64(seconds))
      #expect(Desk.patience(at: now) == 1_000 * (60 - seconds % 60))
      _ = update(&desk, .changedByOthers)
      if desk.isBehind(now) { _ = update(&desk, .time(now)) }
      shown.append(desk.now.seconds / 60)
    }
    #expect(Set(shown).count == 6)
    #expect(desk.isBehind(Sample.at("2026-11-21 19:39")), "a clock that was put back")
  }

  @Test("when something becomes late or opens, rows and counts are read once")
  func readsWhatIsDue() {
    var desk = desk(changes: "2026-11-21 19:41")
    #expect(update(&desk, .time(Sample.at("2026-11-21 19:40"))).isEmpty && !desk.isDue)
    let effects = update(&desk, .time(Sample.at("2026-11-21 19:41")))
    #expect(
      effects.contains {
        if case .loadTray(let question, _) = $0 { question.isCounted } else { false }
      })
    #expect(update(&desk, .time(Sample.at("2026-11-21 19:42"))).isEmpty, "asked for once")
  }
}

@Suite("The first steps")
struct GuideTests {
  private func begin(_ kept: String? = nil) -> Desk {
    var desk = Sample.desk(80, 24, me: Sample.worker)
    desk.isDrill = true
    desk.offersGuide = true
    desk.colleagues = [Sample.worker, Sample.frontDoor, Sample.manager]
    let settings = kept.map { ["desk:guide": $0] } ?? [:]
    _ = update(&desk, .personal(Personal(settings: settings, trayTitles: [:])))
    return desk
  }

  @Test("begin in a drill, unless somebody left them or went through them")
  func begins() {
    #expect(begin().guide?.task == .triage)
    #expect(begin("triage").guide?.task == .attempt, "they go on where they were")
    #expect(begin("left").guide == nil)
    #expect(begin("triage attempt acknowledge").guide == nil)
    var other = Sample.desk()
    _ = update(&other, .personal(Personal(settings: [:], trayTitles: [:])))
    #expect(other.guide == nil, "a desk that does not offer them")
  }

  @Test("go with one key, also out of a form, and come back by their name")
  func leave() {
    var desk = begin()
    #expect(press(&desk, "F12") == [.keepSetting("desk:guide", "left")] && desk.guide == nil)
    desk = begin()
    desk.stack = [.form(.intake(command: "c"))]
    _ = press(&desk, "a F12")
    #expect(desk.guide == nil && desk.context == .form)
    desk.stack = []
    _ = press(&desk, ": g u i d e Enter")
    #expect(desk.guide == Guide())
    var real = Sample.desk()
    _ = press(&real, "F12")
    #expect(real.guide == nil && real.toast?.text.contains("drill") == true)
  }

  @Test("say what to do next by where one is, and who may")
  func sayWhatIsNext() {
    var desk = begin()
    #expect(desk.guideHint == "Next to try, as Front door: P lists whom to play.")
    desk.me = Sample.frontDoor
    #expect(desk.guideHint == "1 shows the front door, where reports wait.")
    desk.keymap = KeymapFile("tray-front-door = Alt-1").keymap
    #expect(desk.guideHint.hasPrefix("Alt-1 shows"), "with the person's own keys")
    let rows = render(desk).text
    #expect(rows[22].contains("First steps, 1 of 3: Triage a report"))
    #expect(rows[22].contains("F12 leaves this") && rows[23].contains("Alt-1 shows the front door"))
  }

  @Test("never send a person to the part that is being played")
  func anotherPart() {
    var desk = begin()
    desk.guide = Guide(kept: "triage attempt")
    desk.me = Sample.coordinator
    desk.colleagues = [Sample.coordinator, Sample.manager]
    #expect(desk.guideHint == "Next to try, as Team manager: P lists whom to play.")
    desk.me = Sample.manager
    #expect(!desk.guideHint.contains("Next to try"), "\(desk.guideHint)")
  }

  @Test("say how many reports wait further down where the first row is none")
  func furtherDown() {
    var desk = Sample.desk(me: Sample.frontDoor, tray: .frontDoor, rows: Sample.seven)
    desk.isDrill = true
    desk.guide = Guide()
    #expect(desk.guideHint.hasPrefix("No report waits:"), "\(desk.guideHint)")
    var count = TrayCount(tray: .frontDoor, open: 9, overdue: 0, today: 0)
    count.reports = 2
    desk.trays.counts = [count]
    let key = desk.keymap.name("row-down")
    #expect(desk.guideHint == "2 wait further down: \(key) goes there.", "\(desk.guideHint)")
    #expect(key != "row-down", "a key, not the name of a command")
  }

  @Test("say where reports wait: below, above, on top, or left out by a filter")
  func whereReportsWait() {
    let report = Sample.report
    let rows = [Sample.seven[0], report, Sample.seven[4], Sample.seven[5]]
    var desk = Sample.desk(me: Sample.frontDoor, tray: .frontDoor, rows: rows)
    desk.isDrill = true
    desk.guide = Guide()
    var count = TrayCount(tray: .frontDoor, open: 4, overdue: 1, today: 0)
    count.reports = 1
    desk.trays.counts = [count]
    #expect(desk.guideHint == "1 wait further down: Down goes there.")
    _ = press(&desk, "G")
    #expect(desk.guideHint == "1 wait further up: Home goes to the first row.")
    _ = press(&desk, "Up Up")
    #expect(desk.guideHint == "Enter opens the report as a form.")

    // Far down in a long tray no report is among the rows that are read.
    var query = TrayQuery(tray: .frontDoor)
    desk.trays.window = TrayWindow(
      query, offset: 40, rows: [Sample.seven[4], Sample.seven[5]], total: 42, counts: nil)
    desk.trays.move(to: 41, visibleRows: 10)
    #expect(desk.guideHint == "1 wait further up: Home goes to the first row.")
    desk.trays.window = TrayWindow(
      query, offset: 40, rows: [Sample.seven[0], Sample.seven[0]], total: 90, counts: nil)
    desk.trays.move(to: 41, visibleRows: 10)
    #expect(desk.guideHint == "1 wait further down: Down goes there.")

    query.filter = TrayFilter("pham")
    desk.trays.query = query
    #expect(desk.guideHint == "1 wait for triage.", "the rows are being read")
    desk.trays.window = TrayWindow(
      query, offset: 0, rows: [Sample.seven[4]], total: 1, counts: nil)
    desk.trays.move(to: 0, visibleRows: 10)
    #expect(desk.guideHint == "1 wait, not among these: Esc takes the filter away.")
    desk.trays.window = TrayWindow(
      query, offset: 0, rows: [Sample.seven[0], report], total: 2, counts: nil)
    desk.trays.move(to: 0, visibleRows: 10)
    #expect(desk.guideHint == "Reports wait further down: Down goes there.")
  }

  @Test(
    "are out of the way once something else was done as somebody who may not, until another is played"
  )
  func passed() throws {
    var desk = begin()
    #expect(desk.guideRows == 2)
    _ = desk.advanceGuide(.noteAdded)
    #expect(desk.guideRows == 0 && !render(desk).text.contains { $0.contains("First steps") })
    desk.me = Sample.frontDoor
    #expect(desk.guideRows == 2, "who may is told")
    // Whoever may and does something else first is still told what comes next.
    _ = desk.advanceGuide(.noteAdded)
    #expect(desk.guideRows == 2)
    desk.me = Sample.worker
    _ = press(&desk, "F12")
    #expect(desk.guideRows == 2 && desk.guide != nil, "they come back where they were")
  }

  @Test("say once how they come back, when something else recorded puts them out of the way")
  func comeBack() throws {
    var world = World(begin(), [try Sample.returned()])
    func recordNote() -> String? {
      world.press("g Down +")
      world.type("Rang the carer")
      world.press("Ctrl-s")
      return world.desk.toast?.text
    }
    let first = recordNote()
    #expect(first?.contains("F12 brings the first steps back") == true, "\(first ?? "nothing")")
    #expect(world.desk.guideRows == 0)
    let second = recordNote()
    #expect(second?.contains("F12") == false, "\(second ?? "nothing")")
  }

  @Test("say each sentence whole at 80 columns")
  func fit() throws {
    for person in [Sample.frontDoor, Sample.worker, Sample.coordinator, Sample.manager] {
      for done in ["", "triage", "triage attempt", "triage attempt acknowledge"] {
        for tray in Tray.allCases {
          for rows in [[Sample.report], Sample.seven, []] {
            var desk = Sample.desk(me: person, tray: tray, rows: rows)
            desk.isDrill = true
            desk.colleagues = [
              Sample.frontDoor, Sample.worker, Sample.coordinator, Sample.manager,
            ]
            desk.guide = Guide(kept: done)
            #expect(DisplayWidth.of(desk.guideHint) <= 78, "\(desk.guideHint)")
          }
        }
      }
    }
  }

  @Test("take no room from a small terminal, and no row of a tray is lost to sight")
  func takeNoRoom() {
    var desk = begin()
    _ = update(&desk, .key(.resize(width: 80, height: 19)))
    #expect(desk.guideRows == 0)
    _ = update(&desk, .key(.resize(width: 80, height: 24)))
    #expect(desk.guideRows == 2)
    _ = update(&desk, .window(Sample.window(Sample.many), generation: desk.generation))
    _ = press(&desk, "End")
    let cursor = render(desk).cursor
    #expect((cursor?.row ?? 24) < 20, "the selected row stands above the first steps")
  }
}

@Suite("Drafts that are discarded")
struct DiscardTests {
  @Test("from the list come back by undo, there or in the tray")
  func comeBack() throws {
    var world = World(Sample.desk(me: Sample.worker), [try Sample.returned()])
    world.press("Down + w r o n g Esc D")
    #expect(world.drafts.count == 1)
    world.press("x")
    #expect(world.drafts.isEmpty && world.desk.context == .drafts)
    #expect(world.desk.toast?.text.contains("U brings it back") == true)
    world.press("U")
    #expect(world.drafts.values.first?.values.values.contains("wrong") == true)
    world.press("x Esc U")
    #expect(world.form != nil, "in the tray its form opens with it")
    #expect(world.drafts.count == 1)
  }

  @Test("of a report being pasted, too")
  func ofIntake() {
    var world = World(Sample.desk(me: Sample.frontDoor))
    world.press("n Tab")
    world.press(.paste("MISSING"))
    world.press("Ctrl-D U")
    #expect(world.drafts["intake"]?.values["text"] == "MISSING")
  }
}
