import Grid
import Workflow

/// The charts as lines of text: what the screen draws and the command line prints.
package struct ChartText: Sendable {
  let data: ChartData
  /// Columns.
  let width: Int

  /// Makes the text of a width.
  package init(_ data: ChartData, width: Int) {
    self.data = data
    self.width = width
  }

  /// A chart as lines: a name, a bar and its number, so that no bar stands alone.
  package func lines(_ chart: ChartsScreen.Chart) -> [String] {
    switch chart {
    case _ where isEmpty(chart): filledBy(chart)
    case .months: months
    case .clocks: clocks
    case .hours: hours
    case .repeats: repeats
    }
  }

  /// The numbers behind a chart: headings first.
  package func table(_ chart: ChartsScreen.Chart) -> [[String]] {
    switch chart {
    case .months:
      return [["month", "episodes", "returned", "interviewed in 72 h", "still running", "share"]]
        + data.months.map {
          [
            $0.name, "\($0.episodes)", "\($0.returned)", "\($0.interviewed)", "\($0.running)",
            share($0),
          ]
        }
    case .clocks:
      return [["stage", "in time", "late", "left undone", "share in time"]]
        + data.clocks.map {
          [
            $0.stage.title, "\($0.inTime)", "\($0.late)", "\($0.undone)",
            percent($0.inTime, of: $0.all),
          ]
        }
    case .hours:
      return [["day"] + (0..<24).map { "\($0)" } + ["all"]]
        + zip(Weekday.allCases, data.hours).map { day, hours in
          [day.short] + hours.map { "\($0)" } + ["\(hours.reduce(0, +))"]
        }
    case .repeats:
      return [["child", "name", "episodes in 90 days"]]
        + data.repeats.map { [$0.child, $0.name, "\($0.episodes)"] }
    }
  }

  /// The numbers as lines of columns.
  package func tableLines(_ chart: ChartsScreen.Chart) -> [String] {
    let rows = table(chart).map { $0.map { displaySafe($0) } }
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    let gap = widths.reduce(0, +) + 2 * count <= width ? 2 : 1
    return rows.map { row in
      row.enumerated().map { column, cell in
        let isName = column == 0 || chart == .repeats && column == 1
        return fitted(cell, to: widths[column] + gap, isName ? .left : .right)
      }.joined()
    }
  }

  /// The sentence of a chart without data in the width.
  func filledBy(_ chart: ChartsScreen.Chart) -> [String] {
    wrapped(Self.filledBy(chart), to: width)
  }

  /// Whether nothing is counted in a chart.
  func isEmpty(_ chart: ChartsScreen.Chart) -> Bool {
    switch chart {
    case .months: data.months.allSatisfy { $0.episodes == 0 }
    case .clocks: data.clocks.isEmpty
    case .hours: data.hours.joined().allSatisfy { $0 == 0 }
    case .repeats: data.repeats.isEmpty
    }
  }

  /// What a chart without data says: what would fill it.
  static func filledBy(_ chart: ChartsScreen.Chart) -> String {
    switch chart {
    case .months:
      "No child went missing in these months. Each episode counts in its month once it is opened."
    case .clocks: "No step with a limit fell due in these months. Each counts from when it is due."
    case .hours:
      "No child went missing in these months. Each episode counts at the hour at which it began."
    case .repeats:
      "No child went twice in the last 90 days. Whoever goes a second time within them stands here."
    }
  }

  private var months: [String] {
    let most = max(1, data.months.map(\.episodes).max() ?? 1)
    let room = max(6, width - 60)
    return data.months.flatMap { month -> [String] in
      var interviewed = ""
      if month.decided > 0 {
        interviewed =
          "  \(month.interviewed) of \(month.decided) interviewed in 72 h, \(share(month))"
      }
      // Of whom there is still time to see nobody may say that it was missed.
      if month.running > 0 {
        interviewed += (month.decided > 0 ? "; " : "  ") + "\(month.running) still running"
      }
      // The part of the bar that is filled is what was interviewed in time.
      let whole = length(month.episodes, of: most, room)
      let full = min(whole, length(month.interviewed, of: most, room))
      return [
        fitted(month.name, to: 8) + String(repeating: "█", count: full)
          + String(repeating: "░", count: whole - full) + " \(month.episodes)" + interviewed
      ]
    } + ["", "░ episodes; █ of them interviewed within 72 hours of the return"]
  }

  private var clocks: [String] {
    let most = max(1, data.clocks.map(\.all).max() ?? 1)
    let room = max(6, width - 56)
    return data.clocks.map { clock in
      let whole = length(clock.all, of: most, room)
      let missed = clock.late + clock.undone
      let late = missed == 0 ? 0 : max(1, whole * missed / max(1, clock.all))
      let undone = clock.undone == 0 ? "" : "\(clock.undone) left undone, "
      return fitted(clock.stage.title, to: 10) + String(repeating: "█", count: late)
        + String(repeating: "░", count: max(0, whole - late))
        + " \(clock.late) late, \(undone)\(clock.inTime) in time, "
        + percent(clock.inTime, of: clock.all)
    } + ["", "█ after the limit, done or still open, or left undone at the end; ░ in time"]
  }

  private var hours: [String] {
    let most = max(1, data.hours.joined().max() ?? 1)
    let signs: [Character] = ["·", "░", "▒", "▓", "█"]
    let isWide = width >= 5 + 24 * 3 + 6
    func cell(_ count: Int) -> String {
      let sign = signs[count == 0 ? 0 : min(4, 1 + count * 4 / (most + 1))]
      // The number stands in the cell where there is room for it.
      return isWide
        ? fitted(count == 0 ? "·" : "\(count)", to: 2, .right) + (count == 0 ? " " : String(sign))
        : String(sign)
    }
    let step = isWide ? 3 : 1
    let scale = stride(from: 0, to: 24, by: 6).map { fitted("\($0)h", to: 6 * step) }.joined()
    return [fitted("", to: 5) + scale]
      + zip(Weekday.allCases, data.hours).map { day, hours in
        fitted(day.short, to: 5) + hours.map(cell).joined() + "  \(hours.reduce(0, +))"
      } + ["", "· none, then ░ ▒ ▓ █; most in one hour: \(data.hours.joined().max() ?? 0)"]
  }

  private var repeats: [String] {
    let most = max(1, data.repeats.map(\.episodes).max() ?? 1)
    let name = min(32, max(10, width / 3))
    let room = max(6, width - name - 6)
    return data.repeats.map {
      fitted(displaySafe($0.name), to: name)
        + String(repeating: "█", count: length($0.episodes, of: most, room)) + " \($0.episodes)"
    }
  }

  private func length(_ count: Int, of most: Int, _ room: Int) -> Int {
    count == 0 ? 0 : max(1, count * room / most)
  }

  private func share(_ month: ChartData.Month) -> String {
    percent(month.interviewed, of: month.decided)
  }

  private func percent(_ part: Int, of whole: Int) -> String {
    whole == 0 ? "-" : "\((part * 100 + whole / 2) / whole) %"
  }
}
