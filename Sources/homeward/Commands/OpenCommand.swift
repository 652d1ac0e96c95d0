import ArgumentParser
import Desk
import Glibc
import Grid
import Store
import Terminal
import Workflow

/// Opens the desk; without a terminal it prints the trays and leaves.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "desk", abstract: "Open the desk (what happens without a subcommand).")

  @OptionGroup var common: Common

  @Option(help: "The theme: terminal, high-contrast or monochrome.")
  var theme: String?

  @Option(help: "The tray to open on.")
  var tray: String?

  func run() throws {
    let workbench = try common.workbench()
    if isatty(0) == 0 || isatty(1) == 0 {
      try TrayPrinter(workbench: workbench, person: common.viewer(on: workbench)).printCounts(
        as: common.format)
      return
    }
    let person = try common.person(on: workbench)
    let themeName = theme ?? Environment.value("HOMEWARD_THEME") ?? "terminal"
    guard Theme.shippedNames.contains(themeName) else {
      throw Failure(
        .usage,
        "There is no theme '\(themeName)'. There are: \(Theme.shippedNames.joined(separator: ", "))."
      )
    }
    let start = try tray.map { try TrayPrinter.tray(named: $0) } ?? person.role.homeTray
    try MainActor.assumeIsolated {
      let screen: Terminal.Screen
      do throws(ScreenError) {
        screen = try Terminal.Screen()
      } catch {
        throw Failure(.usage, error.sentence)
      }
      defer { screen.close() }
      var desk = Desk(
        me: person, place: "\(workbench.facts.authority) · \(workbench.facts.procedure)",
        now: workbench.now(), size: Desk.Size(width: screen.width, height: screen.height),
        themeName: themeName, tray: start, isDrill: workbench.facts.isDrill,
        session: SystemClock.unique())
      if workbench.facts.isDrill { desk.colleagues = try workbench.colleagues() }
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
  /// Everybody on the staff in each of their roles, for a drill in which one plays them all.
  func colleagues() throws -> [Person] {
    try records(for: nil).staff().flatMap { member in
      member.roles.compactMap { member.acting(as: $0) }
    }
  }
}
