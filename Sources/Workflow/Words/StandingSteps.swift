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
}
