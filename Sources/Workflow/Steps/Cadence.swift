// Steps that come again: reviews every fortnight, then every month.

extension EpisodeWork {
  /// Each time that it is done counts the next one.
  ///
  /// The cadence in force then decides its distance (rulebook, "a later cadence"). A cancelled one
  /// counts the next from when it was due: the cadence does not end while the child is away. Where it
  /// counts from the last of several, a further one counts it anew.
  mutating func addRepeated(_ line: Questions.Line, at place: Int) {
    guard let start = answers.situation.start?.at, let first = answers.ground(line.ground) else {
      return
    }
    let span = span(of: place, from: start)
    let completions = answers.completions(of: place)
    let grounds = grounds(like: answers.grounds[first], besides: completions)
    var current = grounds.first ?? answers.grounds[first]
    var done = completions[...]
    if current.isFirstThatCounts {
      let from = current.from
      done = done.drop { $0.occurred < from }
    }
    var cancellations = answers.cancellations(of: line.step)[...]
    for occurrence in 1...(done.count + cancellations.count + 1) {
      let from = current.from
      cancellations = cancellations.drop { answers.cancelled[$0].occurred < from }
      let completion = done.first
      let cancellation = cancellations.first {
        answers.cancelled[$0].occurred < completion?.occurred ?? Instant(seconds: .max)
      }
      let end = cancellation.map { answers.cancelled[$0].occurred } ?? completion?.occurred
      if let anew = grounds.last(where: { ground in end.map { ground.from <= $0 } ?? true }),
        anew.from > from
      {
        current = anew
      }
      if span.contains(current.from) {
        var draft = draft(
          line, at: place, ground: answers.keep(current), occurrence: occurrence,
          done: cancellation == nil ? completion?.occurred : nil)
        if let cancellation {
          draft.ending = .cancelled(by: cancellation)
        } else if let completion {
          draft.ending = answers.ending(doneBy: completion)
        } else {
          draft.fallAway(
            as: answers.ending(of: draft, lapse: line.lapse),
            isPlanned: answers.plan(of: line.step) != nil)
        }
        add(draft, of: line)
      }
      if cancellation != nil {
        cancellations.removeFirst()
        guard let due = cadenceDue(like: place, from: current.from, start: start) else { break }
        current = Counted(from: due, anchor: .due(line.step), event: nil)
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
  private func grounds(like last: Counted, besides completions: [Event]) -> [Counted] {
    guard case .last(let match) = last.anchor else { return [] }
    let events = answers.situation.events(matching: match).filter { !completions.contains($0) }
    return events.sorted { $0.occurred < $1.occurred }.map {
      Counted(from: $0.occurred, anchor: last.anchor, event: $0)
    }
  }

  /// When the cadence in force at an instant makes a rule's step due; of several packs each keeps its
  /// own.
  private mutating func cadenceDue(like place: Int, from instant: Instant, start: Instant)
    -> Instant?
  {
    let rule = answers.procedure.rules[place]
    var earliest: Instant?
    for place in answers.applying(rule.step, of: rule.pack) {
      let line = questions.lines[place]
      guard line.repeats, let within = line.within,
        span(of: place, from: start).contains(instant)
      else { continue }
      let due = answers.due(within, from: instant)
      earliest = min(earliest ?? due, due)
    }
    return earliest
  }

  /// While which a cadence is in force, by how long the child has been missing.
  private func span(of place: Int, from start: Instant) -> Range<Instant> {
    let rule = answers.procedure.rules[place]
    let from = rule.elapsedFrom.map { answers.due($0, from: start) } ?? Instant(seconds: .min)
    let before = rule.elapsedBefore.map { answers.due($0, from: start) }
    return from..<max(from, before ?? Instant(seconds: .max))
  }
}

extension Counted {
  /// Whether nothing that happened before it can be one of the times that a cadence is kept.
  ///
  /// Nothing before what gave rise to it is. Where it counts from a due time, a meeting held early is
  /// one of them.
  fileprivate var isFirstThatCounts: Bool {
    switch anchor {
    case .due: false
    case .missingFor: true
    default: !(event?.kind.isOfStart ?? false)
    }
  }
}
