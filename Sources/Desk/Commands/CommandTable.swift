package import Grid

/// Every command of the desk.
package enum CommandTable {
  /// The commands in the order in which help lists them.
  package static let all: [DeskCommand] =
    TrayCommands.acts + EpisodeCommands.acts + RecordCommands.all + UndoCommands.all
    + FurtherRecordCommands.all + TrayListCommands.all + FormCommands.all + FormTextCommands.all
    + ConfirmCommands.all + FilterCommands.all + BulkCommands.all + ChartCommands.all
    + ThemeCommands.all + AccessCommands.all + ReadingCommands.all + GeneralCommands.all
    + TrayCommands.moves + EpisodeCommands.moves

  /// The command that a key asks for in a context.
  package static func command(for key: Key, in context: Context) -> DeskCommand? {
    byContext[context]?[key]
  }

  /// The commands of a context.
  package static func commands(in context: Context) -> [DeskCommand] {
    all.filter { $0.contexts.contains(context) }
  }

  private static let byContext: [Context: [Key: DeskCommand]] = {
    var table: [Context: [Key: DeskCommand]] = [:]
    for command in all {
      for context in command.contexts {
        for key in command.keys where table[context]?[key] == nil {
          table[context, default: [:]][key] = command
        }
      }
    }
    return table
  }()
}
