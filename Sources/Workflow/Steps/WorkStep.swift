/// One thing that someone must do: a row of a tray.
package struct WorkStep: Sendable, Hashable {
  /// The id that people quote: episode or record, step, and which time it comes.
  package let id: StepID
  /// The child.
  package let child: String
  /// Which of the child's episodes it belongs to, counted from 1.
  package let episodeNumber: Int
  /// Whether others wait for it while the child is in danger (`MissingRecord.isInDanger`): a rating.
  package let isOfDanger: Bool
  /// Where it lies.
  package let tray: Tray
  /// Whose work it is.
  package let role: Role
  /// From when it is there.
  package internal(set) var opens: Instant
  /// When it must be done, or nothing where it has no limit; of a meeting that nobody asks for any longer
  /// the time for which it is planned.
  package let due: Instant?
  /// What stands beside it as planned; it never moves the due time.
  package let planned: Instant?
  /// Why nobody asks for it any longer, where it is open only because it is planned.
  ///
  /// Such as `returned Thu 14 May 09:15`. It is due when it is planned for: by then it is held or off.
  package let unasked: String?
  /// Until when somebody holds it: what can wait lies in no tray until then (``hiddenUntil``), and comes back by
  /// itself; its due time stays, and at the due time it is back.
  package let heldUntil: Instant?
  /// How it ended, or that it has not.
  package internal(set) var outcome: Outcome
  /// The event by which it is open no longer, which says who recorded it; nothing while it is open.
  package internal(set) var settled: Event?
  /// The acknowledgement that sent the record back, where the step is to end the record once more.
  package internal(set) var sentBack: Event?
  /// The move by which it lies in a tray that is not its own.
  package internal(set) var moved: Event?
  /// When it was called off or ceased to be asked for, where it ended so.
  package internal(set) var dropped: Instant?
  /// Who is to chair it, where it is a meeting.
  package let chair: Role?
  /// Who chairs it by its plan, where that says so.
  package let plannedChair: Role?
  /// The rules that ask for it, the one that sets its time first.
  package internal(set) var rules: [String]
  /// Whether the desk heard only after the limit had run out.
  package let learntLate: Bool
  /// Whether it is open though the child is back, and its limit was up before the return.
  package let wasDueWhileAway: Bool
  /// The rule of the pack that made it.
  package internal(set) var rule: Rule
  /// The instant from which it counts and what says so.
  package internal(set) var counted: Counted

  /// How far ahead "soon" reaches, in seconds: what is due by then stands before what has no limit, in trays
  /// and on a child's page.
  ///
  /// 72 hours, to offer the interview and to hold it (WT15-06), the minute of the return included: the limit
  /// that a return starts is in sight from the first moment, over a weekend, too.
  package static let soon: Int64 = 72 * 3_600 + 60

  /// How a step ended.
  package enum Outcome: Sendable, Hashable {
    case open
    case done(at: Instant, late: Bool)
    case cancelled(reason: String)
    case notRequired(because: String)
    /// Nobody did it before the record ended; who ended it, and why.
    case leftUndone(because: String)
  }

  /// Whether nobody could have kept its limit: it can be done only once the child is back, counts from the
  /// going, and the limit was up before the return.
  package var couldNotBeKept: Bool { wasDueWhileAway && rule.when.facts.contains(.returned) }

  /// Until when it lies in no tray because somebody holds it; nothing of what is to be done at once: nobody takes
  /// that out of sight.
  package var hiddenUntil: Instant? { isOpen && !isAtOnce ? heldUntil : nil }

  /// From when it lies in its tray.
  package var shownFrom: Instant {
    hiddenUntil.map { max(opens, $0) } ?? opens
  }

  /// When it comes up in a list: at its due time, or before that when it is planned for.
  ///
  /// A planned time never moves the limit, and whoever agreed on tomorrow must not look for it among what is
  /// due in a fortnight.
  package var comesUp: Instant? {
    plannedEarlier ?? due
  }

  /// When it is planned for, where that is before it is due: then it comes up by the plan.
  package var plannedEarlier: Instant? {
    isOpen ? planned?.asPlan(before: due) : nil
  }

  /// How it stands at a moment, by its due time alone.
  package func state(asOf now: Instant) -> StepState {
    switch outcome {
    case .done: .done
    case .cancelled, .leftUndone: .cancelled
    case .notRequired: .notRequired
    case .open:
      switch due {
      case nil: .due
      case let due? where now < due: .comingUp
      case let due? where now == due: .due
      default: .overdue
      }
    }
  }

  /// Whether it was done after its due time, or was still to be done then and only later called off or
  /// no longer asked for: what ended so was late all the same.
  package var isLate: Bool {
    if case .done(_, let late) = outcome { return late }
    guard let due, let dropped, !isOpen else { return false }
    return dropped > due
  }

  /// Whether somebody must still do it.
  package var isOpen: Bool { outcome == .open }

  /// Whether somebody in a role has it to do: as its owner, its chair, or because it lies in their tray.
  package func isOwn(by role: Role) -> Bool {
    // Who moved a step to another tray has given it away.
    if moved != nil { return tray == role.tray }
    return self.role == role || chair == role || tray == role.tray
  }
}

/// How a step stands (rulebook, how time is counted).
package enum StepState: String, CaseIterable, Sendable {
  case comingUp = "coming-up"
  case due
  case overdue
  case done
  case cancelled
  case notRequired = "not-required"
}

/// The id of a step: `E-2026-0412.strategy-meeting.1`.
package struct StepID: Hashable, Sendable {
  /// The episode's reference, or the record's for a step of the whole record.
  package let reference: String
  /// The step.
  package let step: StepName
  /// Which time it comes, counted from 1.
  package let occurrence: Int
  /// Whose of several like it, such as the role that must acknowledge.
  package let part: String?

  /// Makes an id.
  package init(reference: String, step: StepName, occurrence: Int = 1, part: String? = nil) {
    self.reference = reference
    self.step = step
    self.occurrence = occurrence
    self.part = part
  }

  /// What people call it: `Review meeting`, and from the second time on `5th review meeting`.
  package var title: String {
    occurrence > 1 ? "\(occurrence.ordinal) \(step.title.lowercasedFirst)" : step.title
  }

  /// As people quote it.
  package var text: String {
    let suffix = part.map { ".\($0)" } ?? ""
    return "\(reference).\(step.rawValue).\(occurrence)\(suffix)"
  }
}

/// From which instant a step counts.
package struct Counted: Hashable, Sendable {
  /// The instant.
  package let from: Instant
  /// The anchor of the rule that gave it.
  package let anchor: Anchor
  /// The event that says so, or nothing where it follows from another due time.
  package let event: Event?
}

extension Instant {
  /// A time for which something is planned, where it counts for more than when that is due.
  ///
  /// - Parameter due: when it is due, or nothing where it has no limit.
  /// - Returns: the time; nothing where it is not before it is due.
  package func asPlan(before due: Instant?) -> Instant? {
    due.map { self < $0 } ?? true ? self : nil
  }
}
