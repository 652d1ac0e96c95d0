import Desk
import Exchange
import Store
import Workflow

// A child of a report whom its text neither counts nor names: only somebody who knows of it finds it.

extension Workbench {
  /// Reads a kept report into a draft for the triage of the child who is meant.
  ///
  /// - Parameters:
  ///   - reference: the report's reference.
  ///   - child: who is meant; nothing for the first who waits.
  ///   - person: who triages.
  /// - Returns: the draft.
  /// - Throws: that there is no such report, or that the child is triaged already.
  func draft(
    of reference: String, _ child: ChildOfReport?, for person: Person?
  ) throws -> TriageDraft {
    switch child {
    case .named(let words):
      let place = try place(of: reference, namedBy: words, for: person)
      return try draft(of: reference, subject: place, for: person)
    case .place(let place): return try draft(of: reference, subject: place, for: person)
    case .further: return try draft(of: reference, isFurther: true, for: person)
    case nil: return try draft(of: reference, for: person)
    }
  }

  /// Which place in a report a further child has: the first of whom nobody knew when the others were decided on.
  ///
  /// Of a report that waits nobody is passed over: who is read in it is triaged in the ordinary way.
  ///
  /// - Parameters:
  ///   - report: the report.
  ///   - standing: which of its children are decided on.
  /// - Returns: the place, counted from 1.
  func placeOfFurther(in report: Report, _ standing: ReportStanding) -> Int {
    let count = max(1, readAll(report, standing).subjects.count)
    // An earlier version of the desk may have read fewer children than are read now.
    let unseen = report.row.isWaiting ? nil : (1...count).first { !standing.isDecided($0) }
    return unseen ?? count + 1
  }

  /// Whether a child is one of whom nobody knew when the others of its report were decided on.
  ///
  /// - Parameters:
  ///   - place: the child, counted from 1.
  ///   - reference: the report's reference.
  ///   - standing: which of its children are decided on.
  ///   - records: the records, as the person sees them.
  /// - Returns: whether it is so.
  /// - Throws: why the desk's file cannot be read.
  func isFurther(
    _ place: Int, of reference: String, _ standing: ReportStanding, _ records: Records
  ) throws -> Bool {
    guard place > standing.count else { return false }
    let isTold = try place <= max(1, subjects(of: reference, records).count)
    // Who was set aside with all the others was read then.
    return !isTold || !standing.isDecided(place)
  }

  /// That a report's text was taken in before and everybody of it is triaged: sent again, the text opens a further
  /// child of it.
  ///
  /// - Parameters:
  ///   - received: what was taken in.
  ///   - field: the line of the form in which it stands.
  ///   - person: who took it in.
  /// - Throws: the refusal; nothing where somebody of it waits, or it was set aside.
  func refuseIfTriaged(
    _ received: ReceivedReport, field: String, for person: Person
  ) throws {
    let records = records(for: person)
    guard !received.isNew, let row = try records.report(received.reference)?.row, !row.isWaiting
    else { return }
    let names = try records.children(ofReport: row.reference).compactMap {
      try records.child($0)?.name
    }
    guard let first = names.first else { return }
    let more = names.count > 1 ? " and \(names.count - 1) more" : ""
    throw Refusal(
      .rule,
      "\(row.reference) was triaged already, as \(first)\(more). Ctrl-S again: a further child of it",
      findings: [FormFinding(field: field, sentence: FormScreen.triagedBefore)])
  }
}
