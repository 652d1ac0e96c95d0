package import Workflow

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
  ///
  /// - Parameter role: whose form it is: an event that the role may not record is not proposed where
  ///   `step-done` would do.
  /// - Returns: the event, and what its form says already.
  package func form(for role: Role) -> (EventKind, Body) {
    switch id.step {
    case .acknowledge: return (.acknowledged, Body(["as": .text(self.role.rawValue)]))
    case .monitoring: return (.noteAdded, Body())
    case let step where step.isMeeting:
      return (
        .meetingHeld,
        Body(["kind": .text(step.rawValue), "chair": .text((chair ?? self.role).rawValue)])
      )
    case .finalise where endsByClosure && counted.event?.kind != .rhiHeld:
      // Nothing was held, so nothing is uploaded: what is left to do is to close the record.
      return (.recordClosed, Body())
    default: break
    }
    if let act = id.step.act { return (act, Body()) }
    let act = actsOfRule.first { Permissions.allows(role, to: $0) }
    return act.map { ($0, Body()) } ?? (.stepDone, id.done)
  }
}

extension WorkStep {
  /// Whether closing its record does it.
  private var endsByClosure: Bool { rule.doneBy.contains { $0.kind == .recordClosed } }
}

extension StepState {
  /// In words: `coming up`.
  var words: String { rawValue.split(separator: "-").joined(separator: " ") }
}
