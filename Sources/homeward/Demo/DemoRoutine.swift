import Desk
import Store
import Workflow

/// The daily work of a fictional borough beside its stories: notices given, reviews held, police
/// chased, nearly all of it in time.
///
/// A desk on which nothing but the story was done would show a borough that neglects everything, and
/// nobody would learn from it what to look at first.
struct DemoRoutine {
  private let workbench: Workbench
  private let child: String
  /// What nobody does, though it is due.
  private var forgotten: Set<StepID> = []
  private var clock: Instant
  private var serial = 0

  /// One in so many steps is forgotten.
  private static let forgets = 40

  /// What the stories themselves tell, or leave untold.
  private static let ofStories: Set<EventKind> = [
    .opened, .ragSet, .riskAssessed, .rhiAllocated, .rhiReferred, .rhiOffered, .rhiHeld, .rhiShared,
    .uploaded, .recordClosed, .acknowledged, .finalised, .compactFinalised,
    .noteAdded,
  ]

  /// Begins with the child's first moment.
  init(workbench: Workbench, child: String, from start: Instant) {
    self.workbench = workbench
    self.child = child
    clock = start
  }

  /// Does what falls due until a moment.
  ///
  /// - Parameters:
  ///   - moment: the moment.
  ///   - random: decides when each step is done, and which are forgotten.
  /// - Throws: what the desk refuses.
  mutating func keepUp(until moment: Instant, random: inout SeededGenerator) throws {
    while true {
      // What one act brings with it, such as the next of a cadence, is there in the next round.
      let acts = try acts(before: moment, random: &random).sorted { $0.at < $1.at }
      guard !acts.isEmpty else { break }
      for act in acts {
        serial += 1
        _ = try workbench.perform(
          "demo-\(child)-routine-\(serial)", child: child, expecting: nil, [act.entry],
          by: DemoBorough.person(act.role, or: .missingCoordinator), at: act.at)
        clock = max(clock, act.at)
      }
    }
    clock = max(clock, moment)
  }

  /// Holds the strategy meeting under section 47 that a story leaves open: nobody closes over it.
  mutating func holdSection47(before moment: Instant) throws {
    for step in try workbench.page(of: child, for: nil).steps where step.isOpenSection47 {
      serial += 1
      let (kind, known) = step.form(for: step.role)
      var body = known
      body[.quorate] = true
      body[.decision] = "No enquiry is needed; the plan is agreed."
      let at = moment.adding(seconds: -60)
      _ = try workbench.perform(
        "demo-\(child)-routine-\(serial)", child: child, expecting: nil,
        [Command.Entry(kind, at: at, body)],
        by: DemoBorough.person(.teamManager, or: .missingCoordinator), at: at)
    }
  }

  /// Something that somebody does.
  private struct Act {
    let at: Instant
    let role: Role
    let entry: Command.Entry
  }

  private mutating func acts(
    before moment: Instant, random: inout SeededGenerator
  ) throws -> [Act] {
    var acts: [Act] = []
    var times: Set<StepName> = []
    for step in try workbench.page(of: child, for: nil).steps
    where step.isOpen && !forgotten.contains(step.id) && step.opens < moment {
      let (kind, known) = step.form(for: step.role)
      // Of two meetings, or two reviews, the second waits for what the first leaves open.
      // Absences are left to be reviewed by whoever opens the drill.
      guard !DemoRoutine.ofStories.contains(kind), step.id.step != .absenceReview,
        times.insert(step.id.step).inserted
      else {
        continue
      }
      // No record closes over a strategy meeting under section 47.
      if Int.random(in: 0..<DemoRoutine.forgets, using: &random) == 0, !step.isOpenSection47 {
        forgotten.insert(step.id)
        continue
      }
      let at = time(of: step, random: &random)
      guard at < moment else { continue }
      var body = known
      if kind == .meetingHeld {
        body[.quorate] = true
        body[.decision] = "Addresses to be visited; phone work asked of police."
      }
      if kind == .stepDone {
        // Whose step it is by now depends on the story: what was done is always said.
        body[.outcome] = "Done and noted on the child's file."
      }
      if kind == .safetyPlanMade {
        body[.reason] = "Whom to ring at night, and where it is safe to wait."
      }
      acts.append(
        Act(
          at: at, role: kind == .meetingHeld ? .teamManager : step.role,
          entry: Command.Entry(kind, at: at, body)))
    }
    return acts
  }

  /// When a step is done: some time after it could be begun, in time if there still is time.
  private func time(of step: WorkStep, random: inout SeededGenerator) -> Instant {
    let from = step.opens.seconds
    let due = step.due?.seconds ?? from + 8 * 3600
    let share = Int64.random(in: 10...80, using: &random)
    return max(clock.adding(seconds: 120), Instant(seconds: from + (due - from) * share / 100))
  }
}
