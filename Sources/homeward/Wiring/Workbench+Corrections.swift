import Desk
import Store
import Workflow

extension Workbench {
  /// What the journal gives as the reason of what the key for it took back.
  static let undone = "Undone at once by whoever recorded it"

  /// Takes back what was recorded last; where another took it back already, there is nothing left to do, and the
  /// key goes on to what came before.
  func withdraw(_ act: RecordedAct, command: String, by person: Person) throws -> Arrival {
    if let known = try records(for: person).caseOf(act.child), known.withdrawn.contains(act.number)
    {
      return .withdrawn(sentence: "Withdrawn already: \(act.title).", child: act.child)
    }
    let entries = ([act.number] + act.further).map { number in
      var body = Body()
      body[.corrects] = number
      body[.reason] = Self.undone
      return Command.Entry(.withdrawn, at: now(), body)
    }
    let performed = try perform(
      command, child: act.child, expecting: nil, entries, by: person)
    // The desk that recorded it keeps the form as it was; one that was started anew has only this.
    try keepTyped(ofTriageTakenBackBy: performed)
    let taken = triageTakenBack(by: performed)
    let again = taken.map(Self.waitsAgain) ?? awayAgain(by: performed)
    let entry = taken.map { Self.entry(of: $0, of: performed.child) } ?? ""
    return .withdrawn(sentence: "Withdrawn: \(act.title).\(again)\(entry)", child: act.child)
  }

  /// Which report waits again once a triage is taken back, as a sentence with a space before it.
  ///
  /// - Parameter triage: the triage.
  /// - Returns: ` R-2026-0010 waits for triage again.`; nothing where it was of no report.
  static func waitsAgain(_ triage: RecordedTriage) -> String {
    triage.report.map { " \($0) waits for triage again." } ?? ""
  }

  /// What became of an entry of the register that was made by a triage which is taken back, as a sentence with
  /// a space before it: it goes with the triage, or stays because more is recorded of the child.
  ///
  /// - Parameters:
  ///   - triage: the triage.
  ///   - child: the child after it was taken back.
  /// - Returns: nothing where the entry was there before.
  static func entry(of triage: RecordedTriage, of child: ChildCase) -> String {
    if child.isOffRegister {
      return " The new entry, \(child.name) \(child.id), is off the register."
    }
    return child.entry(madeBy: triage) == nil
      ? "" : " The new entry, \(child.name) \(child.id), stays on the register: more is recorded."
  }

  /// The triage that a command has taken back, or nothing.
  func triageTakenBack(by performed: Performed) -> RecordedTriage? {
    performed.events.lazy.filter { $0.kind == .withdrawn }.compactMap { $0[.corrects] }
      .compactMap(performed.child.triage).first
  }

  /// Keeps what was typed for a triage that is taken back, as a draft of whoever triaged.
  ///
  /// It goes on with the right child. A draft that is there already stays as it is.
  ///
  /// - Parameter performed: what took it back.
  /// - Throws: why the draft could not be kept.
  func keepTyped(ofTriageTakenBackBy performed: Performed) throws {
    guard let triage = triageTakenBack(by: performed), let report = triage.report,
      !performed.wasDoneBefore
    else { return }
    let key = "triage:\(report):\(triage.decision[.subject] ?? 1)"
    guard try draft(under: key, of: triage.decision.by) == nil else { return }
    let entry = performed.child.isOffRegister ? performed.child.history.first : nil
    let values = TriageForm.values(of: triage, entering: entry)
    guard !values.isEmpty else { return }
    try keepDraft(
      FormDraft(values: values, cursor: Int(Int32.max), title: "Triage · \(report)"), under: key,
      of: triage.decision.by)
  }

  /// Puts right what an event says, a correction for each value.
  func correct(
    _ number: Int, child: String, version: Int, _ changes: [Submission.Change],
    _ submission: Submission, by person: Person
  ) throws -> Arrival {
    let reason: String = submission.body[Field<String>(FormScreen.reasonOfCorrection)] ?? ""
    let entries = changes.map { change in
      var body = Body()
      body[.corrects] = number
      body[.field] = change.field
      body[.value] = change.value
      if !reason.trimmed.isEmpty { body[.reason] = reason }
      return Command.Entry(.corrected, at: now(), body)
    }
    let performed = try perform(
      submission.command, child: child, expecting: version,
      entries + addedActions(to: number, of: child, changes, by: person),
      ending: drafts(submission.draftKeys, of: person), by: person)
    let count = changes.count == 1 ? "one value" : "\(changes.count) values"
    let corrections = performed.events.filter { $0.kind == .corrected }
    let isAllNew = corrections.allSatisfy(performed.child.isFilledIn)
    let what = isAllNew ? "Filled in" : "Corrected"
    let moved =
      try limitsMoved(by: performed, changes) + whatStays(of: number, in: performed, changes)
    let sentence = "\(what): \(performed.child.name), \(count).\(moved)"
    return .recorded(
      sentence: sentence + aftermath(of: performed, behind: sentence), child: child,
      act: RecordedAct(corrections: performed.events, of: performed.child))
  }

  /// That what came of a meeting stays as it was agreed on then, where a correction puts right what it says of it:
  /// its actions and the next meeting are entries of their own.
  private func whatStays(
    of number: Int, in performed: Performed, _ changes: [Submission.Change]
  ) -> String {
    let agreed = ["next", "actions", "decision"]
    guard
      performed.child.history.contains(where: { $0.sequence == number && $0.kind == .meetingHeld }),
      changes.contains(where: { agreed.contains($0.field) })
    else { return "" }
    let added = performed.events.filter { $0.kind == .actionAgreed }
    let next = performed.events.first { $0.kind == .meetingPlanned }?[.planned]
    let moved = performed.events.first { $0.kind == .corrected && $0[.corrects] != number }
    let time = next ?? moved?[.value].flatMap { Instant(iso: $0) }
    let news =
      (time.map { " The next meeting is now \($0.spokenShort(asOf: now())) in its tray." } ?? "")
      + (added.isEmpty
        ? ""
        : " \(added.count == 1 ? "1 new action" : "\(added.count) new actions") in "
          + trays(of: added) + ".")
    if !added.isEmpty { return news + " What stood in trays before stays as it is." }
    if time != nil { return news }
    return
      " Its actions and the next meeting stay as they are in the trays: correct or withdraw each there."
  }

  /// The actions with a time, and the next meeting, that a correction writes into a meeting which had not agreed on
  /// them before.
  ///
  /// Each stands in a tray as if it had been recorded with the meeting. A next meeting that stood
  /// there moves with what is put right.
  private func addedActions(
    to number: Int, of child: String, _ changes: [Submission.Change], by person: Person
  ) throws -> [Command.Entry] {
    guard let known = try records(for: person).caseOf(child),
      let held = known.readings.first(where: { $0.sequence == number }), held.kind == .meetingHeld
    else { return [] }
    var body = held.body
    for change in changes where ["actions", "decision"].contains(change.field) {
      body[name: change.field] = .text(change.value)
    }
    let procedure = try procedures.procedure(of: known.currentRecord)
    let next = changes.first { $0.field == Field<Instant>.next.name }
    var entries = AgreedAction.entries(
      addedTo: held, saying: body, by: try doers(procedure, person), now: now())
    if held[.next] == nil, let time = next.flatMap({ Instant(iso: $0.value) }) {
      body[.next] = time
      let meeting = Command.Entry(.meetingHeld, at: held.occurred, body)
      let plan = NextMeeting.plan(
        at: time, after: meeting, of: known, by: person, procedure: procedure, now: now())
      entries += [plan ?? AgreedAction.nextMeeting(after: meeting)].compactMap { $0 }
    } else if let old = held[.next], let time = next.flatMap({ Instant(iso: $0.value) }),
      old != time
    {
      entries += [
        NextMeeting.moved(
          from: old, to: time, of: known, by: person, procedure: procedure, now: now())
      ].compactMap { $0 }
    }
    return entries
  }

  /// ` Strategy discussion now due Mon 23 Nov 11:40, was Mon 23 Nov 10:55.`, of several the first of them; and of a corrected time also that none did: whoever puts a time right wants to know
  /// what it did to what is due.
  private func limitsMoved(
    by performed: Performed, _ changes: [Submission.Change]
  ) throws -> String {
    guard let record = performed.child.currentRecord else { return "" }
    let new = Set(performed.events.map(\.sequence))
    let before = ChildCase(
      id: performed.child.id,
      history: performed.child.history.filter { !new.contains($0.sequence) })
    let moves = MovedLimits.moves(
      from: before, to: performed.child, procedure: try procedures.procedure(of: record))
    if let first = moves.first {
      let more = moves.count > 1 ? " \(moves.count) limits moved, first:" : ""
      return "\(more) \(first.step.name) now due \(first.now.spokenShort(asOf: now())), was "
        + "\(first.before.spokenShort(asOf: now()))."
    }
    return changes.contains { $0.field == "at" } ? " No limit moved." : ""
  }
}
