/// What must have happened before something else can: the desk's own rules, the same for every
/// procedure.
struct Sequence {
  let state: ChildCase
  let procedure: Procedure
  let now: Instant

  func check(_ event: Event) throws(Refusal) {
    switch event.kind {
    case .childRegistered:
      if state.version > 0, !state.isOffRegister {
        throw Refusal(.rule, "\(state.name) is on the register already. Change the entry instead.")
      }
    case .deskMade, .staffAdded, .procedureKept, .procedureChosen, .reportReceived, .allocated,
      .childUpdated:
      break
    case .wentMissing: try checkGoing(event)
    case .opened: try checkOpening()
    case .returned: try checkReturn(event)
    case .found:
      let episode = try episode(for: event)
      if let start = episode.earliestEnd, event.occurred < start {
        throw early(event, than: "the child went missing", start)
      }
    case .rhiOffered, .rhiDeclined, .rhiHeld: try checkInterview(event)
    case .uploaded, .rhiShared: try checkInterviewed(event)
    case .recordClosed: try checkClosing(event)
    case .reopened: try checkReopening(event)
    case .corrected: try checkCorrection(event)
    case .withdrawn: try checkWithdrawal(event)
    case .procedureAdopted: try checkAdoption(event)
    case .noteAdded where state.records.isEmpty: break
    case .acknowledged: break
    default: _ = try episode(for: event)
    }
  }

  private func checkGoing(_ event: Event) throws(Refusal) {
    guard let episode = state.currentRecord?.current else { return }
    let start = event[.left] ?? event[.lastSeen] ?? event.occurred
    if episode.isAway, let found = episode.found {
      // Found elsewhere and lost again before being back: the clocks start anew.
      if start < found.occurred {
        throw early(event, than: "the finding of \(episode.reference)", found.occurred)
      }
      return
    }
    if episode.isAway {
      let since = episode.start.map { $0.basis.andSince($0.at.spoken) } ?? ""
      throw Refusal(
        .rule,
        "\(episode.reference) says that the child is away\(since). Record the return first, or add "
          + "this report to that episode.")
    }
    if let returned = episode.returned, start < returned.occurred {
      throw early(event, than: "the return of \(episode.reference)", returned.occurred)
    }
  }

  private func checkOpening() throws(Refusal) {
    if state.currentRecord?.episodes.isEmpty ?? true {
      throw Refusal(
        .rule,
        "Nothing is recorded that a missing record could be opened for. Record the going first.")
    }
  }

  private func checkReturn(_ event: Event) throws(Refusal) {
    let episode = try episode(for: event)
    if let returned = episode.returned {
      throw Refusal(
        .rule,
        "\(episode.reference): the child is back since \(returned.occurred.spoken). Correct that entry "
          + "if the time is wrong.")
    }
    if let start = episode.earliestEnd, event.occurred < start {
      throw early(event, than: "the child went missing", start)
    }
  }

  private func checkInterview(_ event: Event) throws(Refusal) {
    _ = try episode(for: event)
    let back = state.currentRecord?.episodes.compactMap(\.returned).map(\.occurred).min()
    guard let back else {
      throw Refusal(
        .rule,
        "The child is not back yet: an interview can be prepared (refer, allocate), not offered or held."
      )
    }
    if event.occurred < back { throw early(event, than: "the return", back) }
  }

  /// Refuses to file or to share what nobody held.
  private func checkInterviewed(_ event: Event) throws(Refusal) {
    let episode = try episode(for: event)
    let held = state.episodes.compactMap(\.interview).map(\.occurred)
    guard let first = held.min() else {
      throw Refusal(
        .rule,
        "No interview of \(state.name) is recorded\(episode.isAway ? ", who is away" : ""): "
          + "record that one was held first.")
    }
    if event.occurred < first { throw early(event, than: "the interview", first) }
  }

  private func checkClosing(_ event: Event) throws(Refusal) {
    let episode = try episode(for: event)
    if let closed = state.currentRecord?.closed {
      throw Refusal(.rule, "\(closed.by.name) closed this record \(closed.occurred.spoken).")
    }
    if episode.isAway {
      throw Refusal(
        .rule,
        "The child is still away: \(episode.reference) has no return. Record the return first.")
    }
  }

  /// Refuses to reopen what is open: nothing would move, and the timeline would tell of a closure that never was.
  private func checkReopening(_ event: Event) throws(Refusal) {
    let reference = try episode(for: event).reference
    guard let record = state.currentRecord, record.closed == nil, record.finalised == nil,
      record.episodes.contains(where: { $0.reference == reference })
    else { return }
    throw Refusal(.rule, "\(reference) is open: there is no closure to take back.")
  }

  private func checkAdoption(_ event: Event) throws(Refusal) {
    _ = try episode(for: event)
    guard let record = state.currentRecord, record.opened != nil else {
      throw Refusal(
        .rule, "The record is not opened yet: it will follow the procedure in force when it is.")
    }
    if let pin = record.procedure, pin.value == event[.procedure],
      pin.event[.procedureVersion] == event[.procedureVersion],
      pin.event[.procedureHash] == event[.procedureHash]
    {
      throw Refusal(.rule, "\(record.reference) follows that content of \(pin.value) already.")
    }
  }

  private func checkCorrection(_ event: Event) throws(Refusal) {
    guard let sequence = event[.corrects],
      let original = state.history.first(where: { $0.sequence == sequence })
    else {
      throw Refusal(
        .notFound,
        "There is no event of that number in \(state.name)'s record. `timeline` lists them.")
    }
    guard let name = event[.field], let typed = event[.value] else { return }
    if original.kind == .acknowledged, original.kind.settledFields.contains(name) {
      throw Refusal(
        .rule,
        "What an acknowledgement answered is not corrected, because that would move nothing: reopen the "
          + "record and say why. Its words can be put right.")
    }
    if original.kind.settledFields.contains(name) {
      throw Refusal(
        .rule,
        "Whose report it was, and what became of it, is not corrected, because that would move nothing. "
          + (state.triage(of: sequence) == nil
            ? "Say in a note what is wrong."
            : "Withdraw the triage: all that it recorded is taken back, and the report waits for "
              + "triage again."))
    }
    let isFilledIn =
      name != "at" && state.reading(of: sequence)?.body.leavesOpen(name) ?? false
    if !isFilledIn, (event[.reason] ?? "").trimmed.isEmpty {
      let label =
        name == "at" ? "When it happened" : EventForm.of(original.kind).field(name)?.label ?? name
      let sentence = "\(label) says something already: say why it is corrected"
      throw Refusal(
        .badInput, "\(sentence).", findings: [FormFinding(field: "reason", sentence: sentence)])
    }
    if name == "procedure" || name.hasPrefix("procedure-") {
      throw Refusal(
        .rule,
        "What a record follows is not corrected but moved, where everybody sees it: "
          + "'homeward procedure adopt'.")
    }
    if name == "at" {
      if SpokenInstant.read(typed, now: now) == nil {
        throw Refusal(.badInput, "'\(typed)' is not a time.")
      }
      return
    }
    guard let field = EventForm.of(original.kind).field(name) else {
      throw Refusal(
        .badInput,
        "\"\(original.kind.title)\" has no field '\(name)'. It has: at, "
          + EventForm.of(original.kind).fields.map(\.name).joined(separator: ", ") + ".")
    }
    do throws(FormFinding) {
      let value = try field.read(typed, now: now)
      if name == Field<Instant>.learnt.name, case .instant(let learnt) = value,
        learnt > original.written.adding(seconds: 60)
      {
        throw FormFinding(
          field: "learnt",
          sentence:
            "\(original.by.name) wrote it down \(original.written.spokenShort): it was learnt by then"
        )
      }
    } catch {
      throw Refusal(.badInput, error.sentence, findings: [error])
    }
  }

  /// The episode that an event is about.
  private func episode(for event: Event) throws(Refusal) -> Episode {
    if let reference = event[.episode] {
      if let episode = state.episodes.first(where: { $0.reference == reference }) { return episode }
      throw Refusal(.notFound, "\(state.name) has no episode \(reference).")
    }
    guard let episode = state.records.last?.current else {
      throw Refusal(
        .notFound,
        "\(state.name.isEmpty ? "This child" : state.name) has no missing episode to record "
          + "\"\(event.kind.title.lowercased())\" on.")
    }
    if state.currentRecord == nil, ![.noteAdded, .reopened, .uploaded].contains(event.kind),
      !doesWhatGoesOn(event)
    {
      throw Refusal(
        .rule, "\(episode.reference) is closed and acknowledged. Reopen it to record more.")
    }
    return episode
  }

  /// Whether an event does a step that goes on after the record is finished.
  private func doesWhatGoesOn(_ event: Event) -> Bool {
    procedure.rules.contains { rule in
      rule.outlivesRecord
        && (event.kind == .stepDone && event[.step] == rule.step.rawValue
          || rule.doneBy.contains { $0.holds(event) })
    }
  }

  private func early(_ event: Event, than what: String, _ instant: Instant) -> Refusal {
    Refusal(
      .badInput,
      "\(event.kind.title) at \(event.occurred.spoken) would be before \(what) (\(instant.spoken)). "
        + "Check the times.",
      findings: [FormFinding(field: "at", sentence: "before \(what)")])
  }
}
