import Grid
import Testing
import Workflow

@testable import Desk

@Suite("What a form and a report say on the screen")
struct FormReadingTests {
  @Test(
    "half a time says what is missing",
    arguments: [
      ("9", "not a time yet: 9am or 9pm?"),
      ("this morning", "not a time yet: at what time? this morning 9"),
      ("tuesdy 9", "not a time yet"),
    ])
  func halfTimes(typed: String, said: String) {
    let field = FormField(name: "at", label: "Held at", input: .instant, isRequired: true)
    #expect(FormEntry(field: field, text: typed).echo(now: Sample.now) == said)
  }

  @Test("a complaint about a time goes once the time is put right")
  func complaintGoes() throws {
    var world = World(Sample.desk(me: Sample.manager), [try Sample.missing()])
    world.desk.stack = [
      .form(
        FormScreen(
          event: .noteAdded, page: Sample.page(try Sample.missing()), preset: Body(), command: "c"))
    ]
    world.goTo("at")
    world.type("tomorrow 9am")
    world.press("Tab Shift-Tab")
    #expect(world.form?.entries.first?.warning == "This is in the future")
    world.press("Ctrl-U")
    world.type("13.20")
    #expect(world.form?.entries.first?.warning == nil)
  }

  @Test("names of the desk are offered, the right arrow takes one, and others may be typed")
  func offersNames() throws {
    var page = Sample.page(try Sample.returned())
    page.staff = ["A. Rahman", "M. Castell"]
    var world = World(Sample.desk(me: Sample.manager), [try Sample.returned()])
    world.desk.stack = [
      .form(FormScreen(event: .rhiAllocated, page: page, preset: Body(), command: "c"))
    ]
    world.goTo("worker")
    #expect(render(world.desk).text.contains { $0.contains("→ A. Rahman, M. Castell") })
    world.type("cas")
    #expect(render(world.desk).text.contains { $0.contains("cas") && $0.contains("→ M. Castell") })
    world.press("Right")
    #expect(world.form?.typed("worker") == "M. Castell")
    world.press("Right")
    #expect(world.form?.typed("worker") == "A. Rahman")
    world.press("Ctrl-U")
    world.type("Somebody else")
    world.press("Right")
    #expect(world.form?.typed("worker") == "Somebody else")
  }

  @Test("a ruled line is cut and wide gaps shrink; words stay whole")
  func layoutFits() {
    let rule = "  3  " + String(repeating: "=", count: 76)
    #expect(fittingLayout(rule, to: 70) == "  3  " + String(repeating: "=", count: 65))
    let head = "  1  THAMESMARK POLICE" + String(repeating: " ", count: 40) + "OFFICIAL"
    let fitted = fittingLayout(head, to: 60)
    #expect(fitted.count == 60 && fitted.hasSuffix(" OFFICIAL"))
    #expect(fittingLayout(head, to: 80) == head)
    let prose = "  9  " + String(repeating: "word ", count: 20)
    #expect(fittingLayout(prose, to: 60) == prose)
    // What is left between columns are two blanks, or one where that is all there was.
    let dotted =
      " 6  Date/time of CTN .............. 01/11/2026 00:40   Created ............. 01/11/2026"
    let short = fittingLayout(dotted, to: 74)
    #expect(short.count == 74 && short.hasPrefix(" 6  Date/time of CTN ..."))
    #expect(short.hasSuffix("Created ... 01/11/2026"))
    #expect(fittingLayout("ab   cd", to: 6) == "ab  cd")
  }

  @Test("when it was reported may be unknown, and an old report is asked about once")
  func oldReport() throws {
    var world = World(Sample.desk(me: Sample.frontDoor))
    world.desk.stack = [.form(.triage(Sample.draft(), command: "c"))]
    world.desk.now = Sample.now.adding(seconds: 40 * 86_400)
    world.goTo("reported-at")
    world.press("Ctrl-U")
    world.type("unknown")
    #expect(
      world.form?.entries.first { $0.field.name == "reported-at" }?.echo(now: world.desk.now)
        == "= not known")
    let aged = world.form?.agedQuestion(now: world.desk.now)
    #expect(aged?.field == "last-seen" && aged?.words.contains("is the child still away?") == true)
    #expect(world.form?.agedQuestion(now: Sample.now) == nil)
  }

  @Test("a notice that a child was found, without a time, asks whether the child is back")
  func unsaidEnd() {
    var draft = Sample.draft()
    draft.tellsOfEnd = true
    var world = World(Sample.desk(me: Sample.frontDoor))
    world.desk.stack = [.form(.triage(draft, command: "c"))]
    #expect(world.form?.head.contains { $0.contains("It says found, or back") } == true)
    world.goTo("found-at")
    world.type("unknown")
    #expect(world.form?.head.contains { $0.contains("is the child back?") } == true)
    world.press("Ctrl-S")
    #expect(world.recorded.isEmpty)
    let line = world.form?.entries.first { $0.field.name == "returned-at" }
    #expect(line?.warning?.contains("is the child back?") == true)
    world.goTo("returned-at")
    world.type("3:10am")
    #expect(world.form?.head.contains { $0.contains("is the child back?") } == false)
  }
}
