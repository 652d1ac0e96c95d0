import Workflow

/// Compares what a case expects with what came of it.
struct Comparison {
  let scenario: Scenario
  let story: Story
  let directory: [DirectoryEntry]
  let steps: [WorkStep]

  init(scenario: Scenario, story: Story, directory: [DirectoryEntry]) {
    self.scenario = scenario
    self.story = story
    self.directory = directory
    let procedure = story.procedure
    // What opens only later is not there yet; what has ended is, however it ended.
    steps = Derive.steps(of: story.child) { _ in procedure }
      .filter { $0.opens <= scenario.asOf || !$0.isOpen }
  }

  /// What does not hold, in the order of the file.
  var failures: [ScenarioReport.Failure] {
    unexpectedRefusals + scenario.expect.compactMap(failure)
  }

  func failed(
    _ expected: Scenario.Expected, _ wanted: String, _ derived: String, _ step: WorkStep? = nil
  ) -> ScenarioReport.Failure {
    ScenarioReport.Failure(
      line: expected.line, expected: wanted, derived: derived,
      why: step.map {
        Explanation(
          of: $0, child: story.child, procedure: story.procedure, asOf: scenario.asOf
        ).text
      })
  }

  // MARK: - Events

  private var unexpectedRefusals: [ScenarioReport.Failure] {
    story.decisions.compactMap { decision in
      guard let refusal = decision.refusal else { return nil }
      let isExpected = scenario.expect.contains { expected in
        guard case .refused(let kind, let at, _) = expected.form else { return false }
        return kind == decision.given.kind && (at ?? decision.given.at) == decision.given.at
      }
      if isExpected { return nil }
      return ScenarioReport.Failure(
        line: decision.given.line,
        expected: "\(decision.given.kind.rawValue) at \(decision.given.at.spoken) is taken",
        derived: "it was refused" + (refusal.rule.map { " by \($0)" } ?? "")
          + ": \(refusal.sentence)", why: nil)
    }
  }

  private func decision(_ kind: EventKind, at: Instant?) -> Story.Decision? {
    let candidates = story.decisions.filter {
      $0.given.kind == kind && (at ?? $0.given.at) == $0.given.at
    }
    return candidates.first { $0.refusal != nil } ?? candidates.last
  }

  private func refusal(
    _ expected: Scenario.Expected, _ kind: EventKind, at: Instant?, tell: String?
  ) -> ScenarioReport.Failure? {
    var wanted = "\(kind.rawValue) is refused"
    if !expected.rules.isEmpty { wanted += " by \(expected.rules.joined(separator: " or "))" }
    if let tell { wanted += ", naming the \(tell)" }
    guard let decision = decision(kind, at: at) else {
      return failed(expected, wanted, "the desk has heard of no such event by then")
    }
    guard let refusal = decision.refusal else {
      return failed(expected, wanted, "it was taken")
    }
    let refusing = [refusal.rule].compactMap { $0 } + refusal.also
    if !expected.rules.isEmpty, Set(refusing).isDisjoint(with: expected.rules) {
      let by = refusal.rule ?? "the desk itself, by no rule of the procedure"
      return failed(expected, wanted, "it was refused by \(by): \(refusal.sentence)")
    }
    if let tell, refusal.tell?.rawValue != tell {
      let named = refusal.tell?.rawValue ?? "nobody"
      return failed(expected, wanted, "the refusal names \(named): \(refusal.sentence)")
    }
    return nil
  }

  private func acceptance(
    _ expected: Scenario.Expected, _ kind: EventKind, at: Instant?
  ) -> ScenarioReport.Failure? {
    let wanted = "\(kind.rawValue) is taken"
    guard let decision = decision(kind, at: at) else {
      return failed(expected, wanted, "the desk has heard of no such event by then")
    }
    if let refusal = decision.refusal {
      return failed(expected, wanted, "it was refused: \(refusal.sentence)")
    }
    return unknownRule(expected, wanted)
  }

  /// A rule that the procedure does not realise at all cannot be the one at work.
  private func unknownRule(
    _ expected: Scenario.Expected, _ wanted: String
  ) -> ScenarioReport.Failure? {
    let realised = Set(story.procedure.realisations.map(\.rule))
    if expected.rules.isEmpty || !realised.isDisjoint(with: expected.rules) { return nil }
    return failed(
      expected, "\(wanted), by \(expected.rules.joined(separator: " or "))",
      "\(story.procedure.id) realises no such rule")
  }

  // MARK: - The forms

  private func failure(_ expected: Scenario.Expected) -> ScenarioReport.Failure? {
    switch expected.form {
    case .refused(let kind, let at, let tell): refusal(expected, kind, at: at, tell: tell)
    case .accepted(let kind, let at): acceptance(expected, kind, at: at)
    case .openRecords(let count): openRecords(expected, count)
    case .starts(let instant): starts(expected, instant)
    case .onRecord(let text): onRecord(expected, text)
    case .notified(let names): notified(expected, names)
    case .shown(let form): shown(expected, form)
    case .routed(let event, let tray): routed(expected, event, to: tray)
    case .listed(let entry): listed(expected, entry)
    case .noStep(let step): absence(expected, step)
    case .step(let step, let particulars): presence(expected, step, particulars)
    }
  }

  func episode(_ expected: Scenario.Expected) -> Episode? {
    let episodes = story.child.episodes
    guard let number = expected.episode else { return episodes.last }
    return episodes.first { $0.number == number }
  }

  private func openRecords(
    _ expected: Scenario.Expected, _ count: Int
  ) -> ScenarioReport.Failure? {
    let wanted = "open records: \(count)"
    if story.child.openRecords != count {
      return failed(expected, wanted, "there are \(story.child.openRecords)")
    }
    return unknownRule(expected, wanted)
  }

  private func starts(_ expected: Scenario.Expected, _ at: Instant) -> ScenarioReport.Failure? {
    let wanted = "the clocks start at \(at.spoken)"
    guard let start = episode(expected)?.start else {
      return failed(expected, wanted, "there is no such episode")
    }
    if start.at == at { return unknownRule(expected, wanted) }
    return failed(
      expected, wanted, "they start at \(start.at.spoken), counted from \(start.basis.words)")
  }

  /// `name: value, value`: a fact as the procedure reads it, or a field as it was last recorded.
  private func onRecord(_ expected: Scenario.Expected, _ text: String) -> ScenarioReport.Failure? {
    let wanted = "on record: \(text)"
    guard let episode = episode(expected),
      let record = story.child.records.first(where: { record in
        record.episodes.contains { $0.number == episode.number }
      })
    else { return failed(expected, wanted, "there is no such episode") }
    let parts = text.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
    let name = parts[0]
    let values = (parts.count > 1 ? parts[1] : "").split(separator: ",").map { String($0).trimmed }
    var known: Set<String> = []
    if let fact = Fact(rawValue: name) {
      let situation = Situation(
        child: story.child, record: record, episode: episode,
        authority: story.procedure.authority)
      let reading = situation.reading(of: fact)
      known.formUnion(reading.values)
      if let number = reading.number { known.insert("\(number)") }
      if reading.isProvisional || reading.event == nil && !reading.values.isEmpty {
        known.insert("provisional")
      }
    }
    let events = episode.log.all + record.log.all
    if let value = events.last(where: { $0.body[name: name] != nil })?.body[name: name] {
      known.insert(value.typed)
    }
    if values.isEmpty ? !known.isEmpty : Set(values).isSubset(of: known) {
      return unknownRule(expected, wanted)
    }
    let found = known.isEmpty ? "nothing" : known.sorted().joined(separator: ", ")
    return failed(expected, wanted, "\(name): \(found)")
  }

  /// Who was told: by a notice in a tray of theirs, or as somebody recorded.
  private func notified(
    _ expected: Scenario.Expected, _ names: [String]
  ) -> ScenarioReport.Failure? {
    let wanted = "told: \(names.joined(separator: ", "))"
    guard let episode = episode(expected) else {
      return failed(expected, wanted, "there is no such episode")
    }
    func speaks(_ rules: [String]) -> Bool {
      expected.rules.isEmpty || !Set(rules).isDisjoint(with: expected.rules)
    }
    let notices = steps.filter {
      $0.rule.step == .notice && $0.episodeNumber == episode.number && speaks($0.rules)
        && ($0.isOpen || $0.state(asOf: scenario.asOf) == .done)
    }
    let recorded = episode.log.events(.notified).filter { event in
      let step = event[.step]
      return speaks(
        story.procedure.rules.filter { $0.step.rawValue == step }.flatMap(\.realises))
    }
    let told = Set(notices.map(\.role.rawValue) + recorded.compactMap { $0[.to]?.lowercased() })
    if names.allSatisfy({ told.contains($0.lowercased()) }) { return nil }
    return failed(
      expected, wanted, told.isEmpty ? "nobody" : told.sorted().joined(separator: ", "))
  }
}
