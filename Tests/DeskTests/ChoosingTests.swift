import Desk
import Grid
import Testing
import Workflow

@Suite("One way to take a choice, one meaning of now, and keys to the ends of a form")
struct ChoosingTests {
  @Test("letters with Space or the right arrow take a choice in every line that has choices")
  func everyLine() throws {
    for key in ["Space", "Right"] {
      // One of a list.
      var rating = World.page(for: Sample.manager, of: try Sample.missing(), keys: "r")
      rating.goTo("risk")
      rating.press("m \(key)")
      #expect(rating.form?.typed("risk") == "medium", "\(key)")
      // Several of a list.
      var held = World.page(for: Sample.worker, of: try Sample.returned(), keys: "h")
      held.goTo("reasons")
      held.press("c o u \(key)")
      #expect(held.form?.typed("reasons") == "county-lines", "\(key)")
      // Words that are offered for an answer.
      var declined = World.page(for: Sample.worker, of: try Sample.returned(), keys: "d")
      declined.goTo("by")
      declined.press("t \(key)")
      #expect(declined.form?.typed("by") == "the child", "\(key)")
    }
  }

  @Test("letters that begin one answer alone are it once the line is left; other words stay")
  func wordsOnLeaving() throws {
    for (typed, read) in [
      ("p", "a parent"), ("carer", "a carer"), ("a", "a"), ("grandparent", "grandparent"),
      ("a p", "a parent"), ("the child's aunt", "the child's aunt"),
    ] {
      var declined = World.page(for: Sample.worker, of: try Sample.returned(), keys: "d")
      declined.goTo("by")
      declined.type(typed)
      declined.press("Tab")
      #expect(declined.form?.typed("by") == read, "\(typed)")
    }
  }

  @Test(
    "who held the interview is first the one to whom it is allocated, and nobody else by itself")
  func heldBy() throws {
    func held(allocatedTo worker: String?) throws -> FormEntry? {
      var child = try Sample.returned()
      if let worker {
        child = try Sample.record(
          .rhiAllocated, "2026-11-21 09:00", on: child, by: Sample.manager,
          Body(["worker": .text(worker)]))
      }
      let form = World.page(for: Sample.worker, of: child, keys: "h").form
      return form?.entries.first { $0.field.name == "by" }
    }
    #expect(try held(allocatedTo: nil)?.text.text == "A. Rahman")
    #expect(try held(allocatedTo: "A. Rahman")?.text.text == "A. Rahman")
    let other = try held(allocatedTo: "Idris Farah")
    #expect(other?.text.text == "" && other?.suggestions.first == "Idris Farah")
  }

  @Test("every hint names the same keys")
  func hints() throws {
    var held = World.page(for: Sample.worker, of: try Sample.returned(), keys: "h")
    for field in ["reasons", "outcome"] {
      held.goTo(field)
      #expect(
        held.lines.contains { $0.contains("Type letters, Space or → takes one: ") }, "\(field)")
    }
    var declined = World.page(for: Sample.worker, of: try Sample.returned(), keys: "d")
    declined.goTo("by")
    #expect(
      declined.lines.contains { $0.contains("Type letters, Space or → takes one: the child") })
  }

  @Test("what is none of the choices is told in words, and of several letters what each begins")
  func complaints() throws {
    var meeting = World.page(for: Sample.manager, of: try Sample.missing(), keys: "p")
    meeting.goTo("invited")
    meeting.type("pm")
    meeting.press("Tab")
    let error = try #require(meeting.form?.entries.first { $0.field.name == "invited" }?.error)
    #expect(error.contains("Space behind each letter takes it: p police, m missing coordinator"))
    meeting.goTo("invited")
    meeting.press("Ctrl-U")
    meeting.type("zebra")
    meeting.press("Tab")
    let other = try #require(meeting.form?.entries.first { $0.field.name == "invited" }?.error)
    #expect(other.hasPrefix("'zebra' is none of: police, missing coordinator"))
    #expect(!other.contains("missing-coordinator"))
  }

  @Test("now is when the form was begun, shown so, and the same after a draft comes back")
  func nowIsWhenTyped() throws {
    let child = try Sample.missing()
    var world = World.page(for: Sample.manager, of: child, keys: "r")
    let begun = world.desk.now
    world.goTo("risk")
    world.press("h")
    world.desk.now = begun.adding(seconds: 25 * 60)
    world.goTo("rationale")
    world.type("seen with older men")
    let time = try #require(world.form?.entries.first { $0.field.name == "at" })
    #expect(time.echo(now: world.desk.now) == "= \(begun.spokenShort)")
    world.press("Esc")
    world.desk.now = begun.adding(seconds: 55 * 60)
    world.press("r")
    let back = try #require(world.form)
    let again = try #require(back.entries.first { $0.field.name == "at" })
    guard case .success(.instant(let read)?) = again.read(now: world.desk.now) else {
      Issue.record("no time")
      return
    }
    #expect(abs(begun.since(read)) < 60)
  }

  @Test("a time that is typed as now, or as so long ago, does not move while the form waits")
  func typedTimesStand() throws {
    var world = World.page(for: Sample.manager, of: try Sample.missing(), keys: "r")
    let begun = world.desk.now
    for (typed, back) in [("now", 0), ("2h ago", 7_200)] {
      world.goTo("at")
      world.press("Ctrl-U")
      world.type(typed)
      world.desk.now = world.desk.now.adding(seconds: 1_800)
      let time = try #require(world.form?.entries.first { $0.field.name == "at" })
      #expect(
        time.read(now: world.desk.now)
          == .success(.instant(world.desk.now.adding(seconds: -1_800 - Int64(back)))))
    }
    #expect(world.desk.now > begun)
  }

  @Test("Ctrl-Home and Ctrl-End go to the ends of a form, PgDn and PgUp by what is seen")
  func ends() throws {
    var world = World.page(for: Sample.worker, of: try Sample.returned(), keys: "h")
    let last = try #require(world.form).entries.count - 1
    for keys in ["Ctrl-End", "Alt->"] {
      world.press("Ctrl-Home")
      #expect(world.form?.focus == 0)
      world.press(keys)
      #expect(world.form?.focus == last)
    }
    world.press("Alt-<")
    #expect(world.form?.focus == 0)
    world.press("PgDn")
    let page = try #require(world.form?.focus)
    #expect(page >= 3 && page < last)
    world.press("PgUp")
    #expect(world.form?.focus == 0)
    for _ in 0...last { world.press("PgDn") }
    #expect(world.form?.focus == last)
  }

  @Test("a time that is mended keeps no warning of the one before", arguments: ["Ctrl-U", "Esc r"])
  func noStaleWarning(by keys: String) throws {
    var world = World.page(for: Sample.manager, of: try Sample.missing(), keys: "r")
    func warning() -> String? { world.form?.entries.first { $0.field.name == "at" }?.warning }
    world.goTo("at")
    world.type("tomorrow 9")
    world.press("Tab")
    #expect(warning() == "This is in the future")
    world.press("Ctrl-S")
    world.press(keys)
    world.goTo("at")
    world.press("Ctrl-U")
    world.type("0.30")
    #expect(warning() == nil)
    world.press("Tab")
    #expect(warning() == nil)
    #expect(!world.lines.contains { $0.contains("This is in the future") })
  }

  @Test("letters narrow the list of parts, and Enter plays the first that fits")
  func partsNarrow() {
    var desk = Sample.desk(me: Sample.worker)
    desk.colleagues = [Sample.worker, Sample.manager, Sample.coordinator]
    _ = press(&desk, "P c o o r d")
    guard case .people(let screen)? = desk.stack.last else {
      Issue.record("no list")
      return
    }
    #expect(screen.text == "coord")
    let shown = render(desk).text
    #expect(shown.contains { $0.contains("Whose part to play: coord") })
    #expect(shown.contains { $0.contains(Sample.coordinator.name) })
    #expect(!shown.contains { $0.contains(Sample.manager.name) })
    _ = press(&desk, "z Enter")
    #expect(desk.me == Sample.worker && desk.toast?.text.contains("Nobody here is called") == true)
    _ = press(&desk, "Backspace Enter")
    #expect(desk.me == Sample.coordinator)
  }
}
