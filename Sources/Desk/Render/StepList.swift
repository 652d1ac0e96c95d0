import Grid
import Workflow

/// The work steps of a child's page.
struct StepList {
  let screen: ChildScreen
  let now: Instant
  /// Which keys ask for what.
  let keys: Keymap

  func draw(_ rect: Rect, on frame: inout Frame) {
    guard rect.height > 2 else { return }
    let (steps, folded) = (screen.steps, screen.folded)
    let hasKeys = !screen.isTimelineFocused
    // What is folded is open all the same.
    let givenUp = steps.count { screen.givenUp.contains($0.id) }
    let open = steps.count { $0.isOpen } + folded.unlimited - givenUp
    let hasHeading = rect.height >= 6
    let first = rect.row + (hasHeading ? 2 : 1)
    let hasDetail = rect.height >= 9 && !steps.isEmpty
    let rows = rect.row + rect.height - 1 - first - (hasDetail ? 1 : 0)
    let top = firstRow(selected: screen.selected, count: steps.count, rows: rows)
    frame.box(
      rect,
      title: "Work steps · \(open)"
        + (screen.filteredOut > 0 ? " of \(open + screen.filteredOut) open" : " open")
        + (folded.unlimited > 0 ? " · \(open - folded.unlimited) here" : "")
        + overdue(inSight: top..<top + max(0, rows))
        + (givenUp > 0 ? " · \(givenUp) to be given up" : ""),
      role: hasKeys ? .frameLineFocused : .frameLine)
    let columns = Columns(width: rect.width - 2, steps.map { words(of: $0, among: steps) })
    if hasHeading {
      frame.fill(
        Rect(row: rect.row + 1, column: rect.column + 1, height: 1, width: rect.width - 2),
        role: .tableHeader)
      columns.draw(
        ["", "step", "time", "", "due or ended", "who"], row: rect.row + 1,
        column: rect.column + 1, role: .tableHeader, on: &frame)
    }
    let bars = StepBars(
      steps: steps.filter { hasBar($0) }.map { words(of: $0, among: steps) },
      room: columns.widths[1] - 1, isBesideWho: columns.widths[5] > 0)
    for line in 0..<rows where top + line < steps.count {
      let step = steps[top + line]
      let isSelected = top + line == screen.selected
      let role: StyleRole =
        isSelected ? (hasKeys ? .selected : .selectedUnfocused) : self.role(of: step)
      let row = first + line
      frame.touchable(
        Rect(row: row, column: rect.column + 1, height: 1, width: rect.width - 2), .row(top + line))
      frame.fill(
        Rect(row: row, column: rect.column + 1, height: 1, width: rect.width - 2), role: role)
      columns.draw(
        cells(of: step, among: steps, in: columns, bars), row: row, column: rect.column + 1,
        role: role,
        on: &frame)
      if isSelected && hasKeys { frame.focus(row: row, column: rect.column + 1) }
    }
    if steps.isEmpty {
      frame.show(
        empty, row: first, column: rect.column + 2, role: .muted, maxWidth: rect.width - 4)
      if hasKeys { frame.focus(row: first, column: rect.column + 2) }
    }
    if hasDetail, steps.indices.contains(screen.selected) {
      let detail = displaySafe(words(of: steps[screen.selected], among: steps).detail)
      let room = rect.width - 4
      // What is cut says where all of it is read.
      let key = " … \(keys.name("why"))"
      frame.show(
        "  "
          + (DisplayWidth.of(detail) > room
            ? clipped(detail, to: room - DisplayWidth.of(key)) + key : detail),
        row: first + rows, column: rect.column + 1, role: .muted, maxWidth: rect.width - 2)
    }
    let end = rect.row + rect.height - 1
    var room = rect.width - 4
    if steps.count > rows {
      let text = " \(top + 1) to \(top + rows) of \(steps.count) "
      room -= text.count + 1
      frame.show(
        text, row: end, column: rect.column + rect.width - text.count - 2, role: .muted)
    }
    frame.show(
      words(of: folded, in: room), row: end, column: rect.column + 2, role: .muted, maxWidth: room)
  }

  /// ` · 2 overdue, 1 below: Offer interview`: how many are late, and which of them the rows do not show.
  private func overdue(inSight rows: Range<Int>) -> String {
    let late = screen.steps.indices.filter { place in
      let step = screen.steps[place]
      return step.standing(asOf: now) == .overdue && !screen.givenUp.contains(step.id)
    }
    if late.isEmpty { return "" }
    let count = " · \(late.count) overdue"
    // Those below come first: who opens the page stands at its top.
    for (side, way) in [
      (late.filter { $0 >= rows.upperBound }, "below"),
      (late.filter { $0 < rows.lowerBound }, "above"),
    ] {
      guard let first = side.first else { continue }
      let number = side.count == late.count ? "" : "\(side.count) "
      return "\(count), \(number)\(way): \(screen.steps[first].shortTitle)"
    }
    return count
  }

  /// What stands where no step does: that a filter leaves none is not that nothing is to be done.
  private var empty: String {
    if !screen.narrowing.words.isEmpty {
      return screen.filteredOut > 0 ? "Nothing fits · \(screen.filteredOut) open" : "Nothing fits"
    }
    guard let report = screen.page.waiting.first else { return "Nothing to do." }
    return "\(report.head): \(keys.name("do-step")) opens it."
  }

  /// How much is out of sight, and which key shows it.
  private func words(of folded: ChildScreen.Folded, in room: Int) -> String {
    let key = keys.name("settled")
    if folded.count == 0 { return screen.isUnfolded ? " \(key) folds " : "" }
    let parts = [
      folded.unlimited > 0
        ? "\(folded.unlimited) step\(folded.unlimited == 1 ? "" : "s") without a limit" : nil,
      folded.settled > 0 ? "\(folded.settled) settled" : nil,
    ].compactMap { $0 }
    let whole = " + \(parts.joined(separator: ", ")): \(key) shows them "
    return whole.count <= room ? whole : " +\(folded.count): \(key) "
  }

  /// The columns: the bar comes and goes first, then who, then the due time.
  private struct Columns {
    let widths: [Int]
    /// Columns of the bar, its gap included; 0 for none.
    var bar: Int { widths[3] }

    /// Shares a width among them by what the steps say: no name is cut to make room for whose it is.
    init(width: Int, _ steps: [StepWords]) {
      let time = min(15, max(9, (steps.map { DisplayWidth.of($0.standing) }.max() ?? 0) + 1))
      let bar = width >= 100 ? 11 : 0
      // A date of another year says its year.
      let due =
        width < 60 ? 0 : max(17, (steps.map { DisplayWidth.of($0.when(in: 17)) }.max() ?? 0) + 1)
      let rest = width - 2 - time - bar - due
      let half = rest >= 34 ? min(rest / 2, 44) : 0
      let whole = steps.map { DisplayWidth.of($0.name(in: .max, isBesideWho: half > 0)) }.max() ?? 0
      let least = steps.map { $0.leastWidth(isBesideWho: half > 0) }.max() ?? 0
      // Whole names where whose it is keeps its words; the field's short ones where it does not.
      let name = rest - 22 > whole ? whole + 1 : max(least + 1, rest - 22)
      var who = half == 0 ? 0 : max(12, min(half, rest - name))
      // Where a column is cut while the other has room to spare, the room goes to it.
      let words = min(44, steps.map { DisplayWidth.of(displaySafe($0.who)) }.max() ?? 0)
      if half > 0, whole >= rest - who || words >= who {
        let wanted = max(12, words + 1)
        who =
          whole + 1 + wanted <= rest
          ? wanted
          : Columns.fewestCuts(
            in: rest, steps, from: max(12, min(wanted, rest - least - 1)), to: wanted)
      }
      widths = [2, rest - who, time, bar, due, who]
    }

    /// How wide the last column is where neither has room for all its words: so that the fewest rows are
    /// cut, be it a name or whose it is; one long name does not take the room from all the others.
    private static func fewestCuts(
      in rest: Int, _ steps: [StepWords], from least: Int, to most: Int
    ) -> Int {
      let rows = steps.map { ($0.leastWidth(isBesideWho: true), $0.leastWho) }
      let widths = least...max(least, min(most, rest - 14))
      return widths.min { one, other in
        func cuts(_ who: Int) -> Int {
          rows.count { $0.0 > rest - who - 1 } + rows.count { $0.1 > who - 1 }
        }
        return cuts(one) < cuts(other)
      } ?? least
    }

    func draw(_ cells: [String], row: Int, column: Int, role: StyleRole, on frame: inout Frame) {
      var at = column
      for (cell, width) in zip(cells, widths) where width > 0 {
        frame.show(
          fitted(displaySafe(cell), to: width - 1), row: row, column: at, role: role)
        at += width
      }
    }
  }

  private func words(of step: WorkStep, among steps: [WorkStep]) -> StepWords {
    StepWords(
      step: step, steps: steps, viewer: screen.viewer, procedure: screen.page.procedure, now: now,
      lastDone: step.isOngoing ? screen.page.child.lastAct(of: step) : nil,
      isGivenUp: screen.givenUp.contains(step.id))
  }

  private func cells(
    of step: WorkStep, among steps: [WorkStep], in columns: Columns, _ bars: StepBars
  ) -> [String] {
    let words = words(of: step, among: steps)
    let sign: String =
      switch step.standing(asOf: now) {
      // As in the form of the closure.
      case _ where words.isGivenUp: "✗"
      case _ where step.isEndedWithRecord: "–"
      case .overdue: "!"
      case .due, .comingUp: Urgency(of: step, now: now).sign
      case .done: "✓"
      case .cancelled, .notRequired:
        if case .leftUndone = step.outcome { "✗" } else { "–" }
      }
    let bar = hasBar(step) ? { self.bar(of: step, width: $0) } : { _ in "" }
    var name = words.nameWithDuty(in: columns.widths[1] - 1, isBesideWho: columns.widths[5] > 0)
    // Without a column of its own the bar stands where the name leaves room, at the end of its column.
    if columns.bar == 0 { name = bars.name(displaySafe(name), bar(bars.width)) }
    return [
      sign, name, words.standing, columns.bar > 0 ? bar(columns.bar - 1) : "",
      words.when(in: columns.widths[4] - 1),
      words.who(in: columns.widths[5] - 1),
    ]
  }

  /// Whether time is left of a limit, so that a bar shows it.
  private func hasBar(_ step: WorkStep) -> Bool {
    guard step.isOpen, !screen.givenUp.contains(step.id), let due = step.comesUp else {
      return false
    }
    return now < due && step.opens < due
  }

  private func bar(of step: WorkStep, width: Int) -> String {
    step.comesUp.map { timeBar(opens: step.opens, due: $0, now: now, width: width) } ?? ""
  }

  private func role(of step: WorkStep) -> StyleRole {
    switch step.standing(asOf: now) {
    case _ where screen.givenUp.contains(step.id) || step.isEndedWithRecord: .notRequired
    case .overdue: .overdue
    case .due, .comingUp: Urgency(of: step, now: now).role
    case .done: .done
    case .cancelled, .notRequired: .notRequired
    }
  }
}
