import Desk
import Exchange
import Store
import Workflow

// What a person fills in, on its way to the journal, and the sentence that answers it.

extension Workbench {
  /// Records a filled form.
  ///
  /// - Parameters:
  ///   - submission: the form.
  ///   - person: who filled it in.
  /// - Returns: what the desk is told.
  /// - Throws: the refusal, or why it could not be saved.
  func submit(_ submission: Submission, by person: Person) throws -> [Arrival] {
    switch submission.act {
    case .event(let kind, let child, let version):
      let entry = Command.Entry(kind, at: submission.at, submission.body)
      let next = try agreed(in: entry, of: child, by: person)
      let performed = try perform(
        submission.command, child: child, expecting: version, [entry] + next,
        ending: drafts(submission.draftKeys, of: person), by: person)
      let name = performed.child.name
      let isFinished = performed.events.contains { $0.kind == .finalised }
      var sentence =
        performed.events.contains(where: \.isSendingBack)
        ? "Sent back\(closer(of: performed.child)): \(name)."
        : meeting(in: submission, by: performed, of: name) ?? withdrawn(by: performed)
          ?? "\(kind.title): \(name)."
          + (isFinished
            ? " All have acknowledged: the record is closed." : stillToAcknowledge(performed))
          + ticked(in: submission, by: performed) + rated(inInterview: performed)
          + raised(by: performed)
      if let triage = triageTakenBack(by: performed) {
        sentence =
          "Withdrawn: \(triage.title), \(name).\(Self.waitsAgain(triage))"
          + Self.entry(of: triage, of: performed.child)
        try keepTyped(ofTriageTakenBackBy: performed)
      }
      sentence += awayAgain(by: performed)
      sentence += aftermath(of: performed, behind: sentence)
      return [
        .recorded(
          sentence: withWarning(sentence), child: child,
          act: RecordedAct(performed.events, of: performed.child))
      ]
    case .correction(let number, let child, let version, let changes):
      return [
        try correct(number, child: child, version: version, changes, submission, by: person)
      ]
    case .setAside, .takeBack, .reportNote: return try submit(onReport: submission, by: person)
    case .triage(let report, let subject, let child):
      let performed = try triage(
        submission, report: report, subject: subject, child: child, by: person)
      var sentence =
        Self.sentence(onTriage: performed, of: report) + (try moved(by: performed))
        + (try goingOn(report, for: person))
      sentence += aftermath(of: performed, behind: sentence)
      let act = performed.events.last { $0.kind == .triaged }
      var answers: [Arrival] = [
        .recorded(
          sentence: withWarning(sentence), child: performed.child.id,
          act: act.flatMap { RecordedAct($0, of: performed.child) })
      ]
      // A report that names several children is not done with the first.
      if let next = try? draft(of: report, for: person) { answers.append(.draft(next)) }
      return answers
    }
  }

  /// Which step was ticked off or moved, and where; how an attempt was answered; that who is located is not
  /// back.
  private func ticked(in submission: Submission, by performed: Performed) -> String {
    let child = performed.child
    let said = Event(
      kind: .stepDone, body: submission.body, occurred: submission.at, recorded: submission.at,
      by: Person(id: "", name: "", role: .frontDoor))
    let name =
      child.agreedWords(of: said) ?? submission.body[.step].flatMap(StepName.init(rawValue:))?.title
    switch submission.act {
    case .event(.reassigned, _, _):
      let tray = submission.body[.to].flatMap(Tray.init(rawValue:))?.title
      return name.flatMap { step in
        tray.map { " \(step)\(oneOfSeveral(by: performed)) to \($0)." }
      } ?? ""
    case .event(.rhiOffered, _, _):
      return submission.body[.answer].map { " \(CodeWords.words($0.rawValue).capitalisedFirst)." }
        ?? ""
    case .event(.found, _, _): return " Not home yet."
    case .event(.held, _, _):
      let until = heldUntil(submission.body, of: child).map {
        " until \($0.spokenShort(asOf: now()))"
      }
      return (name.map { " \($0)\(oneOfSeveral(by: performed))" } ?? "")
        + (until.map { "\($0)." } ?? "")
    case .event(.stepDone, _, _): break
    default: return ""
    }
    return name.map { " \($0)\(oneOfSeveral(by: performed))." } ?? ""
  }

  /// Until when a step is held, which is not beyond its due time.
  private func heldUntil(_ body: Body, of child: ChildCase) -> Instant? {
    guard let record = child.currentRecord,
      let procedure = try? procedures.procedure(of: record)
    else { return nil }
    let steps = Derive.steps(of: record, child: child, procedure: procedure)
    return steps.doing(
      body[.step], part: body[.part], in: body[.episode] ?? record.current?.reference)?.hiddenUntil
  }

  /// A sentence on what was saved, with what must be known besides.
  private func withWarning(_ sentence: String) -> String {
    file.warning.map { "\(sentence) \($0)" } ?? sentence
  }

  private func newChildID() throws -> String {
    let count = try records(for: nil).registerCount()
    var number = count + 1
    while try records(for: nil).isTaken("C-\(number)") { number += 1 }
    return "C-\(number)"
  }

  /// What a meeting agrees on, to be recorded with it: the plan of the next one, and what somebody does by a
  /// time; nothing of other events.
  private func agreed(
    in entry: Command.Entry, of child: String, by person: Person
  ) throws -> [Command.Entry] {
    guard entry.kind == .meetingHeld, let known = try records(for: person).caseOf(child) else {
      return []
    }
    let procedure = try procedures.procedure(of: known.currentRecord)
    let next = NextMeeting.plan(
      after: entry, of: known, by: person, procedure: procedure, now: now())
    return [next ?? AgreedAction.nextMeeting(after: entry)].compactMap { $0 }
      + AgreedAction.entries(after: entry, by: try doers(procedure, person), now: now())
  }

  /// Who may be named as the one who does an action.
  func doers(_ procedure: Procedure, _ person: Person) throws -> Doers {
    Doers(own: procedure.roleTitles, staff: try colleagues(), me: person)
  }

  /// Records the triage of a report.
  func triage(
    _ submission: Submission, report: String, subject: Int, child: String?, by person: Person
  ) throws -> Performed {
    let records = records(for: person)
    let standing = try records.standing(ofReport: report)
    let read = try records.report(report).map { kept in
      let read = readAll(kept, standing, besides: subject)
      return (
        made: read.made(by: kept.row.received), subjects: max(1, read.subjects.count), draft: read
      )
    }
    let form = TriageForm(body: submission.body, now: now(), received: read?.made)
    var triage = form.triage(of: report, subject: subject)
    triage.subjects = read?.subjects
    triage.isFurther = try isFurther(subject, of: report, standing, records)
    triage.matter = read?.draft.matter(of: triage)
    triage.shown = submission.shown
    try keepProcedure(by: person)
    func save(_ id: String) throws -> Performed {
      try file.triage(
        triage, of: id, id: submission.command,
        registering: child == nil ? form.registration : nil, besides: form.others,
        ending: drafts(submission.draftKeys, of: person), by: person, account: Account.name,
        now: now(), procedures: procedures)
    }
    if let child { return try save(child) }
    // Two people who register a child at the same moment are given the same number: one tries anew.
    for _ in 0..<9 {
      do {
        return try save(try newChildID())
      } catch let refusal as Refusal where refusal.reason == .conflict {
        continue
      }
    }
    return try save(try newChildID())
  }
}
