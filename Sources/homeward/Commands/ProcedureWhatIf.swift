import ArgumentParser
import Desk
import Procedures
import Store
import Workflow

/// Shows a record's steps under another procedure beside those under its own; records nothing.
struct ProcedureWhatIf: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if",
    abstract: "Show an episode's steps under another procedure beside its own; records nothing.")

  @Argument(help: "The reference of an episode or a record, or the child's id.")
  var reference: String

  @Option(help: "The other procedure: an id, ID@VERSION, or a pack's file.")
  var procedure: String

  @Flag(help: "List only the steps that would change.")
  var changed = false

  @OptionGroup var moment: AsOf
  @OptionGroup var common: Common

  func run() throws {
    let workbench = try common.workbench(readOnly: true)
    let person = common.viewer(on: workbench)
    let id = try workbench.child(of: reference, for: person)
    let known = try moment.instant(workbench)
    let now = known ?? workbench.now()
    let child = try workbench.page(of: id, for: person, knownAt: known).child
    let record = try workbench.record(reference, of: child)
    let own = try workbench.procedures.procedure(of: record)
    let other = try workbench.procedure(named: procedure, on: London.local(now).date)
    let steps = StepsSideBySide(
      of: record, child: child, own: own, other: other.adopted(by: workbench.facts.authority))
    let rows = changed ? steps.changed : steps.rows
    let printer = SideBySidePrinter(child: child, own: own, other: other, now: now)
    PackShelf.sayReplacements(of: [own.id, other.id])
    switch common.format {
    case .table:
      Printer.line(
        "\(child.name) (\(id)), record \(record.reference), as of \(now.spoken). "
          + "Nothing is recorded by looking.")
      Printer.line("\(steps.changed.count) of \(steps.rows.count) steps would differ.")
      if !rows.isEmpty { Printer.raw(printer.table(rows).wrapped(to: TerminalWidth.columns)) }
    case .tsv: Printer.raw(printer.columns(rows).tsv)
    case .json:
      Printer.raw(
        JSON.object([
          ("child", .text(id)), ("record", .text(record.reference)),
          ("episodes", .list(record.episodes.map { .text($0.reference) })),
          ("asOf", .text(now.iso)), ("own", own.json), ("other", other.json),
          ("steps", .list(rows.map(printer.json))),
        ]).written + "\n")
    }
  }
}
