import Grid
import Workflow

/// The work steps of a child's page.
struct StepList {
  let screen: ChildScreen
  let now: Instant
  /// Which keys ask for what.
  let keys: Keymap

  func draw(_ rect: Rect, on frame: inout Frame) {
    guard rect.height > 2 else { return }
    let steps = screen.steps
    let hasKeys = !screen.isTimelineFocused
    let open = steps.count { $0.isOpen }
    let late = steps.count { $0.state(asOf: now) == .overdue }
    frame.box(
      rect,
      title: "Work steps · \(open) open" + (late > 0 ? " · \(late) overdue" : "") + folded,
      role: hasKeys ? .frameLineFocused : .frameLine)
    let columns = Columns(width: rect.width - 2)
    let hasHeading = rect.height >= 6
    if hasHeading {
      frame.fill(
        Rect(row: rect.row + 1, column: rect.column + 1, height: 1, width: rect.width - 2),
        role: .tableHeader)
      columns.draw(
        ["", "step", "time", "", "due or done", "who"], row: rect.row + 1,
        column: rect.column + 1, role: .tableHeader, on: &frame)
    }
    let first = rect.row + (hasHeading ? 2 : 1)
    let rows = rect.row + rect.height - 1 - first
    let top = firstRow(selected: screen.selected, count: steps.count, rows: rows)
    for line in 0..<rows where top + line < steps.count {
      let step = steps[top + line]
      let isSelected = top + line == screen.selected
      let role: StyleRole =
        isSelected ? (hasKeys ? .selected : .selectedUnfocused) : self.role(of: step)
      let row = first + line
      frame.touchable(
        Rect(row: row, column: rect.column + 1, height: 1, width: rect.width - 2), .row(top + line))
      frame.fill(
        Rect(row: row, column: rect.column + 1, height: 1, width: rect.width - 2), role: role)
      columns.draw(
        cells(of: step, barWidth: columns.bar - 1), row: row, column: rect.column + 1, role: role,
        on: &frame)
      if isSelected && hasKeys { frame.focus(row: row, column: rect.column + 1) }
    }
    if steps.isEmpty {
      frame.show("Nothing to do.", row: first, column: rect.column + 2, role: .muted)
      if hasKeys { frame.focus(row: first, column: rect.column + 2) }
    }
    if steps.count > rows {
      let text = " \(top + 1) to \(top + rows) of \(steps.count) "
      frame.show(
        text, row: rect.row + rect.height - 1, column: rect.column + rect.width - text.count - 2,
        role: .muted)
    }
  }

  /// How much is settled and out of sight, and which key shows it.
  private var folded: String {
    let count = screen.settledFolded
    return count > 0 ? " · \(count) settled: \(keys.name("settled")) shows them" : ""
  }

  /// The columns: the bar comes and goes first, then who, then the due time.
  private struct Columns {
    let widths: [Int]
    /// Columns of the bar, its gap included; 0 for none.
    var bar: Int { widths[3] }

    init(width: Int) {
      let time = 14
      let bar = width >= 100 ? 11 : 0
      let due = width >= 60 ? 17 : 0
      let rest = width - 2 - time - bar - due
      let who = rest >= 34 ? min(rest / 2, 44) : 0
      widths = [2, rest - who, time, bar, due, who]
    }

    func draw(_ cells: [String], row: Int, column: Int, role: StyleRole, on frame: inout Frame) {
      var at = column
      for (cell, width) in zip(cells, widths) where width > 0 {
        frame.show(
          fitted(displaySafe(cell), to: width - 1), row: row, column: at, role: role)
        at += width
      }
    }
  }

  private func cells(of step: WorkStep, barWidth: Int) -> [String] {
    let state = step.state(asOf: now)
    var title = step.id.step.title
    if step.id.occurrence > 1 { title += " (\(step.id.occurrence))" }
    let sign: String =
      switch state {
      case .overdue: "!"
      case .due, .comingUp: Urgency(due: step.due, now: now).sign
      case .done: "✓"
      case .cancelled, .notRequired:
        if case .leftUndone = step.outcome { "✗" } else { "–" }
      }
    var due = step.due?.spokenShort ?? ""
    var time: String
    switch step.outcome {
    case .open: time = step.due == nil ? "no limit" : Urgency(due: step.due, now: now).left
    case .done(let at, let late):
      time = late ? "done LATE" : "done"
      due = at.spokenShort
    case .cancelled: time = step.isLate ? "cancelled LATE" : "cancelled"
    case .notRequired: time = step.isLate ? "not done, LATE" : "not required"
    case .leftUndone: time = "LEFT UNDONE"
    }
    if state == .comingUp { time += " left" }
    if step.isOpen, let until = step.heldUntil, now < until { time = "held" }
    var bar = ""
    if step.isOpen, let due = step.due, barWidth > 0 {
      bar = timeBar(opens: step.opens, due: due, now: now, width: barWidth)
    }
    let procedure = screen.page.procedure
    let who =
      step.chair.map { "chair: \(procedure.title(of: $0))" } ?? procedure.title(of: step.role)
    let planned = step.planned.map { step.isOpen ? ", planned \($0.spokenShort)" : "" } ?? ""
    let held =
      step.heldUntil.map { step.isOpen && now < $0 ? ", held until \($0.spokenShort)" : "" } ?? ""
    let learnt = step.isOpen && step.learntLate && state == .overdue ? ", learnt late" : ""
    return [sign, title, time, bar, due, who + held + learnt + planned]
  }

  private func role(of step: WorkStep) -> StyleRole {
    switch step.state(asOf: now) {
    case .overdue: .overdue
    case .due, .comingUp: Urgency(due: step.due, now: now).role
    case .done: .done
    case .cancelled, .notRequired: .notRequired
    }
  }
}
