import Desk
import Exchange
import Store
import Synchronization
import Workflow

/// A police list of several children beside what the desk knows: told as one, however many reports it became.
struct DailyListSummary: Sendable {
  /// How many children it names.
  var count = 0
  /// How many of them are away here already.
  var open = 0
  /// How many it has as missing who are back here from that going: the police may not know it.
  var backHere = 0
  /// How many wait for triage already, by an earlier report.
  var waiting = 0
  /// How many are back, as it says.
  var returned = 0
  /// Who is away here and reported missing, and is not on it.
  var missing: [String] = []

  /// How many are away here who went after the last of its rows, and when that row's child was last seen.
  var later = 0
  var last: Instant?
  /// How many are away here with an unauthorised absence, whom nobody reported.
  var unreported = 0

  /// How many are neither back nor away here, nor wait already.
  var new: Int { count - open - backHere - returned - waiting }

  /// `Daily list of 9: 3 already open here, 2 returned, 4 new`.
  var words: String {
    let parts = [
      open > 0 ? "\(open) already open here" : "",
      backHere > 0 ? "\(backHere) back here (tell the police)" : "",
      returned > 0 ? "\(returned) returned" : "",
      waiting > 0 ? "\(waiting) waiting already" : "",
      new > 0 ? "\(new) new" : "",
    ].filter { !$0.isEmpty }
    return "Daily list of \(count): " + parts.joined(separator: ", ")
  }

  /// Who is not on it, by name; nothing where everybody is.
  var notOnIt: String? {
    if missing.isEmpty { return nil }
    let names = missing.prefix(12).joined(separator: "; ")
    let more = missing.count > 12 ? " and \(missing.count - 12) more" : ""
    return "Away here, not on this list: \(names)\(more). Ask whether they are back"
  }

  /// Who is away here and was not looked for on it, and why; nothing where everybody was.
  ///
  /// - Parameter now: the moment.
  /// - Returns: `Away here, not looked for on it: 2 gone after its last row (Sun 22 Nov 18:05)`.
  func notLookedFor(asOf now: Instant) -> String? {
    let parts = [
      later > 0
        ? "\(later) gone after its last row"
          + (last.map { " (\($0.spokenShort(asOf: now)))" } ?? "")
        : "",
      unreported > 0 ? "\(unreported) with unauthorised absence" : "",
    ].filter { !$0.isEmpty }
    if parts.isEmpty { return nil }
    return "Away here, not looked for on it: " + parts.joined(separator: ", ")
  }
}

/// What was worked out of daily lists: a report's text never changes, and a summary holds until something is
/// recorded.
final class DailyListMemory: Sendable {
  private struct Kept {
    /// For each report its list and the child of its row.
    var rows: [String: (list: String, child: SubjectDraft)] = [:]
    var summaries: [String: DailyListSummary] = [:]
    var head = -1
    var day: CivilDate?
  }
  private let kept = Mutex(Kept())

  func row(_ report: String) -> (list: String, child: SubjectDraft)? {
    kept.withLock { $0.rows[report] }
  }

  func keep(_ row: (list: String, child: SubjectDraft), of report: String) {
    kept.withLock { kept in
      // A desk that runs for weeks keeps what it was shown last.
      if kept.rows.count > 400 { kept.rows.removeAll() }
      kept.rows[report] = row
    }
  }

  /// A summary, worked out where the journal has grown since or another day has begun.
  func summary(
    of list: String, head: Int, day: CivilDate, _ make: () throws -> DailyListSummary
  ) rethrows -> DailyListSummary {
    let known = kept.withLock { kept in
      if kept.head != head || kept.day != day {
        kept.summaries.removeAll()
        kept.head = head
        kept.day = day
      }
      return kept.summaries[list]
    }
    if let known { return known }
    let made = try make()
    kept.withLock { $0.summaries[list] = made }
    return made
  }
}

extension Workbench {
  /// The daily list to which a report belongs, beside what the desk knows, and the child of its row.
  ///
  /// - Parameters:
  ///   - report: the report's reference.
  ///   - records: the records, as the person sees them.
  /// - Returns: nothing where it is not of a list.
  /// - Throws: why the desk's file cannot be read.
  func dailyList(
    of report: String, _ records: Records
  ) throws -> (summary: DailyListSummary, child: SubjectDraft)? {
    guard let row = try lists.row(report) ?? readRow(of: report, records) else { return nil }
    let summary = try lists.summary(
      of: row.list, head: file.head().sequence, day: London.local(now()).date
    ) { try self.makeSummary(of: row.list, records) }
    return (summary, row.child)
  }

  /// The list of a report and the child of its row, as they are read for the first time.
  func readRow(
    of report: String, _ records: Records
  ) throws -> (list: String, child: SubjectDraft)? {
    guard let kept = try records.report(report), let list = try wholeList(of: kept, records) else {
      return nil
    }
    let row = (
      list: list,
      child: ReportReader.read(text: kept.text, isWhole: true).subjects.first ?? SubjectDraft()
    )
    lists.keep(row, of: report)
    return row
  }

  private func makeSummary(of text: String, _ records: Records) throws -> DailyListSummary {
    guard let list = DailyList(text: text) else { return DailyListSummary() }
    let children = try records.matchCandidates()
    let away = Set(children.filter(\.isAway).map(\.id))
    let matcher = ChildMatcher(children.map(MatchCandidate.init))
    let today = London.local(now()).date
    // Read for what they say; they are kept under the list's own name.
    let reports = list.reports(keptAs: "")
    var summary = DailyListSummary(count: reports.count)
    var named: Set<String> = []
    // The list knows of nobody who went after the last of its rows.
    var last = Instant(seconds: .min)
    let waiting = try WaitingTwins(waitingRows(records))
    for row in reports {
      let read = ReportReader.read(text: row, isWhole: true)
      guard let subject = read.subjects.first else { continue }
      if let seen = subject.instant(.lastSeenAt) { last = max(last, seen) }
      var ids = Set<String>()
      let reference = subject.plain(.policeRef) ?? read.plain(.policeRef)
      if let reference {
        ids = Set(try records.places(ofPoliceReference: reference).episodes.map(\.child))
      }
      switch matcher.decide(subject, on: today) {
      case .propose(let id, _, _, _): if ids.isEmpty { ids = [id] }
      // Who may be meant is not missing from the list.
      case .ask(let candidates, _, _): named.formUnion(candidates)
      case .new: break
      }
      named.formUnion(ids)
      if subject.instant(.returnedAt) != nil {
        summary.returned += 1
      } else if !ids.isDisjoint(with: away) {
        summary.open += 1
      } else if let seen = subject.instant(.lastSeenAt),
        try ids.contains(where: { try isBack($0, from: seen, records) })
      {
        summary.backHere += 1
      } else if try waitsAlready(subject, by: reference, of: text, waiting, records) {
        summary.waiting += 1
      }
    }
    for child in children where away.contains(child.id) && !named.contains(child.id) {
      // Who is absent and known to be somewhere was never reported, and no police list has the child.
      let episode = try records.caseOf(child.id)?.currentRecord?.current
      if episode?.category?.value == .unauthorisedAbsence {
        summary.unreported += 1
      } else if let start = episode?.start?.at, start > last {
        summary.later += 1
      } else {
        summary.missing.append(child.name)
      }
    }
    if last.seconds > .min { summary.last = last }
    return summary
  }

  /// Whether a child is back here from the going before which it was seen then.
  private func isBack(_ child: String, from seen: Instant, _ records: Records) throws -> Bool {
    let episodes = try records.caseOf(child)?.records.flatMap(\.episodes) ?? []
    return episodes.contains { episode in
      guard let back = episode.returned, let start = episode.start else { return false }
      // Who tells of one going seldom names the same minute.
      return seen <= back.occurred && seen >= start.at.adding(seconds: -43_200)
    }
  }
}

extension SubjectDraft {
  /// `18: an adult now`, where by the birthday it is so; nothing of a child.
  func adult(on day: CivilDate) -> String? {
    guard let age = born?.age(on: day), age >= 18 else { return nil }
    return "\(age): an adult now"
  }
}
