package import Workflow

/// A line of a child's timeline: an event, with those that say the same thing of one act.
package struct TimelineEntry: Sendable, Hashable {
  /// The event that the line is about, or the first correction of one act.
  package let event: Event
  /// When it happened, as it reads now: a corrected time is the one at which it stands.
  package private(set) var happened: Instant
  /// What else the line says: the further corrections of the act, what a triage brought with it, the
  /// withdrawal.
  package var joined: [Event] = []

  /// Makes the line of an event of which nothing is corrected.
  init(event: Event) {
    self.event = event
    happened = event.occurred
  }

  /// Whether it stands below what it is about, wherever its own time would put it.
  var isBelow: Bool { event.kind == .corrected }

  /// All of them.
  var events: [Event] { [event] + joined }

  /// The lines of a child, newest first: by when they happened, and of one moment by when they were
  /// recorded; what was filled in or corrected stands below what it is about.
  ///
  /// - Parameters:
  ///   - child: the child.
  ///   - kind: what is shown.
  /// - Returns: the lines.
  static func entries(of child: ChildCase, _ kind: TimelineKind) -> [TimelineEntry] {
    var all = joined(child.history)
    let moved = moved(in: child)
    for place in all.indices where !moved.isEmpty {
      if let right = moved[all[place].event.sequence] { all[place].happened = right }
    }
    let isAbout: (TimelineEntry) -> Int? = { entry in
      entry.event.kind == .corrected ? entry.event[.corrects] : nil
    }
    let corrections = Dictionary(grouping: all.filter { isAbout($0) != nil }) { isAbout($0) ?? 0 }
    return all.reversed().filter { isAbout($0) == nil && kind.holds($0.event.kind) }
      .enumerated().sorted { one, other in
        let (left, right) = (one.element.happened, other.element.happened)
        return left == right ? one.offset < other.offset : left > right
      }.flatMap { [$1] + (corrections[$1.event.sequence] ?? []).reversed() }
  }

  /// The times that were corrected, by the number of the event; most children have none.
  private static func moved(in child: ChildCase) -> [Int: Instant] {
    let changed = child.history.filter {
      $0.kind == .corrected && ["at", "last-seen", "left"].contains($0[.field] ?? "")
    }
    guard !changed.isEmpty else { return [:] }
    // From when a child counts as missing may be corrected by what was last seen, too.
    let seen = Set(changed.filter { $0[.field] != "at" }.compactMap { $0[.corrects] })
    let times = child.readings.filter { $0.sequence > 0 }.map { reading in
      let start =
        seen.contains(reading.sequence) && reading.kind == .wentMissing
        ? [reading[.left], reading[.lastSeen]].compactMap { $0 }.max() : nil
      return (reading.sequence, start ?? reading.occurred)
    }
    return Dictionary(times) { first, _ in first }
  }

  /// Puts together what says one thing, oldest first.
  private static func joined(_ history: [Event]) -> [TimelineEntry] {
    let triages = history.filter { $0.kind == .triaged }
    var entries: [TimelineEntry] = []
    var brought: [Int: [Event]] = [:]
    for event in history {
      // Most events stand alone; a long history is read with every page.
      guard [.reportAttached, .childRegistered, .corrected, .withdrawn].contains(event.kind) else {
        entries.append(TimelineEntry(event: event))
        continue
      }
      if let triage = triages.first(where: { event.isBrought(by: $0) }) {
        brought[triage.sequence, default: []].append(event)
      } else if let place = entries.lastIndex(where: { $0.takes(event) }) {
        entries[place].joined.append(event)
      } else {
        entries.append(TimelineEntry(event: event))
      }
    }
    for place in entries.indices where entries[place].event.kind == .triaged {
      entries[place].joined += brought[entries[place].event.sequence] ?? []
    }
    return entries
  }

  /// Whether an event that follows says no more than that the line goes on, or is taken back.
  private func takes(_ other: Event) -> Bool {
    switch other.kind {
    case .corrected:
      event.kind == .corrected && event[.corrects] == other[.corrects]
        && event.isOfOneAct(with: other)
    case .withdrawn: events.contains { $0.sequence > 0 && $0.sequence == other[.corrects] }
    default: false
    }
  }
}

extension Event {
  /// Whether both were recorded by one person at one moment.
  fileprivate func isOfOneAct(with other: Event) -> Bool {
    recorded == other.recorded && by == other.by
  }

  /// Whether it goes without saying once a triage is told: its report, and the child's entry.
  fileprivate func isBrought(by triage: Event) -> Bool {
    switch kind {
    case .reportAttached: self[.report] == triage[.report]
    case .childRegistered: isOfOneAct(with: triage)
    default: false
    }
  }
}
