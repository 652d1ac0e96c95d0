/// A fact that a procedure may ask for: the rulebook's list, one vocabulary for packs and
/// explanations.
package enum Fact: String, CaseIterable, Sendable, Hashable {
  // The child.
  case status
  case allocated
  case resident
  case markers
  case age
  case placementKind = "placement-kind"
  case responsible
  case host
  // The episode.
  case category
  case from
  case whereabouts
  case inLondon = "in-london"
  case policeCategory = "police-category"
  case policeRisk = "police-risk"
  case risk
  case imminentHarm = "imminent-harm"
  case significantHarm = "significant-harm"
  case multiAgency = "multi-agency"
  case rag
  case section47 = "section-47"
  case joinedOpenRecord = "joined-open-record"
  case episodesIn90Days = "episodes-in-90-days"
  case earlierEpisodes = "earlier-episodes"
  case missingIn90Days = "missing-in-90-days"
  case absencesIn90Days = "absences-in-90-days"
  case daysAway = "days-away"
  case outOfHours = "out-of-hours"
  case interviewOutcome = "interview-outcome"
  case returned
  case interviewDeclined = "interview-declined"
  // The record.
  case opened
  case closed
  case interviewPending = "interview-pending"
  case absencesOnly = "absences-only"

  /// The values it may have, or nothing where it is a number.
  package var values: [String]? {
    switch self {
    case .status: ChildStatus.allCases.map(\.rawValue)
    case .markers: Marker.allCases.map(\.rawValue)
    case .category: Category.allCases.map(\.rawValue)
    case .from: MissingFrom.allCases.map(\.rawValue)
    case .policeCategory: PoliceCategory.allCases.map(\.rawValue)
    case .policeRisk, .risk: Risk.allCases.map(\.rawValue)
    case .rag: RAG.allCases.map(\.rawValue)
    case .whereabouts: ["known", "unknown"]
    case .responsible, .host: ["own", "other"]
    case .placementKind:
      ["residential", "foster", "semi-independent", "own-tenancy", "home", "other"]
    case .interviewOutcome: ["no-issues", "safeguarding-concerns", "support-needed"]
    case .age, .episodesIn90Days, .earlierEpisodes, .missingIn90Days, .absencesIn90Days, .daysAway:
      nil
    default: ["yes", "no"]
    }
  }

  /// In words: `police risk`.
  package var words: String { rawValue.split(separator: "-").joined(separator: " ") }
}

/// What a fact is at the moment, and the event that says so.
package struct FactReading: Sendable {
  /// Its values: none while it is not known, several for markers.
  package let values: Set<String>
  /// The number, for facts that are one.
  package let number: Int?
  /// The event that says so, or nothing where it follows from what was not recorded.
  package let event: Event?
  /// Whether the procedure gave it with the opening and nobody has settled it yet.
  package let isProvisional: Bool

  init(
    _ values: Set<String> = [], number: Int? = nil, event: Event? = nil, isProvisional: Bool = false
  ) {
    self.values = values
    self.number = number
    self.event = event
    self.isProvisional = isProvisional
  }

  init(flag: Bool, event: Event?) { self.init([flag ? "yes" : "no"], event: event) }

  init<T: Coded>(_ known: Known<T>?) {
    self.init(known.map { [$0.value.rawValue] } ?? [], event: known?.event)
  }
}

/// What a procedure sees when it looks at one episode.
package struct Situation: Sendable {
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

  /// The events that match, in the order in which they were recorded.
  ///
  /// What is kept with an episode counts for that episode alone: an offer made after the first going
  /// says nothing of the second.
  package func events(matching match: EventMatch) -> [Event] {
    guard let after = match.after.first else { return plainEvents(matching: match) }
    guard let earlier = events(matching: after).max(by: Situation.isEarlier) else { return [] }
    return plainEvents(matching: match).filter { Situation.isEarlier(earlier, $0) }
  }

  private static func isEarlier(_ one: Event, _ other: Event) -> Bool {
    (one.occurred, one.sequence) < (other.occurred, other.sequence)
  }

  private func plainEvents(matching match: EventMatch) -> [Event] {
    if match.kind.isOfChild { return sinceGoing(match) }
    guard match.kind.isOfEpisode else { return record.log.matching(match) }
    guard isForRecord else { return episode.log.matching(match) }
    // One interview may cover several episodes and then stands in each of them.
    var seen: Set<Event> = []
    return (record.episodes.flatMap { $0.log.matching(match) } + record.log.matching(match))
      .filter { seen.insert($0).inserted }
      .sorted { ($0.recorded, $0.sequence) < ($1.recorded, $1.sequence) }
  }

  /// What was recorded of the child itself since the going that this is about: an allocation of last
  /// year completes nothing now.
  private func sinceGoing(_ match: EventMatch) -> [Event] {
    let first = isForRecord ? record.episodes.first : episode
    guard let began = first?.began else { return [] }
    return child.history.filter { $0.recorded >= began.recorded && match.holds($0) }
  }

  /// What a fact is at the moment.
  package func reading(of fact: Fact) -> FactReading {
    let log = episode.log
    switch fact {
    case .status: return FactReading(child.known(.status))
    case .allocated: return flag(child.known(.isAllocated))
    case .resident: return flag(child.known(.resident), otherwise: true)
    case .markers:
      let known = child.known(Field<[String]>.markers)
      return FactReading(Set(known?.value ?? []), event: known?.event)
    case .age:
      let now = start?.at ?? Instant(seconds: 0)
      return FactReading(number: child.age(at: now), event: child.sources["born"])
    case .responsible: return whose(child.known(.responsibleAuthority))
    case .host: return whose(child.known(.hostAuthority))
    case .placementKind:
      let known = child.known(Field<String>.placementKind)
      return FactReading(known.map { [$0.value] } ?? [], event: known?.event)
    case .category: return FactReading(episode.category)
    case .from: return FactReading(episode.from)
    case .whereabouts:
      let known = log.latest(.wentMissing, Field<String>.whereabouts)
      let absence = episode.category?.value == .unauthorisedAbsence
      return FactReading(
        [absence || known?.value == "known" ? "known" : "unknown"],
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
      let known = log.latest(.riskAssessed, .multiAgency)
      return FactReading(known.map { [$0.value ? "yes" : "no"] } ?? [], event: known?.event)
    case .rag:
      if let set = log.latest(.ragSet, .rag) { return FactReading(set) }
      guard let given = record.opened?[.provisionalRAG] else { return FactReading() }
      return FactReading([given.rawValue], event: record.opened, isProvisional: true)
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
      let known = log.latest(.rhiHeld, Field<String>.outcome)
      return FactReading(known.map { [$0.value] } ?? [], event: known?.event)
    case .returned: return FactReading(flag: !episode.isAway, event: episode.returned)
    case .opened: return FactReading(flag: record.opened != nil, event: record.opened)
    case .closed: return FactReading(flag: record.closed != nil, event: record.closed)
    case .interviewPending:
      return FactReading(flag: record.interviewPending, event: episode.returned)
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
    guard let known, !known.value.trimmed.isEmpty else { return FactReading() }
    let name = known.value.trimmed.lowercased()
    let isOwn = name == "own" || name == authority.lowercased()
    return FactReading([isOwn ? "own" : "other"], event: known.event)
  }

  private func flag(_ known: Known<Bool>?, otherwise: Bool = false) -> FactReading {
    FactReading(flag: known?.value ?? otherwise, event: known?.event)
  }
}
