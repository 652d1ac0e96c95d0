import Workflow

/// Writes the steps of a record under two procedures.
struct SideBySidePrinter {
  let child: ChildCase
  let own: Procedure
  let other: Procedure
  let now: Instant

  /// The rows as a table to read: own, other, what changes.
  func table(_ rows: [StepsSideBySide.Row]) -> Table {
    var table = Table(headings: [
      "step", "\(own.id) v\(own.version)", "\(other.id) v\(other.version)", "what changes",
    ])
    table.rows = rows.map { row in
      [name(row.id), cell(row.own, own), cell(row.other, other), row.sentence]
    }
    return table
  }

  /// The rows for another program: a column a value.
  func columns(_ rows: [StepsSideBySide.Row]) -> Table {
    let names = ["due", "state", "chair", "tray", "role", "rules"]
    var table = Table(
      headings: ["id"] + names.map { "own-\($0)" } + names.map { "other-\($0)" } + ["changes"])
    table.rows = rows.map { row in
      [row.id?.text ?? ""] + values(row.own) + values(row.other)
        + [row.changes.map(\.rawValue).joined(separator: " ")]
    }
    return table
  }

  /// A row as scripts read it.
  func json(_ row: StepsSideBySide.Row) -> JSON {
    func side(_ step: WorkStep?) -> JSON {
      step.map { StepLine($0, childName: child.name).json(asOf: now) } ?? .null
    }
    return .object([
      ("id", .text(orNull: row.id?.text)), ("step", .text(orNull: row.id?.step.rawValue)),
      ("own", side(row.own)), ("other", side(row.other)),
      ("changes", .list(row.changes.map { .text($0.rawValue) })),
      ("sentence", .text(row.sentence)),
    ])
  }

  /// The step as people call it, and below it the episode or the record.
  private func name(_ id: StepID?) -> String {
    guard let id else { return "" }
    let part = id.part.map { ", " + $0 } ?? ""
    return "\(id.title)\(part)\n\(id.reference)"
  }

  private func cell(_ step: WorkStep?, _ procedure: Procedure) -> String {
    guard let step else { return "no such step" }
    var lines = [
      (step.due?.spoken ?? "no limit") + " (\(step.rules.joined(separator: ", ")))",
      step.state(asOf: now).words(due: step.due, now: now),
    ]
    if let chair = step.chair { lines.append("chair: \(procedure.title(of: chair))") }
    lines.append("tray: \(procedure.title(of: step.tray))")
    return lines.joined(separator: "\n")
  }

  private func values(_ step: WorkStep?) -> [String] {
    guard let step else { return ["-", "-", "-", "-", "-", "-"] }
    return [
      step.due?.iso ?? "-", step.state(asOf: now).rawValue, step.chair?.rawValue ?? "-",
      step.tray.rawValue, step.role.rawValue, step.rules.joined(separator: " "),
    ]
  }
}
