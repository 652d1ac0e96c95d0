import Grid

/// The themes that there are, and what matters most as the selected one shows it.
struct ThemesPane {
  let screen: ThemesScreen
  let names: [String]
  let layout: Layout

  func draw(on frame: inout Frame) {
    let rect = layout.body
    frame.box(rect, title: "Themes · Enter keeps, Esc goes back", role: .frameLineFocused)
    let inner = rect.inset(rows: 1, columns: 2)
    let rows = max(0, inner.height)
    let longest = names.map { DisplayWidth.of(displaySafe($0)) }.max() ?? 0
    let width = min(longest + 4, inner.width / 2)
    let top = firstRow(selected: screen.selected, count: names.count, rows: rows)
    for line in 0..<rows where top + line < names.count {
      let isSelected = top + line == screen.selected
      let role: StyleRole = isSelected ? .selected : .text
      let row = inner.row + line
      let bar = Rect(row: row, column: inner.column, height: 1, width: width - 2)
      frame.fill(bar, role: role)
      frame.show(
        names[top + line], row: row, column: inner.column + 1, role: role, maxWidth: width - 3)
      frame.touchable(bar, .row(top + line))
      if isSelected { frame.focus(row: row, column: inner.column) }
    }
    drawSample(
      Rect(
        row: inner.row, column: inner.column + width, height: inner.height,
        width: inner.width - width), on: &frame)
  }

  private func drawSample(_ rect: Rect, on frame: inout Frame) {
    for (line, spans) in ThemesPane.sample.enumerated() where line < rect.height {
      frame.put(spans, row: rect.row + line, column: rect.column, maxWidth: rect.width)
    }
  }

  /// What a person meets on every shift, each in its role.
  private static let sample: [[Span]] = [
    [Span("due        episode       step           ", .tableHeader)],
    [Span("! 25h over E-2026-0398   Offer interview", .overdue)],
    [Span("● 3h 30m   E-2026-0407   Hold interview", .today)],
    [Span("  1d 13h   E-2026-0409   Offer interview", .text)],
    [Span("  a row that is selected                ", .selected)],
    [Span("✓ done", .done), Span("   – not required", .notRequired), Span("   + new", .badge)],
    [
      Span("contact ━ ", .stageDone), Span("[RHI]", .stageNow), Span(" ─ closing", .stageAhead),
    ],
    [Span("Rationale ", .fieldLabel), Span(" what was typed ", .fieldValue)],
    [Span("Risk      ", .fieldLabel), Span(" high           ", .fieldFocused)],
    [Span("✗ This must be filled in. ", .error), Span(" ! Odd. ", .warning)],
    [Span("Interview recorded. ", .success), Span("Good to know. ", .information)],
    [Span(" [ Go back ] ", .buttonFocused), Span(" y Yes ", .button), Span(" Close? ", .danger)],
    [Span("██████░░░░ 6 of 10", .chart)],
  ]
}
