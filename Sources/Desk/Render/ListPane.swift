import Grid
import Workflow

/// A list that fills the screen, one thing a line: what was begun, what was set aside, who may be played.
struct ListPane {
  /// What stands in the frame.
  let title: String
  /// The things; nothing while they are being read.
  let items: [Item]?
  /// The selected one.
  let selected: Int
  /// What is said where there is none.
  let empty: String
  /// What is said of the selected one below the list.
  var foot = ""
  /// Columns for what stands before a thing: a weekday, a day and a time.
  var markWidth = 17
  let layout: Layout

  /// One thing.
  struct Item {
    /// What stands before it: when.
    let mark: String
    let text: String
  }

  func draw(on frame: inout Frame) {
    let rect = layout.body
    frame.box(rect, title: title, role: .frameLineFocused)
    let inner = rect.inset(rows: 1, columns: 2)
    frame.focus(row: inner.row, column: inner.column)
    guard let items else { return }
    if items.isEmpty {
      for (index, line) in wrapped(empty, to: inner.width).prefix(inner.height).enumerated() {
        frame.show(line, row: inner.row + index, column: inner.column, role: .muted)
      }
      return
    }
    let lines = foot.isEmpty ? [] : wrapped(displaySafe(foot), to: inner.width)
    let footRows = inner.height > 6 ? min(lines.count, inner.height / 3) : 0
    let rows = inner.height - (footRows > 0 ? footRows + 1 : 0)
    let top = firstRow(selected: selected, count: items.count, rows: rows)
    for line in 0..<rows where top + line < items.count {
      draw(
        items[top + line], isSelected: top + line == selected, place: top + line,
        on: Rect(row: inner.row + line, column: inner.column, height: 1, width: inner.width),
        &frame)
    }
    guard footRows > 0 else { return }
    frame.boxDivider(rect, row: inner.row + rows, role: .frameLineFocused)
    for (index, line) in lines.prefix(footRows).enumerated() {
      frame.show(line, row: inner.row + rows + 1 + index, column: inner.column, role: .muted)
    }
  }

  private func draw(
    _ item: Item, isSelected: Bool, place: Int, on line: Rect, _ frame: inout Frame
  ) {
    frame.touchable(line, .row(place))
    let role: StyleRole = isSelected ? .selected : .text
    frame.fill(line, role: role)
    frame.show(
      fitted(item.mark, to: markWidth), row: line.row, column: line.column,
      role: isSelected ? role : .muted)
    frame.show(
      item.text, row: line.row, column: line.column + markWidth, role: role,
      maxWidth: max(1, line.width - markWidth))
    if isSelected { frame.focus(row: line.row, column: line.column) }
  }
}

extension ListPane {
  /// What a person has begun and not recorded.
  init(_ screen: DraftsScreen, asOf now: Instant, layout: Layout) {
    self.init(
      title: "Drafts · newest first",
      items: screen.marks?.map {
        Item(mark: $0.saved.spoken(in: 16, asOf: now), text: $0.title.isEmpty ? $0.key : $0.title)
      }, selected: screen.selected,
      empty:
        DraftsScreen.empty,
      layout: layout)
  }

  /// The reports that were set aside: which, on what ground, by whom and why.
  init(_ screen: AsidesScreen, asOf now: Instant, layout: Layout) {
    self.init(
      title: "Set aside · newest first",
      items: screen.rows?.map {
        Item(
          mark: $0.at?.spoken(in: 16, asOf: now) ?? "",
          text: displaySafe($0.line))
      }, selected: screen.selected,
      empty: AsidesScreen.empty,
      foot: screen.row?.pane ?? "", layout: layout)
  }

  /// Whose part may be played in a drill.
  init(_ screen: PeopleScreen, of desk: Desk, layout: Layout) {
    self.init(
      title: "Whose part to play" + (screen.text.isEmpty ? "" : ": \(displaySafe(screen.text))"),
      items: desk.parts(in: screen).map {
        Item(mark: $0 == desk.me ? "now" : "", text: desk.part(of: $0))
      }, selected: screen.selected, empty: screen.empty, layout: layout)
  }

  /// All that can be chosen in a line of a form, ticked where the line says it.
  init(_ screen: ChoicesScreen, keys: Keymap, layout: Layout) {
    let (tick, take) = (keys.name("tick"), keys.name("take-choices"))
    let count = screen.takesSeveral ? " · \(screen.ticked.count) ticked" : ""
    self.init(
      title: "\(screen.label)\(count)"
        + (screen.text.isEmpty ? "" : ": \(displaySafe(screen.text))"),
      items: screen.fitting.map { item in
        let isTicked = screen.ticked.contains(item.code)
        return Item(
          mark: screen.takesSeveral ? isTicked ? "[✓]" : "[ ]" : isTicked ? "✓" : "",
          text: item.words)
      }, selected: screen.selected, empty: "No choice is called so. Ctrl-U shows all.",
      foot: "Letters narrow; "
        + (screen.takesSeveral
          ? "\(tick) ticks each that is meant, \(take) takes them"
          : "\(take) takes the selected one, \(tick) ticks or unticks it")
        + "; \(keys.name("step-back")) leaves the line as it was.",
      markWidth: screen.takesSeveral ? 4 : 2, layout: layout)
  }
}
