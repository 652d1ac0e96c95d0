import Workflow

/// Steps in one line, wanted and derived alike, so that the two can be read beside each other.
enum StepWords {
  /// A step as it is.
  static func describe(_ step: WorkStep, at now: Instant) -> String {
    var parts = [step.id.text]
    if let due = step.due { parts.append("due \(due.spoken)") }
    parts.append(step.state(asOf: now).rawValue)
    if step.learntLate { parts.append("learnt late") }
    if step.isLate { parts.append("late") }
    if let chair = step.chair { parts.append("chair \(chair.rawValue)") }
    parts.append("tray \(step.tray.rawValue)")
    parts.append("rule \(step.rules.joined(separator: ", "))")
    return parts.joined(separator: " · ")
  }

  /// A step as it is wanted.
  static func describe(
    _ name: StepName, _ wanted: Scenario.Particulars, rules: [String]
  ) -> String {
    var parts = [name.rawValue]
    if let due = wanted.due { parts.append("due \(due.spoken)") }
    if let opens = wanted.opens { parts.append("open from \(opens.spoken)") }
    if let state = wanted.state { parts.append(state.rawValue) }
    if let late = wanted.isLearntLate { parts.append(late ? "learnt late" : "not learnt late") }
    if let late = wanted.isLate { parts.append(late ? "late" : "not late") }
    if !wanted.chairs.isEmpty { parts.append("chair \(wanted.chairs.joined(separator: " or "))") }
    if !wanted.trays.isEmpty { parts.append("tray \(wanted.trays.joined(separator: " or "))") }
    if !wanted.roles.isEmpty { parts.append("role \(wanted.roles.joined(separator: " or "))") }
    if let occurrence = wanted.occurrence { parts.append("time \(occurrence)") }
    if !rules.isEmpty { parts.append("rule \(rules.joined(separator: " or "))") }
    return parts.joined(separator: " · ")
  }
}
