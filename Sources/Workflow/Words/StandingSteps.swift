extension StepName {
  /// Whether the step is a state that lasts rather than something to be done at once.
  ///
  /// A record that is watched, a line for information: without a limit they stand at the end of a tray.
  package var isStanding: Bool {
    switch self {
    case .monitoring, .highRiskMonitoring, .notice, .register, .quarterlyReport: true
    default: false
    }
  }

  /// Whether what else is to be done depends on it, so that it is never folded away: nobody calls a
  /// meeting about a risk that nobody has rated (L23-08 to L23-10).
  package var isDeciding: Bool { self == .riskRating }

  /// Whether the step cannot wait although a procedure gives no hours for it: a child may be suffering
  /// significant harm (L23-10, L23-20, LW-50, RAG-16, RAG-23, LU-17), or is where it is not fit to be
  /// (LP-74).
  package var isUrgent: Bool {
    switch self {
    case .s47StrategyMeeting, .strategyMeeting, .strategyDiscussion, .mashReferral,
      .unsuitablePlacePlan:
      true
    default: false
    }
  }
}
