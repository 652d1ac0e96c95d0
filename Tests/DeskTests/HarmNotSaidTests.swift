import Grid
import Testing
import Workflow

@testable import Desk

@Suite("Whether harm was disclosed, where the interview does not say")
struct HarmNotSaidPageTests {
  /// A closed record whose interview says everything else.
  private func closed() throws -> ChildCase {
    var told = Sample.heldWhole
    told[name: "significant-harm"] = nil
    let child = try Sample.record(
      .rhiHeld, "2026-11-21 15:00", on: try Sample.returned(), by: Sample.worker, told)
    return try Sample.record(
      .recordClosed, "2026-11-21 17:00", on: child, by: Sample.worker,
      Body(["reason": .text("Back at Elm House, plan agreed")]))
  }

  private func world() throws -> World {
    let child = try closed()
    let screen = ChildScreen(page: Sample.page(child), step: nil, viewer: .teamManager)
    return World(Sample.desk(me: Sample.manager, showing: .child(screen)), [child])
  }

  private func says(_ world: World, _ words: String) -> Bool {
    render(world.desk).text.contains { $0.contains(words) }
  }

  @Test("the child's page says so above all, and F fills it in")
  func page() throws {
    var world = try world()
    #expect(
      says(world, "? Not said if harm was disclosed (F): Interview held (Sat 21 Nov 15:00)"))
    world.press("F")
    #expect(world.form?.entries[world.form?.focus ?? 0].field.name == "significant-harm")
    world.press("n o Ctrl-S")
    #expect(world.recorded.count == 1)
    #expect(
      !says(world, "Not said") && !says(world, "Still to be filled in"),
      "what nobody asked besides may stay open")
  }

  @Test("the list of attempts says that it is not said, until it is")
  func ledger() throws {
    let lines = EpisodeFile(page: Sample.page(try closed()), now: Sample.now).lines
    #expect(lines.contains { $0.contains("no issues · harm: not said · A. Rahman") }, "\(lines)")
    let whole = EpisodeFile(page: Sample.page(try Sample.closed()), now: Sample.now).lines
    #expect(!whole.contains { $0.contains("harm: not said") })
  }

  @Test("who acknowledges reads whom to ask, and says what was heard")
  func acknowledgement() throws {
    var world = try world()
    world.press("a")
    #expect(says(world, "! Not said in Interview held (Sat 21 Nov 15:00): significant harm"))
    #expect(says(world, "*What you heard of harm"), "what is wanted, before an answer is chosen")
    world.press("Ctrl-S")
    #expect(world.desk.context == .form && world.recorded.isEmpty)
    world.goTo("answer")
    world.press("n")
    world.goTo("reason")
    world.type("Asked Rahman: nothing")
    world.press("Ctrl-S")
    #expect(says(world, "Not said in Interview held"), "the question names it, too")
    world.press("y")
    #expect(world.recorded.count == 1, "\(world.desk.toast?.text ?? "")")
  }

  @Test("whoever recorded the interview is not sent to ask of oneself")
  func ownInterview() throws {
    var told = Sample.heldWhole
    told[name: "significant-harm"] = nil
    let child = try Sample.record(
      .rhiHeld, "2026-11-21 15:00", on: try Sample.returned(), by: Sample.worker, told)
    let screen = ChildScreen(page: Sample.page(child), step: nil, viewer: .rhiWorker)
    for (person, way) in [
      (Sample.worker, "you recorded it: fill it in"), (Sample.coordinator, "ask A. Rahman"),
    ] {
      var world = World(Sample.desk(me: person, showing: .child(screen)), [child])
      world.press("c")
      #expect(
        world.form?.undone.contains { $0.hasSuffix(way) } == true, "\(world.form?.undone ?? [])")
    }
  }

  @Test(
    "who acknowledges next reads what was heard, and the page of the finished record still says so")
  func afterwards() throws {
    func acknowledged(_ child: ChildCase, _ time: String, _ person: Person) throws -> ChildCase {
      try Sample.record(
        .acknowledged, time, on: child, by: person,
        Body(["answer": .text("nothing-for-me"), "reason": .text("Asked Rahman: nothing told")]))
    }
    let once = try acknowledged(try closed(), "2026-11-21 18:00", Sample.manager)
    let form = FormScreen(
      event: .acknowledged, page: Sample.page(once), preset: Body(), command: "c")
    #expect(
      form.prompts.contains { $0.contains("K. Thorne acknowledged") && $0.contains("Asked Rahman") }
    )
    let twice = try acknowledged(once, "2026-11-21 18:30", Sample.coordinator)
    #expect(twice.currentRecord == nil)
    let screen = ChildScreen(page: Sample.page(twice), step: nil, viewer: .teamManager)
    let after = World(Sample.desk(me: Sample.manager, showing: .child(screen)), [twice])
    #expect(says(after, "Not said if harm was disclosed"), "\(render(after.desk).text)")
  }

  @Test("nor are several acknowledged at once past it")
  func several() throws {
    let child = try closed()
    var row = Sample.row(
      412, name: "Pryce-Morgan, Siân 15", due: "2026-11-24 17:00", title: "Acknowledge",
      step: .acknowledge, child: child.id)
    row.version = child.version
    var world = World(
      Sample.desk(me: Sample.manager, tray: .teamManager, rows: [row]), [child], rows: [row])
    world.press("Space a y")
    #expect(world.recorded.isEmpty && says(world, "significant harm"))
  }
}
