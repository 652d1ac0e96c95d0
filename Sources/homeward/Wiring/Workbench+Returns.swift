import Desk
import Exchange
import Store
import Synchronization
import Workflow

/// Of which waiting reports it is known whether they tell of a going from which the child is back: that holds
/// until something is recorded.
final class ReturnMemory: Sendable {
  private struct Kept {
    var head = -1
    /// The children who are back since the goings of which reports tell.
    var back: [BackChild]?
    /// By the reports' references; nothing of those that tell of none.
    var returns: [String: Instant?] = [:]
  }
  private let kept = Mutex(Kept())

  /// The children who are back, read where the journal has grown since.
  func back(head: Int, _ read: () throws -> [BackChild]) rethrows -> [BackChild] {
    if let known = kept.withLock({ $0.head == head ? $0.back : nil }) { return known }
    let back = try read()
    kept.withLock { $0 = Kept(head: head, back: back) }
    return back
  }

  /// What is known of reports.
  func returns(head: Int) -> [String: Instant?] {
    kept.withLock { $0.head == head ? $0.returns : [:] }
  }

  /// Keeps what was worked out of reports.
  func keep(_ returns: [String: Instant?], head: Int) {
    kept.withLock { kept in
      guard kept.head == head else { return }
      kept.returns.merge(returns) { $1 }
    }
  }
}

/// A child who is back, ready to be compared with reports of the going.
struct BackChild: Sendable {
  let id: String
  private let started: Instant
  private let returned: Instant
  private let policeReference: String?
  private let matcher: ChildMatcher

  init(_ back: ChildBack) {
    id = back.child.id
    started = back.started
    returned = back.returned
    policeReference = back.policeReference
    matcher = ChildMatcher([MatchCandidate(back.child)])
  }

  /// Whether a report may tell of this going.
  func mayBe(in report: WaitingRow) -> Bool {
    guard let seen = report.row.gist.lastSeen, seen < returned,
      seen >= started.adding(hours: -MissingRecord.sameGoing)
    else { return false }
    return report.mayMean(matcher)
      || policeReference != nil && report.row.policeReference == policeReference
  }
}

extension Workbench {
  /// When the children are back, by what is recorded of them, of whose going waiting reports tell that say
  /// nothing of a return.
  ///
  /// Only of children who were away then, are back since and bear a name or a reference of the report, or to whom
  /// it was given once, it is looked whether the report surely means them.
  ///
  /// - Parameters:
  ///   - reports: the reports: those that are shown, for each may have to be read.
  ///   - records: the records, as the person sees them.
  /// - Returns: by the report's reference.
  /// - Throws: why the desk's file cannot be read.
  func recordedReturns(
    _ reports: [WaitingRow], _ records: Records
  ) throws -> [String: Instant] {
    let head = try file.head().sequence
    let known = returns.returns(head: head)
    let asked = reports.filter { known[$0.reference] == nil }
    var found: [String: Instant?] = [:]
    let telling = asked.filter { $0.row.gist.returned == nil && $0.row.gist.lastSeen != nil }
    if !telling.isEmpty {
      let back = try childrenBack(head: head, records)
      var meant: [String: [WaitingRow]] = [:]
      for report in telling {
        // Whom it was once given to may bear another name.
        let given = try records.children(ofReport: report.reference, takenBack: true)
        for id in Set(given + back.filter { $0.mayBe(in: report) }.map(\.id)) {
          meant[id, default: []].append(report)
        }
      }
      for (id, reports) in meant {
        guard let child = try records.caseOf(id) else { continue }
        for waiting in try waiting(for: child, among: reports, records) {
          if let back = waiting.report.back { found[waiting.reference] = back }
        }
      }
    }
    for report in asked where found[report.reference] == nil {
      found.updateValue(nil, forKey: report.reference)
    }
    returns.keep(found, head: head)
    return known.merging(found) { $1 }.compactMapValues { $0 }
  }

  /// The same of the reports that were looked at since something was recorded last.
  func knownReturns() throws -> [String: Instant] {
    returns.returns(head: try file.head().sequence).compactMapValues { $0 }
  }

  /// The children who are back since the goings of which the reports tell that wait.
  private func childrenBack(head: Int, _ records: Records) throws -> [BackChild] {
    try returns.back(head: head) {
      let seen = try waitingRows(records).filter { $0.row.gist.returned == nil }
        .compactMap(\.row.gist.lastSeen)
      guard let first = seen.min(), let last = seen.max() else { return [] }
      return try records.backSince(first, begunBy: last.adding(hours: MissingRecord.sameGoing))
        .map(BackChild.init)
    }
  }
}
