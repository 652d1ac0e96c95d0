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
      let rows = try waitingRows(records).prefix(Workbench.comparedReports)
      let waiting = rows.map(\.row)
      // Of a report some of whose children are done it is who waits that is compared.
      let whole = Set(rows.filter { $0.part == nil }.map(\.reference))
      kinships = kinships.filter { whole.contains($0.key) }
      for report in rows {
        guard let part = report.part else { continue }
        kinships[report.reference] = ReportKinship(
          name: part.name, lastSeen: part.gist.lastSeen, policeReference: part.policeReference,
          text: "")
      }
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

  /// The reports that wait and may tell of the same event as the triage of one child.
  func otherReports(
    on child: SubjectDraft, in report: ReportDraft, _ reference: String, _ records: Records
  ) throws -> [ReportTwin] {
    report.subjects.count > 1
      ? try twins(of: child, in: report, reference, records)
      : try reportTwins(records)[reference] ?? []
  }

  /// The reports that wait and may tell of the same event as one child of a report of several: a sister's own are
  /// none of this child's.
  ///
  /// - Parameters:
  ///   - child: the child, as read.
  ///   - report: the report.
  ///   - reference: the report's reference.
  ///   - records: the records, as the person sees them.
  /// - Returns: the reports.
  /// - Throws: why the desk's file cannot be read.
  func twins(
    of child: SubjectDraft, in report: ReportDraft, _ reference: String, _ records: Records
  ) throws -> [ReportTwin] {
    let own = ReportKinship(
      name: child.name, lastSeen: report.gist(of: [child]).lastSeen,
      policeReference: TriageValues(report: report, subject: child).values["police-ref"]?.typed,
      text: "")
    return try waitingRows(records).prefix(Workbench.comparedReports).compactMap { other in
      guard other.reference != reference else { return nil }
      let common = own.common(
        with: ReportKinship(
          name: other.part?.name ?? other.row.named, lastSeen: other.gist.lastSeen,
          policeReference: other.policeReference, text: ""))
      return common.isEmpty
        ? nil
        : ReportTwin(
          reference: other.reference, name: try readName(of: other.row, records), common: common)
    }
  }
}
