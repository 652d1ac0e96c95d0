import GRDB
package import Workflow

extension DeskFile {
  /// Carries out a command on a child: decides it, and saves what follows in one transaction.
  ///
  /// - Parameters:
  ///   - command: what is asked for; the same id twice adds nothing.
  ///   - drafts: the keys of the drafts that it records, which go in the same transaction.
  ///   - actor: who asks, in which capacity.
  ///   - account: the account from which it is asked.
  ///   - now: the moment.
  ///   - procedures: where the procedures are.
  /// - Returns: the events and the child's case after them.
  /// - Throws: the core's `Refusal` unchanged; `StoreError`, which says truly whether it is saved.
  package func perform(
    _ command: Command, ending drafts: [String] = [], by actor: Person, account: String,
    now: Instant, procedures: ProcedureSource
  ) throws -> Performed {
    try perform(
      command.id, child: command.child, ending: drafts,
      by: Actor(actor, account: account, now: now), procedures
    ) { work, loaded in
      try work.record(command, on: loaded)
    }
  }

  /// Records a report as a child's: opens what must be opened on the child, and marks the report as
  /// triaged, in one transaction.
  ///
  /// - Parameters:
  ///   - triage: what is said, and the report's reference where there is one.
  ///   - child: the child's id.
  ///   - id: the command's id.
  ///   - expecting: the version of the child's stream that the person saw.
  ///   - registering: the facts of a child who is not on the register yet.
  ///   - others: the ids of children of the same name and birthday who are not meant.
  ///   - drafts: the keys of the drafts that it records, which go in the same transaction.
  ///   - actor: who decides it, in which capacity.
  ///   - account: the account from which it is decided.
  ///   - now: the moment.
  ///   - procedures: where the procedures are.
  /// - Returns: the events on the child and the child's case after them.
  /// - Throws: `Refusal`, among others where the report was triaged before, where the child to be
  ///   registered is on the register already, and a conflict where the id was taken meanwhile;
  ///   `StoreError`.
  package func triage(
    _ triage: Triage, of child: String, id: String, expecting: Int? = nil,
    registering: Body? = nil, besides others: Set<String> = [], ending drafts: [String] = [],
    by actor: Person, account: String,
    now: Instant, procedures: ProcedureSource
  ) throws -> Performed {
    let actor = Actor(actor, account: account, now: now)
    return try perform(
      id, child: child, isNew: registering != nil, ending: drafts, by: actor, procedures
    ) { work, loaded in
      // Somebody who registered another child at the same moment got the id first.
      if registering != nil, loaded.child.version > 0 {
        throw Refusal(
          .conflict, "\(child) has become another child's id. Save again, for a new one.")
      }
      // Another desk may have registered the same child since the form was opened.
      if let registering { try SameChild(registering)?.refuse(besides: others, work.db) }
      try triage.refuseUnlessAsShown(loaded.child)
      var entries = registering.map { [Command.Entry(.childRegistered, at: now, $0)] } ?? []
      entries += triage.entries(for: loaded.child, now: now)
      if let report = triage.report {
        // What was noted before anybody knew whose it is belongs to the child now.
        entries += try ReportWork(db: work.db, actor: actor).notes(
          on: report, of: triage.subject, for: loaded.child)
      }
      let command = Command(id: id, child: child, expecting: expecting, entries: entries)
      let outcome = try work.record(command, on: loaded)
      if let report = triage.report {
        var body = Body(["report": .text(report), "child": .text(child)])
        body[.decision] = outcome.0.last { $0.kind == .triaged }?[.decision]
        body[.reason] = triage.reason
        body[.subject] = triage.subject
        body[.subjects] = triage.subjects
        try ReportWork(db: work.db, actor: actor).triaged(
          report, body, isFurther: triage.isFurther, command: id)
      }
      return outcome
    }
  }

  private func perform(
    _ id: String, child: String, isNew: Bool = false, ending drafts: [String], by actor: Actor,
    _ procedures: ProcedureSource,
    _ body: (ChildWork, ChildWork.Loaded) throws -> ([Event], CaseCache.Kept)
  ) throws -> Performed {
    try DeskFile.checkName(child, "The child's id")
    let (performed, kept) = try saving(id, ending: drafts) { db -> (Performed, CaseCache.Kept?) in
      let work = ChildWork(
        db: db, cases: cases, procedures: try procedures.ofDesk(in: db), actor: actor)
      let (events, kept) = try body(work, try work.load(child))
      let last = try Journal(db: db).head().sequence
      let first = events.first?.sequence ?? last
      try CommandLog(db: db).note(id, first: first, count: last - first + 1)
      let performed = Performed(
        command: id, events: events, child: kept.child, wasDoneBefore: false)
      return (performed, kept)
    } again: { db, lines in
      (try DeskFile.earlier(id, child: isNew ? nil : child, lines, db), nil)
    }
    // Only what is committed is kept.
    if let kept { cases.keep(kept) }
    return performed
  }

  /// The first outcome of a command that is asked for again.
  ///
  /// Where the child was to be registered by it, no child is named: the child has the id that it was
  /// given the first time.
  private static func earlier(
    _ id: String, child: String?, _ lines: Range<Int>, _ db: Database
  ) throws -> Performed {
    let journal = Journal(db: db)
    let own = try journal.entries(since: lines.lowerBound - 1, limit: lines.count)
    let events = own.filter { entry in
      guard case .child(let owner) = entry.stream else { return false }
      return child == nil || owner == child
    }
    guard let stream = events.first?.stream, case .child(let owner) = stream else {
      throw Refusal(
        .badInput, "The command \(id) was carried out before, for something else. Make a new id.")
    }
    return Performed(
      command: id, events: events.map(\.event),
      child: ChildCase(id: owner, history: try journal.events(of: stream)), wasDoneBefore: true)
  }
}
