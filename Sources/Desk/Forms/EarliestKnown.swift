import Workflow

// A notice that a child was found may say neither since when the child was missing nor when that was reported.

extension FormScreen {
  /// From when the episode counts where nobody knows since when the child was missing: `! Nobody says since
  /// when: the episode counts from Sun 22 Nov 01:35 (located), the earliest that is known`; nothing where it
  /// joins one, or somebody knows.
  var earliestKnown: String? {
    guard case .triage(let draft) = purpose, joinedAfterwards == nil,
      chosenCandidate?.standing.map({ $0.returned != nil }) ?? true,
      instant("left") == nil, instant("last-seen") == nil
    else { return nil }
    let over = [("located", instant("found-at")), ("back", instant("returned-at"))]
      .compactMap { words, time in time.map { (words: words, time: $0) } }
      .min { $0.time < $1.time }
    let sent = draft.received ?? moment
    guard let over, over.time < min(instant("reported-at") ?? sent, sent) else { return nil }
    return "! Nobody says since when: the episode counts from \(over.time.spokenShort) "
      + "(\(over.words)), the earliest that is known"
  }

  /// A time as it is typed in a line, asked for now or not.
  private func instant(_ name: String) -> Instant? {
    guard let line = line(name), case .success(.instant(let instant)?) = line.read(now: moment)
    else { return nil }
    return instant
  }
}
