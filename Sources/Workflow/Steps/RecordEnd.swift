/// What becomes of the open steps of a record with its end.
package struct RecordEnd: Sendable {
  /// The open steps, those first that stand in the way.
  package let steps: [Step]
  /// What was recorded and leaves open what the record needs to be whole.
  package let unfinished: [Unfinished]

  /// An open step and what becomes of it.
  package struct Step: Sendable {
    /// The step as it stands now: what is said of it here and on the child's page is the same.
    package let step: WorkStep
    /// What becomes of it.
    package let fate: Fate
    /// The step as it is once the record has ended, where it goes on with another due time.
    package var moved: WorkStep?
  }

  /// What becomes of an open step.
  package enum Fate: Sendable, Hashable {
    /// The record cannot end before it is done, because a guard refuses.
    case blocks(Settlement)
    /// It is left undone, and stays on the record as such.
    case givenUp
    /// The end itself does it, or ends it without anybody's doing it.
    case settled(isDone: Bool)
    /// It is still to be done afterwards.
    case goesOn
  }

  /// What is left undone, what weighs most first.
  package var givenUp: [WorkStep] { steps.filter { $0.fate == .givenUp }.map(\.step) }

  /// Looks at a record that somebody wants to end.
  ///
  /// - Parameters:
  ///   - kind: the event that ends it: a closure, an acknowledgement or the last word.
  ///   - record: the record.
  ///   - child: the child's case.
  ///   - actor: who ends it.
  ///   - procedure: the procedure that the record follows.
  ///   - steps: the child's work steps.
  ///   - now: the moment.
  package init(
    by kind: EventKind, of record: MissingRecord, child: ChildCase, actor: Person,
    procedure: Procedure, steps: [WorkStep], now: Instant
  ) {
    let references = Set(record.episodes.map(\.reference) + [record.reference])
    let settlements = Decide.settlements(
      of: kind, on: child, by: actor, procedure: procedure, steps: steps, now: now)
    let isLast = child.records.last?.reference == record.reference
    let open = steps.filter {
      $0.isOpen && references.contains($0.id.reference) && !RecordEnd.ending.contains($0.id.step)
    }
    let outcomes = RecordEnd.outcomes(
      after: kind, of: record, child: child, actor: actor, procedure: procedure, now: now)
    let known = open.map { step -> Step in
      if let settlement = settlements.first(where: { $0.step.id == step.id }) {
        return Step(step: step, fate: .blocks(settlement))
      }
      let after = outcomes[step.id]
      switch after?.outcome {
      case .done?:
        return Step(step: step, fate: .settled(isDone: after?.isEndedWithRecord == false))
      case .notRequired?, nil: return Step(step: step, fate: .settled(isDone: false))
      case .open?, .cancelled?, .leftUndone?:
        // Another rule may ask for it once the record is closed: that one says whether it goes on.
        guard let after, after.isOpen, after.goesOn(afterLast: isLast) else {
          return Step(step: step, fate: .givenUp)
        }
        return Step(step: step, fate: .goesOn, moved: after.due == step.due ? nil : after)
      }
    }
    // What cannot wait weighs most, then what people agreed on, then what is late; then the sooner it was to be done, and a meeting
    // more than a notice.
    let givenUp = known.filter { $0.fate == .givenUp }.sorted { one, other in
      let (left, right) = (one.step, other.step)
      let (weight, its) = (left.weight(asOf: now), right.weight(asOf: now))
      if weight != its { return weight < its }
      if left.due != right.due {
        return left.due.map { due in right.due.map { due < $0 } ?? true } ?? false
      }
      return left.id.step.isMeeting && !right.id.step.isMeeting
    }
    self.steps =
      known.filter { $0.fate.isBlocking } + givenUp + known.filter { $0.fate == .goesOn }
      + known.filter { if case .settled = $0.fate { true } else { false } }
    unfinished = child.unfinished(in: record)
  }

  /// The steps once the record has ended, by their ids; what is not among them nobody asks for any longer.
  private static func outcomes(
    after kind: EventKind, of record: MissingRecord, child: ChildCase, actor: Person,
    procedure: Procedure, now: Instant
  ) -> [StepID: WorkStep] {
    let later = child.supposing(kind, Body(), by: actor, at: now)
    let ended = later.records.first { $0.reference == record.reference } ?? record
    let steps = Derive.steps(of: ended, child: later, procedure: procedure)
    return Dictionary(steps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What ends a record or lasts as long as it: nobody leaves that undone by ending it.
  private static let ending: Set<StepName> = [
    .monitoring, .closeRecord, .acknowledge, .finalise, .notice,
  ]
}

extension RecordEnd.Fate {
  /// Whether the record cannot end before.
  package var isBlocking: Bool { if case .blocks = self { true } else { false } }
}

extension WorkStep {
  /// Whether nobody leaves it undone without having read so: it cannot wait, people agreed on it, or it is late.
  package func presses(asOf now: Instant) -> Bool { weight(asOf: now) < 4 }

  /// How much it weighs to leave it undone, what weighs most first: at once, agreed on, late, urgent, the rest.
  fileprivate func weight(asOf now: Instant) -> Int {
    if isAtOnce { return 0 }
    // Somebody counts on it, and below all that is late nobody would read that it is ended.
    if id.step == .agreedAction { return 1 }
    if state(asOf: now) == .overdue { return 2 }
    // Nor is it a small thing that an interview's graver rating goes unanswered.
    return id.step.isUrgent || rule.when.facts.contains(.interviewAboveOurs) ? 3 : 4
  }

  /// Whether the step is still to be done once its record is finished.
  ///
  /// - Parameter isLast: whether the record is the child's last: a step on the child's file then belongs
  ///   to the next one.
  /// - Returns: whether it is.
  package func goesOn(afterLast isLast: Bool) -> Bool {
    rule.outlivesRecord && (isLast || !rule.isForRecord)
  }
}
