import Desk
import Exchange
import Procedures
import Store
import Workflow

extension Workbench {
  /// Does what the desk asks for and answers it; whatever goes wrong is an answer, too.
  func answer(_ effect: Effect, for person: Person) -> [Arrival] {
    do {
      switch effect {
      case .loadTray(let question, let generation):
        return [.window(try window(question, for: person), generation: generation)]
      case .loadPersonal: return [.personal(try personal(for: person))]
      case .keepSetting(let name, let value):
        try keepSetting(name, value, of: person)
        return []
      case .markSeen(let ids, let isSeen):
        try file.markSeen(ids, isSeen, by: person.id, now: now())
        return []
      case .loadAll(let query, let limit):
        let all = try allRows(query, limit: limit, for: person)
        return [.marked(query, all.rows, total: all.total)]
      case .loadCharts: return [.charts(try charts(for: person))]
      case .bulk(let work): return [.bulkDone(perform(work, by: person))]
      case .loadChild(let child, let purpose):
        if try records(for: person).caseOf(child)?.isOffRegister == true {
          return [.offRegister(child: child)]
        }
        var page = try page(of: child, for: person, comparing: purpose.isComparing)
        page.staff = try interviewers(for: person)
        return [.page(page, purpose: purpose)]
      case .find(let text, let generation):
        return [.found(try found(text, for: person), generation: generation)]
      case .match(let question, let generation):
        return [.matched(try match(question, for: person), generation: generation)]
      case .receive(let file, let text, let draftKey, let isSure):
        let bytes = file.isEmpty ? Array(text.utf8) : try FileBytes.read(file, limit: 8_000_000)
        if !isSure, isNothingRead(in: bytes) {
          throw Refusal(
            .badInput,
            "Nothing was read in this. Ctrl-S again keeps it all the same; Esc leaves it.",
            findings: [
              FormFinding(
                field: file.isEmpty ? "text" : "file", sentence: FormScreen.nothingRead)
            ])
        }
        let received = try receive(
          bytes, source: file.isEmpty ? "pasted" : file, ending: drafts([draftKey], of: person),
          by: person)
        guard received.count == 1, let only = received.first else {
          let references = Set(received.map(\.reference))
          let first = try waitingRows(records(for: person))
            .first { references.contains($0.reference) }
          return (first.map { [.listTakenIn(first: $0.reference)] } ?? [])
            + [.recorded(sentence: Self.sentence(onListOf: received), child: nil)]
        }
        return [.draft(try draft(of: only.reference, for: person))]
      case .readReport(let reference): return [.draft(try draft(of: reference, for: person))]
      case .loadReportText(let reference):
        return [.reportText(reference: reference, text: try reportText(reference, for: person))]
      case .loadWholeList(let reference):
        let list = try wholeListText(reference, for: person)
        return [.wholeList(reference: reference, text: list)]
      case .describeReport(let reference, let subject):
        return [.described(try about(reference, subject: subject, for: person))]
      case .submit(let submission): return try submit(submission, by: person)
      case .keepDraft(let key, let draft):
        try keepDraft(draft, under: key, of: person)
        return []
      case .loadDraft(let key): return [.draftFound(key: key, try draft(under: key, of: person))]
      case .dropDraft(let key):
        try dropDraft(under: key, of: person)
        return []
      case .loadCutOff: return [.cutOff(try cutOff(of: person))]
      case .loadDrafts: return [.drafts(try draftMarks(of: person))]
      case .discardDraft(let mark):
        guard let draft = try draft(under: mark.key, of: person) else {
          return [.drafts(try draftMarks(of: person))]
        }
        try dropDraft(under: mark.key, of: person)
        return [.draftDiscarded(mark, draft)]
      case .loadAsides: return [.asides(try asides(for: person))]
      case .loadLastAct: return [.lastAct(try lastAct(of: person))]
      case .withdraw(let act, let command): return [try withdraw(act, command: command, by: person)]
      case .redraw, .suspend, .theme, .quit, .edit, .mouse, .copy, .say: return []
      }
    } catch let refusal as Refusal {
      return [.refused(refusal)]
    } catch let error as StoreError {
      return [.failed("\(error.sentence) \(error.wayForward)")]
    } catch let failure as Failure {
      return [.failed(failure.sentence)]
    } catch let error as ShelfError {
      return [.failed(error.sentence)]
    } catch {
      return [.failed("This could not be done: \(error). What you typed is still there.")]
    }
  }

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
        : meeting(in: submission, by: performed, of: name)
          ?? "\(kind.title): \(name)."
          + (isFinished
            ? " All have acknowledged: the record is closed." : stillToAcknowledge(performed))
          + ticked(in: submission, of: performed.child) + rated(inInterview: performed)
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

  /// Who is still to acknowledge a closed record after its closure or an acknowledgement: ` Still to acknowledge:
  /// the missing coordinator.`; nothing of other events.
  private func stillToAcknowledge(_ performed: Performed) -> String {
    acknowledging(after: performed).map { " \($0.capitalisedFirst)." } ?? ""
  }

  /// Who is still to acknowledge a closed record after its closure or an acknowledgement: `still to acknowledge: the missing
  /// coordinator`, `all have acknowledged`; nothing of other events.
  func acknowledging(after performed: Performed) -> String? {
    let isAsked = performed.events.contains {
      $0.kind == .recordClosed || $0.kind == .acknowledged && !$0.isSendingBack
    }
    guard isAsked,
      let record = performed.child.currentRecord ?? performed.child.records.last,
      let procedure = try? procedures.procedure(of: record)
    else { return nil }
    let asked = Derive.steps(of: record, child: performed.child, procedure: procedure)
      .filter { $0.isOpen && $0.id.step == .acknowledge }
      .map { $0.role.mention(procedure.roleTitles) }
    guard let last = asked.last else { return "all have acknowledged" }
    let list = asked.count > 1 ? asked.dropLast().joined(separator: ", ") + " and " + last : last
    return "still to acknowledge: \(list)"
  }

  /// Which step was ticked off or moved, and where; how an attempt was answered; that who is located is not
  /// back.
  private func ticked(in submission: Submission, of child: ChildCase) -> String {
    let said = Event(
      kind: .stepDone, body: submission.body, occurred: submission.at, recorded: submission.at,
      by: Person(id: "", name: "", role: .frontDoor))
    let name =
      child.agreedWords(of: said) ?? submission.body[.step].flatMap(StepName.init(rawValue:))?.title
    switch submission.act {
    case .event(.reassigned, _, _):
      let tray = submission.body[.to].flatMap(Tray.init(rawValue:))?.title
      return name.flatMap { step in tray.map { " \(step) to \($0)." } } ?? ""
    case .event(.rhiOffered, _, _):
      return submission.body[.answer].map { " \(CodeWords.words($0.rawValue).capitalisedFirst)." }
        ?? ""
    case .event(.found, _, _): return " Not home yet."
    case .event(.stepDone, _, _): break
    default: return ""
    }
    return name.map { " \($0)." } ?? ""
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
      + AgreedAction.entries(after: entry, named: procedure.roleTitles, now: now())
  }

  /// Which meeting was planned, held or called off, and for when, as a child may have several: `Strategy
  /// meeting planned: Osei, Yusuf, Mon 23 Nov 10:00`; nothing of other events.
  private func meeting(
    in submission: Submission, by performed: Performed, of name: String
  ) -> String? {
    guard case .event(let kind, _, _) = submission.act,
      let done = [
        EventKind.meetingPlanned: "planned", .meetingHeld: "held", .meetingCancelled: "called off",
      ][kind],
      let step = submission.body[Field<String>.kind].flatMap(StepName.init(rawValue:))
    else { return nil }
    let time = submission.body[.planned].map { ", \($0.spokenShort(asOf: now()))" } ?? ""
    return "\(step.title) \(done): \(name)\(time)." + agreed(by: performed)
  }

  /// The next meeting that was agreed on, and whether it stands in a tray; how many actions do.
  private func agreed(by performed: Performed) -> String {
    let actions = performed.events.count {
      $0.kind == .actionAgreed && $0[.action] != AgreedAction.nextMeeting
    }
    let stand =
      actions == 0 ? "" : actions == 1 ? " 1 action in its tray." : " \(actions) actions in trays."
    let typed = performed.events.first { $0.kind == .meetingHeld }?[.actions] ?? ""
    let undated = AgreedAction.read(typed, now: now()).undated
    let rest =
      undated == 0
      ? "" : " \(undated) without a time \(undated == 1 ? "stands" : "stand") in the minutes only."
    return nextMeeting(by: performed) + stand + rest
  }

  private func nextMeeting(by performed: Performed) -> String {
    guard let held = performed.events.first(where: { $0.kind == .meetingHeld }),
      let next = held[.next]
    else { return "" }
    let plan = performed.events.first { $0.kind == .meetingPlanned }
    guard let step = plan?[Field<String>.kind].flatMap(StepName.init(rawValue:)) else {
      return " No rule asks for a meeting: an action in its tray, "
        + "\(next.spokenShort(asOf: now()))."
    }
    return " \(step.title) planned for \(next.spokenShort(asOf: now()))."
  }

  /// Records the triage of a report.
  func triage(
    _ submission: Submission, report: String, subject: Int, child: String?, by person: Person
  ) throws -> Performed {
    let read = try records(for: person).report(report).map { kept in
      let read = ReportReader.read(text: kept.text, received: kept.row.received, isWhole: true)
      return (made: read.made(by: kept.row.received), subjects: max(1, read.subjects.count))
    }
    let form = TriageForm(body: submission.body, now: now(), received: read?.made)
    var triage = form.triage(of: report, subject: subject)
    triage.subjects = read?.subjects
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

  /// What became of a report, and what the register learnt of the child by it.
  private static func sentence(onTriage performed: Performed, of report: String) -> String {
    let child = performed.child
    let episode =
      performed.events.first { $0.kind == .reported }?[.episode]
      ?? child.currentRecord?.current?.reference ?? ""
    let isJoined = performed.events.contains {
      $0.kind == .triaged && $0[.decision] == "added-to-episode"
    }
    let learnt = performed.events.filter { $0.kind == .childUpdated }.flatMap { event in
      EventForm.of(.childUpdated).fields.filter { event.body[name: $0.name] != nil }
        .map(\.label.lowercasedFirst)
    }
    let news = learnt.isEmpty ? "" : " New to the register: \(learnt.joined(separator: ", "))."
    return
      (isJoined
      ? "\(report), \(child.name): joined to \(episode)."
      : "\(report) triaged: \(child.name), \(episode).") + asking(performed) + news
  }

  /// That somebody has to ask for the time of an end.
  private static func asking(_ performed: Performed) -> String {
    guard
      let due = performed.events.first(where: { $0[.action] == AgreedAction.whenFound })?[.due]
    else { return "" }
    return
      " AWAY until somebody knows since when found: asking stands in your tray, by \(due.spokenShort)."
  }

  /// What a triage's later last seen did to the limits.
  ///
  /// ` Last seen is now Sat 21 Nov 19:30: 12 limits moved.`
  private func moved(by performed: Performed) throws -> String {
    let lastSeen = Field<Instant>.lastSeen.name
    guard
      let correction = performed.events.first(where: {
        $0.kind == .corrected && $0[.field] == lastSeen
      }),
      let record = performed.child.currentRecord, let seen = record.current?.start?.at
    else { return "" }
    let before = ChildCase(
      id: performed.child.id,
      history: performed.child.history.filter { $0.sequence != correction.sequence })
    let count = MovedLimits.count(
      from: before, to: performed.child, procedure: try procedures.procedure(of: record))
    return
      " Last seen is now \(seen.spokenShort(asOf: now())): \(count) limit\(count == 1 ? "" : "s") moved."
  }

  /// ` to T. Osei`: who closed the record that is sent back.
  private func closer(of child: ChildCase) -> String {
    child.history.last { $0.kind == .recordClosed }.map { " to \($0.by.name)" } ?? ""
  }

  /// What became of a list of several children.
  static func sentence(onListOf received: [ReceivedReport]) -> String {
    let known = received.filter { !$0.isNew }.count
    let range = [received.first, received.last].compactMap { $0?.reference }
      .joined(separator: " to ")
    return "A list of \(received.count) children: a report each, \(range)."
      + (known > 0 ? " \(known) of them were here before." : "")
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
}

extension PagePurpose {
  /// Whether the answer needs the other procedures: reading them takes a moment, the first time.
  fileprivate var isComparing: Bool {
    switch self {
    case .why, .twoAuthorities: true
    case .show, .refresh, .form, .correct: false
    }
  }
}
