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
    let top = drawPrompts(inner, on: &frame)
    let hintRows = inner.height >= 12 ? 2 : 1
    let end = inner.row + inner.height - hintRows - (inner.height >= 12 ? 1 : 0)
    drawHint(
      Rect(
        row: end, column: inner.column, height: inner.row + inner.height - end,
        width: inner.width), box: rect, on: &frame)
    drawEntries(
      Rect(row: top, column: inner.column, height: end - top, width: inner.width), box: rect,
      on: &frame)
  }

  /// Draws what a person should know, and returns the row below it.
  private func drawPrompts(_ inner: Rect, on frame: inout Frame) -> Int {
    var row = inner.row
    let prompts = (form.news.map { [$0] } ?? []) + form.prompts
    let most = max(1, inner.height / 3)
    var lines: [(String, StyleRole)] = []
    for prompt in prompts {
      // What is wrong and what is to be asked differ from advice by their first sign.
      let role: StyleRole =
        prompt.hasPrefix("!") ? .warning : prompt.hasPrefix("?") ? .today : .information
      lines += wrapped(displaySafe(prompt), to: inner.width).map { ($0, role) }
    }
    for (index, line) in lines.prefix(most).enumerated() {
      let isCut = index == most - 1 && lines.count > most
      frame.show(
        isCut ? line.0 + " …" : line.0, row: row,
        column: inner.column, role: line.1, maxWidth: inner.width)
      row += 1
    }
    return lines.isEmpty || inner.height < 12 ? row : row + 1
  }

  /// Draws as many lines as fit, so that the focused one is among them.
  private func drawEntries(_ area: Rect, box: Rect, on frame: inout Frame) {
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
      let line = FormLine(
        entry: form.entries[index], isFocused: index == form.focus, isTriage: isTriage,
        labelWidth: labelWidth, now: desk.now)
      line.draw(
        Rect(row: row, column: area.column, height: min(height, end - row), width: area.width),
        on: &frame)
      row += height
    }
    if all > area.height {
      let text = " line \(form.focus + 1) of \(form.entries.count) "
      frame.show(
        text, row: box.row + box.height - 1, column: box.column + box.width - text.count - 2,
        role: .muted)
    }
  }

  private func height(of entry: FormEntry, width: Int) -> Int {
    FormLine.height(
      of: entry, width: width, paragraphRows: layout.size.height >= 22 ? 4 : 2)
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
    let lines = wrapped(displaySafe(entry.hint(isShort: area.height == 1)), to: area.width)
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

  /// Columns of the questions: the longest one whole, where that leaves most of the row to answers.
  private var labelWidth: Int {
    let longest = form.entries.map { DisplayWidth.of($0.field.label) }.max() ?? 0
    return min(longest + 3, layout.size.width * 2 / 5)
  }
}

extension FormEntry {
  /// What the line takes and where its value comes from, for the foot of the form.
  fileprivate func hint(isShort: Bool) -> String {
    if isShort, choices.isEmpty, !codes.isEmpty { return codes.joined(separator: ", ") }
    var parts: [String] = []
    if let note { parts.append("\(field.label): \(note)") }
    if !choices.isEmpty {
      parts.append("A number chooses; n: not on the register; F3 shows the report")
    } else if !codes.isEmpty {
      parts.append("Space or a letter chooses: " + codes.joined(separator: ", "))
    } else {
      switch field.input {
      case .paragraph: parts.append("Enter begins a new line; Ctrl-S saves")
      case .line: break
      default: parts.append("Takes \(field.input.words)")
      }
    }
    if !field.isRequired, parts.isEmpty { parts.append("\(field.label) may stay empty") }
    if field.isRequired, note == nil { parts.append("* needed") }
    return parts.joined(separator: " · ")
  }
}
