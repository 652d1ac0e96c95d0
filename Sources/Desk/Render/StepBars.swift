import Grid

/// The bars of the time left on a page too narrow for a column of them: each stands behind the name of its
/// step, before the words that say the same, and only where the name leaves it room.
struct StepBars {
  /// Columns of each bar, 4 to 6: the widest for which every name leaves room.
  let width: Int
  /// Columns of a name and its bar together.
  let room: Int

  /// Cells below which a bar says too little.
  private static let least = 4
  private static let most = 6

  /// Chooses how wide the bars are.
  ///
  /// - Parameters:
  ///   - steps: those of which time is left.
  ///   - room: columns for a name.
  ///   - isBesideWho: whether whose the step is stands in a column beside it.
  init(steps: [StepWords], room: Int, isBesideWho: Bool) {
    let longest =
      steps.map {
        DisplayWidth.of(displaySafe($0.nameWithDuty(in: room, isBesideWho: isBesideWho)))
      }.max() ?? 0
    width = min(Self.most, max(Self.least, room - longest - 1))
    self.room = room
  }

  /// A name with its bar at the end of the room; without it where it would cut the name.
  func name(_ name: String, _ bar: String) -> String {
    guard !bar.isEmpty, DisplayWidth.of(name) + 1 + width <= room else { return name }
    return fitted(name, to: room - width) + bar
  }
}
