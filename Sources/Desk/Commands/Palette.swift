import Grid
import Workflow

/// A command asked for by its name: what is typed is completed, and what was asked for before comes back.
package struct PaletteScreen: Sendable {
  /// What is typed.
  package var text = ""
  /// The line on which Tab stands, counted in what fits; nothing before it was pressed.
  package var selected: Int?
  /// Which earlier command stands there, counted from the last; nothing where it was typed.
  package var earlier: Int?
  /// What was typed before an earlier command took its place.
  var typed = ""
  /// Where it was asked for.
  package let context: Context

  /// Makes an empty line.
  package init(context: Context) { self.context = context }

  /// The commands that fit: whose name begins with what is typed, then those that hold its words.
  var fitting: [DeskCommand] {
    let wanted = text.trimmed.lowercased()
    let here = CommandTable.all.filter { $0.contexts.contains(context) }
    let all = here + CommandTable.all.filter { !$0.contexts.contains(context) }
    if wanted.isEmpty { return here }
    let words = wanted.split(separator: " ")
    let begins = all.filter { $0.id.hasPrefix(wanted) }
    let holds = all.filter { command in
      !command.id.hasPrefix(wanted) && words.allSatisfy { command.searched.contains($0) }
    }
    let answers = all.filter { command in
      !command.id.hasPrefix(wanted) && !words.allSatisfy { command.searched.contains($0) }
        && words.allSatisfy { command.alsoSearched.contains($0) }
    }
    return begins + holds + answers
  }

  /// The command that Enter runs: the one whose name is typed, the selected one, or the only one.
  var meant: DeskCommand? {
    let fitting = fitting
    if let selected, fitting.indices.contains(selected) { return fitting[selected] }
    if let named = CommandTable.named(text.trimmed.lowercased()) { return named }
    let typed = text.trimmed.lowercased()
    if typed.isEmpty { return nil }
    // A name that begins so is meant before one of which a later word does, and that before a sentence that has it.
    let begun = fitting.filter { $0.id.hasPrefix(typed) }
    let worded = fitting.filter { $0.id.split(separator: "-").contains { $0.hasPrefix(typed) } }
    return [begun, worded, fitting].first { !$0.isEmpty }.flatMap { $0.count == 1 ? $0[0] : nil }
  }

  /// Why a command cannot be run from here, or nothing where it can.
  ///
  /// - Parameters:
  ///   - command: the command.
  ///   - below: the desk on which the palette lies.
  /// - Returns: the reason.
  func reason(against command: DeskCommand, in below: Desk) -> String? {
    command.elsewhere(than: context) ?? below.whyNot(command)
  }

  /// Completes what is typed as far as the names agree; where they agree no further, goes from one to the
  /// next.
  mutating func complete(forward: Bool) {
    let fitting = fitting
    guard !fitting.isEmpty else { return }
    let wanted = text.trimmed.lowercased()
    let names = fitting.map(\.id).filter { $0.hasPrefix(wanted) }
    if selected == nil, let first = names.first, !wanted.isEmpty {
      let common = names.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
      if common.count > wanted.count {
        text = common
        return
      }
    }
    let place = selected.map { $0 + (forward ? 1 : -1) } ?? (forward ? 0 : fitting.count - 1)
    selected = (place + fitting.count) % fitting.count
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}

/// Commands of the palette.
enum PaletteCommands {
  private static let open: @Sendable (inout Desk) -> [Effect] = { desk in
    desk.openList(.palette(PaletteScreen(context: desk.context)))
  }

  static let all: [DeskCommand] = [
    DeskCommand(
      "palette", in: GeneralCommands.quiet, keys: [.character(":")], "command",
      "Ask for a command by its name", run: open),
    DeskCommand(
      "palette-while-typing", in: [.form, .find, .filter, .reason], keys: [.alt("x")], "command",
      "Ask for a command by its name", run: open),
    DeskCommand(
      "run-named", in: [.palette], keys: [.enter], "run", "Run the command that is named",
      footer: true, needed: true
    ) { $0.runNamed() },
    DeskCommand(
      "complete", in: [.palette], keys: [.tab], "complete",
      "Complete the name, or go to the next that fits", footer: true
    ) { desk in desk.changePalette { $0.complete(forward: true) } },
    DeskCommand(
      "complete-back", in: [.palette], keys: [.backTab], "back", "Go to the name before"
    ) { desk in desk.changePalette { $0.complete(forward: false) } },
    DeskCommand(
      "earlier-command", in: [.palette], keys: [.up], "earlier",
      "Bring back the command that you asked for before", footer: true
    ) { $0.recall(by: 1) },
    DeskCommand(
      "later-command", in: [.palette], keys: [.down], "later", "Go on to the one asked for after it"
    ) { $0.recall(by: -1) },
  ]
}

extension Desk {
  /// How many commands are remembered.
  static let mostRemembered = 50

  mutating func changePalette(_ change: (inout PaletteScreen) -> Void) -> [Effect] {
    guard case .palette(var screen) = stack.last else { return [] }
    change(&screen)
    stack[stack.count - 1] = .palette(screen)
    return []
  }

  mutating func typeIntoPalette(_ key: Key) -> [Effect] {
    changePalette { screen in
      guard screen.text.take(key) else { return }
      screen.selected = nil
      screen.earlier = nil
    }
  }

  /// Goes through what was asked for before.
  mutating func recall(by distance: Int) -> [Effect] {
    let remembered = asked
    return changePalette { screen in
      let place = (screen.earlier ?? -1) + distance
      if screen.earlier == nil { screen.typed = screen.text }
      screen.selected = nil
      if place < 0 {
        screen.earlier = nil
        screen.text = screen.typed
      } else if remembered.indices.contains(place) {
        screen.earlier = place
        screen.text = remembered[place]
      }
    }
  }

  /// Runs what the palette names, and remembers it: names of commands only, never what else is typed.
  mutating func runNamed() -> [Effect] {
    guard case .palette(let screen) = stack.last else { return [] }
    guard let command = screen.meant else {
      say(
        screen.fitting.isEmpty
          ? "No command is called '\(screen.text)'; \(keymap.name("step-back")) leaves"
          : "Several fit; \(keymap.name("complete")) goes through them", .warning)
      return []
    }
    stack.removeLast()
    let effects = remember(command)
    if let reason = command.elsewhere(than: context) {
      say("\(command.id): \(reason.lowercasedFirst)", .warning)
      return effects
    }
    return effects + run(command)
  }

  private mutating func remember(_ command: DeskCommand) -> [Effect] {
    asked = [command.id] + asked.filter { $0 != command.id }.prefix(Desk.mostRemembered - 1)
    return isReadOnly ? [] : [.keepSetting("asked", asked.joined(separator: " "))]
  }
}

extension DeskCommand {
  /// Why it cannot be asked for in a context, or nothing where it is there.
  func elsewhere(than context: Context) -> String? {
    if contexts.contains(context) { return nil }
    let places = Context.allCases.filter(contexts.contains).map(\.words)
    return "Only " + places.joined(separator: " or ")
  }
}
