import Grid
import Workflow

/// Commands of the charts.
enum ChartCommands {
  static let all: [DeskCommand] = [
    DeskCommand(
      "charts", in: [.trays], keys: [.character("C")], "charts",
      "Show charts: episodes and interviews, limits, hours, children who go again"
    ) { desk in
      desk.stack.append(.charts(ChartsScreen()))
      return [.loadCharts]
    },
    DeskCommand(
      "next-chart", in: [.charts], keys: [.tab, .right, .character("]")], "next chart",
      "Go to the next chart", footer: true
    ) { $0.showChart(by: 1) },
    DeskCommand(
      "previous-chart", in: [.charts], keys: [.backTab, .left, .character("[")], "chart before",
      "Go to the chart before"
    ) { $0.showChart(by: -1) },
    DeskCommand(
      "chart-table", in: [.charts], keys: [.character("t")], "numbers",
      "Turn between the bars and the numbers behind them", footer: true
    ) { desk in
      desk.changeCharts {
        $0.isTable.toggle()
        $0.scroll = 0
      }
    },
    DeskCommand(
      "chart-down", in: [.charts], keys: [.down, .character("j")], "down", "Go a line down"
    ) { desk in desk.changeCharts { $0.scroll += 1 } },
    DeskCommand("chart-up", in: [.charts], keys: [.up, .character("k")], "up", "Go a line up") {
      desk in desk.changeCharts { $0.scroll -= 1 }
    },
  ]
}

extension Desk {
  /// Changes the charts in front; they are never scrolled past their last line.
  mutating func changeCharts(_ change: (inout ChartsScreen) -> Void) -> [Effect] {
    guard case .charts(var screen) = stack.last else { return [] }
    change(&screen)
    let lines = ChartsPane(screen: screen, layout: Layout(size: room)).lines.count
    screen.scroll = max(0, min(screen.scroll, lines - 1))
    stack[stack.count - 1] = .charts(screen)
    return []
  }

  mutating func showChart(by distance: Int) -> [Effect] {
    changeCharts { screen in
      let all = ChartsScreen.Chart.allCases
      screen.chart = all[(screen.chart.rawValue + distance + all.count) % all.count]
      screen.scroll = 0
    }
  }

  /// Takes in what was counted, where charts are still shown.
  mutating func receive(_ data: ChartData) -> [Effect] {
    for index in stack.indices {
      guard case .charts(var screen) = stack[index] else { continue }
      screen.data = data
      stack[index] = .charts(screen)
    }
    return []
  }
}
