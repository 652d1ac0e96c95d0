// With what an event is kept, the child, the record or the episode, and what it is about.

extension EventKind {
  /// Whether the event is kept with an episode, not with the record or the child.
  var isOfEpisode: Bool {
    switch self {
    case .childRegistered, .childUpdated, .allocated, .opened, .recordClosed, .acknowledged,
      .finalised, .reopened, .triaged, .procedureAdopted, .reportAttached, .rhiAllocated,
      .rhiReferred, .caseClosed:
      false
    default: true
    }
  }

  /// Whether the event is one with which a record begins.
  var isOfStart: Bool {
    switch self {
    case .wentMissing, .reported, .opened, .triaged, .childRegistered: true
    default: false
    }
  }

  /// Whether the event is of the interview, which may cover several episodes of a record.
  package var isOfInterview: Bool {
    switch self {
    case .rhiOffered, .rhiDeclined, .rhiHeld, .rhiShared: true
    default: false
    }
  }

  /// Whether the event is kept with the child, whatever record is open.
  var isOfChild: Bool {
    switch self {
    case .childRegistered, .childUpdated, .allocated: true
    default: false
    }
  }

  /// The field that names the step which the event is about.
  var subjectField: String {
    switch self {
    case .meetingPlanned, .meetingHeld, .meetingCancelled: "kind"
    default: "step"
    }
  }
}
