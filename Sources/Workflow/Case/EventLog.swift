/// Events in the order in which they were recorded, quick to ask by kind.
package struct EventLog: Sendable, Hashable {
  /// All of them, oldest first.
  package private(set) var all: [Event] = []
  private var byKind: [EventKind: [Int]] = [:]

  /// An empty log.
  package init() {}

  /// Adds an event at the end.
  package mutating func append(_ event: Event) {
    byKind[event.kind, default: []].append(all.count)
    all.append(event)
  }

  /// The events of one kind, oldest first.
  package func events(_ kind: EventKind) -> [Event] {
    (byKind[kind] ?? []).map { all[$0] }
  }

  /// Whether there is an event of a kind.
  package func contains(_ kind: EventKind) -> Bool { byKind[kind] != nil }

  /// The first event of a kind.
  package func first(_ kind: EventKind) -> Event? { byKind[kind]?.first.map { all[$0] } }

  /// The last event of a kind.
  package func last(_ kind: EventKind) -> Event? { byKind[kind]?.last.map { all[$0] } }

  /// The last event of a kind in which a field was given, and its value.
  package func latest<T: FieldValue>(_ kind: EventKind, _ field: Field<T>) -> Known<T>? {
    for index in (byKind[kind] ?? []).reversed() {
      if let value = all[index][field] { return Known(value: value, event: all[index]) }
    }
    return nil
  }

  /// Events that match, oldest first.
  package func matching(_ match: EventMatch) -> [Event] {
    (byKind[match.kind] ?? []).map { all[$0] }.filter(match.holds)
  }
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
    guard let typed = event.body[name: field]?.typed, !typed.trimmed.isEmpty else { return false }
    return values.contains("any") || values.contains(typed)
  }
}
