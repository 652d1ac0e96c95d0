import Grid
import Workflow

/// Changes the desk by what arrives, and says what is to be done outside it.
///
/// - Parameters:
///   - desk: the state.
///   - arrival: what arrives.
/// - Returns: what is to be done, in order.
package func update(_ desk: inout Desk, _ arrival: Arrival) -> [Effect] {
  switch arrival {
  case .key(let key): return desk.press(key)
  case .time(let now):
    desk.now = now
    return desk.keepDrafts()
  case .changedByOthers:
    var effects = [desk.reload()]
    if let screen = desk.childScreen { effects.append(.loadChild(screen.page.child.id, .refresh)) }
    return effects
  case .window(let window, let generation):
    guard window.tray == desk.trays.tray, generation <= desk.generation else { return [] }
    desk.trays.window = window
    desk.trays.move(to: desk.trays.selected, visibleRows: desk.visibleRows)
    return []
  case .page(let page, let purpose): return desk.receive(page, for: purpose)
  case .draft(let draft):
    if case .form(let form) = desk.stack.last, form.purpose == .intake { desk.stack.removeLast() }
    let form = FormScreen.triage(draft, command: desk.newCommandID())
    desk.stack.append(.form(form))
    return [.dropDraft(key: "intake"), .loadDraft(key: form.draftKey), desk.reload()]
  case .found(let hits, let generation):
    guard case .find(var find) = desk.stack.last, find.generation == generation else { return [] }
    find.hits = hits
    find.selected = min(find.selected, max(0, hits.count - 1))
    desk.stack[desk.stack.count - 1] = .find(find)
    return []
  case .recorded(let sentence, let child):
    var effects: [Effect] = []
    if case .form(let form) = desk.stack.last {
      desk.stack.removeLast()
      effects.append(.dropDraft(key: form.draftKey))
    }
    desk.say(sentence)
    effects.append(desk.reload())
    if let child {
      effects.append(.loadChild(child, desk.childScreen == nil ? .show(step: nil) : .refresh))
    }
    return effects
  case .refused(let refusal):
    desk.release(marking: refusal.findings)
    desk.say((refusal.rule.map { "\($0): " } ?? "") + refusal.sentence, .error)
    return refusal.reason == .conflict
      ? desk.childScreen.map { [.loadChild($0.page.child.id, .refresh)] } ?? [] : []
  case .failed(let sentence):
    desk.release(marking: [])
    desk.say(sentence, .error)
    return desk.keepDrafts()
  case .draftFound(let key, let typed):
    for index in desk.stack.indices {
      guard case .form(var form) = desk.stack[index], form.draftKey == key else { continue }
      form.restore(typed)
      desk.stack[index] = .form(form)
      desk.say("Your draft is back", .information)
    }
    return []
  }
}

extension Desk {
  fileprivate mutating func press(_ key: Key) -> [Effect] {
    if case .resize(let width, let height) = key {
      size = Size(width: width, height: height)
      trays.move(to: trays.selected, visibleRows: visibleRows)
      return [reload()]
    }
    toast = nil
    let context = context
    // A form's own keys come before commands that share them: a letter is text there.
    if context == .form, let effects = typeIntoForm(key) { return effects }
    if let command = CommandTable.command(for: key, in: context) {
      if let reason = command.disabled(self) {
        say(reason, .warning)
        return []
      }
      return command.run(&self)
    }
    switch context {
    case .help: return typeIntoHelp(key)
    case .find: return typeIntoFind(key)
    case .form: return []
    default:
      if case .paste = key { return [] }
      say("\(key.shown) does nothing here; ? shows what does", .warning)
      return []
    }
  }

  /// Types into the focused line where the key is one that types; nothing where it is a command.
  private mutating func typeIntoForm(_ key: Key) -> [Effect]? {
    guard case .form(var form) = stack.last else { return nil }
    let paragraph =
      form.entries.indices.contains(form.focus) && form.entries[form.focus].isParagraph
    switch key {
    case .up where paragraph, .down where paragraph:
      guard form.entries[form.focus].text.moveLine(down: key == .down) else { return nil }
    case .character, .paste, .enter, .backspace, .delete, .left, .right, .home, .end,
      .control("w"), .control("u"), .control("a"), .control("e"):
      let isSent = form.type(key)
      stack[stack.count - 1] = .form(form)
      return isSent ? sendForm() : []
    default: return nil
    }
    stack[stack.count - 1] = .form(form)
    return []
  }

  private mutating func typeIntoHelp(_ key: Key) -> [Effect] {
    guard case .help(var help) = stack.last else { return [] }
    switch key {
    case .character(let letter): help.filter.append(letter)
    case .backspace: _ = help.filter.popLast()
    default: return []
    }
    help.selected = 0
    stack[stack.count - 1] = .help(help)
    return []
  }

  private mutating func typeIntoFind(_ key: Key) -> [Effect] {
    guard case .find(var find) = stack.last else { return [] }
    switch key {
    case .character(let letter): find.text.append(letter)
    case .paste(let text):
      find.text += text.split(whereSeparator: \.isNewline).joined(separator: " ")
    case .backspace: _ = find.text.popLast()
    default: return []
    }
    generation += 1
    find.generation = generation
    find.selected = 0
    if find.text.trimmed.isEmpty { find.hits = [] }
    stack[stack.count - 1] = .find(find)
    return find.text.trimmed.isEmpty ? [] : [.find(find.text, generation: generation)]
  }

  fileprivate mutating func receive(_ page: ChildPage, for purpose: PagePurpose) -> [Effect] {
    switch purpose {
    case .show(let step): stack.append(.child(ChildScreen(page: page, step: step)))
    case .refresh:
      refreshForms(for: page)
      for index in stack.indices {
        guard case .child(var screen) = stack[index], screen.page.child.id == page.child.id else {
          continue
        }
        let selected = screen.selectedStep?.id
        screen.page = page
        screen.selected =
          screen.steps.firstIndex { $0.id == selected && $0.isOpen } ?? 0
        stack[index] = .child(screen)
      }
    case .form(let kind, let preset):
      let form = FormScreen(event: kind, page: page, preset: preset, command: newCommandID())
      stack.append(.form(form))
      return [.loadDraft(key: form.draftKey)]
    case .why(let id):
      guard let step = page.steps.first(where: { $0.id.text == id }) else {
        say("That step is no longer there", .warning)
        return []
      }
      stack.append(
        .why(
          Explanation(of: step, child: page.child, procedure: page.procedure, asOf: now), scroll: 0)
      )
    }
    return []
  }

  /// A form on a child is about what the person now sees: what others recorded meanwhile included.
  private mutating func refreshForms(for page: ChildPage) {
    for index in stack.indices {
      guard case .form(var form) = stack[index],
        case .event(let kind, let child, _) = form.purpose, child == page.child.id
      else { continue }
      form.purpose = .event(kind, child: child, version: page.child.version)
      stack[index] = .form(form)
    }
  }

  /// Gives a form back to the person after it was not recorded.
  fileprivate mutating func release(marking findings: [FormFinding]) {
    guard case .form(var form) = stack.last else { return }
    form.isSending = false
    form.isDirty = true
    if !findings.isEmpty { form.mark(findings) }
    stack[stack.count - 1] = .form(form)
  }
}
