/// A step in the making: numbers and instants alone.
///
/// Of the steps that the rules of a composed procedure ask for, most turn out to be one and the same:
/// words, the chair and the tray are found for those alone that stand in the end.
struct Draft {
  /// The place of the rule that makes it.
  let place: Int
  /// Which time it comes, counted from 1.
  let occurrence: Int
  /// The number of its part.
  let part: Int
  /// The one role that must acknowledge; nothing for every other step.
  let role: Role?
  /// The place of the instant from which it counts, among the answers' grounds.
  let ground: Int
  /// That instant.
  let from: Instant
  /// When it must be done, or nothing where it has no limit.
  let due: Instant?
  /// When it was done for this rule.
  let held: Instant?
  /// From when it is there.
  var opens: Instant
  /// How it ended, or that it has not.
  var ending: Ending
  /// Whether it is a meeting that fell away and stays open all the same: it is planned, people are
  /// invited, and somebody must hold it or call it off.
  var isStillPlanned = false

  /// How a step ended, or that it has not.
  enum Ending {
    case open
    /// At a moment, by what the answers hold as done at a place.
    case done(at: Instant, by: Int)
    /// By the cancellation at a place in the episode's log.
    case cancelled(by: Int)
    /// By what the answers hold at a place.
    case lapsed(Int)
    /// Because the child was back before it had been missing for so long.
    case neverReached
    /// With a turn of the episode.
    case turned(Int)
  }
}

/// Which of two drafts of one step stands.
enum Precedence {
  case first
  case second
  /// Both are one step, timed by the first.
  case firstLeads
  /// Both are one step, timed by the second.
  case secondLeads
}

extension Draft {
  /// Makes one step of two that claim the same slot.
  ///
  /// The earlier due time stands, and its rule is the one named; the tray, the role and the chair are
  /// those of that rule. Where both have a time, it is there as soon as one of them asks for it.
  ///
  /// A rule that no longer asks for the step gives way to one that does. What was done for one rule is
  /// done for all, and what was called off for one is called off for all; only a ground that arose
  /// since asks for it anew.
  ///
  /// - Parameter other: what a later rule makes of the step.
  /// - Returns: which of the two stands.
  mutating func merge(_ other: Draft) -> Precedence {
    if let stands = stands(against: other) {
      if !stands { self = other }
      return stands ? .first : .second
    }
    let otherLeads =
      switch (due, other.due) {
      case (let mine?, let theirs?): theirs < mine
      case (nil, .some): true
      default: false
      }
    let asked = due != nil && other.due != nil ? min(opens, other.opens) : nil
    // It was done by whichever rule it was done first, measured by the time that stands.
    let done =
      switch (endedAt, other.endedAt) {
      case (let mine?, let theirs?): theirs < mine ? other.ending : ending
      case (_?, nil): ending
      case (nil, _?): other.ending
      case (nil, nil): Ending?.none
      }
    if otherLeads { self = other }
    if let asked { opens = asked }
    if let done {
      ending = done
      isStillPlanned = false
    }
    return otherLeads ? .secondLeads : .firstLeads
  }

  /// Whether it stands or gives way as a whole, or nothing where the two are one.
  private func stands(against other: Draft) -> Bool? {
    if isNotRequired != other.isNotRequired { return !isNotRequired }
    if let at = endedAt, other.isOpen, other.from > at { return false }
    if let at = other.endedAt, isOpen, from > at { return true }
    if isCancelled, other.isOpen { return false }
    if other.isCancelled, isOpen { return true }
    // The rule that asks for it sets its time, not the one that no longer does.
    if isOpen, other.isOpen, isStillPlanned != other.isStillPlanned { return !isStillPlanned }
    return nil
  }

  /// Ends it as something that nobody asks for any longer, where it is that; a planned meeting stays open.
  ///
  /// - Parameters:
  ///   - ending: how it ends, or that it has not.
  ///   - isPlanned: whether it is a meeting that is planned.
  mutating func fallAway(as ending: Ending, isPlanned: Bool) {
    self.ending = ending
    if case .open = ending { return }
    isStillPlanned = isPlanned
  }

  /// Whether somebody must still do it.
  var isOpen: Bool { if case .open = ending { true } else { isStillPlanned } }

  /// When it was done, where it was.
  private var endedAt: Instant? { if case .done(let at, _) = ending { at } else { nil } }

  private var isCancelled: Bool { if case .cancelled = ending { true } else { false } }

  private var isNotRequired: Bool {
    if isStillPlanned { return false }
    return switch ending {
    case .lapsed, .neverReached, .turned: true
    default: false
    }
  }
}
