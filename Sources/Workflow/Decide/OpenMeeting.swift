// What the desk itself refuses of an end, whatever procedure a record follows.

extension Decision {
  /// What refuses to end a record while a strategy meeting under section 47 stands open in it.
  ///
  /// No rule of the rulebook says so in so many words. It rests on those that ask for the meeting, which
  /// give it no hours because it is due at once (L23-10, L23-20, LP-69), on the record staying open until
  /// what follows from the interview is done (LU-05, RAG-16), and on nobody but its chair calling a
  /// meeting off, with the decision (LP-41): to close over it would call it off by a word.
  ///
  /// - Parameter event: the event.
  /// - Returns: the guard, citing the rule that asks for the meeting, or nothing.
  func openMeetingGuard(_ event: Event) -> Guard? {
    guard isAskedWhole, event.endsRecord, let record = state.currentRecord,
      let step = Derive.steps(of: record, child: state, procedure: procedure)
        .first(where: \.isOpenSection47)
    else { return nil }
    return Guard(
      on: EventMatch(event.kind), rule: step.rules.first ?? "",
      sentence:
        "The section 47 strategy meeting\(step.becauseOfHarm) still stands open. The record "
        + "stays open until it is held, or called off with the decision by "
        + "\(step.rule.role.mention(procedure.roleTitles)).", tell: step.rule.role)
  }

  /// Refuses to let anybody call off a strategy meeting under section 47 but who owns or chairs it, or
  /// somebody above them.
  func checkCallingOff(_ event: Event) throws(Refusal) {
    guard isAskedWhole, event.kind == .meetingCancelled,
      event[.kind] == StepName.s47StrategyMeeting.rawValue, let record = state.currentRecord,
      let step = Derive.steps(of: record, child: state, procedure: procedure)
        .first(where: \.isOpenSection47)
    else { return }
    let owners = [step.rule.role, step.chair].compactMap { $0 }
    if owners.contains(actor.role) { return }
    let least = owners.compactMap(\.seniority).min()
    if let least, let own = actor.role.seniority, own > least { return }
    throw Refusal(
      .notAllowed,
      "The section 47 strategy meeting\(step.becauseOfHarm) is "
        + "\(step.rule.role.mention(procedure.roleTitles))'s to call off.", tell: step.rule.role,
      named: procedure.roleTitles)
  }
}

extension Event {
  /// Whether a record ends with it, or may: harm may be told after the record was closed, and what nobody
  /// acknowledges ends nothing.
  fileprivate var endsRecord: Bool {
    [.recordClosed, .finalised].contains(kind) || kind == .acknowledged && !isSendingBack
  }
}

extension WorkStep {
  /// Whether it is a strategy meeting under section 47 that nobody has held or called off.
  package var isOpenSection47: Bool { isOpen && id.step == .s47StrategyMeeting }

  /// By what somebody told of harm that made the meeting due: ` on the disclosure of Sun 22 Nov 11:11
  /// (interview held)`; nothing where it follows from anything else, such as a rating.
  package var becauseOfHarm: String {
    guard let event = counted.event, let basis = event.harmBasis else { return "" }
    let how = event.kind == .disclosure ? "" : " (\(event.kind.title.lowercasedFirst))"
    return " on \(basis.noun) of \(event.occurred.spokenShort)\(how)"
  }
}
