import Desk
import Grid
import Testing
import Workflow

@Suite("The list of all that can be chosen in a line")
struct ChoicesTests {
  private func world(
    _ field: String, of keys: String = "h", me: Person = Sample.worker, width: Int = 80
  ) throws -> World {
    let child = try Sample.returned()
    var world = World(Sample.desk(width, 24, me: me), [child])
    world.desk.stack = [.child(ChildScreen(page: Sample.page(child), step: nil))]
    world.press(keys)
    world.goTo(field)
    return world
  }

  private func list(_ world: World) -> ChoicesScreen? {
    if case .choices(let list)? = world.desk.stack.last { list } else { nil }
  }

  @Test(
    "what the line says is ticked, Space ticks more, Enter takes all, with the cursor on the row")
  func several() throws {
    var world = try world("reasons")
    world.press("b u l Space Ctrl-O")
    #expect(list(world)?.ticked == ["bullying"])
    let place = try #require(list(world)?.items.firstIndex { $0.code == "bullying" })
    #expect(list(world)?.selected == place)
    let frame = render(world.desk)
    let row = try #require(frame.cursor?.row)
    #expect(frame.text[row].contains("[✓] bullying"))
    world.press("Down Space")
    #expect(list(world)?.ticked.count == 2)
    let next = try #require(list(world)?.items[place + 1].code)
    world.press("Enter")
    #expect(world.form?.typed("reasons") == "bullying, \(next)")
    world.press("Ctrl-O Space Enter")
    #expect(world.form?.typed("reasons") == next, "the tick was taken away again")
  }

  @Test("Esc leaves the line as it was, also what was on the way to a choice")
  func left() throws {
    var world = try world("reasons")
    world.press("b u l Space g r Ctrl-O")
    #expect(list(world)?.text == "gr" && list(world)?.fitting.first?.code == "grooming")
    world.press("Space Down Down Space Esc")
    #expect(world.form?.typed("reasons") == "bullying")
    world.press("Tab")
    #expect(world.form?.typed("reasons") == "bullying, grooming")
  }

  @Test(
    "letters narrow the list, Space makes it whole again, and what is meant by letters is taken")
  func narrowed() throws {
    var world = try world("reasons")
    world.press("Ctrl-O")
    let all = try #require(list(world)?.fitting.count)
    world.press("b u l")
    #expect(list(world)?.fitting.map(\.code) == ["bullying"] && all > 5)
    world.press("Space")
    #expect(list(world)?.fitting.count == all && list(world)?.ticked == ["bullying"])
    world.press("g r o o Enter")
    #expect(world.form?.typed("reasons") == "bullying, grooming")
    world.press("Ctrl-O x x")
    #expect(render(world.desk).text.contains { $0.contains("No choice is called so") })
    for key in ["Space", "Enter"] {
      world.press(key)
      #expect(world.desk.toast?.text == "No choice is called “xx”; Ctrl-U shows all")
    }
    world.press("Ctrl-U")
    #expect(list(world)?.fitting.count == all)
  }

  @Test("rows that were only read are not chosen by Enter where several may be")
  func onlyRead() throws {
    var world = try world("reasons")
    world.press("Ctrl-O Down Down Enter")
    #expect(list(world) != nil && world.desk.toast?.text.contains("Nothing is ticked") == true)
    world.press("Esc")
    #expect(world.form?.typed("reasons") == "")
  }

  @Test("of one choice Enter takes the selected row; a tick taken away empties the line")
  func one() throws {
    var world = try world("outcome")
    world.press("Ctrl-O")
    let codes = try #require(list(world)?.items.map(\.code))
    world.press("Down Down Enter")
    #expect(world.form?.typed("outcome") == codes[2])
    world.press("Ctrl-O")
    #expect(list(world)?.selected == 2 && list(world)?.ticked == [codes[2]])
    world.press("Up Space")
    #expect(list(world)?.ticked == [codes[1]], "one tick at a time")
    world.press("Enter Ctrl-O Space Enter")
    #expect(world.form?.typed("outcome") == "")
  }

  @Test("what is no choice stays in the list with its tick, until somebody takes that away")
  func stray() throws {
    var world = try world("reasons")
    world.press("b u l Space")
    world.type("xyggr")
    world.press("Tab Shift-Tab Ctrl-O")
    #expect(list(world)?.items.first?.words == "“xyggr”, no such choice")
    #expect(list(world)?.ticked == ["bullying", "xyggr"])
    world.press("Home Space Enter")
    #expect(world.form?.typed("reasons") == "bullying")
    #expect(world.form?.entries.first { $0.field.name == "reasons" }?.error == nil)
  }

  @Test("what is taken there is typed: it is kept, and looked at as ever")
  func typed() throws {
    var world = try world("risk", of: "r", me: Sample.manager)
    world.press("Ctrl-O h i g h Enter")
    #expect(world.form?.typed("risk") == "high" && world.desk.isTyping)
    world.press("Esc")
    #expect(world.drafts.values.first?.values["risk"] == "high")
  }

  @Test("pages, both ends and a question mark go as in other lists, with the names hidden, too")
  func keys() throws {
    var world = try world("reasons")
    world.press("F9 ?")
    let count = try #require(list(world)?.items.count)
    world.press("End")
    #expect(list(world)?.selected == count - 1)
    world.press("PgUp")
    #expect(try #require(list(world)).selected < count - 1)
    world.press("Home PgDn F9")
    #expect(list(world)?.selected ?? 0 > 1 && world.desk.hidesNames == false)
    #expect(render(world.desk).text.last?.contains("Space tick") == true)
    world.press("F1")
    #expect(world.desk.context == .help)
  }

  @Test(
    "a question mark is never text in a line with choices: it lists them, or says that there is none such",
    arguments: ["reasons", "outcome", "significant-harm"])
  func questionMark(field: String) throws {
    var world = try world(field)
    world.press("?")
    #expect(list(world)?.items.isEmpty == false)
    world.press("Esc")
    #expect(world.form?.typed(field) == "" && world.form?.entries[0].spelt == "")
    world.type("zzqq? ask")
    #expect(list(world) == nil && world.form != nil, "who writes a sentence ticks nothing by it")
    #expect(world.form?.typed(field).contains("?") == false)
  }

  @Test("the mouse selects a row, then ticks it")
  func mouse() throws {
    var world = try world("reasons")
    world.press("F7 Ctrl-O")
    world.press(.click(row: 4, column: 10))
    world.press(.click(row: 4, column: 10))
    #expect(list(world)?.selected == 2 && list(world)?.ticked.count == 1)
  }

  @Test("in plain mode the list says itself, and each change in one line")
  func plain() throws {
    var world = try world("reasons")
    var voice = PlainVoice()
    _ = voice.pieces(for: world.desk)
    func said(_ keys: String) -> [PlainVoice.Piece] {
      world.press(keys)
      return voice.pieces(for: world.desk)
    }
    let count = try #require(
      EventForm.of(.rhiHeld).field("reasons").flatMap { FormEntry(field: $0).manyCodes.count })
    let heading =
      "Choices, Why the child went. Letters narrow, Space ticks each that is meant, Enter takes "
      + "them, Esc leaves the line as it was"
    let opened = said("Ctrl-O")
    #expect(opened.count == 2 && opened.first == .line(heading), "\(opened)")
    #expect(said("b").count == 1)
    let ticked = said("Space")
    #expect(ticked.count == 1, "\(ticked)")
    if case .line(let line)? = ticked.first { #expect(line.contains(", ticked. ")) }
    #expect(said("Down").count == 1 && count > 5)
    #expect(voice.answer(for: world.desk, isAll: true).count == count + 1)
  }

  @Test("how an interview was offered is offered itself; any other words will do")
  func how() throws {
    for (typed, read) in [
      ("tel ", "telephone"), ("tel to his mother", "telephone to his mother"),
      ("i the library", "in person at the library"), ("school says no", "school says no"),
      ("carer", "through the carer or placement"), ("by pigeon", "by pigeon"),
      ("text to mum", "text to mum"), ("v, nobody in", "v, nobody in"),
    ] {
      var world = try world("how", of: "o")
      world.type(typed)
      world.press("Tab")
      #expect(world.form?.typed("how") == read)
    }
    var world = try world("how", of: "o")
    let text = render(world.desk).text.joined(separator: " ")
    #expect(text.contains("through school") && text.contains("in person at"))
    var small = try self.world("how", of: "o", width: 40)
    small.press(.resize(width: 40, height: 12))
    #expect(render(small.desk).text.contains { $0.contains("(Ctrl-O lists all)") })
    world.press("Ctrl-O Down Down Down Enter")
    #expect(world.form?.typed("how") == "email")
    world.type("to the carer")
    #expect(world.form?.typed("how") == "email to the carer")
  }
}
