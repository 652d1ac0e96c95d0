import ArgumentParser
import Desk
import Procedures
import Store
import Workflow

/// Moves open records to another procedure, or to another version of their own: first a preview, then
/// an event a record.
struct ProcedureAdopt: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt",
    abstract: "Move open records to another procedure or version: a preview, then --commit.",
    discussion: """
      Without --commit nothing is recorded. With it each record gets an event of its own, which says \
      who moved it, from when and why; its due times are then counted anew by the other procedure. \
      Records that are opened later follow the desk's own procedure as before; --default changes that \
      one instead, and leaves the open records alone.
      """)

  @Argument(help: "Episodes, records or children; every open record where none is named.")
  var references: [String] = []

  @Option(help: "The procedure to move to: an id, or ID@VERSION.")
  var procedure: String

  @Option(help: "Why; needed with --commit.")
  var reason: String?

  @Flag(
    name: .customLong("default"),
    help: "Open records under it from now on; those that are open keep theirs.")
  var isDefault = false

  @Flag(help: "Record it.")
  var commit = false

  @OptionGroup var common: Common

  func run() throws {
    if commit, PackShelf.isFile(procedure) {
      throw Failure(
        .usage,
        "\(procedure) is a file. Records follow packs on the shelf: put it into "
          + "\(PackShelf.folder ?? "the packs folder") first, then name its id.")
    }
    let workbench = try common.workbench(readOnly: !commit)
    let person = commit ? try common.person(on: workbench) : common.viewer(on: workbench)
    let target = try workbench.procedure(
      named: procedure, on: London.local(workbench.now()).date)
    PackShelf.sayReplacements(of: [target.id])
    if isDefault {
      try chooseDefault(target, on: workbench, by: person)
      return
    }
    let moves = try Adoption(workbench: workbench, target: target)
      .moves(of: references, for: person)
    guard commit else {
      show(moves, target, workbench.now())
      return
    }
    let said = try said(person)
    try record(moves, to: target, because: said.reason, on: workbench, by: said.person)
  }

  /// What must be said before anything is recorded.
  private func said(_ person: Person?) throws -> (reason: String, person: Person) {
    guard let reason, !reason.allSatisfy(\.isWhitespace) else {
      throw Failure(.usage, "Say why: --reason \"...\". It stays on record.")
    }
    guard let person else { throw Failure(.notAllowed, "Say who acts: --as NAME.") }
    return (reason, person)
  }

  private func chooseDefault(
    _ target: Procedure, on workbench: Workbench, by person: Person?
  ) throws {
    guard references.isEmpty else {
      throw Failure(
        .usage, "--default is for records that are opened later; leave out \(references[0]).")
    }
    guard !procedure.contains("@") else {
      throw Failure(
        .usage, "--default takes the version in force on the day: leave out '@' and what follows.")
    }
    let choice = try DefaultProcedure(workbench: workbench, target: target, viewer: person)
    guard commit else {
      choice.preview(as: common.format)
      return
    }
    let said = try said(person)
    try workbench.choose(target, because: said.reason, by: said.person)
    if !common.quiet || common.format == .json { choice.confirm(as: common.format) }
  }

  // MARK: - The preview

  private func show(_ moves: [Adoption.Move], _ target: Procedure, _ now: Instant) {
    switch common.format {
    case .json:
      Printer.raw(
        JSON.object([
          ("committed", .flag(false)), ("to", target.json),
          ("records", .list(moves.map { json($0, target, now) })),
        ]).written + "\n")
    case .tsv:
      for (index, move) in moves.enumerated() {
        let text = printer(move, target, now).columns(move.changes).tsv
        // One heading for all records.
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        Printer.raw(lines.dropFirst(index == 0 ? 0 : 1).joined(separator: "\n"))
      }
    case .table:
      for move in moves {
        Printer.line(
          "\(move.record.reference) · \(move.child.name) · \(move.names(to: target)): "
            + "\(move.changes.count) of \(move.steps.rows.count) steps change")
        if !move.changes.isEmpty {
          let table = printer(move, target, now).table(move.changes)
          Printer.raw(table.wrapped(to: TerminalWidth.columns))
        }
        Printer.line()
      }
      Printer.line(
        moves.isEmpty
          ? "No open record would move: all of them follow it already."
          : "\(moves.count) record\(moves.count == 1 ? "" : "s") would move. Nothing is recorded; "
            + "--commit --reason \"...\" moves \(moves.count == 1 ? "it" : "them").")
    }
  }

  private func json(_ move: Adoption.Move, _ target: Procedure, _ now: Instant) -> JSON {
    let printer = printer(move, target, now)
    return .object([
      ("record", .text(move.record.reference)), ("child", .text(move.child.id)),
      ("name", .text(move.child.name)),
      ("episodes", .list(move.record.episodes.map { .text($0.reference) })),
      ("from", move.own.json), ("changes", .list(move.changes.map(printer.json))),
    ])
  }

  private func printer(
    _ move: Adoption.Move, _ target: Procedure, _ now: Instant
  ) -> SideBySidePrinter {
    SideBySidePrinter(
      child: move.child, own: move.own, other: target, now: now)
  }

  // MARK: - The move

  private func record(
    _ moves: [Adoption.Move], to target: Procedure, because reason: String,
    on workbench: Workbench, by person: Person
  ) throws {
    var moved: [String] = []
    var refused: [(record: String, sentence: String)] = []
    for move in moves {
      do {
        _ = try workbench.perform(
          SystemClock.unique(), child: move.child.id, expecting: move.child.version,
          [move.entry(to: target, because: reason, at: workbench.now())], by: person)
        moved.append(move.record.reference)
      } catch let refusal as Refusal where refusal.reason != .notAllowed {
        refused.append((move.record.reference, refusal.sentence))
      }
    }
    if common.format == .json {
      Printer.raw(
        JSON.object([
          ("committed", .flag(true)), ("to", target.json),
          ("moved", .list(moved.map(JSON.text))),
          (
            "refused",
            .list(
              refused.map {
                .object([("record", .text($0.record)), ("sentence", .text($0.sentence))])
              })
          ),
        ]).written + "\n")
    } else if !common.quiet {
      for record in moved {
        Printer.line("\(record) now follows \(target.id), version \(target.version).")
      }
      if moved.isEmpty, refused.isEmpty {
        Printer.line("No open record moves: all of them follow it already.")
      }
    }
    for (record, sentence) in refused { Printer.complain("\(record): \(sentence)") }
    if !refused.isEmpty {
      throw Failure(.refused, "\(refused.count) of \(moves.count) records were not moved.")
    }
  }
}
