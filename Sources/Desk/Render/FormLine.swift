import Grid
import Workflow

/// One line of a form: the question, what is typed, what it means and what is wrong with it.
struct FormLine {
  let entry: FormEntry
  let isFocused: Bool
  let isTriage: Bool
  let labelWidth: Int
  let now: Instant

  /// The rows that a line takes; the same whether it has the keys or not, so that nothing jumps.
  static func height(of entry: FormEntry, width: Int, paragraphRows: Int) -> Int {
    (entry.isParagraph ? paragraphRows : 1) + choiceRows(of: entry, width: width).count
      + (entry.error == nil ? 0 : 1)
  }

  /// Who may be meant and why: a row each, or two where one is too short.
  private static func choiceRows(of entry: FormEntry, width: Int) -> [(String, isChosen: Bool)] {
    entry.choices.prefix(4).enumerated().flatMap { index, choice in
      let isChosen = choice.code == entry.text.text
      let key = choice.code == "new" ? "n" : "\(index + 1)"
      let title = displaySafe("\(isChosen ? "▸" : " ")\(key) \(choice.title)")
      let because = displaySafe(choice.because)
      let whole = "\(title): \(because)"
      return DisplayWidth.of(whole) <= width - 2
        ? [(whole, isChosen)] : [(title, isChosen), ("   " + because, isChosen)]
    }
  }

  func draw(_ rect: Rect, on frame: inout Frame) {
    let mark = entry.field.isRequired ? "*" : " "
    frame.show(
      mark + entry.field.label, row: rect.row, column: rect.column, role: .fieldLabel,
      maxWidth: labelWidth - 1)
    let column = rect.column + labelWidth
    let width = rect.width - labelWidth
    let choices = FormLine.choiceRows(of: entry, width: rect.width)
    let below = (entry.error == nil ? 0 : 1) + choices.count
    let lines = max(1, rect.height - below)
    let value = Rect(row: rect.row, column: column, height: lines, width: width)
    frame.fill(value, role: role)
    if isFocused { drawFocused(value, on: &frame) } else { drawResting(value, on: &frame) }
    if !entry.isParagraph { drawMeaning(value, on: &frame) }
    let end = rect.row + rect.height
    var row = rect.row + lines
    for choice in choices where row < end {
      frame.show(
        choice.0, row: row, column: rect.column + 2, role: choice.isChosen ? .text : .muted,
        maxWidth: rect.width - 2)
      row += 1
    }
    if let error = entry.error, row < end {
      frame.show("✗ \(error)", row: row, column: column, role: .error, maxWidth: width)
    }
  }

  private var role: StyleRole { isFocused ? .fieldFocused : .fieldValue }

  private func drawFocused(_ rect: Rect, on frame: inout Frame) {
    let rows = EditorLines(entry.text, width: max(1, rect.width - 1))
    let top = max(0, rows.cursorRow - rect.height + 1)
    for line in 0..<rect.height where top + line < rows.lines.count {
      frame.show(
        rows.lines[top + line], row: rect.row + line, column: rect.column, role: role,
        maxWidth: rect.width)
    }
    frame.focus(
      row: rect.row + rows.cursorRow - top, column: rect.column + rows.cursorColumn, visibly: true)
  }

  private func drawResting(_ rect: Rect, on frame: inout Frame) {
    if entry.text.text.isEmpty {
      // What the person decides is not a gap of the report.
      if isTriage, entry.isOfReport {
        frame.show(
          entry.field.isRequired ? "to be asked" : "not in the report", row: rect.row,
          column: rect.column, role: .placeholder, maxWidth: rect.width)
      }
      return
    }
    let shown =
      entry.isParagraph
      ? wrapped(displaySafe(entry.text.text, keepNewlines: true), to: rect.width)
      : [displaySafe(entry.text.text)]
    for line in 0..<min(rect.height, shown.count) {
      let isCut = line == rect.height - 1 && shown.count > rect.height
      frame.show(
        isCut ? clipped(shown[line], to: rect.width - 2) + " …" : shown[line],
        row: rect.row + line, column: rect.column, role: role, maxWidth: rect.width)
    }
  }

  /// Draws what was understood beside what was typed, and where it stands in the report.
  private func drawMeaning(_ rect: Rect, on frame: inout Frame) {
    var used = DisplayWidth.of(displaySafe(entry.text.text)) + 2
    func show(_ text: String, _ role: StyleRole, atLeast: Int) {
      let room = rect.width - used
      guard room >= min(DisplayWidth.of(text), atLeast) else { return }
      used +=
        2 + frame.show(text, row: rect.row, column: rect.column + used, role: role, maxWidth: room)
    }
    if let echo = entry.echo(now: now) {
      let isFine = echo.hasPrefix("=") && !echo.hasSuffix("in the future")
      show(displaySafe(echo), isFine ? .success : .warning, atLeast: 60)
    }
    if let note = entry.note {
      used = max(used, entry.choices.isEmpty ? rect.width / 2 : 0)
      show(displaySafe(note), .muted, atLeast: 12)
    }
  }
}
