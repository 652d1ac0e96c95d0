import Desk
import Grid
import Testing
import Workflow

@Suite("Answers that take their time")
struct WaitingTests {
  @Test("keys typed ahead go to the screen that was asked for")
  func keysTypedAhead() throws {
    var world = World(Sample.desk(), [try Sample.returned()])
    world.press("Down")
    world.isSilent = true
    world.press("o n q Up")
    #expect(world.desk.stack.isEmpty && world.effects.filter { $0 == .quit }.isEmpty)
    world.isSilent = false
    world.arrive(
      .page(Sample.page(try Sample.returned()), purpose: .form(.rhiOffered, preset: Body())))
    #expect(world.form?.typed("answer") == "no-answer")
    #expect(world.form?.focus == 2)
  }

  @Test("Enter twice opens one page")
  func enterTwiceOpensOnePage() throws {
    var world = World(Sample.desk(me: Sample.manager), [try Sample.missing()])
    world.press("Down")
    world.isSilent = true
    world.press("Enter Enter")
    #expect(world.effects.count == 1)
  }

  @Test("Esc stops waiting, and the late page stays away from a form")
  func escStopsWaiting() throws {
    var world = World(Sample.desk(), [try Sample.returned()])
    world.press("Down")
    world.isSilent = true
    world.press("Enter z Esc n")
    #expect(world.form != nil)
    world.arrive(.page(Sample.page(try Sample.returned()), purpose: .show(step: nil)))
    #expect(world.form != nil)
  }

  @Test("what is typed before a form's draft has come is the form's, and Esc keeps it")
  func typedBeforeTheDraft() throws {
    var world = World(Sample.desk())
    world.isSilent = true
    world.press("n")
    let text = String(repeating: "/long/way/to/a/report", count: 8)
    for letter in text { world.press(String(letter)) }
    world.press("Esc")
    world.isSilent = false
    let key = try #require(
      world.effects.compactMap { if case .loadDraft(let key) = $0 { key } else { nil } }.last)
    world.arrive(.draftFound(key: key, nil))
    #expect(world.desk.stack.isEmpty)
    #expect(world.drafts.values.contains { $0.values.values.contains(text) })
  }

  @Test("what fails is said, and what was typed for it is forgotten")
  func whatFailsIsSaid() {
    var world = World(Sample.desk())
    world.isSilent = true
    world.press("Enter q")
    world.isSilent = false
    world.arrive(.failed("The desk's file cannot be read"))
    #expect(world.desk.toast?.text == "The desk's file cannot be read")
    world.press("?")
    #expect(world.desk.context == .help)
  }

  @Test("hits of an earlier question are not shown")
  func lateHits() {
    var desk = Sample.desk()
    let questions = press(&desk, "/ s i")
    #expect(questions.count == 2)
    guard case .find("s", let old) = questions.first, case .find("si", let new) = questions.last
    else { return }
    let hit = FoundRow(child: "C-1", title: "Smith, Sam", detail: "")
    _ = update(&desk, .found([hit], generation: new))
    _ = update(&desk, .found([], generation: old))
    guard case .find(let find) = desk.stack.last else { return }
    #expect(find.hits == [hit])
    _ = press(&desk, "Esc")
    _ = update(&desk, .found([hit], generation: new))
    #expect(desk.stack.isEmpty)
  }

  @Test(
    "a hit that is a report opens its triage; one set aside is shown where it can be taken back")
  func reportsFound() {
    var desk = Sample.desk(me: Sample.frontDoor)
    func find(_ target: FoundRow.Target) -> [Effect] {
      _ = press(&desk, "/ l")
      let hit = FoundRow(target, title: "HADDAD, Layla?", detail: "REPORT WAITS · R-2026-0009")
      _ = update(&desk, .found([hit], generation: desk.generation))
      return press(&desk, "Enter")
    }
    #expect(find(.waiting(report: "R-2026-0009")) == [.readReport("R-2026-0009", .named("l"))])
    #expect(desk.stack.isEmpty)
    _ = update(&desk, .failed("Nothing was read"))
    #expect(find(.aside(report: "R-2026-0007")) == [.loadAsides])
    let rows = ["R-2026-0008", "R-2026-0007"].map {
      AsideRow(
        reference: $0, name: "", title: "", decision: "duplicate", by: "M", at: nil, reason: "r")
    }
    _ = update(&desk, .asides(rows))
    guard case .asides(let asides) = desk.stack.last else {
      Issue.record("The list is not there")
      return
    }
    #expect(asides.row?.reference == "R-2026-0007")
  }

  @Test("an intake that fails keeps its text")
  func anIntakeThatFails() {
    var world = World(Sample.desk(me: Sample.frontDoor))
    world.press("n")
    world.isSilent = true
    world.press("/ t m p Ctrl-S x")
    world.isSilent = false
    world.arrive(.failed("/tmp is a folder"))
    #expect(world.form?.typed("file") == "/tmp")
    #expect(world.drafts["intake"]?.values == ["file": "/tmp"])
    world.press("Ctrl-S Esc Esc n")
    #expect(world.form?.typed("file") == "", "a report that was read leaves no draft")
  }

  @Test("help runs the command that it shows, on what lies below")
  func helpRunsTheCommand() throws {
    var world = World(Sample.desk(), [try Sample.returned()])
    world.press("Down ? a t t e m p t Enter")
    #expect(world.form?.title == "Interview attempt · Pryce-Morgan, Siân · E-2026-0412")
    world.press("Esc ? r i s k Enter")
    #expect(world.desk.toast?.text.hasPrefix("As RHI worker you may not record") == true)
    world.press("? l i n e Space o f Space t h e Space f o r m Enter")
    #expect(world.desk.toast?.text == "Only in a form")
  }

  @Test("a long text scrolls to its end and no further")
  func aLongTextScrolls() {
    var desk = Sample.desk(
      me: Sample.frontDoor, showing: .form(.triage(Sample.draft(), command: "c")))
    _ = press(&desk, "F3" + String(repeating: " PgDn", count: 20))
    #expect(render(desk).text.joined().contains("Line 40 of what the officer wrote"))
    let end = render(desk)
    _ = press(&desk, "Up")
    #expect(render(desk) != end)
    _ = press(&desk, "Esc")
    #expect(desk.context == .form)
  }

  @Test("a line of the timeline is read whole by Enter")
  func aLineIsReadWhole() throws {
    var world = World(Sample.desk(), [try Sample.returned()])
    world.press("Down Enter Tab Down Down Down Enter")
    let text = render(world.desk).text.joined(separator: "\n")
    #expect(text.contains("Rationale: Second time in a month, seen with older men"))
    #expect(text.contains("By: K. Thorne, team manager"))
  }
}
