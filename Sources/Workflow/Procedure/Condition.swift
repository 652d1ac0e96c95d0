/// When a rule applies: tests on facts, put together.
package indirect enum Condition: Hashable, Sendable {
  /// One of these values holds.
  case fact(Fact, Set<String>)
  /// The number is at least this.
  case atLeast(Fact, Int)
  /// The child went at least so often within some time.
  case went(Recurrence, atLeast: Int)
  /// Something has been recorded.
  case happened(EventMatch)
  case all([Condition])
  case any([Condition])
  case not(Condition)

  /// Without any test.
  package static let always = Condition.all([])

  /// Whether it holds in a situation.
  package func holds(in situation: Situation) -> Bool {
    Test(self).holds(knowing: FactSheet(facts, in: situation), in: situation)
  }

  /// The facts that it asks for, in order, each once.
  package var facts: [Fact] {
    var seen: [Fact] = []
    func visit(_ condition: Condition) {
      switch condition {
      case .fact(let fact, _), .atLeast(let fact, _):
        if !seen.contains(fact) { seen.append(fact) }
      case .happened, .went: break
      case .all(let parts), .any(let parts): parts.forEach(visit)
      case .not(let part): visit(part)
      }
    }
    visit(self)
    return seen
  }

  /// What must have been recorded beyond the facts, in order.
  package var happenings: [EventMatch] {
    switch self {
    case .happened(let match): [match]
    case .all(let parts), .any(let parts): parts.flatMap(\.happenings)
    case .not, .fact, .atLeast, .went: []
    }
  }

  /// How often the child went, where it asks for that beyond the facts; in order, each once.
  package var recurrences: [Recurrence] {
    var seen: [Recurrence] = []
    func visit(_ condition: Condition) {
      switch condition {
      case .went(let recurrence, _): if !seen.contains(recurrence) { seen.append(recurrence) }
      case .fact, .atLeast, .happened: break
      case .all(let parts), .any(let parts): parts.forEach(visit)
      case .not(let part): visit(part)
      }
    }
    visit(self)
    return seen
  }

  /// In words: `category is missing and from is care`.
  package var words: String {
    switch self {
    case .fact(let fact, let values):
      "\(fact.words) is \(values.sorted().joined(separator: " or "))"
    case .atLeast(let fact, let least): "\(fact.words) is \(least) or more"
    case .went(let recurrence, let least): "\(recurrence.words) is \(least) or more"
    case .happened(let match): "\(match.kind.title.lowercased()) is recorded"
    case .all(let parts): parts.isEmpty ? "always" : parts.map(\.words).joined(separator: " and ")
    case .any(let parts): parts.map(\.words).joined(separator: ", or ")
    case .not(let part): "not (\(part.words))"
    }
  }
}
