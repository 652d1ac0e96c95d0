import Grid
import Workflow

/// Commands of a form; keys that are none of these type into the focused line.
enum FormCommands {
  static let all: [DeskCommand] = [
    DeskCommand(
      "save", in: [.form], keys: [.control("s"), .function(2)], "save", "Record what the form says",
      footer: true, needed: true
    ) { desk in desk.sendForm() },
    DeskCommand(
      "next-field", in: [.form], keys: [.tab, .down], "next", "Go to the next line of the form",
      footer: true
    ) { desk in desk.changeForm { $0.moveFocus(down: true) } },
    DeskCommand(
      "previous-field", in: [.form], keys: [.backTab, .up], "previous", "Go to the line above"
    ) { desk in desk.changeForm { $0.moveFocus(down: false) } },
    DeskCommand(
      "field-page-down", in: [.form], keys: [.pageDown], "page", "Go a page of lines down"
    ) { desk in desk.moveByPage(down: true) },
    DeskCommand(
      "field-page-up", in: [.form], keys: [.pageUp], "page", "Go a page of lines up"
    ) { desk in desk.moveByPage(down: false) },
    DeskCommand(
      "first-field", in: [.form], keys: [.controlHome, .alt("<")], "first line",
      "Go to the first line of the form"
    ) { desk in desk.changeForm { $0.moveFocus(to: 0) } },
    DeskCommand(
      "last-field", in: [.form], keys: [.controlEnd, .alt(">")], "last line",
      "Go to the last line of the form"
    ) { desk in desk.changeForm { $0.moveFocus(to: .max) } },
    DeskCommand(
      "next-wanted", in: [.form], keys: [.control("n")], "next wanted",
      "Go to the next line that is wanted (* or ~) and still empty",
      disabled: { desk in
        desk.form?.wanted.isEmpty ?? true ? "Nothing that is wanted here is empty" : nil
      },
      run: { desk in desk.changeForm { $0.moveToWanted() } }),
    DeskCommand(
      "leave-form", in: [.form], keys: [.escape], "leave, kept",
      "Leave the form; what is typed is kept", footer: true, needed: true
    ) { desk in
      guard case .form(var form) = desk.stack.popLast() else { return [] }
      if form.isZoomed {
        // Esc goes one step back: from the whole screen to the form.
        form.isZoomed = false
        desk.stack.append(.form(form))
        return []
      }
      guard let draft = form.draft(now: desk.now) else {
        return form.isDirty ? [.dropDraft(key: form.draftKey)] : []
      }
      desk.say(
        "Kept as a draft: open the same form to go on, or \(desk.keymap.name("drafts")) for all drafts",
        .information)
      return [.keepDraft(key: form.draftKey, draft)]
    },
    DeskCommand(
      "whole-list", in: [.reading], keys: [.function(3), .control("t")], "whole list",
      "Read the whole list to which the report belongs, while it waits for triage",
      footer: true, suits: { $0.reportOfList != nil },
      disabled: { desk in
        desk.reportOfList == nil
          ? "This is no report of a list that waits for triage" : cannotRecord(desk, .triaged)
      },
      run: { desk in desk.reportOfList.map { [.loadWholeList($0)] } ?? [] }),
    DeskCommand(
      "read-report", in: [.form, .episode], keys: [.function(3), .control("t")], "report text",
      "Read the report as it came: on a child's page that of the selected line, or the last one",
      footer: true, suits: { $0.context == .form || $0.childScreen?.isTimelineFocused == true },
      disabled: { $0.form?.lastReport == nil ? noReport($0) : nil }, run: readReport),
    DeskCommand(
      "to-mind", in: [.form], keys: [.function(6), .alt("m")], "to mind",
      "Read what is to be minded here, whole, and whom to reach", footer: true,
      suits: { desk in
        guard let form = desk.form else { return false }
        let layout = Layout(size: desk.room, isPreviewed: desk.trays.isPreviewed)
        return form.hasMore || FormShape(form, layout: layout).isCut(form.head)
      },
      disabled: { desk in
        desk.form.map { !$0.hasMore && $0.head.isEmpty && $0.remarks.isEmpty } ?? false
          ? "There is nothing more to mind on this form" : nil
      },
      run: { desk in
        guard let form = desk.form else { return [] }
        let undone =
          form.undone.isEmpty ? [] : ["Not done yet"] + form.undone.map { "  " + $0 } + [""]
        let head = form.head.flatMap { [$0, ""] }
        let lines =
          head + form.remarks + undone
          + form.points.sections.flatMap { section in
            [section.heading] + section.lines.map { "  " + $0 } + [""]
          } + form.points.legend
        desk.stack.append(.text(title: "To mind · \(form.title)", lines: lines, scroll: 0))
        return []
      }),
    DeskCommand(
      "discard-draft", in: [.form], keys: [.control("d")], "discard",
      "Discard what is typed and leave the form", footer: true
    ) { desk in
      guard case .form(let form) = desk.stack.popLast() else { return [] }
      if let draft = form.draft(now: desk.now) {
        desk.undoable.append(
          .discarded(key: form.draftKey, draft: draft, reopen: desk.reopening(form)))
        desk.say("Discarded. \(desk.keymap.name("undo")) brings it back", .information)
      } else {
        desk.say("Discarded", .information)
      }
      return [.dropDraft(key: form.draftKey)]
    },
  ]

  @Sendable static func noReport(_ desk: Desk) -> String? {
    if desk.context == .episode {
      return desk.selectedReport == nil ? "No report was kept for this child" : nil
    }
    if case .form(let form) = desk.stack.last {
      if case .triage = form.purpose { return nil }
      if form.reportAside != nil { return nil }
    }
    return "This form is not about a report"
  }

  @Sendable private static func readReport(_ desk: inout Desk) -> [Effect] {
    if desk.context == .episode {
      return desk.selectedReport.map { [.loadReportText($0)] } ?? []
    }
    guard case .form(let form) = desk.stack.last else { return [] }
    if let report = form.reportAside ?? form.lastReport { return [.loadReportText(report)] }
    guard case .triage(let draft) = form.purpose else { return [] }
    desk.stack.append(
      .text(title: "Report \(draft.reference)", lines: draft.numberedLines, scroll: 0))
    return []
  }
}

extension FormScreen {
  /// Whether there is more to read than the form itself shows.
  fileprivate var hasMore: Bool {
    points != Points.none || !undone.isEmpty || entries.contains { $0.comes != nil }
  }
}

extension TriageDraft {
  /// The report as it came, its lines numbered, because the form says where a value stands by its line.
  var numberedLines: [String] { TriageDraft.numbered(text) }

  /// A report's text, its lines numbered.
  static func numbered(_ text: String) -> [String] {
    displaySafe(text, keepNewlines: true)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated().map { fitted("\($0 + 1)", to: 3, .right) + "  " + $1 }
  }
}

extension Desk {
  /// The form in front.
  fileprivate var form: FormScreen? {
    if case .form(let form) = stack.last { form } else { nil }
  }

  /// Goes a page of lines down in the form in front, or up.
  fileprivate mutating func moveByPage(down: Bool) -> [Effect] {
    let layout = Layout(size: room)
    return changeForm { $0.moveByPage(down: down, shape: FormShape($0, layout: layout)) }
  }

  /// Changes the form in front.
  mutating func changeForm(_ change: (inout FormScreen) -> Void) -> [Effect] {
    guard case .form(var form) = stack.last else { return [] }
    form.writer = FormScreen.Writer(me: me, now: now)
    change(&form)
    stack[stack.count - 1] = .form(form)
    return []
  }

  /// Sends the form, asks first, or marks what is wrong in it.
  mutating func sendForm() -> [Effect] {
    guard case .form(var form) = stack.last, !form.isSending else { return [] }
    if form.entries.indices.contains(form.focus) { form.entries[form.focus].settle() }
    form.writer = FormScreen.Writer(me: me, now: now)
    form.look(isWhole: true)
    stack[stack.count - 1] = .form(form)
    if form.purpose == .intake {
      let (file, text) = (form.typed("file"), form.entries.last?.text.text ?? "")
      if file.isEmpty, text.trimmed.isEmpty {
        return changeForm {
          $0.mark([FormFinding(field: "file", sentence: "Name a file, or paste the text below")])
        }
      }
      if !file.isEmpty, !text.trimmed.isEmpty {
        // Taking one would end the draft, and with it the other.
        let sentence =
          "There is a text below, too: empty this line to take the text, or the text to read \(file)"
        say("A file and a text: which is the report?", .error)
        return changeForm { $0.mark([FormFinding(field: "file", sentence: sentence)]) }
      }
      let isFurther = form.entries.contains { $0.error == FormScreen.triagedBefore }
      let isSure = isFurther || form.entries.contains { $0.error == FormScreen.nothingRead }
      form.isSending = true
      stack[stack.count - 1] = .form(form)
      return [
        .receive(
          file: file, text: text, draftKey: form.draftKey, isSure: isSure, isFurther: isFurther)
      ]
    }
    if let decided = form.decided {
      let key = keymap.name("discard-draft")
      say("\(decided): this form records nothing. \(key) discards it", .error)
      return []
    }
    switch form.submission(now: now) {
    case .failure(let findings):
      let count = findings.list.count
      let names = findings.list.compactMap { finding in
        form.entries.first { $0.field.name == finding.field }?.field.label
      }
      say(
        (count == 1 ? "One line needs a look" : "\(count) lines need a look")
          + (names.isEmpty ? "" : ": " + names.joined(separator: ", ")), .error)
      return changeForm { $0.mark(findings.list) }
    case .success(let submission):
      _ = changeForm { $0.mark([]) }
      // Whoever sends it a second time has seen what looks odd.
      let unseen = form.warnings.subtracting(form.seenWarnings)
      if !unseen.isEmpty {
        return changeForm { form in
          form.seenWarnings.formUnion(unseen)
          form.isZoomed = false
          form.focus = form.entries.firstIndex { $0.warning != nil } ?? form.focus
        }
          + warn(of: form.entries.filter { $0.warning != nil }, refusal: form.refusal)
      }
      if let confirm = ConfirmScreen(
        before: submission, subject: form.title, givenUp: form.givenUp, moves: form.movedByEnd,
        grounds: form.grounds + form.declining + form.unsaidGrave)
      {
        // What is known to be refused is not asked about: the form stays as it is.
        if let refusal = form.refusal {
          say(refusal, .error)
          return []
        }
        stack.append(.confirm(confirm))
        // What was typed ahead must not answer a question that nobody has seen.
        held.removeAll()
        return []
      }
      return submit(submission)
    }
  }

  private mutating func warn(of odd: [FormEntry], refusal: String?) -> [Effect] {
    // Nobody is told to send again what will be refused.
    if let refusal {
      say("This would be refused: \(refusal)", .error)
      return []
    }
    let again = keymap.name("save")
    // That a child is not safe is no oddity of a line: it is said in words.
    let unsafe = odd.first { $0.field.name == Field<Bool>.safe.name }?.warning
    let lines = odd.filter { $0.field.name != Field<Bool>.safe.name }.map(\.field.label)
    let names = lines.prefix(3).joined(separator: ", ") + (lines.count > 3 ? " and more" : "")
    if let unsafe {
      let others = lines.isEmpty ? "" : " Look at \(names), too."
      say("\(unsafe).\(others) \(again) again records it", .warning)
      return []
    }
    say(
      lines.count == 1
        ? "One line looks odd: \(names). \(again) again sends it as it is"
        : "\(lines.count) lines look odd: \(names). \(again) again sends them as they are", .warning
    )
    return []
  }

  /// Sends a submission of the form in front.
  mutating func submit(_ submission: Submission) -> [Effect] {
    var submission = submission
    // The triage of a report that is set aside has nothing to decide any longer.
    if case .setAside(let report, let subject) = submission.act {
      submission.draftKeys += stack.compactMap { screen in
        guard case .form(let form) = screen, form.isTriage(of: report, subject: subject) else {
          return nil
        }
        return form.draftKey
      }
    }
    return changeForm { $0.isSending = true } + [.submit(submission)]
  }
}
