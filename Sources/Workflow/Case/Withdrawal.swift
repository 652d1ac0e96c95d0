/// Which events of a stream were taken back: they stay in the journal and count no longer.
package enum Withdrawal {
  /// The numbers of the events that a withdrawal points at; of a triage those of all that came of it.
  package static func numbers(in events: [Event]) -> Set<Int> {
    var numbers = Set(events.lazy.filter { $0.kind == .withdrawn }.compactMap { $0[.corrects] })
    if numbers.isEmpty { return numbers }
    for place in events.indices where events[place].kind == .triaged {
      guard numbers.contains(events[place].sequence) else { continue }
      if let triage = RecordedTriage(endingAt: place, of: events) {
        numbers.formUnion(triage.numbers)
      }
    }
    return numbers
  }

  /// What is never taken back by itself but ended by an act of its own, so that everybody sees both.
  ///
  /// It is the acts that end something for others, and what others were told of or built upon. A refusal is none
  /// of them: recorded of the wrong child it would end an interview that nobody declined.
  /// What came of a triage goes with it (``RecordedTriage``).
  package static let isNever: Set<EventKind> = [
    .childRegistered, .opened, .reportAttached, .reportReceived, .procedureAdopted,
    .recordClosed, .acknowledged, .finalised, .meetingCancelled, .caseClosed,
    .withdrawn, .deskMade, .staffAdded, .procedureKept, .procedureChosen,
  ]

  /// Whether an event is never taken back.
  package static func isNever(_ event: Event) -> Bool { isNever.contains(event.kind) }

  /// What to do instead of taking an event back.
  package static func wayForward(for kind: EventKind) -> String {
    switch kind {
    case .acknowledged: "Reopen the record instead, or correct what it says; all of it stays."
    case .recordClosed, .finalised, .caseClosed: "Reopen the record instead; both stay on it."
    case .meetingCancelled: "Plan the meeting anew instead: its step opens again, due as before."
    case .withdrawn: "Record the act again instead."
    case .procedureAdopted: "Move the record again instead: 'homeward procedure adopt'."
    default: "Correct what is wrong in it instead."
    }
  }
}

extension EventKind {
  /// What of it cannot be put right by a correction, because other events followed from it: of a triage the
  /// child and the decision, of an acknowledgement what it answered and for whom.
  package var settledFields: Set<String> {
    switch self {
    case .triaged: ["report", "subject", "decision", "child"]
    case .acknowledged: ["answer", "as"]
    default: []
    }
  }
}

extension ChildCase {
  /// The events that were taken back, by their numbers in the journal.
  package var withdrawn: Set<Int> { Withdrawal.numbers(in: history) }

  /// An event as its corrections read it, by its number in the journal.
  ///
  /// - Parameters:
  ///   - number: the event's.
  ///   - later: the number before which everything counts; without one all counts.
  /// - Returns: nothing where it is not there or was taken back.
  package func reading(of number: Int, before later: Int? = nil) -> Event? {
    guard number > 0 else { return nil }
    let told = later.map { later in history.filter { $0.sequence < later } } ?? history
    return Correction.readings(of: told).first { $0.sequence == number }
  }
}
