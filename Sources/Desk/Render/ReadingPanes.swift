import Grid
import Workflow

/// A text to read, a line a row.
struct TextPane {
  let title: String
  let lines: [Span]
  let scroll: Int
  let layout: Layout

  func draw(on frame: inout Frame) {
    let rect = layout.body
    frame.box(rect, title: title, role: .frameLineFocused)
    let inner = rect.inset(rows: 1, columns: 2)
    let rows = lines.flatMap { span in
      wrapped(displaySafe(span.text), to: inner.width).map { Span($0, span.role) }
    }
    let top = min(scroll, max(0, rows.count - inner.height))
    for line in 0..<inner.height where top + line < rows.count {
      let span = rows[top + line]
      frame.show(
        span.text, row: inner.row + line, column: inner.column, role: span.role,
        maxWidth: inner.width)
    }
    if rows.count > inner.height {
      let text = " \(min(top + inner.height, rows.count)) of \(rows.count) "
      frame.show(
        text, row: rect.row + rect.height - 1, column: rect.width - text.count - 2, role: .muted)
    }
    frame.focus(row: inner.row, column: inner.column)
  }
}

extension Explanation {
  /// The explanation as lines of a pane.
  var paneLines: [Span] {
    sections.flatMap { section in
      [Span(section.heading, .heading)] + section.lines.map { Span("  " + $0) } + [Span("")]
    }
  }
}

/// Help, narrowed by what is typed.
struct HelpPane {
  let desk: Desk
  let help: HelpScreen
  let layout: Layout

  func draw(on frame: inout Frame) {
    let rect = layout.body
    frame.box(rect, title: "Help · type to narrow, Enter runs", role: .frameLineFocused)
    let inner = rect.inset(rows: 1, columns: 2)
    let prompt = "> \(help.filter)"
    frame.show(
      prompt, row: inner.row, column: inner.column, role: .fieldFocused, maxWidth: inner.width)
    let lines = help.lines(in: desk)
    let rows = inner.height - 2
    let top = max(0, min(help.selected - rows / 2, lines.count - rows))
    for line in 0..<max(0, rows) where top + line < lines.count {
      let item = lines[top + line]
      let isSelected = top + line == help.selected
      let role: StyleRole = isSelected ? .selected : item.reason == nil ? .text : .muted
      let row = inner.row + 2 + line
      frame.fill(Rect(row: row, column: inner.column, height: 1, width: inner.width), role: role)
      let keys = fitted(item.command.keyNames, to: 14)
      let why = item.reason.map { " — \($0)" } ?? ""
      frame.show(
        "\(keys) \(item.command.sentence)\(why)", row: row, column: inner.column, role: role,
        maxWidth: inner.width)
    }
    if lines.isEmpty {
      frame.show(
        "No command fits. Backspace widens the list.", row: inner.row + 2,
        column: inner.column, role: .muted)
    }
    frame.focus(row: inner.row, column: inner.column + DisplayWidth.of(prompt), visibly: true)
  }
}

/// Find.
struct FindPane {
  let find: FindScreen
  let layout: Layout

  func draw(on frame: inout Frame) {
    let rect = layout.body
    frame.box(rect, title: "Find · name, reference, police reference", role: .frameLineFocused)
    let inner = rect.inset(rows: 1, columns: 2)
    let prompt = "/ \(find.text)"
    frame.show(
      prompt, row: inner.row, column: inner.column, role: .fieldFocused, maxWidth: inner.width)
    for (line, hit) in find.hits.prefix(max(0, inner.height - 2)).enumerated() {
      let role: StyleRole = line == find.selected ? .selected : .text
      let row = inner.row + 2 + line
      frame.fill(Rect(row: row, column: inner.column, height: 1, width: inner.width), role: role)
      let taken = frame.show(
        hit.title, row: row, column: inner.column, role: role,
        maxWidth: inner.width)
      frame.show(
        "  \(hit.detail)", row: row, column: inner.column + taken, role: role,
        maxWidth: inner.width - taken)
    }
    if find.hits.isEmpty, !find.text.trimmed.isEmpty {
      frame.show("Nobody found.", row: inner.row + 2, column: inner.column, role: .muted)
    }
    frame.focus(row: inner.row, column: inner.column + DisplayWidth.of(prompt), visibly: true)
  }
}
