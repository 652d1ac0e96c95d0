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
        let about = note[.subject].map { " on child \($0)" } ?? ""
        return "Note of \(note.occurred.spokenShort(asOf: now)), \(note.by.name)\(about): "
          + (note[.text] ?? "")
      }
    }
    return said
  }
}
