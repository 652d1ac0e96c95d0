// A meeting that is taken back takes with it what was recorded in one breath with it: what it agreed on, and the
// plan of the next one.

extension ChildCase {
  /// What was recorded with a meeting, or with a correction of it, and counts still: its actions, and the plan of
  /// the next one.
  ///
  /// - Parameter meeting: the number of the meeting in the journal.
  /// - Returns: the events, in order; none of any other event.
  package func company(ofMeeting meeting: Int) -> [Event] {
    guard meeting > 0, let place = history.firstIndex(where: { $0.sequence == meeting }),
      history[place].kind == .meetingHeld
    else { return [] }
    let gone = withdrawn
    let corrections = history.indices.filter {
      history[$0].kind == .corrected && history[$0][.corrects] == meeting
    }
    return ([place] + corrections).flatMap(agreed(with:)).filter { !gone.contains($0.sequence) }
  }

  /// What was agreed on in one breath with an event: one command's lines follow one another in the journal.
  private func agreed(with place: Int) -> [Event] {
    let first = history[place]
    let behind = history[(place + 1)...].enumerated().prefix { step, event in
      event.sequence == first.sequence + step + 1 && event.written == first.written
        && event.by == first.by && [.meetingPlanned, .actionAgreed].contains(event.kind)
    }
    return behind.map(\.element)
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
