import Workflow

// What follows from conditions alone, whatever is recorded. What is said here is certain; a condition
// of which nothing is said may still never hold.

extension Condition {
  /// Why it can never hold, or nothing where it may.
  var clash: String? {
    if case .any(let parts) = self {
      let clashes = parts.map(\.clash)
      return clashes.allSatisfy { $0 != nil } ? clashes.first ?? nil : nil
    }
    let parts = conjuncts
    for part in parts {
      if case .any = part, let clash = part.clash { return clash }
    }
    if let fact = demands.first(where: \.value.isEmpty)?.key {
      return "one fact would have to have two values (\(fact.rawValue))"
    }
    for case .not(let denied) in parts {
      if denied.conjuncts.isSubset(of: parts) || parts.contains(where: { $0.implies(denied) }) {
        return "it asks for something and for its contrary (\(denied.words))"
      }
    }
    return nil
  }

  /// Whether a single test can only hold where another one does.
  private func implies(_ other: Condition) -> Bool {
    switch (self, other) {
    case (.fact(let mine, let values), .fact(let theirs, let wider)):
      mine == theirs && values.isSubset(of: wider)
    case (.atLeast(let mine, let number), .atLeast(let theirs, let least)):
      mine == theirs && number >= least
    case (.went(let mine, let number), .went(let theirs, let least)):
      mine == theirs && number >= least
    case (_, .any(let parts)): parts.contains { self == $0 || implies($0) }
    default: false
    }
  }

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

  /// What must hold each by itself for this to hold.
  private var conjuncts: Set<Condition> {
    switch self {
    case .all(let parts): parts.reduce(into: []) { $0.formUnion($1.conjuncts) }
    // That none of several holds is that each of them does not.
    case .not(.any(let parts)): Set(parts.map(Condition.not) + [self])
    default: [self]
    }
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
