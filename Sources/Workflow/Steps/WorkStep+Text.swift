extension WorkStep {
  /// The step with all that people wrote changed alike, such as with names hidden.
  ///
  /// - Parameters:
  ///   - text: what becomes of a text.
  ///   - body: what becomes of the particulars of an event.
  /// - Returns: the same step.
  package func changing(text: (String) -> String, body: (Body) -> Body) -> WorkStep {
    var step = self
    switch outcome {
    case .cancelled(let reason): step.outcome = .cancelled(reason: text(reason))
    case .notRequired(let because): step.outcome = .notRequired(because: text(because))
    case .leftUndone(let because): step.outcome = .leftUndone(because: text(because))
    case .open, .done: break
    }
    step.settled = settled?.changing(body)
    step.sentBack = sentBack?.changing(body)
    step.moved = moved?.changing(body)
    if let agreed = agreed?.changing(body) {
      step.counted = Counted(from: counted.from, anchor: counted.anchor, event: agreed)
      step.rule = AgreedSteps.rule(of: agreed, in: rule.tray)
    }
    return step
  }
}

extension Event {
  /// The event with other particulars.
  package func changing(_ body: (Body) -> Body) -> Event {
    Event(
      kind: kind, body: body(self.body), occurred: occurred, recorded: recorded, by: by,
      sequence: sequence, written: written)
  }
}
