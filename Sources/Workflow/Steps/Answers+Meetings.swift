// What became of the meetings of an episode: called off, or planned and neither held nor called off.

extension Answers {
  /// The places of the cancellations of a meeting, in the order in which they happened.
  func cancellations(of step: StepName) -> [Int] {
    guard !cancelled.isEmpty, step.isMeeting else { return [] }
    return cancelled.indices.filter { cancelled[$0].subject == step }
  }

  /// The last cancellation of a meeting that happened at an instant or after it, by its place; nothing
  /// where the meeting was planned anew since, which opens its step again.
  func cancellation(of step: StepName, since instant: Instant) -> Int? {
    guard !cancelled.isEmpty, step.isMeeting else { return nil }
    let last = cancelled.indices.last {
      cancelled[$0].subject == step && cancelled[$0].occurred >= instant
    }
    guard let last else { return nil }
    let anew = log.last(.meetingPlanned) {
      $0.subject == step && $0.happened(after: cancelled[last])
    }
    return anew == nil ? last : nil
  }

  /// The plan of a meeting that was neither held nor called off since.
  func plan(of step: StepName) -> Event? {
    guard kinds.contains(.meetingPlanned), step.isMeeting,
      let plan = log.last(.meetingPlanned, where: { $0.subject == step })
    else { return nil }
    let isOver = [EventKind.meetingHeld, .meetingCancelled].contains { kind in
      log.last(kind) { $0.subject == step && $0.happened(after: plan) } != nil
    }
    return isOver ? nil : plan
  }
}
