import Desk
import Exchange
import Store
import Workflow

extension Workbench {
  /// What was noted on reports that wait, in words: `Note of Sun 22 Nov 23:05, F. Okafor: her aunt rang`.
  ///
  /// - Parameters:
  ///   - reports: the reports' references.
  ///   - subject: of which child of several, counted from 1: those of another alone are left out; nothing for all.
  ///   - records: the records, as the person sees them.
  /// - Returns: for each that has any a sentence a note, the last first.
  /// - Throws: why the desk's file cannot be read.
  func notes(
    onReports reports: [String], about subject: Int? = nil, _ records: Records
  ) throws -> [String: [String]] {
    let now = now()
    var said: [String: [String]] = [:]
    for (report, notes) in try records.notes(onReports: reports) {
      let own = notes.filter { note in
        subject == nil || note[.subject] == nil || note[.subject] == subject
      }
      if own.isEmpty { continue }
      said[report] = own.reversed().map { note in
        note.said(onReportAsOf: now)
      }
    }
    return said
  }

  /// The reports that wait on which something was noted in which what was typed stands: whoever rang about a child
  /// rings again.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - known: the reports that are found already.
  ///   - records: the records, as the person sees them.
  ///   - now: the moment.
  /// - Returns: the hits, by their reports.
  /// - Throws: why the desk's file cannot be read.
  func noted(
    _ text: String, besides known: Set<String>, _ records: Records, now: Instant
  ) throws -> [(reference: String, row: FoundRow)] {
    let words = Folding.words(text)
    return try records.reportsNoting(text).compactMap { noted in
      guard !known.contains(noted.row.reference) else { return nil }
      return try row(noted, records, now: now) { $0.says(words) }
        .map { (noted.row.reference, $0) }
    }
  }

  /// A report that waits as a hit, by the last of its notes that says what was typed; nothing where none does.
  func row(
    _ noted: (row: ReportRow, notes: [Event]), _ records: Records, now: Instant,
    saying isSaid: (String) -> Bool
  ) throws -> FoundRow? {
    guard let note = noted.notes.last(where: { isSaid($0[.text] ?? "") }) else { return nil }
    let part = try waitingPart(of: noted.row, records)
    // Of several children the one about whom it was noted.
    let about = try note[.subject].flatMap { place in
      let all = try subjects(of: noted.row.reference, records)
      return all.indices.contains(place - 1)
        ? "\(all[place - 1].title)? (\(place) of \(all.count))" : nil
    }
    return FoundRow(
      noted.row, name: try about ?? readName(of: noted.row, records), part: part,
      saying: note.said(onReportAsOf: now), now: now)
  }
}

extension Event {
  /// A note on a report in words: `Note of Sun 22 Nov 23:05, F. Okafor: her aunt rang`.
  fileprivate func said(onReportAsOf now: Instant) -> String {
    let about = self[.subject].map { " on child \($0)" } ?? ""
    return "Note of \(occurred.spokenShort(asOf: now)), \(by.name)\(about): \(self[.text] ?? "")"
  }
}
