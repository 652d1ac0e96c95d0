/// A queue of work steps that people open in the morning: the rulebook's canonical trays.
package enum Tray: String, CaseIterable, Sendable, Hashable {
  case frontDoor = "front-door"
  case missingCoordinator = "missing-coordinator"
  case tys
  case rhi
  case teamManager = "team-manager"
  case socialWorker = "social-worker"
  case mashManager = "mash-manager"
  case screening
  case dutySocialWorker = "duty-sw"
  case teamDuty = "team-duty"
  case serviceManager = "service-manager"
  case groupManager = "group-manager"

  /// What a person reads, where a pack gives no name of its own.
  package var title: String {
    switch self {
    case .frontDoor: "Front door"
    case .missingCoordinator: "Missing coordinator"
    case .tys: "TYS"
    case .rhi: "RHI"
    case .teamManager: "Team manager"
    case .socialWorker: "Social worker"
    case .mashManager: "MASH manager"
    case .screening: "Screening"
    case .dutySocialWorker: "Duty social worker"
    case .teamDuty: "Team duty"
    case .serviceManager: "Service manager"
    case .groupManager: "Group manager"
    }
  }
}
