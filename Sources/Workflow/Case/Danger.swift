extension MissingRecord {
  /// Whether the child is in danger in a going as far as the desk knows, so that nobody's rating of it may wait:
  /// the child is away, came back to a place that is not safe, told of significant harm, or rated graver in the
  /// return interview than anybody here did (L23-08 to L23-10, L23-20).
  ///
  /// - Parameter episode: the going, one of the record's.
  /// - Returns: whether one of these facts stands.
  func isInDanger(in episode: Episode) -> Bool {
    episode.isAway || episode.returned?.tellsOfUnsafePlace == true || tellsOfHarm
      || interviewAboveOurs(of: episode) != nil
  }
}
