/// Who chairs the meetings of one episode, by how long the child will have been missing.
struct ChairLadder {
  private let rungs: [Reached]
  /// When the child was back: from then on the time missing stands still.
  private let back: Instant?

  /// A rung that applies, and from when.
  private struct Reached {
    let rung: ChairRung
    let from: Instant
    let seniority: Int
    /// Whether another role must have chaired a meeting first: "Director thereafter".
    let waits: Bool
    /// The first meeting that the role before it chaired from then on.
    let follows: Instant?
  }

  /// Makes the ladder of an episode; nobody stands on it where no start is known.
  ///
  /// - Parameters:
  ///   - rungs: the procedure's.
  ///   - holidays: the bank holidays that working days leave out.
  ///   - situation: the episode.
  ///   - sheet: the facts that the rungs ask for.
  init(
    _ rungs: [ChairRung], holidays: BankHolidays, situation: Situation, knowing sheet: FactSheet
  ) {
    guard let start = situation.start else {
      self.rungs = []
      back = nil
      return
    }
    back = situation.episode.returned.map { max($0.occurred, start.at) }
    let meetings = situation.episode.log.events(.meetingHeld)
    self.rungs = rungs.filter { $0.test.holds(knowing: sheet, in: situation) }.map { rung in
      let from = rung.from.due(from: start.at, holidays: holidays)
      let chaired = rung.after.map { earlier in
        meetings.filter { $0.occurred >= from && $0[.chair] == earlier.rawValue }
      }
      return Reached(
        rung: rung, from: from, seniority: rung.role.seniority ?? 0, waits: rung.after != nil,
        follows: chaired?.map(\.occurred).min())
    }
  }

  /// The highest rung that a meeting has reached when it is due, or that it had when the child was
  /// back before that.
  ///
  /// - Parameters:
  ///   - meeting: the meeting.
  ///   - due: when the meeting is due.
  ///   - held: when it was held: what came after it does not change who chaired it.
  /// - Returns: the rung, or nothing where nobody stands on the ladder yet.
  func rung(for meeting: StepName, due: Instant, held: Instant?) -> ChairRung? {
    let reached = back.map { min(due, $0) } ?? due
    var best: Int?
    for place in rungs.indices
    where reached >= rungs[place].from && rungs[place].rung.isFor(meeting) {
      if rungs[place].waits {
        guard let follows = rungs[place].follows, held.map({ follows < $0 }) ?? true else {
          continue
        }
      }
      if let known = best, rungs[place].seniority < rungs[known].seniority { continue }
      best = place
    }
    return best.map { rungs[$0].rung }
  }
}
