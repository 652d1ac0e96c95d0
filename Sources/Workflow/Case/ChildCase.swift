/// All that is known of one child: the state of the child's stream.
package struct ChildCase: Sendable, Hashable {
  /// The child's id in the register.
  package let id: String
  /// The register's facts, the latest of each.
  package internal(set) var facts = Body()
  /// For each fact the event that said so.
  package internal(set) var sources: [String: Event] = [:]
  /// The missing records, oldest first.
  package internal(set) var records: [MissingRecord] = []
  /// Every event of the stream as recorded, oldest first.
  package internal(set) var history: [Event] = []

  /// Makes the case of a child of whom nothing is recorded.
  package init(id: String) { self.id = id }

  /// Makes the case from its events.
  package init(id: String, history: [Event]) {
    self.init(id: id)
    self = applying(history)
  }

  /// The number of events in the stream: what a command expects when it is made.
  package var version: Int { history.count }

  /// All episodes, oldest first.
  package var episodes: [Episode] { records.flatMap(\.episodes) }

  /// The record in which work is going on, or that waits to be opened.
  package var currentRecord: MissingRecord? {
    guard let last = records.last, last.finalised == nil else { return nil }
    return last
  }

  /// Records opened and not yet acknowledged by all who must.
  package var openRecords: Int { records.count { $0.isOpen } }

  /// `Pryce-Morgan, Siân`; of a child whose entry was taken off the register the name that stood there.
  package var name: String {
    let facts = isOffRegister ? history.first { $0.kind == .childRegistered }?.body ?? facts : facts
    return [facts[.familyName], facts[.givenNames]].compactMap { $0 }.filter { !$0.isEmpty }
      .joined(separator: ", ")
  }

  /// Full years of age on the day of an instant, where the date of birth is known.
  package func age(at now: Instant) -> Int? { facts[.born]?.age(on: London.local(now).date) }

  /// A fact of the register with the event that said so.
  package func known<T: FieldValue>(_ field: Field<T>) -> Known<T>? {
    guard let value = facts[field], let event = sources[field.name] else { return nil }
    return Known(value: value, event: event)
  }

  /// The history as it reads now: corrections read into what they correct, and without what was
  /// withdrawn.
  package var readings: [Event] {
    for place in history.indices {
      switch history[place].kind {
      case .corrected, .withdrawn: return Correction.readings(of: history)
      default: continue
      }
    }
    return history
  }

  /// The child with the register's facts as some first events of its history have them.
  func knowing(only events: ArraySlice<Event>) -> ChildCase {
    var earlier = self
    earlier.facts = Body()
    earlier.sources = [:]
    for event in events where event.kind.isOfChild { earlier.learn(event) }
    return earlier
  }

  /// Episodes that began within a number of days up to an instant, that instant's own included.
  ///
  /// The day that many days ago counts, to the same clock time (rulebook: "2 or more in 90 days"). Of
  /// which categories they must be is for the last argument to say.
  package func episodes(
    within days: Int, upTo instant: Instant, _ counts: (Category?) -> Bool = { _ in true }
  ) -> Int {
    episodes(from: London.adding(days: -days, to: instant), upTo: instant, counts)
  }

  /// Episodes that began between two instants, both included, of the categories that count.
  func episodes(
    from earliest: Instant, upTo instant: Instant, _ counts: (Category?) -> Bool
  ) -> Int {
    episodes.count { episode in
      guard let start = episode.start, counts(episode.category?.value) else { return false }
      return earliest <= start.at && start.at <= instant
    }
  }
}
