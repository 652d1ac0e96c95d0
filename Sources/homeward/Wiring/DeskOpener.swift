import Desk
import Glibc
import Grid
import Store
import Terminal
import Workflow

/// Opens the screens on a desk.
struct DeskOpener {
  var choice = DeskChoice()
  var theme: String?
  var tray: String?
  var format = OutputFormat.table
  var readOnly = false

  /// Reads the options that open the desk, and nothing else.
  ///
  /// Looking through every subcommand takes longer than all the rest of the start together, and the
  /// desk is opened far more often than anything else is done.
  ///
  /// - Returns: nothing where any other word is said; then the arguments are looked at in full.
  init?(plainArguments arguments: ArraySlice<String>) {
    var rest = arguments
    while let name = rest.popFirst() {
      if name == "--read-only" {
        readOnly = true
        continue
      }
      guard let value = rest.popFirst() else { return nil }
      switch name {
      case "--desk": choice.desk = value
      case "--as": choice.actor = value
      case "--now": choice.now = value
      case "--theme": theme = value
      case "--tray": tray = value
      default: return nil
      }
    }
  }

  init(
    choice: DeskChoice, theme: String?, tray: String?, format: OutputFormat, readOnly: Bool = false
  ) {
    self.readOnly = readOnly
    self.choice = choice
    self.theme = theme
    self.tray = tray
    self.format = format
  }

  /// Opens it, and comes back when the person leaves.
  func open() throws {
    let workbench = try readOnly ? choice.readingWorkbench() : choice.workbench()
    if isatty(0) == 0 || isatty(1) == 0 {
      try TrayPrinter(workbench: workbench, person: try? choice.person(on: workbench)).printCounts(
        as: format)
      return
    }
    let person = try choice.person(on: workbench)
    let themeName = theme ?? Environment.value("HOMEWARD_THEME") ?? "terminal"
    guard Theme.shippedNames.contains(themeName) else {
      throw Failure(
        .usage,
        "There is no theme '\(themeName)'. There are: \(Theme.shippedNames.joined(separator: ", "))."
      )
    }
    let start = try tray.map { try TrayPrinter.tray(named: $0) } ?? workbench.homeTray(of: person)
    try MainActor.assumeIsolated {
      let screen: Terminal.Screen
      do throws(ScreenError) {
        screen = try Terminal.Screen()
      } catch {
        throw Failure(.usage, error.sentence)
      }
      defer { screen.close() }
      var desk = Desk(
        me: person, place: workbench.place,
        now: workbench.now(), size: Desk.Size(width: screen.width, height: screen.height),
        themeName: themeName, tray: start, isDrill: workbench.facts.isDrill,
        session: SystemClock.unique())
      desk.isReadOnly = readOnly
      // Who says as whom to act knows the way.
      desk.offersGuide = desk.isDrill && !readOnly && choice.actor == nil
      desk.takeOwnKeys()
      desk.noEditor = OwnEditor.refusal(isDrill: desk.isDrill)
      var loop = DeskLoop(screen: screen, workbench: workbench, desk: desk)
      loop.run()
    }
  }
}

extension Role {
  /// The tray in which a role finds its work.
  var homeTray: Tray {
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
}

extension Workbench {
  /// The tray that somebody's desk opens on: that of their own role where work lies in it, else the one
  /// in which most find such a role's work.
  func homeTray(of person: Person) -> Tray {
    guard let own = Tray(rawValue: person.role.rawValue), own != person.role.homeTray,
      let rows = try? records(for: person).steps(in: own, Window(limit: 1), now: now()),
      !rows.isEmpty
    else { return person.role.homeTray }
    return own
  }

  /// Everybody on the staff in each of their roles, for a drill in which one plays them all.
  func colleagues() throws -> [Person] {
    try records(for: nil).staff().flatMap { member in
      member.roles.filter { $0 != .administrator }.compactMap { member.acting(as: $0) }
    }
  }
}
