/// A condition made ready to be tried many times: the questions at its leaves, each of which says which
/// is asked next where it holds and where it does not.
///
/// `all`, `any` and `not` leave no trace but where the two ways lead, so that no more is asked than
/// settles the whole, and values of facts are bits.
///
/// A class that never changes, because it is handed about more often than it is made.
final class Test: Sendable {
  /// The kinds of events that it asks for.
  let kinds: EventKinds
  /// A bit for each fact that it asks for, by the fact's place.
  let facts: UInt64
  private let leaves: [Leaf]
  /// What leaves look for, by its place.
  private let matches: [EventMatch]
  /// How often the child must have gone, by its place.
  private let goings: [Going]
  private let first: Int

  init(_ condition: Condition) {
    var making = Making()
    first = making.add(condition, then: Test.holding, otherwise: Test.failing)
    leaves = making.leaves
    matches = making.matches
    goings = making.goings
    facts = making.facts
    kinds = making.kinds
  }

  /// Whether it holds.
  ///
  /// - Parameters:
  ///   - sheet: what the facts are that it asks for.
  ///   - situation: where what has happened is looked up.
  /// - Returns: whether it does.
  func holds(knowing sheet: FactSheet, in situation: Situation) -> Bool {
    var place = first
    while place >= 0 {
      let leaf = leaves[place]
      let answer =
        switch leaf.question {
        case .among(let fact, let bits): sheet.bits(of: fact) & bits != 0
        case .atLeast(let fact, let least): sheet.number(of: fact) >= least
        case .went(let going): goings[going].holds(in: situation)
        case .happened(let match): situation.first(matching: matches[match]) != nil
        }
      place = answer ? leaf.then : leaf.otherwise
    }
    return place == Test.holding
  }

  private struct Leaf: Hashable {
    let question: Question
    /// The leaf that is asked next where it holds.
    let then: Int
    /// The leaf that is asked next where it does not.
    let otherwise: Int
  }

  private enum Question: Hashable {
    case among(Fact, UInt64)
    case atLeast(Fact, Int)
    case went(Int)
    case happened(Int)
  }

  /// How often the child must have gone within some time.
  private struct Going: Hashable {
    let recurrence: Recurrence
    let least: Int

    func holds(in situation: Situation) -> Bool {
      (recurrence.count(in: situation) ?? 0) >= least
    }
  }

  /// Where nothing more is asked.
  private static let (holding, failing) = (-1, -2)

  /// Goes through a condition from its last part to the first, as each must know what comes after it.
  private struct Making {
    var leaves: [Leaf] = []
    var matches: [EventMatch] = []
    var goings: [Going] = []
    var facts: UInt64 = 0
    var kinds: EventKinds = []

    /// Adds a condition.
    ///
    /// - Parameters:
    ///   - condition: the condition.
    ///   - then: where it goes on where it holds.
    ///   - otherwise: where it goes on where it does not.
    /// - Returns: where it begins.
    mutating func add(_ condition: Condition, then: Int, otherwise: Int) -> Int {
      switch condition {
      case .fact(let fact, let values):
        facts |= 1 << UInt64(fact.place)
        return add(.among(fact, fact.bits(of: values)), then, otherwise)
      case .atLeast(let fact, let least):
        facts |= 1 << UInt64(fact.place)
        return add(.atLeast(fact, least), then, otherwise)
      case .went(let recurrence, let least):
        // It is counted back from the start, and these say when that was.
        kinds.insert(contentsOf: [.wentMissing, .reported])
        goings.append(Going(recurrence: recurrence, least: least))
        return add(.went(goings.count - 1), then, otherwise)
      case .happened(let match):
        kinds.insert(contentsOf: match.kinds)
        matches.append(match)
        return add(.happened(matches.count - 1), then, otherwise)
      case .all(let parts):
        return parts.reversed().reduce(then) { add($1, then: $0, otherwise: otherwise) }
      case .any(let parts):
        return parts.reversed().reduce(otherwise) { add($1, then: then, otherwise: $0) }
      case .not(let part):
        return add(part, then: otherwise, otherwise: then)
      }
    }

    private mutating func add(_ question: Question, _ then: Int, _ otherwise: Int) -> Int {
      leaves.append(Leaf(question: question, then: then, otherwise: otherwise))
      return leaves.count - 1
    }
  }
}

extension Test: Hashable {
  static func == (one: Test, other: Test) -> Bool {
    one === other
      || one.first == other.first && one.leaves == other.leaves && one.matches == other.matches
        && one.goings == other.goings
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(leaves)
    hasher.combine(kinds)
  }
}
