import Desk
import Exchange
import Store
import Synchronization
import Workflow

/// By which open episodes the children are away whom waiting reports surely mean: that holds until something is
/// recorded.
final class OpenMemory: Sendable {
  private struct Kept {
    var head = -1
    /// Who is away, by how the names begin, ready to be compared.
    var away: [String: ChildMatcher] = [:]
    /// By the reports' references; nothing of those that mean nobody who is away.
    var open: [String: TrayRow.Report.Open?] = [:]
  }
  private let kept = Mutex(Kept())

  /// Who is away of those whose names begin so, read where the journal has grown since.
  func away(
    beginning: String, head: Int, _ read: () throws -> ChildMatcher
  ) rethrows -> ChildMatcher {
    if let known = kept.withLock({ $0.head == head ? $0.away[beginning] : nil }) { return known }
    let away = try read()
    kept.withLock { kept in
      if kept.head != head { kept = Kept(head: head) }
      kept.away[beginning] = away
    }
    return away
  }

  /// What is known of reports.
  func open(head: Int) -> [String: TrayRow.Report.Open?] {
    kept.withLock { $0.head == head ? $0.open : [:] }
  }

  /// Keeps what was worked out of reports.
  func keep(_ open: [String: TrayRow.Report.Open?], head: Int) {
    kept.withLock { kept in
      if kept.head != head { kept = Kept(head: head) }
      kept.open.merge(open) { $1 }
    }
  }
}

extension Workbench {
  /// By which open episodes the children are away whom waiting reports of one child surely mean: nobody takes for an
  /// hour what is a day and more.
  ///
  /// - Parameters:
  ///   - reports: the reports: those that are shown, for each may have to be read.
  ///   - records: the records, as the person sees them.
  /// - Returns: by the report's reference.
  /// - Throws: why the desk's file cannot be read.
  func openHere(
    _ reports: [WaitingRow], _ records: Records
  ) throws -> [String: TrayRow.Report.Open] {
    let head = try file.head().sequence
    let known = open.open(head: head)
    let asked = reports.filter { known[$0.reference] == nil && $0.gist.returned == nil }
    if asked.isEmpty { return known.compactMapValues { $0 } }
    var meant: [String: [WaitingRow]] = [:]
    for report in asked {
      for id in try away(meantBy: report, head: head, records) {
        meant[id, default: []].append(report)
      }
    }
    var found: [String: TrayRow.Report.Open?] = [:]
    for (id, reports) in meant {
      guard let child = try records.caseOf(id), let episode = child.currentRecord?.current,
        episode.isAway
      else { continue }
      for waiting in try waiting(for: child, among: reports, records)
      where waiting.isSure && waiting.other == nil {
        found[waiting.reference] = TrayRow.Report.Open(
          episode: episode.reference, since: episode.start?.at,
          isKnown: episode.start?.basis.isKnown ?? false)
      }
    }
    for report in asked where found[report.reference] == nil {
      found.updateValue(nil, forKey: report.reference)
    }
    open.keep(found, head: head)
    return known.merging(found) { $1 }.compactMapValues { $0 }
  }

  /// The children who are away and whom a report of one child may mean: the one whom its name and birthday propose
  /// among those of a like family name, and who is away under its police reference and may be named so.
  private func away(
    meantBy report: WaitingRow, head: Int, _ records: Records
  ) throws -> Set<String> {
    // Of several children the row names the first, and what presses may be another's.
    guard report.part != nil || !report.row.namesSeveral else { return [] }
    let subjects = try report.part?.subjects ?? subjects(of: report.reference, records)
    guard subjects.count <= 1 else { return [] }
    let subject = subjects.first ?? SubjectDraft()
    var meant: Set<String> = []
    if let reference = report.policeReference {
      let name = WrittenName(subject.name)
      meant = Set(
        try records.childrenAway(under: reference).filter { child in
          subject.name.isEmpty || ChildMatcher([MatchCandidate(child)]).mayBeNamed(name)
        }.map(\.id))
    }
    let beginnings = Set(
      [subject.plain(.familyName), subject.plain(.givenNames)].compactMap { name in
        name.flatMap { Folding.words($0).first.map { String($0.prefix(4)) } }
      })
    let today = London.local(now()).date
    for beginning in beginnings {
      let near = try open.away(beginning: beginning, head: head) {
        ChildMatcher(
          try records.childrenAway(beginning: beginning, most: 200).map(MatchCandidate.init))
      }
      if case .propose(let id, _, _, _) = near.decide(subject, on: today) { meant.insert(id) }
    }
    return meant
  }
}
