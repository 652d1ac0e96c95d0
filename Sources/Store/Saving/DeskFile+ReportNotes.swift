import GRDB
package import Workflow

extension DeskFile {
  /// Keeps a note with a report that waits for triage.
  ///
  /// - Parameters:
  ///   - text: what is noted.
  ///   - report: the report's reference.
  ///   - subject: which child of several it is about, counted from 1; nothing for all who wait.
  ///   - id: the command's id.
  ///   - drafts: the keys of the drafts that end with it, in the same transaction.
  ///   - actor: who notes it.
  /// - Throws: `Refusal`, among others where the report waits no longer; `StoreError`.
  package func note(
    _ text: String, onReport report: String, about subject: Int? = nil, id: String,
    ending drafts: [String] = [], by actor: Actor
  ) throws {
    try DeskFile.checkAllowed(.noteAdded, actor.person)
    guard !text.trimmed.isEmpty else { throw Refusal(.badInput, "Say what is to be noted.") }
    try saving(id, ending: drafts) { db in
      let state = try String.fetchOne(
        db, sql: "SELECT state FROM reports WHERE reference = ?", arguments: [report])
      guard let state else { throw Refusal(.notFound, "There is no report \(report).") }
      guard state == "waiting" else {
        throw Refusal(
          .conflict, "\(report) waits no longer. Add the note on the child's page; it is kept here."
        )
      }
      if let subject,
        ReportStanding(try Journal(db: db).events(of: .report(report))).isDecided(subject)
      {
        // Nobody would take it to the child any more.
        throw Refusal(
          .conflict,
          "That child of \(report) waits no longer. Add the note on the child's page; it is kept here."
        )
      }
      var body = Body(["report": .text(report), "text": .text(text)])
      body[.subject] = subject
      try ReportWork(db: db, actor: actor).append(.noteAdded, body, to: report, command: id)
      try CommandLog(db: db).note(id, first: try Journal(db: db).head().sequence, count: 1)
    } again: { _, _ in
    }
  }
}

extension ReportWork {
  /// The notes on a report, as the timeline of its child takes them: each with who made it and when.
  ///
  /// - Parameters:
  ///   - report: the report's reference.
  ///   - subject: which child of it; what is noted of another alone is not this one's.
  ///   - child: the child's case: what stands there already is not entered twice.
  /// - Returns: the entries, oldest first.
  /// - Throws: what the journal throws.
  func notes(on report: String, of subject: Int, for child: ChildCase) throws -> [Command.Entry] {
    let known = Set(child.history.filter { $0.kind == .noteAdded }.compactMap { $0[.text] })
    return try Journal(db: db).events(of: .report(report)).filter { $0.kind == .noteAdded }
      .filter { note in note[.subject].map { $0 == subject } ?? true }
      .compactMap { note in
        // A line of the timeline is cut at its end: what was noted comes first, whose it was last.
        let text = "\(note[.text] ?? "") (\(note.by.name), on \(report) before its triage)"
        guard !known.contains(text) else { return nil }
        return Command.Entry(.noteAdded, at: note.occurred, Body(["text": .text(text)]))
      }
  }
}

extension Records {
  /// The notes on reports.
  ///
  /// - Parameter reports: the reports' references.
  /// - Returns: the notes of each that has any, oldest first.
  /// - Throws: `StoreError`.
  package func notes(onReports reports: [String]) throws -> [String: [Event]] {
    guard !reports.isEmpty else { return [:] }
    let places = reports.map { _ in "?" }.joined(separator: ", ")
    let sql = """
      SELECT DISTINCT substr(stream, 8) FROM journal
      WHERE stream IN (\(places)) AND kind = 'note-added'
      """
    return try look(.reports) { db in
      let noted = try String.fetchAll(
        db, sql: sql, arguments: StatementArguments(reports.map { Stream.report($0).text }))
      var notes: [String: [Event]] = [:]
      for report in noted {
        notes[report] = try Journal(db: db).events(of: .report(report))
          .filter { $0.kind == .noteAdded }
      }
      return notes
    }
  }
}
