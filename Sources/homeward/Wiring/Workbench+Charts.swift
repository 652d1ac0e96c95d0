import Desk
import Store
import Workflow

extension Workbench {
  /// Counts what the charts show.
  ///
  /// - Parameter person: who looks.
  /// - Returns: the numbers.
  /// - Throws: why the desk's file cannot be read.
  func charts(for person: Person?) throws -> ChartData {
    let records = records(for: person)
    let now = now()
    let beginning = ChartData.beginning(asOf: now)
    let episodes = try records.countedEpisodes(from: beginning, to: now.adding(seconds: 1))
    var months = ChartData.emptyMonths(asOf: now)
    var hours = Array(repeating: Array(repeating: 0, count: 24), count: 7)
    var recent: [String: Int] = [:]
    let ninetyDays = London.adding(days: -90, to: now)
    for episode in episodes {
      let local = London.local(episode.started)
      hours[local.date.weekday.rawValue][local.secondOfDay / 3600] += 1
      if episode.started >= ninetyDays { recent[episode.child, default: 0] += 1 }
      guard
        let index = months.lastIndex(where: { $0.first <= local.date })
      else { continue }
      months[index].episodes += 1
      guard let returned = episode.returned else { continue }
      months[index].returned += 1
      let held = episode.interviewed.map { $0.since(returned) }
      if let held, held <= ChartData.interviewLimit { months[index].interviewed += 1 }
      if held == nil, now.since(returned) <= ChartData.interviewLimit { months[index].running += 1 }
    }
    var clocks: [Stage: ChartData.Clock] = [:]
    for timing in try records.stepTimings(from: beginning, to: now) {
      let stage = timing.step.stage
      clocks[stage, default: ChartData.Clock(stage: stage)].inTime += timing.inTime
      clocks[stage, default: ChartData.Clock(stage: stage)].late += timing.late
      clocks[stage, default: ChartData.Clock(stage: stage)].undone += timing.undone
    }
    let again = recent.filter { $0.value > 1 }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(200)
    let names = try records.names(ofChildren: again.map(\.key))
    return ChartData(
      months: months, clocks: Stage.allCases.compactMap { clocks[$0] }, hours: hours,
      repeats: again.map {
        ChartData.Repeat(child: $0.key, name: names[$0.key] ?? $0.key, episodes: $0.value)
      })
  }
}
