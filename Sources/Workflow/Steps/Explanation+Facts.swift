// What is known by which a step is due, each with who recorded it.

extension Explanation {
  /// The facts that the rule asks for, from when it counts, and what else makes the step asked for.
  static func facts(
    of step: WorkStep, child: ChildCase, procedure: Procedure
  ) -> [String] {
    guard let (record, episode) = place(of: step, in: child) else { return [] }
    let situation = Situation(
      child: child, record: record, episode: episode, isForRecord: step.rule.isForRecord,
      authority: procedure.authority)
    var lines: [String] = step.rule.when.facts.map { fact in
      let reading = situation.reading(of: fact)
      let value =
        reading.number.map { "\($0)" }
        ?? (reading.values.isEmpty
          ? "not recorded"
          : reading.values.sorted().map(CodeWords.words).joined(separator: ", "))
      return "\(fact.words): \(value)" + (reading.event.map { ", " + told($0, child) } ?? "")
    }
    lines += step.rule.when.recurrences.map { recurrence in
      "\(recurrence.words): \(recurrence.count(in: situation).map { "\($0)" } ?? "not known")"
    }
    switch step.counted.anchor {
    case .missingStart, .missingFor:
      if let start = situation.start {
        lines.append("Missing counts from \(start.basis.words): \(start.at.spoken)")
      }
    default: break
    }
    let asked = step.counted.anchor.matches + step.rule.when.happenings
    if let event = step.counted.event {
      lines.append(
        "\(event.kind.title) \(event.occurred.spoken)\(said(by: event, asked)), \(told(event, child))"
      )
    }
    // What else was recorded makes the step due by what it says: that it was recorded alone says nothing.
    for match in step.rule.when.happenings {
      guard let event = situation.last(matching: match),
        event.sequence != step.counted.event?.sequence
      else { continue }
      let said = said(by: event, [match])
      let line = "\(event.kind.title) \(event.occurred.spoken)\(said), \(told(event, child))"
      if !said.isEmpty, !lines.contains(line) { lines.append(line) }
    }
    for line in grounds(ofOthersAsking: step, in: situation, child: child, procedure: procedure)
    where !lines.contains(line) {
      lines.append(line)
    }
    return lines
  }

  /// What made other rules ask for the step that is open already by one: whoever rates must read of an
  /// interview's rating, too, where the first rating was still to be given.
  private static func grounds(
    ofOthersAsking step: WorkStep, in situation: Situation, child: ChildCase, procedure: Procedure
  ) -> [String] {
    guard step.isOpen else { return [] }
    let asked = Set(step.rules)
    var lines: [String] = []
    for place in procedure.places(of: step.id.step) {
      let rule = procedure.rules[place]
      guard rule != step.rule, case .lastLearnt(let match)? = rule.since.first,
        rule.isForRecord == step.rule.isForRecord, !asked.isDisjoint(with: rule.realises),
        rule.when.holds(in: situation), let event = situation.last(matching: match),
        event.sequence != step.counted.event?.sequence
      else { continue }
      lines.append(
        "\(event.kind.title) \(event.occurred.spoken)\(said(by: event, [match])), \(told(event, child))"
      )
    }
    return lines
  }

  /// ` (concern of significant harm: yes)`: what of an event the rule asks for, in the words of its form.
  private static func said(by event: Event, _ matches: [EventMatch]) -> String {
    let form = EventForm.of(event.kind)
    var parts: [String] = []
    for match in matches where match.holds(event) {
      for name in Set(match.with.keys).union(match.without.keys).sorted() {
        guard name != event.kind.subjectField, let field = form.field(name) else { continue }
        let value = event.body[name: name].map { CodeWords.words($0, of: field) } ?? "not said"
        let part = "\(field.label.lowercasedFirst): \(value)"
        if !parts.contains(part) { parts.append(part) }
      }
    }
    return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
  }

  /// Who recorded it and when, and who put it right since: what it says now was not said then.
  private static func told(_ event: Event, _ child: ChildCase) -> String {
    let correction = child.history.last {
      $0.kind == .corrected && $0[.corrects] == event.sequence
        && !child.withdrawn.contains($0.sequence)
    }
    return learnt(event) + "recorded by \(event.by.name) at \(event.written.spoken)"
      + (correction.map { ", corrected by \($0.by.name) at \($0.written.spoken)" } ?? "")
  }

  /// `learnt Sun 22 Nov 2026 12:45, `, where that was not when it was recorded.
  static func learnt(_ event: Event) -> String {
    event.wasLearntBefore ? "learnt \(event.recorded.spoken), " : ""
  }
}
