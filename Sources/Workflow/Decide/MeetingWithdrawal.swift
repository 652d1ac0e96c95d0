// A meeting that is taken back takes with it what was recorded in one breath with it: what it agreed on, and the
// plan of the next one.

extension ChildCase {
  /// What was recorded with a meeting and counts still: its actions, and the plan of the next one.
  ///
  /// - Parameter meeting: the number of the meeting in the journal.
  /// - Returns: the events, in order; none of any other event.
  package func company(ofMeeting meeting: Int) -> [Event] {
    guard meeting > 0, let place = history.firstIndex(where: { $0.sequence == meeting }),
      history[place].kind == .meetingHeld
    else { return [] }
    let (held, gone) = (history[place], withdrawn)
    var company: [Event] = []
    // One command's lines follow one another in the journal.
    for (step, event) in history[(place + 1)...].enumerated() {
      guard event.sequence == meeting + step + 1, event.written == held.written,
        event.by == held.by, [.meetingPlanned, .actionAgreed].contains(event.kind)
      else { break }
      if !gone.contains(event.sequence) { company.append(event) }
    }
    return company
  }

  /// What somebody did of the actions that were agreed on: it rests on them.
  ///
  /// - Parameter company: the actions, by their events.
  /// - Returns: what was done first and counts still, with the action; nothing where nothing was.
  func deed(on company: [Event]) -> (deed: Event, action: Event)? {
    let gone = withdrawn
    for event in history
    where event.kind == .stepDone && event[.step] == StepName.agreedAction.rawValue
      && !gone.contains(event.sequence)
    {
      // Who names none means the first that is open.
      let isUnnamed = event[.part] == nil && event.sequence > company.last?.sequence ?? .max
      if let action = company.first(where: {
        $0.kind == .actionAgreed && (isUnnamed || "\($0.sequence)" == event[.part])
      }) {
        return (event, action)
      }
    }
    return nil
  }
}

extension Decision {
  /// That what was recorded with a meeting is taken back with it; nothing of other events.
  func withdrawalsOfCompany(with event: Event) -> [Event] {
    guard event.kind == .withdrawn, let meeting = event[.corrects] else { return [] }
    return state.company(ofMeeting: meeting).map { part in
      var body = event.body
      body[.corrects] = part.sequence
      return Event(
        kind: .withdrawn, body: body, occurred: event.occurred, recorded: event.recorded,
        by: event.by, written: event.written)
    }
  }
}
