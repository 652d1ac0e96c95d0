import GRDB
import Workflow

/// Turns the events of a report into its row: the only place that does.
struct ReportProjection {
  static let columns = """
    reference, seq, received, kind, source, police_ref, digest, state, child, decision, triaged,
    triaged_by, subjects_left, named, risk, missing_from, last_seen, found, returned
    """
  static let insert = """
    INSERT OR REPLACE INTO reports (\(columns))
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  /// The values of the row in the order of `columns`, or nothing where no report was received.
  ///
  /// A report that names several children waits until each of them is triaged, or until it is set
  /// aside whole, which names none of them. A list that was split into a report for each child names none and
  /// waits for nobody.
  static func row(of reference: String, _ events: [Event]) -> [DatabaseValue]? {
    guard let received = events.first(where: { $0.kind == .reportReceived }) else { return nil }
    let triages = triages(among: events)
    // A triage may have read more children than were read when the report came in; all of them wait.
    var left = triages.reduce(received[.subjects] ?? 1) { max($0, $1[.subjects] ?? 0) }
    for triage in triages { left = triage[.subject] == nil ? 0 : max(0, left - 1) }
    let isWaiting = received[.subjects] != 0 && (triages.isEmpty || left > 0)
    let last = triages.last
    let gist = ReportGist(received.body)
    return [
      reference.databaseValue, received.sequence.databaseValue, received.occurred.cell,
      received[Field<String>.kind].cell, received[Field<String>.source].cell,
      received[Field<String>.policeReference].cell, (received[.digest] ?? "").databaseValue,
      (isWaiting ? "waiting" : "triaged").databaseValue, (last?[Field<String>.child]).cell,
      (last?[Field<String>.decision]).cell, (last?.occurred).cell, (last?.by.name).cell,
      left.databaseValue, received[.named].cell, (gist.risk?.rawValue).cell,
      (gist.from?.rawValue).cell, gist.lastSeen.cell, gist.found.cell, gist.returned.cell,
    ]
  }

  /// The triages that count: one that was taken back counts no longer.
  static func triages(among events: [Event]) -> [Event] {
    let withdrawn = Set(events.filter { $0.kind == .withdrawn }.compactMap { $0[.corrects] })
    return events.filter { $0.kind == .triaged && !withdrawn.contains($0.sequence) }
  }
}
