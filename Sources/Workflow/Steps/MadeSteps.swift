/// The steps that the rules of a procedure make, where several may ask for one and the same step.
struct MadeSteps {
  fileprivate var made: [Made] = []
  /// Where each stands, by its id without the reference, which all steps of an episode share.
  private var places: [Slot: Int] = [:]

  private struct Slot: Hashable {
    let episode: Int
    let step: StepName
    let occurrence: Int
    let part: String?
  }

  fileprivate struct Made {
    var standing: WorkStep?
    /// What rules left that no longer apply: it stands only where no rule asks for the step any more.
    var fallenAway: WorkStep?
  }

  /// Adds what the rules make of an episode, or of a record as a whole.
  mutating func add(_ work: EpisodeWork) {
    let isForRecord = work.situation.isForRecord
    for line in work.lines where line.rule.isForRecord == isForRecord {
      for step in work.steps(of: line) {
        let slot = Slot(
          episode: isForRecord ? 0 : step.episodeNumber, step: step.id.step,
          occurrence: step.id.occurrence, part: step.id.part)
        let place = places[slot] ?? made.count
        if place == made.count {
          places[slot] = place
          made.append(Made())
        }
        made[place].add(step, applies: line.applies)
      }
    }
  }

  /// One step for each id, in the order in which they were first asked for.
  var merged: [WorkStep] { made.compactMap { $0.standing ?? $0.fallenAway } }
}

extension MadeSteps.Made {
  fileprivate mutating func add(_ step: WorkStep, applies: Bool) {
    if applies {
      standing = standing.map { $0.merged(with: step) } ?? step
    } else {
      fallenAway = fallenAway.map { $0.merged(with: step) } ?? step
    }
  }
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
    return winner.with(
      outcome: winner.outcome(beside: loser),
      rules: winner.rules + loser.rules.filter { !winner.rules.contains($0) })
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
    WorkStep(
      id: id, child: child, episodeNumber: episodeNumber, tray: tray, role: role, opens: opens,
      due: due, planned: planned, outcome: outcome, chair: chair,
      rules: rules, learntLate: learntLate, rule: rule,
      counted: counted)
  }
}
