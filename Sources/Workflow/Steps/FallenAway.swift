// Steps whose condition held once and no longer does.

/// An event that can end a condition, and how things stood before it.
struct Turn {
  let event: Event
  let before: Situation
}

extension EpisodeWork {
  /// A step whose condition held once and no longer does: what was done stays done, the rest is not
  /// required any more (rulebook, a step's state).
  func fallenAway(_ rule: Rule) -> [WorkStep] {
    guard !rule.repeats, !situation.isForRecord, rule.step != .notice,
      let turn = turns.last(where: { rule.when.holds(in: $0.before) }),
      let counted = counted(rule)
    else { return [] }
    let base = step(rule, occurrence: 1, counted: counted, doneAt: completions(of: rule).first)
    return [base.isOpen ? base.notRequired(since: turn.event) : base]
  }

  /// The events that can end a condition, each with the situation before it.
  static func turns(in situation: Situation) -> [Turn] {
    var log = EventLog()
    var turns: [Turn] = []
    for event in situation.episode.log.all {
      if turning.contains(event.kind), !log.all.isEmpty {
        var episode = situation.episode
        episode.log = log
        let before = Situation(
          child: situation.child, record: situation.record, episode: episode,
          authority: situation.authority)
        turns.append(Turn(event: event, before: before))
      }
      log.append(event)
    }
    return turns
  }

  private static let turning: Set<EventKind> = [
    .categoryChanged, .riskAssessed, .ragSet, .reported, .rhiOffered, .rhiDeclined,
  ]
}
