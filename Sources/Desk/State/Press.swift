package import Grid
import Workflow

// What the desk makes of a key.

extension Desk {
  /// Takes a key: at once, or after what is awaited.
  mutating func take(_ key: Key) -> [Effect] {
    if case .resize(let width, let height) = key {
      size = Size(width: max(1, width), height: max(1, height))
      if !trays.isStray { trays.move(to: trays.selected, visibleRows: visibleRows) }
      return [reload(isCounted: false)]
    }
    if case .click(let row, let column) = key { return click(row: row, column: column) }
    if case .wheel(let up) = key { return turnWheel(up: up) }
    let isAlways = asksAlways(key)
    // Where nothing can be shown, no key may act on what nobody sees.
    if !Layout(size: size).fits, !isAlways { return [] }
    if isSending, !isAlways {
      say("Being recorded …", .information)
      return []
    }
    if awaited != nil, !isAlways, !movesOn(key) {
      if key == .escape, !isDraftAwaited {
        stopWaiting()
      } else if held.count < 4_096 {
        held.append(key)
      }
      return []
    }
    return (isAlways ? nil : listen(to: key)) ?? press(key)
  }

  /// Presses the keys that were typed while something was awaited.
  mutating func replayHeld() -> [Effect] {
    var effects: [Effect] = []
    while awaited == nil, !isSending, !held.isEmpty {
      let key = held.removeFirst()
      effects += listen(to: key) ?? press(key)
    }
    if isSending { held.removeAll() }
    return effects
  }

  /// Whether a key asks for what can be done at any moment, whatever is awaited.
  private func asksAlways(_ key: Key) -> Bool {
    guard let id = keymap.command(for: key, in: context)?.id else { return false }
    return ["interrupt", "redraw", "suspend"].contains(id)
  }

  /// Whether a form waits for its draft: what is typed meanwhile is the form's, its Esc too, and none
  /// of it may be lost.
  private var isDraftAwaited: Bool {
    if case .loadDraft? = awaited { true } else { false }
  }

  /// Awaits nothing any longer, and forgets what was typed for it.
  mutating func stopWaiting() {
    awaited = nil
    held.removeAll()
  }

  mutating func press(_ key: Key) -> [Effect] {
    // Whoever saves once more than needed still reads what came of it.
    if key == .control("s"), context != .form, toast != nil,
      keymap.command(for: key, in: context) == nil
    {
      return []
    }
    return act { $0.answer(to: key) }
  }

  /// Does what was asked for, by key or otherwise, and awaits what it asks for.
  mutating func act(_ work: (inout Desk) -> [Effect]) -> [Effect] {
    lastSaid = toast?.text
    toast = nil
    let row = stack.isEmpty ? trays.selectedRow : nil
    var effects = work(&self)
    for effect in effects {
      switch effect {
      case .loadChild(_, .refresh): break
      case .loadChild, .readReport, .loadReportText, .loadWholeList, .loadDraft, .withdraw:
        awaited = effect
        if let row { effects += look(at: [row]) }
      default: break
      }
    }
    // A key that follows is meant for the rows that are on their way.
    if stack.isEmpty, awaited == nil, trays.window != nil, !trays.isLoaded {
      awaited = .loadTray(
        TrayQuestion(trays.query, offset: 0, limit: 0), generation: trays.asked)
    }
    return effects
  }

  /// Whether a key goes on to another tray while one is being read: nothing is acted on by that.
  private func movesOn(_ key: Key) -> Bool {
    guard case .loadTray? = awaited, stack.isEmpty else { return false }
    return keymap.command(for: key, in: .trays).map { command in
      TrayCommands.toTrays.contains { $0.id == command.id }
    } ?? false
  }

  private mutating func answer(to key: Key) -> [Effect] {
    let context = context
    // A form's own keys come before commands that share them: a letter is text there.
    if context == .form, begun.isEmpty, let effects = typeIntoForm(key) { return effects }
    let keys = begun + [key]
    begun = []
    switch keymap.meaning(of: keys, in: context) {
    case .command(let command): return run(command)
    case .beginning:
      begun = keys
      say(KeySequence(keys).shown + " …", .information)
      return []
    case .nothing where keys.count > 1:
      if key != .escape { sayNothing(KeySequence(keys).shown) }
      return []
    case .nothing: break
    }
    switch context {
    case .help: return typeIntoHelp(key)
    case .palette: return typeIntoPalette(key)
    case .find: return typeIntoFind(key)
    case .people: return typeIntoPeople(key)
    case .choices: return typeIntoChoices(key)
    case .filter: return typeIntoFilter(key)
    case .bulk: return []
    case .reason: return typeReason(key)
    case .confirm:
      let (yes, no) = (keymap.name("confirm"), keymap.name("cancel"))
      say("\(yes) records it; \(no) goes back to the form", .information)
      return []
    default:
      if case .paste = key {
        say(
          "Text can be pasted into a form; \(keymap.name("report")) opens one for a report",
          .warning)
        return []
      }
      sayNothing(key.shown)
      return []
    }
  }

  /// Says that keys do nothing, and which key shows what does.
  private mutating func sayNothing(_ keys: String) {
    let help = keymap.name(context.takesText ? "help-while-typing" : "help")
    say("\(keys) does nothing here; \(help) shows what does", .warning)
  }

  /// Runs a command, or says why it cannot be run.
  mutating func run(_ command: DeskCommand) -> [Effect] {
    if let reason = command.disabled(self) {
      if command.opensForm { refuseForm(reason) } else { say(reason, .warning) }
      return []
    }
    if let effects = beforeRecording(command) { return effects }
    return command.run(&self)
  }

  /// Types into the focused line where the key is one that types; nothing where it is a command.
  private mutating func typeIntoForm(_ key: Key) -> [Effect]? {
    guard case .form(var form) = stack.last else { return nil }
    form.writer = FormScreen.Writer(me: me, now: now)
    let answer = form.type(key, shape: FormShape(form, layout: Layout(size: room)))
    if case .notTyping = answer { return nil }
    stack[stack.count - 1] = .form(form)
    switch answer {
    case .typed, .notTyping: return []
    case .send: return sendForm()
    case .noChoice: say("No choice is called that; Space goes through them", .warning)
    case .whatThere:
      if !openChoices() { stack.append(.help(HelpScreen(context: .form))) }
    case .nothing(let sentence): say(sentence, .information)
    }
    return []
  }

  /// Takes keys that came with the end of the program: text that was typed counts, commands do not.
  ///
  /// - Parameter keys: what still waited in the terminal.
  package mutating func takeLast(_ keys: [Key]) {
    let waiting = held + keys
    held.removeAll()
    awaited = nil
    for key in waiting {
      guard context == .form, !isSending else { return }
      if typeIntoForm(key) != nil { continue }
      guard let id = keymap.command(for: key, in: .form)?.id, let edit = TextEdit(rawValue: id)
      else { return }
      _ = self.edit(edit)
    }
  }

  private mutating func typeIntoHelp(_ key: Key) -> [Effect] {
    guard case .help(var help) = stack.last else { return [] }
    guard help.filter.take(key) else { return [] }
    (help.selected, help.isOnRow) = (0, false)
    stack[stack.count - 1] = .help(help)
    return []
  }

  private mutating func typeIntoFind(_ key: Key) -> [Effect] {
    guard case .find(var find) = stack.last else { return [] }
    guard find.text.take(key) else { return [] }
    generation += 1
    find.generation = generation
    (find.selected, find.isOnRow) = (0, false)
    if find.text.trimmed.isEmpty { find.hits = [] }
    stack[stack.count - 1] = .find(find)
    return find.text.trimmed.isEmpty ? [] : [.find(find.text, generation: generation)]
  }
}
