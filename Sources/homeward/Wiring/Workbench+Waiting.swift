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

  /// The most reports that are kept: as many as a page looks at, and as many again that came since.
  private static let most = 1000

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
  /// As many waiting reports as a page looks at and as are read ahead of the first one, the most pressing ones: to
  /// compare a child with more would be felt at each page.
  private static let lookedAt = 500

  /// Reads the children of the reports that wait ahead of the first page, and whether those are back; a report
  /// that cannot be read is left to the page that needs it.
  ///
  /// - Parameter person: who will look.
  func readWaitingReports(for person: Person?) {
    let records = records(for: person)
    for report in (try? waitingRows(records))?.prefix(Workbench.lookedAt) ?? [] {
      _ = try? subjects(of: report.reference, records)
      _ = try? recordedReturns([report], records)
    }
  }

  /// The reports at the front door that mean a child, or may: by the name and the birthday that were read, as
  /// the triage form would propose the child, by the police's reference, or because their triage was taken back.
  ///
  /// Only what may name the child is read, and only what the child alone would fit is compared with those of
  /// the same family name: a page costs no more than one glance at what waits.
  ///
  /// - Parameters:
  ///   - child: the child's case.
  ///   - person: who looks.
  /// - Returns: the reports, those that surely mean the child first, and last those that wait for the others of whom
  ///   they tell, where the child is triaged from them.
  /// - Throws: why the desk's file cannot be read.
  func waiting(for child: ChildCase, seenBy person: Person?) throws -> [WaitingReport] {
    let records = records(for: person)
    return try waiting(
      for: child, among: Array(try waitingRows(records).prefix(Workbench.lookedAt)), records)
  }

  /// The same of some of the reports.
  func waiting(
    for child: ChildCase, among reports: [WaitingRow], _ records: Records
  ) throws -> [WaitingReport] {
    guard !reports.isEmpty else { return [] }
    let references = Set(
      child.episodes.flatMap { $0.log.events(.reported) }.compactMap { $0[.policeReference] })
    let takenBack = Set(
      child.history.filter { $0.kind == .triaged && child.withdrawn.contains($0.sequence) }
        .compactMap { $0[Field<String>.report] })
    let today = London.local(now()).date
    let own = ChildMatcher(try records.child(child.id).map { [MatchCandidate($0)] } ?? [])
    var register: ChildMatcher?
    func decision(on subject: SubjectDraft) throws -> MatchDecision {
      if case .new = own.decide(subject, on: today) { return .new(nearMisses: []) }
      let namesakes = try register ?? namesakes(of: child, records)
      register = namesakes
      return namesakes.decide(subject, on: today)
    }
    let waiting = try reports.compactMap { waiting -> WaitingReport? in
      let (row, part) = (waiting.row, waiting.part)
      if let part, part.doneChildren.contains(child.id) {
        // Of this child it is done: it waits for the brother or sister whom it names.
        return TrayRow(row, name: "", part: part).report.map {
          WaitingReport(
            reference: row.reference, report: $0, isSure: true, isAgain: false, other: part.name)
        }
      }
      let isAgain = takenBack.contains(row.reference)
      var isSure = isAgain || waiting.policeReference.map(references.contains) ?? false
      var isMeant = isSure
      if !isMeant, waiting.mayMean(own) {
        for subject in try part?.subjects ?? subjects(of: row.reference, records) {
          switch try decision(on: subject) {
          case .propose(child.id, _, _, _): (isMeant, isSure) = (true, true)
          case .ask(let candidates, _, _) where candidates.contains(child.id): isMeant = true
          case .propose, .ask, .new: break
          }
        }
      }
      guard isMeant else { return nil }
      return try TrayRow(row, name: "", part: part).report.map { report in
        var report = report
        report.saysEnd = try saysEnd(row, records)
        // Of several children another may still be away.
        if isSure, !row.namesSeveral { report.back = child.back(from: row.gist) }
        return WaitingReport(
          reference: row.reference, report: report, isSure: isSure, isAgain: isAgain)
      }
    }
    let meant = waiting.filter { $0.other == nil }
    return meant.filter(\.isSure) + meant.filter { !$0.isSure } + waiting.filter { $0.other != nil }
  }

  /// The child and all of the same family name, for comparing.
  private func namesakes(of child: ChildCase, _ records: Records) throws -> ChildMatcher {
    let name = child.facts[.familyName] ?? child.facts[.givenNames] ?? ""
    return ChildMatcher(try records.namesakes(of: name).map(MatchCandidate.init))
  }

  /// The children of a report of whom nothing is decided yet, as they are read.
  func subjectsLeft(in reference: String, _ records: Records) throws -> [SubjectDraft] {
    let standing = try records.standing(ofReport: reference)
    return try subjects(of: reference, records).enumerated()
      .filter { !standing.isDecided($0.offset + 1) }.map(\.element)
  }

  /// The children of a report as they are read, once for as long as the desk is open.
  func subjects(of reference: String, _ records: Records) throws -> [SubjectDraft] {
    try subjects.subjects(of: reference) {
      guard let report = try records.report(reference) else { return [] }
      return ReportReader.read(text: report.text, received: report.row.received, isWhole: true)
        .subjects
    }
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
}
