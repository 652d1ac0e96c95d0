import ArgumentParser
import Grid
import Procedures
import Workflow

/// Prints a procedure in plain English, from its pack alone.
struct ProcedureShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print a procedure in plain English, to be proof-read against its document.")

  @Argument(help: "The procedure's id, or a pack's file.")
  var id: String

  @Option(name: .customLong("on"), help: "The version in force on this day; today otherwise.")
  var date: String?

  @Option(help: "How to write the answer: table or json.")
  var format: OutputFormat = .table

  func run() throws {
    var day = London.local(SystemClock.now()).date
    if let date {
      guard let given = CivilDate(iso: date) else {
        throw Failure(.usage, "--on \(date): not a date. Like 2026-03-29.")
      }
      day = given
    }
    let pack = try PackShelf.pack(named: id)
    let version = try pack.version(on: day)
    let prose = pack.prose(of: version)
    PackShelf.sayReplacements(of: [id])
    guard format == .json else {
      Printer.raw(displaySafe(prose.text(width: TerminalWidth.columns), keepNewlines: true))
      return
    }
    Printer.raw(
      JSON.object([
        ("procedure", .text(pack.id)), ("title", .text(pack.title)),
        ("authority", .text(pack.authority)), ("version", .number(version.procedure.version)),
        ("from", .text(version.from.iso)), ("to", .text(orNull: version.to?.iso)),
        ("content", .text(pack.contentHash)),
        (
          "sections",
          .list(
            prose.sections.map { section in
              .object([
                ("heading", .text(section.heading)),
                ("lines", .list(section.lines.map { .text($0.text) })),
              ])
            })
        ),
      ]).written + "\n")
  }
}
