import Desk
import Grid
import Testing
import Workflow

@Suite("A line of work takes few keys")
struct QuickTests {
  @Test("a report read whole becomes a contact in 12 keys or fewer from the tray")
  func triage() throws {
    var world = World(
      Sample.desk(me: Sample.frontDoor, tray: .frontDoor, rows: [Sample.report]),
      [try Sample.returned()])
    world.press("Enter Ctrl-S")
    #expect(world.recorded.count == 1 && world.keys <= 12)
    let submission = try #require(world.recorded.values.first)
    #expect(submission.act == .triage(report: "R-2026-0077", subject: 1, child: "C-0412"))
    #expect(submission.body[name: "last-seen"] == .instant(Sample.at("2026-11-21 17:30")))
    #expect(submission.body[.born] == CivilDate(iso: "2011-03-12"))
    #expect(world.desk.stack.isEmpty, "the next report lies in front")
  }

  @Test("a report that leaves a choice takes a number more")
  func triageWithAChoice() throws {
    for (key, child) in [("1", "C-0412"), ("2", "C-0388"), ("n", nil)] {
      var world = World(
        Sample.desk(me: Sample.frontDoor, tray: .frontDoor, rows: [Sample.report]))
      world.reports["R-2026-0077"] = Sample.draft(isProposed: false)
      world.press("Enter Ctrl-S")
      #expect(world.recorded.isEmpty, "a person must choose")
      world.press("\(key) Ctrl-S")
      #expect(
        world.recorded.values.first?.act
          == .triage(report: "R-2026-0077", subject: 1, child: child))
      #expect(world.keys <= 12)
    }
  }

  @Test("a report is pasted and triaged in 12 keys or fewer")
  func intake() {
    var world = World(Sample.desk(me: Sample.frontDoor, tray: .frontDoor, rows: []))
    world.press("n Tab")
    world.press(.paste("MISSING PERSON REPORT\r\nPRYCE-MORGAN"))
    world.press("Ctrl-S")
    #expect(
      world.effects.contains(
        .receive(
          file: "", text: "MISSING PERSON REPORT\nPRYCE-MORGAN", draftKey: "intake")))
    world.press("Ctrl-S")
    #expect(world.recorded.count == 1 && world.keys <= 12)
  }

  @Test("an attempt at the interview takes 6 keys or fewer from the tray")
  func attempt() throws {
    var world = World(Sample.desk(me: Sample.worker), [try Sample.returned()])
    world.press("Down")
    world.keys = 0
    world.press("o n Ctrl-S")
    #expect(world.recorded.count == 1 && world.keys <= 6)
    #expect(world.recorded.values.first?.body[.answer] == .noAnswer)
    #expect(world.desk.stack.isEmpty && world.desk.trays.selected == 1)
  }

  @Test("an acknowledgement takes 3 keys or fewer, and says in words what it answers")
  func acknowledgement() throws {
    let row = Sample.row(
      412, name: "Pryce-Morgan, Siân 15", due: "2026-11-24 17:00", title: "Acknowledge",
      step: .acknowledge, child: "C-0412")
    for person in [Sample.manager, Sample.coordinator] {
      var world = World(
        Sample.desk(me: person, tray: .teamManager, rows: [row]), [try Sample.closed()],
        rows: [row])
      world.press("a")
      // What an empty answer says is written where it is empty, and it is not called needed.
      #expect(
        render(world.desk).text.contains {
          $0.contains("  Answer ") && $0.contains("empty says: nothing for me")
        })
      world.press("Ctrl-S")
      #expect(world.form == nil && world.recorded.isEmpty)
      #expect(
        render(world.desk).text.contains { $0.contains("seen, and nothing is left for me to do") })
      world.press("y")
      #expect(world.recorded.count == 1 && world.keys <= 3)
      #expect(world.recorded.values.first?.body[.acknowledgement] == .nothingForMe)
      #expect(world.recorded.values.first?.body[.actingAs] == person.role.rawValue)
      #expect(world.children["C-0412"]?.records.last?.acknowledgements.count == 1)
    }
  }

  @Test("a step is done from the child's page by Enter, which opens the form that fits")
  func stepIsDone() throws {
    var world = World(Sample.desk(me: Sample.manager), [try Sample.missing()])
    world.press("Down Enter Enter h Ctrl-S")
    #expect(world.recorded.count == 1)
    #expect(
      world.child?.selectedStep?.id.step == .strategyMeeting, "work goes on with what is open")
  }
}
