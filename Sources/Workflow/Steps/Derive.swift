/// Works out who must do what by when: `derive` of the decider pattern.
///
/// Everything but a step's state follows from the events and the procedure alone, so it can be
/// computed when an event lands and stored as rows; no timer has to run for a step to become overdue.
package enum Derive {
  /// The work steps of every record of a child, in the order of the procedure's rules.
  ///
  /// - Parameters:
  ///   - child: the child's case.
  ///   - procedure: the procedure that a record follows, by the record.
  /// - Returns: the steps, done and open.
  package static func steps(
    of child: ChildCase, procedure: (MissingRecord) -> Procedure
  ) -> [WorkStep] {
    child.records.flatMap { steps(of: $0, child: child, procedure: procedure($0)) }
  }

  /// The work steps of one record.
  package static func steps(
    of record: MissingRecord, child: ChildCase, procedure: Procedure
  ) -> [WorkStep] {
    var steps: [WorkStep] = []
    for (place, episode) in record.episodes.enumerated() {
      let situation = Situation(
        child: child, record: record, episode: episode, authority: procedure.authority)
      let sheet = FactSheet(procedure.facts, in: situation)
      var work = EpisodeWork(situation: situation, procedure: procedure, knowing: sheet)
      guard place == record.episodes.count - 1 else {
        work.write(to: &steps)
        AgreedSteps(of: situation).write(to: &steps)
        continue
      }
      // The record as a whole is as its last episode has it.
      var whole = EpisodeWork(situation: situation.ofRecord, procedure: procedure, knowing: sheet)
      steps.reserveCapacity(steps.count + work.made.slots.count + whole.made.slots.count)
      work.write(to: &steps)
      AgreedSteps(of: situation).write(to: &steps)
      whole.write(to: &steps)
    }
    guard let end = record.finalised else { return steps }
    let isLast = child.records.last?.reference == record.reference
    let reason = (record.closed ?? end).reasonToLeave
    return steps.map { step in
      step.goesOn(afterLast: isLast)
        ? step : step.leftBehind(at: end.occurred, by: record.closed ?? end, because: reason)
    }
  }
}

extension WorkStep {
  /// The step once its record is acknowledged by all: what nobody did then stays on record as such.
  ///
  /// - Parameters:
  ///   - end: when the record ended.
  ///   - event: what ended it.
  ///   - reason: who left it, and why.
  /// - Returns: the step, left undone where it was open.
  fileprivate func leftBehind(
    at end: Instant, by event: Event, because reason: String
  ) -> WorkStep {
    guard isOpen else { return self }
    var step = self
    step.dropped = end
    step.settled = event
    step.outcome =
      rule.step == .monitoring
      ? .notRequired(because: "the record is closed") : .leftUndone(because: reason)
    return step
  }
}

extension Event {
  /// Who ended a record with what was still to be done in it, and why.
  fileprivate var reasonToLeave: String {
    "\(by.name) closed the record \(occurred.spokenShort)"
      + (whyLeftUndone.map { ": \($0)" } ?? "")
  }

  /// Why a closure gives up what is still to be done: what is said of that, or else its summary.
  package var whyLeftUndone: String? {
    [self[.leftUndone], self[.reason]].compactMap { $0?.trimmed }.first { !$0.isEmpty }
  }
}
