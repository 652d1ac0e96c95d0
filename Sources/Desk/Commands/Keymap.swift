package import Grid

/// Which keys ask for which command: those of the command table, and in their place those that a person
/// chose.
package struct Keymap: Sendable {
  /// The keys of the command table.
  package static let standard = Keymap(choices: [])

  /// What a person chose, by the command's id.
  private let chosen: [String: KeymapFile.Choice]
  /// The command of every sequence of keys, for each context.
  private let commands: [Context: [KeySequence: DeskCommand]]
  /// What is pressed on the way to longer sequences.
  private let beginnings: [Context: Set<KeySequence>]

  /// Lays choices over the table; they must not contradict each other, which `KeymapFile` sees to.
  init(choices: [KeymapFile.Choice]) {
    let chosen = Dictionary(choices.map { ($0.command, $0) }) { first, _ in first }
    var commands: [Context: [KeySequence: DeskCommand]] = [:]
    var beginnings: [Context: Set<KeySequence>] = [:]
    for command in CommandTable.all {
      let sequences = chosen[command.id]?.sequences ?? command.keys.map { KeySequence([$0]) }
      for context in command.contexts {
        for sequence in sequences where commands[context]?[sequence] == nil {
          commands[context, default: [:]][sequence] = command
          for length in 1..<sequence.keys.count where sequence.keys.count > 1 {
            beginnings[context, default: []].insert(
              KeySequence(Array(sequence.keys.prefix(length))))
          }
        }
      }
    }
    self.chosen = chosen
    self.commands = commands
    self.beginnings = beginnings
  }

  /// What keys that were pressed mean.
  package enum Meaning {
    case command(DeskCommand)
    /// More keys must follow.
    case beginning
    case nothing
  }

  /// What keys mean in a context.
  package func meaning(of keys: [Key], in context: Context) -> Meaning {
    let sequence = KeySequence(keys)
    if let command = commands[context]?[sequence] { return .command(command) }
    return beginnings[context]?.contains(sequence) == true ? .beginning : .nothing
  }

  /// The command that one key asks for in a context.
  package func command(for key: Key, in context: Context) -> DeskCommand? {
    commands[context]?[KeySequence([key])]
  }

  /// The keys that ask for a command.
  package func sequences(of command: DeskCommand) -> [KeySequence] {
    chosen[command.id]?.sequences ?? command.keys.map { KeySequence([$0]) }
  }

  /// The keys of a command as they are shown: `Down j`.
  package func names(of command: DeskCommand) -> String {
    sequences(of: command).map(\.shown).joined(separator: " ")
  }

  /// The line of the person's file that chose the keys of a command, or nothing where they are those of
  /// the table.
  package func line(of command: DeskCommand) -> Int? { chosen[command.id]?.line }

  /// What a sentence calls the key of a command: its first, or how it is asked for without one.
  ///
  /// - Parameter id: the command's id.
  /// - Returns: such as `Ctrl-S` or `:sort`.
  package func name(_ id: String) -> String {
    guard let command = CommandTable.named(id) else { return id }
    if let first = sequences(of: command).first { return first.shown }
    let palette = CommandTable.named("palette").flatMap { sequences(of: $0).first?.shown } ?? ":"
    return palette + id
  }
}
