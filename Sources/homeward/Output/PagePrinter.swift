import Desk
import Workflow

/// Writes a child's page.
struct PagePrinter {
  let page: ChildPage
  let now: Instant

  func show(as format: OutputFormat) {
    switch format {
    case .json: Printer.raw(json.written + "\n")
    case .tsv: Printer.raw(steps.tsv)
    case .table:
      Printer.line(heading)
      if let authorities = page.authorities { Printer.line(authorities.words) }
      for report in page.waiting {
        Printer.line(report.head + ".")
      }
      for record in page.child.records {
        Printer.line("\(record.reference): \(record.stage.title)")
        for episode in record.episodes { Printer.line("  " + line(of: episode)) }
      }
      if !page.steps.isEmpty { Printer.raw(steps.aligned) }
    }
  }

  private var heading: String {
    var parts = [page.child.id, page.child.name]
    if let born = page.child.facts[.born] { parts.append("born \(born.spoken)") }
    if let status = page.child.facts[.status] { parts.append(status.rawValue) }
    return parts.joined(separator: " · ")
  }

  private func line(of episode: Episode) -> String {
    var parts = [episode.reference]
    if let category = episode.category?.value { parts.append(category.rawValue) }
    if let from = episode.from?.value { parts.append("from \(from.rawValue)") }
    if let start = episode.start { parts.append(start.basis.since(start.at.spoken)) }
    parts.append(episode.returned.map { "back \($0.occurred.spoken)" } ?? "AWAY")
    return parts.joined(separator: " · ")
  }

  private var lines: [StepLine] { page.steps.map { StepLine($0, childName: page.child.name) } }

  private var steps: Table {
    var table = Table(headings: ["id", "step", "due", "state", "chair", "tray", "rules"])
    table.names = [
      4: Dictionary(
        uniqueKeysWithValues: page.procedure.roleTitles.map { ($0.key.rawValue, $0.value) }),
      5: Dictionary(
        uniqueKeysWithValues: page.procedure.trayTitles.map { ($0.key.rawValue, $0.value) }),
    ]
    table.rows = lines.map { step in
      [
        step.id, step.title, step.due?.spoken ?? "-",
        (step.isEndedWithRecord ? "ended" : step.state(asOf: now).rawValue)
          + (step.isLate ? " late" : ""), step.chair?.rawValue ?? "-",
        step.tray.rawValue, step.rules.joined(separator: " "),
      ]
    }
    return table
  }

  private var json: JSON {
    .object([
      ("child", .text(page.child.id)), ("name", .text(page.child.name)),
      (
        "facts",
        .object(
          page.child.facts.values.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value.typed)) }
        )
      ),
      ("records", .list(page.child.records.map(record))),
      ("steps", .list(lines.map { $0.json(asOf: now) })),
      (
        "waiting",
        .list(
          page.waiting.map {
            .object([
              ("report", .text($0.reference)), ("sure", .flag($0.isSure)),
              ("for", .text(orNull: $0.other)),
            ])
          })
      ),
      ("authorities", authorities),
    ])
  }

  private var authorities: JSON {
    guard let two = page.authorities else { return .null }
    return .object([
      ("host", .text(two.host)), ("responsible", .text(two.responsible)), ("desk", .text(two.desk)),
    ])
  }

  private func record(_ record: MissingRecord) -> JSON {
    .object([
      ("record", .text(record.reference)), ("stage", .text(record.stage.rawValue)),
      ("opened", .text(orNull: record.opened?.occurred.iso)),
      ("closed", .text(orNull: record.closed?.occurred.iso)),
      ("finalised", .text(orNull: record.finalised?.occurred.iso)),
      ("procedure", .text(orNull: record.procedure?.value)),
      ("episodes", .list(record.episodes.map(episode))),
    ])
  }

  private func episode(_ episode: Episode) -> JSON {
    .object([
      ("episode", .text(episode.reference)), ("number", .number(episode.number)),
      ("category", .text(orNull: episode.category?.value.rawValue)),
      ("from", .text(orNull: episode.from?.value.rawValue)),
      ("starts", .text(orNull: episode.start?.at.iso)),
      ("basis", .text(orNull: episode.start?.basis.rawValue)),
      ("policeRisk", .text(orNull: episode.policeRisk?.value.rawValue)),
      ("risk", .text(orNull: episode.risk?.value.rawValue)),
      ("interviewRisk", .text(orNull: episode.interviewRisk?.value.rawValue)),
      ("found", .text(orNull: episode.found?.occurred.iso)),
      ("returned", .text(orNull: episode.returned?.occurred.iso)),
      ("attempts", .number(episode.attempts.count)),
      ("interview", .text(orNull: episode.interview?.occurred.iso)),
    ])
  }
}
