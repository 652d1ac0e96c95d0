extension MissingRecord {
  /// The last concern that somebody raised by doing a step, while nobody has met or rated the child since: no
  /// rule but RAG-20 says what follows from it, so that the next who looks must read of it.
  package var standingConcern: Event? {
    let events = log.all + episodes.flatMap(\.log.all)
    guard let concern = events.filter(\.tellsOfConcerns).max(by: { $1.happened(after: $0) }) else {
      return nil
    }
    let answers: Set<EventKind> = [.meetingHeld, .riskAssessed, .ragSet, .section47Started]
    let isAnswered = events.contains { answers.contains($0.kind) && $0.happened(after: concern) }
    return isAnswered ? nil : concern
  }

  /// Whether the child is in danger in a going as far as the desk knows, so that nobody's rating of it may wait:
  /// the child is away, came back to a place that is not safe or of which nobody says whether it is, told of significant harm, or rated graver in the
  /// return interview than anybody here did (L23-08 to L23-10, L23-20).
  ///
  /// - Parameter episode: the going, one of the record's.
  /// - Returns: whether one of these facts stands.
  func isInDanger(in episode: Episode) -> Bool {
    episode.isAway || episode.returned?.tellsOfUnsafePlace == true
      || leavesSafetyOpen(in: episode) || tellsOfHarm
      || interviewAboveOurs(of: episode) != nil
  }
}
