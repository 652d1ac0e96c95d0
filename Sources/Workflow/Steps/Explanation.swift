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
    let state = step.state(asOf: now)
    let standing =
      step.isOngoing
      ? "ongoing"
      : step.isAtOnce && step.due == nil ? "open, at once" : state.words(due: step.due, now: now)
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

  /// When it is due and why, in one line: `Due Tue 20 Oct 21:15 = last seen Mon 19 Oct 21:15 + 24 hours (LW-28)`.
  private static func answer(of step: WorkStep, child: ChildCase, asOf now: Instant) -> String {
    if let agreed = step.agreed, let due = step.due {
      return
        "Due \(due.spokenShort(asOf: now)), as agreed \(agreed.occurred.spokenShort(asOf: now))"
    }
    let rules = setting(step).joined(separator: ", ")
    let from = "\(beginning(of: step, child: child)) \(step.counted.from.spokenShort(asOf: now))"
    if step.unasked != nil, let planned = step.planned ?? step.due {
      return
        "Due \(planned.spokenShort(asOf: now)), for when it is planned; nobody asks for it any longer"
    }
    guard let due = step.due, let limit = step.rule.within else {
      return step.isOngoing
        ? "No limit: it lasts while its reason does (\(rules))"
        : "\(step.isAtOnce ? "At once" : "No limit"): open since \(step.opens.spokenShort(asOf: now)), by \(from) (\(rules))"
    }
    switch limit {
    case .atOnce: return "Due at once, \(due.spokenShort(asOf: now)), by \(from) (\(rules))"
    case .sameWorkingDay:
      return "Due \(due.spokenShort(asOf: now)): within the working day of \(from) (\(rules))"
    case .hours, .days, .months, .workingDays:
      return "Due \(due.spokenShort(asOf: now)) = \(from) + \(limit.words) (\(rules))"
    }
  }

  /// What it counts from, in two or three words: `last seen`, `the return`.
  private static func beginning(of step: WorkStep, child: ChildCase) -> String {
    if step.counted.anchor == .missingStart,
      let start = place(of: step, in: child)?.1.start, start.at == step.counted.from
    {
      return switch start.basis {
      case .lastSeen: "last seen"
      case .leftPlacement: "left the placement"
      case .reported: "reported"
      case .noticed: "noticed missing"
      case .over: "located or back"
      case .stated: "gone"
      }
    }
    switch step.counted.anchor {
    case .learnt, .lastLearnt: return step.counted.event?.kind.occasion ?? step.counted.anchor.words
    default: return step.counted.anchor.words
    }
  }

  /// The rules that set its time, of those that ask for it.
  private static func setting(_ step: WorkStep) -> [String] {
    let own = step.rules.filter(step.rule.realises.contains)
    return own.isEmpty ? Array(step.rules.prefix(1)) : own
  }

  /// The other rules that ask for it, each with where it stands.
  private static func others(asking step: WorkStep, procedure: Procedure) -> [String] {
    let own = setting(step)
    let others = step.rules.filter { !own.contains($0) }
    return others.isEmpty
      ? []
      : sources(of: others, asking: step, procedure: procedure).map {
        "\($0.rules.joined(separator: ", ")): \($0.citation.words)"
      }
  }

  private static func rule(of step: WorkStep, procedure: Procedure) -> [String] {
    let rule = step.rule
    let owner =
      "\(procedure.title(of: step.role))'s work, in the \(procedure.title(of: step.tray)) tray"
    if step.agreed != nil {
      return ["\(rule.duty): people agreed on it, no procedure asks for it", owner]
    }
    let own = setting(step)
    let sets = step.rules.count > own.count && step.due != nil ? " sets the time" : ""
    return [
      "\(own.joined(separator: ", "))\(sets): \(rule.duty)"
    ] + [rule.citation.words] + [
      "Procedure \(procedure.id), version \(procedure.version), content "
        + procedure.contentHash.prefix(12), owner,
    ]
  }

  /// Where rules stand that ask for a step, those of one place together.
  private static func sources(
    of names: [String], asking step: WorkStep, procedure: Procedure
  ) -> [(citation: Citation, rules: [String])] {
    var sources: [(citation: Citation, rules: [String])] = []
    let asking = procedure.places(of: step.id.step).map { procedure.rules[$0] }
    for name in names {
      guard
        let rule = step.rule.realises.contains(name)
          ? step.rule : asking.first(where: { $0.realises.contains(name) })
      else { continue }
      if let known = sources.firstIndex(where: { $0.citation == rule.citation }) {
        sources[known].rules.append(name)
      } else {
        sources.append((rule.citation, [name]))
      }
    }
    return sources
  }

  private static func arithmetic(
    of step: WorkStep, child: ChildCase, procedure: Procedure
  ) -> [String] {
    var lines: [String] = []
    if let wait = step.rule.opensAfter {
      lines.append("Opens \(wait.words) from \(step.counted.anchor.words): \(step.opens.spoken)")
    }
    if let unasked = step.unasked {
      lines.append(
        "Nobody asks for it any longer (\(unasked)); it stays open because it is planned, until it is "
          + "held or called off")
      lines.append("Its limit is gone; it is due when it is planned for")
    } else if let due = step.due, let limit = step.rule.within {
      lines.append(
        contentsOf: limit.arithmetic(
          from: step.counted.from, anchor: step.counted.anchor.words, due: due,
          holidays: procedure.holidays))
    } else if step.agreed != nil {
      lines += step.due.map { ["By \($0.spoken): the time that was agreed on"] } ?? []
    } else if step.isOngoing {
      let ends = step.rule.lapsesOn.map(\.words).joined(separator: " or ")
      lines.append("No limit of its own: it goes on from \(step.opens.spoken) until \(ends)")
      lines.append(
        child.lastAct(of: step).map { "Last done \($0.occurred.spoken) by \($0.by.name)" }
          ?? "Not done yet")
    } else {
      lines.append("No limit of its own: open since \(step.opens.spoken) until it is done")
    }
    if step.learntLate {
      lines.append("Late before we knew: the limit was up before the desk heard; it does not move")
    }
    if step.couldNotBeKept {
      lines.append(
        "The limit counts from the going and was up before the return: nobody could have kept it; it "
          + "does not move")
    } else if step.wasDueWhileAway {
      lines.append("The limit was up while the child was still away; the return does not end it")
    }
    if let held = step.heldUntil, step.isOpen {
      lines.append(
        "Held until \(held.spoken), when it is back in its tray; a hold never moves the due time")
    }
    if let planned = step.planned {
      lines.append(
        "Planned for \(planned.spoken)"
          + (step.unasked == nil ? "; a planned time never moves the due time" : ""))
    }
    return lines
  }

  /// How it ended, by which event, and who recorded that: steps are settled by what happens, and mostly
  /// not by whoever has them to do.
  private static func end(of step: WorkStep, procedure: Procedure) -> [String] {
    var lines: [String]
    let late = step.isLate ? ", after its due time" : ""
    switch step.outcome {
    case .open: return []
    case .done(let at, _):
      lines = ["Done \(at.spoken)" + (step.due == nil ? "" : step.isLate ? late : ", in time")]
    case .cancelled(let reason): lines = ["Cancelled: \(reason)" + late]
    case .notRequired(let because): lines = ["Not required: \(because)"]
    case .leftUndone(let because): lines = ["Nobody did it: \(because)" + late]
    }
    if let event = step.settled {
      let who = "\(event.by.name), \(event.by.role.capacity(procedure.roleTitles))"
      lines.append(
        step.isSettledByOwnAct
          ? "\(who), \(learnt(event))recorded \(event.subject == step.id.step ? "it" : event.kind.occasion) at "
            + event.written.spoken
          : "By itself, with \(event.kind.occasion) of \(event.occurred.spoken), "
            + "which \(who), \(learnt(event))recorded at \(event.written.spoken)")
    }
    return lines
  }

  private static func chair(
    of step: WorkStep, child: ChildCase, procedure: Procedure
  ) -> [String]? {
    guard step.chair != nil, let due = step.due,
      let (record, episode) = place(of: step, in: child), let start = episode.start
    else { return nil }
    let situation = Situation(
      child: child, record: record, episode: episode, authority: procedure.authority)
    var held: Instant?
    if case .done(let at, _) = step.outcome { held = at }
    var answers = Answers(
      situation: situation, procedure: procedure,
      knowing: FactSheet(procedure.facts, in: situation))
    let ladder = ChairLadder(asking: &answers)
    guard let rung = ladder.rung(for: step.id.step, due: due, held: held) else { return nil }
    let back = answers.back.flatMap { $0 < due ? $0 : nil }
    let away = Elapsed.short(seconds: max(0, (back ?? due).since(start.at)))
    let missing =
      back == nil
      ? "when it is due the child will have been missing \(away)"
      : "the child was missing for \(away), up to the return"
    let reach =
      rung.after.map { "after a meeting that \($0.mention(procedure.roleTitles)) chaired" }
      ?? (rung.from == .atOnce ? "from the first meeting" : "from \(rung.from.words)")
    return [
      "\(procedure.title(of: rung.role)): \(rung.rule), \(reach); \(missing)"
    ]
  }

  /// What the procedure wants seen by whoever does it, and whom to reach.
  private static func points(
    of step: WorkStep, child: ChildCase, procedure: Procedure
  ) -> [Section] {
    guard let (record, episode) = place(of: step, in: child) else { return [] }
    let situation = Situation(
      child: child, record: record, episode: episode, isForRecord: step.rule.isForRecord,
      authority: procedure.authority)
    let points = Points(of: step, in: situation, procedure: procedure).sections
    let toMind = points.filter { $0.heading != Points.reach }.flatMap(\.lines)
    return (toMind.isEmpty ? [] : [Section(heading: "What to mind", lines: toMind)])
      + points.filter { $0.heading == Points.reach }
  }

  private static func changes(
    of step: WorkStep, child: ChildCase, asOf now: Instant
  ) -> [String] {
    var lines: [String] = []
    if step.unasked != nil {
      return ["Holding it, or calling it off with the decision", "Planning it for another time"]
    }
    if step.agreed != nil {
      return [
        "A corrected “By when” of what was agreed on, in the timeline",
        "Taking back that it was agreed on", "Reassigning or holding never moves the due time",
      ]
    }
    switch step.counted.anchor {
    case .missingStart, .missingFor:
      if let start = place(of: step, in: child)?.1.start { lines.append(start.basis.whatMovesIt) }
    case .first(let match), .last(let match):
      lines.append("A corrected time of \(match.kind.occasion)")
    case .earliest(let matches):
      lines += matches.map { "A corrected time of \($0.kind.occasion)" }
    case .learnt(let match), .lastLearnt(let match):
      lines.append("A corrected time at which the desk learnt of \(match.kind.occasion)")
    case .due(let other): lines.append("Holding the \(other.title.lowercasedFirst)")
    }
    let facts =
      step.rule.when.facts.map(\.words) + step.rule.when.recurrences.map(\.words)
    if !facts.isEmpty { lines.append("Another value of: \(facts.joined(separator: ", "))") }
    let ends = step.rule.lapsesOn.map(\.words)
    if !ends.isEmpty {
      // Nobody should wait for what no longer helps.
      let all = ends.joined(separator: " or ")
      if step.rule.lapsesLate {
        lines.append("It falls away if \(all) is recorded; once the limit is up it stays late")
      } else {
        lines.append(
          step.due.map { now >= $0 } ?? false
            ? "The limit is up: \(all) no longer makes it fall away"
            : "It falls away if \(all) is recorded before the limit is up")
      }
    }
    lines.append("Reassigning, holding or planning never moves the due time")
    return lines
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

extension Citation {
  /// `Missing protocol, section "4.2"`.
  fileprivate var words: String { "\(document), section \"\(section)\"" }
}
