import Desk
import Grid
import Testing
import Workflow

@Suite("Charts that can be read without colour")
struct ChartTests {
  @Test("every bar has its number beside it, at every width", arguments: [36, 58, 76, 116, 196])
  func numbers(width: Int) {
    let text = ChartText(Sample.charts, width: width)
    for (line, child) in zip(text.lines(.repeats), Sample.charts.repeats) {
      #expect(line.hasSuffix(" \(child.episodes)"))
      #expect(DisplayWidth.of(line) <= width, "\(line)")
    }
    for (line, month) in zip(text.lines(.months), Sample.charts.months) {
      #expect(line.hasPrefix(month.name) && line.contains(" \(month.episodes)"))
    }
    for (line, clock) in zip(text.lines(.clocks), Sample.charts.clocks) {
      #expect(line.contains(" \(clock.late) late, \(clock.inTime) in time"))
    }
    for (line, hours) in zip(text.lines(.hours).dropFirst(), Sample.charts.hours) {
      #expect(line.hasSuffix("  \(hours.reduce(0, +))"))
    }
  }

  @Test("the table has the numbers that the bars are drawn from")
  func table() {
    let text = ChartText(Sample.charts, width: 80)
    let rows = text.table(.clocks).dropFirst()
    #expect(rows.map { $0[1] } == ["31", "60", "0"] && rows.map { $0[2] } == ["9", "41", "1"])
    #expect(text.table(.hours).count == 8 && text.table(.hours)[1].count == 26)
    #expect(text.table(.months).dropFirst().map { $0[1] }.contains("0"))
  }

  @Test("a borough without a record has charts, too")
  func empty() {
    let none = ChartData(
      months: ChartData.emptyMonths(asOf: Sample.now), clocks: [],
      hours: Array(repeating: Array(repeating: 0, count: 24), count: 7), repeats: [])
    let text = ChartText(none, width: 76)
    #expect(
      text.lines(.clocks).joined(separator: " ")
        == "No step with a limit fell due in these months. Each counts from when it is due.")
    #expect(
      text.lines(.repeats).joined(separator: " ")
        == "No child went twice in the last 90 days. Whoever goes a second time within them stands here."
    )
    #expect(text.lines(.months).first?.contains("█") == false)
    #expect(none.months.count == 12 && none.months.last?.name == "Nov 26")
    #expect(none.months.first?.name == "Dec 25")
  }
}
