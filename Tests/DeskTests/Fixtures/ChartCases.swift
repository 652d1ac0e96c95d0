import Desk
import Grid
import Workflow

extension Sample {
  /// A year of a small borough.
  static let charts: ChartData = {
    var months = ChartData.emptyMonths(asOf: now)
    for index in months.indices {
      months[index].episodes = index == 3 ? 0 : 12 + index * 7 % 31
      months[index].returned = max(0, months[index].episodes - 2)
      months[index].running = index == 11 ? min(3, months[index].returned) : 0
      months[index].interviewed = months[index].returned * (40 + index * 3) / 100
    }
    let hours = (0..<7).map { day in (0..<24).map { $0 > 15 || $0 < 2 ? ($0 * 3 + day) % 9 : 0 } }
    return ChartData(
      months: months,
      clocks: [
        ChartData.Clock(stage: .strategy, inTime: 31, late: 9),
        ChartData.Clock(stage: .rhi, inTime: 60, late: 41),
        ChartData.Clock(stage: .closing, inTime: 0, late: 1),
      ], hours: hours,
      repeats: [
        ChartData.Repeat(child: "C-0412", name: "Pryce-Morgan, Siân", episodes: 7),
        ChartData.Repeat(child: "C-0388", name: hostile, episodes: 3),
        ChartData.Repeat(child: "C-0377", name: "王, 小明", episodes: 2),
      ])
  }()
}

// Cases of the commands of charts.
extension CommandCases {
  static let charting: [CommandCase] = [
    CommandCase(
      id: "charts", start: { Sample.desk() },
      holds: { desk, effects in desk.context == .charts && effects == [.loadCharts] }),
    chart("next-chart") { $0.chart == .repeats },
    chart("previous-chart") { $0.chart == .clocks },
    chart("chart-table") { $0.isTable },
    chart("chart-down") { $0.scroll == 3 },
    chart("chart-up") { $0.scroll == 1 },
  ]

  /// The third chart, scrolled by two lines.
  static func charts() -> Desk {
    var desk = Sample.desk()
    _ = press(&desk, "C")
    _ = update(&desk, .charts(Sample.charts))
    _ = press(&desk, "Tab Tab Down Down")
    return desk
  }

  private static func chart(
    _ id: String, _ holds: @escaping @Sendable (ChartsScreen) -> Bool
  ) -> CommandCase {
    CommandCase(
      id: id, start: { charts() },
      holds: { desk, effects in
        guard case .charts(let screen) = desk.stack.last else { return false }
        return effects.isEmpty && holds(screen)
      })
  }
}
