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

// What a list says that is empty: what would fill it.
extension Desk {
  /// What an empty tray says, or the list of all trays.
  var nothingWaits: String {
    guard trays.query.isOfAll else { return "Nothing waits. " + trays.tray.filledBy(keymap) }
    return "Nothing waits in any tray. \(Tray.frontDoor.filledBy(keymap)) "
      + "The steps of every open missing record come here, each from the tray of whose turn it is."
  }

  /// What a tray says where the filter leaves nothing of it.
  var nothingFits: String {
    let filter = trays.query.filter
    let back = keymap.name("clear")
    if trays.query.isOfAll, filter.text == TrayMoves.pressing {
      return
        "Nothing is overdue, at once or due today in any tray. A step comes here on the day on which it "
        + "is due, and stays until it is done. \(back) shows all that waits in any tray."
    }
    let complaint = filter.complaintInFull.map { " \($0)." } ?? ""
    return "Nothing fits “\(filter.text)”.\(complaint) \(back) shows "
      + (trays.query.isOfAll ? "all trays again." : "the whole tray again.")
  }
}

extension DraftsScreen {
  /// What is said where there is none.
  static let empty =
    "Nothing is begun and left. Esc out of a form keeps what you typed, and it waits here."
}

extension AsidesScreen {
  /// What is said where there is none.
  static let empty =
    "No report is set aside. One from which nothing is opened lies here with its reason."
}

extension PeopleScreen {
  /// What is said where nobody is left.
  var empty: String {
    text.isEmpty
      ? "Nobody is on this desk yet. 'homeward staff add' puts the people of the team here."
      : "Nobody is called so. Ctrl-U shows all."
  }
}
