import Desk
import Exchange
import Store
import Workflow

/// What still waits of a report that names several children, some of whom are triaged: it stands under the
/// names of those who wait, never of those who are done.
struct WaitingPart {
  /// Those who wait, as they were read: `Nguyen, Van Khoa`.
  let name: String
  /// Which of them comes next, of how many: `2 of 2`.
  let place: String
  /// Who is done, and where: `Nguyen, Thi Mai Anh: E-2026-0034`.
  let done: String
  /// The names of those who are done.
  let doneNames: [String]
  /// Their ids.
  let doneChildren: Set<String>
  /// The police's reference of the first who waits; nothing where it is not known of this child.
  let policeReference: String?
  /// How pressing it is of those who wait, as far as that is known of them.
  let gist: ReportGist
  /// By what it stands in order: what is not known of those who wait is taken to be as pressing as the report
  /// was as a whole.
  let order: ReportGist
  /// Those who wait.
  let subjects: [SubjectDraft]

  /// `2 of 2; Nguyen, Thi Mai Anh: E-2026-0034`.
  var words: String { "\(place); \(done)" }

  /// Whether words that somebody looks for name one of those who wait, or the police's reference of one.
  func isNamed(by text: String) -> Bool {
    let words = Folding.words(text)
    let reference = text.trimmed.uppercased()
    return policeReference?.uppercased() == reference
      || subjects.contains {
        $0.name.says(words) || $0.plain(.policeRef)?.uppercased() == reference
      }
  }
}

extension ReportRow {
  /// How pressing it is, wherever it is shown: of those who wait, where others of it are done.
  func gist(of part: WaitingPart?) -> ReportGist { part?.gist ?? gist }

  /// The police's reference by which it is shown: of the first who waits.
  func policeReference(of part: WaitingPart?) -> String? {
    part.map(\.policeReference) ?? policeReference
  }
}

extension Workbench {
  /// Of whom a report goes on waiting after one of its children was triaged: ` It waits on, for Nguyen, Van Khoa
  /// (2 of 2).`; nothing where it is done.
  func goingOn(_ report: String, for person: Person) throws -> String {
    let records = records(for: person)
    guard let row = try records.report(report)?.row, row.isWaiting,
      let part = try waitingPart(of: row, records)
    else { return "" }
    return " It waits on, for \(part.name) (\(part.place))."
  }

  /// What still waits of a report of several children; nothing where none of them is triaged, or all are.
  ///
  /// Of a report that was set aside it is what was set aside.
  ///
  /// - Parameters:
  ///   - row: the report.
  ///   - records: the records, as the person sees them.
  /// - Returns: the part.
  /// - Throws: why the desk's file cannot be read.
  func waitingPart(of row: ReportRow, _ records: Records) throws -> WaitingPart? {
    // Most reports name one child: only of the others the text is read again.
    guard row.isWaiting ? row.decision != nil : row.child == nil else { return nil }
    let triaged = try records.triagedChildren(of: row.reference)
    guard !triaged.isEmpty, let report = try records.report(row.reference) else { return nil }
    let read = ReportReader.read(text: report.text, received: row.received, isWhole: true)
    let left = read.subjects.indices.filter { triaged[$0 + 1] == nil }
    guard let first = left.first else { return nil }
    let subjects = left.map { read.subjects[$0] }
    let names = subjects.filter { !$0.name.isEmpty || $0.isFurther }.map(\.title)
    let more = names.count > 1 ? " and \(names.count - 1) more" : ""
    let done = try triaged.sorted { $0.key < $1.key }.map { _, id in
      guard let id, let child = try records.caseOf(id) else {
        return (name: "one child", at: "triaged")
      }
      return (name: child.name, at: child.episode(telling: row.reference)?.reference ?? id)
    }
    let gist = read.gist(of: subjects)
    var order = gist
    if subjects.contains(where: { read.risk(of: $0) == nil }) { order.risk = row.gist.risk }
    order.lastSeen = gist.lastSeen ?? row.gist.lastSeen
    return WaitingPart(
      name: names.first.map { $0 + more } ?? "no name read",
      place: "\(first + 1) of \(read.subjects.count)",
      done: done.map { "\($0.name): \($0.at)" }.joined(separator: "; "),
      doneNames: done.map(\.name), doneChildren: Set(triaged.values.compactMap { $0 }),
      policeReference: TriageValues(report: read, subject: subjects[0]).values["police-ref"]?.typed,
      gist: gist, order: order, subjects: subjects)
  }
}

extension ChildCase {
  /// The episode to which a report was given.
  ///
  /// - Parameter report: the report's reference.
  /// - Returns: nothing where the report is none of the child's, or its triage was taken back.
  func episode(telling report: String) -> Episode? {
    episodes.last { episode in
      episode.log.events(.reported).contains { $0[.report] == report }
    }
  }
}

extension Workbench {
  /// The reports that wait, each with what still waits of it where some of its children are triaged: those stand
  /// where the children who wait put them, not those who are done.
  ///
  /// - Parameters:
  ///   - order: which come first.
  ///   - records: the records, as the person sees them.
  /// - Returns: as many as a tray has.
  /// - Throws: why the desk's file cannot be read.
  func waitingReports(
    by order: ReportOrder, _ records: Records
  ) throws -> [(row: ReportRow, part: WaitingPart?)] {
    let waiting = try records.waitingReports(Window(limit: 500), by: order).map {
      (row: $0, part: try waitingPart(of: $0, records))
    }
    guard order == .pressing, waiting.contains(where: { $0.part != nil }) else { return waiting }
    func key(_ place: Int) -> [Int64] {
      let (row, part) = waiting[place]
      return ReportOrder.key(part?.order ?? row.gist, received: row.received) + [Int64(place)]
    }
    let keys = waiting.indices.map(key)
    return waiting.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
      .map { waiting[$0] }
  }
}
