package import Workflow

/// What the charts show: each as numbers, from which bars are drawn.
package struct ChartData: Sendable, Hashable {
  /// A month.
  package struct Month: Sendable, Hashable {
    /// Its first day.
    package let first: CivilDate
    /// Episodes that began in it.
    package var episodes = 0
    /// Those of them from which the child is back.
    package var returned = 0
    /// Those of these whose interview was held within 72 hours of the return.
    package var interviewed = 0
    /// Those whose 72 hours are still running without an interview: neither in time nor late.
    package var running = 0
    /// Those who are back and whose interview was in time or cannot be any more.
    package var decided: Int { returned - running }

    /// Makes a month in which nothing is counted yet.
    package init(first: CivilDate) { self.first = first }

    /// `Nov 26`.
    package var name: String { "\(CivilDate.months[first.month - 1]) \(first.year % 100)" }
  }

  /// Steps with a limit that met theirs and that did not, at a stage.
  package struct Clock: Sendable, Hashable {
    /// The stage at which people meet the steps.
    package let stage: Stage
    /// Done in time.
    package var inTime = 0
    /// Done late, or still open after the limit.
    package var late = 0
    /// Never done: left behind when the record ended.
    package var undone = 0
    /// All that fell due.
    package var all: Int { inTime + late + undone }

    /// Makes the counts of a stage.
    package init(stage: Stage, inTime: Int = 0, late: Int = 0, undone: Int = 0) {
      self.stage = stage
      self.inTime = inTime
      self.late = late
      self.undone = undone
    }
  }

  /// A child who went more than once.
  package struct Repeat: Sendable, Hashable {
    /// The child's id.
    package let child: String
    /// The child's name.
    package let name: String
    /// Episodes that began in the 90 days.
    package let episodes: Int

    /// Makes a child's count.
    package init(child: String, name: String, episodes: Int) {
      self.child = child
      self.name = name
      self.episodes = episodes
    }
  }

  /// The months, oldest first.
  package let months: [Month]
  /// The stages that have a step with a limit.
  package let clocks: [Clock]
  /// Episodes by weekday, Monday first, and hour of the day at which they began.
  package let hours: [[Int]]
  /// Children who went twice or more in the last 90 days, the most first.
  package let repeats: [Repeat]

  /// Seconds within which an interview must be held to count: 72 hours.
  package static let interviewLimit: Int64 = 72 * 3600

  /// Makes the data.
  package init(months: [Month], clocks: [Clock], hours: [[Int]], repeats: [Repeat]) {
    self.months = months
    self.clocks = clocks
    self.hours = hours
    self.repeats = repeats
  }

  /// How many months are looked back, the one that is running included.
  package static let monthCount = 12

  /// The first instant that the charts look at.
  package static func beginning(asOf now: Instant) -> Instant {
    let today = London.local(now).date
    let first = today.adding(days: 1 - today.day).adding(months: 1 - monthCount)
    return London.instant(LocalTime(date: first, secondOfDay: 0))
  }

  /// The months of the charts without anything counted, oldest first.
  package static func emptyMonths(asOf now: Instant) -> [Month] {
    let first = London.local(beginning(asOf: now)).date
    return (0..<monthCount).map { Month(first: first.adding(months: $0)) }
  }
}

/// The charts, one at a time.
package struct ChartsScreen: Sendable {
  /// What is shown; nothing while it is being counted.
  package var data: ChartData?
  /// Which chart.
  package var chart = Chart.months
  /// Whether the numbers are shown instead of the bars.
  package var isTable = false
  /// The first line shown.
  package var scroll = 0

  /// Shows the first chart.
  package init() {}

  /// The charts that there are.
  package enum Chart: Int, CaseIterable, Sendable {
    case months, clocks, hours, repeats

    /// What it shows.
    package var title: String {
      switch self {
      case .months: "Episodes, and interviews in 72 h, by month"
      case .clocks: "Limits met and missed by stage, 12 months"
      case .hours: "When children go: hour and weekday, 12 months"
      case .repeats: "Children who went twice or more in 90 days"
      }
    }
  }
}
