import Desk
import Store
import Workflow

// What of what was recorded can be taken back, and what that is called.

extension RecordedAct {
  /// A correction, of one value or of several: all of them are taken back at once.
  init?(corrections: [Event], of child: ChildCase) {
    guard let first = corrections.first,
      let original = child.history.first(where: { $0.sequence == first[.corrects] })
    else { return nil }
    self.init(
      child: child.id, number: first.sequence,
      further: corrections.dropFirst().map(\.sequence),
      title: "Correction of “\(original.kind.title)”, \(child.name)")
  }

  /// What can be taken back of one act: one event, or a meeting with what it agreed on.
  ///
  /// - Parameters:
  ///   - events: what was recorded, in order.
  ///   - child: the child after it.
  init?(_ events: [Event], of child: ChildCase) {
    let isOne =
      events.count == 1
      || events.first?.kind == .meetingHeld
        && events.dropFirst().allSatisfy { [.meetingPlanned, .actionAgreed].contains($0.kind) }
    // What a meeting agreed on goes with it.
    guard isOne, let act = RecordedAct(events[0], of: child) else { return nil }
    self = act
  }

  /// What can be taken back of what was recorded, or nothing where the kind is never taken back.
  init?(_ event: Event, of child: ChildCase) {
    guard !child.neverTakesBack(event), event.kind != .corrected else { return nil }
    if let triage = child.triage(of: event.sequence) {
      self.init(
        child: child.id, number: triage.decision.sequence,
        title: "\(triage.title), \(child.name)", report: triage.report)
      return
    }
    self.init(
      child: child.id, number: event.sequence,
      title: "\(event.kind.title)\(Self.which(event, child)), \(child.name)")
  }

  /// Which of several it is, in brackets: of actions agreed on, steps ticked off, and meetings.
  private static func which(_ event: Event, _ child: ChildCase) -> String {
    let words: String? =
      switch event.kind {
      case .actionAgreed: event[.action]?.trimmed
      case .stepDone, .meetingHeld, .meetingPlanned:
        (child.agreedWords(of: event) ?? event.aboutStep?.title)?.lowercasedFirst
      default: nil
      }
    return words.map { " (\($0))" } ?? ""
  }
}

extension Workbench {
  /// Which entry a withdrawal took back, as a sentence.
  ///
  /// - Parameter performed: what was recorded.
  /// - Returns: `Withdrawn: Action agreed (phone data), Morgan, Sian.`; nothing where it took back nothing.
  func withdrawn(by performed: Performed) -> String? {
    let child = performed.child
    guard
      let number = performed.events.first(where: { $0.kind == .withdrawn })?[.corrects],
      let original = child.history.first(where: { $0.sequence == number })
    else { return nil }
    let act =
      RecordedAct(original, of: child)
      ?? (original.kind == .corrected ? RecordedAct(corrections: [original], of: child) : nil)
    return "Withdrawn: \(act?.title ?? "\(original.kind.title), \(child.name)")."
  }
}
