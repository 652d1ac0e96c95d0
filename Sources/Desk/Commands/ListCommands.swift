import Grid
import Workflow

/// Commands of the lists that fill the screen, one thing a line: all of them are gone through alike.
enum ListCommands {
  static let all: [DeskCommand] = [
    // The key that opens the list of people goes on in it.
    move("list-down", [.down, .character("j"), .character("P")], "down", "Go to the next line") {
      _ in 1
    },
    move("list-up", [.up, .character("k")], "up", "Go to the line above") { _ in -1 },
    move("list-page-down", [.pageDown], "page", "Go a page down") { max(1, $0.size.height - 6) },
    move("list-page-up", [.pageUp], "page", "Go a page up") { -max(1, $0.size.height - 6) },
    move("list-first", [.home, .character("g")], "first", "Go to the first line") { _ in -.max },
    move("list-last", [.end, .character("G")], "last", "Go to the last line") { _ in .max },
  ]

  private static func move(
    _ id: String, _ keys: [Key], _ label: String, _ sentence: String,
    by distance: @escaping @Sendable (Desk) -> Int
  ) -> DeskCommand {
    DeskCommand(id, in: [.people, .drafts, .asides], keys: keys, label, sentence) { desk in
      desk.moveInList(by: distance(desk))
    }
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
    case .people(var screen):
      screen.selected = next(screen.selected, of: colleagues.count)
      stack[stack.count - 1] = .people(screen)
    case .drafts(var screen):
      screen.selected = next(screen.selected, of: screen.marks?.count ?? 0)
      stack[stack.count - 1] = .drafts(screen)
    case .asides(var screen):
      screen.selected = next(screen.selected, of: screen.rows?.count ?? 0)
      stack[stack.count - 1] = .asides(screen)
    default: break
    }
    return []
  }
}
