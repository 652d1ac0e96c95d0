// Steps that come again: reviews every fortnight, then every month.

extension EpisodeWork {
  /// Each time that it is done counts the next one.
  ///
  /// The cadence in force then decides its distance (rulebook, "a later cadence"). A cancelled one counts the next from when it was due: the
  /// cadence does not end while the child is away.
  func repeated(_ rule: Rule) -> [WorkStep] {
    guard let start = situation.start, var current = counted(rule) else { return [] }
    var done = completions(of: rule)[...]
    var cancellations = cancellations(of: rule.step)[...]
    var steps: [WorkStep] = []
    for occurrence in 1...(done.count + cancellations.count + 1) {
      let completion = done.first
      cancellations = cancellations.drop { $0.occurred < current.from }
      let cancellation = cancellations.first {
        $0.occurred < completion?.occurred ?? Instant(seconds: .max)
      }
      if isInForce(rule, missingSince: start.at, at: current.from) {
        steps.append(
          step(
            rule, occurrence: occurrence, counted: current,
            doneAt: cancellation == nil ? completion : nil, cancelledBy: cancellation))
      }
      if cancellation != nil {
        cancellations.removeFirst()
        guard let due = cadenceDue(like: rule, from: current.from, start: start.at) else {
          break
        }
        current = Counted(from: due, anchor: .due(rule.step), event: nil)
      } else if let completion {
        done.removeFirst()
        current = Counted(
          from: completion.occurred, anchor: .last(EventMatch(completion.kind)), event: completion)
      } else {
        break
      }
    }
    return steps
  }

  /// When the cadence in force at an instant makes a rule's step due; of several packs each keeps its
  /// own.
  private func cadenceDue(like rule: Rule, from instant: Instant, start: Instant) -> Instant? {
    procedure.rules.filter {
      $0.step == rule.step && $0.pack == rule.pack && $0.repeats && $0.when.holds(in: situation)
        && isInForce($0, missingSince: start, at: instant)
    }.compactMap { $0.within?.due(from: instant, holidays: procedure.holidays) }.min()
  }

  func cancellations(of step: StepName) -> [Event] {
    guard step.isMeeting else { return [] }
    return log.events(.meetingCancelled).filter { $0[.kind] == step.rawValue }
      .sorted { $0.occurred < $1.occurred }
  }

  private func isInForce(_ rule: Rule, missingSince start: Instant, at instant: Instant) -> Bool {
    if let least = rule.elapsedFrom,
      instant < least.due(from: start, holidays: procedure.holidays)
    {
      return false
    }
    if let limit = rule.elapsedBefore,
      instant >= limit.due(from: start, holidays: procedure.holidays)
    {
      return false
    }
    return true
  }
}
