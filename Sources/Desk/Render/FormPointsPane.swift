import Grid
import Workflow

/// What is to be minded on a form: beside its lines where there is room, else one row that says how much
/// there is and which key shows it.
struct FormPointsPane {
  let points: Points
  let layout: Layout

  /// Draws them at the right of the lines, as far as they go.
  func drawBeside(_ area: Rect, box: Rect, on frame: inout Frame) {
    for row in area.row..<area.row + area.height {
      frame.show("│", row: row, column: area.column - 2, role: .frameLine)
    }
    var lines: [(String, StyleRole)] = []
    for section in points.sections {
      if !lines.isEmpty { lines.append(("", .text)) }
      lines += wrapped(displaySafe(section.heading), to: area.width).map { ($0, .heading) }
      for line in section.lines {
        let rows = wrapped(displaySafe(line), to: area.width - 2)
        for (index, row) in rows.enumerated() {
          lines.append(((index == 0 ? "· " : "  ") + row, .information))
        }
      }
    }
    let isCut = lines.count > area.height
    for (index, line) in lines.prefix(isCut ? area.height - 1 : area.height).enumerated() {
      frame.show(
        line.0, row: area.row + index, column: area.column, role: line.1, maxWidth: area.width)
    }
    if isCut {
      frame.show(
        "… F6 shows all \(points.count)", row: area.row + area.height - 1, column: area.column,
        role: .muted, maxWidth: area.width)
    }
  }

  /// Draws them in one row: a single short one itself, else how many there are.
  ///
  /// - Returns: whether there was something to draw.
  func drawAbove(row: Int, _ area: Rect, on frame: inout Frame) -> Bool {
    guard points.count > 0 else { return false }
    let only = points.count == 1 ? points.sections.first?.lines.first.map { displaySafe($0) } : nil
    let short = only.flatMap { DisplayWidth.of($0) <= area.width ? $0 : nil }
    frame.show(
      short ?? summary, row: row, column: area.column, role: .information, maxWidth: area.width)
    return true
  }

  /// Draws the number of them into the frame's foot, where no row can be spared.
  func drawInFrame(_ box: Rect, on frame: inout Frame) {
    guard points.count > 0 else { return }
    frame.show(
      " F6: \(points.count) to mind ", row: box.row + box.height - 1, column: box.column + 2,
      role: .information)
  }

  private var summary: String {
    if points.count == 1 { return "▹ One thing to mind: F6 shows it" }
    let more = points.count - points.first
    return points.first > 0 && more > 0
      ? "▹ \(points.first) to mind for lines of this form, \(more) more: F6 shows them"
      : "▹ \(points.count) things to mind: F6 shows them"
  }
}
