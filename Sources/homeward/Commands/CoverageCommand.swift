import ArgumentParser
import Desk
import Procedures

extension ProcedureCommand {
  /// Every rule of the rulebook: as what it is realised, where a person meets it, what shows it.
  struct Covering: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "coverage",
      abstract: "Show how every rule of the rulebook is realised, where, and by which scenario.")

    @Option(help: "How to write the answer: table, json or tsv.")
    var format: OutputFormat = .table

    func run() throws {
      let coverage = Coverage(
        packs: try PackShelf.open().packs(), shown: ScenarioIndex.shown,
        forms: CommandTable.recorded, triage: TriageForm.minded)
      let rules = Rulebook.rules
      let lines = coverage.weightiest(of: rules.map(\.id))
      let missing = coverage.missing(of: rules.map(\.id))
      let unmet = coverage.unmet(of: rules.map(\.id))
      let documents = Dictionary(uniqueKeysWithValues: rules.map { ($0.id, $0.document) })
      var table = Table(headings: ["rule", "as", "met at", "pack", "scenario"])
      table.rows = lines.map {
        [$0.rule, $0.kind.rawValue, $0.met ?? "-", $0.pack, $0.scenario ?? "-"]
      }
      Printer.show(
        table,
        json: .object([
          ("covered", .number(lines.count)),
          (
            "rules",
            .list(
              lines.map {
                .object([
                  ("rule", .text($0.rule)), ("document", .text(documents[$0.rule] ?? "")),
                  ("as", .text($0.kind.rawValue)), ("where", .text(orNull: $0.met)),
                  ("pack", .text($0.pack)), ("by", .text($0.where)),
                  ("scenario", .text(orNull: $0.scenario)),
                ])
              })
          ),
          ("missing", .list(missing.map(JSON.text))),
          ("unmet", .list(unmet.map(JSON.text))),
        ]), as: format)
      if format == .table { Printer.line("\(lines.count) of \(rules.count) rules") }
      if !missing.isEmpty {
        throw Failure(
          .refused,
          "\(missing.count) of \(rules.count) rules are not realised: "
            + missing.joined(separator: ", ") + ".")
      }
      if !unmet.isEmpty {
        throw Failure(
          .refused,
          "\(unmet.count) of \(rules.count) rules are realised where nobody meets them: "
            + unmet.joined(separator: ", ") + ".")
      }
    }
  }
}
