import GRDB
package import Workflow

extension DeskFile {
  /// Records that the desk is made, as the first line of its journal.
  ///
  /// - Parameters:
  ///   - authority: the authority whose desk it is.
  ///   - procedure: the id of the procedure that it follows.
  ///   - drill: whether it is for practice, with children who do not exist.
  ///   - id: the command's id.
  ///   - actor: who makes it.
  /// - Throws: `Refusal` where the desk was made before; `StoreError`.
  package func makeDesk(
    authority: String, procedure: String, drill: Bool, id: String, by actor: Actor
  ) throws {
    let body = Body([
      "authority": .text(authority), "procedure": .text(procedure), "drill": .flag(drill),
    ])
    try recordOnDesk(.deskMade, body, id: id, by: actor) { db in
      if try Journal(db: db).version(of: .desk) > 0 {
        throw Refusal(.rule, "This desk was made before. Choose another file for a new one.")
      }
    }
  }

  /// Adds somebody to the staff list, or changes the entry of the same id.
  ///
  /// - Parameters:
  ///   - staff: the person's id.
  ///   - name: the name that others read.
  ///   - roles: the capacities in which the person may act.
  ///   - login: the account that is the person's, where there is one.
  ///   - id: the command's id.
  ///   - actor: who adds it.
  /// - Throws: `Refusal`, `StoreError`.
  package func addStaff(
    _ staff: String, name: String, roles: [Role], login: String? = nil, id: String,
    by actor: Actor
  ) throws {
    try DeskFile.checkName(staff, "The id")
    var body = Body([
      "staff": .text(staff), "name": .text(name), "roles": .list(roles.map(\.rawValue)),
    ])
    body[.login] = login
    try recordOnDesk(.staffAdded, body, id: id, by: actor) { db in
      let owner = try String.fetchOne(
        db, sql: "SELECT id FROM staff WHERE login = ? AND id <> ?", arguments: [login, staff])
      if let owner, let login {
        throw Refusal(.badInput, "The account \(login) is \(owner)'s already.")
      }
    }
  }

  /// Keeps the text of a pack, so that records stay readable under it; one that is kept adds nothing.
  ///
  /// - Parameters:
  ///   - procedure: the pack's id.
  ///   - digest: SHA-256 of its text, in hexadecimal.
  ///   - text: the pack.
  ///   - actor: who opens the first record under it.
  /// - Throws: `StoreError`.
  package func keepProcedure(
    _ procedure: String, digest: String, text: String, by actor: Actor
  ) throws {
    let body = Body([
      "procedure": .text(procedure), "digest": .text(digest), "text": .text(text),
    ])
    try recordOnDesk(.procedureKept, body, id: "procedure-" + digest, by: actor) { _ in }
  }

  /// Chooses the procedure under which records are opened from now on; those that are open keep theirs.
  ///
  /// What waits to be opened is worked out anew under it.
  ///
  /// - Parameters:
  ///   - procedure: the pack's id.
  ///   - reason: why.
  ///   - id: the command's id.
  ///   - actor: who chooses it.
  ///   - procedures: where the procedures are.
  /// - Throws: `Refusal`, among others where it is the one already; `StoreError`.
  package func chooseProcedure(
    _ procedure: String, reason: String, id: String, by actor: Actor, procedures: ProcedureSource
  ) throws {
    let body = Body(["procedure": .text(procedure), "reason": .text(reason)])
    try recordOnDesk(.procedureChosen, body, id: id, by: actor) { db in
      if try ReadTables(db: db).deskProcedure() == procedure {
        throw Refusal(.rule, "Records are opened under \(procedure) already.")
      }
    } after: { db in
      let procedures = try procedures.ofDesk(in: db)
      let tables = ReadTables(db: db)
      let waiting = try String.fetchAll(
        db, sql: "SELECT DISTINCT child FROM records WHERE opened IS NULL ORDER BY child")
      for id in waiting {
        let child = ChildCase(id: id, history: try Journal(db: db).events(of: .child(id)))
        try tables.change(
          from: try tables.rows(of: id),
          to: try ChildProjection(child: child, procedures: procedures).rows())
      }
    }
    cases.clear()
  }

  private func recordOnDesk(
    _ kind: EventKind, _ body: Body, id: String, by actor: Actor,
    check: (Database) throws -> Void, after: (Database) throws -> Void = { _ in }
  ) throws {
    try DeskFile.checkAllowed(kind, actor.person)
    if let finding = EventForm.of(kind).findings(in: body).first {
      throw Refusal(.badInput, "\(kind.title): \(finding.sentence).", findings: [finding])
    }
    try saving(id) { db in
      try check(db)
      let journal = Journal(db: db)
      let event = Event(
        kind: kind, body: body, occurred: actor.now, recorded: actor.now, by: actor.person)
      let events = try journal.append(
        [event], to: .desk, expecting: try journal.version(of: .desk),
        Journal.Act(command: id, account: actor.account, now: actor.now))
      try ReadTables(db: db).applyToDesk(events)
      try after(db)
      try CommandLog(db: db).note(id, first: try journal.head().sequence, count: 1)
    } again: { _, _ in
    }
  }
}
