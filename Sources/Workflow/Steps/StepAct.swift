extension StepName {
  /// The event by which the step is done, where it has one of its own whatever the procedure.
  package var act: EventKind? {
    switch self {
    case .riskRating, .riskAssessment, .riskAssessmentReview: .riskAssessed
    case .rhiAllocation: .rhiAllocated
    case .rhiReferral: .rhiReferred
    case .rhiOffer: .rhiOffered
    case .rhiInterview: .rhiHeld
    case .rhiShare: .rhiShared
    case .closeRecord: .recordClosed
    case .acknowledge: .acknowledged
    case .safeAndWell: .safeAndWell
    default: nil
    }
  }
}

extension WorkStep {
  /// The events by which its rule has it done and which a person records for the sake of the step.
  package var actsOfRule: [EventKind] {
    let acts: Set<EventKind> = [
      .finalised, .policeContacted, .safetyPlanMade, .section47Started, .uploaded, .rhiReferred,
      .compactFinalised, .ragSet, .opened,
    ]
    return rule.doneBy.map(\.kind).filter(acts.contains)
  }

  /// Whether it ended with what was recorded for its sake; else it ended by the way, with something
  /// that was recorded for another reason, such as the report.
  package var isSettledByOwnAct: Bool {
    guard let settled else { return false }
    switch outcome {
    case .done:
      if settled.subject == id.step || settled.kind == id.step.act { return true }
      // A record is opened for its own sake, most often by a triage.
      return settled.kind != .opened && actsOfRule.contains(settled.kind)
    case .cancelled: return true
    case .open, .notRequired, .leftUndone: return false
    }
  }
}
