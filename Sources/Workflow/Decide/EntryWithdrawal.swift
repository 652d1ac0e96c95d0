extension Decision {
  /// That the entry of a child who came onto the register by a triage is taken back with it, where nothing
  /// else is recorded of the child; nothing of other events.
  func withdrawalOfEntry(with event: Event) -> Event? {
    guard event.kind == .withdrawn, let triage = event[.corrects].flatMap(state.triage),
      let entry = state.entry(goingWith: triage)
    else { return nil }
    var body = event.body
    body[.corrects] = entry.sequence
    return Event(
      kind: .withdrawn, body: body, occurred: event.occurred, recorded: event.recorded,
      by: event.by, written: event.written)
  }
}
