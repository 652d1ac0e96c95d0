/// Turns the rules of a procedure into the work steps of one episode.
struct EpisodeWork {
  let situation: Situation
  let procedure: Procedure
  let log: EventLog
  let turns: [Turn]

  init(situation: Situation, procedure: Procedure) {
    self.situation = situation
    self.procedure = procedure
    log = situation.episode.log
    turns = situation.isForRecord ? [] : EpisodeWork.turns(in: situation)
  }

  /// The steps that a rule makes: none where it does not apply, several where it repeats.
  func steps(of rule: Rule) -> [WorkStep] {
    guard rule.when.holds(in: situation) else { return fallenAway(rule) }
    if rule.repeats { return repeated(rule) }
    guard let counted = counted(rule) else { return [] }
    let parts: [Role] =
      rule.step == .acknowledge ? procedure.acknowledgers(of: situation.record) : []
    if !parts.isEmpty {
      return parts.map { acknowledgement(rule, by: $0, counted: counted) }
    }
    return [step(rule, occurrence: 1, counted: counted, doneAt: completions(of: rule).first)]
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
    let known = [counted.event?.recorded, situation.episode.began?.recorded].compactMap { $0 }.max()
    return WorkStep(
      id: StepID(
        reference: rule.isForRecord ? situation.record.reference : situation.episode.reference,
        step: rule.step, occurrence: occurrence, part: part?.rawValue ?? rule.part),
      child: situation.child.id, episodeNumber: situation.episode.number,
      tray: reassigned(rule.step) ?? part.flatMap(tray(of:)) ?? rule.tray, role: part ?? rule.role,
      opens: opens,
      due: due, planned: planned(rule.step, since: counted.from),
      outcome: outcome(of: rule, due: due, done: done, cancelled: ended),
      chair: chair(of: rule.step, due: due, held: done?.occurred),
      rules: rule.realises, learntLate: due.map { due in known.map { $0 > due } ?? false } ?? false,
      rule: rule, counted: counted)
  }

  private func outcome(
    of rule: Rule, due: Instant?, done: Event?, cancelled: Event?
  ) -> WorkStep.Outcome {
    if let done {
      return .done(at: done.occurred, late: due.map { done.occurred > $0 } ?? false)
    }
    if let cancelled {
      return .cancelled(reason: cancelled[.decision] ?? "no decision recorded")
    }
    for match in rule.lapsesOn {
      guard let lapse = log.matching(match).first else { continue }
      if let due, lapse.occurred >= due { continue }
      return .notRequired(because: "\(lapse.kind.title.lowercased()) \(lapse.occurred.spokenShort)")
    }
    return .open
  }

  /// The events that complete a rule's step, in the order in which they happened.
  ///
  /// Of several parts of a step, an event that names none completes the first that it can.
  func completions(of rule: Rule) -> [Event] {
    guard let part = rule.part, rule.step != .notice else { return candidates(for: rule) }
    let earlier = procedure.rules.prefix { $0 != rule }.filter {
      $0.step == rule.step && $0.part != part && $0.when.holds(in: situation)
    }
    let taken = earlier.compactMap { completions(of: $0).first }
    return candidates(for: rule).filter { !taken.contains($0) }
  }

  /// The events that can complete a rule's step.
  private func candidates(for rule: Rule) -> [Event] {
    var events: [Event] = []
    var byName = EventMatch(.stepDone, with: ["step": [rule.step.rawValue]])
    if let part = rule.part {
      byName = EventMatch(
        .stepDone, with: ["step": [rule.step.rawValue], "part": [part]])
      if rule.step != .notice {
        let unnamed = EventMatch(
          .stepDone, with: ["step": [rule.step.rawValue]], without: ["part": ["any"]])
        events += situation.events(matching: unnamed)
      }
    }
    events += situation.events(matching: byName)
    if rule.step.isMeeting {
      events += log.matching(EventMatch(.meetingHeld, with: ["kind": [rule.step.rawValue]]))
    }
    for match in rule.doneBy { events += situation.events(matching: match) }
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
        if let event = situation.events(matching: match).first {
          return counted(event, by: anchor)
        }
      case .last(let match):
        if let event = situation.events(matching: match).last {
          return counted(event, by: anchor)
        }
      case .due(let step):
        // Of several packs each counts from its own due time.
        let dues = procedure.rules.filter {
          $0.step == step && $0.pack == rule.pack && $0.when.holds(in: situation)
        }.compactMap { other -> Instant? in
          guard let base = counted(other), let within = other.within else { return nil }
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
    guard step.isMeeting, let start = situation.start, let due else { return nil }
    return ChairLadder(rungs: procedure.chairs, holidays: procedure.holidays, held: held)
      .rung(due: due, start: start.at, situation: situation)?.role
  }
}

extension EventKind {
  /// Whether the event is kept with an episode, not with the record or the child.
  var isOfEpisode: Bool {
    switch self {
    case .childRegistered, .childUpdated, .allocated, .opened, .recordClosed, .acknowledged,
      .finalised, .reopened, .triaged, .procedureAdopted, .reportAttached, .rhiAllocated,
      .rhiReferred, .caseClosed:
      false
    default: true
    }
  }

  /// Whether the event is kept with the child, whatever record is open.
  var isOfChild: Bool {
    switch self {
    case .childRegistered, .childUpdated, .allocated: true
    default: false
    }
  }
}
