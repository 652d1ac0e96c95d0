import Grid
import Workflow

// Drafts that come and go, and what is taken back.

extension Desk {
  /// Whether the form in front still waits for what was typed in it before.
  var isAwaitingDraft: Bool {
    guard case .loadDraft? = awaited, case .form? = stack.last else { return false }
    return true
  }

  /// Puts a draft back into the form that it was typed in; what was typed ahead comes after it.
  mutating func receive(_ draft: FormDraft?, key: String) -> [Effect] {
    if case .loadDraft(key) = awaited { awaited = nil }
    if let draft, key.hasPrefix(FormScreen.correctionKey), !hasForm(key) {
      stack.append(.text(title: "Not recorded · \(draft.title)", lines: draft.lines, scroll: 0))
    }
    for index in stack.indices {
      guard case .form(var form) = stack[index], form.draftKey == key, let draft else { continue }
      form.restore(draft)
      form.look()
      stack[index] = .form(form)
      let discard = "\(keymap.name("discard-draft")) discards it"
      switch draft.form {
      case .left, .open: say("Your draft is back; \(discard)", .information)
      case .cutOff:
        say("The desk ended while you typed. Your draft is back; \(discard)", .information)
      case .openElsewhere:
        say(
          "This form is open on another desk of yours, too: what is typed last there or here is kept",
          .warning)
      }
    }
    return replayHeld()
  }

  /// Whether the form lies open to which a draft belongs.
  private func hasForm(_ key: String) -> Bool {
    stack.contains { if case .form(let form) = $0 { form.draftKey == key } else { false } }
  }

  /// Opens the form again that was open when the person's last desk ended.
  mutating func receive(cutOff mark: DraftMark?) -> [Effect] {
    if awaited == .loadCutOff { awaited = nil }
    guard let mark, stack.isEmpty, awaited == nil else { return replayHeld() }
    let effects = act { $0.goOn(with: mark) }
    // Keys that came meanwhile were meant for the tray: none of them may fall into a form.
    held.removeAll()
    return effects
  }

  /// Opens the form of a draft.
  mutating func goOn(with mark: DraftMark) -> [Effect] {
    if let effect = mark.reopening { return [effect] }
    if mark.key == "intake" { return open(.intake(command: newCommandID())) }
    guard let report = mark.report else { return [] }
    if mark.key.hasPrefix("take-back:") {
      var form = FormScreen.takeBack(report, subject: mark.subject, command: newCommandID())
      // Whom it names the list of those set aside had said.
      if mark.title.hasPrefix(FormScreen.takeBackTitle) { form.title = mark.title }
      return open(form)
    }
    if mark.key.hasPrefix("report-note:") {
      return openReportNote(report)
    }
    return openSetAside(report, subject: mark.subject)
  }

  /// What the person has begun on a child and not recorded, and what goes on with it.
  ///
  /// - Parameter child: the child's id.
  /// - Returns: `~ Draft, not recorded: returned; b goes on`, or nothing where nothing is begun.
  func draftBegun(on child: String) -> String? {
    let begun = trays.drafts.begun(on: child)
    guard let only = begun.keys.first else { return nil }
    let titles = Set(begun.values.map(\.lowercasedFirst)).sorted().joined(separator: ", ")
    let all = "\(keymap.name("drafts")) \(begun.count == 1 ? "shows it" : "lists them")"
    guard begun.count == 1 else {
      return "~ \(begun.count) drafts, not recorded: \(titles); \(all)"
    }
    let mark = DraftMark(key: only, title: "", saved: now)
    // The key of a form that is opened for one step or meeting may open another's.
    let own =
      mark.preset.isEmpty
      ? CommandTable.all.first { $0.records == mark.kind && mark.kind != nil } : nil
    let way = own.map { "\(keymap.name($0.id)) goes on" } ?? all
    return "~ Draft, not recorded: \(titles); \(way)"
  }

  /// Shows the drafts of the person.
  mutating func receive(_ marks: [DraftMark]) -> [Effect] {
    guard case .drafts(var screen) = stack.last else { return [] }
    screen.marks = marks
    screen.selected = min(screen.selected, max(0, marks.count - 1))
    stack[stack.count - 1] = .drafts(screen)
    return []
  }

  /// Hears that a draft of the list is discarded; it can be brought back.
  mutating func receive(discarded mark: DraftMark, _ draft: FormDraft) -> [Effect] {
    undoable.append(.discarded(key: mark.key, draft: draft, reopen: mark.reopening))
    trays.drafts.remove(mark.key)
    let title = mark.title.isEmpty ? "The draft" : mark.title
    say("Discarded: \(title). \(keymap.name("undo")) brings it back", .information)
    return [.loadDrafts]
  }

  /// Takes a text back from the person's own editor.
  mutating func receive(edited result: Result<String, EditorFailure>) -> [Effect] {
    guard case .form(var form) = stack.last, form.entries.indices.contains(form.focus) else {
      return []
    }
    switch result {
    case .failure(let failure): say(failure.sentence, .error)
    case .success(let text):
      if text != form.entries[form.focus].text.text {
        // One change, so that undo brings back what stood here before.
        form.entries[form.focus].text.replaceAll(with: text)
        form.entries[form.focus].error = nil
        form.isDirty = true
        stack[stack.count - 1] = .form(form)
      }
      say("The text is back from the editor", .information)
    }
    return keepDrafts()
  }

  /// Says that an act was taken back, and keeps what was typed for it.
  mutating func hearWithdrawn(_ sentence: String, child: String) -> [Effect] {
    var effects: [Effect] = []
    var said = sentence
    if case .act(let act, let key, let draft)? = undoable.popLast() {
      if let draft, trays.drafts.has(key) {
        // Nothing typed is written over: that draft may be of what nobody has recorded.
        said +=
          " \(draft.said) is not kept as a draft: one of the same form is there, and that stays."
      } else if let draft {
        effects.append(.keepDraft(key: key, draft))
        said += " What you typed is kept as a draft of the same form."
      }
      // Whoever takes a triage back is on its report again.
      if let report = act.report, trays.tray == .frontDoor { trays.choose(report: report) }
    }
    if let title = undoable.last?.title { said += " \(keymap.name("undo")) again: \(title)." }
    stopWaiting()
    say(said)
    effects.append(reload())
    return effects + shownChildren.map { .loadChild($0, .refresh) }
  }

  /// What opens the form of a draft again, or nothing where the form is not opened by itself.
  func reopening(_ form: FormScreen) -> Effect? {
    switch form.purpose {
    case .event(let kind, let child, _):
      var preset = form.fixed
      for name in ["kind", "step"] {
        if let value = form.initial[name], !value.isEmpty { preset[name: name] = .text(value) }
      }
      return .loadChild(child, .form(kind, preset: preset))
    case .correction(let number, _, let child, _): return .loadChild(child, .correct(number))
    case .triage(let draft): return .readReport(draft.reference, .place(draft.subject))
    case .intake, .setAside, .takeBack, .reportNote: return nil
    }
  }
}

extension DraftMark {
  /// What opens the form in which the draft was begun.
  var reopening: Effect? {
    if let report {
      return key.hasPrefix("triage:") ? .readReport(report, subject.map { .place($0) }) : nil
    }
    if key.hasPrefix(FormScreen.correctionKey) {
      let parts = key.split(separator: ":").map(String.init)
      guard parts.count == 3, let number = Int(parts[2]) else { return nil }
      return .loadChild(parts[1], .correct(number))
    }
    guard let kind, let child else { return nil }
    var body = Body()
    for (name, value) in preset {
      body[name: name] =
        Int(value).map { name == "corrects" ? .number($0) : .text(value) }
        ?? .text(value)
    }
    body[.episode] = episode
    return .loadChild(child, .form(kind, preset: body))
  }
}

extension FormScreen {
  /// What comes back as a draft where what it recorded is taken back: of a triage without the child, who is
  /// chosen anew.
  func draftToGoOn(now: Instant) -> FormDraft? {
    guard case .triage = purpose, var draft = draft(now: now) else { return draft(now: now) }
    for name in ["child", "child-id", FormScreen.reasonOfNewEntry.name, TriageForm.notThese] {
      draft.values[name] = nil
    }
    if draft.focus == "child" || draft.focus == "child-id" { draft.focus = nil }
    return draft.values.isEmpty ? nil : draft
  }
}

extension FormScreen {
  /// The questions that may wait and were left open.
  var leftOpen: [String] {
    let kind: EventKind
    switch purpose {
    case .event(let recorded, _, _): kind = recorded
    case .correction(_, let corrected, _, _): kind = corrected
    case .intake, .triage, .setAside, .takeBack, .reportNote: return []
    }
    let names = Set(EventForm.of(kind).fields.filter(\.isNeededToFinish).map(\.name))
    let open = entries.filter { names.contains($0.field.name) && $0.isEmpty }
    // What nobody asked may stay open for good, where it is all that is left.
    guard open.contains(where: { $0.field.input != .flag || $0.field.gravity != nil }) else {
      return []
    }
    return open.map(\.field.label.lowercasedFirst)
  }
}

extension FormScreen {
  /// What is recorded by it, for who counts such things; nothing where nothing of a child is.
  var recordedKind: EventKind? {
    switch purpose {
    case .event(let kind, _, _): kind
    case .triage: .triaged
    case .correction, .intake, .setAside, .takeBack, .reportNote: nil
    }
  }
}
