import Exchange
import Workflow

extension ReportDraft {
  /// What the report is for those who wait for the police's missing report.
  ///
  /// A kind that says neither is taken for one only where whoever triaged it decided that the child is missing,
  /// nothing in it tells of an end, and it comes from the police as far as its kind or that person says: a wait that goes on can be ended by hand, one that ended is forgotten.
  ///
  /// - Parameter triage: what was decided on the child.
  /// - Returns: what it is.
  func matter(of triage: Triage) -> ReportMatter {
    switch kind {
    case .merlinMissing, .compactMissing: return .missing
    case .compactFound: return .found
    case .merlinPAC, .form87A, .dutyNote, .carerEmail: return .other
    case .policeEmail, .dailyList, .unknown:
      let tellsOfEnd =
        triage.found != nil || triage.returned != nil || triage.reportBody[.endUnknown] != nil
      if tellsOfEnd { return .found }
      // A mother's telephone call is noted as a text of no kind: the police have written nothing yet.
      let by = Folding.words(triage.reportBody[Field<String>.by] ?? "")
      if kind == .unknown, !by.contains("police") { return .other }
      return triage.goingBody[.category] == .missing ? .missing : .other
    }
  }
}
