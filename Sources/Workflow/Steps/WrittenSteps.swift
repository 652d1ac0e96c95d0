// From drafts to work steps: what is asked only of the steps that stand in the end.

extension EpisodeWork {
  /// The work steps, one for each id, in the order in which rules first asked for them.
  ///
  /// - Parameter steps: what they are added to.
  mutating func write(to steps: inout [WorkStep]) {
    let first = steps.count
    for place in made.slots.indices {
      // A step that comes again is asked for by the same rules as before, more often than not.
      let before = made.sameRules(asBefore: place).map { steps[first + $0].rules }
      steps.append(step(at: place, named: before ?? rules(of: place)))
    }
  }

  private mutating func step(at place: Int, named rules: [String]) -> WorkStep {
    let (step, draft) = (made.slots[place].step, made.slots[place].draft)
    let rule = answers.procedure.rules[draft.place]
    let counted = answers.grounds[draft.ground]
    let home = draft.role.flatMap { Tray(rawValue: $0.rawValue) } ?? rule.tray
    let part = questions.parts[draft.part]
    let moved = moved(step, part, from: home)
    // What nobody asks for any longer has no limit of a rule: by when it is planned it is held or off.
    let meeting = draft.isOpen ? answers.plan(of: step) : nil
    let plan = draft.isOpen ? meeting?[.planned] : planned(step, since: draft.from)
    let due = draft.isStillPlanned ? plan : draft.due
    let sentBack = draft.isOpen ? sentBack(step) : nil
    return WorkStep(
      id: StepID(
        reference: rule.isForRecord
          ? answers.situation.record.reference : answers.situation.episode.reference,
        step: step, occurrence: draft.occurrence, part: part),
      child: answers.situation.child.id, episodeNumber: answers.situation.episode.number,
      isOfDanger: isOfDanger(step), tray: moved?.tray ?? home,
      role: draft.role ?? rule.role,
      opens: opens(draft, counted, due: due, sentBack: sentBack, plan: meeting), due: due,
      planned: plan,
      unasked: draft.isStillPlanned ? because(draft) : nil,
      heldUntil: held(step, part, since: draft.from, due: due), outcome: outcome(of: draft),
      settled: settled(draft), sentBack: sentBack, moved: moved?.event,
      dropped: dropped(draft),
      chair: chair(of: step, due: due, held: draft.held),
      plannedChair: meeting?[Field<String>.chair].flatMap(Role.init(rawValue:)), rules: rules,
      learntLate: !draft.isStillPlanned && learntLate(due: draft.due, counted: counted),
      wasDueWhileAway: wasDueWhileAway(draft), rule: rule, counted: counted)
  }

  private func isOfDanger(_ step: StepName) -> Bool {
    step.isDeciding && answers.situation.record.isInDanger(in: answers.situation.episode)
  }

  /// The rules of the rulebook that ask for a step, each once.
  private func rules(of place: Int) -> [String] {
    var names: [String] = []
    made.forEachRule(of: place) { rule in
      let realised = answers.procedure.rules[rule].realises
      if names.isEmpty {
        names = realised
      } else {
        for name in realised where !names.contains(name) { names.append(name) }
      }
    }
    return names
  }

  private mutating func outcome(of draft: Draft) -> WorkStep.Outcome {
    if draft.isOpen { return .open }
    return switch draft.ending {
    case .open: .open
    case .done(let at, _): .done(at: at, late: draft.due.map { at > $0 } ?? false)
    case .cancelled(let place):
      .cancelled(reason: answers.cancelled[place][.decision] ?? "no decision recorded")
    case .lapsed, .neverReached, .turned: .notRequired(because: because(draft))
    }
  }

  /// Why nobody asks for it any longer.
  private mutating func because(_ draft: Draft) -> String {
    switch draft.ending {
    case .lapsed(let place): answers.words(ofLapse: place, due: draft.due)
    case .neverReached: answers.wordsOfReturn
    case .turned(let turn): answers.words(ofTurn: turn, due: draft.due)
    case .open, .done, .cancelled: ""
    }
  }

  /// The event by which it is open no longer.
  private func settled(_ draft: Draft) -> Event? {
    if draft.isOpen { return nil }
    return switch draft.ending {
    case .open: nil
    case .done(_, let place): answers.doing[place]
    case .cancelled(let place): answers.cancelled[place]
    case .lapsed(let place): answers.event(ofLapse: place)
    case .neverReached: answers.situation.episode.returned
    case .turned(let turn): answers.event(ofTurn: turn)
    }
  }

  /// When it was called off or ceased to be asked for.
  private func dropped(_ draft: Draft) -> Instant? {
    if draft.isOpen { return nil }
    return switch draft.ending {
    case .cancelled(let place): answers.cancelled[place].occurred
    case .turned(let turn): answers.event(ofTurn: turn).occurred
    case .lapsed(let place): answers.event(ofLapse: place).occurred
    case .open, .done, .neverReached: nil
    }
  }

  /// From when it is there: since it was sent back; what is planned since that was recorded, though no rule asks
  /// for it yet; and what is to be done at once since that was asked for, though a later limit was known before.
  private func opens(
    _ draft: Draft, _ counted: Counted, due: Instant?, sentBack: Event?, plan: Event?
  ) -> Instant {
    if let sentBack { return max(draft.opens, sentBack.occurred) }
    if let plan, plan.recorded < draft.opens { return plan.recorded }
    // What counts from a time that is still to come hides nothing that is there already.
    guard draft.isOpen, let event = counted.event, let due, due <= counted.from,
      counted.from <= max(event.occurred, event.recorded)
    else { return draft.opens }
    return max(draft.opens, due)
  }

  /// Whether the limit of an open step was up before the child came back.
  private func wasDueWhileAway(_ draft: Draft) -> Bool {
    guard draft.isOpen, !draft.isStillPlanned, let due = draft.due,
      let back = answers.situation.episode.returned?.occurred
    else { return false }
    return due < back
  }

  /// Whether the desk heard only after the limit had run out.
  ///
  /// Times are said in minutes: what is recorded in the minute in which it happened was heard at once, also
  /// where the limit is none at all; and what is to be done at once is told in time by whoever records within
  /// the hour what asks for it.
  private func learntLate(due: Instant?, counted: Counted) -> Bool {
    guard let due else { return false }
    let grace: Int64 = due <= counted.from ? 3_600 : 60
    return [counted.event, answers.situation.episode.began].contains { event in
      event.map { $0.recorded.since(due) >= grace } ?? false
    }
  }

  /// The tray that somebody moved the step to, where that is another than its own; its due time stays as
  /// it was.
  private func moved(
    _ step: StepName, _ part: String?, from home: Tray
  ) -> (tray: Tray, event: Event)? {
    guard let event = answers.log.last(.reassigned, where: { $0.means(step, part) }),
      let tray = event[.to].flatMap(Tray.init(rawValue:)), tray != home
    else { return nil }
    return (tray, event)
  }

  /// The acknowledgement that sent the record back, unless it was closed or reopened since.
  private func sentBack(_ step: StepName) -> Event? {
    guard step == .closeRecord else { return nil }
    let last = answers.situation.record.log.all.last {
      $0.kind == .acknowledged || $0.kind == .recordClosed || $0.kind == .reopened
    }
    return last.flatMap { $0.isSendingBack ? $0 : nil }
  }

  /// Until when somebody holds the step; never beyond its due time, so that nothing is late unseen.
  private func held(
    _ step: StepName, _ part: String?, since: Instant, due: Instant?
  ) -> Instant? {
    let hold = answers.log.last(.held) { $0.means(step, part) && $0.recorded >= since }
    guard let until = hold?[.until] else { return nil }
    return due.map { min(until, $0) } ?? until
  }

  private func planned(_ step: StepName, since opens: Instant) -> Instant? {
    answers.log.last(.meetingPlanned) { $0.subject == step && $0.recorded >= opens }?[.planned]
  }

  /// Who chairs, by how long the child will have been missing when the meeting is due.
  private mutating func chair(of step: StepName, due: Instant?, held: Instant?) -> Role? {
    guard step.isMeeting, let due else { return nil }
    let ladder = ladder ?? ChairLadder(asking: &answers)
    self.ladder = ladder
    return ladder.rung(for: step, due: due, held: held)?.role
  }
}

extension Event {
  /// Whether a move or a hold is of a step, and of its very part where it names one.
  func means(_ step: StepName, _ part: String?) -> Bool {
    guard subject == step else { return false }
    return self[.part].map { $0 == part } ?? true
  }
}
