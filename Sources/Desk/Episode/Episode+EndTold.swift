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
      + (report.tellsOfUnsafePlace ? ", NOT SAFE there" : "")
  }

  /// Where a report says that the child, who is away, was located or brought: what the form of that end offers.
  ///
  /// - Parameter kind: the event whose form is opened.
  /// - Returns: the place as the last report that names one has it, whether it is safe there, and that report's
  ///   reference; nothing for other events, of a child who is not away, and where the child was located by the desk already.
  func placeTold(for kind: EventKind) -> (place: String, safe: Bool?, report: String?)? {
    let name: String
    switch kind {
    case .found where found == nil: name = "found-place"
    case .returned: name = "returned-to"
    default: return nil
    }
    guard isAway,
      let report = log.events(.reported).last(where: { $0.body[name: name] != nil }),
      let place = report.body[name: name]?.typed
    else { return nil }
    return (place, report[.safe], report[.report])
  }
}
