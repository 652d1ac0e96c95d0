// By which rules a step is due: the answer in one line, and where the rules stand.

extension Explanation {
  /// When it is due and why, in one line: `Due Tue 20 Oct 21:15 = last seen Mon 19 Oct 21:15 + 24 hours (LW-28)`.
  static func answer(of step: WorkStep, child: ChildCase, asOf now: Instant) -> String {
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
  static func others(asking step: WorkStep, procedure: Procedure) -> [String] {
    let own = setting(step)
    let others = step.rules.filter { !own.contains($0) }
    return others.isEmpty
      ? []
      : sources(of: others, asking: step, procedure: procedure).map {
        "\($0.rules.joined(separator: ", ")): \($0.citation.words)"
      }
  }

  static func rule(of step: WorkStep, procedure: Procedure) -> [String] {
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
}

extension Citation {
  /// `Missing protocol, section "4.2"`.
  fileprivate var words: String { "\(document), section \"\(section)\"" }
}
