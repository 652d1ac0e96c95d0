/// A condition made ready to be tried many times: values are bits, so that a test of a fact is one
/// comparison.
indirect enum Test: Hashable, Sendable {
  case among(Fact, UInt64)
  case atLeast(Fact, Int)
  case happened(EventMatch)
  case all([Test])
  case any([Test])
  case not(Test)

  init(_ condition: Condition) {
    switch condition {
    case .fact(let fact, let values): self = .among(fact, fact.bits(of: values))
    case .atLeast(let fact, let least): self = .atLeast(fact, least)
    case .happened(let match): self = .happened(match)
    case .all(let parts): self = .all(parts.map(Test.init))
    case .any(let parts): self = .any(parts.map(Test.init))
    case .not(let part): self = .not(Test(part))
    }
  }

  /// Whether it holds.
  ///
  /// - Parameters:
  ///   - sheet: what the facts are that it asks for.
  ///   - situation: where what has happened is looked up.
  func holds(knowing sheet: FactSheet, in situation: Situation) -> Bool {
    switch self {
    case .among(let fact, let bits): return sheet.bits(of: fact) & bits != 0
    case .atLeast(let fact, let least): return sheet.number(of: fact) >= least
    case .happened(let match): return situation.first(matching: match) != nil
    case .all(let parts):
      for part in parts where !part.holds(knowing: sheet, in: situation) { return false }
      return true
    case .any(let parts):
      for part in parts where part.holds(knowing: sheet, in: situation) { return true }
      return false
    case .not(let part): return !part.holds(knowing: sheet, in: situation)
    }
  }
}

/// What some facts are in one situation, read once.
struct FactSheet {
  private var allBits: [UInt64]
  private var numbers: [Int]

  init(_ facts: [Fact], in situation: Situation) {
    allBits = Array(repeating: 0, count: Fact.allCases.count)
    numbers = allBits.map { _ in 0 }
    for fact in facts {
      let reading = situation.reading(of: fact)
      allBits[fact.place] = reading.bits(of: fact)
      numbers[fact.place] = reading.number ?? 0
    }
  }

  /// Its values: a bit for each, by its place in the fact's list.
  func bits(of fact: Fact) -> UInt64 { allBits[fact.place] }

  /// The number; 0 where it is not known.
  func number(of fact: Fact) -> Int { numbers[fact.place] }
}
