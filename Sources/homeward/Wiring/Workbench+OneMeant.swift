import Desk
import Exchange
import Store
import Workflow

// Which one of several children of a report somebody means who typed something.

extension Workbench {
  /// The one child who waits in a report and whom what was typed means: by the words of it that stand in a name,
  /// or by a police reference or a telephone number of its own.
  ///
  /// - Parameters:
  ///   - text: what was typed, in a search or as a filter.
  ///   - reference: the report's reference.
  ///   - records: the records, as the person sees them.
  /// - Returns: the place, counted from 0; nothing where it means none who waits, or several.
  /// - Throws: why the desk's file cannot be read.
  func place(
    meantBy text: String, in reference: String, _ records: Records
  ) throws -> Int? {
    let standing = try records.standing(ofReport: reference)
    let waiting = try subjects(of: reference, records).enumerated()
      .filter { !standing.isDecided($0.offset + 1) }
    let words = Folding.words(text).filter { word in
      waiting.contains { $0.element.name.says([word]) }
    }
    let mark = SpokenMark(text)
    let meant = waiting.filter { _, subject in
      words.isEmpty ? subject.bears(mark) : subject.name.says(words)
    }
    return meant.count == 1 ? meant[0].offset : nil
  }

  /// Which child of a report that waits is opened by what was typed to find it.
  ///
  /// - Parameters:
  ///   - reference: the report's reference.
  ///   - text: what was typed.
  ///   - person: who triages.
  /// - Returns: the place, counted from 1; nothing where none who waits is meant, or several are.
  /// - Throws: why the desk's file cannot be read.
  func place(of reference: String, namedBy text: String, for person: Person?) throws -> Int? {
    try place(meantBy: text, in: reference, records(for: person)).map { $0 + 1 }
  }

  /// Whom a report that was found is about, where it tells of several and what was typed means one of them who is
  /// not the first to wait: `El-Amin, Rashad? (3 of 3)`.
  ///
  /// - Parameters:
  ///   - row: the report.
  ///   - part: what still waits of it, where some of its children are triaged.
  ///   - text: what was typed.
  ///   - records: the records, as the person sees them.
  /// - Returns: the name with its question mark; nothing where the report's own words name whoever is meant.
  /// - Throws: why the desk's file cannot be read.
  func oneMeant(
    of row: ReportRow, _ part: ReportPart?, asked text: String, _ records: Records
  ) throws -> String? {
    guard row.isWaiting, part != nil || row.namesSeveral,
      let one = try place(meantBy: text, in: row.reference, records)
    else { return nil }
    let standing = try records.standing(ofReport: row.reference)
    let all = try subjects(of: row.reference, records)
    guard one != all.indices.first(where: { !standing.isDecided($0 + 1) }) else { return nil }
    return "\(all[one].title)? (\(one + 1) of \(all.count))"
  }

  /// The same, or how the report is named wherever nobody asked.
  func name(
    of row: ReportRow, _ part: ReportPart?, asked text: String, _ records: Records
  ) throws -> String {
    try oneMeant(of: row, part, asked: text, records) ?? readName(of: row, records)
  }
}

extension SubjectDraft {
  /// Whether it is the child's own police reference or telephone number to which somebody points.
  func bears(_ mark: SpokenMark?) -> Bool {
    guard let mark else { return false }
    return [.policeRef, .phone].contains { field in
      plain(field).map { mark.stands(in: $0) } ?? false
    }
  }
}
