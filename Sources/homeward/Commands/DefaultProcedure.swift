import Procedures
import Store
import Workflow

/// What it means to open records under another procedure from now on: who is touched, and who is not.
struct DefaultProcedure {
  /// The procedure under which records are opened now.
  let own: Procedure
  /// The one under which they would be.
  let target: Procedure
  /// How many open records follow each procedure; they keep it.
  let open: [(id: String, count: Int)]
  /// The records that wait for somebody who may open them; they would follow it.
  let waiting: [String]

  /// Looks at a desk.
  ///
  /// - Parameters:
  ///   - workbench: the desk.
  ///   - target: the procedure, in its version of today.
  ///   - viewer: who looks, where it is known.
  /// - Throws: why the records cannot be read.
  init(workbench: Workbench, target: Procedure, viewer: Person?) throws {
    self.target = target
    let own = try workbench.procedures.current()
    self.own = own
    let records = workbench.records(for: viewer)
    let rows = try records.openRecords(Window(limit: Int.max))
    open = Dictionary(grouping: rows) { $0.procedure ?? own.id }
      .map { ($0.key, $0.value.count) }.sorted { $0.0 < $1.0 }
    waiting = try records.unopenedRecords().map(\.reference)
  }

  /// Says what would change, without recording it.
  func preview(as format: OutputFormat) {
    guard format != .json else {
      Printer.raw(json(isCommitted: false).written + "\n")
      return
    }
    if own.id == target.id {
      Printer.line("Records are opened under \(own.id), version \(own.version), already.")
      return
    }
    let differing = ProcedureDiff(own, target).differing.count
    Printer.line(
      "Records are opened under \(own.id), version \(own.version). From now on they would be opened "
        + "under \(target.id), version \(target.version) (\(target.title)).")
    Printer.line(
      "The two differ in \(differing) settings: 'homeward procedure diff \(own.id) \(target.id)' "
        + "lists them.")
    if !waiting.isEmpty {
      Printer.line("Not opened yet, and would follow it: \(waiting.joined(separator: ", ")).")
    }
    if !open.isEmpty {
      let words = open.map { "\($0.count) under \($0.id)" }.joined(separator: ", ")
      Printer.line(
        "Open, and would stay as they are: \(words). "
          + "'homeward procedure adopt --procedure \(target.id)' moves those.")
    }
    Printer.line("Nothing is recorded; --commit --reason \"...\" does it.")
  }

  /// Says what was recorded.
  func confirm(as format: OutputFormat) {
    guard format != .json else {
      Printer.raw(json(isCommitted: true).written + "\n")
      return
    }
    let count = open.reduce(0) { $0 + $1.count }
    Printer.line(
      "Records are opened under \(target.id), version \(target.version), from now on."
        + (count == 0 ? "" : " \(count) open record\(count == 1 ? " keeps its" : "s keep theirs").")
    )
  }

  private func json(isCommitted: Bool) -> JSON {
    .object([
      ("committed", .flag(isCommitted)), ("from", own.json), ("to", target.json),
      ("waiting", .list(waiting.map(JSON.text))),
      (
        "open",
        .list(
          open.map {
            .object([("procedure", .text($0.id)), ("records", .number($0.count))])
          })
      ),
    ])
  }
}

extension DeskFacts {
  /// Under which procedure the desk opens records, who said so, when and why.
  var openingSentence: String {
    let by = chosen.map { " \($0.by) chose it \($0.at.spoken): \($0.reason)" } ?? ""
    return "New records of \(authority) open under \(procedure).\(by)"
  }

  /// The same for a script.
  var opening: JSON {
    .object([
      ("procedure", .text(procedure)), ("by", .text(orNull: chosen?.by)),
      ("at", .text(orNull: chosen?.at.iso)), ("reason", .text(orNull: chosen?.reason)),
    ])
  }
}
