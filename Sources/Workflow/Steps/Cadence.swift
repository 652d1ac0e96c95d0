// Steps that come again: reviews every fortnight, then every month.

extension EpisodeWork {
  /// Each time that it is done counts the next one.
  ///
  /// The cadence in force then decides its distance (rulebook, "a later cadence"). A cancelled one counts the next from when it was due: the
  /// cadence does not end while the child is away.
  func repeated(_ line: Line) -> [WorkStep] {
    let rule = line.rule
    guard let start = situation.start, var current = counted(rule) else { return [] }
    let span = span(of: rule, from: start.at)
    var done = completions(of: line)[...]
    var cancellations = cancellations(of: rule.step)[...]
    var steps: [WorkStep] = []
    for occurrence in 1...(done.count + cancellations.count + 1) {
      let completion = done.first
      cancellations = cancellations.drop { $0.occurred < current.from }
      let cancellation = cancellations.first {
        $0.occurred < completion?.occurred ?? Instant(seconds: .max)
      }
      if span.contains(current.from) {
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
    applying(rule.step, like: rule).map(\.rule).filter {
      $0.repeats && span(of: $0, from: start).contains(instant)
    }.compactMap { $0.within?.due(from: instant, holidays: procedure.holidays) }.min()
  }

  func cancellations(of step: StepName) -> [Event] {
    guard step.isMeeting, log.contains(.meetingCancelled) else { return [] }
    return log.events(.meetingCancelled).filter { $0[.kind] == step.rawValue }
      .sorted { $0.occurred < $1.occurred }
  }

  /// While which a cadence is in force, by how long the child has been missing.
  private func span(of rule: Rule, from start: Instant) -> Range<Instant> {
    func instant(_ limit: TimeLimit?, otherwise: Int64) -> Instant {
      limit?.due(from: start, holidays: procedure.holidays) ?? Instant(seconds: otherwise)
    }
    let from = instant(rule.elapsedFrom, otherwise: .min)
    return from..<max(from, instant(rule.elapsedBefore, otherwise: .max))
  }
}
