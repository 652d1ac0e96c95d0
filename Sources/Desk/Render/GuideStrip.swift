import Grid
import Workflow

/// The first steps, in the last two rows of the screen.
struct GuideStrip {
  let desk: Desk

  func draw(on frame: inout Frame) {
    guard desk.guideRows > 0, let guide = desk.guide else { return }
    let row = frame.height - 2
    frame.fill(Rect(row: row, column: 0, height: 2, width: frame.width), role: .information)
    let all = Guide.Task.allCases
    let place = guide.task.flatMap { all.firstIndex(of: $0) } ?? all.count - 1
    let leave = "\(desk.keymap.name("guide")) leaves this "
    let title = guide.task.map { "First steps, \(place + 1) of \(all.count): \($0.title)" }
    let width = DisplayWidth.of(leave)
    frame.show(
      title ?? "First steps: done", row: row, column: 1, role: .information,
      maxWidth: frame.width - width - 2)
    frame.show(leave, row: row, column: frame.width - width, role: .information)
    frame.show(
      desk.guideHint, row: row + 1, column: 1, role: .information, maxWidth: frame.width - 2)
  }
}
