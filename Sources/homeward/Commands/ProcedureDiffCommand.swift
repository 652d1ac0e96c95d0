import ArgumentParser
import Procedures
import Workflow

/// Compares two procedures by step.
struct ProcedureDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two procedures: limits, chairs, trays, roles and guards side by side.")

  @Argument(help: "One procedure: an id, ID@VERSION, or a pack's file.")
  var left: String

  @Argument(help: "The other procedure.")
  var right: String

  @Flag(help: "List what both set alike, too.")
  var all = false

  @Option(name: .customLong("on"), help: "The versions in force on this day; today otherwise.")
  var date: String?

  @Option(help: "How to write the answer: table, json or tsv.")
  var format: OutputFormat = .table

  func run() throws {
    let today = London.local(SystemClock.now()).date
    guard let day = date.map({ CivilDate(iso: $0) }) ?? today else {
      throw Failure(.usage, "--on \(date ?? ""): not a date. Like 2026-03-29.")
    }
    let diff = ProcedureDiff(
      try PackShelf.procedure(named: left, on: day), try PackShelf.procedure(named: right, on: day))
    let rows = all ? diff.rows : diff.differing
    PackShelf.sayReplacements(of: [diff.left.id, diff.right.id])
    var table = Table(headings: [
      "step", "what", "\(diff.left.id) v\(diff.left.version)",
      "\(diff.right.id) v\(diff.right.version)",
    ])
    let separator = format == .tsv ? "; " : "\n"
    var step = ""
    table.rows = rows.map { row in
      // On the screen a step is named once; another program finds it in every row.
      let isRepeated = format == .table && row.step == step
      step = row.step
      let name = format == .table ? title(of: row) : row.step
      return [
        isRepeated ? "" : name, row.aspect.rawValue, cell(row.left, row, separator),
        cell(row.right, row, separator),
      ]
    }
    if format == .table {
      Printer.raw(
        rows.isEmpty ? "The two set the same.\n" : table.wrapped(to: TerminalWidth.columns))
      return
    }
    Printer.show(
      table,
      json: .object([
        ("left", diff.left.json), ("right", diff.right.json), ("all", .flag(all)),
        ("rows", .list(rows.map(json))),
      ]), as: format)
  }

  private func title(of row: ProcedureDiff.Row) -> String {
    StepName(rawValue: row.step)?.title ?? EventKind(rawValue: row.step)?.title
      ?? "Every meeting"
  }

  private func cell(
    _ settings: [ProcedureDiff.Setting], _ row: ProcedureDiff.Row, _ separator: String
  ) -> String {
    guard settings.isEmpty else {
      return settings.map(\.words).joined(separator: separator)
    }
    return [.limit, .tray, .role].contains(row.aspect) ? "no such step" : "none"
  }

  private func json(_ row: ProcedureDiff.Row) -> JSON {
    func list(_ settings: [ProcedureDiff.Setting]) -> JSON {
      .list(
        settings.map {
          .object([("text", .text($0.text)), ("rules", .list($0.rules.map(JSON.text)))])
        })
    }
    return .object([
      ("step", .text(row.step)), ("what", .text(row.aspect.rawValue)),
      ("stage", .text(row.stage.rawValue)), ("differs", .flag(row.differs)),
      ("left", list(row.left)), ("right", list(row.right)),
    ])
  }
}

extension Procedure {
  /// Which procedure it is, as scripts read it.
  var json: JSON {
    .object([
      ("procedure", .text(id)), ("version", .number(version)), ("content", .text(contentHash)),
    ])
  }
}
