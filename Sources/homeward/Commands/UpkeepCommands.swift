import ArgumentParser
import Desk
import Store
import Workflow

/// Makes the read tables again from the journal.
struct RebuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild", abstract: "Make every read table again from the journal.")

  @OptionGroup var common: Common

  func run() throws {
    let workbench = try common.workbench()
    let line = ProgressLine(quiet: common.quiet)
    defer { line.end() }
    try workbench.file.rebuild(procedures: workbench.procedures, progress: line.show)
    line.end()
    if !common.quiet { Printer.line("The read tables are made again from the journal.") }
  }
}

/// The keys of the desk.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "List the keys of the desk, screen by screen.")

  @Option(help: "How to write the answer: table, json or tsv.")
  var format: OutputFormat = .table

  func run() throws {
    var table = Table(headings: ["where", "keys", "command", "what it does"])
    for context in Context.allCases {
      for command in CommandTable.commands(in: context) {
        table.rows.append([context.rawValue, command.keyNames, command.id, command.sentence])
      }
    }
    Printer.show(
      table,
      json: .object([
        (
          "keys",
          .list(
            table.rows.map { row in
              .object([
                ("context", .text(row[0])), ("keys", .text(row[1])), ("command", .text(row[2])),
                ("sentence", .text(row[3])),
              ])
            })
        )
      ]), as: format)
  }
}
