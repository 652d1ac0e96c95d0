import Desk
import Exchange
import Store
import Synchronization
import Workflow

/// A report that waits for triage, as trays and pages look at it.
struct WaitingRow: Sendable {
  /// What is kept of it.
  let row: ReportRow
  /// What still waits of it, where some of its children are triaged.
  let part: ReportPart?
  /// The child whom it names, ready to be compared.
  let named: WrittenName?

  /// Its reference.
  var reference: String { row.reference }
  /// By what the police know it, as far as that is known of those who wait.
  var policeReference: String? { row.policeReference(of: part) }
  /// How pressing it is of those who wait.
  var gist: ReportGist { row.gist(of: part) }

  /// Whether a child may be among those whom it names; of several only the first is named in its row.
  func mayMean(_ child: ChildMatcher) -> Bool {
    row.namesSeveral || named.map(child.mayBeNamed) ?? false
  }
}

/// The reports that wait, as they were read last: that holds until something is recorded.
final class WaitingMemory: Sendable {
  private let kept = Mutex<(head: Int, viewer: Records.Viewer, rows: [WaitingRow])?>(nil)

  /// The reports, read where the journal has grown since.
  func rows(
    head: Int, for viewer: Records.Viewer, _ read: () throws -> [WaitingRow]
  ) rethrows -> [WaitingRow] {
    if let known = kept.withLock({ $0 }), known.head == head, known.viewer == viewer {
      return known.rows
    }
    let rows = try read()
    kept.withLock { $0 = (head, viewer, rows) }
    return rows
  }
}

extension Workbench {
  /// All reports that wait, what presses most first: those of whose children some are triaged stand where the
  /// children who wait put them, not those who are done.
  ///
  /// - Parameter records: the records, as the person sees them.
  /// - Returns: the reports.
  /// - Throws: why the desk's file cannot be read.
  func waitingRows(_ records: Records) throws -> [WaitingRow] {
    try waitingReports.rows(head: file.head().sequence, for: records.viewer) {
      let waiting = try records.waitingReports(Window(limit: Int.max), by: .pressing).map { row in
        WaitingRow(
          row: row, part: try waitingPart(of: row, records), named: row.named.map(WrittenName.init))
      }
      guard waiting.contains(where: { $0.part != nil }) else { return waiting }
      let keys = waiting.enumerated().map { place, report in
        ReportOrder.key(report.part?.order ?? report.row.gist, received: report.row.received)
          + [Int64(place)]
      }
      return waiting.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
        .map { waiting[$0] }
    }
  }
}
