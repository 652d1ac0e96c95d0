/// What a command leads to: events, or a refusal that cites its rule (`decide` of the decider pattern).
package enum Decide {
  /// Decides a command.
  ///
  /// - Parameters:
  ///   - command: what is asked for.
  ///   - child: the child's case as it stands.
  ///   - actor: who asks, and in which capacity.
  ///   - procedure: the procedure that the child's record follows.
  ///   - new: references for what the command begins.
  ///   - now: the moment.
  ///   - isAskedWhole: whether a record ends only once all that it needs is filled in; a scenario says
  ///     only what its case is about.
  /// - Returns: the events to record, in order.
  /// - Throws: the first refusal; nothing is recorded then.
  package static func events(
    for command: Command, on child: ChildCase, by actor: Person, procedure: Procedure,
    new: NewReferences, now: Instant, isAskedWhole: Bool = true
  ) throws(Refusal) -> [Event] {
    if let expected = command.expecting, expected != child.version {
      throw Refusal.changedMeanwhile(child, since: expected)
    }
    var state = child
    var events: [Event] = []
    for entry in command.entries {
      let decision = Decision(
        state: state, actor: actor, procedure: procedure, new: new, now: now,
        isAskedWhole: isAskedWhole)
      let added: [Event]
      do throws(Refusal) {
        added = try decision.events(for: entry)
      } catch {
        // Who triages a report need not be who opens the record.
        guard entry.isLeftToOthers, error.reason == .rule, error.rule != nil else { throw error }
        continue
      }
      state = state.applying(added)
      events += added
    }
    return events
  }
}

/// One entry of a command, decided on the state that the entries before it left.
struct Decision {
  var state: ChildCase
  let actor: Person
  let procedure: Procedure
  let new: NewReferences
  let now: Instant
  var isAskedWhole = true

  func events(for entry: Command.Entry) throws(Refusal) -> [Event] {
    var body = entry.body
    complete(&body, for: entry.kind)
    guard Permissions.allows(actor.role, to: entry.kind) else {
      // Where the procedure refuses it as well, its rule says more than the table of permissions.
      try checkGuards(event(of: entry, body))
      throw Permissions.refusal(of: entry.kind, by: actor, named: procedure.roleTitles)
    }
    let findings = EventForm.of(entry.kind).findings(in: body)
    if let first = findings.first {
      throw Refusal(
        .badInput, "\(entry.kind.title): \(first.sentence).", findings: findings)
    }
    if entry.occurred > now.adding(seconds: 60) {
      throw Refusal(
        .badInput,
        "\(entry.kind.title): \(entry.occurred.spoken) is in the future. Type when it happened.",
        findings: [FormFinding(field: "at", sentence: "in the future")])
    }
    let event = event(of: entry, body)
    try Sequence(state: state, procedure: procedure, now: now).check(event)
    try checkGuards(event)
    try checkCallingOff(event)
    if isAskedWhole { try checkWholeness(event) }
    if entry.kind == .acknowledged {
      let events = try acknowledgement(event)
      try checkNeeds(event)
      return events
    }
    try checkNeeds(event)
    return [event] + [withdrawalOfEntry(with: event)].compactMap { $0 }
      + withdrawalsOfCompany(with: event)
  }

  func event(of entry: Command.Entry, _ body: Body) -> Event {
    Event(
      kind: entry.kind, body: body, occurred: entry.occurred, recorded: body[.learnt] ?? now,
      by: actor, written: now)
  }

  /// Fills in what follows from who acts and where: never what a person must say.
  func complete(_ body: inout Body, for kind: EventKind) {
    switch kind {
    case .wentMissing:
      if body[.episode] == nil { body[.episode] = new.episode }
      if body[.record] == nil { body[.record] = state.currentRecord?.reference ?? new.record }
    case .opened:
      nameActor(in: &body)
      if body[.record] == nil { body[.record] = state.currentRecord?.reference ?? new.record }
      body[.procedure] = procedure.id
      body[.procedureVersion] = "\(procedure.version)"
      body[.procedureHash] = procedure.contentHash
      body[.provisionalRAG] = provisionalRAG
    case .procedureAdopted:
      if body[.record] == nil { body[.record] = state.currentRecord?.reference }
    case .acknowledged:
      if body[.actingAs] == nil { body[.actingAs] = actor.role.rawValue }
    case .triaged:
      if body[.decision] == "opened", state.currentRecord?.opened == nil {
        body[.decision] = "passed-on"
      }
    case .withdrawn:
      // Whichever line of a triage somebody takes back, it is the triage.
      if let triage = body[.corrects].flatMap(state.triage) {
        body[.corrects] = triage.decision.sequence
      }
    case .recordClosed, .finalised, .categoryChanged: nameActor(in: &body)
    default: break
    }
  }

  /// The rating that the procedure gives with the opening.
  private var provisionalRAG: RAG? {
    guard let record = state.currentRecord, let episode = record.current else { return nil }
    let situation = Situation(
      child: state, record: record, episode: episode, authority: procedure.authority)
    return procedure.provisional.first { $0.when.holds(in: situation) }?.rag
  }

  /// Guards ask who opens, closes or decides, so nobody may type another role than the own.
  private func nameActor(in body: inout Body) {
    if body[.by].map({ Role(rawValue: $0) != nil }) ?? true { body[.by] = actor.role.rawValue }
  }

  /// The procedure's own guards.
  ///
  /// - Parameters:
  ///   - event: the event.
  ///   - isAsked: whether a guard is asked; each is, where nothing else is said.
  /// - Throws: what the first that refuses says, naming the others.
  func checkGuards(
    _ event: Event, where isAsked: (Guard) -> Bool = { _ in true }
  ) throws(Refusal) {
    // A child who may be suffering harm comes before what is only to be filed.
    let refusing = ([openMeetingGuard(event)].compactMap { $0 } + refusingGuards(event))
      .filter(isAsked)
    guard let first = refusing.first else { return }
    // The first says why; whatever else refuses is named beside it, so that nobody mends one thing
    // only to be refused for the next by surprise.
    var also: [String] = []
    for rule in first.also + refusing.dropFirst().flatMap({ [$0.rule] + $0.also })
    where rule != first.rule && !also.contains(rule) {
      also.append(rule)
    }
    // Of an end all that holds it is said at once, whatever rule or entry it is.
    var said = [first.sentence]
    if [.recordClosed, .finalised].contains(event.kind) {
      for other in refusing.dropFirst() where !said.contains(other.sentence) {
        said.append(other.sentence)
      }
      said += [unfilled(event)?.sentence].compactMap { $0 }
    }
    throw Refusal(
      .rule, rule: first.rule, also: also, said.joined(separator: " "), tell: first.tell,
      named: procedure.roleTitles)
  }

  /// The guards of the procedure that refuse an event.
  func refusingGuards(_ event: Event) -> [Guard] {
    let record = state.currentRecord ?? MissingRecord(reference: new.record)
    let episode =
      record.current ?? Episode(reference: new.episode, number: 1, joinedOpenRecord: false)
    let situation = Situation(
      child: state, record: record, episode: episode, authority: procedure.authority)
    return procedure.guards.filter { $0.on.holds(event) && $0.refuseWhen.holds(in: situation) }
  }

  /// An acknowledgement, and the end of the record with the last that is needed.
  func acknowledgement(_ event: Event) throws(Refusal) -> [Event] {
    let rule = procedure.rules.first { $0.step == .acknowledge }?.realises.first
    guard let record = state.currentRecord, let closed = record.closed else {
      throw Refusal(
        .rule, rule: rule,
        "There is no closure to acknowledge yet. The record must be closed first.")
    }
    let required = procedure.acknowledgers(of: record)
    guard let role = event[.actingAs].flatMap(Role.init(rawValue:)), required.contains(role) else {
      throw Refusal(
        .rule, rule: rule,
        "This closure is acknowledged by "
          + required.map { $0.mention(procedure.roleTitles) }.joined(separator: " and ") + ".",
        tell: required.first, named: procedure.roleTitles)
    }
    if role != actor.role {
      throw Refusal(
        .notAllowed,
        "\(actor.name) acts as \(actor.role.capacity(procedure.roleTitles)), and cannot "
          + "acknowledge as \(role.capacity(procedure.roleTitles)).", tell: role,
        named: procedure.roleTitles)
    }
    if closed.by.id == actor.id {
      throw Refusal(
        .rule, rule: rule, "\(actor.name) closed this record. Somebody else must acknowledge it.",
        tell: role, named: procedure.roleTitles)
    }
    let given = Set(record.acknowledgements.compactMap { $0[.actingAs] })
    if given.contains(role.rawValue) {
      throw Refusal(
        .rule, rule: rule,
        "\(role.mention(procedure.roleTitles).capitalisedFirst) has acknowledged it already.")
    }
    let isSentBack = event[.acknowledgement] == .sendBack
    let missing = required.filter { !given.contains($0.rawValue) && $0 != role }
    guard missing.isEmpty, !isSentBack else { return [event] }
    let end = Event(
      kind: .finalised, body: Body(["record": .text(record.reference)]), occurred: event.occurred,
      recorded: event.recorded, by: actor, written: event.written)
    return [event, end]
  }
}

extension MissingRecord {
  /// Whether it was closed on an absence for which no interview is asked (L23-24).
  package var closedWithoutInterview: Bool {
    episodes.allSatisfy { $0.category?.value == .unauthorisedAbsence }
  }
}

extension Refusal {
  /// Somebody else recorded something since the person looked.
  static func changedMeanwhile(_ child: ChildCase, since version: Int) -> Refusal {
    let since = child.history.dropFirst(version)
    let news = since.suffix(3).map {
      "\($0.by.name) recorded \"\($0.kind.title.lowercased())\" (\($0.written.clock))"
    }
    return Refusal(
      .conflict,
      "Since you opened this, \(news.joined(separator: "; ")). Nothing of yours is lost: look, then "
        + "save again.")
  }
}
