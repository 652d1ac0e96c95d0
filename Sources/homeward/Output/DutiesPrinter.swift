import Desk
import Workflow

/// Writes what host and responsible authority each have to do for a child.
struct DutiesPrinter {
  let page: ChildPage
  let now: Instant

  func show(as format: OutputFormat) throws {
    guard let duties = page.duties else {
      throw Failure(
        .badInput,
        page.authorities == nil
          ? "\(page.child.name): the register names no other authority than this desk's."
          : "\(page.child.name) has no missing record.")
    }
    switch format {
    case .table: Printer.line(duties.explanation(asOf: now).text)
    case .tsv:
      var table = Table(headings: ["part", "authority", "procedure", "id", "due", "state", "rules"])
      table.rows = duties.sides.flatMap { side in
        side.steps.map { step in
          [
            side.part, side.authority, side.procedure?.id ?? "-", step.id.text,
            step.due?.iso ?? "-", step.state(asOf: now).rawValue,
            step.rules.joined(separator: " "),
          ]
        }
      }
      Printer.raw(table.tsv)
    case .json:
      Printer.raw(
        JSON.object([
          ("child", .text(page.child.id)), ("host", .text(duties.authorities.host)),
          ("responsible", .text(duties.authorities.responsible)),
          ("sides", .list(duties.sides.map(json))),
        ]).written + "\n")
    }
  }

  private func json(_ side: AuthorityDuties.Side) -> JSON {
    func steps(_ steps: [WorkStep]) -> JSON {
      .list(steps.map { StepLine($0, childName: page.child.name).json(asOf: now) })
    }
    return .object([
      ("part", .text(side.part)), ("authority", .text(side.authority)),
      ("isThisDesk", .flag(side.isDesk)), ("procedure", .text(orNull: side.procedure?.id)),
      ("notices", steps(side.notices)), ("steps", steps(side.steps)),
    ])
  }
}
