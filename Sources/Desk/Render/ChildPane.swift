import Grid
import Workflow

/// A child's page: who it is, how far the record has come, the steps and the timeline.
struct ChildPane {
  let desk: Desk
  let screen: ChildScreen
  let layout: Layout

  func draw(on frame: inout Frame) {
    let rect = layout.body
    let header = drawHeader(rect, on: &frame)
    let rest = Rect(
      row: rect.row + header, column: 0, height: rect.height - header, width: rect.width)
    if layout.isWide {
      let left = rest.width * 11 / 20
      drawSteps(Rect(row: rest.row, column: 0, height: rest.height, width: left), on: &frame)
      drawTimeline(
        Rect(row: rest.row, column: left, height: rest.height, width: rest.width - left), on: &frame
      )
    } else {
      let steps = min(max(4, screen.steps.count + 2), max(4, rest.height * 3 / 5))
      drawSteps(Rect(row: rest.row, column: 0, height: steps, width: rest.width), on: &frame)
      drawTimeline(
        Rect(row: rest.row + steps, column: 0, height: rest.height - steps, width: rest.width),
        on: &frame)
    }
  }

  /// Draws who the child is and how far the record has come; returns the rows taken.
  private func drawHeader(_ rect: Rect, on frame: inout Frame) -> Int {
    let child = screen.page.child
    var first = [child.name]
    if let age = child.age(at: desk.now) { first.append("\(age)") }
    if let born = child.facts[.born] { first.append("born \(born.spoken)") }
    if let status = child.facts[.status] { first.append(status.rawValue) }
    if let markers = child.facts[Field<[String]>.markers], !markers.isEmpty {
      first.append(markers.joined(separator: " "))
    }
    frame.show(
      first.joined(separator: " · "), row: rect.row, column: 1, role: .heading,
      maxWidth: rect.width - 2)
    guard let record = screen.page.record, let episode = record.current else {
      frame.show(
        "No missing record. The front door or the missing coordinator opens one.",
        row: rect.row + 1, column: 1, role: .muted, maxWidth: rect.width - 2)
      return 2
    }
    drawStages(record, episode, row: rect.row + 1, width: rect.width, on: &frame)
    frame.show(
      absence(episode), row: rect.row + 2, column: 1,
      role: episode.isAway ? .due : .text, maxWidth: rect.width - 2)
    return 3
  }

  private func drawStages(
    _ record: MissingRecord, _ episode: Episode, row: Int, width: Int, on frame: inout Frame
  ) {
    var column = 1
    column += frame.show("\(episode.reference)  ", row: row, column: column, role: .text)
    let now = Stage.allCases.firstIndex(of: record.stage) ?? 0
    for (index, stage) in Stage.allCases.enumerated() {
      if index > 0 {
        column += frame.show(
          index <= now ? " ━ " : " ─ ", row: row, column: column,
          role: index <= now ? .stageDone : .stageAhead)
      }
      // Brackets tell the stage of now without colour.
      let text = index == now ? "[\(stage.title)]" : stage.title
      let role: StyleRole = index < now ? .stageDone : index == now ? .stageNow : .stageAhead
      column += frame.show(text, row: row, column: column, role: role, maxWidth: width - column)
    }
  }

  /// `away 1d 6h since Mon 19 Oct 21:15 · police risk medium · 2nd episode in 90 days`.
  private func absence(_ episode: Episode) -> String {
    var parts: [String] = []
    let away = Elapsed.short(seconds: episode.secondsAway(asOf: desk.now))
    if let start = episode.start {
      if let returned = episode.returned {
        parts.append("was away \(away), back \(returned.occurred.spokenShort)")
      } else if let found = episode.found {
        parts.append(
          "AWAY \(away) since \(start.at.spokenShort), found \(found.occurred.spokenShort)")
      } else {
        parts.append("AWAY \(away) since \(start.at.spokenShort)")
      }
    }
    if let category = episode.category?.value, category != .missing {
      parts.append(category.rawValue)
    }
    if let from = episode.from?.value { parts.append("from \(from.rawValue)") }
    if let risk = episode.policeRisk?.value { parts.append("police \(risk.rawValue)") }
    if let risk = episode.risk?.value { parts.append("rated \(risk.rawValue)") }
    let count = episode.start.map { screen.page.child.episodes(within: 90, upTo: $0.at) } ?? 1
    if count > 1 { parts.append("\(count) episodes in 90 days") }
    return parts.joined(separator: " · ")
  }

  private func drawSteps(_ rect: Rect, on frame: inout Frame) {
    guard rect.height > 2 else { return }
    let steps = screen.steps
    let open = steps.count { $0.isOpen }
    let hasKeys = !screen.isTimelineFocused
    frame.box(
      rect, title: "Work steps · \(open) open", role: hasKeys ? .frameLineFocused : .frameLine)
    let rows = rect.height - 2
    let top = max(0, min(screen.selected - rows / 2, steps.count - rows))
    for line in 0..<rows {
      let index = top + line
      guard index < steps.count else { break }
      let step = steps[index]
      let row = rect.row + 1 + line
      let isSelected = index == screen.selected
      let role: StyleRole =
        isSelected ? (hasKeys ? .selected : .selectedUnfocused) : stepRole(step)
      frame.fill(
        Rect(row: row, column: rect.column + 1, height: 1, width: rect.width - 2), role: role)
      drawStep(step, row: row, rect: rect, role: role, on: &frame)
      if isSelected && hasKeys { frame.focus(row: row, column: rect.column + 1) }
    }
    if steps.isEmpty {
      frame.show("Nothing to do.", row: rect.row + 1, column: rect.column + 2, role: .muted)
      if hasKeys { frame.focus(row: rect.row + 1, column: rect.column + 2) }
    }
  }

  private func stepRole(_ step: WorkStep) -> StyleRole {
    switch step.state(asOf: desk.now) {
    case .overdue: .overdue
    case .due, .comingUp: Urgency(due: step.due, now: desk.now).role
    case .done: .done
    case .cancelled, .notRequired: .notRequired
    }
  }

  private func drawStep(
    _ step: WorkStep, row: Int, rect: Rect, role: StyleRole, on frame: inout Frame
  ) {
    let state = step.state(asOf: desk.now)
    let sign: String =
      switch state {
      case .overdue: "!"
      case .due: "●"
      case .comingUp: Urgency(due: step.due, now: desk.now).sign
      case .done: "✓"
      case .cancelled, .notRequired: "–"
      }
    let inner = rect.width - 2
    let titleWidth = min(28, max(14, inner * 2 / 5))
    var title = step.id.step.title
    if step.id.occurrence > 1 { title += " \(step.id.occurrence)" }
    frame.show(sign, row: row, column: rect.column + 1, role: role)
    frame.show(fitted(title, to: titleWidth - 1), row: row, column: rect.column + 3, role: role)
    var text = state.words(due: step.isOpen ? step.due : nil, now: desk.now)
    switch step.outcome {
    case .done(let at, let late): text = "done \(at.spokenShort)\(late ? ", LATE" : "")"
    case .cancelled: text = "cancelled"
    case .notRequired: text = "not required"
    case .open: break
    }
    if step.isOpen, step.learntLate, state == .overdue { text += ", learnt late" }
    if step.isOpen, let due = step.due, inner >= 66 { text += " · \(due.spokenShort)" }
    text += " · " + ((step.chair.map { "chair \($0.title)" }) ?? step.tray.title)
    frame.show(
      text, row: row, column: rect.column + 3 + titleWidth, role: role,
      maxWidth: inner - titleWidth - 2)
  }

  private func drawTimeline(_ rect: Rect, on frame: inout Frame) {
    guard rect.height > 2 else { return }
    let hasKeys = screen.isTimelineFocused
    frame.box(
      rect, title: "Timeline · newest first", role: hasKeys ? .frameLineFocused : .frameLine)
    let events = screen.timeline
    for line in 0..<(rect.height - 2) {
      let index = screen.timelineTop + line
      guard index < events.count else { break }
      let event = events[index]
      let row = rect.row + 1 + line
      let late = event.recorded.since(event.occurred) > 900
      let when =
        event.occurred.spokenShort + (late ? " (recorded \(event.recorded.spokenShort))" : "")
      let text =
        "\(event.kind.title)\(event.summary.isEmpty ? "" : ": " + event.summary) · \(event.by.name)"
      var column = rect.column + 2
      column += frame.show(
        fitted(event.occurred.spokenShort, to: 17), row: row, column: column, role: .muted)
      frame.show(
        late && rect.width >= 100 ? "\(text) · \(when)" : text, row: row, column: column,
        maxWidth: rect.column + rect.width - column - 1)
      if hasKeys && line == 0 { frame.focus(row: row, column: rect.column + 2) }
    }
  }
}
