import Grid
package import Workflow

/// Every command of the desk.
package enum CommandTable {
  /// The commands in the order in which help lists them.
  package static let all: [DeskCommand] =
    TrayCommands.acts + EpisodeCommands.acts + RecordCommands.all + UndoCommands.all
    + PeopleCommands.all + ChoicesCommands.all + ListCommands.all
    + FurtherChildCommands.all + FurtherRecordCommands.all + TrayListCommands.all + FormCommands.all
    + FormTextCommands.all
    + ConfirmCommands.all + FilterCommands.all + AsideCommands.all + BulkCommands.all
    + ChartCommands.all + ThemeCommands.all + AccessCommands.all + ReadingCommands.all
    + PaletteCommands.all + GuideCommands.all + GeneralCommands.all
    + TextEditCommands.all
    + TrayCommands.moves + EpisodeCommands.moves

  /// The command with an id.
  package static func named(_ id: String) -> DeskCommand? { byID[id] }

  /// The commands of a context.
  package static func commands(in context: Context) -> [DeskCommand] {
    all.filter { $0.contexts.contains(context) }
  }

  /// The events that somebody can record on a form of their own.
  package static var recorded: Set<EventKind> { Set(all.compactMap(\.records)) }

  private static let byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
}
