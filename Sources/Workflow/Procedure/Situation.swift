/// What a procedure sees when it looks at one episode.
///
/// A class that never changes: a child's case is large, and every question is asked of it.
package final class Situation: Sendable {
  /// The child.
  package let child: ChildCase
  /// The record.
  package let record: MissingRecord
  /// The episode.
  package let episode: Episode
  /// Where the clocks start.
  package let start: MissingStart?
  /// Whether it looks at the whole record, not at one episode of it.
  package let isForRecord: Bool
  /// Whose procedure looks: what tells the own children from another authority's.
  package let authority: String

  /// Makes the view on one episode of a record, or on the whole record as its last episode has it.
  package init(
    child: ChildCase, record: MissingRecord, episode: Episode, isForRecord: Bool = false,
    authority: String = ""
  ) {
    self.child = child
    self.record = record
    self.episode = episode
    self.isForRecord = isForRecord
    self.authority = authority
    start = episode.start
  }

  /// The same view on the whole record.
  var ofRecord: Situation {
    Situation(
      child: child, record: record, episode: episode, isForRecord: true, authority: authority)
  }

  /// What a fact is at the moment.
  package func reading(of fact: Fact) -> FactReading {
    let log = episode.log
    switch fact {
    case .status: return FactReading(child.known(.status))
    case .allocated: return flag(child.known(.isAllocated))
    case .resident: return flag(child.known(.resident), otherwise: true)
    case .markers:
      return FactReading(child.known(Field<[String]>.markers))
    case .age:
      let now = start?.at ?? Instant(seconds: 0)
      return FactReading(number: child.age(at: now), event: child.sources["born"])
    case .responsible: return whose(child.known(.responsibleAuthority))
    case .host: return whose(child.known(.hostAuthority))
    case .placementKind:
      return FactReading(child.known(Field<String>.placementKind))
    case .category: return FactReading(episode.category)
    case .from: return FactReading(episode.from)
    case .whereabouts:
      let known = log.latest(.wentMissing, Field<String>.whereabouts)
      let absence = episode.category?.value == .unauthorisedAbsence
      return FactReading(
        absence || known?.value == "known" ? "known" : "unknown",
        event: known?.event ?? episode.category?.event)
    case .inLondon: return flag(log.latest(.wentMissing, .inLondon), otherwise: true)
    case .policeCategory: return FactReading(log.latest(.reported, .policeCategory))
    case .policeRisk: return FactReading(episode.policeRisk)
    case .risk: return FactReading(episode.risk)
    case .imminentHarm: return flag(log.latest(.reported, .imminentHarm))
    case .significantHarm:
      let known =
        log.latest(.disclosure, .significantHarm) ?? log.latest(.rhiHeld, .significantHarm)
        ?? log.latest(.riskAssessed, .significantHarm)
      return flag(known)
    case .multiAgency:
      // Not answered is not "no": the answer is recorded either way (L23-09).
      return log.latest(.riskAssessed, .multiAgency).map {
        FactReading(flag: $0.value, event: $0.event)
      }
        ?? .unknown
    case .rag:
      if let set = log.latest(.ragSet, .rag) { return FactReading(set) }
      guard let given = record.opened?[.provisionalRAG] else { return .unknown }
      return FactReading(given.rawValue, event: record.opened, isProvisional: true)
    case .section47:
      let event = log.last(.section47Started)
      return FactReading(flag: event != nil, event: event)
    case .joinedOpenRecord:
      return FactReading(flag: episode.joinedOpenRecord, event: episode.began)
    case .episodesIn90Days:
      let count = start.map { child.episodes(within: 90, upTo: $0.at) }
      return FactReading(number: count, event: episode.began)
    case .earlierEpisodes:
      return FactReading(number: episode.number - 1, event: episode.began)
    case .missingIn90Days: return ofKind { $0 != .unauthorisedAbsence }
    case .absencesIn90Days: return ofKind { $0 == .unauthorisedAbsence }
    case .daysAway: return FactReading(number: daysAway, event: episode.returned)
    case .outOfHours:
      let report = log.first(.reported) ?? episode.began
      return FactReading(
        flag: report.map { !London.isOfficeHour($0.occurred) } ?? false, event: report)
    case .interviewOutcome:
      return FactReading(log.latest(.rhiHeld, Field<String>.outcome))
    case .interviewAboveOurs:
      let told = record.interviewAboveOurs(of: episode)
      return FactReading(flag: told != nil, event: told?.event)
    case .returned: return FactReading(flag: !episode.isAway, event: episode.returned)
    case .opened: return FactReading(flag: record.opened != nil, event: record.opened)
    case .closed: return FactReading(flag: record.closed != nil, event: record.closed)
    case .interviewPending:
      return FactReading(flag: record.interviewPending, event: record.saysWhetherPending)
    case .interviewDeclined:
      return FactReading(flag: episode.declined != nil, event: episode.declined)
    case .absencesOnly:
      return FactReading(flag: record.closedWithoutInterview, event: episode.category?.event)
    }
  }

  /// How often a child went in one way in 90 days up to this going.
  private func ofKind(_ counts: (Category?) -> Bool) -> FactReading {
    let count = start.map { child.episodes(within: 90, upTo: $0.at, counts) }
    return FactReading(number: count, event: episode.began)
  }

  /// Full days from going to being back, each to the same clock time; none while the child is away.
  private var daysAway: Int? {
    guard let start, let back = episode.returned?.occurred else { return nil }
    var days = max(0, Int(back.since(start.at) / 86_400) - 1)
    while London.adding(days: days + 1, to: start.at) <= back { days += 1 }
    return days
  }

  /// Whether the authority on the register is the one whose procedure looks: by its name, or as
  /// "own"; nothing where none is on the register.
  private func whose(_ known: Known<String>?) -> FactReading {
    guard let known, !known.value.trimmed.isEmpty else { return .unknown }
    let name = known.value.trimmed.lowercased()
    let isOwn = name == "own" || name == authority.lowercased()
    return FactReading(isOwn ? "own" : "other", event: known.event)
  }

  private func flag(_ known: Known<Bool>?, otherwise: Bool = false) -> FactReading {
    FactReading(flag: known?.value ?? otherwise, event: known?.event)
  }
}
