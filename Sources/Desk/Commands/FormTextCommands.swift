import Grid
import Workflow

/// Commands of a form's long texts, and of the report that it triages.
enum FormTextCommands {
  static let all: [DeskCommand] = [
    DeskCommand(
      "whole-screen", in: [.form], keys: [.control("o"), .function(4)], "whole screen",
      "Give the text the whole screen, or the form again; of a line with choices tick in a list of all",
      disabled: { $0.focusedLine.flatMap(ChoicesScreen.init) == nil ? noText($0) : nil },
      run: { desk in
        desk.openChoices() ? [] : desk.changeForm { $0.isZoomed.toggle() }
      }),
    DeskCommand(
      "editor", in: [.form], keys: [.function(5), .alt("e")], "editor",
      "Write the text in your own editor", disabled: { noText($0) ?? $0.noEditor }, run: edit),
    DeskCommand(
      "set-aside", in: [.form], keys: [.function(8)], "set aside",
      "Open nothing for this child of the report, with the reason", footer: true,
      suits: { FormCommands.noReport($0) == nil },
      disabled: {
        FormCommands.noReport($0) ?? decided($0) ?? cannotRecord($0, .triaged)
      }, run: setAside),
  ]

  @Sendable private static func decided(_ desk: Desk) -> String? {
    guard case .form(let form) = desk.stack.last else { return nil }
    if case .triage(let draft) = form.purpose, draft.isUntold {
      return "Nothing is recorded of this further child yet: leave the form, and nothing will be"
    }
    return form.decided
  }

  @Sendable private static func noText(_ desk: Desk) -> String? {
    if case .form(let form) = desk.stack.last, form.entries.indices.contains(form.focus),
      form.entries[form.focus].isParagraph
    {
      return nil
    }
    return "This line is a short one; only texts take the whole screen"
  }

  @Sendable private static func edit(_ desk: inout Desk) -> [Effect] {
    guard case .form(let form) = desk.stack.last else { return [] }
    // What is typed is on disk before another program has the terminal.
    return desk.keepDrafts() + [.edit(form.entries[form.focus].text.text)]
  }

  @Sendable private static func setAside(_ desk: inout Desk) -> [Effect] {
    guard case .form(let form) = desk.stack.last, case .triage(let draft) = form.purpose else {
      return []
    }
    // Each child of a report is triaged alone, and set aside alone.
    return desk.openSetAside(
      draft.reference, subject: draft.subjects > 1 ? draft.subject : nil)
  }
}

extension Desk {
  /// The line of the form in front that has the keys.
  fileprivate var focusedLine: FormEntry? {
    guard case .form(let form) = stack.last, form.entries.indices.contains(form.focus) else {
      return nil
    }
    return form.entries[form.focus]
  }
}
