import GRDB
import Workflow

/// Records what happens to reports, inside a write transaction.
struct ReportWork {
  let db: Database
  let actor: Actor

  /// Appends an event to a report's stream and brings its row up to date.
  func append(_ kind: EventKind, _ body: Body, to report: String, command: String) throws {
    let stream = Stream.report(report)
    let journal = Journal(db: db)
    let event = Event(
      kind: kind, body: body, occurred: actor.now, recorded: actor.now, by: actor.person)
    let events = try journal.append(
      [event], to: stream, expecting: try journal.version(of: stream),
      Journal.Act(command: command, account: actor.account, now: actor.now))
    let tables = ReadTables(db: db)
    try tables.apply(try journal.events(of: stream), ofReport: report)
    try tables.count(events)
  }

  /// Marks a report as triaged.
  ///
  /// - Throws: a refusal where there is no such report, or it was triaged before.
  func triaged(_ report: String, _ body: Body, command: String) throws {
    let row = try Row.fetchOne(
      db, sql: "SELECT state, triaged, triaged_by FROM reports WHERE reference = ?",
      arguments: [report])
    guard let row else { throw Refusal(.notFound, "There is no report \(report).") }
    let earlier = ReportProjection.triages(
      among: try Journal(db: db).events(of: .report(report)))
    let isRepeated = earlier.contains { $0[.subject] == body[.subject] }
    if row["state"] == "triaged" || isRepeated {
      let name: String = row["triaged_by"] ?? "Somebody"
      let at: Int64? = row["triaged"]
      let time = at.map { " " + Instant(seconds: $0).spoken } ?? ""
      throw Refusal(
        .conflict, "\(name) triaged \(report)\(time). Look there before anything is opened twice.")
    }
    try append(.triaged, body, to: report, command: command)
  }

  /// Lets a report wait for triage again whose triage was taken back on the child's stream.
  ///
  /// - Parameters:
  ///   - triage: the triage as the child's stream has it.
  ///   - child: the child's id.
  ///   - reason: why it is taken back.
  ///   - command: the command's id.
  /// - Throws: a refusal where what was left of the report was set aside since.
  func untriage(
    _ triage: RecordedTriage, of child: String, reason: String?, command: String
  ) throws {
    guard let report = triage.report else { return }
    let triages = ReportProjection.triages(
      among: try Journal(db: db).events(of: .report(report)))
    let own = triages.last {
      $0[Field<String>.child] == child && $0[.subject] == triage.decision[.subject]
    }
    guard let own else { return }
    if let aside = triages.last(where: { $0[.subject] == nil && $0.sequence > own.sequence }) {
      throw Refusal(
        .rule,
        "\(aside.by.name) set the rest of \(report) aside since (\(aside.written.spokenShort)). Take that "
          + "back first, among the reports that were set aside; then the triage.")
    }
    var body = Body(["report": .text(report)])
    body[.corrects] = own.sequence
    body[.reason] = reason
    try append(.withdrawn, body, to: report, command: command)
  }

  /// Takes back that a report was set aside.
  ///
  /// - Throws: a refusal where there is no such report, or it is not set aside.
  func takeBack(_ report: String, reason: String, command: String) throws {
    let events = try Journal(db: db).events(of: .report(report))
    guard !events.isEmpty else { throw Refusal(.notFound, "There is no report \(report).") }
    guard let aside = ReportProjection.triages(among: events).last, aside[.subject] == nil else {
      throw Refusal(
        .rule, "\(report) is not set aside; somebody may have taken it back before. Look again.")
    }
    var body = Body(["report": .text(report)])
    body[.corrects] = aside.sequence
    body[.reason] = reason
    try append(.withdrawn, body, to: report, command: command)
  }
}
