import Desk
import Grid
import Workflow

/// Cases of the commands of the text in a form's line.
extension CommandCases {
  static let editing: [CommandCase] = [
    edit("undo-typing") { $0.text == "one " },
    edit("redo-typing", after: "Ctrl-_") { $0.text == "one two" },
    edit("word-left") { $0.cursor == 4 },
    edit("word-right", after: "Ctrl-A") { $0.cursor == 3 },
    edit("text-start") { $0.cursor == 0 },
    edit("text-end", after: "Ctrl-A") { $0.cursor == 7 },
    edit("delete-word") { $0.text == "one " },
    edit("delete-word-ahead", after: "Ctrl-A") { $0.text == " two" },
    edit("delete-to-start") { $0.text == "" },
    edit("delete-to-end", after: "Ctrl-A Ctrl-Right") { $0.text == "one" },
  ]

  /// A note in which “one two” is typed, the cursor behind it.
  static func note() throws -> Desk {
    let page = Sample.page(try Sample.returned())
    var desk = Sample.desk(
      showing: .form(FormScreen(event: .noteAdded, page: page, preset: Body(), command: "c")))
    for letter in "one two" { _ = update(&desk, .key(.character(letter))) }
    return desk
  }

  /// The text that has the keys.
  static func text(_ desk: Desk) -> TextField? {
    guard case .form(let form) = desk.stack.last else { return nil }
    return form.entries[form.focus].text
  }

  private static func edit(
    _ id: String, after keys: String = "", _ holds: @escaping @Sendable (TextField) -> Bool
  ) -> CommandCase {
    CommandCase(
      id: id,
      start: {
        var desk = try note()
        _ = press(&desk, keys)
        return desk
      },
      holds: { desk, effects in effects.isEmpty && text(desk).map(holds) == true })
  }
}
