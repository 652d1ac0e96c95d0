import Grid
import Workflow

/// Whose part may be played, in a drill on a fictional borough.
package struct PeopleScreen: Sendable {
  /// The selected one.
  package var selected = 0

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
    DeskCommand(
      "person-down", in: [.people], keys: [.down, .character("j"), .character("P")], "down",
      "Go to the next person"
    ) { $0.movePerson(by: 1) },
    DeskCommand(
      "person-up", in: [.people], keys: [.up, .character("k")], "up", "Go to the person above"
    ) { $0.movePerson(by: -1) },
  ]
}

extension Desk {
  /// A person with what they are.
  func part(of person: Person) -> String { "\(person.name) · \(title(of: person.role))" }

  /// Goes up or down in the list, and on from its end at the other.
  mutating func movePerson(by distance: Int) -> [Effect] {
    guard case .people(var screen) = stack.last, !colleagues.isEmpty else { return [] }
    screen.selected = (screen.selected + distance + colleagues.count) % colleagues.count
    stack[stack.count - 1] = .people(screen)
    return []
  }

  fileprivate mutating func playSelected() -> [Effect] {
    guard case .people(let screen) = stack.popLast(), colleagues.indices.contains(screen.selected)
    else { return [] }
    me = colleagues[screen.selected]
    // Nobody takes back what another did.
    undoable.removeAll()
    say("You now act as \(me.name), \(me.role.capacity(roleTitles))", .information)
    // What is new, begun and saved is each person's own.
    return [
      .keepSetting(PeopleScreen.setting, "\(me.id):\(me.role.rawValue)"), reload(), .loadPersonal,
    ]
  }
}
