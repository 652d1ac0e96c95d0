import GRDB
import Workflow

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension DeskFile {
  /// Takes in children from the authority's register: new ones are added, changed facts recorded,
  /// the rest left alone.
  ///
  /// It commits in batches and lets others save in between; run again with the same id after an
  /// interruption, it goes on where it stopped.
  ///
  /// - Parameters:
  ///   - registrations: the children with their facts; facts left out stay as they are.
  ///   - id: the command's id.
  ///   - actor: who takes them in.
  ///   - procedures: where the procedures are.
  ///   - progress: is told after each batch how many children are through.
  /// - Returns: what became of them.
  /// - Throws: `Refusal` where the person may not; `StoreError`.
  package func registerChildren(
    _ registrations: [ChildRegistration], id: String, by actor: Actor,
    procedures: ProcedureSource, progress: (Int) -> Void = { _ in }
  ) throws -> RegistrationCounts {
    try DeskFile.checkAllowed(.childRegistered, actor.person)
    var counts = RegistrationCounts()
    let size = 250
    for (number, start) in stride(from: 0, to: registrations.count, by: size).enumerated() {
      // Whoever else wants to save finds the lock free for a moment.
      if number > 0 { usleep(4_000) }
      let batch = registrations[start..<min(start + size, registrations.count)]
      counts.add(try register(batch, id: "\(id).\(number + 1)", by: actor, procedures))
      progress(start + batch.count)
    }
    return counts
  }

  private func register(
    _ batch: ArraySlice<ChildRegistration>, id: String, by actor: Actor,
    _ procedures: ProcedureSource
  ) throws -> RegistrationCounts {
    try saving(id) { db in
      var counts = RegistrationCounts()
      let work = ChildWork(
        db: db, cases: cases, procedures: try procedures.ofDesk(in: db), actor: actor)
      let before = try Journal(db: db).head().sequence
      for registration in batch {
        do {
          try DeskFile.checkName(registration.id, "The child's id")
          let loaded = try work.load(registration.id)
          guard let entry = registration.entry(for: loaded.child, now: actor.now) else {
            counts.unchanged += 1
            continue
          }
          let command = Command(id: id, child: registration.id, entries: [entry])
          _ = try work.record(command, on: loaded)
          if entry.kind == .childRegistered { counts.added += 1 } else { counts.changed += 1 }
        } catch let refusal as Refusal {
          // Decided before anything of this child was written.
          counts.refused[registration.id] = refusal.sentence
        }
      }
      let last = try Journal(db: db).head().sequence
      cases.clear()
      if last > before { try CommandLog(db: db).note(id, first: before + 1, count: last - before) }
      return counts
    } again: { db, lines in
      var counts = RegistrationCounts()
      let entries = try Journal(db: db).entries(since: lines.lowerBound - 1, limit: lines.count)
      for entry in entries {
        if entry.event.kind == .childRegistered { counts.added += 1 } else { counts.changed += 1 }
      }
      counts.unchanged = batch.count - entries.count
      return counts
    }
  }
}

extension ChildRegistration {
  /// What is to be recorded of a child: all of it, what changed, or nothing.
  fileprivate func entry(for child: ChildCase, now: Instant) -> Command.Entry? {
    if child.version == 0 || child.isOffRegister {
      return Command.Entry(.childRegistered, at: now, facts)
    }
    let changed = facts.values.filter { child.facts[name: $0.key] != $0.value }
    return changed.isEmpty ? nil : Command.Entry(.childUpdated, at: now, Body(changed))
  }
}

extension RegistrationCounts {
  fileprivate mutating func add(_ other: RegistrationCounts) {
    added += other.added
    changed += other.changed
    unchanged += other.unchanged
    refused.merge(other.refused) { _, new in new }
  }
}
