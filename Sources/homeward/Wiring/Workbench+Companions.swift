import Desk
import Store
import Workflow

extension Workbench {
  /// The other children who came in the reports of a child's last record and were triaged from them.
  ///
  /// - Parameters:
  ///   - child: the child.
  ///   - records: the records, as the person sees them.
  /// - Returns: each once, in the report's order; empty where each report named one child.
  /// - Throws: why the desk's file cannot be read.
  func companions(of child: ChildCase, _ records: Records) throws -> [Companion] {
    guard let record = child.currentRecord ?? child.records.last else { return [] }
    var reports: [String] = []
    for episode in record.episodes {
      for event in episode.log.events(.reported) {
        if let report = event[.report], !reports.contains(report) { reports.append(report) }
      }
    }
    var known: Set<String> = [child.id]
    var companions: [Companion] = []
    for report in reports {
      let standing = try records.standing(ofReport: report)
      for place in standing.decided.sorted() {
        guard let id = standing.child(at: place), known.insert(id).inserted,
          let other = try records.caseOf(id)
        else {
          continue
        }
        let episode = other.episode(telling: report)
        companions.append(
          Companion(
            name: other.name, reference: episode?.reference ?? id,
            isAway: episode?.isAway ?? false))
      }
    }
    return companions
  }
}
