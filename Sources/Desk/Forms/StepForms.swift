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
    case .riskRating, .riskAssessment, .riskAssessmentReview: (.riskAssessed, Body())
    case .rhiAllocation: (.rhiAllocated, Body())
    case .rhiReferral: (.rhiReferred, Body())
    case .rhiOffer: (.rhiOffered, Body())
    case .rhiInterview: (.rhiHeld, Body())
    case .rhiShare: (.rhiShared, Body())
    case .closeRecord: (.recordClosed, Body())
    case .acknowledge: (.acknowledged, Body(["as": .text(self.role.rawValue)]))
    case .safeAndWell: (.safeAndWell, Body())
    case .monitoring: (.noteAdded, Body())
    case let step where step.isMeeting:
      (
        .meetingHeld,
        Body(["kind": .text(step.rawValue), "chair": .text((chair ?? self.role).rawValue)])
      )
    default: ownEvent(for: role).map { ($0, Body()) } ?? (.stepDone, id.done)
    }
  }

  /// The event of its own by which a step is done, where its rule names one.
  private func ownEvent(for role: Role) -> EventKind? {
    let own: Set<EventKind> = [
      .finalised, .policeContacted, .safetyPlanMade, .section47Started, .uploaded, .rhiReferred,
      .compactFinalised, .ragSet, .opened,
    ]
    return rule.doneBy.map(\.kind).first { own.contains($0) && Permissions.allows(role, to: $0) }
  }
}

extension StepState {
  /// In words: `coming up`.
  var words: String { rawValue.split(separator: "-").joined(separator: " ") }
}
