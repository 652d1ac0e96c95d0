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
  /// children who wait put them, not those who are done; those that do not say since when where the episode puts
  /// them in which the desk has the child away.
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
      let since = try awaySince(waiting, records)
      guard !since.isEmpty || waiting.contains(where: { $0.part != nil }) else { return waiting }
      let keys = waiting.enumerated().map { place, report in
        var order = report.order
        order.lastSeen = order.lastSeen ?? since[report.reference]
        return ReportOrder.key(order, received: report.row.received) + [Int64(place)]
      }
      return waiting.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
        .map { waiting[$0] }
    }
  }

  /// As many reports are looked up so, the most pressing ones: it is done whenever something was recorded.
  private static let ordered = 50

  /// Since when the children are away, by what the desk has of them, of whom reports tell that do not say it.
  ///
  /// A name or a reference alone decides it: whom it orders too high is looked at too soon.
  ///
  /// - Parameters:
  ///   - waiting: the reports.
  ///   - records: the records, as the person sees them.
  /// - Returns: by the reports' references, where it is before the report came in.
  /// - Throws: why the desk's file cannot be read.
  private func awaySince(
    _ waiting: [WaitingRow], _ records: Records
  ) throws -> [String: Instant] {
    let asked = waiting.filter { $0.order.lastSeen == nil && $0.order.returned == nil }
    var since: [String: Instant] = [:]
    for report in asked.prefix(Self.ordered) {
      let name = (report.part?.name ?? report.row.named ?? "").pieces(cutAt: " and ").first ?? ""
      guard
        let started = try records.awaySince(
          named: name, policeReference: report.policeReference), started < report.row.received
      else { continue }
      since[report.reference] = started
    }
    return since
  }
}

extension WaitingRow {
  /// By what it stands in order.
  fileprivate var order: ReportGist { part?.order ?? row.gist }
}
