import Desk
import Store
import Workflow

extension Workbench {
  /// For how many hours back a person's own last act is taken back by one key; what is older, a line of the
  /// timeline withdraws.
  private static let undoHours = 12

  /// What a person recorded last and can take back, by what the journal holds: whichever desk, and whosever part
  /// was played since.
  ///
  /// What was taken back already is passed over. What another recorded since stays: where it rests on the act,
  /// the core refuses to take that back.
  ///
  /// - Parameter person: the person.
  /// - Returns: the act, why it is not taken back, or that there is none.
  /// - Throws: `StoreError`.
  func lastAct(of person: Person) throws -> LastAct {
    let records = records(for: person)
    var entries = try records.ownEntries(
      of: person.id, since: now().adding(hours: -Self.undoHours))[...]
    while let first = entries.first {
      // One command's lines follow one another.
      let command = entries.prefix { $0.command == first.command }
      entries = entries.dropFirst(command.count)
      if let act = try act(of: command.reversed(), records) { return act }
    }
    return .none
  }

  /// What a command can be taken back of; nothing where it is passed over.
  private func act(of command: [JournalEntry], _ records: Records) throws -> LastAct? {
    guard let last = command.last?.event else { return nil }
    for case (.child(let id), _) in command.map({ ($0.stream, $0.event) }) {
      guard let child = try records.caseOf(id) else { continue }
      let numbers = Set(command.filter { $0.stream == .child(id) }.map(\.event.sequence))
      return act(of: child.history.filter { numbers.contains($0.sequence) }, child)
    }
    if last[.decision] != nil, let report = last[.report], last.kind == .triaged {
      let isAside = try records.standing(ofReport: report).asides.contains {
        $0.sequence == last.sequence
      }
      return isAside
        ? .undoable(.setAside(report: report, subject: last[.subject]), at: last.written) : nil
    }
    // What a desk is set up with is nobody's act on a child.
    return last.kind == .reportReceived ? .barred(last.kind.wayToPutRight) : nil
  }

  private func act(of events: [Event], _ child: ChildCase) -> LastAct? {
    guard let last = events.last else { return nil }
    let isTakingBack = events.allSatisfy { $0.kind == .withdrawn }
    if isTakingBack {
      return last[.reason] == Self.undone ? nil : .barred(last.kind.wayToPutRight)
    }
    let gone = child.withdrawn
    let first = events.first { !gone.contains($0.sequence) }
    guard let first else { return nil }
    let act =
      events.first { child.triage(of: $0.sequence) != nil }.flatMap { RecordedAct($0, of: child) }
      ?? RecordedAct(events, of: child)
      ?? (first.kind == .corrected
        && events.allSatisfy { [.corrected, .actionAgreed].contains($0.kind) }
        ? RecordedAct(corrections: events, of: child) : nil)
    guard let act, !gone.contains(act.number) else {
      return .barred((events.first { child.neverTakesBack($0) } ?? first).kind.wayToPutRight)
    }
    return .undoable(.act(act, draftKey: "", draft: nil), at: last.written)
  }
}
