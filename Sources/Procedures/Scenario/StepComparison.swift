import Workflow

// What is expected of steps.

extension Comparison {
  private func candidates(_ expected: Scenario.Expected, _ name: StepName) -> [WorkStep] {
    guard let episode = episode(expected) else { return [] }
    return steps.filter { step in
      guard step.rule.step == name else { return false }
      if step.episodeNumber == episode.number { return true }
      // A step of the whole record belongs to every episode of it.
      return step.rule.isForRecord
        && story.child.records.contains { record in
          record.reference == step.id.reference
            && record.episodes.contains { $0.number == episode.number }
        }
    }
  }

  func absence(
    _ expected: Scenario.Expected, _ name: StepName
  ) -> ScenarioReport.Failure? {
    let present = candidates(expected, name).first {
      [.comingUp, .due, .overdue, .done].contains($0.state(asOf: scenario.asOf))
    }
    return present.map {
      failed(expected, "no \(name.rawValue)", StepWords.describe($0, at: scenario.asOf), $0)
    }
  }

  func presence(
    _ expected: Scenario.Expected, _ name: StepName, _ wanted: Scenario.Particulars
  ) -> ScenarioReport.Failure? {
    let all = candidates(expected, name)
    let present = all.filter {
      wanted.state == .notRequired || $0.state(asOf: scenario.asOf) != .notRequired
    }
    let sentence = StepWords.describe(name, wanted, rules: expected.rules)
    guard let first = present.first else {
      guard let other = all.first else {
        return failed(expected, sentence, nothingMade(expected, name))
      }
      return failed(expected, sentence, StepWords.describe(other, at: scenario.asOf), other)
    }
    let differences = present.map { (step: $0, fields: differing($0, wanted, expected.rules)) }
    if differences.contains(where: { $0.fields.isEmpty }) { return nil }
    let nearest = differences.min { $0.fields.count < $1.fields.count }?.step ?? first
    return failed(expected, sentence, StepWords.describe(nearest, at: scenario.asOf), nearest)
  }

  /// Why no rule makes a step: there is none, none applies, or nothing from which it counts has
  /// happened.
  private func nothingMade(_ expected: Scenario.Expected, _ name: StepName) -> String {
    let rules = story.procedure.rules.filter { $0.step == name }
    guard !rules.isEmpty, let situation = situation(expected) else {
      return "no rule of \(story.procedure.id) makes it in this case"
    }
    let writer = ClauseWriter(story.procedure.definitions)
    return rules.map { rule in
      if rule.when.holds(in: situation) {
        let anchors = rule.since.map(\.words).joined(separator: ", or ")
        return "rule \(rule.name) applies, but there is nothing yet to count from: \(anchors)"
      }
      return "rule \(rule.name) does not apply: it needs that \(writer.clause(rule.when))"
    }.joined(separator: "; ")
  }

  /// The fields in which a step is not as wanted.
  private func differing(
    _ step: WorkStep, _ wanted: Scenario.Particulars, _ rules: [String]
  ) -> [String] {
    func minute(_ instant: Instant?) -> Int64? { instant.map { $0.seconds / 60 } }
    func one(_ value: String?, of list: [String]) -> Bool {
      list.isEmpty || value.map(list.contains) ?? false
    }
    var fields: [String] = []
    if wanted.due != nil, minute(wanted.due) != minute(step.due) { fields.append("due") }
    if wanted.opens != nil, minute(wanted.opens) != minute(step.opens) { fields.append("opens") }
    if let state = wanted.state, state != step.state(asOf: scenario.asOf) {
      fields.append("state")
    }
    if !one(step.chair?.rawValue, of: wanted.chairs) { fields.append("chair") }
    if !one(step.tray.rawValue, of: wanted.trays) { fields.append("tray") }
    if !one(step.role.rawValue, of: wanted.roles) { fields.append("role") }
    if let late = wanted.isLearntLate, late != step.learntLate { fields.append("learnt-late") }
    if let late = wanted.isLate, late != step.isLate { fields.append("late") }
    if let occurrence = wanted.occurrence, occurrence != step.id.occurrence {
      fields.append("occurrence")
    }
    // Where the chair is asked for, the rule that names the chair may be the one that is meant.
    let chairs = wanted.chairs.isEmpty ? [] : story.procedure.chairs
    let speaking = step.rules + chairs.filter { $0.role == step.chair }.map(\.rule)
    if !rules.isEmpty, Set(rules).isDisjoint(with: speaking) { fields.append("rule") }
    return fields
  }
}
