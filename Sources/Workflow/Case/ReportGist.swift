/// What a report says of how pressing it is: as it was read when it came in, confirmed by nobody.
///
/// It only sorts and shows what waits for triage; whoever triages sees the whole report.
package struct ReportGist: Sendable, Hashable {
  /// The police grading.
  package var risk: Risk?
  /// From where the child is missing.
  package var from: MissingFrom?
  /// When the child was last seen, or else left the placement.
  package var lastSeen: Instant?
  /// When the child was located.
  package var found: Instant?
  /// When the child was back.
  package var returned: Instant?

  /// Where nothing was read.
  package init() {}

  /// What the event keeps by which a report came in.
  package init(_ body: Body) {
    risk = body[Field<String>("risk")].flatMap(Risk.init(rawValue:))
    from = body[Field<String>("from")].flatMap(MissingFrom.init(rawValue:))
    lastSeen = body[.lastSeen]
    found = body[Field<Instant>("found-at")]
    returned = body[Field<Instant>("returned-at")]
  }

  /// Writes it into the event by which the report comes in.
  package func write(to body: inout Body) {
    body[Field<String>("risk")] = risk?.rawValue
    body[Field<String>("from")] = from?.rawValue
    body[.lastSeen] = lastSeen
    body[Field<Instant>("found-at")] = found
    body[Field<Instant>("returned-at")] = returned
  }

  /// For how long the child was away: until now, or until the child was back.
  ///
  /// - Parameter now: the moment.
  /// - Returns: seconds; nothing where the report does not say when the child was last seen, or names a
  ///   time that is still to come.
  package func away(asOf now: Instant) -> Int64? {
    lastSeen.map { (returned ?? now).since($0) }.flatMap { $0 < 0 ? nil : $0 }
  }
}
