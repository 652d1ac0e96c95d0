import Grid
import Workflow

/// A form: what to know above, its lines, and what the focused line takes below.
struct FormPane {
  let desk: Desk
  let form: FormScreen
  let layout: Layout

  func draw(on frame: inout Frame) {
    let rect = layout.body
    frame.box(rect, title: form.title, role: .frameLineFocused)
    let inner = rect.inset(rows: 1, columns: 2)
    let rule = inner.height >= 12 ? 1 : 0
    let end = inner.row + inner.height - shape.hintRows - rule
    drawHint(
      Rect(
        row: end, column: inner.column, height: inner.row + inner.height - end,
        width: inner.width), box: rect, on: &frame)
    if form.isZoomed, form.entries.indices.contains(form.focus) {
      line(form.focus, isZoomed: true).draw(
        Rect(row: inner.row, column: inner.column, height: end - inner.row, width: inner.width),
        on: &frame)
      return
    }
    let lines = Rect(
      row: inner.row, column: inner.column, height: inner.height, width: shape.width)
    let points = FormPointsPane(points: form.points, layout: layout)
    if shape.sideWidth > 0 {
      points.drawBeside(
        Rect(
          row: inner.row, column: inner.column + shape.width + 3, height: end - inner.row,
          width: shape.sideWidth), box: rect, on: &frame)
    }
    let top = drawPrompts(lines, points, box: rect, on: &frame)
    drawEntries(
      Rect(row: top, column: inner.column, height: end - top, width: shape.width), box: rect,
      on: &frame)
  }

  private func line(_ index: Int, isZoomed: Bool = false) -> FormLine {
    FormLine(
      entry: form.entries[index], isFocused: index == form.focus,
      isOnlyPassed: form.isOnlyPassed, isTriage: isTriage,
      isZoomed: isZoomed, labelWidth: shape.labelWidth, now: desk.now,
      wholeKey: desk.keymap.name("to-mind"))
  }

  /// Draws what a person should know, and returns the row below it.
  private func drawPrompts(
    _ inner: Rect, _ points: FormPointsPane, box: Rect, on frame: inout Frame
  ) -> Int {
    var row = inner.row
    let shape = shape
    for (text, role) in headRows(of: form.head, shape) {
      frame.show(text, row: row, column: inner.column, role: role, maxWidth: inner.width)
      row += 1
    }
    row = drawUndone(row: row, inner, on: &frame)
    if shape.sideWidth == 0 {
      if inner.height < 12 {
        points.drawInFrame(box, on: &frame)
      } else if points.drawAbove(row: row, inner, on: &frame) {
        row += 1
      }
    }
    return row == inner.row || inner.height < 12 ? row : row + 1
  }

  /// The rows of what a person should know: all of it, or as much of each as there is room for; the
  /// key that shows the rest is named at the end.
  private func headRows(of head: [String], _ shape: FormShape) -> [(String, StyleRole)] {
    let (width, most) = (shape.width, shape.headRows)
    let lines = head.map { (wrapped(displaySafe($0), to: width), role(of: $0)) }
    if !shape.isCut(head) {
      return lines.flatMap { rows, role in rows.map { ($0, role) } }
    }
    let shown = lines.count > most ? max(0, most - 1) : lines.count
    var spare = most - shown - (lines.count > most ? 1 : 0)
    var all: [(String, StyleRole)] = []
    for (rows, role) in lines.prefix(shown) {
      let count = min(rows.count, 1 + spare)
      spare -= count - 1
      var part = Array(rows.prefix(count))
      if count < rows.count { part[count - 1] = clipped(part[count - 1], to: width - 2) + " …" }
      all += part.map { ($0, role) }
    }
    let key = desk.keymap.name("to-mind")
    if lines.count > shown {
      all.append(("… \(lines.count - shown) more: \(key) shows all", .information))
    } else if let last = all.popLast() {
      let end = " … \(key)"
      all.append((clipped(last.0, to: width - DisplayWidth.of(end)) + end, last.1))
    }
    return all
  }

  /// What is wrong and what is to be asked differ from advice by their first sign.
  private func role(of prompt: String) -> StyleRole {
    prompt.hasPrefix("!") ? .warning : prompt.hasPrefix("?") ? .today : .information
  }

  /// Draws what would be left undone in the rows that the questions leave; what presses takes rows from them, as
  /// long as the one that has the keys is seen.
  ///
  /// - Returns: the row below it.
  private func drawUndone(row: Int, _ inner: Rect, on frame: inout Frame) -> Int {
    guard !form.undone.isEmpty else { return row }
    let heights = form.entries.map { height(of: $0, width: inner.width) }
    let rule = inner.height >= 12 ? 1 : 0
    let room = inner.height - (row - inner.row) - shape.hintRows - 2 * rule - 1
    let focused = heights.indices.contains(form.focus) ? heights[form.focus] : 1
    let undone = UndoneRows(
      form, width: inner.width, most: room - focused, spare: room - heights.reduce(0, +),
      key: desk.keymap.name("to-mind"))
    for (index, line) in undone.rows.enumerated() {
      frame.show(
        line.text, row: row + index, column: inner.column, role: line.role, maxWidth: inner.width)
    }
    return row + undone.rows.count
  }

  /// Draws as many lines as fit, so that the focused one is among them.
  private func drawEntries(_ whole: Rect, box: Rect, on frame: inout Frame) {
    let area = drawChosenChild(whole, on: &frame)
    let heights = form.entries.map { height(of: $0, width: area.width) }
    let all = heights.reduce(0, +)
    var first = 0
    while first < form.focus, heights[first...form.focus].reduce(0, +) > area.height { first += 1 }
    // The last lines leave no gap above them.
    while first > 0, heights[(first - 1)...].reduce(0, +) <= area.height { first -= 1 }
    var row = area.row
    let end = area.row + area.height
    for index in first..<form.entries.count {
      var height = heights[index]
      guard row + height <= end || index == form.focus else { break }
      if index == form.entries.count - 1, form.entries[index].isParagraph {
        height = max(height, end - row)
      }
      frame.touchable(
        Rect(row: row, column: area.column, height: min(height, end - row), width: area.width),
        .row(index))
      line(index).draw(
        Rect(row: row, column: area.column, height: min(height, end - row), width: area.width),
        on: &frame)
      row += height
    }
    if all > area.height {
      // A small frame's foot has its room for what is to be minded.
      let wanted = layout.body.height >= 14 ? form.wanted.count : 0
      let rest =
        wanted == 0 ? "" : "\(wanted) wanted: \(desk.keymap.name("next-wanted")) · "
      let text = " \(rest)line \(form.focus + 1) of \(form.entries.count) "
      frame.show(
        text, row: box.row + box.height - 1, column: box.column + box.width - text.count - 2,
        role: .muted)
    }
  }

  private func height(of entry: FormEntry, width: Int) -> Int {
    FormLine.height(
      of: entry, width: width, labelWidth: shape.labelWidth, paragraphRows: shape.paragraphRows)
  }

  /// Keeps in sight whom a triage is about once the line that chose the child is out of it.
  ///
  /// - Returns: what is left of the area.
  private func drawChosenChild(_ area: Rect, on frame: inout Frame) -> Rect {
    guard isTriage, form.focus > 0, area.height > 3, let entry = form.entries.first else {
      return area
    }
    let heights = form.entries[...form.focus].map { height(of: $0, width: area.width) }
    guard heights.reduce(0, +) > area.height - 1 else { return area }
    let other = form.typed("child-id")
    let title =
      !other.isEmpty
      ? "Child \(other)"
      : entry.choices.first { $0.code == entry.text.text }?.title ?? "No child is chosen yet"
    frame.show(
      "▸ \(title)", row: area.row, column: area.column,
      role: entry.isEmpty && other.isEmpty ? .warning : .heading, maxWidth: area.width)
    return Rect(
      row: area.row + 1, column: area.column, height: area.height - 1, width: area.width)
  }

  /// Draws what the focused line takes.
  private func drawHint(_ area: Rect, box: Rect, on frame: inout Frame) {
    guard form.entries.indices.contains(form.focus) else { return }
    var row = area.row
    if area.height > 2 {
      frame.boxDivider(box, row: row, role: .frameLine)
      row += 1
    }
    let entry = form.entries[form.focus]
    let lines = wrapped(
      displaySafe(
        entry.hint(
          isShort: area.height == 1, room: area.width * min(2, area.height), now: desk.now,
          keys: desk.keymap)),
      to: area.width)
    for line in lines where row < area.row + area.height {
      let isCut = row == area.row + area.height - 1 && line != lines.last
      frame.show(
        isCut ? line + " …" : line, row: row, column: area.column, role: .muted,
        maxWidth: area.width)
      row += 1
    }
  }

  private var isTriage: Bool {
    if case .triage = form.purpose { true } else { false }
  }

  private var shape: FormShape { FormShape(form, layout: layout) }
}
