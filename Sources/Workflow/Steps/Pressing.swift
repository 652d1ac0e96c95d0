/// In which order open steps are worked through, in trays and on a child's page: the one place that says it.
package enum Pressing: Int, CaseIterable, Comparable, Sendable {
  /// What cannot wait (`WorkStep.isAtOnce`): a child may be suffering significant harm, and month-old dates
  /// must not stand before that.
  case atOnce
  /// What is overdue. On a child's page what was up before the return (`WorkStep.wasDueWhileAway`) stands behind
  /// what is due soon, but like in a tray before all that has no limit.
  case overdue
  /// What is due, or planned, within 72 hours (`WorkStep.soon`): its clock runs, be it a day or a weekend.
  case soon
  /// What has no limit and opened in the last 24 hours: nobody has looked at it yet, and a long list of later
  /// dates must not hide it.
  case new
  /// What has no limit and is older.
  case unlimited
  /// What is due later: next week, or in a quarter.
  case later
  /// What only stands there (`StepName.isStanding`).
  case standing

  /// How long something without a limit counts as new, in seconds.
  package static let day: Int64 = 86_400

  package static func < (one: Pressing, other: Pressing) -> Bool { one.rawValue < other.rawValue }
}

extension WorkStep {
  /// Among what an open step stands at a moment.
  package func pressing(asOf now: Instant) -> Pressing {
    if isAtOnce { return .atOnce }
    if let comesUp {
      return comesUp < now
        ? .overdue : comesUp < now.adding(seconds: WorkStep.soon) ? .soon : .later
    }
    if id.step.isStanding { return .standing }
    return now.since(opens) < Pressing.day ? .new : .unlimited
  }
}
