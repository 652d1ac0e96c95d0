/// Works out who must do what by when: `derive` of the decider pattern.
///
/// Everything but a step's state follows from the events and the procedure alone, so it can be
/// computed when an event lands and stored as rows; no timer has to run for a step to become overdue.
package enum Derive {
  /// The work steps of every record of a child, in the order of the procedure's rules.
  ///
  /// - Parameters:
  ///   - child: the child's case.
  ///   - procedure: the procedure that a record follows, by the record.
  /// - Returns: the steps, done and open.
  package static func steps(
    of child: ChildCase, procedure: (MissingRecord) -> Procedure
  ) -> [WorkStep] {
    child.records.flatMap { steps(of: $0, child: child, procedure: procedure($0)) }
  }

  /// The work steps of one record.
  package static func steps(
    of record: MissingRecord, child: ChildCase, procedure: Procedure
  ) -> [WorkStep] {
    var steps: [WorkStep] = []
    for episode in record.episodes {
      let situation = Situation(
        child: child, record: record, episode: episode, authority: procedure.authority)
      let work = EpisodeWork(situation: situation, procedure: procedure)
      for rule in procedure.rules where !rule.isForRecord {
        steps.append(contentsOf: work.steps(of: rule))
      }
    }
    if let current = record.current {
      let situation = Situation(
        child: child, record: record, episode: current, isForRecord: true,
        authority: procedure.authority)
      let work = EpisodeWork(situation: situation, procedure: procedure)
      for rule in procedure.rules where rule.isForRecord {
        steps.append(contentsOf: work.steps(of: rule))
      }
    }
    return merged(steps).map { record.finalised == nil ? $0 : $0.leftBehind }
  }

  /// Where two rules time one step, the earlier due time stands and its rule is the one named.
  private static func merged(_ steps: [WorkStep]) -> [WorkStep] {
    var order: [StepID] = []
    var byID: [StepID: WorkStep] = [:]
    for step in steps {
      guard let other = byID[step.id] else {
        order.append(step.id)
        byID[step.id] = step
        continue
      }
      byID[step.id] = other.merged(with: step)
    }
    return order.compactMap { byID[$0] }
  }
}

extension WorkStep {
  /// One step of two that claim the same slot: the earlier due time, the more senior chair.
  ///
  /// A rule that no longer asks for the step gives way to one that does, and a meeting that was called
  /// off to one for which a new ground arose since.
  fileprivate func merged(with other: WorkStep) -> WorkStep {
    if isNotRequired != other.isNotRequired { return isNotRequired ? other : self }
    if isCancelled, other.isOpen { return other }
    if other.isCancelled, isOpen { return self }
    let otherWins =
      switch (due, other.due) {
      case (let mine?, let theirs?): theirs < mine
      case (nil, .some): true
      default: false
      }
    let (winner, loser) = otherWins ? (other, self) : (self, other)
    let chair =
      (loser.chair?.seniority ?? 0) > (winner.chair?.seniority ?? 0) ? loser.chair : winner.chair
    return winner.with(chair: chair, rules: winner.rules + loser.rules)
  }

  private var isCancelled: Bool {
    if case .cancelled = outcome { return true }
    return false
  }

  private var isNotRequired: Bool {
    if case .notRequired = outcome { return true }
    return false
  }

  /// The step once its condition fell away.
  func notRequired(since turn: Event) -> WorkStep {
    WorkStep(
      id: id, child: child, episodeNumber: episodeNumber, tray: tray, role: role, opens: opens,
      due: due, planned: planned,
      outcome: .notRequired(
        because: "\(turn.kind.title.lowercased()) \(turn.occurred.spokenShort)"),
      chair: chair, rules: rules, learntLate: learntLate, rule: rule, counted: counted)
  }

  fileprivate func with(chair: Role?, rules: [String]) -> WorkStep {
    WorkStep(
      id: id, child: child, episodeNumber: episodeNumber, tray: tray, role: role, opens: opens,
      due: due, planned: planned, outcome: outcome, chair: chair, rules: rules,
      learntLate: learntLate, rule: rule, counted: counted)
  }

  /// The step once its record is acknowledged by all: what was not done then stays on record as such.
  fileprivate var leftBehind: WorkStep {
    guard isOpen else { return self }
    let reason =
      rule.step == .monitoring ? nil : "not done when the record was acknowledged and closed"
    return WorkStep(
      id: id, child: child, episodeNumber: episodeNumber, tray: tray, role: role, opens: opens,
      due: due, planned: planned,
      outcome: reason.map { .cancelled(reason: $0) }
        ?? .notRequired(because: "the record is closed"),
      chair: chair, rules: rules, learntLate: learntLate, rule: rule, counted: counted)
  }
}
