package import Workflow

/// In which order reports that wait for triage are given.
package enum ReportOrder: Sendable {
  /// The one that came first.
  case arrival
  /// What presses most: high risk, then who is still away, located children after those who are not, then
  /// by risk, then who is away the longest. What was not read counts as the worse: a risk that nobody
  /// could read may be any.
  case pressing

  /// The terms that go before those of the arrival.
  var terms: String {
    switch self {
    case .arrival: ""
    case .pressing:
      """
      risk IS NOT 'high', CASE WHEN returned IS NOT NULL THEN 2 WHEN found IS NOT NULL THEN 1 ELSE 0 END,
      CASE risk WHEN 'none-apparent' THEN 2 WHEN 'low' THEN 1 ELSE 0 END,
      coalesce(last_seen, received),
      """
    }
  }

  /// Where a report stands in the order of what presses, by the same terms.
  ///
  /// - Parameters:
  ///   - gist: how pressing it is.
  ///   - received: when it came in.
  /// - Returns: numbers to compare one after the other, the lesser first.
  package static func key(_ gist: ReportGist, received: Instant) -> [Int64] {
    let risk: Int64 =
      switch gist.risk {
      case .noneApparent?: 2
      case .low?: 1
      case .high?, .medium?, nil: 0
      }
    return [
      gist.risk == .high ? 0 : 1, gist.returned != nil ? 2 : gist.found != nil ? 1 : 0, risk,
      (gist.lastSeen ?? received).seconds, received.seconds,
    ]
  }
}
