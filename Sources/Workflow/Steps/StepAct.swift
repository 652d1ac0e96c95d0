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

  /// Whether it goes on until something else happens, so that doing it does not end it: the risk of a child
  /// who is away is assessed again and again (LU-20).
  package var isOngoing: Bool {
    isOpen && due == nil && rule.doneBy.isEmpty && !rule.lapsesOn.isEmpty && id.step.act != nil
  }

  /// Whether it ended with what was recorded for its sake; else it ended by the way, with something
  /// that was recorded for another reason, such as the report.
  package var isSettledByOwnAct: Bool {
    guard let settled else { return false }
    switch outcome {
    case .done:
      if settled.subject == id.step || settled.kind == id.step.act { return true }
      switch settled.kind {
      // A record is opened for its own sake, most often by a triage.
      case .opened: return false
      // To finish a record is more than its upload, to watch it more than its end.
      case .uploaded: return rule.doneBy.count == 1
      case .finalised: return id.step == .finalise
      default: return actsOfRule.contains(settled.kind)
      }
    case .cancelled: return true
    case .open, .notRequired, .leftUndone: return false
    }
  }
}

extension WorkStep {
  /// Whether it ended only because its record did: whoever closed or uploaded that did not do what the step
  /// asks for, and is not said to have done it.
  package var isEndedWithRecord: Bool {
    guard case .done = outcome, let settled, !isSettledByOwnAct else { return false }
    return [.recordClosed, .uploaded, .finalised].contains(settled.kind)
  }
}

extension ChildCase {
  /// What was recorded last of what a step asks for, in its own episode: of a step that goes on, when it was
  /// last done.
  ///
  /// - Parameter step: the step.
  /// - Returns: the event, or nothing where there is none or the step has no event of its own.
  package func lastAct(of step: WorkStep) -> Event? {
    guard let kind = step.id.step.act,
      let episode = episodes.first(where: { $0.number == step.episodeNumber })
    else { return nil }
    return episode.log.last(kind)
  }
}
