// What has happened, as one situation sees it.

extension Situation {
  /// The events that match, in the order in which they were recorded.
  ///
  /// What is kept with an episode counts for that episode alone: an offer made after the first going
  /// says nothing of the second.
  package func events(matching match: EventMatch) -> [Event] {
    guard let after = match.after.first else { return plainEvents(matching: match) }
    guard let earlier = events(matching: after).max(by: Situation.isEarlier) else { return [] }
    return plainEvents(matching: match).filter { Situation.isEarlier(earlier, $0) }
  }

  /// The first event that matches.
  func first(matching match: EventMatch) -> Event? {
    log(holding: match).map { $0.first(matching: match) } ?? events(matching: match).first
  }

  /// The last event that matches.
  func last(matching match: EventMatch) -> Event? {
    log(holding: match).map { $0.last(matching: match) } ?? events(matching: match).last
  }

  /// The one log in which all events that match stand, where there is one.
  private func log(holding match: EventMatch) -> EventLog? {
    guard match.after.isEmpty, !match.kind.isOfChild else { return nil }
    guard match.kind.isOfEpisode else { return record.log }
    return isForRecord ? nil : episode.log
  }

  private static func isEarlier(_ one: Event, _ other: Event) -> Bool {
    (one.occurred, one.sequence) < (other.occurred, other.sequence)
  }

  private func plainEvents(matching match: EventMatch) -> [Event] {
    if match.kind.isOfChild { return sinceGoing(match) }
    guard match.kind.isOfEpisode else { return record.log.matching(match) }
    guard isForRecord else { return episode.log.matching(match) }
    // One interview may cover several episodes and then stands in each of them.
    let all = record.episodes.flatMap { $0.log.matching(match) } + record.log.matching(match)
    guard all.count > 1 else { return all }
    var seen: Set<Event> = []
    return all.filter { seen.insert($0).inserted }
      .sorted { ($0.recorded, $0.sequence) < ($1.recorded, $1.sequence) }
  }

  /// What was recorded of the child itself since the going that this is about: an allocation of last
  /// year completes nothing now.
  private func sinceGoing(_ match: EventMatch) -> [Event] {
    let first = isForRecord ? record.episodes.first : episode
    guard let began = first?.began else { return [] }
    return child.history.filter { $0.recorded >= began.recorded && match.holds($0) }
  }
}
