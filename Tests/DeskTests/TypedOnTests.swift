import Desk
import Grid
import Testing
import Workflow

@Suite("What is typed on after a form was refused")
struct TypedOnTests {
  private func world(_ children: [ChildCase]) throws -> World {
    var row = Sample.row(
      412, name: "Pryce-Morgan, Siân 15", due: "2026-11-24 17:00", title: "Offer interview",
      step: .rhiOffer, child: "C-0412")
    row.absence = .init(
      started: Sample.at("2026-11-19 21:15"), returned: Sample.at("2026-11-21 08:10"))
    return World(Sample.desk(me: Sample.worker, rows: [row]), children, rows: [row])
  }

  @Test("is no command: the child's record is as it was, and the refusal still stands there")
  func isNoCommand() throws {
    var world = try world([try Sample.returned()])
    for key in "byesterday 18:00\tanna oc" { world.press(key == "\t" ? .tab : .character(key)) }
    world.press("Ctrl-S")
    #expect(world.desk.stack.isEmpty && world.recorded.isEmpty && world.drafts.isEmpty)
    let said = try #require(world.desk.toast?.text)
    #expect(said.hasPrefix("What you typed went nowhere: no line is open here."))
    #expect(said.contains("is back"), "\(said)")
  }

  @Test("also where the page was still being read when the typing began")
  func whileThePageIsRead() throws {
    var world = try world([try Sample.returned()])
    world.isSilent = true
    world.type("byesterday")
    world.isSilent = false
    let page = Sample.page(try Sample.returned())
    world.arrive(.page(page, purpose: .form(.returned, preset: Body())))
    world.type(" 18:00 oh")
    #expect(world.desk.stack.isEmpty)
    #expect(world.desk.toast?.text.hasPrefix("What you typed went nowhere") == true)
  }

  @Test("after a look on the paper, too; Esc ends it without doing anything else")
  func afterALook() throws {
    var world = try world([try Sample.returned()])
    world.type("b18")
    world.arrive(.pause)
    world.type("oh")
    #expect(world.desk.stack.isEmpty)
    world.press(.escape)
    #expect(world.desk.stack.isEmpty && !world.desk.awaitsPause)
    world.press("o")
    #expect(world.isOffering)
  }

  @Test("whoever has had the time to read why goes on as ever: what follows a key is its form's")
  func afterReading() throws {
    var world = try world([try Sample.returned()])
    world.press(.character("b"))
    #expect(world.desk.pauseAwaited == TypedOn.seen)
    world.arrive(.pause)
    #expect(world.desk.pauseAwaited == nil)
    world.press(.character("o"))
    #expect(world.isOffering, "at once")
    // Not so where something was typed blindly: it is no command after whatever pause.
    var blind = try self.world([try Sample.returned()])
    blind.type("b18")
    blind.arrive(.pause)
    #expect(blind.desk.pauseAwaited == nil)
    blind.arrive(.pause)
    blind.type("oh")
    #expect(blind.desk.stack.isEmpty)
  }

  @Test("but one key by itself is a command, once nothing follows it")
  func oneKey() throws {
    var world = try world([try Sample.returned()])
    world.press(.character("b"))
    world.press(.character("o"))
    #expect(world.desk.stack.isEmpty && world.desk.awaitsPause)
    world.arrive(.pause)
    #expect(world.isOffering)
    world.type("no answer")
    #expect(world.desk.context == .form, "a form takes every key at once")
  }

  @Test(
    "a line that takes text is opened at once: who saw that it is another child looks for the right one"
  )
  func finding() throws {
    var world = try world([try Sample.returned()])
    world.type("b/odwyer")
    guard case .find(let find)? = world.desk.stack.last else {
      Issue.record("find is not open")
      return
    }
    #expect(find.text == "odwyer")
  }

  @Test("arrows, page and function keys are commands at once")
  func arrows() throws {
    var world = try world([try Sample.returned()])
    world.press(.character("b"))
    world.press(.function(1))
    #expect(world.desk.context == .help && !world.desk.awaitsPause)
  }
}

extension World {
  /// Whether the form of an attempt to offer the interview lies in front.
  fileprivate var isOffering: Bool {
    if case .event(.rhiOffered, _, _)? = form?.purpose { true } else { false }
  }
}
