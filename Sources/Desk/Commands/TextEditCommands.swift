import Grid
import Workflow

/// Commands of the text in a form's line, by the keys of every shell.
enum TextEditCommands {
  static let all: [DeskCommand] = [
    command(
      .undo, [.control("_"), .alt("u")], "undo typing", "Undo what was typed last in this line"),
    command(
      .redo, [.control("y"), .alt("r")], "redo typing",
      "Do again what was undone last in this line"),
    command(.wordLeft, [.controlLeft, .alt("b")], "word back", "Go a word back in the text"),
    command(.wordRight, [.controlRight, .alt("f")], "word on", "Go a word on in the text"),
    command(.lineStart, [.control("a")], "start", "Go to the start of the line of text"),
    command(.lineEnd, [.control("e")], "end", "Go to the end of the line of text"),
    command(
      .deleteWord, [.control("w")], "delete word",
      "Delete the word before the cursor; of choices the last one"),
    command(
      .deleteWordAhead, [.alt("d")], "delete word on", "Delete the rest of the word at the cursor"),
    command(
      .deleteToStart, [.control("u")], "delete to start",
      "Delete the text before the cursor; of choices all"),
    command(.deleteToEnd, [.control("k")], "delete to end", "Delete the text behind the cursor"),
  ]

  private static func command(
    _ edit: TextEdit, _ keys: [Key], _ label: String, _ sentence: String
  ) -> DeskCommand {
    DeskCommand(
      edit.rawValue, in: [.form], keys: keys, label, sentence,
      disabled: { desk in
        desk.isOnChoice && !edit.emptiesChoice ? "This line is chosen, not typed" : nil
      }, run: { $0.edit(edit) })
  }
}

extension Desk {
  /// Whether the focused line of the form in front offers codes rather than takes a text.
  fileprivate var isOnChoice: Bool {
    guard case .form(let form) = stack.last, form.entries.indices.contains(form.focus) else {
      return false
    }
    return !form.entries[form.focus].codes.isEmpty || !form.entries[form.focus].manyCodes.isEmpty
  }

  /// Does something in the focused text of the form in front.
  mutating func edit(_ edit: TextEdit) -> [Effect] {
    var answer = FormScreen.Typing.notTyping
    _ = changeForm { answer = $0.edit(edit) }
    if case .nothing(let sentence) = answer { say(sentence, .information) }
    return []
  }
}
