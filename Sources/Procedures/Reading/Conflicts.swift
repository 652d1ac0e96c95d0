import Workflow

/// What is wrong between the rules of one version, each of which is right by itself.
struct Conflicts {
  let inspection: Inspection
  /// Whether every rule of the version could be read; what is missing otherwise may only be broken.
  let isComplete: Bool

  func check(_ rules: [RuleReader.Placed]) {
    sameNames(rules)
    sameSlots(rules)
    cadenceGaps(rules)
    circularDues(rules)
    if isComplete { unknownDues(rules) }
  }

  private func sameNames(_ rules: [RuleReader.Placed]) {
    var first: [String: Place] = [:]
    for placed in rules {
      if let other = first[placed.rule.name] {
        inspection.error(
          "there are two rules of the name '\(placed.rule.name)'", at: placed.namePlace,
          notes: [("the other one", other)])
      } else {
        first[placed.rule.name] = placed.namePlace
      }
    }
  }

  /// Two rules may time one step, the earlier due time then stands; but not so that nobody could say
  /// which of them speaks.
  private func sameSlots(_ rules: [RuleReader.Placed]) {
    for (index, placed) in rules.enumerated() {
      for other in rules[..<index] where claimOneSlot(placed.rule, other.rule) {
        inspection.error(
          "'\(placed.rule.name)' and '\(other.rule.name)' both make \(placed.rule.step.rawValue) "
            + "in the same case", at: placed.place,
          notes: [("'\(other.rule.name)' is here", other.place)])
      }
    }
  }

  private func claimOneSlot(_ left: Rule, _ right: Rule) -> Bool {
    guard left.step == right.step, left.part == right.part,
      left.isForRecord == right.isForRecord, left.repeats == right.repeats,
      gap(between: left, right) == nil
    else { return false }
    if left.when == right.when { return true }
    return left.since == right.since && left.realises.first == right.realises.first
      && !left.when.excludes(right.when)
  }

  /// Two cadences of one step that follow each other, but not at once.
  private func cadenceGaps(_ rules: [RuleReader.Placed]) {
    for placed in rules {
      for other in rules
      where placed.rule != other.rule && placed.rule.step == other.rule.step
        && placed.rule.part == other.rule.part
        && placed.rule.when == other.rule.when && placed.rule.repeats && other.rule.repeats
      {
        guard let end = placed.rule.elapsedBefore, let start = other.rule.elapsedFrom,
          end != start, end.mostHours < start.leastHours,
          !rules.contains(where: {
            $0.rule.step == placed.rule.step && $0.rule.elapsedFrom == end
          })
        else { continue }
        inspection.error(
          "nobody is asked for \(placed.rule.step.rawValue) from \(end.words) to \(start.words)",
          at: other.place, notes: [("'\(placed.rule.name)' ends at \(end.words)", placed.place)])
      }
    }
  }

  /// Nothing where two rules may be in force at the same time; else how long neither is, and it may be
  /// no time at all.
  private func gap(between left: Rule, _ right: Rule) -> Int? {
    func gap(_ one: Rule, before other: Rule) -> Int? {
      guard let end = one.elapsedBefore, let start = other.elapsedFrom else { return nil }
      if end == start { return 0 }
      let hours = start.leastHours - end.mostHours
      return hours > 0 ? hours : nil
    }
    return gap(left, before: right) ?? gap(right, before: left)
  }

  private func unknownDues(_ rules: [RuleReader.Placed]) {
    let timed = Set(rules.filter { $0.rule.within != nil }.map(\.rule.step))
    for placed in rules {
      for due in placed.dues where !timed.contains(due.step) {
        inspection.error(
          "no rule of this version gives \(due.step.rawValue) a due time", at: due.place)
      }
      for due in placed.dues where due.step == placed.rule.step {
        inspection.error("\(due.step.rawValue) cannot count from its own due time", at: due.place)
      }
    }
  }

  /// Steps that count each from another one's due time, and none from anything that happens.
  private func circularDues(_ rules: [RuleReader.Placed]) {
    var told: Set<StepName> = []
    for placed in rules {
      for due in placed.dues where due.step != placed.rule.step && !told.contains(placed.rule.step)
      {
        var seen: Set<StepName> = []
        guard let way = way(from: due.step, to: placed.rule.step, in: rules, past: &seen) else {
          continue
        }
        told.formUnion(way.map(\.step) + [placed.rule.step])
        inspection.error(
          "\(placed.rule.step.rawValue) counts from the due time of \(due.step.rawValue), which "
            + "counts from its own in turn; let one of them count from an event",
          at: due.place, notes: way.map { ("\($0.step.rawValue) counts from it here", $0.place) })
      }
    }
  }

  /// The steps by which one's due time hangs on another's, each with the place that says so.
  private func way(
    from step: StepName, to goal: StepName, in rules: [RuleReader.Placed],
    past: inout Set<StepName>
  ) -> [(step: StepName, place: Place)]? {
    guard past.insert(step).inserted else { return nil }
    for placed in rules where placed.rule.step == step {
      for due in placed.dues {
        if due.step == goal { return [(step, due.place)] }
        if let rest = way(from: due.step, to: goal, in: rules, past: &past) {
          return [(step, due.place)] + rest
        }
      }
    }
    return nil
  }
}
