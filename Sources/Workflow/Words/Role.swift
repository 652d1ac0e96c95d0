/// In what capacity a person acts: the rulebook's canonical roles, which packs give local titles.
package enum Role: String, CaseIterable, Sendable, Hashable {
  case frontDoor = "front-door"
  case missingCoordinator = "missing-coordinator"
  case rhiWorker = "rhi-worker"
  case tysWorker = "tys-worker"
  case teamManager = "team-manager"
  case advancedPractitioner = "advanced-practitioner"
  case socialWorker = "social-worker"
  case dutySocialWorker = "duty-sw"
  case teamDuty = "team-duty"
  case mashManager = "mash-manager"
  case screening
  case outOfHours = "out-of-hours"
  case serviceManager = "service-manager"
  case groupManager = "group-manager"
  case headOfService = "head-of-service"
  case iro
  case assistantDirector = "assistant-director"
  case director
  case administrator

  /// What a person reads: `Missing coordinator`, `IRO`.
  package var title: String {
    switch self {
    case .rhiWorker: "RHI worker"
    case .tysWorker: "TYS worker"
    case .mashManager: "MASH manager"
    case .dutySocialWorker: "Duty social worker"
    case .iro: "IRO"
    default:
      rawValue.prefix(1).uppercased()
        + rawValue.dropFirst().map { $0 == "-" ? " " : String($0) }.joined()
    }
  }

  /// Rank for choosing between chairs, lowest first (rulebook, how time is counted); nothing for
  /// roles that chair no meeting.
  package var seniority: Int? {
    switch self {
    case .teamManager, .advancedPractitioner: 1
    case .serviceManager, .groupManager: 2
    case .headOfService: 3
    case .iro: 4
    case .assistantDirector: 5
    case .director: 6
    default: nil
    }
  }
}
