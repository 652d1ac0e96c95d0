/// An instant from which a rule counts.
package enum Anchor: Hashable, Sendable {
  /// When the child went missing, by the settled reading.
  case missingStart
  /// The first event that matches.
  case first(EventMatch)
  /// The last event that matches.
  case last(EventMatch)
  /// The earliest of the first events that match: any of them gives rise to the step.
  case earliest([EventMatch])
  /// When the desk learnt of the first event that matches, which may be long after it happened.
  case learnt(EventMatch)
  /// When the desk learnt of the last event that matches: nothing that was done before answers it.
  case lastLearnt(EventMatch)
  /// When another step of the same episode was due, done or not.
  case due(StepName)
  /// When the child had been missing for so long.
  case missingFor(TimeLimit)

  /// The events that give it.
  package var matches: [EventMatch] {
    switch self {
    case .first(let match), .last(let match), .learnt(let match), .lastLearnt(let match): [match]
    case .earliest(let matches): matches
    case .missingStart, .due, .missingFor: []
    }
  }

  /// In words that finish "counted from".
  package var words: String {
    switch self {
    case .missingStart: "going missing"
    case .first(let match): match.words
    case .last(let match): match.wordsOfLast
    case .earliest(let matches):
      "the earliest of " + matches.map(\.words).joined(separator: ", ")
    case .learnt(let match): "when the desk learnt of \(match.words)"
    case .lastLearnt(let match): "when the desk learnt of \(match.wordsOfLast)"
    case .due(let step): "when the \(step.title.lowercasedFirst) was due"
    case .missingFor(let limit): "when the child had been missing for \(limit.words)"
    }
  }
}

extension EventMatch {
  /// As the last of several, in words: `the last return interview`.
  fileprivate var wordsOfLast: String {
    words.hasPrefix("the ") ? "the last " + words.dropFirst(4) : words
  }
}
