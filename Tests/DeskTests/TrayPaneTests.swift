import Grid
import Testing
import Workflow

@testable import Desk

@Suite("What a tray says of whom it shows, and how much of it there is")
struct TrayPaneTests {
  /// A row of a child who was found and is not home, at high risk, with what marks her out.
  private func located() -> TrayRow {
    var row = Sample.row(431, name: "Abara, Emeka 15", due: "2026-11-22 09:15")
    row.stage = .strategy
    row.absence = .init(started: Sample.at("2026-11-04 18:55"), returned: nil)
    row.absence?.found = Sample.at("2026-11-21 12:20")
    row.absence?.placeFound = "Saltcombe police station"
    row.risks = .init(police: .medium, ours: .high)
    row.markers = ["cce", "gang-related"]
    return row
  }

  @Test(
    "the pane says where a child was found who is not home, the risk in force and the markers",
    arguments: [(80, 24), (120, 40)])
  func pane(width: Int, height: Int) {
    let text = render(Sample.desk(width, height, rows: [located()])).text.joined(separator: "\n")
    #expect(
      text.contains("AWAY 17d") && text.contains("located Sat 21 Nov 12:20")
        && text.contains("Saltcombe police station; not home yet"), "\(text)")
    #expect(text.contains("police risk medium, ours high") && text.contains("CCE"), "\(text)")
    #expect(text.contains("E-2026-0431") && text.contains("due Sun 22 Nov"), "\(text)")
  }

  @Test("a child who is back was away, and one whom nobody located is only away")
  func backOrAway() {
    var row = located()
    row.absence = .init(started: Sample.at("2026-11-04 18:55"), returned: nil)
    var text = render(Sample.desk(rows: [row])).text.joined()
    #expect(text.contains("AWAY 17d") && !text.contains("located") && text.contains("since Wed 4"))
    row.absence = .init(
      started: Sample.at("2026-11-04 18:55"), returned: Sample.at("2026-11-21 15:00"))
    row.absence?.found = Sample.at("2026-11-21 12:20")
    text = render(Sample.desk(rows: [row])).text.joined()
    #expect(text.contains("was away") && !text.contains("not home"))
    row.risks = .init(police: .noneApparent, ours: nil)
    row.markers = []
    text = render(Sample.desk(rows: [row])).text.joined()
    #expect(text.contains("police risk none apparent, ours not rated"))
  }

  @Test("in little room the first marker stands with how many more there are, and a draft is seen")
  func markersInLittleRoom() {
    var row = located()
    row.name = "Featherstone-Kettleborough, Max 15"
    row.markers = ["cce", "missing-from-education", "self-harm"]
    let text = render(Sample.desk(rows: [row])).text.joined(separator: "\n")
    #expect(text.contains("CCE +2"), "\(text)")
  }

  @Test("the rows read aloud say the same")
  func aloud() {
    let row = located()
    let said = Sample.desk(rows: [row]).sentence(of: row)
    #expect(said.contains("located Sat 21 Nov 12:20, Saltcombe police station; not home yet"))
    #expect(said.contains("police risk medium, ours high"))
  }

  @Test("steps and lines are both counted where a line stands for several, and agree with the rows")
  func counts() {
    var rows = Sample.many
    rows[0].others = 3
    var desk = Sample.desk(rows: rows)
    desk.trays.counts = [TrayCount(tray: .rhi, open: 260, overdue: 0, today: 0)]
    var text = render(desk).text.joined(separator: "\n")
    #expect(text.contains("260 open in 200 lines") && text.contains("lines 1 to "), "\(text)")
    #expect(text.contains(" of 200"))
    desk.trays.counts = [TrayCount(tray: .rhi, open: 200, overdue: 0, today: 0)]
    text = render(desk).text.joined(separator: "\n")
    #expect(text.contains("200 open") && !text.contains("in 200 lines"))
  }

  @Test(
    "reports that wait are counted for themselves: nothing of them is due, and all is to be read now"
  )
  func reports() {
    var desk = Sample.desk(me: Sample.frontDoor, rows: Sample.many)
    var count = TrayCount(tray: .rhi, open: 200, overdue: 2, today: 5)
    count.reports = 12
    desk.trays.counts = [count]
    let said = "200 open · 12 to triage · 2 overdue · 5 due today"
    #expect(render(desk).text.contains { $0.contains(said) }, "\(render(desk).text[0])")
    #expect(desk.spoken.heading.contains("200 open, 12 to triage, 2 overdue"))
    desk.trays.query.isOfAll = true
    #expect(render(desk).text.contains { $0.contains("12 to triage · 2 overdue") })
  }

  @Test("a row of an earlier absence says that the child has gone again")
  func goneAgain() {
    var row = located()
    row.absence = .init(
      started: Sample.at("2026-11-04 18:55"), returned: Sample.at("2026-11-20 15:00"))
    row.absence?.isAwayAgain = true
    let text = render(Sample.desk(rows: [row])).text.joined(separator: "\n")
    #expect(text.contains("AWAY AGAIN"), "\(text)")
    #expect(Sample.desk(rows: [row]).sentence(of: row).contains("AWAY AGAIN"))
  }

  @Test("of several children one is high: nobody reads it beside the reference of another")
  func oneOfSeveral() {
    var gist = ReportGist()
    gist.risk = .high
    gist.lastSeen = Sample.at("2026-11-21 04:40")
    var report = TrayRow.Report(kind: "e-mail", policeReference: "26MIS000101", gist: gist)
    #expect(report.standing(now: Sample.now)[0].hasPrefix("HIGH, away"))
    report.severalWait = true
    #expect(report.standing(now: Sample.now)[0].hasPrefix("one HIGH, away"))
    #expect(report.lines(now: Sample.now)[0].hasPrefix("one of them: HIGH police risk"))
    #expect(!report.lines(now: Sample.now).joined().contains("26MIS000101"))
    var row = Sample.report
    row.report = report
    let shown = render(Sample.desk(120, 40, me: Sample.frontDoor, rows: [row])).text
    let line = shown.first { $0.contains("one HIGH") } ?? ""
    #expect(line.contains(row.reference) && !line.contains("26MIS000101"), "\(line)")
  }

  @Test("of a long title the end goes, never of the time until when", arguments: [80, 120, 160])
  func longTitle(width: Int) {
    var row = Sample.row(
      9, name: "Abara, Emeka 15", due: "2026-11-21 23:00",
      title: "Action: ring the hostel and ask who was at the desk that night (Missing coordinator)")
    row.stage = .strategy
    let text = render(Sample.desk(width, 40, rows: [row])).text.joined(separator: "\n")
    #expect(text.contains("3h 20m left, due today, Sat 21 Nov 23:00"), "\(text)")
    #expect(text.contains("Action: ring the hos"), "\(text)")
  }

  @Test("a filter says that it shows every step, and so does the key that unfolds")
  func filtered() {
    var world = World(Sample.desk())
    world.press("\\")
    world.type("ph")
    world.press("Enter")
    let text = render(world.desk).text.joined(separator: "\n")
    #expect(text.contains(", every step · filter: ph"), "\(text)")
    world.press("z")
    #expect(world.desk.toast?.text.contains("each child has one line again") == true)
  }

  @Test("a word typed on top of a filter narrows further")
  func furtherWord() {
    var world = World(Sample.desk())
    world.press("\\")
    world.type("pham")
    world.press("Enter \\")
    world.type("lin")
    #expect(world.desk.trays.query.filter.words == ["pham", "lin"])
    world.press("Esc")
    #expect(world.desk.trays.query.filter.text == "pham")
  }

  @Test("the trays without a number have a key, which goes from one to the next")
  func otherTrays() {
    var desk = Sample.desk()
    _ = press(&desk, "0")
    #expect(desk.trays.tray == .rhi && desk.toast?.text.contains("No work lies") == true)
    desk.trays.counts = [.mashManager, .screening].map {
      TrayCount(tray: $0, open: 2, overdue: 1, today: 0)
    }
    #expect(render(desk).text[1].contains("0 MASH") && render(desk).text[1].contains("0 Screen"))
    _ = press(&desk, "0")
    #expect(desk.trays.tray == .mashManager)
    desk.trays.counts = [.mashManager, .screening].map {
      TrayCount(tray: $0, open: 2, overdue: 1, today: 0)
    }
    _ = press(&desk, "0")
    #expect(desk.trays.tray == .screening)
    _ = press(&desk, "0")
    #expect(desk.trays.tray == .mashManager)
  }

  @Test("what is out of sight on the bar says by which key it is reached")
  func outOfSight() {
    var desk = Sample.desk(tray: .frontDoor)
    desk.trays.counts = Tray.allCases.map {
      TrayCount(tray: $0, open: 120, overdue: 34, today: 12, unseen: 56)
    }
    #expect(render(desk).text[1].contains("! Tab›"), "\(render(desk).text[1])")
  }

  @Test("whoever plays another part lands in that part's own tray")
  func playing() {
    var desk = Sample.desk(me: Sample.worker)
    desk.colleagues = [Sample.worker, Sample.manager, Sample.coordinator]
    let effects = press(&desk, "P Down Enter")
    #expect(desk.me == Sample.manager && desk.trays.tray == .teamManager)
    #expect(
      effects.contains {
        if case .loadTray(let question, _) = $0 {
          question.query.tray == .teamManager
        } else {
          false
        }
      })
    #expect(desk.toast?.text.contains("You now act as K. Thorne") == true)
    desk = Sample.desk(me: Sample.manager, tray: .teamManager)
    let service = Person(id: "sm", name: "S. Marsh", role: .serviceManager)
    desk.colleagues = [Sample.manager, service]
    desk.trays.counts = [TrayCount(tray: .serviceManager, open: 1, overdue: 0, today: 0)]
    _ = press(&desk, "P Down Enter")
    #expect(desk.trays.tray == .serviceManager, "where work lies in it")
  }

  @Test(
    "no name and no step is cut while another column has room to spare",
    arguments: [
      ("Kettleborough, Callum Joe 15", "Tell parents"),
      ("Osei, Yusuf 13", "Section 47 strategy meeting"),
      ("Abara, Ferdie 9", "Head of service notice"),
    ])
  func noNameCut(name: String, title: String) {
    let row = Sample.row(1, name: name, due: nil, title: title, step: .named(title))
    let text = render(Sample.desk(rows: [row])).text
    #expect(text.contains { $0.contains(name) && $0.contains(title) }, "\(text)")
  }

  @Test(
    "where both have too little room the step keeps its one name, cut, and how many others there are"
  )
  func oneNameCut() {
    var row = Sample.row(
      1, name: "Kettleborough, Callum Alexander 15", due: "2026-11-22 09:15",
      title: "Head of service notice", attempts: 1, step: .headOfServiceNotice)
    row.others = 4
    row.othersOverdue = 2
    let text = render(Sample.desk(rows: [row])).text
    #expect(text.contains { $0.contains("Head of serv") && $0.contains("… +2 late") }, "\(text)")
    #expect(text.contains { $0.contains("Kettleborough, C") })
  }
}

extension StepName {
  fileprivate static func named(_ title: String) -> StepName {
    allCases.first { $0.title == title } ?? .register
  }
}

@Suite("Help that is read whole")
struct HelpTests {
  @Test("the selected line is whole, and what cannot be done now stands last")
  func whole() throws {
    var desk = Sample.desk()
    _ = press(&desk, "?")
    let help = try #require({ if case .help(let help)? = desk.stack.last { help } else { nil } }())
    let lines = help.lines(in: desk)
    let firstDisabled = try #require(lines.firstIndex { $0.reason != nil })
    #expect(lines[firstDisabled...].allSatisfy { $0.reason != nil })
    for place in lines.indices {
      let shown = render(desk).text.joined(separator: " ").split(separator: " ")
        .filter { $0 != "│" }.joined(separator: " ")
      let words = lines[place].command.sentence + (lines[place].reason.map { " · \($0)" } ?? "")
      #expect(shown.contains(words), "\(words)")
      _ = press(&desk, "Down")
    }
  }
}
