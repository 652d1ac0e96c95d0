/// Turns the rules of a procedure into the work steps of one episode.
struct EpisodeWork {
  let situation: Situation
  let procedure: Procedure
  private let log: EventLog
  private let recordLog: EventLog

  init(situation: Situation, procedure: Procedure) {
    self.situation = situation
    self.procedure = procedure
    log = situation.episode.log
    recordLog = situation.record.log
  }

  /// The steps that a rule makes: none where it does not apply, several where it repeats.
  func steps(of rule: Rule) -> [WorkStep] {
    guard rule.when.holds(in: situation) else { return [] }
    if rule.repeats { return repeated(rule) }
    guard let counted = counted(rule.since) else { return [] }
    let parts: [Role] =
      rule.step == .acknowledge ? procedure.acknowledgers(of: situation.record) : []
    if !parts.isEmpty {
      return parts.map { acknowledgement(rule, by: $0, counted: counted) }
    }
    return [step(rule, occurrence: 1, counted: counted, doneAt: completions(of: rule).first)]
  }

  // MARK: - One step

  private func step(
    _ rule: Rule, occurrence: Int, counted: Counted, doneAt done: Event?, part: Role? = nil
  ) -> WorkStep {
    let due = rule.within.map { $0.due(from: counted.from, holidays: procedure.holidays) }
    let known = [counted.event?.recorded, situation.episode.began?.recorded].compactMap { $0 }.max()
    return WorkStep(
      id: StepID(
        reference: rule.isForRecord ? situation.record.reference : situation.episode.reference,
        step: rule.step, occurrence: occurrence, part: part?.rawValue ?? rule.part),
      child: situation.child.id, episodeNumber: situation.episode.number,
      tray: part.flatMap(tray(of:)) ?? rule.tray, role: part ?? rule.role, opens: counted.from,
      due: due, planned: planned(rule.step, since: counted.from),
      outcome: outcome(of: rule, counted: counted, due: due, done: done),
      chair: chair(of: rule.step, due: due),
      rules: rule.realises, learntLate: due.map { due in known.map { $0 > due } ?? false } ?? false,
      rule: rule, counted: counted)
  }

  private func outcome(
    of rule: Rule, counted: Counted, due: Instant?, done: Event?
  ) -> WorkStep.Outcome {
    if let done {
      return .done(at: done.occurred, late: due.map { done.occurred > $0 } ?? false)
    }
    if rule.step.isMeeting,
      let cancelled = log.events(.meetingCancelled).last(where: {
        $0[.kind] == rule.step.rawValue && $0.occurred >= counted.from
      })
    {
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
  private func completions(of rule: Rule) -> [Event] {
    var events: [Event] = []
    var fields: [String: Set<String>] = ["step": [rule.step.rawValue]]
    if let part = rule.part { fields["part"] = [part] }
    let byName = EventMatch(.stepDone, with: fields)
    events += log.matching(byName)
    if rule.isForRecord { events += recordLog.matching(byName) }
    if rule.step.isMeeting {
      events += log.matching(EventMatch(.meetingHeld, with: ["kind": [rule.step.rawValue]]))
    }
    for match in rule.doneBy {
      events += log.matching(match)
      if rule.isForRecord || !match.kind.isOfEpisode { events += recordLog.matching(match) }
    }
    // A closure that was taken back completes nothing.
    return events.filter { $0.kind != .recordClosed || $0 == situation.record.closed }
      .sorted { $0.occurred < $1.occurred }
  }

  // MARK: - Steps that come again

  /// Each time that it is done counts the next one, and the cadence in force then decides its
  /// distance (rulebook, "a later cadence").
  private func repeated(_ rule: Rule) -> [WorkStep] {
    guard let start = situation.start, var current = counted(rule.since) else { return [] }
    let done = completions(of: rule)
    var steps: [WorkStep] = []
    for occurrence in 1...(done.count + 1) {
      let completion = occurrence <= done.count ? done[occurrence - 1] : nil
      if isInForce(rule, missingSince: start.at, at: current.from) {
        steps.append(step(rule, occurrence: occurrence, counted: current, doneAt: completion))
      }
      guard let completion else { break }
      current = Counted(
        from: completion.occurred, anchor: .last(EventMatch(completion.kind)), event: completion)
    }
    return steps
  }

  private func isInForce(_ rule: Rule, missingSince start: Instant, at instant: Instant) -> Bool {
    if let least = rule.elapsedFrom,
      instant < least.due(from: start, holidays: procedure.holidays)
    {
      return false
    }
    if let limit = rule.elapsedBefore,
      instant >= limit.due(from: start, holidays: procedure.holidays)
    {
      return false
    }
    return true
  }

  // MARK: - Acknowledgement

  private func acknowledgement(_ rule: Rule, by role: Role, counted: Counted) -> WorkStep {
    let done = situation.record.acknowledgements.first { $0[.actingAs] == role.rawValue }
    return step(rule, occurrence: 1, counted: counted, doneAt: done, part: role)
  }

  private func tray(of role: Role) -> Tray? { Tray(rawValue: role.rawValue) }

  // MARK: - Instants

  /// The first anchor that has an instant.
  private func counted(_ anchors: [Anchor]) -> Counted? {
    for anchor in anchors {
      switch anchor {
      case .missingStart:
        if let start = situation.start {
          return Counted(from: start.at, anchor: anchor, event: start.event)
        }
      case .first(let match):
        let event = log.matching(match).first ?? recordLog.matching(match).first
        if let event { return Counted(from: event.occurred, anchor: anchor, event: event) }
      case .last(let match):
        let event = log.matching(match).last ?? recordLog.matching(match).last
        if let event { return Counted(from: event.occurred, anchor: anchor, event: event) }
      case .due(let step):
        let dues = procedure.rules.filter { $0.step == step && $0.when.holds(in: situation) }
          .compactMap { rule -> Instant? in
            guard let base = counted(rule.since), let within = rule.within else { return nil }
            return within.due(from: base.from, holidays: procedure.holidays)
          }
        if let due = dues.min() { return Counted(from: due, anchor: anchor, event: nil) }
      }
    }
    return nil
  }

  private func planned(_ step: StepName, since opens: Instant) -> Instant? {
    log.events(.meetingPlanned).last { $0[.kind] == step.rawValue && $0.recorded >= opens }?[
      .planned]
  }

  // MARK: - The chair

  /// Who chairs, by how long the child will have been missing when the meeting is due.
  private func chair(of step: StepName, due: Instant?) -> Role? {
    guard step.isMeeting, let start = situation.start, let due else { return nil }
    return ChairLadder(rungs: procedure.chairs, holidays: procedure.holidays)
      .rung(due: due, start: start.at, situation: situation)?.role
  }
}

extension EventKind {
  /// Whether the event is kept with an episode, not with the record or the child.
  var isOfEpisode: Bool {
    switch self {
    case .childRegistered, .childUpdated, .allocated, .opened, .recordClosed, .acknowledged,
      .finalised, .reopened, .triaged, .reportAttached, .rhiAllocated, .rhiReferred, .caseClosed:
      false
    default: true
    }
  }
}
