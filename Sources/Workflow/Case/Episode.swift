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
  /// when it was reported (rulebook, how time is counted), or when the child was located or back, if that
  /// was before.
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
        // Of a report whose own time nobody knows only the sending counts: a child who was found by then was
        // missing before.
        let over = [found, returned].compactMap { $0 }.min { $0.occurred < $1.occurred }
        if let over, over.occurred < report.occurred {
          return MissingStart(at: over.occurred, basis: .over, event: over)
        }
        return MissingStart(at: report.occurred, basis: .reported, event: report)
      }
      return MissingStart(at: began.occurred, basis: .noticed, event: began)
    }
    return MissingStart(at: began.occurred, basis: .stated, event: began)
  }

  /// Before what nothing of it can have ended: its start, or, where only the report says since when, the
  /// going as it was entered.
  package var earliestEnd: Instant? {
    guard let began, let start else { return nil }
    return start.basis.isKnown ? start.at : min(start.at, began.occurred)
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

  /// The rating given in the return interview, where nobody here has rated since: it is no rating of the desk's
  /// own, and whoever rates must not miss it.
  package var interviewRisk: Known<Risk>? {
    guard let given = log.latest(.rhiHeld, Field<Risk>.risk) else { return nil }
    return given.event.sequence > risk?.event.sequence ?? 0 ? given : nil
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

  /// Whether the child is back from it and was neither interviewed nor has refused.
  var awaitsInterview: Bool {
    returned != nil && interview == nil && declined == nil
      && category?.value != .unauthorisedAbsence
  }

  /// Seconds away until a moment or the return.
  package func secondsAway(asOf now: Instant) -> Int64 {
    guard let start else { return 0 }
    return max(0, (returned?.occurred ?? now).since(start.at))
  }
}
