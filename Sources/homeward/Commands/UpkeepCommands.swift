import ArgumentParser
import Desk
import Store
import Workflow

/// Checks that the desk's file is whole.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the desk's file: structure, the journal's chain, every read table.")

  @OptionGroup var common: Common

  func run() throws {
    let workbench = try common.workbench()
    let report = try workbench.file.verify(procedures: workbench.procedures)
    switch common.format {
    case .json:
      Printer.raw(
        JSON.object([
          ("sound", .flag(report.isSound)), ("events", .number(report.lines)),
          ("head", .text(report.head.text)),
          (
            "findings",
            .list(
              report.findings.map {
                .object([
                  ("code", .text($0.code.rawValue)), ("sentence", .text($0.sentence)),
                  ("repair", .text($0.repair)),
                ])
              })
          ),
        ]).written + "\n")
    default:
      for finding in report.findings {
        Printer.line("\(finding.code.rawValue): \(finding.sentence) \(finding.repair)")
      }
      if report.isSound {
        Printer.line(
          "Whole: \(report.lines) events, \(report.children) children. Head: \(report.head.text)")
      }
    }
    if !report.isSound { throw Failure(.refused, "\(report.findings.count) findings.") }
  }
}

/// Makes the read tables again from the journal.
struct RebuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild", abstract: "Make every read table again from the journal.")

  @OptionGroup var common: Common

  func run() throws {
    let workbench = try common.workbench()
    try workbench.file.rebuild(procedures: workbench.procedures)
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
