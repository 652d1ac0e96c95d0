// Steps that come again: reviews every fortnight, then every month.

extension EpisodeWork {
  /// Each time that it is done counts the next one.
  ///
  /// The cadence in force then decides its distance (rulebook, "a later cadence"). A cancelled one
  /// counts the next from when it was due: the cadence does not end while the child is away. Where it
  /// counts from the last of several, a further one counts it anew.
  func addRepeated(_ line: Line, to made: inout MadeSteps) {
    let rule = line.rule
    guard let start = situation.start, let last = counted(rule) else { return }
    let span = span(of: rule, from: start.at)
    let completions = completions(of: line)
    let grounds = grounds(of: last, besides: completions)
    var current = grounds.first ?? last
    var done = completions.filter { isDone(by: $0, since: current) }[...]
    var cancellations = cancellations(of: rule.step)[...]
    for occurrence in 1...(done.count + cancellations.count + 1) {
      let completion = done.first
      cancellations = cancellations.drop { $0.occurred < current.from }
      let cancellation = cancellations.first {
        $0.occurred < completion?.occurred ?? Instant(seconds: .max)
      }
      let end = (cancellation ?? completion)?.occurred
      if let anew = grounds.last(where: { ground in end.map { ground.from <= $0 } ?? true }),
        anew.from > current.from
      {
        current = anew
      }
      if span.contains(current.from) {
        made.add(
          step(
            rule, occurrence: occurrence, counted: current,
            doneAt: cancellation == nil ? completion : nil, cancelledBy: cancellation),
          applies: true)
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
  }

  /// All the events from the last of which a cadence counts, in the order in which they happened.
  private func grounds(of last: Counted, besides completions: [Event]) -> [Counted] {
    guard case .last(let match) = last.anchor else { return [] }
    return situation.events(matching: match).filter { !completions.contains($0) }.map {
      Counted(from: $0.occurred, anchor: last.anchor, event: $0)
    }.sorted { $0.from < $1.from }
  }

  /// Whether an event can be one of the times that a cadence is kept.
  ///
  /// Nothing before what gave rise to it is. Where it counts from a due time, a meeting held early is one of them.
  private func isDone(by event: Event, since first: Counted) -> Bool {
    if case .due = first.anchor { return true }
    if let ground = first.event, ground.kind.isOfStart {
      if case .missingFor = first.anchor { return event.occurred >= first.from }
      return true
    }
    return event.occurred >= first.from
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
