/// A condition made ready to be tried many times: a short row of instructions, read from first to
/// last, in which values of facts are bits and what cannot matter any more is leapt over.
struct Test: Hashable, Sendable {
  private var instructions: [Instruction] = []
  /// What instructions look for, by its place.
  private var matches: [EventMatch] = []
  /// A bit for each fact that it asks for, by the fact's place.
  private(set) var facts: UInt64 = 0

  private enum Instruction: Hashable, Sendable {
    case yes
    case among(Fact, UInt64)
    case atLeast(Fact, Int)
    case went(Recurrence, Int)
    case happened(Int)
    case negate
    /// Goes on at another instruction where the last answer was this.
    case leap(when: Bool, to: Int)
  }

  init(_ condition: Condition) { add(condition) }

  /// Whether it asks what has happened, besides the facts.
  private(set) var asksForEvents = false

  /// Whether it holds.
  ///
  /// - Parameters:
  ///   - sheet: what the facts are that it asks for.
  ///   - situation: where what has happened is looked up.
  /// - Returns: whether it does.
  func holds(knowing sheet: FactSheet, in situation: Situation) -> Bool {
    var answer = true
    var place = 0
    while place < instructions.count {
      switch instructions[place] {
      case .yes: answer = true
      case .among(let fact, let bits): answer = sheet.bits(of: fact) & bits != 0
      case .atLeast(let fact, let least): answer = sheet.number(of: fact) >= least
      case .went(let recurrence, let least):
        answer = (recurrence.count(in: situation) ?? 0) >= least
      case .happened(let match): answer = situation.first(matching: matches[match]) != nil
      case .negate: answer.toggle()
      case .leap(let when, let to):
        if answer == when {
          place = to
          continue
        }
      }
      place += 1
    }
    return answer
  }

  private mutating func add(_ condition: Condition) {
    switch condition {
    case .fact(let fact, let values):
      facts |= 1 << UInt64(fact.place)
      instructions.append(.among(fact, fact.bits(of: values)))
    case .atLeast(let fact, let least):
      facts |= 1 << UInt64(fact.place)
      instructions.append(.atLeast(fact, least))
    case .went(let recurrence, let least):
      asksForEvents = true
      instructions.append(.went(recurrence, least))
    case .happened(let match):
      asksForEvents = true
      instructions.append(.happened(matches.count))
      matches.append(match)
    case .all(let parts): add(parts, settledBy: false)
    case .any(let parts): add(parts, settledBy: true)
    case .not(let part):
      add(part)
      instructions.append(.negate)
    }
  }

  /// Parts of which the first that gives a certain answer settles the whole.
  private mutating func add(_ parts: [Condition], settledBy answer: Bool) {
    instructions.append(.yes)
    if answer { instructions.append(.negate) }
    var leaps: [Int] = []
    for part in parts {
      add(part)
      leaps.append(instructions.count)
      instructions.append(.leap(when: answer, to: 0))
    }
    for leap in leaps { instructions[leap] = .leap(when: answer, to: instructions.count) }
  }
}
