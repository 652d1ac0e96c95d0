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
      guard !form.typed.isEmpty else { return [] }
      desk.say("Kept as a draft: open the same form to go on", .information)
      return [.keepDraft(key: form.draftKey, typed: form.typed)]
    },
    DeskCommand(
      "discard-draft", in: [.form], keys: [.control("d")], "discard",
      "Discard what is typed and leave the form"
    ) { desk in
      guard case .form(let form) = desk.stack.popLast() else { return [] }
      desk.say("Discarded", .information)
      return [.dropDraft(key: form.draftKey)]
    },
    DeskCommand(
      "read-report", in: [.form], keys: [.function(3), .control("t")], "text",
      "Read the report as it came",
      disabled: { desk in
        if case .form(let form) = desk.stack.last, case .triage = form.purpose { return nil }
        return "This form is not about a report"
      }
    ) { desk in
      guard case .form(let form) = desk.stack.last, case .triage(let draft) = form.purpose else {
        return []
      }
      let lines = displaySafe(draft.text, keepNewlines: true)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      desk.stack.append(.text(title: "Report \(draft.reference)", lines: lines, scroll: 0))
      return []
    },
  ]
}

extension Desk {
  /// Changes the form in front.
  mutating func changeForm(_ change: (inout FormScreen) -> Void) -> [Effect] {
    guard case .form(var form) = stack.last else { return [] }
    change(&form)
    stack[stack.count - 1] = .form(form)
    return []
  }

  /// Sends the form, or marks what is wrong in it.
  mutating func sendForm() -> [Effect] {
    guard case .form(var form) = stack.last, !form.isSending else { return [] }
    defer { stack[stack.count - 1] = .form(form) }
    if form.purpose == .intake {
      let (file, text) = (form.typed("file"), form.entries[1].text.text)
      if file.isEmpty, text.trimmed.isEmpty {
        form.mark([FormFinding(field: "file", sentence: "Name a file, or paste the text below")])
        return []
      }
      form.isSending = true
      return [.receive(file: file, text: text)]
    }
    switch form.submission(now: now) {
    case .failure(let findings):
      form.mark(findings.list)
      let count = findings.list.count
      say(count == 1 ? "One line needs a look" : "\(count) lines need a look", .error)
      return []
    case .success(let submission):
      form.isSending = true
      return [.submit(submission)]
    }
  }
}

extension FormScreen {
  /// Moves to another line, or within the lines of a paragraph.
  mutating func moveFocus(down: Bool) {
    focus = min(max(0, focus + (down ? 1 : -1)), entries.count - 1)
  }

  /// Types a key into the focused line; says whether the form is to be sent.
  mutating func type(_ key: Key) -> Bool {
    guard entries.indices.contains(focus) else { return false }
    entries[focus].error = nil
    isDirty = true
    let hasCodes = !entries[focus].codes.isEmpty
    switch key {
    case .enter where entries[focus].isParagraph: entries[focus].text.insert("\n")
    case .enter:
      if focus == entries.count - 1 { return true }
      focus += 1
    case .character(" ") where hasCodes || !entries[focus].suggestions.isEmpty:
      entries[focus].cycle(forward: true)
    case .right where hasCodes: entries[focus].cycle(forward: true)
    case .left where hasCodes: entries[focus].cycle(forward: false)
    case .character(let letter) where hasCodes: entries[focus].choose(startingWith: letter)
    case .backspace where hasCodes, .delete where hasCodes: entries[focus].text.replace(with: "")
    case .character(let letter): entries[focus].text.insert(String(letter))
    case .paste(let text):
      if hasCodes { break }
      entries[focus].text.insert(
        entries[focus].isParagraph
          ? text : text.split(whereSeparator: \.isNewline).joined(separator: " "))
    case .backspace: entries[focus].text.backspace()
    case .delete: entries[focus].text.delete()
    case .left: entries[focus].text.move(by: -1)
    case .right: entries[focus].text.move(by: 1)
    case .home, .control("a"): entries[focus].text.moveToLineStart()
    case .end, .control("e"): entries[focus].text.moveToLineEnd()
    case .control("w"): entries[focus].text.deleteWord()
    case .control("u"): entries[focus].text.deleteToStart()
    default: break
    }
    return false
  }
}
