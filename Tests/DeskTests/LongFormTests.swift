import Grid
import Testing
import Workflow

@testable import Desk

@Suite("Long forms")
struct LongFormTests {
  private func world(_ kind: EventKind, by person: Person, _ child: ChildCase) -> World {
    var world = World(Sample.desk(80, 24, me: person), [child])
    world.desk.stack = [
      .form(FormScreen(event: kind, page: Sample.page(child), preset: Body(), command: "c"))
    ]
    return world
  }

  private func rows(_ world: World) -> [String] { render(world.desk).text }

  @Test("what opens steps is in sight when the form of a meeting or an interview opens")
  func drivingLinesFirst() throws {
    let meeting = rows(world(.meetingHeld, by: Sample.manager, try Sample.missing()))
    for label in ["Section 47 to start", "Risk", "Next meeting", "Quorate"] {
      #expect(meeting.contains { $0.contains(label) }, "\(label)")
    }
    let interview = rows(world(.rhiHeld, by: Sample.worker, try Sample.returned()))
    for label in ["Outcome", "Significant harm", "Why the child went", "Risk"] {
      #expect(interview.contains { $0.contains(label) }, "\(label)")
    }
  }

  @Test("a line of choices says so before anybody types, and not once something stands there")
  func offersChoices() throws {
    var world = world(.rhiHeld, by: Sample.worker, try Sample.returned())
    #expect(
      rows(world).contains { $0.contains("Outcome") && $0.contains("one of 3: no issues") })
    #expect(rows(world).contains { $0.contains("Why the child went") && $0.contains("any of 9") })
    #expect(
      rows(world).contains {
        $0.contains("Significant harm") && $0.contains("yes or no; suspected is yes, too")
      })
    world.goTo("outcome")
    world.press("n o Tab")
    #expect(!rows(world).contains { $0.contains("Outcome") && $0.contains("one of 3") })
  }

  @Test("harm disclosed says at once whom to tell, and is no second Ctrl-S")
  func tellsOfHarm() throws {
    var world = world(.rhiHeld, by: Sample.worker, try Sample.returned())
    world.goTo("circumstances")
    world.type("He hit her")
    world.goTo("outcome")
    world.press("s a Tab")
    #expect(!rows(world).contains { $0.contains("Tell the manager and the duty") })
    world.press("y")
    #expect(
      rows(world).contains { $0.contains("! Tell the manager and the duty") })
    world.press("Ctrl-S")
    #expect(world.recorded.count == 1)
  }

  @Test("an acknowledgement reads what the closure says, and lists the same in the same words")
  func acknowledging() throws {
    let child = try Sample.record(
      .recordClosed, "2026-11-21 19:00", on: try Sample.returned(), by: Sample.worker,
      Body([
        "reason": .text("Back home, all is well"), "left-undone": .text("The family moved away"),
      ]))
    func listed(_ kind: EventKind, _ child: ChildCase, by person: Person) -> [String] {
      var form = FormScreen(event: kind, page: Sample.page(child), preset: Body(), command: "c")
      form.listUndone(by: person, now: Sample.now)
      return form.undone.filter { $0.hasPrefix("✗") || $0.hasPrefix("→") }
    }
    let head = world(.acknowledged, by: Sample.manager, child).form?.head ?? []
    #expect(head.contains { $0.hasPrefix("▸ Closed by A. Rahman") && $0.hasSuffix("all is well") })
    #expect(head.contains("▸ Why it gives up what is left: The family moved away"))
    let closing = listed(.recordClosed, try Sample.returned(), by: Sample.worker)
    let acknowledging = listed(.acknowledged, child, by: Sample.worker)
    #expect(!closing.isEmpty && Set(closing).isSuperset(of: acknowledging), "\(acknowledging)")
    #expect(closing.allSatisfy { $0.contains("(") }, "whose it is stands with each")
  }

  @Test("an acknowledgement asks for the words that fit its answer")
  func asksByAnswer() throws {
    let child = try Sample.record(
      .recordClosed, "2026-11-21 19:00", on: try Sample.returned(), by: Sample.worker,
      Body(["reason": .text("Back home, all is well")]))
    var world = world(.acknowledged, by: Sample.manager, child)
    func label() -> String? {
      world.form?.entries.first { $0.field.name == "reason" }?.field.label
    }
    world.goTo("answer")
    #expect(label() == "What you did, or what is missing")
    for (key, words) in [
      ("n", "Why nothing is left to do"), ("a", "What you did"), ("s", "What is missing"),
    ] {
      world.press("Ctrl-U \(key)")
      #expect(label() == words)
      #expect(rows(world).contains { $0.contains(words) })
    }
  }

  @Test(
    "to finish a record whose interview was declined is to close it; of a held one to upload it")
  func finishing() throws {
    let plain = Sample.procedure
    let rule = Rule(
      name: "finalise", realises: ["NB-30"], step: .finalise, tray: .rhi, role: .rhiWorker,
      since: [.last(EventMatch(.rhiHeld)), .last(EventMatch(.rhiDeclined))],
      doneBy: [EventMatch(.uploaded), EventMatch(.finalised), EventMatch(.recordClosed)],
      duty: "Finish it.", citation: Citation(document: "Northbrook procedure", section: "End"))
    let procedure = Procedure(
      id: plain.id, title: plain.title, authority: plain.authority, version: 1,
      contentHash: plain.contentHash, rules: plain.rules + [rule], chairs: plain.chairs,
      guards: [], prompts: [], acknowledgedBy: plain.acknowledgedBy)
    func opened(after kind: EventKind) throws -> EventKind? {
      let child = try Sample.record(
        kind, "2026-11-21 18:00", on: try Sample.returned(), by: Sample.worker)
      return Derive.steps(of: child) { _ in procedure }
        .first { $0.isOpen && $0.id.step == .finalise }?.form(for: .rhiWorker).0
    }
    #expect(try opened(after: .rhiDeclined) == .recordClosed)
    #expect(try opened(after: .rhiHeld) == .uploaded)
  }

  @Test("Ctrl-N goes through what is wanted and empty, and the foot counts it")
  func goesThroughWanted() throws {
    var world = world(.rhiHeld, by: Sample.worker, try Sample.returned())
    #expect(rows(world).contains { $0.contains("8 wanted: Ctrl-N · line 2 of 35") })
    world.press("K Ctrl-N")
    #expect(rows(world).contains { $0.contains("7 wanted: Ctrl-N") })
    var gone: [String] = []
    for _ in 0..<7 {
      gone.append(world.form.map { $0.entries[$0.focus].field.name } ?? "")
      world.press("Ctrl-N")
    }
    #expect(
      gone == [
        "place", "outcome", "significant-harm", "reasons", "consent", "child-consent",
        "circumstances",
      ])
    #expect(world.form.map { $0.entries[$0.focus].field.name } == "place")
  }
}
