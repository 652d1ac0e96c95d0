import Workflow

/// What is wrong between the rules of one version, each of which is right by itself.
struct Conflicts {
  let inspection: Inspection
  /// Whether every rule of the version could be read; what is missing otherwise may only be broken.
  let isComplete: Bool

  func check(_ rules: [RuleReader.Placed]) {
    sameNames(rules)
    sameSlots(rules)
    if isComplete { unknownDues(rules) }
  }

  private func sameNames(_ rules: [RuleReader.Placed]) {
    var first: [String: Place] = [:]
    for placed in rules {
      if let other = first[placed.rule.name] {
        inspection.error(
          "there are two rules of the name '\(placed.rule.name)'", at: placed.namePlace,
          notes: [("the other one", other)])
      } else {
        first[placed.rule.name] = placed.namePlace
      }
    }
  }

  /// Two rules may time one step, the earlier due time then stands; but not so that nobody could say
  /// which of them speaks.
  private func sameSlots(_ rules: [RuleReader.Placed]) {
    for (index, placed) in rules.enumerated() {
      for other in rules[..<index] where claimOneSlot(placed.rule, other.rule) {
        inspection.error(
          "'\(placed.rule.name)' and '\(other.rule.name)' both make \(placed.rule.step.rawValue) "
            + "in the same case", at: placed.place,
          notes: [("'\(other.rule.name)' is here", other.place)])
      }
    }
  }

  private func claimOneSlot(_ left: Rule, _ right: Rule) -> Bool {
    guard left.step == right.step, left.part == right.part,
      left.isForRecord == right.isForRecord, left.repeats == right.repeats,
      cadencesMeet(left, right)
    else { return false }
    if left.when == right.when { return true }
    return left.since == right.since && left.realises.first == right.realises.first
      && !left.when.excludes(right.when)
  }

  private func cadencesMeet(_ left: Rule, _ right: Rule) -> Bool {
    func ends(_ one: Rule, before other: Rule) -> Bool {
      one.elapsedBefore != nil && one.elapsedBefore == other.elapsedFrom
    }
    return !ends(left, before: right) && !ends(right, before: left)
  }

  private func unknownDues(_ rules: [RuleReader.Placed]) {
    let timed = Set(rules.filter { $0.rule.within != nil }.map(\.rule.step))
    for placed in rules {
      for due in placed.dues where !timed.contains(due.step) {
        inspection.error(
          "no rule of this version gives \(due.step.rawValue) a due time", at: due.place)
      }
      for due in placed.dues where due.step == placed.rule.step {
        inspection.error("\(due.step.rawValue) cannot count from its own due time", at: due.place)
      }
    }
  }
}

extension Condition {
  /// The values that each fact of one value must have for this to hold, as far as that is plain.
  private var demands: [Fact: Set<String>] {
    switch self {
    case .fact(let fact, let values) where fact != .markers: return [fact: values]
    case .all(let parts):
      return parts.reduce(into: [:]) { demands, part in
        demands.merge(part.demands) { $0.intersection($1) }
      }
    default: return [:]
    }
  }

  /// Whether it can never hold.
  var isImpossible: Bool { demands.values.contains(where: \.isEmpty) }

  /// What must hold each by itself for this to hold.
  private var conjuncts: Set<Condition> {
    if case .all(let parts) = self {
      return parts.reduce(into: []) { $0.formUnion($1.conjuncts) }
    }
    return [self]
  }

  /// Whether a part of this is the very negation of what another one asks.
  private func denies(_ other: Condition) -> Bool {
    let asked = other.conjuncts
    return conjuncts.contains { part in
      if case .not(let denied) = part { return denied.conjuncts.isSubset(of: asked) }
      return false
    }
  }

  /// Whether it can never hold together with another one.
  func excludes(_ other: Condition) -> Bool {
    if denies(other) || other.denies(self) { return true }
    let (mine, theirs) = (demands, other.demands)
    return mine.contains { fact, values in
      theirs[fact].map { $0.isDisjoint(with: values) } ?? false
    }
  }
}
