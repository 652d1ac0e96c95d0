/// An event that can end a condition, and how things stood before it.
///
/// A class, because every rule that does not apply looks at all of them.
final class Turn {
  /// The event.
  let event: Event
  private let before: Situation
  /// What the facts were before it.
  private let sheet: FactSheet
  /// The facts that are others now, a bit for each.
  private let changed: UInt64
  /// What has been recorded of the episode since, with the event itself.
  private let since: EventKinds

  /// The turns of an episode, in the order in which they were recorded.
  ///
  /// - Parameters:
  ///   - situation: the episode as it is now.
  ///   - now: what the facts are now.
  ///   - facts: the facts that the procedure asks for.
  /// - Returns: the turns.
  static func all(in situation: Situation, knowing now: FactSheet, asking facts: [Fact]) -> [Turn] {
    var turns: [Turn] = []
    let log = situation.episode.log.all
    // How many of the episode's events had been recorded when this one was.
    var known = 0
    let readings = situation.child.readings
    for place in readings.indices {
      let kind = readings[place].kind
      let isOfEpisode = known < log.count && readings[place].isSameEntry(as: log[known])
      if known > 0, isOfEpisode ? log[known].isTurning : kind.isOfChild {
        let child = isOfEpisode ? nil : situation.child.knowing(only: readings[..<place])
        turns.append(
          Turn(
            isOfEpisode ? log[known] : readings[place], episode: known, of: situation,
            child: child, knowing: now, asking: facts))
      }
      if isOfEpisode { known += 1 }
    }
    return turns
  }

  /// Whether a condition that does not hold now held before it.
  func ended(_ test: Test) -> Bool {
    guard test.facts & changed != 0 || !test.kinds.isDisjoint(with: since) else { return false }
    return test.holds(knowing: sheet, in: before)
  }

  /// Why a step ended that was asked for until then; where its time had run out, it says so.
  func words(due: Instant?) -> String {
    reason.ended(at: event.occurred, due: due)
  }

  private lazy var reason = event.reason

  private init(
    _ event: Event, episode known: Int, of situation: Situation, child: ChildCase?,
    knowing now: FactSheet, asking facts: [Fact]
  ) {
    var since: EventKinds = []
    let log = situation.episode.log.all
    for place in known..<log.count { since.insert(log[place].kind) }
    var episode = situation.episode
    episode.log = episode.log.first(known)
    self.event = event
    self.since = since
    before = Situation(
      child: child ?? situation.child, record: situation.record, episode: episode,
      authority: situation.authority)
    var earlier = now
    for fact in facts {
      let isOther = fact.events.isEmpty ? child != nil : !fact.events.isDisjoint(with: since)
      if isOther { earlier.read(fact, in: before) }
    }
    sheet = earlier
    changed = sheet.differences(from: now)
  }

  fileprivate static let turning: EventKinds = [
    .categoryChanged, .riskAssessed, .ragSet, .reported, .rhiOffered, .rhiDeclined,
  ]
}

extension Event {
  /// Whether it can end a condition of its episode; a meeting by the risk that it decides on.
  fileprivate var isTurning: Bool {
    Turn.turning.contains(kind) || kind == .meetingHeld && self[Field<Risk>.risk] != nil
  }

  /// Whether it is the same entry of the journal, though a correction may have it read otherwise.
  fileprivate func isSameEntry(as other: Event) -> Bool {
    kind == other.kind && sequence == other.sequence && recorded == other.recorded
  }
}

extension String {
  /// The words by which a step ended, and that its time had run out by then where it had.
  func ended(at end: Instant, due: Instant?) -> String {
    guard let due, end > due else { return self }
    return "\(self), after it was due \(due.spokenShort)"
  }
}

extension Event {
  /// As what ended a step: `returned Thu 14 May 09:15`.
  var reason: String { "\(kind.title.lowercased()) \(occurred.spokenShort)" }
}
