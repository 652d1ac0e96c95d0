/// One time that a child went missing, from going to being back.
package struct Episode: Sendable, Hashable {
  /// The reference that people quote, such as `E-2026-0412`.
  package let reference: String
  /// Which of the child's episodes it is, counted from 1.
  package let number: Int
  /// Everything recorded of it.
  package var log = EventLog()
  /// Whether it was added to a record that was already open (L23-23).
  package let joinedOpenRecord: Bool

  /// The event that began it.
  package var began: Event? { log.first(.wentMissing) }

  /// Where the clocks start, on which ground, and the event that says so.
  ///
  /// The later of last seen by a responsible adult and left the placement; where neither is known,
  /// when it was reported (rulebook, how time is counted).
  package var start: MissingStart? {
    guard let began else { return nil }
    let lastSeen = log.latest(.wentMissing, .lastSeen)
    let left = log.latest(.wentMissing, .left)
    if let lastSeen, let left {
      return left.value >= lastSeen.value
        ? MissingStart(at: left.value, basis: .leftPlacement, event: left.event)
        : MissingStart(at: lastSeen.value, basis: .lastSeen, event: lastSeen.event)
    }
    if let left { return MissingStart(at: left.value, basis: .leftPlacement, event: left.event) }
    if let lastSeen {
      return MissingStart(at: lastSeen.value, basis: .lastSeen, event: lastSeen.event)
    }
    if began.body.isUnknown(.lastSeen) {
      // Of several reports the earliest: a further one never makes the absence shorter.
      let reports = log.events(.reported)
      if let report = reports.min(by: { $0.occurred < $1.occurred }) {
        return MissingStart(at: report.occurred, basis: .reported, event: report)
      }
      return MissingStart(at: began.occurred, basis: .noticed, event: began)
    }
    return MissingStart(at: began.occurred, basis: .stated, event: began)
  }

  /// Missing, or away with whereabouts known.
  package var category: Known<Category>? {
    log.latest(.categoryChanged, .category) ?? log.latest(.wentMissing, .category)
  }

  /// From home or from care.
  package var from: Known<MissingFrom>? { log.latest(.wentMissing, .from) }

  /// The police grading.
  package var policeRisk: Known<Risk>? { log.latest(.reported, .risk) }

  /// The desk's own rating.
  ///
  /// What a meeting decided on the risk counts from then on, as a rating does.
  package var risk: Known<Risk>? {
    guard let met = log.latest(.meetingHeld, Field<Risk>.risk) else {
      return log.latest(.riskAssessed, .risk)
    }
    guard let rated = log.latest(.riskAssessed, Field<Risk>.risk) else { return met }
    return rated.event.sequence > met.event.sequence ? rated : met
  }

  /// Located somewhere other than home or placement.
  package var found: Event? { log.first(.found) }

  /// Back at home or placement.
  package var returned: Event? { log.last(.returned) }

  /// Whether the child is still away.
  package var isAway: Bool { returned == nil }

  /// The attempts to offer the interview, oldest first.
  package var attempts: [Event] { log.events(.rhiOffered) }

  /// The interview, where it was held.
  package var interview: Event? { log.last(.rhiHeld) }

  /// The refusal of the interview that stands: an event of its own, or an attempt answered so; a later
  /// attempt that was not refused takes it back.
  package var declined: Event? {
    let refusals = log.events(.rhiDeclined) + attempts.filter { $0[.answer] == .declined }
    guard let last = refusals.max(by: { $0.occurred < $1.occurred }) else { return nil }
    let isTakenBack = attempts.contains {
      $0.occurred > last.occurred && ($0[.answer] == .accepted || $0[.answer] == .undecided)
    }
    return isTakenBack ? nil : last
  }

  /// Seconds away until a moment or the return.
  package func secondsAway(asOf now: Instant) -> Int64 {
    guard let start else { return 0 }
    return max(0, (returned?.occurred ?? now).since(start.at))
  }
}

/// From when a child counts as missing, and why from then.
package struct MissingStart: Sendable, Hashable {
  /// The instant from which the clocks run.
  package let at: Instant
  /// The ground.
  package let basis: Basis
  /// The event that says so.
  package let event: Event

  /// On what ground an instant is the start.
  package enum Basis: String, Sendable {
    case lastSeen = "last-seen"
    case leftPlacement = "left-placement"
    case reported
    case stated
    case noticed

    /// In words that finish "counted from".
    package var words: String {
      switch self {
      case .lastSeen: "when a responsible adult last saw the child"
      case .leftPlacement: "when the child left the placement, which is later than last seen"
      case .reported: "the report, because nobody knows when the child was last seen"
      case .stated: "when the child is said to have gone"
      case .noticed: "when the absence was noticed, because nothing earlier is known"
      }
    }
  }
}
