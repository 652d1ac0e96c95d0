import Grid
import Testing
import Workflow

@testable import Desk

@Suite("The keys of a text are commands like all others")
struct TextEditTests {
  @Test("help finds them in a form by what they do, with their keys, and does them")
  func inHelp() throws {
    var desk = try CommandCases.note()
    _ = press(&desk, "F1")
    for letter in "undo" { _ = update(&desk, .key(.character(letter))) }
    #expect(
      render(desk).text.contains { $0.contains("Ctrl-_ Alt-u") && $0.contains("Undo what was") })
    _ = press(&desk, "Enter")
    #expect(CommandCases.text(desk)?.text == "one ")
  }

  @Test("every one has a row of the table, and only in a form")
  func haveRows() {
    for edit in TextEdit.allCases {
      #expect(CommandTable.named(edit.rawValue)?.contexts == [.form], "\(edit.rawValue)")
    }
  }

  @Test("a person gives them other keys, also several in a row; the old ones do nothing then")
  func otherKeys() throws {
    let file = KeymapFile(
      "undo-typing = Alt-z\nredo-typing = F10>r\nsave = Ctrl-W\ndelete-word = none")
    #expect(file.findings.isEmpty, "\(file.findings)")
    var desk = try CommandCases.note()
    desk.keymap = file.keymap
    _ = press(&desk, "Alt-z")
    #expect(CommandCases.text(desk)?.text == "one ")
    _ = press(&desk, "F10 r")
    #expect(CommandCases.text(desk)?.text == "one two")
    _ = press(&desk, "Ctrl-_")
    #expect(CommandCases.text(desk)?.text == "one two")
    #expect(desk.toast?.text == "Ctrl-_ does nothing here; F1 shows what does")
    #expect(press(&desk, "Ctrl-W").contains { if case .submit = $0 { true } else { false } })
  }

  @Test("in a line that is chosen they say so; two of them empty it")
  func inChoices() throws {
    let page = Sample.page(try Sample.returned())
    var desk = Sample.desk(
      showing: .form(FormScreen(event: .rhiOffered, page: page, preset: Body(), command: "c")))
    guard case .form(let form) = desk.stack.last,
      let place = form.entries.firstIndex(where: { !$0.codes.isEmpty })
    else { return #expect(Bool(false), "no line with choices") }
    _ = desk.changeForm { $0.moveFocus(to: place) }
    _ = press(&desk, "Right")
    let chosen = CommandCases.text(desk)?.text
    #expect(chosen?.isEmpty == false)
    _ = press(&desk, "Ctrl-K")
    #expect(desk.toast?.text == "This line is chosen, not typed")
    #expect(CommandCases.text(desk)?.text == chosen)
    _ = press(&desk, "Ctrl-W")
    #expect(CommandCases.text(desk)?.text == "")
  }

  @Test("what waited in the terminal at the end of the program is done to the text, too")
  func lastKeys() throws {
    var desk = try CommandCases.note()
    desk.takeLast([.character("!"), .control("w"), .character("3"), .control("s"), .character("x")])
    #expect(CommandCases.text(desk)?.text == "one 3")
  }
}
