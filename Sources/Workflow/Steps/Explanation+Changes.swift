// Who is to chair it, what to mind, and what would change the due time.

extension Explanation {
  static func chair(
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
  static func points(
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

  static func changes(
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
}
