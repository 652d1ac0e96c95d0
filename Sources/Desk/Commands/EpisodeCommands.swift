import Grid
import Workflow

/// Commands of a child's page that record nothing.
enum EpisodeCommands {
  static let all: [DeskCommand] = [
    DeskCommand(
      "do-step", in: [.episode], keys: [.enter], "do",
      "Do the selected step: open the form that fits",
      footer: true, disabled: noOpenStep, run: doStep),
    DeskCommand(
      "step-down", in: [.episode], keys: [.down, .character("j")], "down",
      "Go to the next step or line"
    ) { desk in desk.changeChild { $0.moveStep(by: 1) } },
    DeskCommand(
      "step-up", in: [.episode], keys: [.up, .character("k")], "up", "Go to the step or line above"
    ) { desk in desk.changeChild { $0.moveStep(by: -1) } },
    DeskCommand("episode-page-down", in: [.episode], keys: [.pageDown], "page", "Go a page down") {
      desk in desk.changeChild { $0.moveStep(by: 8) }
    },
    DeskCommand("episode-page-up", in: [.episode], keys: [.pageUp], "page", "Go a page up") {
      desk in
      desk.changeChild { $0.moveStep(by: -8) }
    },
    DeskCommand(
      "timeline", in: [.episode], keys: [.tab, .backTab], "timeline",
      "Go between the steps and the timeline", footer: true
    ) { desk in desk.changeChild { $0.isTimelineFocused.toggle() } },
  ]

  @Sendable private static func noOpenStep(_ desk: Desk) -> String? {
    guard let step = desk.selectedStep else { return "No step is selected" }
    return step.isOpen ? nil : "\(step.rule.step.title) is \(step.state(asOf: desk.now).rawValue)"
  }

  @Sendable private static func doStep(_ desk: inout Desk) -> [Effect] {
    guard let step = desk.selectedStep, let child = desk.subjectChild else { return [] }
    let (kind, preset) = step.form
    return [.loadChild(child, .form(kind, preset: preset))]
  }
}

extension ChildScreen {
  /// Moves the selected step, or the timeline where it has the keys.
  mutating func moveStep(by distance: Int) {
    if isTimelineFocused {
      timelineTop = min(max(0, timelineTop + distance), max(0, timeline.count - 1))
    } else {
      selected = min(max(0, selected + distance), max(0, steps.count - 1))
    }
  }
}

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

extension StepID {
  /// What `step-done` says to complete this step and no other.
  var done: Body {
    var body = Body(["step": .text(step.rawValue)])
    body[.part] = part
    return body
  }
}

extension WorkStep {
  /// The event that does the step, and what is known of it already.
  var form: (EventKind, Body) {
    switch id.step {
    case .riskRating, .riskAssessment, .riskAssessmentReview: (.riskAssessed, Body())
    case .rhiAllocation: (.rhiAllocated, Body())
    case .rhiReferral: (.rhiReferred, Body())
    case .rhiOffer: (.rhiOffered, Body())
    case .rhiInterview: (.rhiHeld, Body())
    case .rhiShare: (.rhiShared, Body())
    case .closeRecord, .absenceReview: (.recordClosed, Body())
    case .acknowledge: (.acknowledged, Body(["as": .text(role.rawValue)]))
    case .safeAndWell: (.safeAndWell, Body())
    case .monitoring: (.noteAdded, Body())
    case let step where step.isMeeting:
      (
        .meetingHeld,
        Body(["kind": .text(step.rawValue), "chair": .text((chair ?? role).rawValue)])
      )
    default: (.stepDone, id.done)
    }
  }
}
