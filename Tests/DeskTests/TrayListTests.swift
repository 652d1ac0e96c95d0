import Desk
import Grid
import Testing
import Workflow

@Suite("A tray shown as a person wants it")
struct TrayListTests {
  @Test("columns go in the order that is stated, and none comes back further on")
  func columns() {
    var before = TrayColumns.Column.order.count
    for width in stride(from: 240, through: 20, by: -1) {
      let columns = TrayColumns(width: width)
      let there = Set(columns.columns.map(\.column))
      let wanted = TrayColumns.Column.order.prefix(there.count)
      #expect(there == Set(wanted), "at \(width): \(there)")
      #expect(there.count <= before, "a column comes back at \(width)")
      before = there.count
      if width >= 36 {
        #expect(columns.columns.reduce(0) { $0 + $1.width } <= width, "too wide at \(width)")
      }
    }
    #expect(before == 4, "signs, time, child and step stay")
  }

  /// Two reports of one child on one day, and one of which nothing was read.
  private func reports() -> [TrayRow] {
    func row(_ number: Int, _ name: String, _ gist: ReportGist, _ police: String?) -> TrayRow {
      let reference = "R-2026-007\(number)"
      var row = TrayRow(
        kind: .report(reference: reference), child: "", name: name, reference: reference,
        title: "Triage report", due: nil, opens: Sample.at("2026-11-21 19:05"), planned: nil,
        attempts: 0, rules: ["L23-21"])
      row.report = .init(
        kind: "Police missing person report (Merlin)", policeReference: police, gist: gist)
      return row
    }
    var high = ReportGist()
    (high.risk, high.from) = (.high, .care)
    high.lastSeen = Sample.at("2026-11-21 16:20")
    var back = high
    back.risk = .noneApparent
    back.returned = Sample.at("2026-11-21 19:00")
    return [
      row(1, "Castell, Rosa?", high, "26MIS060001"), row(2, "Castell, Rosa?", back, "26MIS060002"),
      row(3, "no name read", ReportGist(), nil),
    ]
  }

  @Test(
    "a report says how pressing it is and by what the police know it, in as much room as there is",
    arguments: [(160, 45), (120, 40), (100, 30), (80, 24), (60, 20), (40, 12)])
  func reportRows(width: Int, height: Int) throws {
    let rows = reports()
    var world = World(
      Sample.desk(width, height, me: Sample.frontDoor, tray: .frontDoor, rows: rows), rows: rows)
    for (index, police) in ["26MIS060001", "26MIS060002", "R-2026-0073"].enumerated() {
      let text = render(world.desk).text
      let lines = text.filter { line in
        line.contains("● since") || line.contains("● now")
      }
      let line = try #require(lines.count > index ? lines[index] : nil, "\(text)")
      #expect(line.contains(["HIGH", "no", "risk"][index]), "\(line)")
      // The end of a reference tells two of one child apart.
      if width >= 60 {
        #expect(line.contains([" 3h", "back", "away"][index]), "\(line)")
        #expect(line.contains(police.suffix(3)), "\(line)")
      }
      if height >= 22 {
        let pane = text.joined(separator: " ")
        let risk = [
          "HIGH police risk", "no apparent risk (police)", "police risk not read",
        ]
        #expect(pane.contains(risk[index]) && pane.contains("Police missing person report"))
        #expect(index == 2 || pane.contains(police))
        #expect(
          pane.contains(
            ["AWAY 3h 20m from care", "back Sat 21 Nov 19:00 after 2h 40m", "AWAY"][index]))
        if index == 0 { #expect(pane.contains("last seen Sat 21 Nov 16:20")) }
      }
      world.press("Down")
    }
  }

  @Test("a narrow screen still says that it is a drill")
  func drillIsSaid() {
    for width in [40, 60, 80, 120] {
      var desk = Sample.desk(width, 24)
      desk.isDrill = true
      desk.place = "Northbrook · procedure combined-2026"
      #expect(render(desk).text.first?.contains("DRILL") == true, "\(width)")
    }
  }

  @Test("the bar shows the tray of now and its neighbours, and says how many are out of sight")
  func bar() {
    for width in 60..<100 {
      for tray in Tray.allCases {
        var desk = Sample.desk(width, 24, tray: tray)
        desk.trays.counts = Tray.allCases.map {
          TrayCount(tray: $0, open: 120, overdue: 34, today: 12, unseen: 56)
        }
        let line = render(desk).text[1]
        let shown = desk.trays.switchable
        #expect(line.contains("["), "the tray in front is told: \(line)")
        let visible = line.split(separator: " ").filter { $0 == "120" }.count
        if width >= 80 { #expect(visible >= 2, "a neighbour shows: \(line)") }
        let words = line.split { $0 == " " || $0 == "‹" || $0 == "›" }
        let told = words.indices.filter { words[$0] == "more" }.compactMap { Int(words[$0 - 1]) }
          .reduce(0, +)
        #expect(told + visible == shown.count, "what is out of sight is told: \(line)")
        let late = words.filter { $0.hasSuffix("!") || $0.hasSuffix("!]") }
          .compactMap { Int($0.filter(\.isNumber)) }.reduce(0, +)
        #expect(late == 34 * shown.count, "nothing overdue is out of sight: \(line)")
        #expect(DisplayWidth.of(line) <= width)
      }
    }
    let six = render(Sample.desk(80, 24, tray: .frontDoor)).text[1]
    #expect(six.contains("6 "), "all six fit at 80 on a common evening: \(six)")
  }

  @Test("an authority's own names stand for trays")
  func titles() {
    var desk = Sample.desk(120, 40)
    _ = update(
      &desk,
      .personal(Personal(settings: [:], trayTitles: [.frontDoor: "Integrated referral hub"])))
    let text = render(desk).text.joined(separator: "\n")
    #expect(text.contains("1 Integrated referral") && !text.contains("Front door"))
  }

  @Test("a filter narrows while it is typed, Enter keeps it, Esc takes it back")
  func filter() {
    var world = World(Sample.desk())
    world.press("Down Down \\")
    world.type("ph")
    #expect(world.desk.trays.total == 1 && world.desk.trays.selectedRow?.name == "Pham, Linh 16")
    #expect(render(world.desk).text.joined().contains("filter: ph"))
    world.press("Esc")
    #expect(world.desk.trays.total == 7 && world.desk.trays.query.filter.isEmpty)
    world.press("\\")
    world.type("nobody")
    #expect(world.desk.trays.total == 0)
    #expect(render(world.desk).text.joined().contains("Nothing fits “nobody”"))
    world.press("Enter Enter")
    #expect(world.desk.toast?.text == "Nothing fits the filter")
    world.press("Esc")
    #expect(world.desk.trays.total == 7)
  }

  @Test("the row stays chosen through a filter that leaves it")
  func filterKeepsTheRow() {
    var world = World(Sample.desk())
    world.press("Down Down Down Down \\")
    world.type("p")
    #expect(world.desk.trays.selectedRow?.name == "Pham, Linh 16")
    world.press("Esc S")
    #expect(world.desk.trays.selectedRow?.name == "Pham, Linh 16")
  }

  @Test("a filter selects the first row that it leaves, and Enter acts on that one")
  func filterSelectsTheFirst() {
    var world = World(Sample.desk())
    #expect(world.desk.trays.selectedRow?.name == "Wójcik, Tomasz 15")
    world.press("\\")
    world.type("i")
    // The row that the tray opened on fits, too, but stands there by chance only.
    world.press("BackSpace")
    world.type("m")
    #expect(world.desk.trays.selected == 0)
    let first = world.desk.trays.row(at: 0)?.name
    #expect(world.desk.trays.selectedRow?.name == first)
    world.press("Esc Down Down Down Down Down \\")
    world.type("m")
    #expect(world.desk.trays.selected == 0, "王, 小明 is left out: the first of what is left")
    world.press("Esc")
    world = World(Sample.desk(rows: Sample.many), rows: Sample.many)
    world.press("End \\")
    world.type("number 1")
    #expect(world.desk.trays.selected == 0 && world.desk.trays.top == 0)
    #expect(world.desk.trays.selectedRow?.name == "Child, Number 1")
    world.type("99")
    #expect(world.desk.trays.selectedRow?.name == "Child, Number 199")
  }

  @Test("a row that others take while one narrows the tray is told, and the next act asks")
  func takenWhileNarrowing() {
    var world = World(Sample.desk())
    world.press("Down Down \\")
    world.rows.remove(at: 2)
    world.type("p")
    #expect(
      world.desk.toast?.text
        == "Hassan, Amina 13: hold interview is no longer in this tray; now on "
        + "Pryce-Morgan, Siân 15: offer interview")
    #expect(world.desk.trays.isStray)
  }

  @Test("who narrows a tray is not told that the row before is gone")
  func ownFilterIsNoNews() {
    var world = World(Sample.desk())
    world.press("Down Down \\")
    world.type("hassan")
    #expect(world.desk.toast == nil && world.desk.trays.selectedRow?.name == "Hassan, Amina 13")
    world.press("Enter")
    #expect(world.desk.toast == nil)
  }

  @Test(
    "a tray that was left with a filter comes back whole, says so, and Tab brings the filter back")
  func leftFilter() {
    var world = World(Sample.desk())
    world.press("\\")
    world.type("pham")
    world.press("Enter 5 4")
    #expect(world.desk.trays.query.filter.isEmpty && world.desk.trays.total == 7)
    #expect(
      world.desk.toast?.text == "The whole tray. \\ Tab brings back your filter: pham",
      "\(world.desk.toast?.text ?? "")")
    world.press("\\ Tab Enter")
    #expect(world.desk.trays.query.filter.text == "pham" && world.desk.trays.total == 1)
    world.press("Esc 5 4")
    #expect(world.desk.toast == nil, "a filter that was taken away is no longer told")
  }

  @Test("help says in full why the selected command cannot be run, and Ctrl-U empties its line")
  func helpReason() {
    var world = World(Sample.desk())
    world.press("?")
    world.type("undo what")
    let text = render(world.desk).text
    #expect(text.contains { $0.contains("in the last 12 hours") })
    world.press("Ctrl-W")
    guard case .help(let help) = world.desk.stack.last else { return #expect(Bool(false)) }
    #expect(help.filter == "undo ")
    world.press("Ctrl-U")
    guard case .help(let whole) = world.desk.stack.last else { return #expect(Bool(false)) }
    #expect(whole.filter.isEmpty)
  }

  @Test("what a filter means is read from its words")
  func filterWords() {
    let filter = TrayFilter("  Pham is:over IS:x is:un strategy is:away ")
    #expect(filter.words == ["Pham", "strategy"] && filter.unknown == ["x"])
    #expect(filter.states == [.overdue, .unseen, .away])
    #expect(TrayFilter("is:late").unknown == ["late"])
    #expect(TrayFilter("is:").isEmpty == false && TrayFilter("is:").states.isEmpty)
    #expect(TrayFilter(" ").isEmpty)
    var desk = Sample.desk()
    _ = press(&desk, "\\ i s : z Enter")
    #expect(desk.context == .filter, "it stays open")
    #expect(desk.toast?.text.hasPrefix("is:z is no filter. There are: is:overdue") == true)
  }

  @Test("a filter is saved under a name, for that person, and taken from the list")
  func savedFilters() {
    var world = World(Sample.desk())
    world.press("\\")
    world.type("pham")
    world.press("Enter F s")
    world.type("Linh")
    world.press("Enter")
    #expect(world.settings == ["filter:Linh": "pham"])
    world.press("Esc")
    #expect(world.desk.trays.total == 7)
    world.press("F Down Down Down Down Down Down Down Enter")
    #expect(world.desk.trays.total == 1 && world.desk.stack.isEmpty)
    world.press("F Down Down Down Down Down Down Down x")
    #expect(world.settings.isEmpty && world.desk.trays.filters.isEmpty)
    world.press("x")
    #expect(world.desk.toast?.text == "That one is everybody's")
    // What was set comes back with the person.
    var other = World(Sample.desk())
    other.settings = ["filter:Night": "is:overdue", "sort": "child", "preview": "off"]
    for effect in other.desk.loadAround() {
      for answer in other.answers(to: effect) { other.arrive(answer) }
    }
    #expect(other.desk.trays.filters.map(\.name) == ["Night"])
    #expect(other.desk.trays.query.sort == .child && !other.desk.trays.isPreviewed)
    #expect(other.desk.trays.selectedRow?.name.hasPrefix("Evil") == true, "by child")
  }

  @Test("a row is new until it is looked at, and the counts follow")
  func unseen() throws {
    var rows = Sample.seven
    for index in rows.indices { rows[index].isUnseen = true }
    var world = World(Sample.desk(rows: rows), [try Sample.returned()], rows: rows)
    world.press("Down")
    #expect(world.desk.trays.count(of: .rhi)?.unseen == 7)
    world.press("Enter Esc")
    #expect(world.effects.contains(.markSeen(["E-2026-0412.rhi-offer.1"], true)))
    #expect(world.desk.trays.count(of: .rhi)?.unseen == 6)
    #expect(world.desk.trays.selectedRow?.isUnseen == false)
    world.press("N")
    #expect(world.desk.trays.selectedRow?.isUnseen == true)
    world.press("* N")
    #expect(world.desk.trays.count(of: .rhi)?.unseen == 0 && world.desk.trays.marks.isEmpty)
    #expect(world.rows.allSatisfy { !$0.isUnseen })
  }

  @Test("a row with a draft is marked, from the moment it is kept to the moment it is recorded")
  func drafts() throws {
    var world = World(Sample.desk(me: Sample.worker), [try Sample.returned()])
    let plain = render(world.desk).text
    world.press("Down o n Esc")
    #expect(world.drafts.count == 1)
    #expect(world.desk.trays.selectedRow?.child == "C-0412")
    #expect(render(world.desk).text != plain)
    #expect(render(world.desk).text.contains { $0.contains("~") && $0.contains("Pryce-Morgan") })
    #expect(render(world.desk).text.contains { $0.contains("draft: interview attempt") })
    world.press("o Ctrl-S")
    #expect(world.recorded.count == 1 && world.drafts.isEmpty)
    #expect(!render(world.desk).text.contains { $0.contains("~") })
    // The key of a triage's draft, too.
    let form = FormScreen.triage(Sample.draft(), command: "c")
    var marks = DraftMarks(keys: [form.draftKey, "intake", "event:rhi-held:C-1:kind"])
    #expect(marks.titles(for: Sample.report).isEmpty == false && marks.subjects.count == 2)
    marks = DraftMarks(keys: ["", ":", "event:", "intake"])
    #expect(marks.subjects.isEmpty)
  }

  @Test("every tray says what would fill it")
  func empty() {
    for tray in Tray.allCases {
      let text = render(Sample.desk(100, 30, tray: tray, rows: [])).text.joined(separator: " ")
      #expect(text.contains("Nothing waits. ") && !text.contains("Nothing waits.  "), "\(tray)")
    }
  }
}
