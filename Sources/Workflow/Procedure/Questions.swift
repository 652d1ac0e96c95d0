/// What the rules of a procedure ask of an episode, each question once.
///
/// Rules ask alike, above all where several packs are composed into one: whether the child counts as
/// missing, when it was back, what completes the step. Equal questions get the same number when the
/// procedure is read, and `Answers` finds each out once for an episode. What is left of a rule is a
/// `Line` of plain numbers, so that going through hundreds of rules shares and counts no references.
final class Questions: Sendable {
  /// When rules apply, and rungs of the ladder of chairs.
  let conditions: [Test]
  /// From what rules count.
  let grounds: [Ground]
  /// What completes steps, each by the numbers of its matches.
  let completions: [[Int]]
  /// Of which kinds the events are that complete steps.
  let completingKinds: [EventKinds]
  /// The events that complete steps.
  let matches: [EventMatch]
  /// What lets steps fall away.
  let lapses: [[EventMatch]]
  /// Names of parts; the first stands for none.
  let parts: [String?]
  /// The rules, in their order.
  let lines: [Line]
  /// Where the rules stand that are for an episode.
  let ofEpisode: [Int]
  /// Where the rules stand that are for a whole record.
  let ofRecord: [Int]
  /// For each rung of the ladder of chairs the number of its condition.
  let rungs: [Int]
  private let roles: [Role: Int]

  /// From what a rule counts.
  struct Ground: Hashable {
    /// The first of these that there is.
    let anchors: [Anchor]
    /// Of which pack the steps are whose due times it counts from; nothing where it counts from none.
    let pack: String?
  }

  /// A rule as it is worked through: the numbers of its questions, and what else is asked of it for
  /// every episode.
  struct Line {
    let condition: Int
    let ground: Int
    let completion: Int
    let lapse: Int
    let part: Int
    let step: StepName
    let repeats: Bool
    let opensAfter: TimeLimit?
    let within: TimeLimit?
  }

  /// Numbers what rules and rungs ask.
  init(rules: [Rule], chairs: [ChairRung]) {
    var conditions = Numbering<Test>()
    var grounds = Numbering<Ground>()
    var completions = Numbering<[Int]>()
    var matches = Numbering<EventMatch>()
    var lapses = Numbering<[EventMatch]>()
    var parts = Numbering<String?>()
    _ = parts.number(of: nil)
    lines = rules.map { rule in
      Line(
        condition: conditions.number(of: Test(rule.when)),
        ground: grounds.number(of: Ground(of: rule)),
        completion: completions.number(of: rule.completing.map { matches.number(of: $0) }),
        lapse: lapses.number(of: rule.lapsesOn), part: parts.number(of: rule.part),
        step: rule.step, repeats: rule.repeats, opensAfter: rule.opensAfter, within: rule.within)
    }
    rungs = chairs.map { conditions.number(of: Test($0.when)) }
    roles = Dictionary(
      uniqueKeysWithValues: Role.allCases.map { ($0, parts.number(of: $0.rawValue)) })
    ofEpisode = rules.indices.filter { !rules[$0].isForRecord }
    ofRecord = rules.indices.filter { rules[$0].isForRecord }
    self.conditions = conditions.things
    self.grounds = grounds.things
    self.completions = completions.things
    let known = matches.things
    self.matches = known
    completingKinds = completions.things.map { numbers in
      var kinds: EventKinds = []
      for number in numbers { kinds.insert(known[number].kind) }
      return kinds
    }
    self.lapses = lapses.things
    self.parts = parts.things
  }

  /// The number of the part that is one role's.
  func part(of role: Role) -> Int { roles[role] ?? 0 }
}

extension Questions.Ground {
  fileprivate init(of rule: Rule) {
    anchors = rule.since
    let followsStep = rule.since.contains { if case .due = $0 { true } else { false } }
    pack = followsStep ? rule.pack : nil
  }
}

/// Gives equal things the same number, from 0 on.
private struct Numbering<Thing: Hashable> {
  private(set) var things: [Thing] = []
  private var numbers: [Thing: Int] = [:]

  mutating func number(of thing: Thing) -> Int {
    if let known = numbers[thing] { return known }
    numbers[thing] = things.count
    things.append(thing)
    return things.count - 1
  }
}
