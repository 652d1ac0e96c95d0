import Desk
import Exchange
import Grid
import Workflow

/// Writes a draft of a triage: what was found and where, what is missing, which child is meant.
struct DraftPrinter {
  let draft: TriageDraft
  let form: FormScreen
  let now: Instant

  func show(as format: OutputFormat) {
    switch format {
    case .json: Printer.raw(json.written + "\n")
    case .tsv: Printer.raw(table.tsv)
    case .table: showText()
    }
  }

  private var table: Table {
    var table = Table(headings: ["field", "value", "seen as"])
    for entry in form.entries where !entry.text.text.isEmpty {
      let value = clipped(
        entry.text.text.split(whereSeparator: \.isNewline).joined(separator: " "), to: 60)
      table.rows.append([entry.field.name, value, entry.note ?? origin(of: entry)])
    }
    return table
  }

  /// Where a value comes from that the report does not say.
  private func origin(of entry: FormEntry) -> String {
    let isProposed = entry.field.name == "child" && entry.text.text == draft.candidates.first?.id
    return isProposed && draft.isProposed ? "the register, proposed" : "set by hand"
  }

  private func showText() {
    let count = draft.subjects > 1 ? ", child \(draft.subject) of \(draft.subjects)" : ""
    Printer.line("\(draft.reference) (\(draft.kind)\(count))")
    Printer.raw(table.aligned)
    let missing = form.entries.filter { $0.field.isRequired && $0.text.text.trimmed.isEmpty }
    if !missing.isEmpty {
      Printer.line(
        "To be asked: "
          + missing.map { "\($0.field.label) (\($0.field.name))" }.joined(separator: ", "))
    }
    if !draft.gaps.isEmpty {
      Printer.line("Not read in the report: " + draft.gaps.map(\.words).joined(separator: ", "))
    }
    for warning in draft.warnings { Printer.line("Warning: \(warning)") }
    for note in draft.notes { Printer.line(note) }
    if let first = draft.candidates.first, draft.isProposed {
      Printer.line("Child: \(first.id), \(first.title). Because: \(first.because)")
    } else {
      let nobody = TriageDraft.nobodyAlike(isNameless: draft.isNameless)
      Printer.line("Child: \(draft.question ?? "\(nobody); --child new registers one")")
    }
    for other in draft.candidates.dropFirst(draft.isProposed ? 1 : 0) {
      Printer.line("  \(other.id), \(other.title): \(other.because)")
    }
    let asked = missing.map { " --set \($0.field.name)=…" }.joined()
    Printer.line("Not committed. To commit: homeward intake \(draft.reference) --commit\(asked)")
  }

  private var json: JSON {
    .object([
      ("report", .text(draft.reference)),
      ("kind", .text(ReportKind(words: draft.kind)?.rawValue ?? draft.kind)),
      ("subject", .number(draft.subject)),
      ("subjects", .number(draft.subjects)),
      (
        "fields",
        .object(
          form.entries.filter { !$0.text.text.isEmpty }.map { entry in
            (
              entry.field.name,
              .object([
                ("value", .text(entry.text.text)), ("seenAs", .text(orNull: entry.note)),
              ])
            )
          })
      ),
      (
        "missing",
        .list(
          form.entries.filter { $0.field.isRequired && $0.text.text.trimmed.isEmpty }
            .map { .text($0.field.name) })
      ),
      ("gaps", .list(draft.gaps.map { JSON.text($0.words) })),
      ("warnings", .list(draft.warnings.map(JSON.text))),
      ("proposed", draft.isProposed ? .text(orNull: draft.candidates.first?.id) : .null),
      (
        "candidates",
        .list(
          draft.candidates.map {
            .object([
              ("id", .text($0.id)), ("title", .text($0.title)), ("because", .text($0.because)),
            ])
          })
      ),
      ("question", .text(orNull: draft.question)),
    ])
  }
}
