import GRDB
import Workflow

/// Records what happens to children, inside a write transaction.
struct ChildWork {
  let db: Database
  let cases: CaseCache
  let procedures: ProcedureSource
  let actor: Actor

  /// A child's case with the rows that the read tables hold for it.
  struct Loaded {
    let child: ChildCase
    let rows: ChildRows
    let dataVersion: Int
  }

  /// A child's case as it stands in this transaction.
  func load(_ id: String) throws -> Loaded {
    let statement = try db.cachedStatement(sql: "PRAGMA data_version")
    let dataVersion = try Int.fetchOne(statement) ?? 0
    if let kept = cases.find(id, dataVersion: dataVersion) {
      return Loaded(child: kept.child, rows: kept.rows, dataVersion: dataVersion)
    }
    let history = try Journal(db: db).events(of: .child(id))
    return Loaded(
      child: ChildCase(id: id, history: history),
      rows: history.isEmpty ? .none : try ReadTables(db: db).rows(of: id),
      dataVersion: dataVersion)
  }

  /// Decides a command on a child and writes what follows: journal and read tables.
  ///
  /// - Returns: the events with their numbers, and what to keep once it is committed.
  /// - Throws: `Refusal`, and what the procedures throw.
  func record(_ command: Command, on loaded: Loaded) throws -> ([Event], CaseCache.Kept) {
    let child = loaded.child
    if child.version == 0 || child.isOffRegister,
      command.entries.first?.kind != .childRegistered
    {
      throw Refusal(
        .notFound, "There is no child \(command.child) on the register. Register the child first.")
    }
    let new = try references()
    let decided = try Decide.events(
      for: command, on: child, by: actor.person, procedure: try procedure(for: command, child),
      new: new, now: actor.now)
    try checkReferences(of: decided, child: child)
    guard !decided.isEmpty else {
      throw Refusal(.badInput, "The command records nothing.")
    }
    let act = Journal.Act(command: command.id, account: actor.account, now: actor.now)
    let events = try Journal(db: db).append(
      decided, to: .child(child.id), expecting: child.version, act)
    let after = child.applying(events)
    for event in events where event.kind == .withdrawn {
      // The report whose triage is taken back waits again, in the same transaction.
      guard let number = event[.corrects], let triage = child.triage(of: number) else { continue }
      try ReportWork(db: db, actor: actor)
        .untriage(triage, of: child.id, reason: event[.reason], command: command.id)
    }
    let rows = try ChildProjection(child: after, procedures: procedures).rows()
    let tables = ReadTables(db: db)
    try tables.change(from: loaded.rows, to: rows)
    try tables.count(events)
    return (events, CaseCache.Kept(child: after, rows: rows, dataVersion: loaded.dataVersion))
  }

  /// A record that was finished keeps its procedure for whatever is still added to it.
  private func procedure(for command: Command, _ child: ChildCase) throws -> Procedure {
    let begins = command.entries.contains { $0.kind == .wentMissing }
    return try procedures.procedure(
      of: child.currentRecord ?? (begins ? nil : child.records.last))
  }

  private func references() throws -> NewReferences {
    let tables = ReadTables(db: db)
    func next(_ letter: Reference.Letter) throws -> String {
      let reached = try tables.counter(Reference.counter(letter, at: actor.now))
      return Reference(letter, after: reached, now: actor.now).text
    }
    return NewReferences(record: try next(.record), episode: try next(.episode))
  }

  /// Refuses a reference that is another episode's or another child's.
  private func checkReferences(of events: [Event], child: ChildCase) throws {
    var seen = Set<String>()
    for event in events where event.kind == .wentMissing {
      if let reference = event[Field<String>.episode] {
        let statement = try db.cachedStatement(
          sql: "SELECT child FROM episodes WHERE reference = ?")
        let isTaken = try String.fetchOne(statement, arguments: [reference]) != nil
        if isTaken || !seen.insert(reference).inserted {
          throw Refusal(
            .badInput, "\(reference) is another episode. Leave the reference out to get a new one.")
        }
      }
      if let reference = event[Field<String>.record] {
        let statement = try db.cachedStatement(sql: "SELECT child FROM records WHERE reference = ?")
        let owner = try String.fetchOne(statement, arguments: [reference])
        let isOwnClosed = reference != child.currentRecord?.reference
        if let owner, owner != child.id || isOwnClosed {
          throw Refusal(
            .badInput, "\(reference) is another record. Leave the reference out to get a new one.")
        }
      }
    }
  }
}
