import ArgumentParser
import Desk
import Store
import Workflow

/// Episodes.
struct EpisodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "episode", abstract: "List children who are away, or show an episode.",
    subcommands: [List.self, Show.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the episodes of children who are away.")

    @Option(help: "The most rows to list.")
    var limit = 1000

    @OptionGroup var common: Common

    func run() throws {
      let workbench = try common.workbench(readOnly: true)
      let now = workbench.now()
      let rows = try workbench.records(for: common.viewer(on: workbench)).away(Window(limit: limit))
      var table = Table(headings: [
        "episode", "child", "since", "away", "category", "from", "police risk",
      ])
      table.rows = rows.map { row in
        [
          row.reference, row.child, row.started.map(row.since) ?? "-",
          row.started.map { row.basis.length(seconds: now.since($0)) } ?? "-",
          row.category?.rawValue ?? "-",
          row.from?.rawValue ?? "-", row.policeRisk?.rawValue ?? "-",
        ]
      }
      Printer.show(
        table,
        json: .object([
          (
            "episodes",
            .list(
              rows.map { row in
                .object([
                  ("episode", .text(row.reference)), ("child", .text(row.child)),
                  ("record", .text(row.record)), ("starts", .text(orNull: row.started?.iso)),
                  ("basis", .text(orNull: row.started.map { _ in row.basis.rawValue })),
                  ("category", .text(orNull: row.category?.rawValue)),
                  ("from", .text(orNull: row.from?.rawValue)),
                  ("policeRisk", .text(orNull: row.policeRisk?.rawValue)),
                ])
              })
          )
        ]), as: common.format)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show an episode with its work steps.")

    @Argument(help: "The reference of an episode or a record, or the child's id.")
    var reference: String

    @Flag(help: "What host and responsible authority each have to do, where they are two.")
    var both = false

    @OptionGroup var moment: AsOf
    @OptionGroup var common: Common

    func run() throws {
      let workbench = try common.workbench(readOnly: true)
      let person = common.viewer(on: workbench)
      let id = try workbench.child(of: reference, for: person)
      let known = try moment.instant(workbench)
      let page = try workbench.page(of: id, for: person, knownAt: known, comparing: both)
      if both {
        try DutiesPrinter(page: page, now: known ?? workbench.now()).show(as: common.format)
        return
      }
      PagePrinter(page: page, now: known ?? workbench.now()).show(as: common.format)
    }
  }
}

extension EpisodeRow {
  /// Since when the child is away; that nobody knows is said beside the time from which the clocks run.
  fileprivate func since(_ started: Instant) -> String {
    basis.isKnown ? started.spoken : basis.since(started.spoken)
  }
}
