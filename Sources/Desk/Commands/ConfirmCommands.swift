import Grid
import Workflow

/// Commands of a question before something is recorded; keys that are none of these do nothing.
enum ConfirmCommands {
  static let all: [DeskCommand] = [
    DeskCommand(
      "confirm", in: [.confirm], keys: [.character("y")], "yes, record it",
      "Record what the box asks about", footer: true, answer: true
    ) { desk in
      guard case .confirm(let confirm) = desk.stack.popLast() else { return [] }
      return desk.submit(confirm.submission)
    },
    DeskCommand(
      "cancel", in: [.confirm], keys: [.escape, .enter, .character("n")], "back to the form",
      "Go back to the form; nothing is recorded and nothing is lost", footer: true
    ) { desk in
      desk.stack.removeLast()
      desk.say("Not recorded; everything is still in the form", .information)
      return []
    },
  ]
}
