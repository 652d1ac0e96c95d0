import Grid
import Testing
import Workflow

@testable import Desk

@Suite("The steps of a child's page")
struct ChildPageTests {
  private func screen(_ desk: Desk) -> ChildScreen? {
    if case .child(let screen)? = desk.stack.last { screen } else { nil }
  }

  private func rule(
    _ name: String, _ step: StepName, _ tray: Tray, _ role: Role, part: String? = nil,
    within: TimeLimit? = nil, doneBy: [EventMatch] = []
  ) -> Rule {
    Rule(
      name: name, realises: ["NB-\(name)"], step: step, tray: tray, role: role,
      since: [.missingStart], within: within, doneBy: doneBy, part: part,
      duty: "Do what \(name) asks",
      citation: Citation(document: "Northbrook procedure", section: "Missing children"))
  }

  /// A page with steps of several roles, with limits and without, some of one name.
  private func page(_ child: ChildCase? = nil, and more: [Rule] = []) throws -> ChildPage {
    let plain = Sample.procedure
    let rules = [
      rule("20", .minutes, .teamManager, .teamManager),
      rule("21", .allocatedContact, .frontDoor, .frontDoor, part: "front-door"),
      rule("22", .allocatedContact, .socialWorker, .socialWorker, part: "record"),
      rule("23", .monitoring, .missingCoordinator, .missingCoordinator),
      rule("24", .riskAssessment, .socialWorker, .socialWorker),
      rule("25", .headOfServiceNotice, .teamManager, .teamManager, part: "first", within: .days(2)),
      rule(
        "26", .headOfServiceNotice, .teamManager, .teamManager, part: "update", within: .days(5)),
      rule(
        "27", .policeReportCheck, .socialWorker, .socialWorker, doneBy: [EventMatch(.reported)]),
      rule("28", .rhiAllocation, .rhi, .rhiWorker),
    ]
    let own = plain.rules.filter { rule in !more.contains { $0.step == rule.step } }
    let procedure = Procedure(
      id: plain.id, title: plain.title, authority: plain.authority, version: 1,
      contentHash: plain.contentHash, rules: own + rules + more, chairs: plain.chairs, guards: [],
      prompts: [], acknowledgedBy: plain.acknowledgedBy)
    let child = try child ?? Sample.missing()
    return ChildPage(
      child: child, steps: Derive.steps(of: child) { _ in procedure }, procedure: procedure)
  }

  private func desk(
    _ width: Int = 80, _ height: Int = 24, as role: Role? = .teamManager, most: Int = 3,
    page: ChildPage? = nil
  ) throws -> Desk {
    var screen = ChildScreen(page: try page ?? self.page(), step: nil, viewer: role)
    screen.mostUnfolded = most
    return Sample.desk(width, height, showing: .child(screen))
  }

  private func line(_ desk: Desk, _ words: String) -> String {
    render(desk).text.first { $0.contains(words) } ?? ""
  }

  @Test("a few steps are all shown")
  func few() throws {
    let few = try desk(most: 30)
    #expect(screen(few)?.folded.count == 0)
    #expect(screen(few)?.steps.count == screen(few)?.page.steps.count)
    // Of many of which few are open, all that are open are shown: such as while a record closes.
    let whole = try page()
    let open = whole.steps.count(where: \.isOpen)
    let closing = try desk(most: open, page: whole)
    #expect(open < whole.steps.count && screen(closing)?.folded.unlimited == 0)
    #expect(screen(closing)?.folded.settled == whole.steps.count - open)
  }

  @Test("what has a time comes first and is never folded, nor is one's own; the rest are counted")
  func folding() throws {
    var desk = try desk(80, 40)
    let shown = try #require(screen(desk))
    let open = shown.page.steps.filter(\.isOpen)
    #expect(shown.folded.unlimited == 5 && shown.folded.settled == 1)
    let kept = open.filter { $0.due != nil || $0.role == .teamManager }
    #expect(Set(shown.steps.map(\.id)) == Set(kept.map(\.id)))
    let times = shown.steps.compactMap(\.due)
    #expect(times == times.sorted() && shown.steps.prefix(times.count).allSatisfy { $0.due != nil })
    #expect(line(desk, "Work steps").contains("· \(open.count) open ·"), "the folded are counted")
    #expect(!line(desk, "+ 5 steps without a limit, 1 settled: z shows").isEmpty)
    _ = press(&desk, "z")
    let whole = try #require(screen(desk))
    #expect(whole.folded.count == 0 && whole.steps.count == whole.page.steps.count)
    let seen = Set(shown.steps.map(\.id))
    #expect(whole.steps.map(\.id).filter(seen.contains) == shown.steps.map(\.id))
    let now = Sample.now
    var timed = ChildScreen(page: whole.page, step: nil, viewer: .teamManager, asOf: now)
    timed.isUnfolded = true
    let places = timed.steps.filter { $0.isOpen && !$0.wasDueWhileAway }.map {
      $0.pressing(asOf: now)
    }
    #expect(places.contains(.unlimited) || places.contains(.new))
    let order = places.map { [.overdue, .soon].contains($0) ? .soon : $0 }
    #expect(order == order.sorted(), "what has no limit stands above what is due next week")
    #expect(whole.steps.last?.isOpen == false)
    #expect(!line(desk, " z folds ").isEmpty)
    _ = press(&desk, "z")
    #expect(screen(desk)?.folded == shown.folded)
  }

  @Test("what cannot wait comes before every date, and what others follow from is never folded")
  func pressing() throws {
    let page = try page(and: [
      rule("30", .s47StrategyMeeting, .teamManager, .teamManager),
      rule("31", .riskRating, .teamManager, .teamManager),
    ])
    let shown = try #require(screen(try desk(as: .rhiWorker, page: page)))
    #expect(shown.folded.unlimited > 0 && shown.steps.contains { $0.due != nil })
    // The child is away and nobody has rated the risk.
    #expect(shown.steps.filter(\.isAtOnce).map(\.id.step) == [.s47StrategyMeeting, .riskRating])
    #expect(shown.steps.prefix(2).map(\.isAtOnce) == [true, true])
  }

  @Test("each role has its own steps in sight, and playing another changes which")
  func viewer() throws {
    let own = try desk(as: .rhiWorker)
    #expect(screen(own)?.steps.contains { $0.id.step == .rhiAllocation } == true)
    #expect(screen(own)?.steps.contains { $0.id.step == .minutes } == false)
    var playing = try desk()
    playing.colleagues = [Sample.manager, Sample.worker]
    playing.me = Sample.manager
    _ = press(&playing, "P Down Enter")
    #expect(playing.me == Sample.worker)
    #expect(screen(playing)?.viewer == .rhiWorker)
    #expect(screen(playing)?.steps.contains { $0.id.step == .rhiAllocation } == true)
  }

  @Test("whoever opens the page on a step that would be folded sees it selected")
  func opened() throws {
    let page = try page()
    for step in page.steps {
      let screen = ChildScreen(page: page, step: step.id.text, viewer: .teamManager)
      #expect(screen.selectedStep?.id == step.id)
    }
  }

  @Test(
    "steps of one name are told apart by whose they are, or by their part where that is the same")
  func twins() throws {
    var desk = try desk(100, 40)
    _ = press(&desk, "z")
    let lines = render(desk).text
    let contacts = lines.filter { $0.contains("Allocated contact") }
    #expect(contacts.count == 2 && contacts.allSatisfy { $0.contains("contact · do what 2") })
    #expect(contacts.first?.contains("Front door") == true)
    let notices = lines.filter { $0.contains("HoS notice ·") }
    #expect(notices.count == 2 && notices.last?.contains("· update") == true)
    // Without a column for whose it is the name itself says so.
    var narrow = try self.desk(46, 40)
    _ = press(&narrow, "z")
    let there = render(narrow).text.filter {
      $0.contains("Allocated con") || $0.contains("Alloc. con")
    }
    #expect(there.count == 2 && there.first?.contains("· front door") == true)
    #expect(there.last?.contains("· record") == true)
    // At 80 columns whose it is takes no more room than its words, and what tells it apart stays whole.
    let middle = render(try self.desk(80, 40)).text
    #expect(middle.contains { $0.contains(" notice · update ") }, "\(middle)")
  }

  @Test(
    "a settled step says who did it, or by what it ended and who recorded that; never whose it was")
  func settled() throws {
    var child = try Sample.returned()
    child = try Sample.record(
      .rhiHeld, "2026-11-21 15:00", on: child, by: Sample.worker, Sample.heldWhole)
    var desk = try desk(80, 40, as: .socialWorker, page: page(child))
    _ = press(&desk, "z")
    #expect(line(desk, "Rate the risk").contains("by K. Thorne"))
    #expect(line(desk, "Police report check").contains("Reported: J. Brown"))
    #expect(line(desk, "Offer interview").contains("Interview held: A. R"))
    #expect(line(desk, "Hold interview").contains("by A. Rahman"))
    // Nobody held the meeting: it fell away with the return, when that was.
    let meeting = line(desk, "Strategy meeting ")
    #expect(meeting.contains("not required") && meeting.contains("Sat 21 Nov 08:10"))
    #expect(meeting.contains("Returned: P. Lovelace") && !meeting.contains("Team manager"))
  }

  @Test("a planned meeting shows on its row when it is planned for, also at 80 columns")
  func planned() throws {
    var child = try Sample.missing()
    child = try Sample.record(
      .meetingPlanned, "2026-11-20 10:00", on: child, by: Sample.manager,
      Body([
        "kind": .text("strategy-meeting"), "for": .instant(Sample.at("2026-11-22 10:00")),
        "chair": .text("team-manager"),
      ]))
    var desk = try desk(page: page(child))
    var row = line(desk, "Strategy meeting ")
    #expect(row.contains("14h 20m left") && row.contains("Sun 22 Nov 10:00"), "\(row)")
    #expect(row.contains("planned"), "\(row)")
    // Its time is over and nobody held it: the limit, which is later, does not make it look calm.
    desk.now = Sample.at("2026-11-22 10:05")
    row = line(desk, "Strategy meeting ")
    #expect(row.contains("!") && row.contains("5m over"), "\(row)")
  }

  @Test("the selected step says below the list what it asks of whom, and by which rule")
  func detail() throws {
    var desk = try desk(100, 40)
    _ = press(&desk, "End")
    #expect(screen(desk)?.selectedStep?.id.step == .minutes)
    #expect(!line(desk, "you · Do what 20 asks (NB-20)").isEmpty)
    _ = press(&desk, "Home")
    #expect(screen(desk)?.selected == 0)
  }

  @Test(
    "the first and the last line of steps and timeline are a key away, and lists end where they end"
  )
  func ends() throws {
    var desk = try desk()
    let last = try #require(screen(desk)).steps.count - 1
    _ = press(&desk, "G")
    #expect(screen(desk)?.selected == last)
    _ = press(&desk, "j")
    #expect(screen(desk)?.selected == last)
    _ = press(&desk, "Tab End")
    #expect(screen(desk)?.line == (screen(desk)?.timeline.count ?? 0) - 1)
    _ = press(&desk, "g")
    #expect(screen(desk)?.line == 0)
    var people = CommandCases.people()
    func person() -> Int? {
      if case .people(let list)? = people.stack.last { list.selected } else { nil }
    }
    _ = press(&people, "End")
    #expect(person() == 2)
    _ = press(&people, "Down")
    #expect(person() == 2, "it does not begin anew")
    _ = press(&people, "Home Up")
    #expect(person() == 0)
  }

  @Test("a line that was corrected says so and how it reads now, and so does the correction")
  func corrected() throws {
    let child = try Sample.returned()
    let planned = try #require(child.history.first { $0.kind == .meetingPlanned })
    let after = try Sample.record(
      .corrected, "2026-11-21 12:00", on: child, by: Sample.manager,
      Body([
        "corrects": .number(planned.sequence), "field": .text("for"),
        "value": .text("2026-11-23 09:30"), "reason": .text("Room taken"),
      ]))
    var desk = try desk(120, 40, page: page(after))
    _ = press(&desk, "Tab")
    #expect(!line(desk, "Meeting planned · K. Thorne: corrected (to be").isEmpty)
    desk.size = .init(width: 400, height: 40)
    #expect(!line(desk, "K. Thorne: corrected (to be held at: Mon 23 Nov 09:30)").isEmpty)
    let own = line(desk, "Corrected · K. Thorne: meeting planned")
    #expect(own.contains("to be held at: Mon 23 Nov 09:30, Room taken"))
    let place = try #require(screen(desk)?.timeline.firstIndex { $0.kind == .meetingPlanned })
    for _ in 0...place { _ = press(&desk, "Down") }
    #expect(desk.spoken.focus.contains("Corrected: meeting planned of Fri 20 Nov 10:00"))
    _ = press(&desk, "Up")
    _ = press(&desk, "Enter")
    let whole = render(desk).text.joined(separator: "\n")
    #expect(whole.contains("Corrected Sat 21 Nov 12:00 by K. Thorne, to be held at: Mon 23 Nov"))
  }

  @Test("plain mode says what is folded, what settled a step, and who")
  func spoken() throws {
    var desk = try desk()
    #expect(desk.spoken.more.contains("Not shown: 5 open without a limit, 1 settled; z shows them"))
    _ = press(&desk, "z End")
    #expect(desk.spoken.focus.contains("Police report check, done, Thu 19 Nov 22:05, Reported"))
  }

  @Test("what an acknowledgement sends back is no end of the first steps")
  func guide() throws {
    for (answer, isDone) in [("s Tab x", false), ("n", true)] {
      var world = World(Sample.desk(me: Sample.manager), [try Sample.closed()])
      world.desk.isDrill = true
      world.desk.offersGuide = true
      world.arrive(
        .personal(Personal(settings: ["desk:guide": "triage attempt"], trayTitles: [:])))
      #expect(world.desk.guide?.task == .acknowledge)
      world.press("Down a \(answer) Ctrl-S y")
      #expect(world.recorded.count == 1)
      let guide = try #require(world.desk.guide)
      #expect((guide.task == nil) == isDone)
      let foot = render(world.desk).text.suffix(2).joined()
      #expect(foot.contains("It is closed once all who must have acknowledged.") == isDone)
    }
  }

  @Test("a step that was moved says in whose tray it lies, and is that tray's own")
  func moved() throws {
    let child = try Sample.record(
      .reassigned, "2026-11-21 10:00", on: try Sample.missing(), by: Sample.coordinator,
      Body([
        "step": .text("risk-assessment"), "to": .text("team-manager"),
        "reason": .text("nobody allocated"),
      ]))
    let page = try page(child)
    let step = try #require(page.steps.first { $0.id.step == .riskAssessment })
    let words = StepWords(
      step: step, steps: page.steps, viewer: .socialWorker, procedure: page.procedure,
      now: Sample.now)
    #expect(words.who == "Team manager, moved from Social worker")
    #expect(
      words.detail.hasPrefix("Moved here by \(Sample.coordinator.name) Sat 21 Nov 10:00: nobody"))
    #expect(words.detail.contains("nobody allocated"))
    #expect(ChildScreen(page: page, step: nil, viewer: .teamManager).isOwn(step))
    #expect(!ChildScreen(page: page, step: nil, viewer: .socialWorker).isOwn(step))
  }

  @Test("what cannot wait stands before what is due later, and says so")
  func atOnce() throws {
    let plain = Sample.procedure
    let procedure = Procedure(
      id: plain.id, title: plain.title, authority: plain.authority, version: 1,
      contentHash: plain.contentHash,
      rules: [
        rule("30", .minutes, .teamManager, .teamManager, within: .days(90)),
        rule("31", .mashReferral, .frontDoor, .frontDoor),
        rule("32", .rhiAllocation, .rhi, .rhiWorker),
      ], chairs: [], guards: [], prompts: [], acknowledgedBy: [])
    let child = try Sample.missing()
    let page = ChildPage(
      child: child, steps: Derive.steps(of: child) { _ in procedure }, procedure: procedure)
    let desk = try desk(page: page)
    #expect(screen(desk)?.steps.first?.id.step == .mashReferral)
    #expect(line(desk, "MASH referral").contains("at once"))
    #expect(line(desk, "Allocate interview").contains("no limit"))
  }

  @Test("the timeline goes by when things happened, and names who recorded it first")
  func timelineOrder() throws {
    var child = try Sample.missing()
    child = try Sample.record(
      .noteAdded, "2026-11-21 09:00", on: child, by: Sample.manager,
      Body(["text": .text("Rang the aunt")]))
    // Heard of an hour after the note, it had happened before.
    let earlier = Event(
      kind: .policeContacted, body: Body(["reason": .text("No news")]),
      occurred: Sample.at("2026-11-21 07:00"), recorded: Sample.at("2026-11-21 10:00"),
      by: Sample.coordinator, sequence: child.version + 1)
    child = child.applying([earlier])
    let screen = ChildScreen(page: Sample.page(child), step: nil)
    #expect(screen.timeline.prefix(2).map(\.kind) == [.noteAdded, .policeContacted])
    let note = try #require(screen.timeline.first)
    #expect(
      TimelineLine(entry: TimelineEntry(event: note), child: child).signedText(isOnlyTime: false)
        == "Note added · \(Sample.manager.name): Rang the aunt")
  }

  @Test("a triage names the child of the report only where the report names several")
  func childOfReport() {
    func summary(_ place: Int) -> String {
      Event(
        kind: .triaged,
        body: Body([
          "report": .text("R-2026-0001"), "subject": .number(place), "decision": .text("opened"),
        ]), occurred: Sample.now, recorded: Sample.now, by: Sample.frontDoor
      ).summary
    }
    #expect(summary(1) == "R-2026-0001, opened")
    #expect(summary(2) == "R-2026-0001, child 2, opened")
  }

  @Test(
    "a triage is one line with its report and the child's entry, and says that the child is new")
  func triageIsOneLine() throws {
    var child = ChildCase(id: "C-0500")
    child = try Sample.record(
      .childRegistered, "2026-11-21 09:00", on: child, by: Sample.frontDoor,
      Body(["family-name": .text("Pham"), "given-names": .text("Linh")]))
    child = try Sample.record(
      .wentMissing, "2026-11-21 09:00", on: child, by: Sample.frontDoor,
      Body(["from": .text("home"), "category": .text("missing"), "last-seen": .unknown]))
    child = try Sample.record(
      .triaged, "2026-11-21 09:00", on: child, by: Sample.frontDoor,
      Body([
        "report": .text("R-2026-0001"), "subject": .number(1), "decision": .text("opened"),
      ]))
    child = try Sample.record(
      .reportAttached, "2026-11-21 09:00", on: child, by: Sample.frontDoor,
      Body(["report": .text("R-2026-0001")]))
    let screen = ChildScreen(page: Sample.page(child), step: nil)
    #expect(Set(screen.timeline.map(\.kind)) == [.triaged, .wentMissing])
    let entry = try #require(screen.entries.first { $0.event.kind == .triaged })
    let text = TimelineLine(entry: entry, child: child).signedText(isOnlyTime: false)
    #expect(
      text.hasPrefix("Triaged · J. Brown: R-2026-0001") && text.hasSuffix("new on the register"))
    #expect(entry.events.compactMap { $0[.report] }.count == 2, "the report opens from its line")
  }

  @Test("what was just recorded is in sight and marked, wherever it stands by when it happened")
  func freshLine() throws {
    var child = try Sample.returned()
    for hour in 12...19 {
      child = try Sample.record(
        .noteAdded, "2026-11-21 \(hour):00", on: child, by: Sample.manager,
        Body(["text": .text("Note of \(hour)")]))
    }
    let screen = ChildScreen(page: Sample.page(child), step: nil, viewer: .teamManager)
    for isTimelineFocused in [false, true] {
      var world = World(Sample.desk(me: Sample.manager, showing: .child(screen)), [child])
      if isTimelineFocused { world.press("Tab G") }
      world.press("r")
      world.goTo("risk")
      world.press("h")
      world.goTo("at")
      world.type("20/11 9am")
      world.press("Ctrl-S Ctrl-S")
      #expect(world.recorded.count == 1, "\(world.desk.toast?.text ?? "")")
      let shown = render(world.desk).text
      #expect(
        shown.contains { $0.contains("+Fri 20 Nov 09:00 ") && $0.contains("Risk assessed") },
        "\(shown.joined(separator: "\n"))")
    }
  }

  @Test(
    "what was withdrawn is one line below what came after it, and is not read as being in force")
  func withdrawnIsOneLine() throws {
    var world = World(
      Sample.desk(
        me: Sample.manager,
        showing: .child(
          ChildScreen(page: Sample.page(try Sample.missing()), step: nil, viewer: .teamManager))),
      [try Sample.missing()])
    for risk in ["h", "l"] {
      if risk == "l" { world.press("U") }
      world.press("r")
      world.goTo("risk")
      world.press(risk)
      world.goTo("rationale")
      world.press(.paste("Home before dark, seen by her aunt"))
      world.press("Ctrl-S Ctrl-S")
    }
    let entries = try #require(world.child?.entries.prefix(2))
    let lines = entries.map { TimelineLine(entry: $0, child: world.children["C-0412"]!).text }
    #expect(lines.first?.hasPrefix("Risk assessed: low") == true, "\(lines)")
    #expect(lines.last?.hasPrefix("✗ withdrawn: Risk assessed") == true, "\(lines)")
    #expect(world.child?.timeline.contains { $0.kind == .withdrawn } == false)
  }

  @Test(
    "v gives the half that has the keys all the room; else four lines of the timeline are in sight")
  func division() throws {
    var desk = try desk(most: 30)
    func timeline() -> Int {
      let text = render(desk).text
      guard let top = text.firstIndex(where: { $0.contains("Timeline · ") }) else { return 0 }
      return text[(top + 1)...].firstIndex { $0.hasPrefix("└") }.map { $0 - top - 1 } ?? 0
    }
    #expect(timeline() == 4)
    _ = press(&desk, "v")
    #expect(timeline() == 0 && !line(desk, "Work steps").isEmpty)
    _ = press(&desk, "Tab")
    #expect(timeline() >= 12 && line(desk, "Work steps").isEmpty)
    _ = press(&desk, "v Tab")
    #expect(timeline() == 4)
  }

  @Test(
    "no step's name is cut at 80 columns, whatever stands beside it", arguments: StepName.allCases)
  func namesAreWhole(_ name: StepName) throws {
    for part in [nil, "coordinator", "episode", "mash"] as [String?] {
      let rules = [
        rule("1", name, .teamManager, .teamManager, part: part, within: .days(1)),
        rule("2", name, .teamManager, .teamManager, part: part.map { _ in "update" }),
        rule("3", .s47StrategyMeeting, .missingCoordinator, .missingCoordinator),
      ]
      let plain = Sample.procedure
      let procedure = Procedure(
        id: plain.id, title: plain.title, authority: plain.authority, version: 1,
        contentHash: plain.contentHash, rules: rules, chairs: plain.chairs, guards: [],
        prompts: [], acknowledgedBy: plain.acknowledgedBy)
      let child = try Sample.missing()
      let page = ChildPage(
        child: child, steps: Derive.steps(of: child) { _ in procedure }, procedure: procedure)
      let lines = render(try desk(as: .frontDoor, most: 30, page: page)).text
      #expect(
        lines.contains { $0.contains(name.title) },
        "\(lines.joined(separator: "\n"))")
      let wide = render(try desk(200, 60, as: .frontDoor, most: 30, page: page)).text
      if wide.contains(where: { $0.contains(" · update ") }) {
        #expect(lines.contains { $0.contains(" · update ") }, "\(lines.joined(separator: "\n"))")
      }
    }
  }

  @Test(
    "the header keeps the state, the risk and a disclosure at 80 columns, on two lines where needed"
  )
  func headerIsWhole() throws {
    var child = try Sample.returned()
    child = try Sample.record(
      .rhiHeld, "2026-11-21 15:00", on: child, by: Sample.worker,
      Body(["significant-harm": .flag(true)]))
    let lines = render(try desk(page: page(child))).text
    let header = lines.prefix { !$0.hasPrefix(" ?") }.joined(separator: " ")
    for words in [
      "was away 1d 10h, back Sat 21 Nov 08:10", "HARM DISCLOSED", "police risk medium, ours high",
    ] {
      #expect(header.contains(words), "\(lines.joined(separator: "\n"))")
    }
    #expect(!header.contains("…"), "\(header)")
  }

  @Test(
    "what a closure gives up says so, after what is to be done, and nobody is told that it is late")
  func givenUp() throws {
    let page = try page(try Sample.closed())
    let screen = ChildScreen(page: page, step: nil, viewer: .teamManager, asOf: Sample.now)
    let names = Set(screen.givenUp.map(\.step))
    #expect(names.contains(.minutes) && !names.contains(.acknowledge), "\(names)")
    #expect(!screen.page.steps.filter { $0.isOpen && names.contains($0.id.step) }.isEmpty)
    let shown = Set(screen.steps.map(\.id))
    #expect(screen.givenUp.isSubset(of: shown), "never folded away")
    let first = try #require(screen.steps.firstIndex { screen.givenUp.contains($0.id) })
    let last = try #require(screen.steps.lastIndex { $0.id.step == .acknowledge && $0.isOpen })
    #expect(last < first)
    let lines = render(Sample.desk(showing: .child(screen))).text
    #expect(lines.contains { $0.contains("✗") && $0.contains("to be given up") })
    let open = ChildScreen(page: try self.page(try Sample.returned()), step: nil)
    #expect(open.givenUp.isEmpty, "nothing is before the closure")
  }

  @Test("a step that follows from harm says HARM in its row; others of the child do not")
  func harmRow() throws {
    let child = try Sample.record(
      .rhiHeld, "2026-11-21 15:00", on: try Sample.returned(), by: Sample.worker,
      Body(["significant-harm": .flag(true)]))
    let meeting = rule("30", .s47StrategyMeeting, .teamManager, .teamManager)
    let page = try page(
      child,
      and: [
        Rule(
          name: "s47", realises: ["NB-30"], step: .s47StrategyMeeting, tray: .teamManager,
          role: .teamManager, since: [.first(EventMatch(.rhiHeld))], duty: meeting.duty,
          citation: meeting.citation)
      ])
    let lines = render(Sample.desk(showing: .child(ChildScreen(page: page, step: nil)))).text
    #expect(lines.contains { $0.contains("HARM Section 47") || $0.contains("HARM s47") })
    #expect(!lines.contains { $0.contains("HARM Minutes") })
  }
}
