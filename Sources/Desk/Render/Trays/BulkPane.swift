import Grid
import Workflow

/// One act for several rows: which tray, whether really, and what came of each.
struct BulkPane {
  let screen: BulkScreen
  let trays: TraysScreen
  let keys: Keymap
  let layout: Layout
  /// What people here call the part of a step.
  let partWords: (String) -> String

  func draw(on frame: inout Frame) {
    let rect = layout.body
    let inner = rect.inset(rows: 1, columns: 2)
    if let outcomes = screen.outcomes {
      let done = outcomes.count(where: \.isDone)
      frame.box(
        rect, title: "\(done) of \(outcomes.count) recorded", role: .frameLineFocused)
      drawOutcomes(outcomes, inner, on: &frame)
      return
    }
    frame.box(
      rect, title: screen.question { trays.title(of: $0) }, role: .frameLineFocused,
      titleRole: screen.isChoosing || screen.isExplaining ? .heading : .danger)
    if screen.isChoosing {
      drawList(screen.trays.map { (trays.title(of: $0), true) }, inner, on: &frame)
    } else if screen.isExplaining {
      drawReason(inner, on: &frame)
    } else {
      drawQuestion(inner, on: &frame)
    }
  }

  /// The line on which the reason is typed.
  private func drawReason(_ inner: Rect, on frame: inout Frame) {
    let words = wrapped(displaySafe(screen.hint), to: inner.width)
    for (index, line) in words.enumerated() where index + 2 < inner.height {
      frame.show(line, row: inner.row + 2 + index, column: inner.column, role: .muted)
    }
    frame.prompt(
      screen.act == .done ? "done:" : "why:", screen.reason, row: inner.row, column: inner.column,
      width: inner.width)
  }

  /// The names of all, the sentence, and the buttons with the focus on going back.
  private func drawQuestion(_ inner: Rect, on frame: inout Frame) {
    let reason = screen.reason.trimmed
    let because = reason.isEmpty ? "" : ", because: \(reason)"
    let sentence =
      switch screen.act {
      case .acknowledge:
        "Each is acknowledged with “nothing for me”, as an entry of its own. It can be corrected, not taken back."
      case .done:
        "Each is recorded as done by itself"
          + (reason.isEmpty ? ", without a word on how" : ": \(reason)")
          + "; \(keys.name("undo")) takes them back one by one."
      case .move:
        "Each is moved as an entry of its own"
          + (because.isEmpty ? ", without a reason" : because) + ". Due times stay as they are."
      }
    let words = wrapped(sentence, to: inner.width)
    let names =
      screen.rows.map { (line(of: $0), StyleRole.text) }
      + screen.leftOut.map { ("\($0.name): \($0.sentence)", .muted) }
    let room = max(0, inner.height - words.count - 2)
    for (index, name) in names.prefix(names.count > room ? max(0, room - 1) : room).enumerated() {
      frame.show(
        name.0, row: inner.row + index, column: inner.column, role: name.1, maxWidth: inner.width)
    }
    if names.count > room, room > 0 {
      frame.show(
        "… and \(names.count - room + 1) more", row: inner.row + room - 1, column: inner.column,
        role: .muted)
    }
    var row = inner.row + inner.height - words.count - 1
    for line in words {
      frame.show(line, row: row, column: inner.column, role: .warning)
      row += 1
    }
    if screen.isSending {
      frame.show("Being recorded …", row: row, column: inner.column, role: .information)
      frame.focus(row: row, column: inner.column)
      return
    }
    let cancel = "[ Go back ]"
    frame.show(cancel, row: row, column: inner.column, role: .buttonFocused)
    frame.show(
      "  \(keys.name("bulk-record"))  Yes, record them", row: row,
      column: inner.column + cancel.count, role: .button,
      maxWidth: inner.width - cancel.count)
    frame.focus(row: row, column: inner.column)
  }

  /// Who it is and which step, then what whoever ticks it off must not forget.
  private func line(of row: TrayRow) -> String {
    let warnings = [
      row.absence?.isUnsafe == true ? "NOT SAFE there" : nil,
      row.risks.ours == .high || row.risks.police == .high ? "HIGH risk" : nil,
      row.markers.isEmpty ? nil : row.markersWords,
    ].compactMap { $0 }
    return ([row.name, row.wholeTitle(partWords)] + warnings + [row.reference]).joined(
      separator: " · ")
  }

  private func drawList(_ lines: [(String, Bool)], _ inner: Rect, on frame: inout Frame) {
    let top = firstRow(selected: screen.selected, count: lines.count, rows: inner.height)
    for index in 0..<max(0, inner.height) where top + index < lines.count {
      let (text, isGood) = lines[top + index]
      let isSelected = top + index == screen.selected
      let role: StyleRole = isSelected ? .selected : isGood ? .text : .warning
      let row = inner.row + index
      frame.touchable(
        Rect(row: row, column: inner.column, height: 1, width: inner.width), .row(top + index))
      frame.fill(Rect(row: row, column: inner.column, height: 1, width: inner.width), role: role)
      frame.show(text, row: row, column: inner.column, role: role, maxWidth: inner.width)
      if isSelected { frame.focus(row: row, column: inner.column) }
    }
  }

  /// What came of each row, whole: why something was refused must be readable.
  private func drawOutcomes(_ outcomes: [BulkOutcome], _ inner: Rect, on frame: inout Frame) {
    let lines = outcomes.dropFirst(screen.selected).flatMap { outcome in
      let text = "\(outcome.isDone ? "✓" : "!") \(outcome.name): \(outcome.sentence)"
      return wrapped(displaySafe(text), to: max(1, inner.width - 2)).enumerated().map {
        ($0.offset == 0 ? $0.element : "  " + $0.element, outcome.isDone)
      }
    }
    for (index, line) in lines.prefix(inner.height).enumerated() {
      frame.show(
        line.0, row: inner.row + index, column: inner.column, role: line.1 ? .done : .warning)
    }
    frame.focus(row: inner.row, column: inner.column)
  }
}
