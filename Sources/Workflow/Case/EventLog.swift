/// Events in the order in which they were recorded, quick to ask by kind.
package struct EventLog: Sendable, Hashable {
  /// All of them, oldest first.
  package private(set) var all: [Event] = []
  /// For each kind, by its place among all kinds, where its events stand.
  private var byKind: [[Int]] = []

  /// An empty log.
  package init() {}

  /// Adds an event at the end.
  package mutating func append(_ event: Event) {
    if byKind.isEmpty { byKind = Array(repeating: [], count: EventKind.allCases.count) }
    byKind[event.kind.place].append(all.count)
    all.append(event)
  }

  /// The events of one kind, oldest first.
  package func events(_ kind: EventKind) -> [Event] {
    places(kind).map { all[$0] }
  }

  /// Whether there is an event of a kind.
  package func contains(_ kind: EventKind) -> Bool { !places(kind).isEmpty }

  /// The first event of a kind.
  package func first(_ kind: EventKind) -> Event? { places(kind).first.map { all[$0] } }

  /// The last event of a kind.
  package func last(_ kind: EventKind) -> Event? { places(kind).last.map { all[$0] } }

  /// The last event of a kind in which a field was given, and its value.
  package func latest<T: FieldValue>(_ kind: EventKind, _ field: Field<T>) -> Known<T>? {
    for index in places(kind).reversed() {
      if let value = all[index][field] { return Known(value: value, event: all[index]) }
    }
    return nil
  }

  /// Events that match, oldest first.
  package func matching(_ match: EventMatch) -> [Event] {
    var found: [Event] = []
    for index in places(match.kind) where match.holds(all[index]) { found.append(all[index]) }
    return found
  }

  private func places(_ kind: EventKind) -> [Int] { byKind.isEmpty ? [] : byKind[kind.place] }
}

/// A fact and the event that said so: what an explanation can name.
package struct Known<T: Sendable>: Sendable {
  /// The fact.
  package let value: T
  /// The event from which it comes.
  package let event: Event
}

/// Which events count: a kind, and what must or must not stand in its fields.
package struct EventMatch: Hashable, Sendable {
  /// The kind of event.
  package let kind: EventKind
  /// For each field the values of which one must be given; `any` means given at all.
  package let with: [String: Set<String>]
  /// For each field the values of which none may be given; `any` means not given at all.
  package let without: [String: Set<String>]
  /// Only what happened after the last event that matches this; none or one.
  package let after: [EventMatch]

  /// Makes a match.
  package init(
    _ kind: EventKind, with: [String: Set<String>] = [:], without: [String: Set<String>] = [:],
    after: EventMatch? = nil
  ) {
    self.kind = kind
    self.with = with
    self.without = without
    self.after = after.map { [$0] } ?? []
  }

  /// Whether an event counts by its fields; what it must come after is the log's to say.
  package func holds(_ event: Event) -> Bool {
    guard event.kind == kind else { return false }
    return with.allSatisfy { stands(one: $0.value, in: $0.key, of: event) }
      && !without.contains { stands(one: $0.value, in: $0.key, of: event) }
  }

  private func stands(one values: Set<String>, in field: String, of event: Event) -> Bool {
    guard let typed = event.body[name: field]?.typed else { return false }
    if values.contains(typed) { return true }
    return values.contains("any") && !typed.allSatisfy(\.isWhitespace)
  }
}
