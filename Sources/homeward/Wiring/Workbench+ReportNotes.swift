import Store
import Workflow

extension Workbench {
  /// What was noted on reports that wait, in words: `Note of Sun 22 Nov 23:05, F. Okafor: her aunt rang`.
  ///
  /// - Parameters:
  ///   - reports: the reports' references.
  ///   - records: the records, as the person sees them.
  /// - Returns: for each that has any a sentence a note, the last first.
  /// - Throws: why the desk's file cannot be read.
  func notes(onReports reports: [String], _ records: Records) throws -> [String: [String]] {
    let now = now()
    return try records.notes(onReports: reports).mapValues { notes in
      notes.reversed().map { note in
        "Note of \(note.occurred.spokenShort(asOf: now)), \(note.by.name): \(note[.text] ?? "")"
      }
    }
  }
}
