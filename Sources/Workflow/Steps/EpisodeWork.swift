/// Turns the rules of a procedure into the work steps of one episode.
///
/// What several rules ask of the same episode is found out once, when it is made: the facts, which
/// rules apply, how far up the ladder of chairs it has come.
struct EpisodeWork {
  let situation: Situation
  let procedure: Procedure
  private let sheet: FactSheet
  private let ladder: ChairLadder
  private let turns: [Turn]

  /// A rule, by its place in the procedure, and whether it applies.
  struct Line {
    let place: Int
    let rule: Rule
    let applies: Bool
  }

  init(situation: Situation, procedure: Procedure) {
    self.situation = situation
    self.procedure = procedure
    sheet = FactSheet(procedure.facts, in: situation)
    ladder = ChairLadder(
      procedure.chairs, holidays: procedure.holidays, situation: situation, knowing: sheet)
    turns =
      situation.isForRecord ? [] : Turn.all(in: situation, knowing: sheet, asking: procedure.facts)
  }

  var log: EventLog { situation.episode.log }

  /// The rule at a place.
  func line(_ place: Int) -> Line {
    let rule = procedure.rules[place]
    return Line(
      place: place, rule: rule, applies: rule.test.holds(knowing: sheet, in: situation))
  }

  /// Adds the steps that a rule makes: none where it does not apply, several where it repeats.
  func add(_ line: Line, to made: inout MadeSteps) {
    guard line.applies else { return addFallenAway(line, to: &made) }
    let rule = line.rule
    if rule.repeats { return addRepeated(line, to: &made) }
    guard let counted = counted(rule) else { return }
    let parts: [Role] =
      rule.step == .acknowledge ? procedure.acknowledgers(of: situation.record) : []
    for role in parts {
      made.add(acknowledgement(rule, by: role, counted: counted), applies: true)
    }
    if parts.isEmpty {
      made.add(
        step(
          rule, occurrence: 1, counted: counted, doneAt: completion(of: line, since: counted)),
        applies: true)
    }
  }

  /// A step whose condition held once and no longer does: what was done stays done, the rest is not
  /// required any more (rulebook, a step's state).
  private func addFallenAway(_ line: Line, to made: inout MadeSteps) {
    let rule = line.rule
    guard !rule.repeats, !situation.isForRecord, rule.step != .notice,
      let turn = turns.indices.last(where: { turns[$0].ended(rule.test) }),
      let counted = counted(rule)
    else { return }
    var step = step(
      rule, occurrence: 1, counted: counted, doneAt: completion(of: line, since: counted))
    if step.isOpen {
      step.outcome = turns[turn].ending(due: step.due)
      step.dropped = turns[turn].occurred
    }
    made.add(step, applies: false)
  }

  /// The rules of one step that apply and belong to the same pack.
  func applying(_ step: StepName, like rule: Rule) -> [Line] {
    procedure.places(of: step).filter { procedure.rules[$0].pack == rule.pack }.map(line)
      .filter(\.applies)
  }

  // MARK: - One step

  func step(
    _ rule: Rule, occurrence: Int, counted: Counted, doneAt done: Event?,
    cancelledBy cancellation: Event? = nil, part: Role? = nil
  ) -> WorkStep {
    let ended =
      rule.repeats
      ? cancellation : cancellations(of: rule.step).last { $0.occurred >= counted.from }
    let due = rule.within.map { $0.due(from: counted.from, holidays: procedure.holidays) }
    let opens =
      rule.opensAfter?.due(from: counted.from, holidays: procedure.holidays) ?? counted.from
    return WorkStep(
      id: StepID(
        reference: rule.isForRecord ? situation.record.reference : situation.episode.reference,
        step: rule.step, occurrence: occurrence, part: part?.rawValue ?? rule.part),
      child: situation.child.id, episodeNumber: situation.episode.number,
      tray: reassigned(rule.step) ?? part.flatMap(tray(of:)) ?? rule.tray, role: part ?? rule.role,
      opens: opens,
      due: due, planned: planned(rule.step, since: counted.from),
      heldUntil: held(rule.step, since: counted.from, due: due),
      outcome: outcome(of: rule, counted: counted, due: due, done: done, cancelled: ended),
      dropped: done == nil ? ended?.occurred : nil,
      chair: chair(of: rule.step, due: due, held: done?.occurred),
      rules: rule.realises, learntLate: learntLate(due: due, counted: counted),
      rule: rule, counted: counted)
  }

  /// Whether the desk heard only after the limit had run out.
  private func learntLate(due: Instant?, counted: Counted) -> Bool {
    guard let due else { return false }
    return counted.event.map { $0.recorded > due } ?? false
      || situation.episode.began.map { $0.recorded > due } ?? false
  }

  private func outcome(
    of rule: Rule, counted: Counted, due: Instant?, done: Event?, cancelled: Event?
  ) -> WorkStep.Outcome {
    if let done {
      return .done(at: done.occurred, late: due.map { done.occurred > $0 } ?? false)
    }
    if let cancelled {
      return .cancelled(reason: cancelled[.decision] ?? "no decision recorded")
    }
    // A child who is back is not missing any longer, so that moment never comes.
    if case .missingFor = counted.anchor, let back = situation.episode.returned,
      back.occurred < counted.from
    {
      return .notRequired(because: "returned \(back.occurred.spokenShort)")
    }
    for match in rule.lapsesOn {
      guard let lapse = log.matching(match).first else { continue }
      if let due, lapse.occurred >= due { continue }
      return .notRequired(because: "\(lapse.kind.title.lowercased()) \(lapse.occurred.spokenShort)")
    }
    return .open
  }

  /// The event that completes a step which comes once.
  ///
  /// What was done before its ground arose was done for an earlier one: minutes of the first meeting
  /// are not those of the second. The start of the record is no such ground, as people act first and
  /// open then.
  private func completion(of line: Line, since counted: Counted) -> Event? {
    let completions = completions(of: line)
    guard let ground = counted.event, !ground.kind.isOfStart else { return completions.first }
    let arose = min(counted.from, ground.occurred)
    return completions.first { $0.occurred >= arose || !line.rule.isDone(byName: $0) }
  }

  /// The events that complete a rule's step, in the order in which they happened.
  ///
  /// Of several parts of a step, an event that names none completes the first that it can.
  func completions(of line: Line) -> [Event] {
    let rule = line.rule
    guard let part = rule.part, rule.step != .notice else { return candidates(for: rule) }
    let candidates = candidates(for: rule)
    guard !candidates.isEmpty else { return [] }
    let earlier = procedure.places(of: rule.step).prefix { $0 < line.place }
      .filter { procedure.rules[$0].part != part }.map(self.line).filter(\.applies)
    let taken = earlier.compactMap { completions(of: $0).first }
    return candidates.filter { !taken.contains($0) }
  }

  /// The events that can complete a rule's step.
  private func candidates(for rule: Rule) -> [Event] {
    var events: [Event] = []
    for match in rule.completing { events += situation.events(matching: match) }
    guard !events.isEmpty else { return [] }
    // A closure or an end that was taken back completes nothing, nor does what was recorded of the
    // record before this episode joined it.
    let joins = !situation.isForRecord && situation.episode.joinedOpenRecord
    let joined = joins ? situation.start : nil
    return events.filter { event in
      switch event.kind {
      case .recordClosed: event == situation.record.closed
      case .finalised: event == situation.record.finalised
      default: event.kind.isOfEpisode || joined.map { event.occurred >= $0.at } ?? true
      }
    }.sorted { $0.occurred < $1.occurred }
  }

  // MARK: - Acknowledgement

  private func acknowledgement(_ rule: Rule, by role: Role, counted: Counted) -> WorkStep {
    let done = situation.record.acknowledgements.first { $0[.actingAs] == role.rawValue }
    return step(rule, occurrence: 1, counted: counted, doneAt: done, part: role)
  }

  /// The tray that somebody moved the step to; its due time stays as it was.
  private func reassigned(_ step: StepName) -> Tray? {
    let moves = log.events(.reassigned).filter { $0[.step] == step.rawValue }
    return moves.last?[.to].flatMap(Tray.init(rawValue:))
  }

  /// Until when somebody holds the step; never beyond its due time, so that nothing is late unseen.
  private func held(_ step: StepName, since: Instant, due: Instant?) -> Instant? {
    let hold = log.events(.held).last { $0[.step] == step.rawValue && $0.recorded >= since }
    guard let until = hold?[Field<Instant>("until")] else { return nil }
    return due.map { min(until, $0) } ?? until
  }

  private func tray(of role: Role) -> Tray? { Tray(rawValue: role.rawValue) }

  // MARK: - Instants

  /// From which instant a rule counts: its first anchor that has one.
  func counted(_ rule: Rule) -> Counted? {
    for anchor in rule.since {
      switch anchor {
      case .missingStart:
        if let start = situation.start {
          return Counted(from: start.at, anchor: anchor, event: start.event)
        }
      case .missingFor(let limit):
        if let start = situation.start {
          let reached = limit.due(from: start.at, holidays: procedure.holidays)
          return Counted(from: reached, anchor: anchor, event: start.event)
        }
      case .first(let match):
        if let event = situation.first(matching: match) { return counted(event, by: anchor) }
      case .last(let match):
        if let event = situation.last(matching: match) { return counted(event, by: anchor) }
      case .earliest(let matches):
        let events = matches.compactMap { situation.first(matching: $0) }
        if let event = events.min(by: { $0.occurred < $1.occurred }) {
          return self.counted(event, by: .first(EventMatch(event.kind)))
        }
      case .learnt(let match):
        if let event = situation.first(matching: match) {
          return Counted(from: event.recorded, anchor: anchor, event: event)
        }
      case .due(let step):
        // Of several packs each counts from its own due time.
        let dues = applying(step, like: rule).compactMap { other -> Instant? in
          guard let within = other.rule.within, let base = counted(other.rule) else { return nil }
          return within.due(from: base.from, holidays: procedure.holidays)
        }
        if let due = dues.min() { return Counted(from: due, anchor: anchor, event: nil) }
      }
    }
    return nil
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

  private func planned(_ step: StepName, since opens: Instant) -> Instant? {
    log.events(.meetingPlanned).last { $0[.kind] == step.rawValue && $0.recorded >= opens }?[
      .planned]
  }

  // MARK: - The chair

  /// Who chairs, by how long the child will have been missing when the meeting is due.
  private func chair(of step: StepName, due: Instant?, held: Instant?) -> Role? {
    guard step.isMeeting, let due else { return nil }
    return ladder.rung(for: step, due: due, held: held)?.role
  }
}
