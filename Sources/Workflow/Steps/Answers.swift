/// What the questions of a procedure come to for one episode, or for one record as a whole.
///
/// Each is found out when a rule first asks it, and kept for all others that ask the same.
struct Answers: ~Copyable {
  let situation: Situation
  let procedure: Procedure
  /// What the procedure asks.
  let questions: Questions
  /// Every instant from which a step counts; drafts name them by their place here.
  private(set) var grounds: [Counted] = []
  /// What was called off, in the order in which it happened; drafts name it by its place here.
  let cancelled: [Event]
  /// What did steps; drafts name it by its place here.
  private(set) var doing: [Event] = []
  /// What let steps fall away, and how to say so; drafts name them by their place here.
  private var lapsed: [(event: Event, words: String?)] = []
  /// When the child was back.
  let back: Instant?
  private let sheet: FactSheet
  private let turns: [Turn]
  /// The kinds of events that there are for it at all.
  let kinds: EventKinds

  // What is known so far, by the numbers of the questions.
  private var conditions: [Bool?]
  private var endings: [Found]
  private var grounded: [Found]
  private var candidates: [[Event]?]
  private var matching: [[Event]?]
  private var lapses: [Range<Int>?]

  /// A place in a list, once it has been looked for.
  private enum Found {
    case notSought
    case nowhere
    case at(Int)

    init(_ place: Int?) { self = place.map(Found.at) ?? .nowhere }
  }

  init(situation: Situation, procedure: Procedure, knowing sheet: FactSheet) {
    self.situation = situation
    self.procedure = procedure
    self.sheet = sheet
    kinds = situation.kinds
    back = situation.episode.returned?.occurred
    turns =
      situation.isForRecord ? [] : Turn.all(in: situation, knowing: sheet, asking: procedure.facts)
    cancelled = situation.episode.log.events(.meetingCancelled).sorted {
      $0.occurred < $1.occurred
    }
    questions = procedure.questions
    conditions = Array(repeating: nil, count: questions.conditions.count)
    endings = Array(repeating: .notSought, count: questions.conditions.count)
    grounded = Array(repeating: .notSought, count: questions.grounds.count)
    candidates = Array(repeating: nil, count: questions.completions.count)
    matching = Array(repeating: nil, count: questions.matches.count)
    lapses = Array(repeating: nil, count: questions.lapses.count)
    // Those that are asked for, and what repeats counts each time from when it was done last.
    grounds.reserveCapacity(questions.grounds.count + log.all.count)
  }

  var log: EventLog { situation.episode.log }

  // MARK: - Whether

  /// Whether a condition holds.
  mutating func holds(_ condition: Int) -> Bool {
    if let known = conditions[condition] { return known }
    let holds = questions.conditions[condition].holds(knowing: sheet, in: situation)
    conditions[condition] = holds
    return holds
  }

  /// The event that ended a condition which held before it and does not hold now.
  mutating func turn(ending condition: Int) -> Int? {
    switch endings[condition] {
    case .at(let turn): return turn
    case .nowhere: return nil
    case .notSought:
      let test = questions.conditions[condition]
      let turn = turns.indices.last { turns[$0].ended(test) }
      endings[condition] = Found(turn)
      return turn
    }
  }

  /// Where the rules stand that make a step, apply, and are of one pack.
  mutating func applying(_ step: StepName, of pack: String?) -> [Int] {
    var places: [Int] = []
    for place in procedure.places(of: step)
    where procedure.rules[place].pack == pack && holds(questions.lines[place].condition) {
      places.append(place)
    }
    return places
  }

  // MARK: - From when

  /// From which instant rules count: their first anchor that has one.
  ///
  /// - Parameter number: the number of the question.
  /// - Returns: the place among the grounds.
  mutating func ground(_ number: Int) -> Int? {
    switch grounded[number] {
    case .at(let place): return place
    case .nowhere: return nil
    case .notSought:
      let question = questions.grounds[number]
      var place: Int?
      for anchor in question.anchors {
        guard let counted = counted(by: anchor, of: question.pack) else { continue }
        place = keep(counted)
        break
      }
      grounded[number] = Found(place)
      return place
    }
  }

  /// Keeps an instant from which a step counts.
  mutating func keep(_ counted: Counted) -> Int {
    grounds.append(counted)
    return grounds.count - 1
  }

  private mutating func counted(by anchor: Anchor, of pack: String?) -> Counted? {
    switch anchor {
    case .missingStart:
      return situation.start.map { Counted(from: $0.at, anchor: anchor, event: $0.event) }
    case .missingFor(let limit):
      return situation.start.map {
        Counted(from: due(limit, from: $0.at), anchor: anchor, event: $0.event)
      }
    case .first(let match):
      return situation.first(matching: match).map { counted($0, by: anchor) }
    case .last(let match):
      return situation.last(matching: match).map { counted($0, by: anchor) }
    case .earliest(let matches):
      let events = matches.compactMap { situation.first(matching: $0) }
      return events.min { $0.occurred < $1.occurred }.map {
        counted($0, by: .first(EventMatch($0.kind)))
      }
    case .learnt(let match):
      return situation.first(matching: match).map {
        Counted(from: $0.recorded, anchor: anchor, event: $0)
      }
    case .lastLearnt(let match):
      return situation.last(matching: match).map {
        Counted(from: $0.recorded, anchor: anchor, event: $0)
      }
    case .due(let step):
      // Of several packs each counts from its own due time.
      var earliest: Instant?
      for place in applying(step, of: pack) {
        let line = questions.lines[place]
        guard let within = line.within, let base = ground(line.ground) else { continue }
        let due = due(within, from: grounds[base].from)
        earliest = min(earliest ?? due, due)
      }
      return earliest.map { Counted(from: $0, anchor: anchor, event: nil) }
    }
  }

  /// What was recorded of the record before an episode joined it cannot count for that episode: its
  /// own going does.
  private func counted(_ event: Event, by anchor: Anchor) -> Counted {
    if !situation.isForRecord, !event.kind.isOfEpisode, situation.episode.joinedOpenRecord,
      let start = situation.start, event.occurred < start.at
    {
      return Counted(from: start.at, anchor: .missingStart, event: start.event)
    }
    return Counted(from: event.occurred, anchor: anchor, event: event)
  }

  func due(_ limit: TimeLimit, from start: Instant) -> Instant {
    limit.due(from: start, holidays: procedure.holidays)
  }

  // MARK: - What was done

  /// The events that complete a rule's step, in the order in which they happened.
  ///
  /// Of several parts of a step, an event that names none completes the one that has no name, else the first
  /// that it can; one that names another's part completes that alone.
  mutating func completions(of place: Int) -> [Event] {
    let line = questions.lines[place]
    var candidates = candidates(line.completion)
    // To finish a record is more than to put it on the file while something in it is still to be filled in.
    if line.step == .finalise, candidates.contains(where: { $0.kind == .uploaded }),
      situation.child.holdsOpen(situation.record)
    {
      candidates.removeAll { $0.kind == .uploaded }
    }
    guard line.step != .notice, !candidates.isEmpty else { return candidates }
    guard line.part != 0 else {
      if candidates.contains(where: { $0.kind == .stepDone && $0[.part] != nil }) {
        let others = parts(of: line.step)
        candidates.removeAll {
          $0.kind == .stepDone && $0[.part].map(others.contains) ?? false
        }
      }
      return candidates
    }
    var taken: [Event] = []
    for other in procedure.places(of: line.step) {
      let earlier = questions.lines[other]
      guard other < place || earlier.part == 0, earlier.part != line.part, holds(earlier.condition)
      else { continue }
      if let first = completions(of: other).first { taken.append(first) }
    }
    return candidates.filter { !taken.contains($0) }
  }

  /// The names of the parts in which a step comes.
  private func parts(of step: StepName) -> Set<String> {
    Set(procedure.places(of: step).compactMap { questions.parts[questions.lines[$0].part] })
  }

  /// The events that can complete a step.
  private mutating func candidates(_ number: Int) -> [Event] {
    if questions.completingKinds[number].isDisjoint(with: kinds) { return [] }
    if let known = candidates[number] { return known }
    var events: [Event] = []
    for match in questions.completions[number] {
      let found = self.events(matching: match)
      if events.isEmpty { events = found } else { events += found }
    }
    // Most are in order and count, and are then shared with whoever asks for the same match.
    if !events.allSatisfy({ counts($0) }) { events.removeAll { !counts($0) } }
    if !events.isInOrder { events.sort { $0.occurred < $1.occurred } }
    candidates[number] = events
    return events
  }

  private mutating func events(matching number: Int) -> [Event] {
    if let known = matching[number] { return known }
    let events = situation.events(matching: questions.matches[number])
    matching[number] = events
    return events
  }

  /// How a step ends that an event does.
  mutating func ending(doneBy event: Event) -> Draft.Ending {
    doing.append(event)
    return .done(at: event.occurred, by: doing.count - 1)
  }

  /// A closure or an end that was taken back completes nothing, nor does what was recorded of the
  /// record before this episode joined it.
  private func counts(_ event: Event) -> Bool {
    switch event.kind {
    case .recordClosed: return event == situation.record.closed
    case .finalised: return event == situation.record.finalised
    default:
      guard !event.kind.isOfEpisode, !situation.isForRecord, situation.episode.joinedOpenRecord,
        let joined = situation.start?.at
      else { return true }
      return event.occurred >= joined
    }
  }

  // MARK: - What fell away

  /// How a step ends that was neither done nor called off, or that it has not ended.
  ///
  /// - Parameters:
  ///   - draft: the step.
  ///   - number: the number of the question what lets it fall away.
  /// - Returns: how it ends.
  mutating func ending(of draft: Draft, lapse number: Int) -> Draft.Ending {
    // A child who is back is not missing any longer, so that moment never comes.
    if let back, back < draft.from, case .missingFor = grounds[draft.ground].anchor {
      return .neverReached
    }
    let isLateToo = procedure.rules[draft.place].lapsesLate
    return lapse(number, before: isLateToo ? nil : draft.due).map(Draft.Ending.lapsed) ?? .open
  }

  /// The first event that lets a step fall away, before a due time where only that counts.
  ///
  /// - Parameters:
  ///   - number: the number of the question.
  ///   - due: the due time, or nothing where there is none or later counts as well.
  /// - Returns: the place among what fell away.
  private mutating func lapse(_ number: Int, before due: Instant?) -> Int? {
    let places = lapses[number] ?? lapsing(number)
    return places.first { place in due.map { lapsed[place].event.occurred < $0 } ?? true }
  }

  private mutating func lapsing(_ number: Int) -> Range<Int> {
    let first = lapsed.count
    for match in questions.lapses[number] {
      if let event = log.first(matching: match) { lapsed.append((event, nil)) }
    }
    lapses[number] = first..<lapsed.count
    return first..<lapsed.count
  }

  /// Why a step fell away: `returned Thu 14 May 09:15`; where its time had run out, it says so.
  mutating func words(ofLapse place: Int, due: Instant?) -> String {
    let words = lapsed[place].words ?? lapsed[place].event.reason
    lapsed[place].words = words
    return words.ended(at: lapsed[place].event.occurred, due: due)
  }

  /// What let a step fall away.
  func event(ofLapse place: Int) -> Event { lapsed[place].event }

  /// Why a step fell away for which the child would have had to be missing for longer.
  var wordsOfReturn: String { situation.episode.returned?.reason ?? "" }

  /// The event with which a turn came.
  func event(ofTurn turn: Int) -> Event { turns[turn].event }

  /// How a step ends that was asked for until a turn; where its time had run out, it says so.
  func words(ofTurn turn: Int, due: Instant?) -> String { turns[turn].words(due: due) }
}

extension [Event] {
  /// Whether none happened before the one in front of it.
  fileprivate var isInOrder: Bool {
    indices.dropFirst().allSatisfy { self[$0 - 1].occurred <= self[$0].occurred }
  }
}
