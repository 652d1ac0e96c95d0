/// Another report that waits and may tell of the same event: nobody should triage one event twice, or ring
/// for what lies in the same tray.
package struct ReportTwin: Sendable, Hashable {
  /// The other report's reference.
  package let reference: String
  /// Whom it is about, as it was read and nobody has confirmed.
  package let name: String
  /// What both have in common, the surest first: `same last seen`, `RPS-2026-118804 stands in it`.
  package let common: [String]

  /// Makes one.
  package init(reference: String, name: String, common: [String]) {
    self.reference = reference
    self.name = name
    self.common = common
  }

  /// `R-2026-0010, Hassan, Muhammad?, waits too: same last seen; RPS-2026-118804 stands in it`.
  package var words: String {
    "\(reference), \(name), waits too: \(common.joined(separator: "; "))"
  }
}
