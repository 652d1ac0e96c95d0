import Grid
import Workflow

/// The columns of a tray: the least important is dropped first where there is no room.
struct TrayColumns {
  /// Columns of the screen that a row may take.
  let width: Int

  /// The text of each column of a row.
  struct Cells {
    var sign = ""
    var due = ""
    var left = ""
    var child = ""
    var step = ""
    var tries = ""
    var reference = ""
  }

  /// What stands above the rows.
  var headings: Cells {
    Cells(
      due: "due", left: "left", child: "child", step: "step", tries: "try", reference: "reference")
  }

  /// The text of a row.
  func cells(of row: TrayRow, now: Instant) -> Cells {
    let urgency = Urgency(due: row.due, now: now)
    return Cells(
      sign: urgency.sign, due: due(of: row, now: now), left: urgency.left, child: row.name,
      step: row.title, tries: row.attempts > 0 ? "\(row.attempts)" : "", reference: row.reference)
  }

  /// Draws a row; the due time and what is left take the urgency's role.
  func draw(
    _ cells: Cells, row: Int, column: Int, role: StyleRole, urgency: StyleRole? = nil,
    on frame: inout Frame
  ) {
    var at = column
    func cell(_ text: String, _ width: Int, _ role: StyleRole, _ alignment: Alignment = .left) {
      guard width > 1 else { return }
      frame.show(
        fitted(displaySafe(text), to: width - 1, alignment), row: row, column: at, role: role)
      at += width
    }
    cell(cells.sign, 2, urgency ?? role)
    cell(cells.due, dueWidth, urgency ?? role)
    cell(cells.left, leftWidth, urgency ?? role)
    cell(cells.child, childWidth, role)
    cell(cells.step, textWidth - childWidth, role)
    cell(cells.tries, triesWidth, role, .right)
    cell(cells.reference, referenceWidth, role)
  }

  private func due(of row: TrayRow, now: Instant) -> String {
    if let due = row.due { return dueWidth > 13 ? due.spokenShort : short(due) }
    let isToday = London.local(row.opens).date == London.local(now).date
    return "since " + (isToday ? row.opens.clock : London.local(row.opens).date.dayAndMonth)
  }

  /// Where there is little room the month goes without saying: `Fri 20 18:05`.
  private func short(_ instant: Instant) -> String {
    let date = London.local(instant).date
    return "\(date.weekday.short) \(date.day) \(instant.clock)"
  }

  private var dueWidth: Int { width >= 70 ? 17 : width >= 50 ? 13 : 0 }
  private var leftWidth: Int { 10 }
  private var triesWidth: Int { width >= 60 ? 4 : 0 }
  private var referenceWidth: Int { width >= 90 ? 14 : 0 }

  /// What child and step share.
  private var textWidth: Int {
    max(10, width - 2 - dueWidth - leftWidth - triesWidth - referenceWidth)
  }

  private var childWidth: Int { textWidth * 11 / 20 }
}

extension CivilDate {
  /// Without weekday and year: `20 Nov`.
  fileprivate var dayAndMonth: String {
    spokenShort.split(separator: " ").dropFirst().joined(separator: " ")
  }
}
