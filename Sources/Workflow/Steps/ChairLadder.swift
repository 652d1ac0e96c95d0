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
  /// - Parameter answers: what the procedure's questions come to for the episode.
  init(asking answers: inout Answers) {
    guard let start = answers.situation.start else {
      rungs = []
      back = nil
      return
    }
    back = answers.back.map { max($0, start.at) }
    var rungs: [Reached] = []
    for (rung, condition) in zip(answers.procedure.chairs, answers.questions.rungs)
    where answers.holds(condition) {
      let from = answers.due(rung.from, from: start.at)
      let chaired = rung.after.map { earlier in
        answers.log.events(.meetingHeld).filter {
          $0.occurred >= from && $0[.chair] == earlier.rawValue
        }
      }
      rungs.append(
        Reached(
          rung: rung, from: from, seniority: rung.role.seniority ?? 0, waits: rung.after != nil,
          follows: chaired?.map(\.occurred).min()))
    }
    self.rungs = rungs
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
