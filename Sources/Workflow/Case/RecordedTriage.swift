/// A triage as a child's stream has it: all that was recorded by that one act.
///
/// It is taken back whole or not at all: a going without its report, or a report without the decision on it,
/// would say what nobody ever said.
package struct RecordedTriage: Sendable, Hashable {
  /// The decision, with which it ends: its number stands for the whole.
  package let decision: Event
  /// What was recorded by it, oldest first, the decision last.
  ///
  /// The entry of a child who came onto the register by it is not among them: it stays where anything else is
  /// recorded of the child (``ChildCase/entry(goingWith:)``).
  package let events: [Event]

  /// Their numbers in the journal.
  package var numbers: Set<Int> { Set(events.map(\.sequence)) }

  /// The report of which it was, where it was of one.
  package var report: String? { decision[.report] }

  /// `Triage of R-2026-0010`.
  package var title: String { "Triage" + (report.map { " of \($0)" } ?? "") }

  /// What was recorded by it, besides the decision: `went missing, reported, opened`.
  package var parts: String {
    events.dropLast().map(\.kind.title.lowercasedFirst).joined(separator: ", ")
  }

  /// What is taken back only with the whole; what the register learnt, a finding or a return that the report
  /// told stands by itself, and is also taken back by itself.
  private static let inseparable: Set<EventKind> = [
    .wentMissing, .reported, .opened, .reportAttached, .triaged,
  ]

  /// The order in which a triage is recorded (``Triage/entries(for:now:)``).
  private static let order: [EventKind] = [
    .childUpdated, .wentMissing, .corrected, .reported, .opened, .found, .returned, .reportAttached,
    .actionAgreed, .triaged,
  ]

  /// Reads the triage that ends at a place of a stream; nothing where no triage does.
  init?(endingAt place: Int, of history: [Event]) {
    let decision = history[place]
    guard decision.kind == .triaged, decision.sequence > 0 else { return nil }
    var events = [decision]
    var rank = RecordedTriage.order.count - 1
    for event in history[..<place].reversed() {
      guard let own = RecordedTriage.order.firstIndex(of: event.kind),
        // The going may be filled in on several lines.
        own < rank || own == rank && event.kind == .corrected,
        event.sequence == decision.sequence - events.count, event.written == decision.written,
        event.by == decision.by,
        // A child who was away already had gone before.
        event.kind != .wentMissing || decision[.decision] != "added-to-episode"
      else { break }
      rank = own
      events.append(event)
    }
    self.decision = decision
    self.events = events.reversed()
  }

  private init(decision: Event, events: [Event]) {
    self.decision = decision
    self.events = events
  }

  /// What it says by now: each event as it was corrected since, and none that was taken back.
  ///
  /// - Parameter child: the child's case.
  /// - Returns: the triage as it reads.
  package func asRead(in child: ChildCase) -> RecordedTriage {
    RecordedTriage(
      decision: decision, events: events.compactMap { child.reading(of: $0.sequence) })
  }

  /// Whether an event of it is taken back only with the whole.
  fileprivate func binds(_ number: Int) -> Bool {
    events.contains { $0.sequence == number && RecordedTriage.inseparable.contains($0.kind) }
  }
}

extension ChildCase {
  /// The triage that is taken back where somebody takes back an event.
  ///
  /// - Parameter number: the event's number in the journal.
  /// - Returns: nothing where the event came of none, or is taken back by itself.
  package func triage(of number: Int) -> RecordedTriage? {
    guard number > 0, let place = history.firstIndex(where: { $0.sequence == number }),
      // Most events are of no triage; the decision ends the act that they came of.
      let end = history[place...].firstIndex(where: { $0.kind == .triaged }),
      let triage = RecordedTriage(endingAt: end, of: history), triage.binds(number)
    else { return nil }
    return triage
  }

  /// The entry of the register that a triage made, which may have been taken back since.
  ///
  /// - Parameter triage: the triage.
  /// - Returns: nothing where the child was on the register before.
  package func entry(madeBy triage: RecordedTriage) -> Event? {
    history.first {
      $0.kind == .childRegistered && $0.sequence == (triage.events.first?.sequence ?? 0) - 1
        && $0.written == triage.decision.written
    }
  }

  /// The entry of the register that goes with the last triage that rests on it: one that a triage made and of
  /// which nothing else is recorded, not even a note.
  ///
  /// - Parameter triage: the triage that is taken back, or was.
  /// - Returns: nothing where the entry stays.
  package func entry(goingWith triage: RecordedTriage) -> Event? {
    guard let entry = history.first, entry.kind == .childRegistered,
      history.indices.contains(where: { place in
        RecordedTriage(endingAt: place, of: history).map { self.entry(madeBy: $0) == entry }
          ?? false
      })
    else { return nil }
    let going = triage.numbers.union([entry.sequence])
    let isAlone = readings.allSatisfy { event in
      switch event.kind {
      case .withdrawn: true
      case .corrected: going.contains(event[.corrects] ?? 0)
      default: going.contains(event.sequence)
      }
    }
    return isAlone ? entry : nil
  }

  /// Whether the child was on the register and is on it no longer: the entry was taken back with the triage
  /// that made it.
  package var isOffRegister: Bool { !history.isEmpty && facts.entries.isEmpty }

  /// Whether an event is never taken back, neither by itself nor with the triage that it came of.
  package func neverTakesBack(_ event: Event) -> Bool {
    Withdrawal.isNever(event) && triage(of: event.sequence) == nil
  }
}
