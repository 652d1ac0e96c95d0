import Workflow

extension ChildPage {
  /// `! R-2026-0007 has last seen Sun 22 Nov 12:30, before 16:10 here: which is right?`: a report of a child who is away
  /// that would make every limit fall earlier stands on the page until somebody corrects when the child was seen.
  ///
  /// - Parameter now: the moment.
  /// - Returns: nothing where no report of the episode says so, or the time was put right since.
  func toldEarlier(now: Instant) -> String? {
    guard let episode = record?.current, episode.isAway,
      let start = episode.start, start.basis.isSeen, let began = episode.began
    else { return nil }
    let told = episode.log.events(.reported).compactMap { report -> (from: String, at: Instant)? in
      guard let at = report[Field<Instant>(TriageForm.lastSeenTold)], at < start.at,
        // Only who moves the time towards the report's has seen to it: one moved later leaves the question.
        let then = child.reading(of: began.sequence, before: report.sequence)?[.lastSeen],
        start.at >= then
      else { return nil }
      return (report[Field<String>.report] ?? "A report", at)
    }
    guard let first = told.min(by: { $0.at < $1.at }) else { return nil }
    return
      "! \(first.from) has last seen \(first.at.spokenShort(asOf: now)), earlier than the episode: "
      + "e on “Went missing”, if it is right"
  }
}
