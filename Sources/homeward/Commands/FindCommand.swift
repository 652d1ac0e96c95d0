import ArgumentParser
import Desk
import Exchange
import Store
import Workflow

/// Finds children and episodes.
struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract:
      "Find by name, birthday, address, reference, or by what stands in a report's text.")

  @Argument(help: "What to look for; several words are one text.")
  var words: [String]

  @Option(help: "The most hits to list.")
  var limit = 50

  @OptionGroup var common: Common

  func run() throws {
    let workbench = try common.workbench(readOnly: true)
    let viewer = common.viewer(on: workbench)
    let records = workbench.records(for: viewer)
    let text = words.joined(separator: " ")
    let hits = try records.find(text, limit: limit)
    let reports = try records.findReports(text, limit: limit)
    var table = Table(headings: ["id", "name", "born", "episodes", "away"])
    table.rows = try FoundHit.ordered(hits, reports).map { hit in
      switch hit {
      case .child(let found):
        let row = found.row
        let name = row.name + (found.words.map { " (\($0))" } ?? "")
        return [row.id, name, row.born?.iso ?? "-", "\(row.episodes)", row.isAway ? "AWAY" : ""]
      case .report(let found):
        // Of several children those who wait, never those who are done.
        let name =
          try workbench.waitingPart(of: found.row, records) == nil
          ? found.row.named.map { "\($0)?" } ?? "-" : workbench.readName(of: found.row, records)
        return [
          found.row.reference, name, "-", "-",
          found.row.isWaiting ? "report waits" : "report set aside",
        ]
      }
    }
    // Then what stands in the texts of reports: another child of a list, a number that somebody rang from.
    let known = Set(hits.map(\.id) + reports.map(\.row.reference))
    var children = hits.map(\.row)
    var further = reports.map(\.row)
    for row in try workbench.found(text, for: viewer).prefix(limit) {
      switch row.target {
      case .child(let id) where !known.contains(id):
        guard let child = try records.child(id) else { continue }
        children.append(child)
        table.rows.append([id, row.title, child.born?.iso ?? "-", "\(child.episodes)", row.detail])
      case .waiting(let reference) where !known.contains(reference),
        .aside(let reference, _) where !known.contains(reference):
        if let report = try records.report(reference) { further.append(report.row) }
        table.rows.append([reference, row.title, "-", "-", row.detail])
      default: continue
      }
    }
    let waiting = try further.map { row in
      row.json(of: try workbench.waitingPart(of: row, records))
    }
    Printer.show(
      table,
      json: .object([
        ("children", .list(children.map(\.json))), ("reports", .list(waiting)),
      ]), as: common.format)
  }
}
