// What refuses an act whatever is typed for it: known before a form opens.

extension Decide {
  /// What refuses an event whatever its form will say, or nothing where it hangs on what is typed.
  ///
  /// - Parameters:
  ///   - kind: the event.
  ///   - preset: what is known of it already.
  ///   - child: the child's case as it stands.
  ///   - actor: who asks, and in which capacity.
  ///   - procedure: the procedure that the child's record follows.
  ///   - now: the moment.
  /// - Returns: the refusal.
  package static func refusal(
    beforehandOf kind: EventKind, _ preset: Body = Body(), on child: ChildCase, by actor: Person,
    procedure: Procedure, now: Instant
  ) -> Refusal? {
    let decision = Decision(
      state: child, actor: actor, procedure: procedure,
      new: NewReferences(record: "M", episode: "E"), now: now)
    do throws(Refusal) {
      try decision.checkBeforehand(kind, preset)
      return nil
    } catch {
      return error
    }
  }

  /// The open steps of which each takes away something that refuses an event, once it is done.
  ///
  /// - Parameters:
  ///   - kind: the event.
  ///   - child: the child's case as it stands.
  ///   - actor: who asks.
  ///   - procedure: the procedure that the child's record follows.
  ///   - steps: the child's work steps.
  ///   - now: the moment.
  /// - Returns: each such step with an event that does it and what refuses without it, in the order of
  ///   the steps.
  package static func settlements(
    of kind: EventKind, on child: ChildCase, by actor: Person, procedure: Procedure,
    steps: [WorkStep], now: Instant
  ) -> [Settlement] {
    let decision = Decision(
      state: child, actor: actor, procedure: procedure,
      new: NewReferences(record: "M", episode: "E"), now: now)
    let event = decision.supposed(kind)
    let refusing = decision.refusingGuards(event)
    let meeting = decision.openMeetingGuard(event)
    guard meeting != nil || !refusing.isEmpty, let record = child.currentRecord else { return [] }
    let references = Set(record.episodes.map(\.reference) + [record.reference])
    let ending: Set<EventKind> = [.recordClosed, .acknowledged, .finalised, .caseClosed]
    return steps.compactMap { step -> Settlement? in
      guard step.isOpen, references.contains(step.id.reference) else { return nil }
      if let meeting, step.isOpenSection47 {
        let body = Body(["kind": .text(step.id.step.rawValue)])
        return Settlement(step: step, refusing: meeting, kind: .meetingHeld, body: body)
      }
      // To end the record otherwise settles nothing.
      let ways = step.rule.completing.filter { !ending.contains($0.kind) }
      for done in ways.flatMap(\.examples) {
        var later = decision
        later.state = child.supposing(done.kind, done.body, by: actor, at: now)
        let left = later.refusingGuards(event)
        if let settled = refusing.first(where: { !left.contains($0) }) {
          return Settlement(step: step, refusing: settled, kind: done.kind, body: done.body)
        }
      }
      return nil
    }
  }
}

extension Decide {
  /// The events that by themselves take away what a rule refuses an event for: what can be done at once
  /// where no step stands for it.
  ///
  /// - Parameters:
  ///   - rule: the rule that refuses.
  ///   - kind: the event that it refuses.
  ///   - child: the child's case as it stands.
  ///   - actor: who asks.
  ///   - procedure: the procedure that the child's record follows.
  ///   - now: the moment.
  /// - Returns: the kinds of events.
  package static func deeds(
    against rule: String, of kind: EventKind, on child: ChildCase, by actor: Person,
    procedure: Procedure, now: Instant
  ) -> [EventKind] {
    let decision = Decision(
      state: child, actor: actor, procedure: procedure,
      new: NewReferences(record: "M", episode: "E"), now: now)
    let event = decision.supposed(kind)
    let refusing = decision.refusingGuards(event).filter { $0.rule == rule }
    let ending: Set<EventKind> = [
      .recordClosed, .acknowledged, .finalised, .caseClosed, .reopened, .wentMissing,
    ]
    guard !refusing.isEmpty, child.currentRecord != nil else { return [] }
    return EventKind.allCases.filter { other in
      guard !ending.contains(other) else { return false }
      var later = decision
      later.state = child.supposing(other, Body(), by: actor, at: now)
      let left = later.refusingGuards(event)
      return refusing.contains { !left.contains($0) }
    }
  }
}

/// A step that takes away what refuses something else.
package struct Settlement: Sendable, Hashable {
  /// The step.
  package let step: WorkStep
  /// What refuses as long as the step is not done.
  package let refusing: Guard
  /// The event by which it is taken away.
  package let kind: EventKind
  /// What that event must say.
  package let body: Body
}

extension Decision {
  /// Throws what refuses an event whatever its form will say.
  fileprivate func checkBeforehand(_ kind: EventKind, _ preset: Body) throws(Refusal) {
    var body = preset
    complete(&body, for: kind)
    let event = event(of: Command.Entry(kind, at: now), body)
    // A form may still say otherwise what a guard asks for; who acts it does not.
    let asked = Set(EventForm.of(kind).fields.map(\.name)).subtracting(preset.values.keys)
    func isSettled(_ refusing: Guard) -> Bool {
      let fields = Set(refusing.on.with.keys).union(refusing.on.without.keys)
      return fields.isDisjoint(with: asked)
    }
    guard Permissions.allows(actor.role, to: kind) else {
      try checkGuards(event, where: isSettled)
      throw Permissions.refusal(of: kind, by: actor, named: procedure.roleTitles)
    }
    do throws(Refusal) {
      try Sequence(state: state, procedure: procedure, now: now).check(event)
    } catch {
      // A time can be typed otherwise.
      if error.reason != .badInput { throw error }
    }
    try checkGuards(event, where: isSettled)
    try checkCallingOff(event)
    try checkWholeness(event)
    if kind == .acknowledged { _ = try acknowledgement(event) }
  }

  /// The event with no more than what follows from who acts and where.
  fileprivate func supposed(_ kind: EventKind) -> Event {
    var body = Body()
    complete(&body, for: kind)
    return event(of: Command.Entry(kind, at: now), body)
  }
}

extension ChildCase {
  /// The case as it would be if something were recorded; nothing is.
  func supposing(
    _ kind: EventKind, _ body: Body, by actor: Person, at now: Instant
  ) -> ChildCase {
    applying([
      Event(
        kind: kind, body: body, occurred: now, recorded: now, by: actor,
        sequence: (history.last?.sequence ?? 0) + 1)
    ])
  }
}

extension EventMatch {
  /// Events that match by their fields: one for each value that a field may have.
  fileprivate var examples: [(kind: EventKind, body: Body)] {
    var bodies = [Body()]
    for (name, values) in with.sorted(by: { $0.key < $1.key }) {
      bodies = bodies.flatMap { body in
        values.sorted().map { value in
          var next = body
          let field = EventForm.of(kind).field(name)
          let typed = value == "any" ? "stated" : value
          next[name: name] =
            (try? field?.read(typed, now: Instant(seconds: 0))) ?? .text(typed)
          return next
        }
      }
    }
    return bodies.map { (kind, $0) }
  }
}
