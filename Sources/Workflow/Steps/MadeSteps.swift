/// The steps that the rules of a procedure make, where several may ask for one and the same step.
struct MadeSteps {
  private var order: [StepID] = []
  private var standing: [StepID: WorkStep] = [:]
  /// What rules left that no longer apply: it stands only where no rule asks for the step any more.
  private var fallenAway: [StepID: WorkStep] = [:]

  /// Adds what a rule makes.
  mutating func add(_ rule: Rule, by work: EpisodeWork) {
    let applies = rule.when.holds(in: work.situation)
    for step in work.steps(of: rule) {
      if standing[step.id] == nil, fallenAway[step.id] == nil { order.append(step.id) }
      if applies {
        standing[step.id] = standing[step.id]?.merged(with: step) ?? step
      } else {
        fallenAway[step.id] = fallenAway[step.id]?.merged(with: step) ?? step
      }
    }
  }

  /// One step for each id, in the order in which they were first asked for.
  var merged: [WorkStep] { order.compactMap { standing[$0] ?? fallenAway[$0] } }
}

extension WorkStep {
  /// One step of two that claim the same slot: the earlier due time stands, and its rule is the one
  /// named; the tray, the role and the chair are those of that rule.
  ///
  /// A rule that no longer asks for the step gives way to one that does. What was done for one rule is
  /// done for all, and what was called off for one is called off for all; only a ground that arose
  /// since asks for it anew.
  fileprivate func merged(with other: WorkStep) -> WorkStep {
    if isNotRequired != other.isNotRequired { return isNotRequired ? other : self }
    if let at = endedAt, other.isOpen, other.counted.from > at { return other }
    if let at = other.endedAt, isOpen, counted.from > at { return self }
    if isCancelled, other.isOpen { return other }
    if other.isCancelled, isOpen { return self }
    let otherWins =
      switch (due, other.due) {
      case (let mine?, let theirs?): theirs < mine
      case (nil, .some): true
      default: false
      }
    let (winner, loser) = otherWins ? (other, self) : (self, other)
    return winner.with(outcome: winner.outcome(beside: loser), rules: winner.rules + loser.rules)
  }

  /// How the step ended by whichever rule it was done first, measured by the time that stands.
  private func outcome(beside other: WorkStep) -> Outcome {
    guard let at = [endedAt, other.endedAt].compactMap({ $0 }).min() else { return outcome }
    return .done(at: at, late: due.map { at > $0 } ?? false)
  }

  /// When it was done, where it was.
  private var endedAt: Instant? {
    if case .done(let at, _) = outcome { return at }
    return nil
  }

  private var isCancelled: Bool {
    if case .cancelled = outcome { return true }
    return false
  }

  private var isNotRequired: Bool {
    if case .notRequired = outcome { return true }
    return false
  }

  private func with(outcome: Outcome, rules: [String]) -> WorkStep {
    var seen: Set<String> = []
    return WorkStep(
      id: id, child: child, episodeNumber: episodeNumber, tray: tray, role: role, opens: opens,
      due: due, planned: planned, outcome: outcome, chair: chair,
      rules: rules.filter { seen.insert($0).inserted }, learntLate: learntLate, rule: rule,
      counted: counted)
  }
}
