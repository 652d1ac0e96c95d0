/// Chooses the chair of a meeting.
struct ChairLadder {
  let rungs: [ChairRung]
  let holidays: BankHolidays
  /// When the meeting itself was held: what came after it does not change who chaired it.
  var held: Instant?

  /// The highest rung that a meeting has reached when it is due.
  func rung(due: Instant, start: Instant, situation: Situation) -> ChairRung? {
    var best: ChairRung?
    for rung in rungs where rung.when.holds(in: situation) {
      guard due >= rung.from.due(from: start, holidays: holidays) else { continue }
      if let earlier = rung.after,
        !wasChaired(by: earlier, atOrPast: rung.from, start: start, situation: situation)
      {
        continue
      }
      if (rung.role.seniority ?? 0) >= (best?.role.seniority ?? 0) { best = rung }
    }
    return best
  }

  /// "Director thereafter": a meeting that the role chaired at or past that time has been held.
  private func wasChaired(
    by role: Role, atOrPast limit: TimeLimit, start: Instant, situation: Situation
  ) -> Bool {
    let threshold = limit.due(from: start, holidays: holidays)
    return situation.episode.log.events(.meetingHeld).contains { event in
      event[.chair] == role.rawValue && event.occurred >= threshold
        && (held.map { event.occurred < $0 } ?? true)
    }
  }
}
