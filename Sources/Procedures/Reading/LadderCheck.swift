import Workflow

/// What is wrong between the rungs of one ladder of chairs, each of which is right by itself.
struct LadderCheck {
  let inspection: Inspection

  /// A rung and where it stands.
  struct Placed {
    let rung: ChairRung
    let place: Place
    let afterPlace: Place?
  }

  /// Looks at the rungs in the order of the file.
  func check(_ rungs: [Placed]) {
    for (index, placed) in rungs.enumerated() {
      if let after = placed.rung.after, !rungs.contains(where: { $0.rung.role == after }) {
        inspection.error(
          "no meeting reaches this rung: it comes after one that the \(words(after)) chaired, and "
            + "nobody asks for that", at: placed.afterPlace ?? placed.place)
      }
      if let other = rungs.enumerated().first(where: { covers($0, index, placed.rung) }) {
        inspection.error(
          "no meeting reaches this rung: the \(words(other.element.rung.role)) chairs whatever it is "
            + "for", at: placed.place,
          notes: [("the \(words(other.element.rung.role)) stands here", other.element.place)])
      } else if index > 0,
        let earlier = rungs[..<index].last(where: { isLater($0.rung, placed.rung) })
      {
        inspection.error(
          "rungs stand in the order in which they are reached: from \(placed.rung.from.words) comes "
            + "before from \(earlier.rung.from.words)", at: placed.place,
          notes: [("from \(earlier.rung.from.words) stands here", earlier.place)])
      }
    }
  }

  /// Whether another rung stands wherever one does, and goes before it.
  private func covers(
    _ other: (offset: Int, element: Placed), _ index: Int, _ rung: ChairRung
  ) -> Bool {
    let mine = other.element.rung
    guard other.offset != index, mine.after == nil,
      mine.meetings.isEmpty
        || !rung.meetings.isEmpty && mine.meetings.isSuperset(of: rung.meetings),
      mine.when == .always || mine.when == rung.when,
      mine.from == rung.from || mine.from.mostHours < rung.from.leastHours,
      let rank = mine.role.seniority, let theirs = rung.role.seniority
    else { return false }
    if rank != theirs { return rank > theirs }
    // Of two of one rank the later in the file stands; the same chair for another rule is no fault.
    if mine.role != rung.role { return other.offset > index }
    return other.offset < index && mine.rule == rung.rule && rung.after == nil
  }

  private func isLater(_ earlier: ChairRung, _ rung: ChairRung) -> Bool {
    earlier.when == rung.when && earlier.meetings == rung.meetings
      && rung.from.mostHours < earlier.from.leastHours
  }

  private func words(_ role: Role) -> String { role.title.lowercased() }
}
