import Grid
import Workflow

/// Commands of a form; keys that are none of these type into the focused line.
enum FormCommands {
  static let all: [DeskCommand] = [
    DeskCommand(
      "save", in: [.form], keys: [.control("s"), .function(2)], "save", "Record what the form says",
      footer: true
    ) { desk in desk.sendForm() },
    DeskCommand(
      "next-field", in: [.form], keys: [.tab, .down], "next", "Go to the next line of the form",
      footer: true
    ) { desk in desk.changeForm { $0.moveFocus(down: true) } },
    DeskCommand(
      "previous-field", in: [.form], keys: [.backTab, .up], "previous", "Go to the line above"
    ) { desk in desk.changeForm { $0.moveFocus(down: false) } },
    DeskCommand(
      "leave-form", in: [.form], keys: [.escape], "leave, kept",
      "Leave the form; what is typed is kept",
      footer: true
    ) { desk in
      guard case .form(let form) = desk.stack.popLast() else { return [] }
      let changes = form.changes(now: desk.now)
      guard !changes.isEmpty else { return [] }
      desk.say("Kept as a draft: open the same form to go on", .information)
      return [.keepDraft(key: form.draftKey, typed: changes)]
    },
    DeskCommand(
      "read-report", in: [.form], keys: [.function(3), .control("t")], "report text",
      "Read the report as it came", footer: true, disabled: noReport, run: readReport),
    DeskCommand(
      "discard-draft", in: [.form], keys: [.control("d")], "discard",
      "Discard what is typed and leave the form", footer: true
    ) { desk in
      guard case .form(let form) = desk.stack.popLast() else { return [] }
      desk.say("Discarded", .information)
      return [.dropDraft(key: form.draftKey)]
    },
  ]

  @Sendable private static func noReport(_ desk: Desk) -> String? {
    if case .form(let form) = desk.stack.last, case .triage = form.purpose { return nil }
    return "This form is not about a report"
  }

  @Sendable private static func readReport(_ desk: inout Desk) -> [Effect] {
    guard case .form(let form) = desk.stack.last, case .triage(let draft) = form.purpose else {
      return []
    }
    let lines = displaySafe(draft.text, keepNewlines: true)
      .split(separator: "\n", omittingEmptySubsequences: false)
      // Numbered, because the form says where a value stands by its line.
      .enumerated().map { fitted("\($0 + 1)", to: 3, .right) + "  " + $1 }
    desk.stack.append(.text(title: "Report \(draft.reference)", lines: lines, scroll: 0))
    return []
  }
}

extension Desk {
  /// Changes the form in front.
  mutating func changeForm(_ change: (inout FormScreen) -> Void) -> [Effect] {
    guard case .form(var form) = stack.last else { return [] }
    change(&form)
    stack[stack.count - 1] = .form(form)
    return []
  }

  /// Sends the form, asks first, or marks what is wrong in it.
  mutating func sendForm() -> [Effect] {
    guard case .form(var form) = stack.last, !form.isSending else { return [] }
    if form.purpose == .intake {
      let (file, text) = (form.typed("file"), form.entries.last?.text.text ?? "")
      if file.isEmpty, text.trimmed.isEmpty {
        return changeForm {
          $0.mark([FormFinding(field: "file", sentence: "Name a file, or paste the text below")])
        }
      }
      form.isSending = true
      stack[stack.count - 1] = .form(form)
      return [.receive(file: file, text: text)]
    }
    switch form.submission(now: now) {
    case .failure(let findings):
      let count = findings.list.count
      say(count == 1 ? "One line needs a look" : "\(count) lines need a look", .error)
      return changeForm { $0.mark(findings.list) }
    case .success(let submission):
      _ = changeForm { $0.mark([]) }
      if let confirm = ConfirmScreen(before: submission, subject: form.title) {
        stack.append(.confirm(confirm))
        // What was typed ahead must not answer a question that nobody has seen.
        held.removeAll()
        return []
      }
      return submit(submission)
    }
  }

  /// Sends a submission of the form in front.
  mutating func submit(_ submission: Submission) -> [Effect] {
    changeForm { $0.isSending = true } + [.submit(submission)]
  }
}
