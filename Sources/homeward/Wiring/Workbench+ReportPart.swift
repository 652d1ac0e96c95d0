import Desk
import Exchange
import Store
import Workflow

/// A part of a report that names several children: those who wait while others are done, or those who were set
/// aside.
///
/// It stands under their own names, never under those of the others.
struct ReportPart {
  /// Those who are meant, as they were read: `Nguyen, Van Khoa`.
  let name: String
  /// Which of them comes first, of how many: `2 of 2`.
  let place: String
  /// What became of the others: `Nguyen, Thi Mai Anh: E-2026-0034; Nguyen, Minh: set aside`.
  let done: String
  /// The names of the others.
  let doneNames: [String]
  /// The ids of those others who are triaged.
  let doneChildren: Set<String>
  /// The police's reference of the first; nothing where it is not known of this child.
  let policeReference: String?
  /// How pressing it is of those who are meant, as far as that is known of them.
  let gist: ReportGist
  /// By what it stands in order: what is not known of those who wait is taken to be as pressing as the report
  /// was as a whole.
  let order: ReportGist
  /// Those who are meant.
  let subjects: [SubjectDraft]

  /// `2 of 2; Nguyen, Thi Mai Anh: E-2026-0034`.
  var words: String { "\(place); \(done)" }

  /// Whether words that somebody looks for name one of those who are meant, or the police's reference of one.
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
  func gist(of part: ReportPart?) -> ReportGist { part?.gist ?? gist }

  /// The police's reference by which it is shown: of the first who waits.
  func policeReference(of part: ReportPart?) -> String? {
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

  /// What still waits of a report of several children; nothing where none of them is done, or nobody waits.
  ///
  /// - Parameters:
  ///   - row: the report.
  ///   - records: the records, as the person sees them.
  /// - Returns: the part.
  /// - Throws: why the desk's file cannot be read.
  func waitingPart(of row: ReportRow, _ records: Records) throws -> ReportPart? {
    // Most reports name one child: only of the others the text is read again.
    guard row.isWaiting, row.decision != nil else { return nil }
    let standing = try records.standing(ofReport: row.reference)
    return try part(of: row, standing, records) { !standing.isDecided($0) }
  }

  /// A part of a report of several children; nothing where nobody of those who are read in it is meant.
  ///
  /// - Parameters:
  ///   - row: the report.
  ///   - standing: how it stands.
  ///   - records: the records, as the person sees them.
  ///   - isMeant: whether the child of a place, counted from 1, is of the part.
  /// - Returns: the part.
  /// - Throws: why the desk's file cannot be read.
  func part(
    of row: ReportRow, _ standing: ReportStanding, _ records: Records, _ isMeant: (Int) -> Bool
  ) throws -> ReportPart? {
    guard let report = try records.report(row.reference) else { return nil }
    let read = readAll(report, standing)
    let places = read.subjects.indices.filter { isMeant($0 + 1) }
    guard let first = places.first else { return nil }
    let subjects = places.map { read.subjects[$0] }
    let names = subjects.filter { !$0.name.isEmpty || $0.isFurther }.map(\.title)
    let more = names.count > 1 ? " and \(names.count - 1) more" : ""
    var doneChildren: Set<String> = []
    // Somebody may have decided on more children than are read.
    let all = Set(read.subjects.indices.map { $0 + 1 }).union(standing.decided).sorted()
    let done = try all.filter { !isMeant($0) }.map { place -> (name: String, at: String) in
      if let id = standing.child(at: place), let child = try records.caseOf(id) {
        doneChildren.insert(id)
        return (child.name, child.episode(telling: row.reference)?.reference ?? id)
      }
      let subject = read.subjects.indices.contains(place - 1) ? read.subjects[place - 1] : nil
      return (subject?.title ?? "one child", standing.isDecided(place) ? "set aside" : "waits")
    }
    let gist = read.gist(of: subjects)
    var order = gist
    if subjects.contains(where: { read.risk(of: $0) == nil }) { order.risk = row.gist.risk }
    order.lastSeen = gist.lastSeen ?? row.gist.lastSeen
    return ReportPart(
      name: names.first.map { $0 + more } ?? "no name read",
      place: "\(first + 1) of \(read.subjects.count)",
      done: done.map { "\($0.name): \($0.at)" }.joined(separator: "; "),
      doneNames: done.map(\.name), doneChildren: doneChildren,
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
