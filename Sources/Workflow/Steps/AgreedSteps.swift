/// The steps of an episode that no rule asks for: what people agreed that somebody does by a time.
///
/// Each is a part of its own, by the number of the event that says it, so that taking one back never changes
/// which of the others is meant.
struct AgreedSteps {
  private let situation: Situation

  /// Looks at one episode.
  init(of situation: Situation) { self.situation = situation }

  /// Adds them, in the order in which they were agreed on.
  ///
  /// - Parameter steps: what they are added to.
  func write(to steps: inout [WorkStep]) {
    let log = situation.episode.log
    let agreed = log.events(.actionAgreed)
    if agreed.isEmpty { return }
    var done = log.events(.stepDone).filter { $0.subject == .agreedAction }
    for event in agreed {
      let part = event.agreedPart
      // Who names none means the first that is open.
      let doing = done.firstIndex {
        $0[.part] == part || $0[.part] == nil && $0.occurred >= event.occurred
      }
      let act = doing.map { done.remove(at: $0) } ?? answer(to: event)
      steps.append(step(event, part: part, doneBy: act))
    }
  }

  /// The finding or the return that was recorded since, where it was to be asked for.
  private func answer(to event: Event) -> Event? {
    guard event[.action] == AgreedAction.whenFound else { return nil }
    let log = situation.episode.log
    return (log.events(.found) + log.events(.returned))
      .filter { $0.sequence > event.sequence }.min { $0.sequence < $1.sequence }
  }

  private func step(_ event: Event, part: String, doneBy doing: Event?) -> WorkStep {
    let home = event.agreedTray
    let moved = situation.episode.log.last(.reassigned) { $0.means(.agreedAction, part) }
    let tray = moved.flatMap { $0[.to].flatMap(Tray.init(rawValue:)) } ?? home
    let due = event[.due]
    return WorkStep(
      id: StepID(reference: situation.episode.reference, step: .agreedAction, part: part),
      child: situation.child.id, episodeNumber: situation.episode.number,
      isOfDanger: false, tray: tray, role: Role.of(home),
      opens: event.occurred, due: due, planned: nil, unasked: nil,
      heldUntil: heldUntil(part, due: due),
      outcome: doing.map { act in
        .done(at: act.occurred, late: due.map { act.occurred > $0 } ?? false)
      } ?? .open,
      settled: doing, sentBack: nil, moved: tray == home ? nil : moved, dropped: nil, chair: nil,
      plannedChair: nil, rules: [], learntLate: false,
      wasDueWhileAway: false, rule: AgreedSteps.rule(of: event, in: home),
      counted: Counted(
        from: event.occurred, anchor: .first(EventMatch(.actionAgreed)), event: event))
  }

  /// Until when somebody holds it; never beyond its time.
  private func heldUntil(_ part: String, due: Instant?) -> Instant? {
    let hold = situation.episode.log.last(.held) { $0.means(.agreedAction, part) }
    guard let until = hold?[.until] else { return nil }
    return due.map { min(until, $0) } ?? until
  }

  /// What stands where a procedure's rule would: a pack knows nothing of it.
  static func rule(of event: Event, in tray: Tray) -> Rule {
    Rule(
      name: StepName.agreedAction.rawValue, realises: [], step: .agreedAction, tray: tray,
      role: Role.of(tray), since: [.first(EventMatch(.actionAgreed))], part: event.agreedPart,
      duty: event.agreedWords, citation: Citation(document: "", section: ""))
  }
}

extension WorkStep {
  /// What was agreed on, and by whom, where it is that and no rule's.
  package var agreed: Event? { counted.event.flatMap { $0.kind == .actionAgreed ? $0 : nil } }

  /// What it is called in a sentence: what was agreed on, else the step's name and which time it comes.
  package var name: String { agreed?.agreedWords ?? id.title }
}

extension ChildCase {
  /// The agreed action that an event is about, such as that it was done or moved, in its own words:
  /// `Action: phone data (Police)`; nothing of other events.
  package func agreedWords(of event: Event) -> String? {
    guard event[.step] == StepName.agreedAction.rawValue, let part = event[.part] else {
      return nil
    }
    return history.first { $0.kind == .actionAgreed && $0.agreedPart == part }?.agreedWords
  }
}

extension Event {
  /// `Action: phone data (Police)`.
  package var agreedWords: String {
    let who = self[.who]?.trimmed ?? ""
    return "Action: \(self[.action]?.trimmed ?? "")" + (who.isEmpty ? "" : " (\(who))")
  }

  /// What tells it from the others that were agreed on of an episode.
  fileprivate var agreedPart: String { "\(sequence)" }

  /// Where it lies until it is done: where it was said to, else with whoever recorded it, who sees to it.
  fileprivate var agreedTray: Tray {
    self[.tray].flatMap(Tray.init(rawValue:)) ?? by.role.tray ?? .teamManager
  }
}

extension Role {
  /// Whose own a tray is.
  fileprivate static func of(_ tray: Tray) -> Role {
    allCases.first { $0.tray == tray } ?? .teamManager
  }
}
