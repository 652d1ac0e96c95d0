import Workflow

/// What of a child's timeline is shown.
package enum TimelineKind: String, CaseIterable, Sendable {
  case everything
  case goingAndReturn = "going and return"
  case risk = "risk and category"
  case meetings
  case interview
  case reports = "reports and notes"
  case closing = "closing"

  /// Whether an event belongs to it.
  func holds(_ kind: EventKind) -> Bool {
    switch self {
    case .everything: true
    case .goingAndReturn: [.wentMissing, .found, .returned, .safeAndWell, .opened].contains(kind)
    case .risk:
      [.riskAssessed, .ragSet, .categoryChanged, .policeConcerns, .section47Started, .disclosure]
        .contains(kind)
    case .meetings:
      [.meetingPlanned, .meetingHeld, .meetingCancelled, .actionAgreed, .actionDone].contains(kind)
    case .interview:
      [
        .rhiReferred, .rhiAllocated, .rhiOffered, .rhiDeclined, .rhiHeld, .rhiShared, .uploaded,
        .safetyPlanMade,
      ].contains(kind)
    case .reports:
      [
        .reported, .reportReceived, .reportAttached, .triaged, .noteAdded, .notified,
        .policeContacted,
      ].contains(kind)
    case .closing:
      [.recordClosed, .acknowledged, .finalised, .caseClosed, .reopened].contains(kind)
    }
  }

  /// The kind that comes after it.
  var next: TimelineKind {
    let all = TimelineKind.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}
