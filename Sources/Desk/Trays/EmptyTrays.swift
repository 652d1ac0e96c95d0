import Workflow

extension Tray {
  /// What would fill the tray, and what to do: what an empty one says.
  func filledBy(_ keys: Keymap) -> String {
    switch self {
    case .frontDoor:
      "A report that comes in lies here until it is triaged: press \(keys.name("report")) to take one in."
    case .missingCoordinator:
      "Every open missing record lies here from the moment it is opened, and closures that need your acknowledgement."
    case .tys:
      "The interviews of children without an allocated worker lie here, from the referral to the last paper."
    case .rhi:
      "The interview of a child lies here from the moment the child goes missing, due once the child is back."
    case .teamManager:
      "Risk ratings, strategy meetings and their reviews lie here, and closures to acknowledge."
    case .socialWorker:
      "What a child's own worker has to do while the child is away and after the return lies here."
    case .mashManager: "Ratings that the front door gave provisionally lie here to be reviewed."
    case .screening: "Returns that must be checked before anything else happens lie here."
    case .dutySocialWorker:
      "Children without a worker who are still missing after days are passed on to here."
    case .teamDuty: "Returns of children whose team takes them in turn lie here."
    case .serviceManager:
      "Notices to senior managers and closures that they must review lie here."
    case .groupManager: "Reviews of children who have been missing for long lie here."
    }
  }
}
