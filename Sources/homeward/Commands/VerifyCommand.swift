import ArgumentParser
import Store
import Workflow

/// Checks that the desk's file is whole.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the desk's file: structure, the journal's chain, every read table.",
    discussion: """
      --since takes a checkpoint as 'homeward checkpoint' and 'homeward backup' print it, or a file of \
      such lines: only against one that was kept elsewhere can it be seen that the journal was cut, \
      written anew, or replaced by an older copy. --explain lists everything that can be found. The \
      exit status is 1 where something is found.
      """)

  @Option(help: "A checkpoint, or a file of them; as often as needed.")
  var since: [String] = []

  @Flag(help: "List everything that verifying can find, and what to do about each.")
  var explain = false

  @OptionGroup var common: Common

  func run() throws {
    if explain {
      explainFindings()
      return
    }
    let given = try since.flatMap(checkpoints)
    let workbench = try common.workbench(readOnly: true)
    let beside = workbench.file.noted()
    let line = ProgressLine(quiet: common.quiet)
    defer { line.end() }
    let report = try workbench.file.verify(
      procedures: workbench.procedures, against: (given + beside).map(\.head), progress: line.show)
    line.end()
    show(report, given: given, beside: beside)
    if !report.isSound {
      throw Failure(
        .refused, report.findings.count == 1 ? "1 finding." : "\(report.findings.count) findings.")
    }
  }

  /// Reads a checkpoint from the command line, or those of a file.
  private func checkpoints(_ text: String) throws -> [Checkpoint] {
    if let checkpoint = Checkpoint(text: text) { return [checkpoint] }
    let bytes = try FileBytes.read(text, limit: 8_000_000)
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    let found = lines.compactMap { Checkpoint(text: $0) }
    guard !found.isEmpty else {
      throw Failure(
        .badInput,
        "\(text) holds no checkpoint. One looks like 1042:, 64 digits, and perhaps a time.")
    }
    return found
  }

  private func show(_ report: VerifyReport, given: [Checkpoint], beside: [Checkpoint]) {
    if common.format == .json {
      Printer.raw(
        JSON.object([
          ("sound", .flag(report.isSound)), ("events", .number(report.lines)),
          ("children", .number(report.children)), ("erased", .number(report.erased)),
          ("head", .text(report.head.text)),
          ("comparedWith", .list((given + beside).map { .text($0.text) })),
          ("findings", .list(report.findings.map(FindingPrinter.json))),
        ]).written + "\n")
      return
    }
    for finding in report.findings { Printer.line(FindingPrinter.text(finding)) }
    guard report.isSound else { return }
    Printer.line(
      "Whole: \(report.lines) events, \(report.children) children. Head: \(report.head.text)")
    if common.quiet { return }
    switch (given.last, beside.last) {
    case (let last?, _):
      Printer.line("Nothing up to line \(last.head.sequence), as it was noted, was cut or changed.")
    case (nil, let last?):
      Printer.line(
        "Compared with line \(last.head.sequence), noted beside the desk. Only --since, with a "
          + "checkpoint kept elsewhere, shows what somebody with this folder in hand could do.")
    case (nil, nil):
      Printer.line(
        "Not compared with a checkpoint: lines cut from the end, a journal written anew or an older "
          + "copy put in its place cannot be seen without one (--since).")
    }
  }

  private func explainFindings() {
    var table = Table(headings: ["finding", "what it is", "what to do"])
    table.rows = VerifyFinding.Code.allCases.map { [$0.rawValue, $0.meaning, $0.repair] }
    switch common.format {
    case .table:
      for row in table.rows { Printer.line("\(row[0])\n  \(row[1])\n  \(row[2])") }
    default:
      Printer.show(
        table,
        json: .object([
          (
            "findings",
            .list(
              table.rows.map {
                .object([
                  ("code", .text($0[0])), ("meaning", .text($0[1])), ("repair", .text($0[2])),
                ])
              })
          )
        ]), as: common.format)
    }
  }
}
