import Grid
import Workflow

/// Commands by which each person makes the desk usable for themselves: names, mouse, clipboard, plain mode.
enum AccessCommands {
  private static let typing: Set<Context> = [.form, .find, .filter, .help, .people, .choices]

  static let all: [DeskCommand] = [
    DeskCommand(
      "hide-names", in: Set(Context.allCases).subtracting(typing + [.confirm]),
      keys: [.character("H"), .function(9)], "names",
      "Hide the names of children everywhere, or show them again", run: toggleNames),
    DeskCommand(
      "hide-names-while-typing", in: typing, keys: [.function(9)], "names",
      "Hide the names of children everywhere, or show them again", run: toggleNames),
    DeskCommand(
      "mouse", in: Set(Context.allCases).subtracting([.confirm]), keys: [.function(7)], "mouse",
      "Turn the mouse on or off; while it is on, Shift-drag selects text"
    ) { desk in
      desk.isMouseOn.toggle()
      desk.say(
        desk.isMouseOn
          ? "The mouse is on: rows, trays and the foot can be clicked; Shift-drag selects text"
          : "The mouse is off; the terminal selects text again", .information)
      return [.mouse(desk.isMouseOn), .keepSetting("mouse", desk.isMouseOn ? "on" : nil)]
    },
    DeskCommand(
      "copy-reference", in: [.trays, .episode], keys: [.character("y")], "copy",
      "Copy the reference to the clipboard, where this desk allows it", disabled: cannotCopy
    ) { desk in
      guard let reference = desk.copiedReference else { return [] }
      desk.say("Copied: \(reference)", .information)
      return [.copy(reference)]
    },
    DeskCommand(
      "copy-step", in: [.trays, .episode], keys: [.character("Y")], "copy step",
      "Copy the step in words to the clipboard, where this desk allows it", disabled: cannotCopy
    ) { desk in
      guard let text = desk.shown.copiedStep else { return [] }
      desk.say("Copied: \(text)", .information)
      return [.copy(text)]
    },
    DeskCommand(
      "plain", in: [.trays], keys: [.alt("p")], "plain mode",
      "Be read line by line from the next start on, for a screen reader, or be a screen again",
      disabled: { $0.notKept }, run: togglePlain),
    DeskCommand(
      "say-again", in: Set(Context.allCases), keys: [.control("g")], "where",
      "Say again where you are, in plain mode", disabled: isScreen
    ) { _ in [.say(isAll: false)] },
    DeskCommand(
      "say-all", in: Set(Context.allCases), keys: [.control("r")], "read all",
      "Read all rows, lines or questions, in plain mode", disabled: isScreen
    ) { _ in [.say(isAll: true)] },
  ]

  @Sendable private static func isScreen(_ desk: Desk) -> String? {
    desk.isPlain ? nil : "Only in plain mode, which 'homeward --plain' opens"
  }

  @Sendable private static func cannotCopy(_ desk: Desk) -> String? {
    desk.noClipboard ?? (desk.copiedReference == nil ? "No row is selected" : nil)
  }

  @Sendable private static func togglePlain(_ desk: inout Desk) -> [Effect] {
    // What is in force now is not what is kept: it may come from the command line.
    desk.isPlainKept.toggle()
    desk.say(
      desk.isPlainKept
        ? "From the next start on the desk is read line by line; Alt-p takes that back"
        : "From the next start on the desk is a screen", .information)
    return [.keepSetting("plain", desk.isPlainKept ? "on" : nil)]
  }

  @Sendable private static func toggleNames(_ desk: inout Desk) -> [Effect] {
    desk.hidesNames.toggle()
    desk.learnNames()
    let key = desk.context == .form ? "F9" : "H"
    desk.say(
      desk.hidesNames
        ? "The names of children are hidden until \(key) shows them again"
        : "The names of children are shown", .information)
    return [.keepSetting("hide-names", desk.hidesNames ? "on" : nil)]
  }
}

extension Desk {
  /// The reference that a copy would be of.
  var copiedReference: String? {
    if let page = childScreen?.page {
      return page.record?.current?.reference ?? page.record?.reference ?? page.child.id
    }
    return trays.selectedRow?.reference
  }

  /// The step that a copy would be of: `Offer interview · Pryce-Morgan, Siân 15 · E-2026-0412 · due …`.
  var copiedStep: String? {
    if let page = childScreen?.page {
      let step = selectedStep
      return [
        step?.agreed?.agreedWords ?? step?.id.step.title, page.child.name, copiedReference,
        step?.due.map { "due \($0.spoken)" },
      ].compactMap { $0 }.joined(separator: " · ")
    }
    return trays.selectedRow.map { row in
      [row.title, row.name, row.reference, row.due.map { "due \($0.spoken)" }].compactMap { $0 }
        .joined(separator: " · ")
    }
  }
}
