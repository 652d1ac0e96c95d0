import Desk
import Exchange
import Store
import Workflow

extension Workbench {
  /// Of what the reports of a child speak that nobody has read out of them: whoever rings is not told that there
  /// is nothing.
  ///
  /// Only where something is lacking the texts are looked at again.
  ///
  /// - Parameters:
  ///   - child: the child's case.
  ///   - records: the records, as the person sees them.
  /// - Returns: the fields, by the names of `reported`.
  /// - Throws: why the desk's file cannot be read.
  func mentioned(of child: ChildCase, _ records: Records) throws -> Set<String> {
    let reports = child.episodes.flatMap { $0.log.events(.reported) }
    let lacking = EpisodeFile.askedFirst.filter { name in
      reports.allSatisfy { $0.body.leavesOpen(name) }
    }
    guard !lacking.isEmpty else { return [] }
    // The last ones are what F3 shows first; a child of many episodes has dozens.
    let references = reports.compactMap { $0[.report] }.suffix(5)
    var mentioned: Set<String> = []
    for reference in Set(references) where !mentioned.isSuperset(of: lacking) {
      guard let text = try records.report(reference)?.text else { continue }
      mentioned.formUnion(UnreadMention.fields(in: ReportReader.said(in: text)))
    }
    return mentioned.intersection(lacking)
  }
}
