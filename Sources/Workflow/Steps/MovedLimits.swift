/// What a change of what is known does to the limits of a child's open record.
package enum MovedLimits {
  /// A step that is due at another time.
  package struct Move: Sendable, Hashable {
    /// The step, as it is after the change.
    package let step: WorkStep
    /// When it was due before.
    package let before: Instant
    /// When it is due now.
    package let now: Instant
  }

  /// How many open steps of the current record are due at another time.
  ///
  /// - Parameters:
  ///   - before: the child's case without the change.
  ///   - after: the case with it.
  ///   - procedure: what the record follows.
  /// - Returns: the number of steps that are open in both and due at another time; 0 without a record.
  package static func count(
    from before: ChildCase, to after: ChildCase, procedure: Procedure
  ) -> Int {
    moves(from: before, to: after, procedure: procedure).count
  }

  /// Which open steps of the current record are due at another time, what is due first first.
  ///
  /// - Parameters:
  ///   - before: the child's case without the change.
  ///   - after: the case with it.
  ///   - procedure: what the record follows.
  /// - Returns: the steps that are open in both and due at another time; none without a record.
  package static func moves(
    from before: ChildCase, to after: ChildCase, procedure: Procedure
  ) -> [Move] {
    func steps(_ child: ChildCase) -> [WorkStep] {
      guard let record = child.currentRecord else { return [] }
      return Derive.steps(of: record, child: child, procedure: procedure)
    }
    return moves(from: steps(before), to: steps(after))
  }

  /// Which open steps are due at another time, what is due first first.
  ///
  /// - Parameters:
  ///   - before: the child's work steps without the change.
  ///   - after: those with it.
  /// - Returns: the steps that are open in both and due at another time.
  package static func moves(from before: [WorkStep], to after: [WorkStep]) -> [Move] {
    func limits(_ steps: [WorkStep]) -> [(step: WorkStep, due: Instant)] {
      steps.filter(\.isOpen).compactMap { step in step.due.map { (step, $0) } }
    }
    let earlier = Dictionary(limits(before).map { ($0.step.id.text, $0.due) }) { first, _ in first }
    return limits(after).compactMap { step, due in
      earlier[step.id.text].flatMap { $0 == due ? nil : Move(step: step, before: $0, now: due) }
    }.sorted { $0.now < $1.now }
  }

  /// Which open steps with a limit, or to be done at once, nobody asks for after the change, what was due first first; what the change
  /// itself did is none of them.
  ///
  /// - Parameters:
  ///   - before: the child's work steps without the change.
  ///   - after: those with it.
  ///   - version: the number in the journal of what was recorded last before the change: what an older entry seems
  ///     to have done once the change is made was not done by anybody since it was asked for.
  /// - Returns: the steps as they stood before.
  package static func ended(
    from before: [WorkStep], to after: [WorkStep], since version: Int
  ) -> [WorkStep] {
    let later = Dictionary(after.map { ($0.id.text, $0) }) { first, _ in first }
    return before.filter { step in
      guard step.isOpen, step.due != nil || step.isAtOnce else { return false }
      let then = later[step.id.text]
      switch then?.outcome {
      case .open, .leftUndone: return false
      case .done: return then?.settled.map { $0.sequence <= version } ?? false
      case .cancelled, .notRequired, nil: return true
      }
    }.sorted { ($0.due ?? $0.opens) < ($1.due ?? $1.opens) }
  }
}
