/// What another procedure would say of a step.
package struct OtherReading: Sendable {
  /// The other procedure.
  package let procedure: Procedure
  /// The step under it, or nothing where it asks for none.
  package let step: WorkStep?
  /// What the procedure is called here: its id, told apart from the content that the record follows.
  package let label: String

  /// Reads a step under other procedures.
  ///
  /// - Parameters:
  ///   - step: the step, as its own procedure has it.
  ///   - child: the child's case from which it was derived.
  ///   - own: the procedure from which it was derived.
  ///   - others: the other procedures.
  /// - Returns: a reading of each, in their order.
  package static func readings(
    of step: WorkStep, child: ChildCase, own: Procedure, others: [Procedure]
  ) -> [OtherReading] {
    guard
      let record = child.records.first(where: { record in
        record.episodes.contains { $0.number == step.episodeNumber }
      })
    else { return [] }
    return others.map { other in
      let steps = Derive.steps(of: record, child: child, procedure: other).filter {
        $0.id.step == step.id.step && $0.id.occurrence == step.id.occurrence
          && $0.episodeNumber == step.episodeNumber
      }
      // One procedure may ask for it once a record, or divide it, where another does not.
      let same = steps.first { $0.id == step.id } ?? steps.first(where: \.isOpen) ?? steps.first
      let label =
        other.id == own.id
        ? "\(other.id) version \(other.version), content \(other.contentHash.prefix(12))" : other.id
      return OtherReading(procedure: other, step: same, label: label)
    }
  }

  /// In words: `lewisham-2021: due Tue 3 Mar 2026 18:00, 48h earlier; team manager chairs (LW-28)`.
  ///
  /// - Parameter own: the step as its own procedure has it.
  /// - Returns: one sentence without a stop.
  package func sentence(beside own: WorkStep) -> String {
    guard let step else {
      let isKnown = procedure.rules.contains { $0.step == own.id.step }
      return "\(label): no such step" + (isKnown ? " for this child as things stand" : "")
    }
    var parts: [String] = []
    switch (step.due, own.due) {
    case (let due?, let mine?) where due == mine: parts.append("due at the same time")
    case (let due?, let mine?):
      let length = Elapsed.short(seconds: due.since(mine))
      parts.append("due \(due.spoken), \(length) \(due < mine ? "earlier" : "later")")
    case (let due?, nil): parts.append("due \(due.spoken)")
    case (nil, _): parts.append("no limit")
    }
    if case .notRequired(let because) = step.outcome { parts.append("not required (\(because))") }
    if let chair = step.chair {
      parts.append("\(procedure.title(of: chair).lowercasedFirst) chairs")
    }
    if step.tray != own.tray { parts.append("in the \(procedure.title(of: step.tray)) tray") }
    return "\(label): \(parts.joined(separator: ", "))"
      + (step.rules.isEmpty ? "" : ", by " + step.rules.joined(separator: ", "))
  }
}

extension Explanation {
  /// Explains a step as it stands at a moment, with what other procedures would say of it.
  ///
  /// - Parameters:
  ///   - step: the step.
  ///   - child: the child's case from which it was derived.
  ///   - procedure: the procedure from which it was derived.
  ///   - others: the other procedures at hand; the section is left out where there are none.
  ///   - now: the moment.
  package init(
    of step: WorkStep, child: ChildCase, procedure: Procedure, others: [Procedure],
    asOf now: Instant
  ) {
    let plain = Explanation(of: step, child: child, procedure: procedure, asOf: now)
    let readings = OtherReading.readings(of: step, child: child, own: procedure, others: others)
    let lines = readings.map { $0.sentence(beside: step) }
    self.init(
      title: plain.title,
      sections: plain.sections
        + (lines.isEmpty ? [] : [Section(heading: "Other procedures", lines: lines)]))
  }
}
