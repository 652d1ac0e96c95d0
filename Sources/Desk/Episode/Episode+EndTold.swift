package import Workflow

extension Episode {
  /// That a report says of the child that it was found or is back, while nobody knows since when: `said to be
  /// located, since when is to be asked: her aunt's`.
  ///
  /// Nothing of a child who is not away, and where something of the end was recorded since.
  package var endTold: String? {
    guard isAway,
      let report = log.events(.reported).last(where: { $0[.endUnknown] != nil }),
      found.map({ $0.sequence < report.sequence }) ?? true,
      let told = report[.endUnknown].flatMap(EndTold.init(rawValue:))
    else { return nil }
    let place = report.body[name: told == .back ? "returned-to" : "found-place"]
    return "said to be \(told.rawValue), since when is to be asked"
      + (place.map { ": \($0.typed)" } ?? "")
  }
}
