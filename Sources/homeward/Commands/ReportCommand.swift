import ArgumentParser
import Desk
import Workflow

/// Reports over all records.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Reports over all records.", subcommands: [ReportCharts.self])
}

/// The charts of the desk, as text or as the numbers behind them.
struct ReportCharts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "charts",
    abstract: "Episodes and interviews by month, limits by stage, hours, children who go again.")

  @OptionGroup var common: Common

  func run() throws {
    let workbench = try common.workbench(readOnly: true)
    let data = try workbench.charts(for: common.viewer(on: workbench))
    let text = ChartText(data, width: min(TerminalWidth.columns, 120) - 2)
    switch common.format {
    case .table:
      for chart in ChartsScreen.Chart.allCases {
        Printer.line(chart.title + "\n")
        for line in text.lines(chart) { Printer.line("  " + line) }
        Printer.line()
      }
    case .tsv:
      for chart in ChartsScreen.Chart.allCases {
        let rows = text.table(chart)
        var table = Table(headings: rows.first ?? [])
        table.rows = Array(rows.dropFirst())
        Printer.raw(table.tsv)
      }
    case .json: Printer.raw(data.json.written + "\n")
    }
  }
}

extension ChartData {
  /// As scripts read it.
  fileprivate var json: JSON {
    .object([
      (
        "months",
        .list(
          months.map { month in
            .object([
              ("month", .text(String(month.first.iso.prefix(7)))),
              ("episodes", .number(month.episodes)), ("returned", .number(month.returned)),
              ("interviewedWithin72h", .number(month.interviewed)),
              ("stillWithin72h", .number(month.running)),
            ])
          })
      ),
      (
        "limits",
        .list(
          clocks.map { clock in
            .object([
              ("stage", .text(clock.stage.rawValue)), ("inTime", .number(clock.inTime)),
              ("late", .number(clock.late)), ("leftUndone", .number(clock.undone)),
            ])
          })
      ),
      (
        "hours",
        .list(
          zip(Weekday.allCases, hours).map { day, hours in
            .object([("day", .text(day.short)), ("byHour", .list(hours.map(JSON.number)))])
          })
      ),
      (
        "repeats",
        .list(
          repeats.map { child in
            .object([
              ("child", .text(child.child)), ("name", .text(child.name)),
              ("episodesIn90Days", .number(child.episodes)),
            ])
          })
      ),
    ])
  }
}
