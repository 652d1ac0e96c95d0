/// Goes through the rules of a procedure for one episode, or for one record as a whole.
///
/// Each rule that applies makes drafts, which know only which rule, which time and which instants. What
/// rules ask of the episode is found out once by `Answers`; drafts of one and the same step are merged
/// by `MadeSteps` as they come; `write` then puts words to those that stand. So most of the work on
/// hundreds of rules is on numbers, which nobody counts references to.
struct EpisodeWork: ~Copyable {
  var answers: Answers
  var made: MadeSteps
  let questions: Questions
  /// Who chairs, once a meeting asks for it.
  var ladder: ChairLadder?

  /// Goes through the rules.
  ///
  /// - Parameters:
  ///   - situation: the episode or the record.
  ///   - procedure: the procedure.
  ///   - sheet: the facts that the procedure asks for.
  init(situation: Situation, procedure: Procedure, knowing sheet: FactSheet) {
    answers = Answers(situation: situation, procedure: procedure, knowing: sheet)
    questions = procedure.questions
    let places = situation.isForRecord ? questions.ofRecord : questions.ofEpisode
    made = MadeSteps(rules: places.count)
    for place in places { add(place) }
  }

  /// Adds the steps that a rule makes: none where it does not apply, several where it repeats.
  private mutating func add(_ place: Int) {
    let line = questions.lines[place]
    guard answers.holds(line.condition) else { return addFallenAway(line, at: place) }
    if line.repeats { return addRepeated(line, at: place) }
    guard let ground = answers.ground(line.ground) else { return }
    let parts: [Role] =
      line.step == .acknowledge ? answers.procedure.acknowledgers(of: answers.situation.record) : []
    for role in parts {
      let done = answers.situation.record.acknowledgements.first { $0[.actingAs] == role.rawValue }
      add(draft(line, at: place, ground: ground, done: done, role: role), of: line)
    }
    if parts.isEmpty {
      let done = completion(of: line, at: place, since: ground)
      add(draft(line, at: place, ground: ground, done: done), of: line)
    }
  }

  /// A step whose condition held once and no longer does: what was done stays done, the rest is not
  /// required any more (rulebook, a step's state).
  private mutating func addFallenAway(_ line: Questions.Line, at place: Int) {
    guard !line.repeats, !answers.situation.isForRecord, line.step != .notice,
      let turn = answers.turn(ending: line.condition),
      let ground = answers.ground(line.ground)
    else { return }
    let done = completion(of: line, at: place, since: ground)
    var draft = draft(line, at: place, ground: ground, done: done)
    if draft.isOpen, !draft.isStillPlanned {
      draft.fallAway(as: .turned(turn), isPlanned: answers.plan(of: line.step) != nil)
    }
    made.add(draft, of: line.step, applies: draft.isStillPlanned)
  }

  mutating func add(_ draft: Draft, of line: Questions.Line) {
    made.add(draft, of: line.step, applies: true)
  }

  // MARK: - One step

  /// What a rule that does not repeat makes.
  private mutating func draft(
    _ line: Questions.Line, at place: Int, ground: Int, done: Event?, role: Role? = nil
  ) -> Draft {
    var draft = draft(
      line, at: place, ground: ground, occurrence: 1, done: done?.occurred, role: role)
    if let done {
      draft.ending = answers.ending(doneBy: done)
    } else if let cancellation = answers.cancellation(of: line.step, since: draft.from) {
      draft.ending = .cancelled(by: cancellation)
    } else {
      draft.fallAway(
        as: answers.ending(of: draft, lapse: line.lapse),
        isPlanned: answers.plan(of: line.step) != nil)
    }
    return draft
  }

  /// A step of a rule, open.
  mutating func draft(
    _ line: Questions.Line, at place: Int, ground: Int, occurrence: Int, done: Instant?,
    role: Role? = nil
  ) -> Draft {
    let from = answers.grounds[ground].from
    return Draft(
      place: place, occurrence: occurrence, part: role.map(questions.part) ?? line.part,
      role: role, ground: ground, from: from,
      due: line.within.map { answers.due($0, from: from) }, held: done,
      opens: line.opensAfter.map { answers.due($0, from: from) } ?? from, ending: .open)
  }

  /// What did a step that comes once.
  ///
  /// What was done before its ground arose was done for an earlier one: minutes of the first meeting
  /// are not those of the second. The start of the record is no such ground, as people act first and
  /// open then. Where the last that the desk learnt of is the ground, nothing that was done in between
  /// knew of it.
  private mutating func completion(
    of line: Questions.Line, at place: Int, since ground: Int
  ) -> Event? {
    let completions = answers.completions(of: place)
    guard !completions.isEmpty else { return nil }
    let ground = answers.grounds[ground]
    guard let event = ground.event, !event.kind.isOfStart else { return completions[0] }
    if ground.isByLearning {
      let learnt = ground.from.toTheMinute
      return completions.first { $0.occurred >= learnt }
    }
    let arose = min(ground.from, event.occurred)
    // What counts from the last of several is asked for anew with each: nothing before it was done for it.
    let isAnew = if case .last = ground.anchor { true } else { false }
    return completions.first {
      $0.occurred >= arose || !isAnew && !$0.isDone(byNameOf: line.step)
    }
  }
}

extension Counted {
  /// Whether it counts from when the desk learnt of the last of several.
  fileprivate var isByLearning: Bool { if case .lastLearnt = anchor { true } else { false } }
}

extension Instant {
  /// The minute in which it lies: people say times in minutes.
  fileprivate var toTheMinute: Instant { Instant(seconds: seconds - seconds % 60) }
}
