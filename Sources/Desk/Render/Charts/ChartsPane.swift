import Grid
import Workflow

/// One chart, or the numbers behind it.
struct ChartsPane {
  let screen: ChartsScreen
  let layout: Layout

  private var inner: Rect { layout.body.inset(rows: 1, columns: 2) }

  /// The lines of the chart or of its numbers.
  var lines: [String] {
    guard let data = screen.data else { return ["Counting …"] }
    let text = ChartText(data, width: inner.width)
    guard screen.isTable else { return text.lines(screen.chart) }
    return text.tableLines(screen.chart)
      + (text.isEmpty(screen.chart) ? [""] + text.filledBy(screen.chart) : [])
  }

  func draw(on frame: inout Frame) {
    let place = "\(screen.chart.rawValue + 1) of \(ChartsScreen.Chart.allCases.count)"
    frame.box(
      layout.body, title: "Charts \(place) · \(screen.chart.title)", role: .frameLineFocused)
    let inner = inner
    let shown = lines.dropFirst(screen.scroll).prefix(inner.height)
    for (index, line) in shown.enumerated() {
      let row = inner.row + index
      let isHeading = screen.isTable && screen.scroll == 0 && index == 0
      frame.show(
        line, row: row, column: inner.column, role: isHeading ? .tableHeader : .text,
        maxWidth: inner.width)
      guard !screen.isTable, screen.data != nil else { continue }
      // Bars have a role of their own; what they say stands beside them in words.
      var column = inner.column
      DisplayWidth.forEachPiece(of: line) { piece, _ in
        if ["█", "▓", "▒", "░"].contains(piece.first) {
          frame.paint(Rect(row: row, column: column, height: 1, width: 1), role: .chart)
        }
        column += piece.width
        return column < inner.column + inner.width
      }
    }
    if lines.count > inner.height {
      let last = min(screen.scroll + inner.height, lines.count)
      let text = " lines \(screen.scroll + 1) to \(last) of \(lines.count) "
      frame.show(
        text, row: layout.body.row + layout.body.height - 1,
        column: layout.body.width - text.count - 2, role: .muted)
    }
    // A chart may begin with blanks: its name is what is read.
    frame.focus(row: layout.body.row, column: layout.body.column + 2)
  }
}
