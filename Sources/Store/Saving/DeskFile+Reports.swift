import GRDB
package import Workflow

extension DeskFile {
  /// Keeps a report as it came, to wait for triage; the same text twice is one report.
  ///
  /// - Parameters:
  ///   - text: the report, exactly as it was decoded.
  ///   - former: the same report as an earlier version of the desk would have kept it: one of a list, with the
  ///     whole list.
  ///   - source: from where it came, such as a file's or a sender's name.
  ///   - kind: which kind of report it is.
  ///   - subjects: how many children it names; each of them is triaged.
  ///   - policeReference: the reference that the police gave it, where it is known.
  ///   - named: the child whom it names, as it was read.
  ///   - gist: what it says of how pressing it is, as it was read.
  ///   - drafts: the keys of the drafts that held its text, which go in the same transaction.
  ///   - actor: who took it in.
  /// - Returns: the reference, and whether the report is new.
  /// - Throws: `Refusal`, `StoreError`.
  package func receiveReport(
    text: String, formerly former: String? = nil, source: String, kind: String, subjects: Int = 1,
    policeReference: String? = nil, named: String? = nil, gist: ReportGist = ReportGist(),
    ending drafts: [String] = [], by actor: Actor
  ) throws -> ReceivedReport {
    try DeskFile.checkAllowed(.reportReceived, actor.person)
    let digest = Seal.digest(of: text)
    let id = "report-" + digest
    return try saving(id, ending: drafts) { db in
      if let former, let known = try DeskFile.report(reading: former, db) {
        return ReceivedReport(reference: known, isNew: false)
      }
      let reached = try ReadTables(db: db).counter(Reference.counter(.report, at: actor.now))
      let reference = Reference(.report, after: reached, now: actor.now).text
      var body = Body([
        "text": .text(text), "source": .text(source), "kind": .text(kind),
        "digest": .text(digest), "report": .text(reference), "subjects": .number(subjects),
      ])
      body[.policeReference] = policeReference
      body[.named] = named
      gist.write(to: &body)
      try ReportWork(db: db, actor: actor).append(
        .reportReceived, body, to: reference, command: id)
      try CommandLog(db: db).note(id, first: try Journal(db: db).head().sequence, count: 1)
      return ReceivedReport(reference: reference, isNew: true)
    } again: { db, _ in
      guard let reference = try DeskFile.report(reading: text, db) else {
        throw StoreError.damaged("A report has lost its row.")
      }
      return ReceivedReport(reference: reference, isNew: false)
    }
  }

  /// The name under which a list of several children is kept: the same text has the same name.
  ///
  /// - Parameter text: the list, exactly as it was decoded.
  /// - Returns: `L-` and twelve figures and letters.
  package static func listName(of text: String) -> String {
    "L-" + Seal.digest(of: text).prefix(12)
  }

  /// Keeps a list of several children as it came, once, beside the report that each of them has.
  ///
  /// It is nobody's report and waits for nobody; the reports name it, and the same text twice is one list.
  ///
  /// - Parameters:
  ///   - text: the list, exactly as it was decoded.
  ///   - source: from where it came.
  ///   - reports: the references of the children's reports, in the list's order.
  ///   - drafts: the keys of the drafts that held its text, which go in the same transaction.
  ///   - actor: who took it in.
  /// - Throws: `Refusal`, `StoreError`.
  package func receiveList(
    text: String, source: String, reports: [String], ending drafts: [String] = [], by actor: Actor
  ) throws {
    try DeskFile.checkAllowed(.reportReceived, actor.person)
    let digest = Seal.digest(of: text)
    let name = DeskFile.listName(of: text)
    let id = "list-" + digest
    try saving(id, ending: drafts) { db in
      let body = Body([
        "text": .text(text), "source": .text(source), "kind": .text("list"),
        "digest": .text(digest), "report": .text(name), "subjects": .number(0),
        "named": .text(reports.joined(separator: ", ")),
      ])
      try ReportWork(db: db, actor: actor).append(.reportReceived, body, to: name, command: id)
      try CommandLog(db: db).note(id, first: try Journal(db: db).head().sequence, count: 1)
    } again: { _, _ in
    }
  }

  /// The report that has a text, or nothing.
  private static func report(reading text: String, _ db: Database) throws -> String? {
    try String.fetchOne(
      db, sql: "SELECT reference FROM reports WHERE digest = ?",
      arguments: [Seal.digest(of: text)])
  }

  /// Ends the triage of a report from which nothing is opened, or of one of its children.
  ///
  /// - Parameters:
  ///   - report: the report's reference.
  ///   - subject: which child of it, counted from 1, where it is of this one alone; nothing for all who wait.
  ///   - subjects: how many children were read in it, where that is known: the others wait on.
  ///   - decision: what was decided, such as `duplicate` or `no-further-action`.
  ///   - reason: why.
  ///   - told: whom of another authority somebody told, and when; nothing where nobody was.
  ///   - id: the command's id.
  ///   - drafts: the keys of the drafts that end with it, in the same transaction.
  ///   - actor: who decides it.
  /// - Throws: `Refusal`, among others where the report was triaged before; `StoreError`.
  package func setAside(
    report: String, subject: Int? = nil, of subjects: Int? = nil, decision: String, reason: String,
    told: String? = nil, id: String, ending drafts: [String] = [], by actor: Actor
  ) throws {
    try DeskFile.checkAllowed(.triaged, actor.person)
    guard !reason.trimmed.isEmpty else {
      throw Refusal(.badInput, "Say why nothing is opened from \(report).")
    }
    try saving(id, ending: drafts) { db in
      var body = Body([
        "report": .text(report), "decision": .text(decision), "reason": .text(reason),
      ])
      body[.subject] = subject
      body[.subjects] = subject == nil ? nil : subjects
      body[.told] = told?.trimmed.isEmpty == false ? told?.trimmed : nil
      try ReportWork(db: db, actor: actor).triaged(report, body, command: id)
      try CommandLog(db: db).note(id, first: try Journal(db: db).head().sequence, count: 1)
    } again: { _, _ in
    }
  }

  /// Takes back that a report was set aside, or one of its children: it waits for triage again, and the journal
  /// keeps both.
  ///
  /// - Parameters:
  ///   - report: the report's reference.
  ///   - subject: the child who was set aside alone, counted from 1; nothing for all who were set aside
  ///     together, or for the one child who was.
  ///   - reason: why.
  ///   - id: the command's id.
  ///   - drafts: the keys of the drafts that end with it.
  ///   - actor: who takes it back.
  /// - Throws: `Refusal`, among others where the report is not set aside; `StoreError`.
  package func takeBack(
    report: String, subject: Int? = nil, reason: String, id: String, ending drafts: [String] = [],
    by actor: Actor
  ) throws {
    try DeskFile.checkAllowed(.triaged, actor.person)
    guard !reason.trimmed.isEmpty else {
      throw Refusal(.badInput, "Say why \(report) is taken back.")
    }
    try saving(id, ending: drafts) { db in
      try ReportWork(db: db, actor: actor).takeBack(
        report, subject: subject, reason: reason, command: id)
      try CommandLog(db: db).note(id, first: try Journal(db: db).head().sequence, count: 1)
    } again: { _, _ in
    }
  }

  /// Refuses what a role may not record, by the core's table.
  static func checkAllowed(_ kind: EventKind, _ person: Person) throws {
    if Permissions.allows(person.role, to: kind) { return }
    throw Permissions.refusal(of: kind, by: person)
  }
}
