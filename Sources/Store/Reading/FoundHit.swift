/// Whom or what somebody may mean who looks for a child: a child of the register, or a report of which
/// none came.
package enum FoundHit: Sendable {
  case child(FoundChild)
  case report(FoundReport)

  /// Puts hits into the order in which they are shown.
  ///
  /// What fits as it was typed comes before what only sounds like it. Where hits are equally good who is away
  /// comes first, as it is of them that people ring, then a report that waits, because nobody is at work on it
  /// yet, then the rest; what was set aside is last. However many reports of one name wait, children of that
  /// name stand among the first lines, and the other way about.
  ///
  /// - Parameters:
  ///   - children: the children, the best first.
  ///   - reports: the reports, the best first.
  /// - Returns: all of them.
  package static func ordered(_ children: [FoundChild], _ reports: [FoundReport]) -> [FoundHit] {
    let waiting = reports.filter(\.row.isWaiting)
    func run(isSure: Bool) -> [FoundHit] {
      let first = waiting.filter { $0.isAsTyped == isSure }.map(FoundHit.report)
      let children = children.filter { ($0.words == nil) == isSure }
      // What only sounds like it stands in the order of how much so already.
      let away = isSure ? children.filter(\.row.isAway).map(FoundHit.child) : []
      let then = (isSure ? children.filter { !$0.row.isAway } : children).map(FoundHit.child)
      let heads = [away, first].flatMap { $0.prefix(most) }
      return heads + away.dropFirst(most) + then.prefix(most) + first.dropFirst(most)
        + then.dropFirst(most)
    }
    return run(isSure: true) + run(isSure: false)
      + reports.filter { !$0.row.isWaiting }.map(FoundHit.report)
  }

  /// As many of one kind stand before the first of the other: both are on the smallest screen.
  private static let most = 4
}

/// A report of which no child came, and how sure it is that it is meant.
package struct FoundReport: Sendable {
  /// The report as lists show it.
  package let row: ReportRow
  /// Whether its name or reference is what was typed; else the name is nearly spelt so or sounds so.
  package let isAsTyped: Bool
}
