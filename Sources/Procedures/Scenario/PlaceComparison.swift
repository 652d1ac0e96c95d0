import Workflow

// What is expected to be met somewhere: a prompt on a form, a tray that something lands in first, an
// entry of the directory.

extension Comparison {
  /// How the case stands for the episode that is meant.
  func situation(_ expected: Scenario.Expected) -> Situation? {
    guard let episode = episode(expected),
      let record = story.child.records.first(where: { record in
        record.episodes.contains { $0.number == episode.number }
      })
    else { return nil }
    return Situation(
      child: story.child, record: record, episode: episode, authority: story.procedure.authority)
  }

  private func speaks(_ expected: Scenario.Expected, _ rule: String) -> Bool {
    expected.rules.isEmpty || expected.rules.contains(rule)
  }

  func shown(_ expected: Scenario.Expected, _ form: EventKind) -> ScenarioReport.Failure? {
    let situation = situation(expected)
    let prompts = story.procedure.prompts.filter { prompt in
      prompt.on == form && situation.map { prompt.when.holds(in: $0) } ?? false
    }
    if prompts.contains(where: { speaks(expected, $0.rule) }) { return nil }
    let rules = Set(prompts.map(\.rule)).sorted().joined(separator: ", ")
    return failed(
      expected, "the form of \(form.rawValue) shows \(expected.rules.joined(separator: " or "))",
      rules.isEmpty ? "it shows nothing" : "it shows \(rules)")
  }

  func routed(
    _ expected: Scenario.Expected, _ event: EventKind, to tray: Tray
  ) -> ScenarioReport.Failure? {
    let situation = situation(expected)
    let routes = story.procedure.routes.filter { route in
      route.event == event && situation.map { route.when.holds(in: $0) } ?? false
    }
    if routes.contains(where: { $0.tray == tray && speaks(expected, $0.rule) }) { return nil }
    let trays = routes.map { "\($0.tray.rawValue) by \($0.rule)" }.joined(separator: ", ")
    return failed(
      expected, "\(event.rawValue) lands in \(tray.rawValue)",
      trays.isEmpty ? "it lands nowhere" : "it lands in \(trays)")
  }

  func listed(_ expected: Scenario.Expected, _ entry: String) -> ScenarioReport.Failure? {
    if directory.contains(where: { $0.id == entry && speaks(expected, $0.rule) }) { return nil }
    let known = directory.map(\.id).joined(separator: ", ")
    return failed(expected, "the directory lists \(entry)", "it lists \(known)")
  }
}
