import Grid
import Testing
import Workflow

@testable import Desk

@Suite("What a time does that nobody sees in its line")
struct TimesAgainstTests {
  @Test(
    "an interview is of the episode the child is back from, and says that the child is away again")
  func goneAgain() throws {
    let child = try Sample.record(
      .wentMissing, "2026-11-21 18:00", on: try Sample.returned(), by: Sample.frontDoor,
      Body([
        "from": .text("care"), "category": .text("missing"),
        "last-seen": .instant(Sample.at("2026-11-21 18:00")),
      ]), episode: "E-2026-0500")
    #expect(child.currentRecord?.current?.reference == "E-2026-0500")
    for key in ["o", "h"] {
      var world = World(Sample.desk(me: Sample.worker), [child])
      world.press("Down \(key)")
      let form = try #require(world.form)
      #expect(form.title.contains("E-2026-0412") && !form.title.contains("E-2026-0500"))
      #expect(
        form.prompts.first?.hasPrefix(
          "! AWAY AGAIN since Sat 21 Nov 18:00 (E-2026-0500): this is of E-2026-0412, back ")
          == true)
      world.press("n Ctrl-S")
      #expect(world.recorded.isEmpty, "a child who is away is asked about once")
    }
  }

  @Test(
    "a corrected time that gives everybody more time is asked about once, an earlier one is not")
  func softened() throws {
    for (time, asks) in [("19/11 22:00", true), ("19/11 20:00", false)] {
      var screen = ChildScreen(page: Sample.page(try Sample.missing()), step: nil)
      screen.isTimelineFocused = true
      screen.line = 2
      var world = World(
        Sample.desk(120, 40, me: Sample.coordinator, showing: .child(screen)),
        [try Sample.missing()])
      world.press("e")
      #expect(world.form?.title.contains("Went missing") == true)
      world.goTo("last-seen")
      world.press("Ctrl-U")
      world.type(time)
      world.goTo(FormScreen.reasonOfCorrection)
      world.type("the neighbour saw her leave")
      world.press("Ctrl-S")
      let warned = world.form?.line("last-seen")?.warning
      #expect((warned?.contains(" to later by it, ") == true) == asks, "\(time): \(warned ?? "")")
      #expect(world.recorded.isEmpty == asks)
    }
  }

  @Test("an interview of no issues and a high risk is asked about once")
  func noIssues() throws {
    var world = World(Sample.desk(me: Sample.worker), [try Sample.returned()])
    world.press("Down h")
    world.goTo("outcome")
    world.press("n")
    world.goTo("risk")
    world.press("h")
    world.press("Ctrl-S")
    #expect(world.recorded.isEmpty)
    #expect(world.form?.line("outcome")?.warning?.contains("High risk below") == true)
  }

  @Test(
    "an upload while the child is away again files the interview that was held, not the next one")
  func uploadOfEarlier() throws {
    var child = try Sample.record(
      .rhiHeld, "2026-11-21 15:00", on: try Sample.returned(), by: Sample.worker)
    child = try Sample.record(
      .wentMissing, "2026-11-21 18:00", on: child, by: Sample.frontDoor,
      Body([
        "from": .text("care"), "category": .text("missing"),
        "last-seen": .instant(Sample.at("2026-11-21 18:00")),
      ]), episode: "E-2026-0500")
    var world = World(Sample.desk(me: Sample.worker), [child])
    world.press("Down u")
    let form = try #require(world.form)
    #expect(form.title.contains("E-2026-0412") && !form.title.contains("E-2026-0500"))
    #expect(form.prompts.first?.hasPrefix("! AWAY AGAIN since Sat 21 Nov 18:00") == true)
    child = try Sample.record(.uploaded, "2026-11-21 18:30", on: child, by: Sample.worker)
    let episodes = try #require(child.currentRecord?.episodes)
    #expect(episodes.map { $0.log.contains(.uploaded) } == [true, false])
  }
}
