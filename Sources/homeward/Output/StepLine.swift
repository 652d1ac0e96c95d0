import Store
import Workflow

/// A work step as the command line writes it, from a stored row or worked out anew.
struct StepLine {
  let id: String
  let step: String
  let title: String
  let child: String
  let childName: String
  let episode: String
  let tray: Tray
  let role: Role
  let opens: Instant
  let due: Instant?
  let planned: Instant?
  let chair: Role?
  let rules: [String]
  let isLate: Bool
  let learntLate: Bool
  /// Whether it cannot wait.
  let isAtOnce: Bool
  /// Whether it ended with its record and nobody did it.
  let isEndedWithRecord: Bool
  private let outcome: WorkStep.Outcome

  /// Whether it lasts rather than waits to be done.
  var isStanding: Bool { StepName(rawValue: step)?.isStanding ?? false }

  /// A step that was worked out.
  init(_ step: WorkStep, childName: String) {
    id = step.id.text
    self.step = step.id.step.rawValue
    title = step.title
    child = step.child
    self.childName = childName
    episode = step.id.reference
    tray = step.tray
    role = step.role
    opens = step.opens
    due = step.due
    planned = step.planned
    chair = step.chair
    rules = step.rules
    isLate = step.isLate
    learntLate = step.learntLate
    isAtOnce = step.isAtOnce
    isEndedWithRecord = step.isEndedWithRecord
    outcome = step.outcome
  }

  /// An open step from its row.
  init(_ row: StepRow) {
    id = row.id
    step = row.step
    title = row.title
    child = row.child
    childName = row.childName
    episode = row.episode.isEmpty ? row.record : row.episode
    tray = row.tray
    role = row.role
    opens = row.opens
    due = row.due
    planned = row.planned
    chair = row.chair
    rules = row.rules
    isLate = row.isLate
    learntLate = row.learntLate
    isAtOnce = row.isAtOnce
    isEndedWithRecord = false
    outcome = .open
  }

  /// How it stands at a moment.
  func state(asOf now: Instant) -> StepState {
    switch outcome {
    case .done: .done
    case .cancelled, .leftUndone: .cancelled
    case .notRequired: .notRequired
    case .open: due.map { now < $0 ? .comingUp : now == $0 ? .due : .overdue } ?? .due
    }
  }

  /// As scripts read it.
  func json(asOf now: Instant) -> JSON {
    var doneAt: Instant?
    if case .done(let at, _) = outcome { doneAt = at }
    return .object([
      ("id", .text(id)), ("step", .text(step)), ("title", .text(title)),
      ("episode", .text(episode)),
      ("child", .text(child)), ("name", .text(childName)), ("tray", .text(tray.rawValue)),
      ("role", .text(role.rawValue)), ("opens", .text(opens.iso)), ("due", .text(orNull: due?.iso)),
      ("planned", .text(orNull: planned?.iso)), ("state", .text(state(asOf: now).rawValue)),
      ("done", .text(orNull: doneAt?.iso)), ("late", .flag(isLate)),
      ("learntLate", .flag(learntLate)),
      ("chair", .text(orNull: chair?.rawValue)), ("rules", .list(rules.map(JSON.text))),
    ])
  }
}
