import Grid
import Workflow

/// Commands of the lists that fill the screen, one thing a line: all of them are gone through alike.
enum ListCommands {
  static let all: [DeskCommand] =
    moves(
      "list", in: [.drafts, .asides],
      letters: [
        "down": [.character("j")], "up": [.character("k")], "first": [.character("g")],
        "last": [.character("G")],
      ])
    // Letters narrow the lists of parts and of choices.
    + moves("part", in: [.people, .choices], letters: [:])
    + moves("choice", in: [.help, .find, .filters], letters: [:])

  private static func moves(
    _ name: String, in contexts: Set<Context>, letters: [String: [Key]]
  ) -> [DeskCommand] {
    func move(
      _ way: String, _ key: Key, _ label: String, _ sentence: String,
      by distance: @escaping @Sendable (Desk) -> Int
    ) -> DeskCommand {
      DeskCommand(
        "\(name)-\(way)", in: contexts, keys: [key] + (letters[way] ?? []), label, sentence
      ) { desk in desk.moveInList(by: distance(desk)) }
    }
    return [
      move("down", .down, "down", "Go to the next line") { _ in 1 },
      move("up", .up, "up", "Go to the line above") { _ in -1 },
      move("page-down", .pageDown, "page", "Go a page down") { max(1, $0.size.height - 6) },
      move("page-up", .pageUp, "page", "Go a page up") { -max(1, $0.size.height - 6) },
      move("first", .home, "first", "Go to the first line") { _ in -.max },
      move("last", .end, "last", "Go to the last line") { _ in .max },
    ]
  }
}

extension Desk {
  /// Goes so many lines down in the list in front, or up, no further than to its end.
  mutating func moveInList(by distance: Int) -> [Effect] {
    func next(_ selected: Int, of count: Int) -> Int {
      let last = max(0, count - 1)
      return min(max(0, selected + min(max(distance, -last), last)), last)
    }
    switch stack.last {
    case .choices(var screen):
      screen.move(to: next(screen.selected, of: screen.fitting.count))
      stack[stack.count - 1] = .choices(screen)
    case .people(var screen):
      screen.selected = next(screen.selected, of: parts(in: screen).count)
      stack[stack.count - 1] = .people(screen)
    case .drafts(var screen):
      screen.selected = next(screen.selected, of: screen.marks?.count ?? 0)
      stack[stack.count - 1] = .drafts(screen)
    case .asides(var screen):
      screen.selected = next(screen.selected, of: screen.rows?.count ?? 0)
      stack[stack.count - 1] = .asides(screen)
    case .find(var find):
      find.selected = next(find.selected, of: find.hits.count)
      find.isOnRow = !find.hits.isEmpty
      stack[stack.count - 1] = .find(find)
    case .help(var help):
      let count = help.lines(in: self).count
      help.selected = next(help.selected, of: count)
      help.isOnRow = count > 0
      stack[stack.count - 1] = .help(help)
    case .filters(var filters):
      filters.selected = next(filters.selected, of: filters.list(trays.filters).count)
      stack[stack.count - 1] = .filters(filters)
    default: break
    }
    return []
  }
}
