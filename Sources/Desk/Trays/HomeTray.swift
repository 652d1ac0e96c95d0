package import Workflow

extension Role {
  /// The tray in which a role finds its work.
  package var homeTray: Tray {
    switch self {
    case .missingCoordinator: .missingCoordinator
    case .rhiWorker: .rhi
    case .tysWorker: .tys
    case .teamManager, .advancedPractitioner, .serviceManager, .groupManager, .headOfService,
      .assistantDirector, .director, .iro:
      .teamManager
    case .socialWorker, .dutySocialWorker, .teamDuty: .socialWorker
    default: .frontDoor
    }
  }

  /// The tray that a desk opens on: that of the role's own name where work lies in it, else the one in
  /// which most find such a role's work.
  ///
  /// - Parameter hasWork: whether anything lies in a tray.
  /// - Returns: the tray.
  package func openingTray(_ hasWork: (Tray) -> Bool) -> Tray {
    guard let own = Tray(rawValue: rawValue), own != homeTray, hasWork(own) else { return homeTray }
    return own
  }
}
