/// What a borough keeps open for one child from the first report to the last acknowledgement; it
/// holds one or more episodes.
package struct MissingRecord: Sendable, Hashable {
  /// The reference that people quote, such as `M-2026-0098`.
  package let reference: String
  /// The episodes, oldest first.
  package internal(set) var episodes: [Episode] = []
  /// What was recorded of the record as a whole.
  package internal(set) var log = EventLog()
  /// The closure that stands; a further episode or a reopening takes it back.
  package internal(set) var closed: Event?
  /// The acknowledgements of the closure that stands.
  package internal(set) var acknowledgements: [Event] = []
  /// The last word: acknowledged by all who must.
  package internal(set) var finalised: Event?

  /// Whoever opened it, or nothing while the report waits for somebody who may.
  package var opened: Event? { log.first(.opened) }

  /// Whether work may still be due in it.
  package var isOpen: Bool { opened != nil && finalised == nil }

  /// The episode that is going on, or the last.
  package var current: Episode? { episodes.last }
  /// The episode that an interview is about: the last from which the child is back, whatever came after it.
  package var askedAbout: Episode? { episodes.last { $0.returned != nil } ?? current }
  /// The place of the episode whose interview an upload files: the last that has one, whatever came after it.
  ///
  /// Filed under a later one it would stand for an interview that nobody held yet.
  var filed: Int? { episodes.lastIndex { $0.interview != nil } }
  /// The episode that an event is about where it names none.
  ///
  /// - Parameter kind: the event's.
  /// - Returns: of interviews the last the child is back from, of an upload the last that has one; of others the
  ///   current one.
  package func episode(for kind: EventKind) -> Episode? {
    if kind == .uploaded, let filed { return episodes[filed] }
    return kind.isOfInterview ? askedAbout : current
  }

  /// A going up to half a day before an episode's start is taken for the same one, in hours: who tells of it
  /// seldom names the same minute.
  package static let sameGoing = 12

  /// The episode, over by now, in which a going lies that somebody tells afterwards.
  ///
  /// A found notice and the report of the going may come in either order, and seldom name the same minute
  /// (`sameGoing`).
  package func episode(around going: Instant) -> Episode? {
    episodes.last { episode in
      guard let returned = episode.returned, let start = episode.start else { return false }
      return going < returned.occurred && going >= start.at.adding(hours: -MissingRecord.sameGoing)
    }
  }

  /// The procedure that its work follows: the one it was opened under, or the last it was moved to.
  package var procedure: Known<String>? {
    let pin = log.all.last {
      ($0.kind == .opened || $0.kind == .procedureAdopted) && $0[.procedure] != nil
    }
    guard let pin, let id = pin[.procedure] else { return nil }
    return Known(value: id, event: pin)
  }

  /// Whether a child who is back still waits for an interview.
  package var interviewPending: Bool { episodes.contains(where: \.awaitsInterview) }

  /// The event that says whether an interview is waited for: the last return after which none was held, else
  /// whatever ended the waiting last; nothing while no child is back.
  var saysWhetherPending: Event? {
    let waiting = episodes.filter(\.awaitsInterview)
    let saying =
      waiting.isEmpty
      ? episodes.flatMap { [$0.returned, $0.interview, $0.declined] } : waiting.map(\.returned)
    return saying.compactMap { $0 }.max { $0.sequence < $1.sequence }
  }

  /// How far it has come.
  package var stage: Stage {
    if finalised != nil { return .closed }
    if closed != nil { return .closing }
    guard opened != nil, let current else { return .contact }
    if current.isAway { return current.found == nil ? .strategy : .return }
    if interviewPending {
      return episodes.contains { !$0.attempts.isEmpty } ? .rhi : .return
    }
    return .closing
  }
}

extension MissingRecord {
  /// The stages that it went past without what is done there: no meeting held, no interview held, offered or
  /// declined; as far as it has come.
  package var passedBy: Set<Stage> {
    var passed: Set<Stage> = []
    let hasMet = episodes.contains { $0.log.last(.meetingHeld) != nil }
    if !hasMet, stage.isBeyond(.strategy) { passed.insert(.strategy) }
    let hasAsked = episodes.contains {
      $0.interview != nil || $0.declined != nil || !$0.attempts.isEmpty
    }
    if !hasAsked, stage.isBeyond(.rhi) { passed.insert(.rhi) }
    return passed
  }
}

extension Stage {
  /// Whether it comes after another.
  fileprivate func isBeyond(_ other: Stage) -> Bool {
    let all = Stage.allCases
    return all.firstIndex(of: other).map { all[$0...].dropFirst().contains(self) } ?? false
  }
}

extension MissingRecord {
  /// Whether it tells of significant harm, in an interview or otherwise.
  package var tellsOfHarm: Bool {
    log.all.contains(where: \.tellsOfHarm)
      || episodes.contains { $0.log.all.contains(where: \.tellsOfHarm) }
  }

  /// How surely the harm is known of which it tells, the surest that anybody recorded; nothing where none is.
  package var harmBasis: HarmBasis? {
    let known = Set(([log] + episodes.map(\.log)).flatMap { $0.all.compactMap(\.harmBasis) })
    return HarmBasis.allCases.first(where: known.contains)
  }

  /// The last event by which it is told.
  package var harm: Event? {
    ([log] + episodes.map(\.log)).compactMap { $0.all.last(where: \.tellsOfHarm) }
      .max { $0.sequence < $1.sequence }
  }
}
