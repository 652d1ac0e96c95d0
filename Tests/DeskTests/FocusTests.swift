import Grid
import Testing
import Workflow

@testable import Desk

@Suite("Where the cursor stands, and what is told without colour")
struct FocusTests {
  @Test(
    "on the first cell of the row, field or button that has the keys", arguments: GoldenTests.sizes)
  func cursor(size: Desk.Size) throws {
    for (name, desk) in try GoldenScreens.all(size) {
      let frame = render(desk)
      let cursor = try #require(frame.cursor, "\(name) has no cursor")
      let cell = try #require(frame[cursor.row, cursor.column], "\(name): outside")
      func row(_ role: StyleRole) -> Int? {
        (0..<frame.height).first { row in
          (0..<frame.width).contains { frame[row, $0]?.role == role }
        }
      }
      let focused: [StyleRole] = [.selected, .fieldFocused, .buttonFocused, .placeholder]
      if focused.contains(cell.role) {
        // A list's cursor is at the start of the row; a field's is in it and can be seen.
        if cell.role == .selected || cell.role == .buttonFocused {
          let before = frame[cursor.row, cursor.column - 1]?.role
          #expect(before != cell.role, "\(name): not at the start")
          #expect(!frame.cursorVisible, "\(name): a list hides its cursor")
        } else {
          #expect(frame.cursorVisible, "\(name): a field shows its cursor")
        }
      } else {
        // Something to read, or a list with nothing in it: no row or field claims the keys.
        let claims = focused.dropLast().compactMap { row($0) }
        #expect(claims.isEmpty, "\(name): the cursor is at \(cursor), the focus on row \(claims)")
        #expect(cell.text != " " || frame.text[cursor.row].isEmpty, "\(name): nothing is there")
      }
    }
  }

  /// The text under the cursor, to the end of its row, and whether it stands in a line that is typed.
  private func focused(_ desk: Desk) throws -> (text: String, isTyped: Bool) {
    let frame = render(desk)
    let cursor = try #require(frame.cursor)
    let cell = try #require(frame[cursor.row, cursor.column])
    #expect(frame.cursorVisible == (cell.role == .fieldFocused))
    return (
      (cursor.column..<frame.width).map { frame[cursor.row, $0]?.text ?? "" }.joined(),
      cell.role == .fieldFocused
    )
  }

  private static func page(_ keys: String) throws -> Desk {
    let screen = ChildScreen(page: Sample.page(try Sample.returned()), step: nil)
    var desk = Sample.desk(showing: .child(screen))
    _ = press(&desk, keys)
    return desk
  }

  private static func found() -> Desk {
    var desk = Sample.desk()
    _ = press(&desk, "/ c")
    let hits = (1...3).map { FoundRow(child: "C-\($0)", title: "Child \($0)", detail: "") }
    _ = update(&desk, .found(hits, generation: desk.generation))
    return desk
  }

  @Test(
    "follows the row in every list with a line to type in, and is back in the line at the next letter",
    arguments: ["help", "record", "find", "tray", "steps", "timeline"])
  func followsTheRow(list: String) throws {
    var desk =
      switch list {
      case "help": try Self.page("?")
      case "record": try Self.page("E")
      case "find": Self.found()
      case "steps": try Self.page("\\")
      case "timeline": try Self.page("Tab \\")
      default: Sample.desk()
      }
    if list == "tray" { _ = press(&desk, "\\") }
    #expect(try focused(desk).isTyped, "at first it is in the line")
    _ = press(&desk, "Down")
    let second = try focused(desk)
    #expect(!second.isTyped && !second.text.trimmed.isEmpty)
    _ = press(&desk, "Down")
    let third = try focused(desk)
    #expect(!third.isTyped && third.text != second.text)
    _ = press(&desk, "Up")
    #expect(try focused(desk).text == second.text)
    _ = press(&desk, "e")
    #expect(try focused(desk).isTyped)
    if ["help", "record", "find"].contains(list) {
      _ = press(&desk, "Backspace PgDn")
      #expect(try !focused(desk).isTyped, "a page is a way to another row, too")
    }
  }

  @Test("in the palette it is on the row to which Tab goes, and else in the line")
  func palette() throws {
    var desk = Sample.desk()
    _ = press(&desk, ": t r a y - Tab")
    #expect(try focused(desk).text.hasPrefix("tray-"))
    #expect(try !focused(desk).isTyped)
    _ = press(&desk, "Up")
    #expect(try focused(desk).isTyped)
    _ = press(&desk, "Tab")
    _ = press(&desk, "x")
    #expect(try focused(desk).isTyped)
  }

  /// Signs and words by which each role is known where there is no colour.
  private static let marks: [(StyleRole, [String])] = [
    (.overdue, ["!", "over", "late", "LATE"]),
    (.today, ["●", "today", "?", "⇄", "now", "there since"]),
    (.done, ["✓", "done"]), (.stageNow, ["[", "stage "]), (.badge, ["+", "new"]),
  ]

  @Test("whatever has a colour has a sign or a word, too", arguments: GoldenTests.sizes)
  func signs(size: Desk.Size) throws {
    for (name, desk) in try GoldenScreens.all(size) {
      let frame = render(desk)
      for (role, signs) in FocusTests.marks {
        for row in 0..<frame.height
        where (0..<frame.width).contains(where: { frame[row, $0]?.role == role }) {
          // What is wrapped has its sign on a row above.
          let text = frame.text[max(0, row - 3)...row].joined(separator: " ")
          #expect(signs.contains { text.contains($0) }, "\(name): \(role) in “\(text)”")
        }
      }
    }
  }
}

@Suite("The mouse")
struct MouseTests {
  private func place(of text: String, _ desk: Desk) -> Key? {
    let frame = render(desk)
    for row in 0..<frame.height {
      let cells = (0..<frame.width).map { frame[row, $0]?.text ?? "" }
      for column in cells.indices where cells[column...].joined().hasPrefix(text) {
        return .click(row: row, column: column)
      }
    }
    return nil
  }

  private func click(_ text: String, _ world: inout World) throws {
    world.press(try #require(place(of: text, world.desk), "\(text) is not on the screen"))
  }

  @Test("does nothing until it is turned on")
  func off() throws {
    var world = World(Sample.desk(120, 40))
    try click("Pham, Linh", &world)
    #expect(world.desk.trays.selected == 0)
    world.press(.wheel(up: false))
    #expect(world.desk.trays.selected == 0)
  }

  @Test("selects a row, opens it at the second click, presses words of the foot, changes the tray")
  func rows() throws {
    var world = World(Sample.desk(120, 40, me: Sample.worker), [try Sample.returned()])
    world.press("F7")
    try click("Pryce-Morgan, Siân 15", &world)
    #expect(world.desk.trays.selected == 1 && world.desk.stack.isEmpty)
    try click("Pryce-Morgan, Siân 15", &world)
    #expect(world.child?.page.child.id == "C-0412")
    try click("Timeline", &world)
    #expect(world.child?.isTimelineFocused == false, "a frame is no row")
    try click("Esc back", &world)
    #expect(world.desk.stack.isEmpty)
    world.press(.wheel(up: false))
    #expect(world.desk.trays.selected == 4)
    world.press(.wheel(up: true))
    #expect(world.desk.trays.selected == 1)
    world.isSilent = true
    try click("5 Team manager", &world)
    #expect(world.desk.trays.tray == .teamManager)
  }

  @Test("goes to the line of a form; the wheel answers no question")
  func forms() throws {
    var world = World(Sample.desk(80, 24, me: Sample.worker), [try Sample.returned()])
    world.press("F7 Down o")
    guard case .form(let form) = world.desk.stack.last else {
      Issue.record("no form")
      return
    }
    let label = form.entries[form.entries.count - 1].field.label
    try click(label, &world)
    guard case .form(let after) = world.desk.stack.last else { return }
    #expect(after.focus == form.entries.count - 1)
    world.press("Esc")
    var asked = try CommandCases.desk(in: .confirm)
    asked.isMouseOn = true
    _ = update(&asked, .key(.wheel(up: false)))
    #expect(asked.context == .confirm)
  }
}

@Suite("Themes to choose from")
struct ThemeChoiceTests {
  @Test("are in force while they are selected, kept by Enter and taken back by Esc")
  func preview() {
    var desk = Sample.desk()
    desk.themes = ["dark", "light", "terminal", "my own"]
    #expect(press(&desk, "T Down") == [.theme("my own")])
    #expect(press(&desk, "Up Up") == [.theme("terminal"), .theme("light")])
    #expect(press(&desk, "Enter") == [.keepSetting("theme", "light")] && desk.themeName == "light")
    #expect(press(&desk, "T Up Esc") == [.theme("dark"), .theme("light")])
    #expect(desk.themeName == "light" && desk.stack.isEmpty)
  }

  @Test("a theme that cannot be read says so and leaves the desk in the usual one")
  func refused() {
    var desk = Sample.desk()
    desk.themes = ["terminal", "torn"]
    _ = press(&desk, "T Down")
    _ = update(&desk, .themeRefused("torn.theme:3:1: error: unknown role 'nosuch'"))
    #expect(desk.themeName == "terminal" && desk.context == .themes)
    #expect(render(desk).text.joined().contains("torn.theme:3:1"))
  }

  @Test("what is kept comes back at the next start, unless another is asked for")
  func kept() {
    var desk = Sample.desk()
    #expect(desk.receive(settings: ["theme": "light"]) == [.theme("light")])
    desk.isThemeGiven = true
    #expect(desk.receive(settings: ["theme": "dark"]).isEmpty && desk.themeName == "light")
  }
}
