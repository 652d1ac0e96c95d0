import Grid
import Workflow

/// Commands of panes that are read: why, texts, help, find.
enum ReadingCommands {
  static let all: [DeskCommand] = [
    DeskCommand(
      "scroll-down", in: [.reading], keys: [.down, .character("j"), .enter], "down",
      "Go a line down",
      footer: true
    ) { desk in desk.scroll(by: 1) },
    DeskCommand("scroll-up", in: [.reading], keys: [.up, .character("k")], "up", "Go a line up") {
      desk in desk.scroll(by: -1)
    },
    DeskCommand(
      "scroll-page-down", in: [.reading], keys: [.pageDown, .character(" ")], "page",
      "Go a page down",
      footer: true
    ) { desk in desk.scroll(by: max(1, desk.size.height - 6)) },
    DeskCommand("scroll-page-up", in: [.reading], keys: [.pageUp], "page", "Go a page up") { desk in
      desk.scroll(by: -max(1, desk.size.height - 6))
    },
    DeskCommand(
      "choose", in: [.help, .find, .filters], keys: [.enter], "choose",
      "Run the command, open the child or the report, or take the filter", footer: true,
      needed: true, labelHere: whatEnterDoes, run: choose),
  ]

  @Sendable private static func whatEnterDoes(_ desk: Desk) -> String? {
    switch desk.stack.last {
    case .help(let help): help.isOfRecords ? "open its form" : "run"
    case .find: "open"
    case .filters: "take"
    default: nil
    }
  }

  @Sendable private static func choose(_ desk: inout Desk) -> [Effect] {
    switch desk.stack.last {
    case .find(let find):
      guard find.hits.indices.contains(find.selected) else { return [] }
      desk.stack.removeLast()
      return desk.open(find.hits[find.selected].target, foundBy: find.text)
    case .help(let help):
      let lines = help.lines(in: desk)
      guard lines.indices.contains(help.selected) else { return [] }
      let line = lines[help.selected]
      desk.stack.removeLast()
      if let reason = line.reason {
        desk.say(reason, .warning)
        return []
      }
      return desk.run(line.command)
    case .filters(let filters): return desk.take(filters)
    default: return []
    }
  }
}

extension Desk {
  /// Opens what was found; of a report of several children the child whom the words name.
  fileprivate mutating func open(_ target: FoundRow.Target, foundBy words: String) -> [Effect] {
    switch target {
    case .child(let child): return [.loadChild(child, .show(step: nil))]
    case .waiting(let report): return [.readReport(report, .named(words))]
    case .aside(let report, let subject):
      var asides = AsidesScreen()
      asides.wanted = (report, subject)
      stack.append(.asides(asides))
      return [.loadAsides]
    }
  }

  mutating func scroll(by distance: Int) -> [Effect] {
    let layout = Layout(size: room)
    func next(_ scroll: Int, _ lines: [Span]) -> Int {
      let last = TextPane.lastScroll(of: lines, layout: layout)
      return min(max(0, min(scroll, last) + distance), last)
    }
    switch stack.last {
    case .why(let why, let scroll):
      stack[stack.count - 1] = .why(why, scroll: next(scroll, why.paneLines))
    case .text(let title, let lines, let scroll):
      stack[stack.count - 1] = .text(
        title: title, lines: lines, scroll: next(scroll, lines.map { Span($0) }))
    default: break
    }
    return []
  }
}

extension HelpScreen {
  /// A line of help.
  struct Line {
    let command: DeskCommand
    /// Why it cannot be run from here, or nothing where it can.
    let reason: String?
  }

  /// The commands of here, those that cannot be done now last; or all that fit what was typed: by a key or
  /// a name first, then those of here, then those of elsewhere.
  func lines(in desk: Desk) -> [Line] {
    let here = CommandTable.commands(in: context)
    let below = desk.belowLists
    let listed = here.filter { !isOfRecords || $0.records != nil }.map {
      Line(command: $0, reason: below.whyNot($0))
    }
    let lines = listed.filter { $0.reason == nil } + listed.filter { $0.reason != nil }
    let wanted = filter.trimmed.lowercased()
    if wanted.isEmpty { return lines }
    let elsewhere =
      isOfRecords ? [] : CommandTable.all.filter { !$0.contexts.contains(context) }
    let all = lines + elsewhere.map { Line(command: $0, reason: $0.elsewhere(than: context)) }
    let words = wanted.split(separator: " ")
    func rank(of line: Line) -> Int? {
      let command = line.command
      let isHere = command.contexts.contains(context)
      let isKey = desk.keymap.sequences(of: command).contains {
        $0.shown == filter.trimmed || $0.shown.count > 1 && $0.shown.lowercased() == wanted
      }
      if isKey || isHere && command.id == wanted { return 0 }
      if words.allSatisfy({ command.searched.contains($0) }) {
        return isHere ? 1 : command.id == wanted ? 2 : 3
      }
      // What is only an answer in a form comes after what says the word itself.
      return words.allSatisfy { command.alsoSearched.contains($0) } ? 4 : nil
    }
    let ranked = all.map { (line: $0, rank: rank(of: $0)) }
    return (0...4).flatMap { wanted in ranked.filter { $0.rank == wanted }.map(\.line) }
  }
}

extension Desk {
  /// Whether only lists of commands lie on the trays.
  var listsLieOnTrays: Bool { !stack.isEmpty && belowLists.stack.isEmpty }

  /// The desk without help and the palette in front: where the command would be run that is chosen there.
  var belowLists: Desk {
    var below = self
    below.stack.removeAll {
      switch $0 {
      case .help, .palette: true
      default: false
      }
    }
    return below
  }

  /// Why the command that is meant in the palette cannot be run: in the list it may be cut.
  var reasonInPalette: String? {
    guard case .palette(let palette) = stack.last, let meant = palette.meant else { return nil }
    return palette.reason(against: meant, in: belowLists)
  }

  /// Why the command that is selected in help cannot be run: in the list it may be cut.
  var reasonInHelp: String? {
    guard case .help(let help) = stack.last else { return nil }
    let lines = help.lines(in: self)
    return lines.indices.contains(help.selected) ? lines[help.selected].reason : nil
  }
}
