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

  /// Marks a report as triaged, one of its children, or all who wait.
  ///
  /// - Parameters:
  ///   - report: the report's reference.
  ///   - body: what was decided, and of which child.
  ///   - isFurther: whether the child is one whom nobody knew of when the others were decided on.
  ///   - command: the command's id.
  /// - Throws: a refusal where there is no such report, or it was decided before.
  func triaged(
    _ report: String, _ body: Body, isFurther: Bool = false, command: String
  ) throws {
    let state = try String.fetchOne(
      db, sql: "SELECT state FROM reports WHERE reference = ?", arguments: [report])
    guard let state else { throw Refusal(.notFound, "There is no report \(report).") }
    let standing = ReportStanding(try Journal(db: db).events(of: .report(report)))
    let isNew = isFurther && body[.subject].map { $0 > standing.count } ?? false
    let own = body[.subject].flatMap(standing.decision)
    if !isNew, state == "triaged" || own != nil {
      let earlier = own ?? standing.decisions.last
      let name = earlier?.event.by.name ?? "Somebody"
      let time = earlier.map { " " + $0.event.occurred.spoken } ?? ""
      let what = earlier?.isAside == true ? "set \(report) aside" : "triaged \(report)"
      throw Refusal(
        .conflict, "\(name) \(what)\(time). Look there before anything is opened twice.")
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
  /// - Throws: what the journal throws.
  func untriage(
    _ triage: RecordedTriage, of child: String, reason: String?, command: String
  ) throws {
    guard let report = triage.report else { return }
    let standing = ReportStanding(try Journal(db: db).events(of: .report(report)))
    let own = standing.decisions.last {
      $0.event[Field<String>.child] == child && $0.event[.subject] == triage.decision[.subject]
    }
    guard let own else { return }
    try withdraw(own.event.sequence, of: report, reason: reason, command: command)
  }

  /// Takes back that a report was set aside, or one of its children.
  ///
  /// - Parameters:
  ///   - report: the report's reference.
  ///   - subject: the child who was set aside alone; nothing for all who were set aside together, or for the one
  ///     child who was.
  ///   - reason: why.
  ///   - command: the command's id.
  /// - Throws: a refusal where there is no such report, or that is not set aside.
  func takeBack(_ report: String, subject: Int?, reason: String, command: String) throws {
    let events = try Journal(db: db).events(of: .report(report))
    guard !events.isEmpty else { throw Refusal(.notFound, "There is no report \(report).") }
    let asides = ReportStanding(events).asides
    var aside = asides.last { $0.subject == subject }
    if aside == nil, subject == nil {
      guard asides.count < 2 else {
        let places = asides.compactMap(\.subject).sorted().map(String.init)
        throw Refusal(
          .rule,
          "Several children of \(report) were set aside, each alone (\(places.joined(separator: ", "))): say which."
        )
      }
      aside = asides.first
    }
    guard let aside else {
      let isWithOthers = subject.map { place in asides.contains { $0.covers(place) } } ?? false
      throw Refusal(
        .rule,
        isWithOthers
          ? "Child \(subject ?? 0) of \(report) was set aside with the others: take the whole report back."
          : "\(report) is not set aside; somebody may have taken it back before. Look again.")
    }
    try withdraw(aside.sequence, of: report, reason: reason, command: command)
  }

  private func withdraw(
    _ number: Int, of report: String, reason: String?, command: String
  ) throws {
    var body = Body(["report": .text(report)])
    body[.corrects] = number
    body[.reason] = reason
    try append(.withdrawn, body, to: report, command: command)
  }
}
