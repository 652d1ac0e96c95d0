package import Workflow

/// A child's page: stage, work steps and timeline of the record in which work goes on.
package struct ChildScreen: Sendable {
  /// What is shown.
  package var page: ChildPage
  /// The selected step, counted in `steps`.
  package var selected = 0
  /// Which half has the keys.
  package var isTimelineFocused = false
  /// The first line of the timeline on the screen, counted from the newest.
  package var timelineTop = 0

  /// Shows a page, with a step selected where one is named.
  package init(page: ChildPage, step: String?) {
    self.page = page
    if let step, let index = steps.firstIndex(where: { $0.id.text == step }) { selected = index }
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
    return open + own.filter { !$0.isOpen }
  }

  /// The selected step.
  package var selectedStep: WorkStep? {
    steps.indices.contains(selected) ? steps[selected] : nil
  }

  /// Events of the child, newest first.
  package var timeline: [Event] { page.child.history.reversed() }
}
