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
  case interviewAboveOurs = "interview-above-ours"
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
  package var words: String {
    switch self {
    case .from: "missing from"
    case .resident: "resident here"
    case .responsible: "responsible authority"
    case .host: "host authority"
    case .rag: "RAG"
    case .interviewAboveOurs: "interview's risk above ours"
    default: rawValue.split(separator: "-").joined(separator: " ")
    }
  }

  /// The events of an episode from which it is read; none where it is read from what is recorded of
  /// the child or the record.
  var events: EventKinds {
    switch self {
    case .category, .whereabouts: [.wentMissing, .categoryChanged]
    case .from, .inLondon: [.wentMissing]
    case .policeCategory, .policeRisk, .imminentHarm: [.reported]
    case .risk: [.riskAssessed, .meetingHeld]
    case .multiAgency: [.riskAssessed]
    case .significantHarm: [.disclosure, .rhiHeld, .riskAssessed]
    case .rag: [.ragSet]
    case .section47: [.section47Started]
    case .daysAway: [.wentMissing, .reported, .returned]
    case .outOfHours: [.wentMissing, .reported]
    case .interviewOutcome: [.rhiHeld]
    case .interviewAboveOurs: [.rhiHeld, .riskAssessed, .meetingHeld]
    case .returned: [.returned]
    case .interviewDeclined: [.rhiOffered, .rhiDeclined]
    default: []
    }
  }

  /// Its place in `allCases`: the discriminator itself, as for the kinds of events.
  var place: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

  /// A bit for a value, by its place in the list; none for a value that is not on it.
  func bit(of value: String) -> UInt64 {
    Fact.codes[place].firstIndex(of: value).map { 1 << UInt64($0) } ?? 0
  }

  /// A bit for each value.
  func bits(of values: Set<String>) -> UInt64 {
    values.reduce(0) { $0 | bit(of: $1) }
  }

  private static let codes: [[String]] = allCases.map { $0.values ?? [] }
}
