import Workflow

// What a command would be about: the selected step or row, and its child.

extension Desk {
  /// Changes the child's page in front.
  mutating func changeChild(_ change: (inout ChildScreen) -> Void) -> [Effect] {
    guard case .child(var screen) = stack.last else { return [] }
    change(&screen)
    stack[stack.count - 1] = .child(screen)
    return []
  }

  /// The child's page in front, or below what lies on it.
  var childScreen: ChildScreen? {
    for screen in stack.reversed() {
      if case .child(let child) = screen { return child }
    }
    return nil
  }

  /// Opens the selected line of the timeline whole.
  mutating func readEvent(_ screen: ChildScreen) -> [Effect] {
    guard screen.entries.indices.contains(screen.line) else { return [] }
    let entry = screen.entries[screen.line]
    let event = entry.event
    if event.kind == .reportAttached, let report = event[.report] {
      return [.loadReportText(report)]
    }
    let line = TimelineLine(entry: entry, child: screen.page.child)
    let became = line.corrections
    var lines = event.lines(of: screen.page.child) + (became.isEmpty ? [] : [""] + became)
    for other in entry.joined where other.kind != .withdrawn {
      lines += ["", other.kind.title] + other.lines(of: screen.page.child)
    }
    stack.append(.text(title: event.kind.title, lines: lines, scroll: 0))
    return []
  }

  /// The report that a command would be about on a child's page: that of the selected line of the
  /// timeline, or else the one that came last.
  var selectedReport: String? {
    guard let screen = childScreen else { return nil }
    let own = screen.isTimelineFocused ? selectedEvent?[.report] : nil
    return own ?? screen.page.child.history.last { $0[.report] != nil }?[.report]
  }

  /// The report that is being read, where it waits for triage and is one of a list.
  var reportOfList: String? {
    guard case .text(let title, _, _)? = stack.last, let report = trays.selectedReport,
      title == "Report \(report)", trays.selectedRow?.report?.list != nil
    else { return nil }
    return report
  }

  /// The step that a command would be about, on a child's page.
  var selectedStep: WorkStep? { childScreen?.selectedStep }

  /// The child that a command would be about.
  var subjectChild: String? {
    if let screen = childScreen { return screen.page.child.id }
    guard let row = trays.selectedRow, !row.child.isEmpty else { return nil }
    return row.child
  }

  /// The id of the step that a command would be about.
  var subjectStep: String? {
    if let screen = childScreen { return screen.selectedStep?.id.text }
    guard case .step(let id, _) = trays.selectedRow?.kind else { return nil }
    return id
  }

  /// The name of the step that a command would be about.
  var subjectStepName: StepName? {
    if let screen = childScreen { return screen.selectedStep?.id.step }
    guard case .step(_, let name) = trays.selectedRow?.kind else { return nil }
    return name
  }
}

extension TraysScreen {
  /// The report that the selected row stands for.
  var selectedReport: String? {
    guard case .report(let reference)? = selectedRow?.kind else { return nil }
    return reference
  }
}
