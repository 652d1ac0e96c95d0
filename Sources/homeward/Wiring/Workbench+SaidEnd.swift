import Desk
import Exchange
import Store
import Synchronization
import Workflow

/// Which reports say in words that a child is found or back: a report's text never changes.
final class EndMemory: Sendable {
  private let kept = Mutex<[String: Bool]>([:])

  /// Whether a report says so, read where it was not yet.
  func says(_ reference: String, _ read: () throws -> Bool) rethrows -> Bool {
    if let known = kept.withLock({ $0[reference] }) { return known }
    let says = try read()
    kept.withLock { $0[reference] = says }
    return says
  }

  /// What was read of a report already; nothing where it was not yet.
  func known(_ reference: String) -> Bool? { kept.withLock { $0[reference] } }
}

extension Workbench {
  /// Whether a report that waits says that a child is found or back, and no time of it was read: whoever sees its
  /// row is told what its triage asks.
  ///
  /// - Parameters:
  ///   - row: the report; only of those that are shown, for the text may have to be looked at.
  ///   - records: the records, as the person sees them.
  /// - Returns: whether it says so.
  /// - Throws: why the desk's file cannot be read.
  func saysEnd(_ row: ReportRow, _ records: Records) throws -> Bool {
    guard row.gist.returned == nil, row.gist.found == nil,
      let kind = ReportKind(rawValue: row.kind)
    else { return false }
    return try ends.says(row.reference) {
      try records.report(row.reference).map { ReportReader.tellsOfEnd($0.text, of: kind) } ?? false
    }
  }

  /// The notice that a child was found, where it was the last report of a child who is away and whoever triaged it
  /// emptied the lines that ask since when.
  ///
  /// - Parameters:
  ///   - child: the child's case.
  ///   - records: the records, as the person sees them.
  /// - Returns: the notice's reference; nothing where something of an end is recorded.
  /// - Throws: why the desk's file cannot be read.
  func foundNotice(of child: ChildCase, _ records: Records) throws -> String? {
    guard let episode = child.currentRecord?.current, episode.isAway, episode.found == nil,
      let last = episode.log.events(.reported).last, last[.endUnknown] == nil,
      let reference = last[.report],
      let report = try records.report(reference), let kind = ReportKind(rawValue: report.row.kind),
      ReportReader.isNoticeOfEnd(report.text, of: kind)
    else { return nil }
    return reference
  }
}
