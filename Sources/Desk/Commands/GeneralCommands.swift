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
      "Find a child or an episode by name, reference or police reference", footer: true
    ) { desk in
      desk.stack.append(.find(FindScreen()))
      return []
    },
    DeskCommand(
      "help", in: quiet, keys: [.character("?"), .function(1)], "help",
      "Show what can be done here, and do it", footer: true, needed: true
    ) { desk in
      desk.stack.append(.help(HelpScreen(context: desk.context)))
      return []
    },
    DeskCommand(
      "help-while-typing", in: [.form, .find, .filter, .reason], keys: [.function(1)], "help",
      "Show what can be done here, and do it", footer: true, needed: true
    ) { desk in
      desk.stack.append(.help(HelpScreen(context: desk.context)))
      return []
    },
    DeskCommand(
      "step-back",
      in: [
        .episode, .reading, .help, .palette, .find, .drafts, .asides, .filters, .charts,
      ],
      keys: [.escape], "back",
      "Go one step back", footer: true, needed: true
    ) { desk in
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
      "person", in: [.trays, .episode], keys: [.character("P")], "person",
      "Act as the next person on the staff, in a drill", disabled: actsAlone, run: actAsNext),
    DeskCommand(
      "quit", in: [.trays], keys: [.character("q")], "quit", "Leave homeward", footer: true
    ) {
      _ in [.quit]
    },
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

  @Sendable private static func actsAlone(_ desk: Desk) -> String? {
    desk.colleagues.count > 1 ? nil : "Only in a drill can one person act as all"
  }

  @Sendable private static func actAsNext(_ desk: inout Desk) -> [Effect] {
    let index = desk.colleagues.firstIndex(of: desk.me) ?? -1
    desk.me = desk.colleagues[(index + 1) % desk.colleagues.count]
    desk.say(
      "You now act as \(desk.me.name), \(desk.me.role.capacity(desk.roleTitles))", .information)
    // What is new, begun and saved is each person's own.
    return [desk.reload(), .loadPersonal]
  }
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
      effects.append(
        form.draft(now: now).map { .keepDraft(key: form.draftKey, $0) }
          ?? .dropDraft(key: form.draftKey))
    }
    return effects
  }
}
