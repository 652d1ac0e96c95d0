import GRDB
import Workflow

/// Turns a child's case into the rows that trays, lists and search read: the only place that does.
struct ChildProjection {
  let child: ChildCase
  let procedures: ProcedureSource

  /// The rows, each table's sorted by key.
  func rows() throws -> ChildRows {
    guard let first = child.history.first, child.facts[.familyName] != nil else { return .none }
    let latest = child.history.last { $0.kind == .wentMissing } ?? first
    var derived: [(step: WorkStep, record: MissingRecord)] = []
    let sortName = folded(child.name)
    for record in child.records {
      let procedure = try procedures.procedure(of: record)
      for step in Derive.steps(of: record, child: child, procedure: procedure) {
        derived.append((step, record))
      }
    }
    let leads = TrayLeads(
      derived.filter(\.step.isOpen).map { step, record in
        TrayLeads.Entry(
          id: step.id.text, tray: step.tray, shownFrom: step.shownFrom,
          sortDue: step.sortDue(in: record), standsAlone: step.id.step == .acknowledge)
      }, asOf: child.history.last?.recorded ?? first.recorded)
    let steps = derived.map {
      row($0.step, record: $0.record, sortName: sortName, leads: leads)
    }
    var tables = [
      [childRow(latest: latest.sequence)], child.records.map(row), episodeRows(), steps,
      attemptRows(),
    ]
    for index in tables.indices where tables[index].count > 1 {
      tables[index].sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }
    return ChildRows(
      tables: tables, search: SearchRow(number: latest.sequence, words: searchWords))
  }

  private func childRow(latest: Int) -> ReadRow {
    let facts = child.facts
    func text(_ field: Field<String>) -> DatabaseValue { facts[field].cell }
    let aliases = facts[.aliases] ?? []
    return ReadRow(
      child.id,
      [
        latest.databaseValue, child.version.databaseValue,
        (facts[.familyName] ?? "").databaseValue, (facts[.givenNames] ?? "").databaseValue,
        TextList.write(aliases).databaseValue, folded(child.name).databaseValue,
        facts[.born].map(\.iso).cell, text(.sex), text(.address), text(.postcode),
        facts[.status].map(\.rawValue).cell, facts[.isAllocated].cell, text(.worker), text(.team),
        text(.placementKind), text(.placement), text(.responsibleAuthority), text(.hostAuthority),
        facts[.resident].cell, TextList.write(facts[.markers] ?? []).databaseValue,
        (facts[.restricted] ?? false).databaseValue, child.episodes.count.databaseValue,
        (child.currentRecord?.current?.isAway ?? false).databaseValue,
      ])
  }

  private func row(_ record: MissingRecord) -> ReadRow {
    let pin = record.procedure
    return ReadRow(
      record.reference,
      [
        child.id.databaseValue, record.opened.map(\.occurred).cell,
        record.opened.map(\.by.name).cell, record.stage.rawValue.databaseValue,
        record.closed.map(\.occurred).cell, record.finalised.map(\.occurred).cell,
        pin.map(\.value).cell, (pin.flatMap { $0.event[.procedureVersion] }).cell,
        (pin.flatMap { $0.event[.procedureHash] }).cell,
        (record.log.latest(.rhiAllocated, .worker)?.value).cell,
        record.tellsOfHarm.databaseValue,
        TextList.write(record.passedBy.map(\.rawValue).sorted()).databaseValue,
      ])
  }

  private func episodeRows() -> [ReadRow] {
    child.records.flatMap { record in
      record.episodes.map { episode in
        let start = episode.start
        let policeReference = episode.log.latest(.reported, Field<String>.policeReference)
        return ReadRow(
          episode.reference,
          [
            child.id.databaseValue, episode.number.databaseValue,
            record.reference.databaseValue, start.map(\.at).cell,
            start.map(\.basis.rawValue).cell, (episode.category?.value.rawValue).cell,
            (episode.from?.value.rawValue).cell, (episode.risk?.value.rawValue).cell,
            (episode.policeRisk?.value.rawValue).cell, (policeReference?.value).cell,
            episode.found.map(\.occurred).cell, episode.returned.map(\.occurred).cell,
            episode.isAway.databaseValue, episode.attempts.count.databaseValue,
            episode.attempts.first { $0[.answer]?.reachedSomebody ?? false }.map(\.occurred).cell,
            episode.interview.map(\.occurred).cell, episode.declined.map(\.occurred).cell,
            (episode.found?[.placeName]).cell, (episode.returned?[.placeName]).cell,
            (episode.returned?.tellsOfUnsafePlace ?? false).databaseValue,
            (episode.log.latest(.wentMissing, .whereabouts)?.value).cell,
            (episode.interviewRisk?.value.rawValue).cell,
          ])
      }
    }
  }

  private func row(
    _ step: WorkStep, record: MissingRecord, sortName: String, leads: TrayLeads
  ) -> ReadRow {
    let episode = record.episodes.first { $0.number == step.episodeNumber }
    let outcome: String
    var done: Instant?
    var note: String?
    switch step.outcome {
    case .open:
      outcome = "open"
      note = step.turns.isEmpty ? nil : step.turns.joined(separator: "; ")
    case .done(let at, _):
      outcome = "done"
      done = at
    case .cancelled(let reason):
      outcome = "cancelled"
      note = reason
    case .notRequired(let because):
      outcome = "not-required"
      note = because
    case .leftUndone(let because):
      outcome = "left-undone"
      note = because
    }
    return ReadRow(
      step.id.text,
      [
        step.child.databaseValue, record.reference.databaseValue,
        (episode?.reference ?? record.reference).databaseValue, step.episodeNumber.databaseValue,
        step.id.step.rawValue.databaseValue, step.title.databaseValue,
        step.tray.rawValue.databaseValue, step.role.rawValue.databaseValue, step.shownFrom.cell,
        step.due.cell, step.sortDue(in: record).databaseValue, step.planned.cell,
        outcome.databaseValue, done.cell, step.isLate.databaseValue,
        (step.chair?.rawValue).cell, step.rules.joined(separator: " ").databaseValue,
        step.learntLate.databaseValue, note.cell, sortName.databaseValue,
        leads.leads(step.id.text).databaseValue, (leads.other[step.id.text] ?? nil).cell,
      ])
  }

  /// One attempt covers every episode of the record that still waits for its interview, and is
  /// shown with each.
  private func attemptRows() -> [ReadRow] {
    child.episodes.flatMap { episode in
      episode.attempts.map { attempt in
        ReadRow(
          "\(episode.reference)#\(attempt.sequence)",
          [
            child.id.databaseValue, episode.reference.databaseValue,
            attempt.sequence.databaseValue, attempt.occurred.cell,
            attempt[Field<String>.to].cell, attempt[Field<String>.channel].cell,
            (attempt[Field<OfferAnswer>.answer]?.rawValue).cell,
            attempt.by.name.databaseValue,
          ])
      }
    }
  }

  private var searchWords: String {
    var words = [child.facts[.givenNames], child.facts[.familyName]].compactMap { $0 }
    words += child.facts[.aliases] ?? []
    words.append(child.id)
    words += child.records.map(\.reference)
    for episode in child.episodes {
      words.append(episode.reference)
      for event in episode.log.events(.reported) {
        if let reference = event[.policeReference] { words.append(reference) }
      }
    }
    return words.joined(separator: " \u{B7} ")
  }
}

extension WorkStep {
  /// By what it lies in a tray: when it opened among what is to be done at once, before that where the child told
  /// of harm; its due time, or before that when it is planned for; or when it opened among what has no limit, or
  /// what only stands there.
  fileprivate func sortDue(in record: MissingRecord) -> Int64 {
    if isAtOnce {
      return (record.tellsOfHarm ? TrayOrder.harm : TrayOrder.atOnce) + opens.seconds
    }
    if let comesUp { return comesUp.seconds }
    return (id.step.isStanding ? TrayOrder.standing : TrayOrder.noLimit) + opens.seconds
  }
}
