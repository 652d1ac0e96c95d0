import Grid
import Testing
import Workflow

@testable import Desk

@Suite("Words instead of codes, and what is meant by a line")
struct WordsInFormsTests {
  @Test("a form shows the words of a code, and takes the words as well as the code")
  func wordsOfCodes() throws {
    for typed in ["review-meeting", "review meeting", "Review m"] {
      var world = World.page(for: Sample.manager, of: try Sample.returned(), keys: "m")
      world.goTo("kind")
      world.press("Del")
      world.type(typed)
      #expect(world.form?.typed("kind") == "review-meeting", "\(typed)")
      #expect(world.lines.contains { $0.contains("*Meeting") && $0.contains("review meeting") })
      #expect(!world.lines.contains { $0.contains("review-meeting") })
      world.press("Tab")
      #expect(world.lines.contains { $0.contains("*Meeting") && $0.contains("review meeting") })
      #expect(world.desk.spoken.heading.hasPrefix("Meeting held"))
    }
    let field = FormField(
      name: "kind", label: "Meeting", input: .code(["review-meeting"]), isRequired: true)
    #expect(try field.read("Review meeting", now: Sample.now) == .text("review-meeting"))
    let many = FormField(
      name: "m", label: "M", input: .codes(["county-lines", "gang"]), isRequired: false)
    #expect(
      try many.read("county lines, gang", now: Sample.now) == .list(["county-lines", "gang"]))
  }

  @Test("several codes are shown in their words, taken and being spelt")
  func wordsOfSeveral() throws {
    var world = World.page(for: Sample.worker, of: try Sample.returned(), keys: "h")
    world.goTo("reasons")
    world.press("c o u Space")
    #expect(world.form?.typed("reasons") == "county-lines")
    #expect(
      world.lines.contains { $0.contains("Why the child went") && $0.contains("county lines") })
    world.press("b r e")
    #expect(world.lines.contains { $0.contains("bre → break up") })
    world.press(.paste("friends or family"))
    world.press("Esc h")
    #expect(world.lines.contains { $0.contains("county lines") })
  }

  @Test("a line that takes any words says what is meant by it")
  func hints() throws {
    var world = World.page(for: Sample.worker, of: try Sample.returned(), keys: "o")
    world.goTo("how")
    #expect(
      world.lines.contains { $0.contains("Type letters, Space or → takes one: telephone, text") })
    let told = try #require(EventForm.of(.notified).field("how"))
    #expect(
      FormEntry(field: told).hint(isShort: false, room: 152, now: Sample.now, keys: .standard)
        == "How: telephone, visit, text, letter · may stay empty")
  }

  @Test("an attempt says which numbers the reports of the child give")
  func numbers() throws {
    let child = try Sample.record(
      .reported, "2026-11-21 12:00", on: try Sample.returned(), by: Sample.frontDoor,
      Body([
        "reporter": .text("Dana Price"), "reporter-phone": .text("020 7946 0000"),
        "child-phone": .text("07700 900142"),
      ]))
    let world = World.page(for: Sample.worker, of: child, keys: "o")
    #expect(
      world.lines.contains {
        $0.contains("To ring: Dana Price: 020 7946 0000 (report of Sat 21 Nov 12:00)")
      })
    #expect(
      world.form?.head.contains { $0.contains("; the child’s own: 07700 900142") } == true)
    // They stay while others record something of the child.
    guard case .form(var form)? = world.desk.stack.last else {
      Issue.record("no form is open")
      return
    }
    let later = try Sample.record(
      .noteAdded, "2026-11-21 19:00", on: child, by: Sample.manager,
      Body(["text": .text("Rang the school")]))
    form.hear(of: Sample.page(later))
    #expect(form.head.contains { $0.hasPrefix("To ring: Dana Price") })
    #expect(
      !World.page(for: Sample.worker, of: try Sample.returned(), keys: "o").lines.contains {
        $0.contains("To ring")
      })
  }

  @Test("the header says who rated the risk in force, and when, where there is room")
  func whoRated() throws {
    var world = World.page(for: Sample.manager, of: try Sample.returned(), keys: "")
    world.desk.size = Desk.Size(width: 120, height: 40)
    #expect(world.lines.contains { $0.contains("rated Thu 19 Nov 23:30 by K. Thorne") })
  }

  @Test("who located a child and the finder's name are not asked in the same words")
  func foundBy() {
    let labels = EventForm.of(.found).fields.map(\.label)
    #expect(labels.contains("Finder's name") && labels.contains("Located by"))
    #expect(!labels.contains("Found by"))
  }

  @Test(
    "what has no limit in the own tray stands before what is due days later, and is never folded")
  func ownWithoutLimit() throws {
    func rule(_ name: String, _ step: StepName, _ tray: Tray, _ role: Role, _ within: TimeLimit?)
      -> Rule
    {
      Rule(
        name: name, realises: ["NB-\(name)"], step: step, tray: tray, role: role,
        since: [.missingStart], within: within, duty: "Do it",
        citation: Citation(document: "Northbrook procedure", section: "Missing children"))
    }
    let plain = Sample.procedure
    let child = try Sample.missing()
    let procedure = Procedure(
      id: plain.id, title: plain.title, authority: plain.authority, version: 1,
      contentHash: plain.contentHash,
      rules: [
        rule("40", .safeAndWell, .missingCoordinator, .missingCoordinator, nil),
        rule("41", .minutes, .teamManager, .teamManager, nil),
        rule("42", .headOfServiceNotice, .teamManager, .teamManager, .days(2)),
        rule("43", .strategyMeeting, .teamManager, .teamManager, .days(9)),
        rule("44", .allocatedContact, .socialWorker, .socialWorker, nil),
      ], chairs: [], guards: [], prompts: [], acknowledgedBy: [])
    let page = ChildPage(
      child: child, steps: Derive.steps(of: child) { _ in procedure }, procedure: procedure)
    func names(_ now: String, folding: Int) -> [StepName] {
      var screen = ChildScreen(
        page: page, step: nil, viewer: .missingCoordinator, asOf: Sample.at(now))
      screen.mostUnfolded = 3
      #expect(screen.folded.unlimited == folding)
      return screen.steps.map(\.id.step)
    }
    // Behind what is due within 72 hours, before what is due later.
    // What others have to do tonight stands behind the own, and is folded when it is a day old.
    #expect(
      names("2026-11-20 10:00", folding: 0) == [
        .headOfServiceNotice, .safeAndWell, .minutes, .allocatedContact, .strategyMeeting,
      ])
    #expect(
      names("2026-11-21 10:00", folding: 2) == [
        .headOfServiceNotice, .safeAndWell, .strategyMeeting,
      ])
  }
}
