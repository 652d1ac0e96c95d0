package import Workflow

/// A child's page: stage, work steps and timeline of the record in which work goes on.
package struct ChildScreen: Sendable {
  /// What is shown.
  package var page: ChildPage
  /// The selected step, counted in `steps`.
  package var selected = 0
  /// Which half has the keys.
  package var isTimelineFocused = false
  /// What of the timeline is shown.
  package private(set) var kind = TimelineKind.everything
  /// The selected line of the timeline, counted from the newest.
  package var line = 0
  /// Whether what is settled is shown below what is open; else it is a number in the frame.
  package var isSettledShown = false
  /// How many steps a child has at the most of which all are shown at once.
  package var mostUnfolded = 12
  /// Whether something was just recorded from here: then the work goes on with what is open.
  package var movesOn = false

  /// Shows a page, with a step selected where one is named.
  package init(page: ChildPage, step: String?) {
    self.page = page
    // Whoever opens the page on a settled step sees it.
    isSettledShown = step.map { id in !steps.contains { $0.id.text == id } } ?? false
    if let step, let index = steps.firstIndex(where: { $0.id.text == step }) { selected = index }
  }

  /// Shows what became of the child: the selection stays on its step and its line.
  ///
  /// - Parameter new: the page as it is now.
  package mutating func refresh(_ new: ChildPage) {
    let step = selectedStep?.id
    let event = line > 0 && timeline.indices.contains(line) ? timeline[line] : nil
    page = new
    line = event.flatMap { timeline.firstIndex(of: $0) } ?? min(line, max(0, timeline.count - 1))
    let same = steps.firstIndex { $0.id == step }
    if let same, !movesOn || steps[same].isOpen {
      selected = same
    } else {
      selected = 0
    }
    movesOn = false
  }

  /// The steps of the record that is shown: what is open by due time, then what is not.
  package var steps: [WorkStep] {
    guard let record = page.record else { return [] }
    let references = Set(record.episodes.map(\.reference) + [record.reference])
    let own = page.steps.filter { references.contains($0.id.reference) }
    let open = own.filter(\.isOpen).sorted { left, right in
      switch (left.due, right.due) {
      case (let one?, let other?): one < other
      case (.some, nil): true
      default: false
      }
    }
    let settled = own.filter { !$0.isOpen }
    if isSettledShown || open.isEmpty || own.count <= mostUnfolded { return open + settled }
    // What nobody did before the record ended is not settled: it is never folded away.
    return open
      + settled.filter { if case .leftUndone = $0.outcome { true } else { false } }
  }

  /// How many settled steps are folded into a number.
  package var settledFolded: Int {
    var whole = self
    whole.isSettledShown = true
    return whole.steps.count - steps.count
  }

  /// The selected step.
  package var selectedStep: WorkStep? {
    steps.indices.contains(selected) ? steps[selected] : nil
  }

  /// Events of the child, newest first.
  package var timeline: [Event] { page.child.history.reversed().filter { kind.holds($0.kind) } }

  /// Shows the next kind of event that there is; the selected line stays where it is still shown.
  mutating func showNextKind() {
    let event = timeline.indices.contains(line) ? timeline[line] : nil
    repeat { kind = kind.next } while kind != .everything && timeline.isEmpty
    line = event.flatMap { timeline.firstIndex(of: $0) } ?? 0
    isTimelineFocused = true
  }
}
