import GRDB
import Workflow

/// Turns the events of a report into its row: the only place that does.
struct ReportProjection {
  static let columns = """
    reference, seq, received, kind, source, police_ref, digest, state, child, decision, triaged,
    triaged_by, subjects_left, named, risk, missing_from, last_seen, found, returned, aside
    """
  static let insert = """
    INSERT OR REPLACE INTO reports (\(columns))
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  /// The values of the row in the order of `columns`, or nothing where no report was received.
  ///
  /// A report that names several children waits until somebody has decided on each of them, or on all who wait
  /// at once. A list that was split into a report for each child names none and waits for nobody.
  static func row(of reference: String, _ events: [Event]) -> [DatabaseValue]? {
    guard let received = events.first(where: { $0.kind == .reportReceived }) else { return nil }
    let standing = ReportStanding(events)
    let isWaiting = received[.subjects] != 0 && standing.left > 0
    let last = standing.decisions.last?.event
    let gist = ReportGist(received.body)
    return [
      reference.databaseValue, received.sequence.databaseValue, received.occurred.cell,
      received[Field<String>.kind].cell, received[Field<String>.source].cell,
      received[Field<String>.policeReference].cell, (received[.digest] ?? "").databaseValue,
      (isWaiting ? "waiting" : "triaged").databaseValue, (last?[Field<String>.child]).cell,
      (last?[Field<String>.decision]).cell, (last?.occurred).cell, (last?.by.name).cell,
      standing.left.databaseValue, received[.named].cell, (gist.risk?.rawValue).cell,
      (gist.from?.rawValue).cell, gist.lastSeen.cell, gist.found.cell, gist.returned.cell,
      (standing.asides.last?.at).cell,
    ]
  }
}
