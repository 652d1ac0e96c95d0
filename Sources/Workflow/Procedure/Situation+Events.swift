// What has happened, as one situation sees it.

extension Situation {
  /// The kinds of events that it can find.
  var kinds: EventKinds {
    var kinds: EventKinds = [.childRegistered, .childUpdated, .allocated]
    kinds.insert(contentsOf: record.log.kinds)
    for episode in record.episodes { kinds.insert(contentsOf: episode.log.kinds) }
    return kinds
  }

  /// The events that match, in the order in which they were recorded.
  ///
  /// What is kept with an episode counts for that episode alone: an offer made after the first going
  /// says nothing of the second.
  package func events(matching match: EventMatch) -> [Event] {
    guard let after = match.after.first else { return plainEvents(matching: match) }
    guard let earlier = ground(after, isFirst: match.isAfterFirst) else { return [] }
    return plainEvents(matching: match).filter { $0.happened(after: earlier) }
  }

  /// The first event that matches.
  func first(matching match: EventMatch) -> Event? {
    guard let log = log(holding: match.kind) else { return events(matching: match).first }
    guard let after = match.after.first else { return log.first(matching: match) }
    guard log.contains(match.kind), let earlier = ground(after, isFirst: match.isAfterFirst)
    else { return nil }
    return log.first(matching: match, after: earlier)
  }

  /// The last event that matches.
  func last(matching match: EventMatch) -> Event? {
    guard match.after.isEmpty, let log = log(holding: match.kind) else {
      return events(matching: match).last
    }
    return log.last(matching: match)
  }

  /// The event that matches and happened first or last, whenever it was recorded.
  private func ground(_ match: EventMatch, isFirst: Bool) -> Event? {
    if match.after.isEmpty, let log = log(holding: match.kind) {
      return log.ground(matching: match, isFirst: isFirst)
    }
    var ground: Event?
    for event in events(matching: match) {
      if let known = ground, event.happened(after: known) == isFirst { continue }
      ground = event
    }
    return ground
  }

  private func plainEvents(matching match: EventMatch) -> [Event] {
    if match.kind.isOfChild { return sinceGoing(match) }
    if let log = log(holding: match.kind) { return log.matching(match) }
    let all = (record.episodes.flatMap { $0.log.matching(match) } + record.log.matching(match))
      .sorted { ($0.recorded, $0.sequence) < ($1.recorded, $1.sequence) }
    // One return may end several goings; it stands in each of them.
    return all.indices.filter { $0 == 0 || all[$0] != all[$0 - 1] }.map { all[$0] }
  }

  /// The one log in which all events of a kind stand, where there is one.
  private func log(holding kind: EventKind) -> EventLog? {
    if kind.isOfChild { return nil }
    if !kind.isOfEpisode { return record.log }
    if !isForRecord { return episode.log }
    // One interview may cover several episodes; it stands in each of them, and in the record once.
    if kind.isOfInterview { return record.log }
    return record.episodes.count == 1 && !record.log.contains(kind) ? episode.log : nil
  }

  /// What was recorded of the child itself since the going that this is about: an allocation of last
  /// year completes nothing now.
  private func sinceGoing(_ match: EventMatch) -> [Event] {
    let first = isForRecord ? record.episodes.first : episode
    guard let began = first?.began else { return [] }
    let readings = child.readings
    return readings.indices.filter { place in
      readings[place].kind == match.kind && readings[place].recorded >= began.recorded
        && match.holds(readings[place])
    }.map { readings[$0] }
  }
}
