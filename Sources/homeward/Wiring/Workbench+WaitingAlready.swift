import Exchange
import Store
import Workflow

// Who waits for triage already when a list comes in.

extension Workbench {
  /// Whether a child of a list waits for triage by a report that came before it, such as the list of the day
  /// before.
  func waitsAlready(
    _ subject: SubjectDraft, by reference: String?, of list: String, _ waiting: WaitingTwins,
    _ records: Records
  ) throws -> Bool {
    let alike = try waiting.alike(subject, reference).map {
      (row: $0.row, kept: try self.lists.row($0.reference) ?? readRow(of: $0.reference, records))
    }
    guard let own = alike.first(where: { $0.kept?.list == list }) else { return false }
    return alike.contains { other in
      guard other.kept?.list != list, other.row.cameBefore(own.row) else { return false }
      if let reference, other.row.policeReference == reference { return true }
      // Of two of one name the birthday tells whether they are one.
      return other.kept?.child.born != nil && other.kept?.child.born == subject.born
    }
  }
}

/// The reports that wait, by the police's reference and by the name.
struct WaitingTwins {
  private let byReference: [String: [WaitingRow]]
  private let byName: [String: [WaitingRow]]

  init(_ rows: [WaitingRow]) {
    byReference = Dictionary(grouping: rows) { $0.row.policeReference ?? "" }
    byName = Dictionary(grouping: rows) { $0.row.named ?? "" }
  }

  /// Those that may tell of a child.
  func alike(_ subject: SubjectDraft, _ reference: String?) -> [WaitingRow] {
    let known = reference.flatMap { byReference[$0] } ?? []
    let named = subject.name.isEmpty ? [] : byName[subject.title] ?? []
    return known + named.filter { row in !known.contains { $0.reference == row.reference } }
  }
}

extension ReportRow {
  /// Whether it came in before another: those of one moment by their numbers.
  fileprivate func cameBefore(_ other: ReportRow) -> Bool {
    (received.seconds, reference.count, reference)
      < (other.received.seconds, other.reference.count, other.reference)
  }
}
