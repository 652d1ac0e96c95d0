import Grid
import Workflow

/// One line of a form: the question, what is typed, what it means and what is wrong with it.
struct FormLine {
  let entry: FormEntry
  let isFocused: Bool
  /// Whether nobody typed in it since it got the keys: of a long text its beginning is read.
  var isOnlyPassed = false
  let isTriage: Bool
  var isZoomed = false
  let labelWidth: Int
  let now: Instant
  /// The key that shows whole what has no room here.
  var wholeKey = ""

  /// The rows that a line takes; the same whether it has the keys or not, so that nothing jumps.
  static func height(
    of entry: FormEntry, width: Int, labelWidth: Int, paragraphRows: Int
  ) -> Int {
    (entry.heading == nil ? 0 : 1) + (entry.isParagraph ? paragraphRows : 1)
      + choiceRows(of: entry, width: width).count
      + remarks(of: entry, width: width - labelWidth).count
  }

  /// What is said below the line: what is wrong, what looks odd, what another worker recorded.
  private static func remarks(of entry: FormEntry, width: Int, key: String = "") -> [(
    String, StyleRole
  )] {
    let remarks = entry.remarks
    // What is wrong is read whole; of a list of ninety choices the key at the foot shows the rest.
    return remarks.flatMap { text, role -> [(String, StyleRole)] in
      var rows = wrapped(displaySafe(text), to: max(10, width - 2))
      if rows.count > remarkRows {
        rows = Array(rows.prefix(remarkRows))
        rows[remarkRows - 1] = cut(rows[remarkRows - 1], to: width - 2, key)
      }
      return rows.enumerated().map { ($0.offset == 0 ? $0.element : "  " + $0.element, role) }
    }
  }

  /// A row behind which more stands, and the key that shows it.
  private static func cut(_ row: String, to width: Int, _ key: String) -> String {
    let more = key.isEmpty ? "…" : width < 40 ? "… \(key)" : "… \(key) shows all"
    let kept = clipped(row, to: max(8, width - DisplayWidth.of(more) - 1))
    return (kept.hasSuffix("…") ? String(kept.dropLast()) : kept) + " " + more
  }

  /// The most rows that one remark takes.
  private static let remarkRows = 6

  /// Who may be meant and why: a row each, or else one for who it is and as many as it takes for why.
  private static func choiceRows(of entry: FormEntry, width: Int) -> [(String, isChosen: Bool)] {
    entry.choices.prefix(4).enumerated().flatMap { index, choice in
      let isChosen = choice.code == entry.text.text
      let key = choice.code == "new" ? "n" : "\(index + 1)"
      let title = displaySafe("\(isChosen ? "▸" : " ")\(key) \(choice.title)")
      let because = displaySafe(choice.because)
      let whole = "\(title): \(because)"
      return DisplayWidth.of(whole) <= width - 2
        ? [(whole, isChosen)]
        : [(title, isChosen)]
          + wrapped(because, to: max(1, width - 5)).map { ("   " + $0, isChosen) }
    }
  }

  func draw(_ whole: Rect, on frame: inout Frame) {
    var rect = whole
    if let heading = entry.heading, !isZoomed, rect.height > 1 {
      frame.show(
        "── \(heading) ", row: rect.row, column: rect.column, role: .muted, maxWidth: rect.width)
      rect = Rect(
        row: rect.row + 1, column: rect.column, height: rect.height - 1, width: rect.width)
    }
    let mark = entry.field.isRequired ? "*" : entry.field.isNeededToFinish ? "~" : " "
    frame.show(
      mark + entry.field.label, row: rect.row, column: rect.column, role: .fieldLabel,
      maxWidth: labelWidth - 1)
    let column = rect.column + (isZoomed ? 0 : labelWidth)
    let width = rect.width - (isZoomed ? 0 : labelWidth)
    let choices = FormLine.choiceRows(of: entry, width: rect.width)
    let remarks = FormLine.remarks(of: entry, width: rect.width - labelWidth, key: wholeKey)
    let above = isZoomed ? 1 : 0
    let lines = max(1, rect.height - remarks.count - choices.count - above)
    let value = Rect(row: rect.row + above, column: column, height: lines, width: width)
    frame.fill(value, role: role)
    if isFocused { drawFocused(value, on: &frame) } else { drawResting(value, on: &frame) }
    if !entry.isParagraph { drawMeaning(value, on: &frame) }
    let end = rect.row + rect.height
    var row = rect.row + above + lines
    for choice in choices where row < end {
      frame.show(
        choice.0, row: row, column: rect.column + 2, role: choice.isChosen ? .text : .muted,
        maxWidth: rect.width - 2)
      row += 1
    }
    for (index, (text, role)) in remarks.enumerated() where row < end {
      let isCut = row == end - 1 && index < remarks.count - 1
      let text = isCut ? FormLine.cut(text, to: width, wholeKey) : text
      frame.show(text, row: row, column: column, role: role, maxWidth: width)
      row += 1
    }
  }

  private var role: StyleRole { isFocused ? .fieldFocused : .fieldValue }

  private func drawFocused(_ rect: Rect, on frame: inout Frame) {
    let text = entry.shown == entry.text.text ? entry.text : TextField(entry.shown)
    let shown = EditorLines(text, width: max(1, rect.width - 1))
    let isCut =
      isOnlyPassed && !isZoomed && entry.spelt.isEmpty && text.isAtEnd
      && shown.rows.count > rect.height
    let top = isCut ? 0 : max(0, shown.cursorRow - rect.height + 1)
    for line in 0..<rect.height where top + line < shown.rows.count {
      let row = shown.rows[top + line].text
      frame.show(
        isCut && line == rect.height - 1 ? clipped(row, to: rect.width - 3) + " …" : row,
        row: rect.row + line, column: rect.column, role: role, maxWidth: rect.width)
    }
    if isCut {
      // Whoever types on does so at the end, which comes into sight then.
      frame.focus(
        row: rect.row + rect.height - 1, column: rect.column + rect.width - 1, visibly: true)
      return
    }
    if entry.isEmpty, entry.spelt.isEmpty, let offer = entry.offer, rect.width > 12 {
      frame.show(
        clippedWhole(offer, to: rect.width), row: rect.row, column: rect.column,
        role: .placeholder, maxWidth: rect.width)
    }
    let column = min(shown.cursorColumn, rect.width - 1)
    if !entry.isEmpty, entry.text.isAtEnd, let name = entry.suggested, column + 6 < rect.width {
      frame.show(
        "→ \(displaySafe(name))", row: rect.row, column: rect.column + column + 2,
        role: .placeholder, maxWidth: rect.width - column - 2)
    }
    if !entry.spelt.isEmpty, !entry.manyCodes.isEmpty {
      drawSpelt(after: column, rect, on: &frame)
    } else {
      frame.focus(
        row: rect.row + shown.cursorRow - top, column: rect.column + column, visibly: true)
    }
  }

  /// What is offered as far as there is room: as many choices as are whole, and that there are more.
  private func clippedWhole(_ offer: String, to width: Int) -> String {
    if DisplayWidth.of(offer) <= width { return offer }
    var parts = offer.split(separator: ",")
    while parts.count > 1, parts.joined(separator: ",").count + 3 > width { parts.removeLast() }
    let shown = parts.joined(separator: ",")
    return shown.count + 3 <= width ? shown + ", …" : clipped(offer, to: width)
  }

  /// Draws the code that is being spelt after those that are chosen.
  private func drawSpelt(after column: Int, _ rect: Rect, on frame: inout Frame) {
    let gap = column == 0 ? 0 : 1
    let start = min(rect.column + column + gap, rect.column + rect.width - 1)
    let shown =
      displaySafe(entry.spelt) + " → " + (entry.offered.map(CodeWords.choice) ?? "no such choice")
    frame.show(
      shown, row: rect.row, column: start, role: .placeholder,
      maxWidth: max(1, rect.column + rect.width - start))
    let end = start + DisplayWidth.of(displaySafe(entry.spelt))
    frame.focus(row: rect.row, column: min(end, rect.column + rect.width - 1), visibly: true)
  }

  private func drawResting(_ rect: Rect, on frame: inout Frame) {
    if entry.text.text.isEmpty {
      // What the person decides is not a gap of the report.
      if isTriage, entry.isOfReport, entry.part == .look {
        frame.show(
          entry.field.isRequired
            ? entry.field.input == .instantOrUnknown ? "to be asked, or unknown" : "to be asked"
            : "not read in it", row: rect.row,
          column: rect.column, role: .placeholder, maxWidth: rect.width)
      } else if !isTriage, let offer = entry.offer, rect.width > 12 {
        frame.show(
          clippedWhole(offer, to: rect.width), row: rect.row, column: rect.column,
          role: .placeholder, maxWidth: rect.width)
      }
      return
    }
    let shown =
      entry.isParagraph
      ? wrapped(displaySafe(entry.text.text, keepNewlines: true), to: rect.width)
      : [displaySafe(entry.shown)]
    for line in 0..<min(rect.height, shown.count) {
      let isCut = line == rect.height - 1 && shown.count > rect.height
      frame.show(
        isCut ? clipped(shown[line], to: rect.width - 2) + " …" : shown[line],
        row: rect.row + line, column: rect.column, role: role, maxWidth: rect.width)
    }
  }

  /// Draws what was understood beside what was typed, and where it stands in the report.
  private func drawMeaning(_ rect: Rect, on frame: inout Frame) {
    var used = DisplayWidth.of(displaySafe(entry.shown)) + 2
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
