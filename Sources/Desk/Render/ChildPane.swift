import Grid
import Workflow

/// A child's page: who it is, how far the record has come, the steps and the timeline.
struct ChildPane {
  let desk: Desk
  let screen: ChildScreen
  let layout: Layout

  func draw(on frame: inout Frame) {
    let rect = layout.body
    let header = ChildHeader(
      page: screen.page, now: desk.now, keys: desk.keymap, viewer: screen.viewer,
      draft: desk.draftBegun(on: screen.page.child.id)
    ).draw(in: rect, on: &frame)
    let line = screen.narrowing.isTyped || !screen.narrowing.text.isEmpty ? 1 : 0
    let rest = Rect(
      row: rect.row + header + line, column: 0, height: rect.height - header - line,
      width: rect.width)
    defer { drawNarrowing(row: rect.row + header, width: rect.width, on: &frame) }
    let steps = StepList(screen: screen, now: desk.now, keys: desk.keymap)
    if screen.isAlone || !layout.isWide && rest.height < 10 {
      // Room for one: Tab goes between them.
      if screen.isTimelineFocused {
        drawTimeline(rest, on: &frame)
      } else {
        steps.draw(rest, on: &frame)
      }
    } else if layout.isWide {
      let left = rest.width * 3 / 5
      steps.draw(Rect(row: rest.row, column: 0, height: rest.height, width: left), on: &frame)
      drawTimeline(
        Rect(row: rest.row, column: left, height: rest.height, width: rest.width - left),
        on: &frame)
    } else {
      let wanted = max(1, screen.steps.count) + 4
      // Whichever half has the keys has more of the rows, never all but one or two.
      let most = screen.isTimelineFocused ? rest.height * 2 / 5 : rest.height - 6
      let height = min(wanted, max(5, most))
      steps.draw(Rect(row: rest.row, column: 0, height: height, width: rest.width), on: &frame)
      drawTimeline(
        Rect(row: rest.row + height, column: 0, height: rest.height - height, width: rest.width),
        on: &frame)
    }
  }

  /// The words by which the page is narrowed, or nothing where it is whole.
  private func drawNarrowing(row: Int, width: Int, on frame: inout Frame) {
    let narrowing = screen.narrowing
    if narrowing.isTyped {
      frame.prompt(
        "filter:", narrowing.text, complaint: narrowing.complaint, row: row, column: 1,
        width: width - 2, isFocused: !narrowing.isOnRow)
    } else if !narrowing.text.isEmpty {
      let back = desk.keymap.name("step-back")
      frame.show(
        "filter: \(narrowing.text.trimmed) · \(back) shows all again", row: row, column: 1,
        role: .information, maxWidth: width - 2)
    }
  }

  private func drawTimeline(_ rect: Rect, on frame: inout Frame) {
    guard rect.height > 2 else { return }
    let hasKeys = screen.isTimelineFocused
    frame.box(
      rect,
      title: "Timeline · "
        + (screen.kind == .everything ? "newest first" : "\(screen.kind.rawValue) only"),
      role: hasKeys ? .frameLineFocused : .frameLine)
    let events = screen.entries
    if events.isEmpty, screen.kind != .everything || !screen.narrowing.words.isEmpty {
      let way =
        screen.kind == .everything ? "" : "; \(desk.keymap.name("timeline-kind")) shows other kinds"
      frame.show(
        "Nothing fits\(way)", row: rect.row + 1, column: rect.column + 2, role: .muted,
        maxWidth: rect.width - 4)
    }
    let rows = rect.height - 2
    let top = firstRow(selected: screen.line, count: events.count, rows: rows)
    for offset in 0..<rows where top + offset < events.count {
      let place = top + offset
      let entry = events[place]
      let row = rect.row + 1 + offset
      frame.touchable(
        Rect(row: row, column: rect.column + 1, height: 1, width: rect.width - 2), .line(place)
      )
      let isSelected = hasKeys && place == screen.line
      let isNew = screen.isFresh(entry)
      let line = TimelineLine(entry: entry, child: screen.page.child)
      let role: StyleRole =
        isSelected ? .selected : isNew ? .today : line.isWithdrawn ? .muted : .text
      frame.fill(
        Rect(row: row, column: rect.column + 1, height: 1, width: rect.width - 2), role: role)
      // What stands below the line that it corrects is indented: the order is that of those lines.
      let indent = entry.isBelow ? 2 : 0
      let column = rect.column + 2 + indent
      if indent > 0 {
        frame.show("└", row: row, column: column - 2, role: isSelected ? role : .muted)
      }
      // Where there is room both times stand side by side; else the second where it matters.
      let day = entry.happened.spoken(in: 17, asOf: desk.now)
      let first = max(17, day.count + 1)
      let times = rect.width >= 100 ? first + 17 : first
      if isNew { frame.show("+", row: row, column: column - 1, role: role) }
      frame.show(
        fitted(day, to: first), row: row, column: column,
        role: isSelected ? role : .muted)
      if times > first {
        frame.show(
          fitted("rec \(line.moment(entry.event.written))", to: 16), row: row,
          column: column + first,
          role: isSelected ? role : .muted)
      }
      frame.show(
        line.signedText(isOnlyTime: times == first), row: row, column: column + times, role: role,
        maxWidth: rect.width - 3 - times - indent)
      if isSelected { frame.focus(row: row, column: rect.column + 1) }
    }
  }
}
