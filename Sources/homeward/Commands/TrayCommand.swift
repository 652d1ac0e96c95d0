import ArgumentParser
import Desk
import Store
import Workflow

/// The trays, or the rows of one.
struct TrayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tray", abstract: "List the trays, or the rows of one.")

  @Argument(help: "The tray: front-door, missing-coordinator, tys, rhi, team-manager, ...")
  var name: String?

  @Option(help: "The most rows to list.")
  var limit = 1000

  @OptionGroup var moment: AsOf
  @OptionGroup var common: Common

  func run() throws {
    let workbench = try common.workbench(readOnly: true)
    let printer = TrayPrinter(workbench: workbench, person: common.viewer(on: workbench))
    let known = try moment.instant(workbench)
    guard let name else {
      if let known {
        try printer.printSteps(in: nil, knownAt: known, until: nil, limit: limit, as: common.format)
      } else {
        try printer.printCounts(as: common.format)
      }
      return
    }
    let tray = try TrayPrinter.tray(named: name)
    try printer.printSteps(in: tray, knownAt: known, until: nil, limit: limit, as: common.format)
  }
}

/// What is due soon, in every tray.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "List open steps by due time, over all trays.")

  @Option(help: "Only what is due within this time, such as 4h or 2d; overdue steps included.")
  var within: String?

  @Option(help: "The most rows to list.")
  var limit = 1000

  @OptionGroup var moment: AsOf
  @OptionGroup var common: Common

  func run() throws {
    let workbench = try common.workbench(readOnly: true)
    let known = try moment.instant(workbench)
    let now = known ?? workbench.now()
    var until: Instant?
    if let within {
      until = SpokenInstant.read("+" + within, now: now)
      if until == nil { throw Failure(.usage, "--within \(within): like 4h, 2d or 90m.") }
    }
    try TrayPrinter(workbench: workbench, person: common.viewer(on: workbench))
      .printSteps(in: nil, knownAt: known, until: until, limit: limit, as: common.format)
  }
}

/// Writes trays and their rows.
struct TrayPrinter {
  let workbench: Workbench
  let person: Person?

  /// The tray of a name as people type it.
  static func tray(named name: String) throws -> Tray {
    let wanted = name.lowercased().split(separator: " ").joined(separator: "-")
    if let tray = Tray(rawValue: wanted) { return tray }
    let close = Tray.allCases.filter { $0.rawValue.hasPrefix(wanted) }
    if close.count == 1, let tray = close.first { return tray }
    let names = Tray.allCases.map(\.rawValue).joined(separator: ", ")
    throw Failure(.usage, "There is no tray '\(name)'. There are: \(names).")
  }

  /// The authority's own names for trays, by their codes.
  private var trayNames: [String: String] {
    let own = (try? workbench.procedures.current().trayTitles) ?? [:]
    return Dictionary(uniqueKeysWithValues: own.map { ($0.key.rawValue, $0.value) })
  }

  /// Prints how much waits in each tray.
  func printCounts(as format: OutputFormat) throws {
    let counts = try workbench.counts(workbench.records(for: person), now: workbench.now())
    var table = Table(headings: ["tray", "open", "overdue", "today"])
    table.names = [0: trayNames]
    table.rows = counts.map { [$0.tray.rawValue, "\($0.open)", "\($0.overdue)", "\($0.today)"] }
    Printer.show(
      table,
      json: .object([
        (
          "trays",
          .list(
            counts.map { count in
              .object([
                ("tray", .text(count.tray.rawValue)), ("open", .number(count.open)),
                ("overdue", .number(count.overdue)), ("today", .number(count.today)),
              ])
            })
        )
      ]), as: format)
  }

  /// Prints open steps: what is to be done at once, then as they fall due.
  func printSteps(
    in tray: Tray?, knownAt known: Instant?, until: Instant?, limit: Int, as format: OutputFormat
  ) throws {
    let now = known ?? workbench.now()
    var steps: [StepLine]
    if let known {
      steps = try stepsKnown(at: known, in: tray)
    } else {
      steps = try workbench.records(for: person).steps(in: tray, Window(limit: limit), now: now)
        .map(StepLine.init)
    }
    if let until { steps = steps.filter { $0.due.map { $0 <= until } ?? false } }
    steps = Array(steps.prefix(limit))
    var table = Table(headings: ["id", "due", "left", "child", "step", "state", "tray", "rules"])
    table.names = [6: trayNames]
    table.rows = steps.map { step in
      [
        step.id, step.due?.spoken ?? "-",
        step.due.map { Elapsed.left(until: $0, now: now) } ?? (step.isAtOnce ? "at once" : "-"),
        step.childName, step.title, step.state(asOf: now).rawValue, step.tray.rawValue,
        step.rules.joined(separator: " "),
      ]
    }
    var json: [(String, JSON)] = [("steps", .list(steps.map { $0.json(asOf: now) }))]
    if tray == .frontDoor || tray == nil, known == nil, until == nil {
      let records = workbench.records(for: person)
      // As the tray has them: those stand first who wait and press, not those who are done.
      let reports = try workbench.waitingRows(records).prefix(limit)
      table.rows =
        try reports.map { waiting in
          let report = waiting.row
          let name = try workbench.readName(of: report, records)
          let row = TrayRow(waiting, name: name)
          let about = row.report?.lines(now: now).first.map { ": \($0)" } ?? ""
          return [
            report.reference, "-", "-",
            report.named == nil && !name.contains("?") ? report.policeReference ?? "-" : name,
            row.title + about, "due", Tray.frontDoor.rawValue, "L23-21",
          ]
        } + table.rows
      json.append(("reports", .list(reports.map { $0.row.json(of: $0.part) })))
    }
    Printer.show(table, json: .object(json), as: format)
  }

  /// The steps that were open at a moment, worked out from what the desk knew then.
  private func stepsKnown(at known: Instant, in tray: Tray?) throws -> [StepLine] {
    let records = workbench.records(for: person)
    var lines: [StepLine] = []
    for child in try records.register(Window(limit: Int.max)) where child.episodes > 0 {
      let page = try workbench.page(of: child.id, for: person, knownAt: known)
      lines += page.steps.filter {
        $0.isOpen && $0.opens <= known && (tray == nil || $0.tray == tray)
      }
      .map { StepLine($0, childName: page.child.name) }
    }
    // As the store has them: what is at once, by due time, then what has no limit, then what only stands there.
    func place(_ line: StepLine) -> Int64 {
      line.isAtOnce
        ? .min : line.due?.seconds ?? (line.isStanding ? Int64.max : Int64.max - 1)
    }
    return lines.sorted {
      (place($0), $0.opens.seconds, $0.id) < (place($1), $1.opens.seconds, $1.id)
    }
  }
}

extension ReportRow {
  /// As scripts read it: of those who wait, where others of it are done.
  func json(of part: ReportPart?) -> JSON {
    let gist = gist(of: part)
    return .object([
      ("report", .text(reference)), ("kind", .text(kind)), ("source", .text(source)),
      ("policeReference", .text(orNull: policeReference(of: part))),
      ("received", .text(received.iso)),
      ("state", .text(isWaiting ? "waiting" : "triaged")), ("child", .text(orNull: child)),
      ("named", .text(orNull: part?.name ?? named)), ("risk", .text(orNull: gist.risk?.rawValue)),
      ("missingFrom", .text(orNull: gist.from?.rawValue)),
      ("lastSeen", .text(orNull: gist.lastSeen?.iso)), ("found", .text(orNull: gist.found?.iso)),
      ("returned", .text(orNull: gist.returned?.iso)),
    ])
  }
}
