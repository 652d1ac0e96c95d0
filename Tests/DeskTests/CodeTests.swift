import Grid
import Testing
import Workflow

@testable import Desk

@Suite("Coded lists, chosen by typing")
struct CodeTests {
  private func world(_ person: Person, _ child: ChildCase, keys: String) -> World {
    var world = World(Sample.desk(me: person), [child])
    world.desk.stack = [.child(ChildScreen(page: Sample.page(child), step: nil))]
    world.press(keys)
    return world
  }

  @Test("the letters of a code, or of a later word in it, find it in a long list")
  func findsByLetters() throws {
    var world = world(Sample.manager, try Sample.returned(), keys: "m")
    func kind() -> String? { world.form?.typed("kind") }
    for (typed, code) in [
      ("rev", "review-meeting"), ("prof", "professionals-meeting"),
      ("strategy-d", "strategy-discussion"),
      ("s47", "s47-strategy-meeting"), ("leaver", "care-leaver-meeting"),
    ] {
      world.press("Del")
      world.type(typed)
      #expect(kind() == code, "\(typed)")
    }
    world.press("Del r e v Backspace Backspace")
    #expect(kind() == "review-meeting")
    world.press("Backspace")
    #expect(kind() == "")
    // The list goes along with the choice.
    world.type("leaver")
    #expect(render(world.desk).text.joined(separator: " ").contains("[care leaver meeting]"))
  }

  @Test("Space behind letters keeps what they chose; by itself it goes on to the next")
  func spaceTakes() throws {
    var world = world(Sample.worker, try Sample.returned(), keys: "h")
    world.goTo("outcome")
    world.press("s")
    let chosen = try #require(world.form?.typed("outcome"))
    #expect(chosen.hasPrefix("s"))
    world.press("Space")
    #expect(world.form?.typed("outcome") == chosen)
    world.press("Space")
    #expect(world.form?.typed("outcome") != chosen)
  }

  @Test("several are taken by letters and Space, and taken away again")
  func takesSeveral() throws {
    var world = world(Sample.worker, try Sample.returned(), keys: "h")
    world.goTo("reasons")
    func reasons() -> String? { world.form?.typed("reasons") }
    world.press("b u l Space")
    #expect(reasons() == "bullying")
    world.press("g a Space")
    #expect(reasons() == "bullying, gang")
    world.press("Q")
    #expect(world.desk.toast?.text == "No choice is called that; Space goes through them")
    // What is being spelt goes first, and takes nothing that was chosen with it.
    world.press("Ctrl-U")
    #expect(reasons() == "bullying, gang")
    world.press("x y Ctrl-W")
    #expect(reasons() == "bullying, gang")
    // What was begun counts when the line is left.
    world.press("c o u Tab Shift-Tab")
    #expect(reasons() == "bullying, gang, county-lines")
    world.press("Backspace")
    #expect(reasons() == "bullying, gang")
    world.press("b u Space")
    #expect(reasons() == "gang")
    world.press(.paste("personal; grooming, nonsense"))
    #expect(reasons() == "gang, personal, grooming")
    // The form asks once more, because it does not say whether harm was disclosed.
    world.press("b r e Ctrl-S Ctrl-S")
    #expect(
      world.recorded.values.first?.body[name: "reasons"]
        == .list(["gang", "personal", "grooming", "break-up"]))
  }

  @Test("words that are no choice are kept, said, and never recorded or dropped unnoticed")
  func keepsWhatIsNoChoice() throws {
    var world = world(Sample.manager, try Sample.returned(), keys: "m")
    func kind() -> FormEntry? { world.form?.entries.first { $0.field.name == "kind" } }
    world.goTo("kind")
    world.type("argument with mum")
    #expect(kind()?.text.text == "argument with mum")
    world.press("Tab")
    #expect(kind()?.error?.contains("'argument with mum' is none of") == true)
    world.press("Ctrl-S")
    #expect(world.recorded.isEmpty && kind()?.error != nil)
    // It outlives the form, and a letter less may be a choice again.
    world.press("Esc m")
    #expect(kind()?.text.text == "argument with mum")
    world.goTo("kind")
    world.press("Ctrl-U")
    world.type("rexy")
    world.press("Backspace Backspace")
    #expect(kind()?.text.text == "review-meeting")
    world.press("Ctrl-U")
    world.press(.paste("a strategy\nmeeting"))
    #expect(kind()?.text.text == "a strategy meeting")
  }

  @Test("words among several choices are kept and said, too")
  func keepsWhatIsNoneOfSeveral() throws {
    var world = world(Sample.worker, try Sample.returned(), keys: "h")
    world.goTo("reasons")
    world.press("b u l Space")
    world.type("argument, g")
    world.press("a Tab Shift-Tab")
    let reasons = try #require(world.form?.entries.first { $0.field.name == "reasons" })
    #expect(reasons.text.text == "bullying, argument, gang")
    #expect(reasons.error?.contains("'argument'") == true)
    world.press("Ctrl-S")
    #expect(world.recorded.isEmpty)
  }

  @Test("every code that a form offers can be typed", arguments: EventKind.allCases)
  func everyCodeCanBeTyped(kind: EventKind) {
    for field in EventForm.of(kind).fields {
      var entry = FormEntry(field: field)
      for code in entry.codes {
        entry.text.replace(with: "")
        entry.spelt = ""
        for letter in code where letter != "-" || !entry.spelt.isEmpty {
          _ = entry.choose(startingWith: letter)
        }
        #expect(entry.text.text == code, "\(kind) \(field.name)")
      }
    }
  }

  @Test("what is no choice is said whole on leaving the line, at 80 columns, too")
  func saidWhole() throws {
    var world = world(Sample.worker, try Sample.returned(), keys: "h")
    world.goTo("outcome")
    world.type("disclosed harm")
    world.press("Tab")
    let text = render(world.desk).text.joined(separator: " ")
    guard case .code(let codes)? = EventForm.of(.rhiHeld).field("outcome")?.input else { return }
    #expect(text.contains("'disclosed harm' is none of"))
    for code in codes { #expect(text.contains(CodeWords.choice(code)), "\(text)") }
  }

  @Test("a key lists every choice of a line, and the foot names it where they are cut")
  func listsAll() throws {
    var world = world(Sample.worker, try Sample.returned(), keys: "h")
    world.goTo("reasons")
    world.press("b u l Space")
    #expect(render(world.desk).text.contains { $0.contains("Ctrl-O lists all") })
    world.press("Ctrl-O")
    guard case .choices(let list)? = world.desk.stack.last,
      case .codes(let codes)? = EventForm.of(.rhiHeld).field("reasons")?.input
    else {
      Issue.record("no list")
      return
    }
    #expect(list.label == "Why the child went" && list.ticked == ["bullying"])
    #expect(list.items.map(\.words) == codes.map(CodeWords.choice))
    world.press("Esc")
    #expect(world.form?.typed("reasons") == "bullying")
  }

  @Test("Ctrl-U takes what is no choice before what is chosen, also after the line was left")
  func takesStrayFirst() throws {
    var world = world(Sample.worker, try Sample.returned(), keys: "h")
    world.goTo("reasons")
    world.press("b u l Space")
    world.type("xyggr")
    world.press("Tab Shift-Tab Ctrl-U")
    #expect(world.form?.typed("reasons") == "bullying")
    world.press("Ctrl-U")
    #expect(world.form?.typed("reasons") == "")
  }

  @Test("a line that is needed never says that it may wait", arguments: EventKind.allCases)
  func neededOrWaiting(kind: EventKind) throws {
    for field in EventForm.of(kind).fields {
      for isRequired in [true, false] {
        let entry = FormEntry(field: field.required(isRequired))
        let hint = entry.hint(isShort: false, room: 152, now: Sample.now, keys: .standard)
        #expect(!(hint.contains("* needed") && hint.contains("~ may wait")), "\(hint)")
      }
    }
  }
}
