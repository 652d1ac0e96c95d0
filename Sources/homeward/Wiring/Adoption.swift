import Desk
import Store
import Workflow

/// Which open records would move to a procedure, and what that changes.
struct Adoption {
  let workbench: Workbench
  let target: Procedure

  /// One record that would move.
  struct Move {
    let child: ChildCase
    let record: MissingRecord
    /// The procedure that it follows now.
    let own: Procedure
    let steps: StepsSideBySide

    /// The steps that differ and that somebody still has to do, under one procedure or the other.
    var changes: [StepsSideBySide.Row] {
      steps.changed.filter { $0.own?.isOpen == true || $0.other?.isOpen == true }
    }

    /// From which procedure to which, in words; where only the content is another, by its first digits.
    func names(to target: Procedure) -> String {
      let isMended = own.id == target.id && own.version == target.version
      func name(_ procedure: Procedure) -> String {
        "\(procedure.id) v\(procedure.version)"
          + (isMended ? " content \(procedure.contentHash.prefix(12))" : "")
      }
      return "\(name(own)) -> \(name(target))" + (isMended ? ", the same version mended" : "")
    }

    /// The event that moves it.
    func entry(to target: Procedure, because reason: String, at now: Instant) -> Command.Entry {
      var body = Body()
      body[.record] = record.reference
      body[.procedure] = target.id
      body[.procedureVersion] = "\(target.version)"
      body[.procedureHash] = target.contentHash
      body[.reason] = reason
      return Command.Entry(.procedureAdopted, at: now, body)
    }
  }

  /// The records to move.
  ///
  /// - Parameters:
  ///   - references: episodes, records or children; every open record where none is named.
  ///   - person: who looks.
  /// - Returns: those that do not follow the procedure already, in the order of their opening.
  /// - Throws: that a named one is not open.
  func moves(of references: [String], for person: Person?) throws -> [Move] {
    var moves: [Move] = []
    if references.isEmpty {
      let rows = try workbench.records(for: person).openRecords(Window(limit: Int.max))
      for row in rows where !isThere(row) {
        if let move = try move(row.reference, child: row.child, for: person) { moves.append(move) }
      }
      return moves
    }
    for reference in references {
      let id = try workbench.child(of: reference, for: person)
      if let move = try move(reference, child: id, for: person),
        !moves.contains(where: { $0.record.reference == move.record.reference })
      {
        moves.append(move)
      }
    }
    return moves
  }

  private func isThere(_ row: RecordRow) -> Bool {
    row.procedure == target.id && row.procedureVersion == target.version
      && row.procedureHash == target.contentHash
  }

  private func move(_ reference: String, child id: String, for person: Person?) throws -> Move? {
    guard let child = try workbench.records(for: person).caseOf(id) else { return nil }
    let record = try workbench.record(reference, of: child)
    guard record.isOpen else {
      throw Failure(
        .badInput,
        "\(record.reference) of \(child.name) is not open: only open records move.")
    }
    let own = try workbench.procedures.procedure(of: record)
    if own.id == target.id, own.version == target.version, own.contentHash == target.contentHash {
      return nil
    }
    return Move(
      child: child, record: record, own: own,
      steps: StepsSideBySide(
        of: record, child: child, own: own, other: target.adopted(by: workbench.facts.authority)))
  }
}
