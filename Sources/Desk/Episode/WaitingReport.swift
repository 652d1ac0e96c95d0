import Grid
import Workflow

/// A report that waits for triage and means a child, or may mean the child, whose page is shown: nobody says
/// "we have nothing" while it lies at the front door.
package struct WaitingReport: Sendable, Hashable {
  /// The report's reference.
  package let reference: String
  /// How pressing it is, as read.
  package let report: TrayRow.Report
  /// Whether it means this child, by name and birthday, by the police's reference, or because its triage was
  /// taken back; else somebody must say whom it means.
  package let isSure: Bool
  /// Whether it was triaged before, and that was taken back.
  package let isAgain: Bool
  /// For whom else it waits, where this child is triaged from it: `Grange, Mia`.
  package let other: String?

  /// Makes a report that waits.
  package init(
    reference: String, report: TrayRow.Report, isSure: Bool, isAgain: Bool, other: String? = nil
  ) {
    self.other = other
    self.reference = reference
    self.report = report
    self.isSure = isSure
    self.isAgain = isAgain
  }

  /// That it waits, and for whom: `R-2026-0003 waits for triage for Grange, Mia`.
  package var head: String {
    "\(reference) waits for triage" + (isAgain ? " again" : "")
      + (other.map { " for \($0)" } ?? "") + (isSure ? "" : ", perhaps of this child")
  }

  /// `R-2026-0003 waits for triage: medium, away 32d, last seen Mon 19 Oct 21:15; N opens it`, in fewer words
  /// where there is less room.
  ///
  /// - Parameters:
  ///   - now: the moment.
  ///   - key: what opens it as a form.
  ///   - room: the columns there are.
  /// - Returns: the sentence.
  func words(now: Instant, key: String, room: Int = .max) -> String {
    let standings = report.standing(now: now)
    let isBack = report.gist.returned != nil || report.back != nil
    let seen = isBack ? nil : report.gist.lastSeen
    let end = "; \(key) opens it"
    var ways = standings.map { "\(head): \($0)\(end)" }
    if let seen, let longest = standings.first {
      ways.insert("\(head): \(longest), last seen \(seen.spokenShort(asOf: now))\(end)", at: 0)
    }
    return ways.first { DisplayWidth.of($0) <= room } ?? "\(head)\(end)"
  }
}
