/// Why a step is due: the rule and its document, the facts and instants used, the arithmetic in
/// words, and what would change it.
package struct Explanation: Sendable, Hashable {
  /// The step and its state: `Strategy meeting · overdue`.
  package let title: String
  /// Sections in reading order.
  package let sections: [Section]

  /// A heading with its sentences.
  package struct Section: Sendable, Hashable {
    /// The heading, such as `Rule`.
    package let heading: String
    /// The sentences below it.
    package let lines: [String]
  }

  init(title: String, sections: [Section]) {
    self.title = title
    self.sections = sections
  }

  /// Explains a step as it stands at a moment.
  ///
  /// - Parameters:
  ///   - step: the step.
  ///   - child: the child's case from which it was derived.
  ///   - procedure: the procedure from which it was derived.
  ///   - now: the moment.
  package init(of step: WorkStep, child: ChildCase, procedure: Procedure, asOf now: Instant) {
    let standing =
      if step.isOngoing {
        "ongoing"
      } else if step.isEndedWithRecord {
        "ended with its record"
      } else if step.isAtOnce, step.standing(asOf: now) == .due {
        "open, at once"
      } else {
        step.state(asOf: now).words(due: step.due, now: now)
      }
    title = "\(step.name) · \(standing)"
    let end = Explanation.end(of: step, procedure: procedure)
    var sections = [
      Section(heading: "Answer", lines: [Explanation.answer(of: step, child: child, asOf: now)])
    ]
    if !end.isEmpty { sections.append(Section(heading: "How it ended", lines: end)) }
    if !step.turns.isEmpty {
      sections.append(
        Section(heading: "How it came here", lines: step.turns.map(\.capitalisedFirst)))
    }
    sections += [
      Section(heading: "Rule", lines: Explanation.rule(of: step, procedure: procedure)),
      Section(
        heading: "Arithmetic",
        lines: Explanation.arithmetic(of: step, child: child, procedure: procedure)),
      Section(
        heading: "Facts",
        lines: Explanation.facts(of: step, child: child, procedure: procedure)),
    ]
    let others = Explanation.others(asking: step, procedure: procedure)
    if !others.isEmpty { sections.append(Section(heading: "Also asked for by", lines: others)) }
    if let chair = Explanation.chair(of: step, child: child, procedure: procedure) {
      sections.append(Section(heading: "Chair", lines: chair))
    }
    sections += Explanation.points(of: step, child: child, procedure: procedure)
    sections.append(
      Section(
        heading: "What would change it",
        lines: Explanation.changes(of: step, child: child, asOf: now)))
    self.sections = sections
  }

  /// As plain text, a line a sentence.
  package var text: String { ([title] + lines).joined(separator: "\n") }

  /// The headings and, indented, what stands below them.
  package var lines: [String] {
    sections.flatMap { [$0.heading] + $0.lines.map { "  " + $0 } }
  }

  static func place(
    of step: WorkStep, in child: ChildCase
  ) -> (MissingRecord, Episode)? {
    for record in child.records {
      if let episode = record.episodes.first(where: { $0.number == step.episodeNumber }) {
        return (record, episode)
      }
    }
    return nil
  }
}

extension StepState {
  /// In the words of a person: `overdue by 3h`, `due in 1d 4h`.
  package func words(due: Instant?, now: Instant) -> String {
    guard let due else { return self == .due ? "open, no limit" : rawValue }
    let length = Elapsed.short(seconds: due.since(now))
    return switch self {
    case .comingUp: "due in \(length)"
    case .due: "due now"
    case .overdue: "overdue by \(length)"
    default: rawValue
    }
  }
}
