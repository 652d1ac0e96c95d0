/// An event that can end a condition, and how things stood before it.
///
/// A class, because every rule that does not apply looks at all of them.
final class Turn {
  private let event: Event
  private let before: Situation
  /// What the facts were before it.
  private let sheet: FactSheet
  /// The facts that are others now, a bit for each.
  private let changed: UInt64

  /// The turns of an episode, in the order in which they were recorded.
  ///
  /// - Parameters:
  ///   - situation: the episode as it is now.
  ///   - now: what the facts are now.
  ///   - facts: the facts that the procedure asks for.
  /// - Returns: the turns.
  static func all(in situation: Situation, knowing now: FactSheet, asking facts: [Fact]) -> [Turn] {
    var turns: [Turn] = []
    for (place, event) in situation.episode.log.all.enumerated()
    where place > 0 && turning.contains(event.kind) {
      turns.append(Turn(event, episode: place, of: situation, knowing: now, asking: facts))
    }
    guard let began = situation.episode.began else { return turns }
    for event in situation.child.history.reversed() {
      guard event.isAfter(began) else { break }
      guard event.kind.isOfChild else { continue }
      let known = situation.episode.log.all.prefix { !$0.isAfter(event) }.count
      turns.append(
        Turn(
          event, episode: known, of: situation, child: situation.child.asBefore(event),
          knowing: now, asking: facts))
    }
    return turns.sorted { $1.event.isAfter($0.event) }
  }

  /// Whether a condition that does not hold now held before it.
  func ended(_ test: Test) -> Bool {
    guard test.asksForEvents || test.facts & changed != 0 else { return false }
    return test.holds(knowing: sheet, in: before)
  }

  /// How a step ends that was asked for until then; where its time had run out, it says so.
  func ending(due: Instant?) -> WorkStep.Outcome {
    let what = "\(event.kind.title.lowercased()) \(event.occurred.spokenShort)"
    guard let due, event.occurred > due else { return .notRequired(because: what) }
    return .notRequired(because: "\(what), after it was due \(due.spokenShort)")
  }

  private init(
    _ event: Event, episode known: Int, of situation: Situation, child: ChildCase? = nil,
    knowing now: FactSheet, asking facts: [Fact]
  ) {
    var episode = situation.episode
    episode.log = episode.log.first(known)
    self.event = event
    before = Situation(
      child: child ?? situation.child, record: situation.record, episode: episode,
      authority: situation.authority)
    var earlier = now
    earlier.read(child == nil ? facts.filter(\.isOfEpisode) : facts, in: before)
    sheet = earlier
    changed = sheet.differences(from: now)
  }

  private static let turning: Set<EventKind> = [
    .categoryChanged, .riskAssessed, .ragSet, .reported, .rhiOffered, .rhiDeclined,
  ]
}

extension Event {
  /// Whether it was recorded later than another.
  fileprivate func isAfter(_ other: Event) -> Bool {
    (recorded, sequence) > (other.recorded, other.sequence)
  }
}
