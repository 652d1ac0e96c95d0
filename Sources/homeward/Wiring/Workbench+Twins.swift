import Desk
import Exchange
import Store
import Synchronization
import Workflow

/// Which waiting reports may tell of one event: a report's text never changes, and who is like whom holds until
/// something is recorded.
final class TwinMemory: Sendable {
  private struct Kept {
    var kinships: [String: ReportKinship] = [:]
    var twins: [String: [ReportTwin]] = [:]
    var head = -1
  }
  private let kept = Mutex(Kept())

  /// Who is like whom, worked out where the journal has grown since.
  func twins(
    head: Int, _ make: (inout [String: ReportKinship]) throws -> [String: [ReportTwin]]
  ) rethrows -> [String: [ReportTwin]] {
    let known = kept.withLock { $0.head == head ? $0.twins : nil }
    if let known { return known }
    var kinships = kept.withLock { $0.kinships }
    let twins = try make(&kinships)
    kept.withLock { kept in
      kept.kinships = kinships
      kept.twins = twins
      kept.head = head
    }
    return twins
  }
}

extension Workbench {
  /// As many waiting reports as are compared with each other, the most pressing ones.
  private static let comparedReports = 500

  /// For each report that waits the others that wait and may tell of the same event.
  ///
  /// - Parameter records: the records, as the person sees them.
  /// - Returns: by the report's reference; whoever stands alone is not among them.
  /// - Throws: why the desk's file cannot be read.
  func reportTwins(_ records: Records) throws -> [String: [ReportTwin]] {
    try twins.twins(head: file.head().sequence) { kinships in
      let waiting = try waitingRows(records).prefix(Workbench.comparedReports).map(\.row)
      let references = Set(waiting.map(\.reference))
      kinships = kinships.filter { references.contains($0.key) }
      for row in waiting where kinships[row.reference] == nil {
        let text = try records.report(row.reference)?.text ?? ""
        kinships[row.reference] = ReportKinship(
          name: row.named, lastSeen: row.gist.lastSeen, policeReference: row.policeReference,
          text: ReportReader.said(in: text))
      }
      var found: [String: [ReportTwin]] = [:]
      for (place, row) in waiting.enumerated() {
        guard let own = kinships[row.reference] else { continue }
        for other in waiting[(place + 1)...] {
          guard let their = kinships[other.reference] else { continue }
          let common = own.common(with: their)
          if common.isEmpty { continue }
          found[row.reference, default: []].append(
            ReportTwin(
              reference: other.reference, name: try readName(of: other, records), common: common))
          found[other.reference, default: []].append(
            ReportTwin(
              reference: row.reference, name: try readName(of: row, records),
              common: their.common(with: own)))
        }
      }
      return found
    }
  }
}
