/// The meeting that a meeting agrees on: it stands beside its step as planned, like any other.
package enum NextMeeting {
  /// The plan that follows from a meeting that was held, to be recorded with it.
  ///
  /// It is the plan of a meeting that is asked for and not planned yet: the review, else another of the same
  /// kind, else the one that is due first.
  ///
  /// - Parameters:
  ///   - held: the meeting, as it is to be recorded.
  ///   - child: the child as the desk has it.
  ///   - person: who records it.
  ///   - procedure: the procedure of the record.
  ///   - now: the moment.
  /// - Returns: nothing where no next meeting was agreed on, or none is asked for.
  package static func plan(
    after held: Command.Entry, of child: ChildCase, by person: Person, procedure: Procedure,
    now: Instant
  ) -> Command.Entry? {
    guard held.kind == .meetingHeld, let next = held.body[.next], next > now,
      Permissions.allows(person.role, to: .meetingPlanned)
    else { return nil }
    let after = child.applying([
      Event(
        kind: held.kind, body: held.body, occurred: held.occurred, recorded: now, by: person,
        sequence: (child.history.last?.sequence ?? 0) + 1)
    ])
    return plan(at: next, after: held, of: after, by: person, procedure: procedure, now: now)
  }

  /// The plan of the next meeting that was agreed on in a meeting which stands on the record already.
  ///
  /// - Parameters:
  ///   - next: when it is to be.
  ///   - held: the meeting that agreed on it.
  ///   - child: the child as the desk has it, that meeting included.
  ///   - person: who records it.
  ///   - procedure: the procedure of the record.
  ///   - now: the moment.
  /// - Returns: nothing where none is asked for.
  package static func plan(
    at next: Instant, after held: Command.Entry, of child: ChildCase, by person: Person,
    procedure: Procedure, now: Instant
  ) -> Command.Entry? {
    guard next > now, Permissions.allows(person.role, to: .meetingPlanned),
      let record = child.currentRecord
    else { return nil }
    let steps = Derive.steps(of: record, child: child, procedure: procedure)
    let asked = steps.filter {
      $0.isOpen && $0.id.step.isMeeting && $0.planned == nil && $0.unasked == nil
    }
    let same = held.body[Field<String>.kind].flatMap(StepName.init(rawValue:))
    let first = asked.filter { $0.due != nil }.min { one, other in
      (one.due ?? now) < (other.due ?? now)
    }
    let step =
      asked.first { $0.id.step == .reviewMeeting } ?? asked.first { $0.id.step == same } ?? first
      ?? asked.first
    guard let step else { return nil }
    var body = Body(["kind": .text(step.id.step.rawValue)])
    body[Field<Instant>.planned] = next
    return Command.Entry(.meetingPlanned, at: now, body)
  }

  /// What moves the next meeting where the meeting that agreed on it is put right: its plan, or the action it stands
  /// as.
  ///
  /// - Parameters:
  ///   - old: when it was to be.
  ///   - new: when it is to be.
  ///   - child: the child as the desk has it.
  ///   - person: who records it.
  ///   - procedure: the procedure of the record.
  ///   - now: the moment.
  /// - Returns: nothing where it stands at that time in no tray: it was held, called off or planned anew since.
  package static func moved(
    from old: Instant, to new: Instant, of child: ChildCase, by person: Person,
    procedure: Procedure, now: Instant
  ) -> Command.Entry? {
    guard new > now, let record = child.currentRecord else { return nil }
    let open = Derive.steps(of: record, child: child, procedure: procedure).filter(\.isOpen)
    if let step = open.first(where: { $0.id.step.isMeeting && $0.planned == old }) {
      guard Permissions.allows(person.role, to: .meetingPlanned) else { return nil }
      var body = Body(["kind": .text(step.id.step.rawValue)])
      body[Field<Instant>.planned] = new
      return Command.Entry(.meetingPlanned, at: now, body)
    }
    let actions = open.compactMap(\.agreed)
    guard
      let action = actions.first(where: {
        $0[.action] == AgreedAction.nextMeeting && $0[.due] == old
      })
    else { return nil }
    var body = Body([
      "value": .text(new.iso), "reason": .text("the meeting that agreed on it says so"),
    ])
    body[.corrects] = action.sequence
    body[.field] = Field<Instant>.due.name
    return Command.Entry(.corrected, at: now, body)
  }
}
