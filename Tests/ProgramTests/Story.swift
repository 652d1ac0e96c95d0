import TestSupport
import Testing

/// The whole line of one child, from the police report to the closed record.
///
/// It says what is done, by whom and when; the screen and the command line both play it.
enum Story {
  /// The child, as the register has it.
  static let child = "NB-1001"

  /// When the desk is opened for each part of it.
  static let night = "2026-10-20 01:00"
  static let morning = "2026-10-20 09:30"
  static let meeting = "2026-10-22 15:30"
  static let evening = "2026-10-22 20:40"
  static let attempts = "2026-10-23 11:00"
  static let interview = "2026-10-24 15:00"
  static let end = "2026-10-26 10:00"

  /// What was said, as both type it.
  static let rationale = "CSE marker, no medication"
  static let decision = "Police to visit two addresses"
  static let summary = "Back with her carer, plan agreed"
  static let leftUndone = "The plan is reviewed at school"
  static let acknowledged = "The school reviews the plan"
  static let said = "Was with a friend, felt low"

  /// Plays it through the command line alone.
  static func tell(on desk: DrillDesk) throws {
    try close(on: desk)
    try desk.done(
      [
        "record", "acknowledged", child, "--set", "as=team-manager", "--set",
        "answer=nothing-for-me", "--set", "reason=\(acknowledged)",
      ], as: "una", now: end)
    try desk.done(
      [
        "record", "acknowledged", child, "--set", "as=missing-coordinator", "--set",
        "answer=nothing-for-me", "--set", "reason=\(acknowledged)",
      ], as: "mira", now: end)
  }

  /// Plays it up to where the record is closed and waits to be acknowledged.
  static func close(on desk: DrillDesk) throws {
    try desk.done(
      ["intake", DrillDesk.report, "--commit"], as: "frances", now: night)
    func record(_ event: String, _ person: String, _ now: String, _ more: String...) throws {
      try desk.done(["record", event, child] + more, as: person, now: now)
    }
    try record(
      "risk-assessed", "una", morning, "--set", "risk=medium", "--set", "multi-agency=no", "--set",
      "rationale=\(rationale)")
    try record(
      "meeting-held", "una", meeting, "--at", "14:00", "--set", "kind=strategy-meeting", "--set",
      "chair=team-manager", "--set", "quorate=yes", "--set", "decision=\(decision)")
    try record(
      "returned", "mira", evening, "--at", "20:05", "--set", "place=Tanglewick House", "--set",
      "safe=yes")
    try record(
      "rhi-offered", "rhys", attempts, "--at", "9:00", "--set", "to=Siân", "--set", "how=phone",
      "--set", "answer=no-answer")
    try record(
      "rhi-offered", "rhys", attempts, "--at", "10:30", "--set", "to=Siân", "--set", "how=visit",
      "--set", "answer=accepted")
    try record(
      "rhi-held", "rhys", interview, "--at", "13:00", "--set", "by=rhi-worker", "--set",
      "place=youth centre", "--set", "outcome=support-needed", "--set",
      "significant-harm=no", "--set", "circumstances=\(said)",
      "--set",
      "reasons=friends-or-family")
    try record(
      "record-closed", "rhys", interview, "--set", "reason=\(summary)",
      "--set", "left-undone=\(leftUndone)")
  }

  /// The events that must come of it, in order.
  static let events = [
    "child-registered", "child-updated", "went-missing", "reported", "opened", "report-attached",
    "triaged",
    "risk-assessed", "meeting-held", "returned", "rhi-offered", "rhi-offered", "rhi-held",
    "record-closed", "acknowledged", "acknowledged", "finalised",
  ]

  /// The journal of the child without what differs from run to run: recorded times and ids.
  static func told(_ desk: DrillDesk) throws -> [String] {
    try desk.timeline(of: child).map { event in
      let body = event.object("body").texts.sorted { $0.key < $1.key }
        .map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
      return [event.text("event"), event.text("at"), event.text("by"), event.text("role"), body]
        .map { $0 ?? "?" }.joined(separator: " | ")
    }
  }
}
