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

    // These tell most apart, and numbers are quick to hash.
    func hash(into hasher: inout Hasher) {
      hasher.combine(step)
      hasher.combine(occurrence)
    }
  }

  fileprivate struct Made {
    var standing: WorkStep?
    /// What rules left that no longer apply: it stands only where no rule asks for the step any more.
    var fallenAway: WorkStep?
  }

  /// Adds what the rules make of an episode, or of a record as a whole.
  mutating func add(_ work: EpisodeWork) {
    let rules = work.procedure.rules
    made.reserveCapacity(made.count + rules.count)
    places.reserveCapacity(places.count + rules.count)
    for place in rules.indices where rules[place].isForRecord == work.situation.isForRecord {
      work.add(work.line(place), to: &self)
    }
  }

  /// Adds a step that a rule makes.
  ///
  /// - Parameters:
  ///   - step: the step.
  ///   - applies: whether the rule still applies.
  mutating func add(_ step: consuming WorkStep, applies: Bool) {
    let slot = Slot(
      episode: step.rule.isForRecord ? 0 : step.episodeNumber, step: step.id.step,
      occurrence: step.id.occurrence, part: step.id.part)
    if let place = places[slot] {
      made[place].add(step, applies: applies)
    } else {
      places[slot] = made.count
      made.append(applies ? Made(standing: step) : Made(fallenAway: step))
    }
  }

  /// One step for each id, in the order in which they were first asked for.
  var merged: [WorkStep] { made.compactMap { $0.standing ?? $0.fallenAway } }
}

extension MadeSteps.Made {
  fileprivate mutating func add(_ step: WorkStep, applies: Bool) {
    if applies {
      if standing == nil { standing = step } else { standing?.merge(step) }
    } else {
      if fallenAway == nil { fallenAway = step } else { fallenAway?.merge(step) }
    }
  }
}

extension WorkStep {
  /// Makes one step of two that claim the same slot.
  ///
  /// The earlier due time stands, and its rule is the one named; the tray, the role and the chair are
  /// those of that rule. Where both have a time, it is there as soon as one of them asks for it.
  ///
  /// A rule that no longer asks for the step gives way to one that does. What was done for one rule is
  /// done for all, and what was called off for one is called off for all; only a ground that arose
  /// since asks for it anew.
  fileprivate mutating func merge(_ other: WorkStep) {
    if let stands = stands(against: other) {
      if !stands { self = other }
      return
    }
    let otherWins =
      switch (due, other.due) {
      case (let mine?, let theirs?): theirs < mine
      case (nil, .some): true
      default: false
      }
    let done = [endedAt, other.endedAt].compactMap { $0 }.min()
    let asked = due != nil && other.due != nil ? min(opens, other.opens) : nil
    if otherWins {
      let mine = rules
      self = other
      for rule in mine where !rules.contains(rule) { rules.append(rule) }
    } else {
      for rule in other.rules where !rules.contains(rule) { rules.append(rule) }
    }
    if let asked { opens = asked }
    // It was done by whichever rule it was done first, measured by the time that stands.
    if let done { outcome = .done(at: done, late: due.map { done > $0 } ?? false) }
  }

  /// Whether it stands or gives way as a whole, or nothing where the two are one.
  private func stands(against other: WorkStep) -> Bool? {
    if isNotRequired != other.isNotRequired { return !isNotRequired }
    if let at = endedAt, other.isOpen, other.counted.from > at { return false }
    if let at = other.endedAt, isOpen, counted.from > at { return true }
    if isCancelled, other.isOpen { return false }
    if other.isCancelled, isOpen { return true }
    return nil
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
}
