import ArgumentParser
import Procedures

/// Lists the words that packs and scenario files are written in.
struct ProcedureWords: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "words",
    abstract:
      "List what packs and scenario files may say: keys, facts, steps, events, roles, trays.")

  @Argument(
    help: "One list, such as steps, facts, events or rule; their names where none is named.")
  var list: String?

  @Option(help: "How to write the answer: table, json or tsv.")
  var format: OutputFormat = .table

  func run() throws {
    guard let list else {
      var table = Table(headings: ["list", "what it lists"])
      table.rows = WordList.all.map { [$0.name, $0.heading] }
      show(table, named: "lists")
      return
    }
    guard let words = WordList.all.first(where: { $0.name == list }) else {
      throw Failure(
        .usage,
        "There is no list '\(list)'. There are: "
          + WordList.all.map(\.name).joined(separator: ", ") + ".")
    }
    var table = Table(headings: words.columns)
    table.rows = words.rows
    show(table, named: words.name)
    if format == .table, let note = words.note {
      Printer.line()
      Printer.line(note)
    }
  }

  private func show(_ table: Table, named name: String) {
    if format == .table {
      Printer.raw(table.wrapped(to: TerminalWidth.columns))
      return
    }
    let rows = table.rows.map { row in
      JSON.object(zip(table.headings, row).map { ($0, JSON.text($1)) })
    }
    Printer.show(table, json: .object([(name, .list(rows))]), as: format)
  }
}
