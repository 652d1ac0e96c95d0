import Desk
import Grid
import Testing
import Workflow

@Suite("Long texts, key by key")
struct EditorTests {
  /// A note of nothing yet, the cursor in its text.
  private func note(_ width: Int = 80, _ height: Int = 24) throws -> World {
    let child = try Sample.returned()
    var world = World(Sample.desk(width, height), [child])
    world.desk.stack = [.child(ChildScreen(page: Sample.page(child), step: nil))]
    world.press("+")
    return world
  }

  private func text(_ world: World) -> String? { world.form?.entries.last?.text.text }
  private func cursor(_ world: World) -> Int? { world.form?.entries.last?.text.cursor }

  @Test("a word is undone whole, and done again; new typing forgets what was undone")
  func undoAndRedo() throws {
    var world = try note()
    world.type("one two")
    world.press("Ctrl-_")
    #expect(text(world) == "one ")
    world.press("Alt-u")
    #expect(text(world) == "")
    world.press("Ctrl-_")
    #expect(world.desk.toast?.text == "Nothing to undo in this line")
    world.press("Ctrl-Y Alt-r")
    #expect(text(world) == "one two")
    world.press("Ctrl-W Ctrl-_")
    #expect(text(world) == "one two")
    world.press("Ctrl-_")
    world.type("x")
    world.press("Ctrl-Y")
    #expect(text(world) == "one x")
    #expect(world.desk.toast?.text == "Nothing to do again in this line")
  }

  @Test("whatever was typed, undoing all of it leaves nothing and doing it again the same text")
  func undoesEverything() throws {
    var numbers = SeededNumbers(seed: 11)
    let keys: [Key] = [
      .character("a"), .character("b"), .character(" "), .character("王"), .character("\u{301}"),
      .character("🇬"), .character("🇧"), .character("\u{200D}"), .character("👩"), .enter, .backspace,
      .delete, .left, .right, .home, .end, .up, .down, .control("w"), .control("u"), .control("k"),
      .alt("b"), .alt("f"), .alt("d"), .paste("x\r\ny"), .paste("e\u{301}"),
    ]
    for _ in 0..<40 {
      var world = try note()
      // The whole screen, so that no key goes on to another line of the form.
      world.press("Ctrl-O")
      for _ in 0..<60 { world.press(keys.randomElement(using: &numbers) ?? .enter) }
      let typed = text(world)
      let characters = world.form?.entries.last?.text.characters ?? []
      #expect(Array(String(characters)) == characters, "letters stand as they are read")
      for _ in 0..<200 { world.press("Ctrl-_") }
      #expect(text(world) == "")
      for _ in 0..<200 { world.press("Ctrl-Y") }
      #expect(text(world) == typed)
    }
  }

  @Test("the keys of every shell go by words and lines")
  func wordsAndLines() throws {
    var world = try note()
    world.type("the quick fox")
    world.press("Alt-b Alt-b")
    #expect(cursor(world) == 4)
    world.press("Alt-d")
    #expect(text(world) == "the  fox")
    world.press("Alt-f Enter")
    world.type("second")
    world.press("Ctrl-A Ctrl-K Backspace Home Ctrl-K")
    #expect(text(world) == "")
  }

  @Test("a mark joins the letter before it, even when it comes alone")
  func marksJoin() throws {
    var world = try note()
    world.press("e")
    world.press(.character("\u{301}"))
    #expect(world.form?.entries.last?.text.characters == ["e\u{301}"])
    world.press("Backspace")
    #expect(text(world) == "")
  }

  @Test("up, down, Home and End go by the rows that are shown")
  func movesByRows() throws {
    var world = try note(60, 24)
    let words = (1...30).map { "word\($0)" }.joined(separator: " ")
    world.type(words)
    let end = try #require(render(world.desk).cursor)
    world.press("Up")
    let above = try #require(render(world.desk).cursor)
    #expect(above.row == end.row - 1 && world.form?.focus == 1)
    world.press("Down")
    #expect(render(world.desk).cursor == end)
    world.press("Up Home")
    let start = try #require(cursor(world))
    #expect(start > 0 && Array(words)[start - 1] == " ", "rows break at words")
    world.press("End Right")
    #expect(render(world.desk).cursor?.row == end.row)
    // Off the first row the key goes to the line above.
    world.press("PgUp PgUp PgUp PgUp PgUp Up Up")
    #expect(world.form?.focus == 0)
  }

  @Test("wide letters never hang over the edge, and the cursor stands where they are")
  func wideLetters() throws {
    var world = try note(41, 24)
    world.type(String(repeating: "東京", count: 40))
    let frame = render(world.desk)
    let shown = frame.text.joined()
    #expect(shown.filter { $0 == "東" }.count >= 20)
    let cursor = try #require(frame.cursor)
    #expect(frame[cursor.row, cursor.column] != nil)
    for _ in 0..<80 { world.press("Left") }
    #expect(self.cursor(world) == 0)
  }

  @Test("a paste keeps its lines, however they end, and is undone at once")
  func pastes() throws {
    for ending in ["\n", "\r\n", "\r"] {
      var world = try note()
      world.press(.paste(["one", "", "two"].joined(separator: ending)))
      #expect(text(world) == "one\n\ntwo")
      world.press("Ctrl-_")
      #expect(text(world) == "")
    }
  }

  @Test("a text gets the whole screen and gives it back; Esc leaves nothing but that")
  func wholeScreen() throws {
    var world = try note()
    world.press(.paste((1...40).map { "Line \($0)" }.joined(separator: "\n")))
    world.press("Ctrl-O")
    let frame = render(world.desk)
    #expect(frame.text.contains { $0.contains("Line 40") && !$0.contains("Note") })
    #expect(frame.text.count { $0.contains("Line ") } >= 15)
    world.press("PgUp")
    #expect(render(world.desk).text.contains { $0.contains("Line 26") })
    world.press("Esc")
    #expect(world.form?.isZoomed == false && world.form != nil)
    world.press("Up F4 F4 Up")
    #expect(world.form?.isZoomed == false)
    world.press("PgUp PgUp PgUp PgUp PgUp PgUp PgUp PgUp PgUp PgUp PgUp PgUp PgUp PgUp Up Ctrl-O")
    #expect(world.desk.toast?.text == "This line is a short one; only texts take the whole screen")
  }

  @Test("a person's own editor gives the text back as one change, and its failure keeps the text")
  func ownEditor() throws {
    var world = try note()
    world.type("before")
    world.press("F5")
    #expect(world.desk.toast?.text == "No editor is set: EDITOR says which")
    world.desk.noEditor = nil
    world.editor = { .success($0 + " and after\nmore") }
    world.press("F5")
    #expect(text(world) == "before and after\nmore")
    #expect(world.drafts.count == 1, "on disk before the editor, and after it")
    world.press("Ctrl-_")
    #expect(text(world) == "before")
    world.editor = { _ in
      .failure(EditorFailure("vi was ended by signal 9. The text is as it was."))
    }
    world.press("Alt-e")
    #expect(text(world) == "before" && world.desk.toast?.role == .error)
  }
}
