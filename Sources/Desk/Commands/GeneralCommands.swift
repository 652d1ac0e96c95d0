import Grid
import Workflow

/// Commands that are there everywhere.
enum GeneralCommands {
  static let quiet: Set<Context> = [
    .trays, .episode, .reading, .drafts, .asides, .filters, .bulk, .charts, .themes,
  ]

  static let all: [DeskCommand] = [
    DeskCommand(
      "find", in: [.trays, .episode], keys: [.character("/")], "find",
      "Find a child by name, birthday, address, telephone number, reference or part of the police's",
      footer: true
    ) { desk in
      desk.stack.append(.find(FindScreen()))
      return []
    },
    DeskCommand(
      "help", in: quiet, keys: [.character("?"), .function(1)], "help",
      "Show what can be done here, and do it", footer: true, needed: true
    ) { desk in
      desk.openList(.help(HelpScreen(context: desk.context)))
    },
    DeskCommand(
      "help-while-typing", in: [.form, .find, .filter, .reason, .people, .choices],
      keys: [.function(1)], "help",
      "Show what can be done here, and do it", footer: true, needed: true
    ) { desk in
      desk.openList(.help(HelpScreen(context: desk.context)))
    },
    DeskCommand(
      "step-back",
      in: [
        .episode, .reading, .help, .palette, .find, .drafts, .asides, .people, .choices, .filters,
        .charts,
      ],
      keys: [.escape], "back",
      "Go one step back", footer: true, needed: true
    ) { desk in
      // As in a tray, what is narrowed is whole again first.
      if case .child(let screen) = desk.stack.last, !screen.narrowing.text.isEmpty {
        return desk.changeChild { $0.narrowing.text = "" }
      }
      desk.stack.removeLast()
      return desk.stack.isEmpty ? [desk.reload()] : []
    },
    DeskCommand(
      "close-page", in: [.episode, .reading, .drafts, .asides, .filters, .charts],
      keys: [.character("q")],
      "back",
      "Go one step back"
    ) { desk in
      desk.stack.removeLast()
      return desk.stack.isEmpty ? [desk.reload()] : []
    },
    DeskCommand(
      "quit", in: [.trays], keys: [.character("q")], "quit", "Leave homeward", footer: true
    ) { $0.leave() },
    DeskCommand(
      "interrupt", in: Set(Context.allCases), keys: [.control("c")], "leave",
      "Leave homeward at once; what is typed is kept", needed: true
    ) { desk in desk.keepDrafts() + [.quit] },
    DeskCommand(
      "redraw", in: Set(Context.allCases), keys: [.control("l")], "redraw", "Draw the screen again"
    ) { _ in [.redraw] },
    DeskCommand(
      "suspend", in: Set(Context.allCases), keys: [.control("z")], "suspend",
      "Go back to the shell; fg returns"
    ) { desk in desk.keepDrafts() + [.suspend] },
  ]
}

extension Desk {
  /// Keeps what is typed in every form that lies open.
  ///
  /// Not of one that is on its way to the journal: it may be recorded, and its draft gone, before this
  /// is done. Where it is refused it is the person's again, and kept then.
  package mutating func keepDrafts() -> [Effect] {
    var effects: [Effect] = []
    for index in stack.indices {
      guard case .form(var form) = stack[index], form.isDirty, !form.isSending else { continue }
      form.isDirty = false
      stack[index] = .form(form)
      guard var draft = form.draft(now: now) else {
        effects.append(.dropDraft(key: form.draftKey))
        continue
      }
      draft.form = .open
      effects.append(.keepDraft(key: form.draftKey, draft))
    }
    return effects
  }
}

extension Desk {
  /// Leaves; of what is typed and not recorded it tells once before.
  fileprivate mutating func leave() -> [Effect] {
    let count = trays.drafts.count
    let what =
      count == 1 ? "A form is begun and not recorded" : "\(count) forms are begun and not recorded"
    let warning =
      "\(what): \(keymap.name("drafts")) lists them; \(keymap.name("quit")) again leaves, and they are kept"
    if count == 0 || lastSaid == warning { return [.quit] }
    say(warning, .warning)
    return []
  }
}
