/// Events in the order in which they were recorded, quick to ask by kind.
package struct EventLog: Sendable, Hashable {
  private var events: [Event] = []
  /// For each kind, by its place among all kinds, where its events stand.
  private var byKind: [[Int]] = []
  /// The kinds of which there are events, those of later days included.
  private(set) var kinds: EventKinds = []
  /// The steps that events are about, those of later days included.
  private var subjects = StepNames()
  /// How many of the events count: fewer than there are in a view of earlier days.
  private var count = 0

  /// An empty log.
  package init() {}

  /// All of them, oldest first.
  package var all: ArraySlice<Event> { events[..<count] }

  /// Adds an event at the end.
  package mutating func append(_ event: Event) {
    if byKind.isEmpty { byKind = Array(repeating: [], count: EventKind.allCases.count) }
    byKind[event.kind.place].append(events.count)
    kinds.insert(event.kind)
    if let subject = event.subject { subjects.insert(subject) }
    events.append(event)
    count = events.count
  }

  /// The log as it was when it held so many events; it shares them.
  func first(_ count: Int) -> EventLog {
    var earlier = self
    earlier.count = count
    return earlier
  }

  /// The events of one kind, oldest first.
  package func events(_ kind: EventKind) -> [Event] { places(kind).map { events[$0] } }

  /// Whether there is an event of a kind.
  package func contains(_ kind: EventKind) -> Bool { !places(kind).isEmpty }

  /// The first event of a kind.
  package func first(_ kind: EventKind) -> Event? { places(kind).first.map { events[$0] } }

  /// The last event of a kind.
  package func last(_ kind: EventKind) -> Event? { places(kind).last.map { events[$0] } }

  /// The last event of a kind for which something holds.
  func last(_ kind: EventKind, where holds: (Event) -> Bool) -> Event? {
    places(kind).last { holds(events[$0]) }.map { events[$0] }
  }

  /// The last event of a kind in which a field was given, and its value.
  package func latest<T: FieldValue>(_ kind: EventKind, _ field: Field<T>) -> Known<T>? {
    for place in places(kind).reversed() {
      if let value = events[place][field] { return Known(value: value, event: events[place]) }
    }
    return nil
  }

  /// Events that match, oldest first.
  package func matching(_ match: EventMatch) -> [Event] {
    var found: [Event] = []
    for place in places(match) where holds(match, at: place) { found.append(events[place]) }
    return found
  }

  /// The first event that matches, of all or of those that happened after another.
  func first(matching match: EventMatch, after earlier: Event? = nil) -> Event? {
    for place in places(match) where holds(match, at: place) {
      if let earlier, !events[place].happened(after: earlier) { continue }
      return events[place]
    }
    return nil
  }

  /// The event that matches and happened first or last, whenever it was recorded.
  func ground(matching match: EventMatch, isFirst: Bool) -> Event? {
    var ground: Int?
    for place in places(match) where holds(match, at: place) {
      if let known = ground, events[place].happened(after: events[known]) == isFirst { continue }
      ground = place
    }
    return ground.map { events[$0] }
  }

  /// The last event that matches.
  func last(matching match: EventMatch) -> Event? {
    places(match).last { holds(match, at: $0) }.map { events[$0] }
  }

  /// Where events stand that may match.
  private func places(_ match: EventMatch) -> ArraySlice<Int> {
    if let asked = match.subjects, asked.isDisjoint(with: subjects) { return [] }
    return places(match.kind)
  }

  /// Whether an event matches; most are of another step, which needs no look at what they say.
  private func holds(_ match: EventMatch, at place: Int) -> Bool {
    if let asked = match.subjects {
      guard let subject = events[place].subject, asked.contains(subject) else { return false }
    }
    return match.holds(events[place])
  }

  private func places(_ kind: EventKind) -> ArraySlice<Int> {
    guard kinds.contains(kind) else { return [] }
    let places = byKind[kind.place]
    guard count < events.count else { return places[...] }
    return places.prefix { $0 < count }
  }
}

/// A fact and the event that said so: what an explanation can name.
package struct Known<T: Sendable>: Sendable {
  /// The fact.
  package let value: T
  /// The event from which it comes.
  package let event: Event
}
