import Desk
import Exchange
import Store
import Synchronization
import Workflow

// Which reports that wait for triage mean a child.

/// The children whom reports tell of, as they were read last: a report's text never changes, and who goes from
/// page to page reads it once.
final class SubjectMemory: Sendable {
  private let kept = Mutex<[String: [SubjectDraft]]>([:])

  /// The most reports that are kept: as many as a page looks at.
  private static let most = 500

  /// The children of a report, read where it was not yet.
  func subjects(
    of reference: String, _ read: () throws -> [SubjectDraft]
  ) rethrows -> [SubjectDraft] {
    if let known = kept.withLock({ $0[reference] }) { return known }
    let subjects = try read()
    kept.withLock { kept in
      if kept.count >= SubjectMemory.most { kept.removeAll() }
      kept[reference] = subjects
    }
    return subjects
  }
}

extension Workbench {
  /// The reports at the front door that mean a child, or may: by the name and the birthday that were read, as
  /// the triage form would propose the child, by the police's reference, or because their triage was taken back.
  ///
  /// Only what names the child is read, and only what the child alone would fit is compared with those of the
  /// same family name: a page costs no more than one glance at what waits.
  ///
  /// - Parameters:
  ///   - child: the child's case.
  ///   - person: who looks.
  /// - Returns: the reports, those that surely mean the child first.
  /// - Throws: why the desk's file cannot be read.
  func waiting(for child: ChildCase, seenBy person: Person?) throws -> [WaitingReport] {
    let records = records(for: person)
    let rows = try records.waitingReports(Window(limit: 500), by: .pressing)
    guard !rows.isEmpty else { return [] }
    let names = Set(
      ([child.facts[.familyName], child.facts[.givenNames]].compactMap { $0 }
        + (child.facts[.aliases] ?? [])).flatMap(Folding.words))
    let references = Set(
      child.episodes.flatMap { $0.log.events(.reported) }.compactMap { $0[.policeReference] })
    let takenBack = Set(
      child.history.filter { $0.kind == .triaged && child.withdrawn.contains($0.sequence) }
        .compactMap { $0[Field<String>.report] })
    let today = London.local(now()).date
    var register: (own: ChildMatcher, namesakes: ChildMatcher)?
    func decision(on subject: SubjectDraft) throws -> MatchDecision {
      let matchers = try register ?? matchers(for: child, records)
      register = matchers
      if case .new = matchers.own.decide(subject, on: today) { return .new(nearMisses: []) }
      return matchers.namesakes.decide(subject, on: today)
    }
    let waiting = try rows.compactMap { row -> WaitingReport? in
      let isAgain = takenBack.contains(row.reference)
      var isSure = isAgain || row.policeReference.map(references.contains) ?? false
      var isMeant = isSure
      if !isMeant, row.mayName(names) {
        for subject in try subjectsLeft(in: row.reference, records) where subject.names(names) {
          switch try decision(on: subject) {
          case .propose(child.id, _, _, _): (isMeant, isSure) = (true, true)
          case .ask(let candidates, _, _) where candidates.contains(child.id): isMeant = true
          case .propose, .ask, .new: break
          }
        }
      }
      guard isMeant else { return nil }
      return TrayRow(row, name: "").report.map { report in
        var report = report
        // Of several children another may still be away.
        if isSure, !row.namesSeveral { report.back = child.back(from: row.gist) }
        return WaitingReport(
          reference: row.reference, report: report, isSure: isSure, isAgain: isAgain)
      }
    }
    return waiting.filter(\.isSure) + waiting.filter { !$0.isSure }
  }

  /// What a report is compared with: the child alone, and all of the same family name.
  private func matchers(
    for child: ChildCase, _ records: Records
  ) throws -> (own: ChildMatcher, namesakes: ChildMatcher) {
    let name = child.facts[.familyName] ?? child.facts[.givenNames] ?? ""
    let candidates = try records.namesakes(of: name).map(MatchCandidate.init)
    return (ChildMatcher(candidates.filter { $0.id == child.id }), ChildMatcher(candidates))
  }

  /// The children of a report of whom nothing is decided yet, as they are read.
  private func subjectsLeft(
    in reference: String, _ records: Records
  ) throws -> [SubjectDraft] {
    let subjects = try subjects.subjects(of: reference) {
      guard let report = try records.report(reference) else { return [] }
      return ReportReader.read(text: report.text, received: report.row.received, isWhole: true)
        .subjects
    }
    let done = try records.triagedSubjects(of: reference)
    return subjects.enumerated().filter { !done.contains($0.offset + 1) }.map(\.element)
  }
}

extension ChildCase {
  /// When the child was back from the going that a report tells, where the report would join that episode;
  /// nothing where the child is away, or the report tells the return itself.
  ///
  /// - Parameter gist: how pressing the report is, as read.
  /// - Returns: the return.
  func back(from gist: ReportGist) -> Instant? {
    guard gist.returned == nil, let seen = gist.lastSeen, let record = currentRecord,
      record.current?.isAway == false
    else { return nil }
    return record.episode(around: seen)?.returned?.occurred
  }
}

extension ReportRow {
  /// Whether it names several children; its row has only the first.
  var namesSeveral: Bool { named?.hasSuffix(" more") ?? false }

  /// Whether a child of whose names these are the words may be among those whom it names; of several only the
  /// first is named in its row.
  func mayName(_ words: Set<String>) -> Bool {
    guard let named else { return false }
    return namesSeveral || !words.isDisjoint(with: Folding.words(named))
  }
}

extension SubjectDraft {
  /// Whether one of some words stands in its name.
  fileprivate func names(_ words: Set<String>) -> Bool {
    !words.isDisjoint(with: Folding.words(name))
  }
}
