import Grid
import Workflow

/// Whose part may be played, in a drill on a fictional borough.
package struct PeopleScreen: Sendable {
  /// The selected one.
  package var selected = 0
  /// What was typed to narrow the list: words of a name or a role.
  package var text = ""

  /// Under which name it is kept who was played last, so that the next start goes on as the same: the
  /// person's id, a colon and the role.
  package static let setting = "desk:part"
}

/// Commands of the list of those whose part may be played.
enum PeopleCommands {
  static let all: [DeskCommand] = [
    DeskCommand(
      "person", in: [.trays, .episode], keys: [.character("P")], "person",
      "Choose whose part to play, in a drill",
      disabled: { $0.colleagues.count > 1 ? nil : "Only in a drill can one person act as all" },
      run: { desk in
        let place = desk.colleagues.firstIndex(of: desk.me) ?? 0
        desk.stack.append(.people(PeopleScreen(selected: place)))
        return []
      }),
    DeskCommand(
      "play", in: [.people], keys: [.enter], "play", "Play the selected part", footer: true
    ) { $0.playSelected() },
  ]
}

extension Desk {
  /// A person with what they are.
  func part(of person: Person) -> String { "\(person.name) · \(title(of: person.role))" }

  /// Those whose part may be played, as far as they fit what is typed.
  func parts(in screen: PeopleScreen) -> [Person] {
    let words = screen.text.lowercased().split(whereSeparator: \.isWhitespace)
    return colleagues.filter { person in
      let line = part(of: person).lowercased()
      return words.allSatisfy { line.contains($0) }
    }
  }

  /// Narrows the list of parts by what is typed; the first that fits is selected.
  mutating func typeIntoPeople(_ key: Key) -> [Effect] {
    guard case .people(var screen) = stack.last else { return [] }
    guard screen.text.take(key) else { return [] }
    // With nothing typed the list stands as it was opened.
    screen.selected = screen.text.isEmpty ? colleagues.firstIndex(of: me) ?? 0 : 0
    stack[stack.count - 1] = .people(screen)
    return []
  }

  fileprivate mutating func playSelected() -> [Effect] {
    guard case .people(let screen) = stack.last else { return [] }
    let fitting = parts(in: screen)
    guard fitting.indices.contains(screen.selected) else {
      say("Nobody here is called “\(screen.text)”; Ctrl-U shows all", .warning)
      return []
    }
    stack.removeLast()
    me = fitting[screen.selected]
    for place in stack.indices {
      guard case .child(var page) = stack[place] else { continue }
      page.show(for: me.role)
      stack[place] = .child(page)
    }
    // Nobody takes back what another did.
    undoable.removeAll()
    barred = nil
    // Whose part it is now finds other work, as at the start of a desk.
    let home = me.role.openingTray { (trays.count(of: $0)?.open ?? 0) > 0 }
    let load = home == trays.tray ? [reload()] : show(home)
    say("You now act as \(me.name), \(me.role.capacity(roleTitles))", .information)
    // What is new, begun and saved is each person's own.
    return [.keepSetting(PeopleScreen.setting, "\(me.id):\(me.role.rawValue)")] + load + [
      .loadPersonal
    ]
  }
}
