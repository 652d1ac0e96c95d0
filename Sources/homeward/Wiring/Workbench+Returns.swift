import Desk
import Exchange
import Store
import Synchronization
import Workflow

/// Which waiting reports tell of a going from which the child is back: that holds until something is recorded.
final class ReturnMemory: Sendable {
  private let kept = Mutex((head: -1, returns: [String: Instant]()))

  /// The returns, worked out where the journal has grown since.
  func returns(head: Int, _ make: () throws -> [String: Instant]) rethrows -> [String: Instant] {
    let known = kept.withLock { $0.head == head ? $0.returns : nil }
    if let known { return known }
    let returns = try make()
    kept.withLock { $0 = (head, returns) }
    return returns
  }
}

extension Workbench {
  /// When the children are back, by what is recorded of them, of whose going waiting reports tell that say
  /// nothing of a return.
  ///
  /// Only of children who were away then, are back since and bear a name or a reference of the report it is
  /// looked whether the report surely means them.
  ///
  /// - Parameter records: the records, as the person sees them.
  /// - Returns: by the report's reference.
  /// - Throws: why the desk's file cannot be read.
  func recordedReturns(_ records: Records) throws -> [String: Instant] {
    try returns.returns(head: file.head().sequence) {
      let rows = try records.waitingReports(Window(limit: 500), by: .arrival)
        .filter { $0.gist.returned == nil && $0.gist.lastSeen != nil }
      let seen = rows.compactMap(\.gist.lastSeen)
      guard let first = seen.min(), let last = seen.max() else { return [:] }
      // Hundreds of reports are compared with each child: their names are taken apart once.
      let names = rows.map { (name: $0.named.map(WrittenName.init), report: $0) }
      var returns: [String: Instant] = [:]
      var looked: Set<String> = []
      // A going up to half a day before the episode's start is taken for the same one.
      for episode in try records.backSince(first, begunBy: last.adding(hours: 12))
      where looked.insert(episode.child).inserted {
        guard let row = try records.child(episode.child) else { continue }
        let matcher = ChildMatcher([MatchCandidate(row)])
        let known = episode.policeReference
        let meant = names.filter { name, report in
          report.namesSeveral || name.map(matcher.mayBeNamed) ?? false
            || known != nil && report.policeReference == known
        }.map(\.report)
        guard !meant.isEmpty, let child = try records.caseOf(episode.child) else { continue }
        for waiting in try waiting(for: child, among: meant, records) {
          if let back = waiting.report.back { returns[waiting.reference] = back }
        }
      }
      return returns
    }
  }
}
