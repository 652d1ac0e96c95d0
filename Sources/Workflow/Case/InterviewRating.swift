extension MissingRecord {
  /// The gravest rating of a return interview that is above the one in force here, or the first where nobody
  /// here rated, as long as nobody has rated since.
  ///
  /// One interview may cover several goings; it is of the last of them. A rating that was given in another
  /// going of the record since answers it, too; one of an earlier going is not in force in this.
  ///
  /// - Parameter episode: the going, as it is looked at.
  /// - Returns: nothing where the interview is no reason to rate again.
  package func interviewAboveOurs(of episode: Episode) -> Known<Risk>? {
    guard episode.log.contains(.rhiHeld) else { return nil }
    let ours = episode.risk
    let others = episodes.filter { $0.number != episode.number }
    let answered = others.compactMap(\.risk?.event.sequence).max() ?? -1
    let later = others.filter { $0.number > episode.number }.flatMap { $0.log.events(.rhiHeld) }
    var gravest: Known<Risk>?
    for event in episode.log.events(.rhiHeld) {
      guard let told = event[Field<Risk>.risk], event.sequence > answered,
        event.sequence > ours?.event.sequence ?? -1, !later.contains(event),
        ours.map({ told.isGraver(than: $0.value) }) ?? true,
        gravest.map({ told.isGraver(than: $0.value) }) ?? true
      else { continue }
      gravest = Known(value: told, event: event)
    }
    return gravest
  }
}
