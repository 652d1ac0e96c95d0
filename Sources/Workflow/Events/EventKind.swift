/// What can be recorded, by the names that scenarios, the command line and the journal share.
package enum EventKind: String, CaseIterable, Sendable, Hashable {
  // The child, as the authority's register has it.
  case childRegistered = "child-registered"
  case childUpdated = "child-updated"
  // The report and what opens a record.
  case reportReceived = "report-received"
  case reported
  case reportAttached = "report-attached"
  case opened
  case triaged
  /// A record moved to another procedure, or to another content of its own.
  case procedureAdopted = "procedure-adopted"
  case wentMissing = "went-missing"
  case categoryChanged = "category-changed"
  // Risk and standing.
  case riskAssessed = "risk-assessed"
  case ragSet = "rag-set"
  case section47Started = "section-47-started"
  case policeConcerns = "police-concerns"
  case allocated
  // The work itself.
  case reassigned
  case held
  case policeContacted = "police-contacted"
  case notified
  case meetingPlanned = "meeting-planned"
  case meetingHeld = "meeting-held"
  case meetingCancelled = "meeting-cancelled"
  /// What people agreed that somebody does by a time: a step of its own until it is done.
  case actionAgreed = "action-agreed"
  case actionDone = "action-done"
  case publicityAgreed = "publicity-agreed"
  case stepDone = "step-done"
  // The way back.
  case found
  case returned
  case safeAndWell = "safe-and-well"
  case compactFinalised = "compact-finalised"
  // The interview.
  case rhiReferred = "rhi-referred"
  case rhiAllocated = "rhi-allocated"
  case rhiOffered = "rhi-offered"
  case rhiDeclined = "rhi-declined"
  case rhiHeld = "rhi-held"
  case rhiShared = "rhi-shared"
  case disclosure
  case safetyPlanMade = "safety-plan-made"
  case uploaded
  // The end.
  case recordClosed = "record-closed"
  case acknowledged
  case finalised
  case caseClosed = "case-closed"
  case reopened
  // Anything else that must be kept.
  case noteAdded = "note-added"
  case corrected
  /// Something that was recorded by mistake: it stays in the journal and counts no longer.
  case withdrawn
  // The desk itself.
  case deskMade = "desk-made"
  case staffAdded = "staff-added"
  /// The text of a pack under which a record was opened, so that the record can be read under it for
  /// as long as it is kept, whatever becomes of the pack's file.
  case procedureKept = "procedure-kept"
  /// The procedure under which records are opened from now on.
  case procedureChosen = "procedure-chosen"

  /// Its place in `allCases`.
  ///
  /// The discriminator itself, because a log of events is asked by kind some hundred times for each
  /// episode that is worked out. A test holds the two together.
  var place: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

  /// What a person reads in a timeline: `Risk assessed`.
  package var title: String { EventKind.titles[place] }

  private static let titles = allCases.map(\.plainTitle)

  private var plainTitle: String {
    switch self {
    case .found: return "Located, not back"
    case .section47Started: return "Section 47 started"
    case .ragSet: return "RAG set"
    case .rhiReferred: return "Referred for interview"
    case .rhiAllocated: return "Interview allocated"
    case .rhiOffered: return "Interview attempt"
    case .rhiDeclined: return "Interview declined"
    case .rhiHeld: return "Interview held"
    case .rhiShared: return "Interview shared"
    case .compactFinalised: return "COMPACT finalised"
    case .finalised: return "Record finished"
    default:
      let words = rawValue.split(separator: "-").joined(separator: " ")
      return words.prefix(1).uppercased() + words.dropFirst()
    }
  }
}
