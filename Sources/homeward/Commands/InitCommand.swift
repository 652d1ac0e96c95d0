import ArgumentParser
import Procedures
import Store
import Workflow

/// Makes a desk.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a desk, with yourself as its administrator.")

  @Option(help: "The authority whose desk it is.")
  var authority: String

  @Option(help: "The procedure that it follows.")
  var procedure = "combined"

  @Option(help: "Your name, as others will read it.")
  var name: String = Account.name

  @Flag(help: "A drill: fictional children, anybody may act as anybody.")
  var drill = false

  @OptionGroup var common: Common

  func run() throws {
    let path = try common.path()
    try DeskMaker(
      path: path, authority: authority, procedure: procedure, drill: drill, name: name
    ).make(now: common.moment)
    if !common.quiet {
      Printer.line("Made the desk of \(authority) at \(path), under \(procedure).")
      Printer.line(
        "\(name) is its administrator and records no work. Add whoever does: homeward staff add ID "
          + "--name NAME --role ROLE\(drill ? ", each of whom you may then play with P" : " --login ACCOUNT")."
      )
    }
  }
}

/// Makes a desk and its first member of staff.
struct DeskMaker {
  let path: String
  let authority: String
  let procedure: String
  let drill: Bool
  let name: String
  /// Whether whoever makes it becomes its administrator; a borough of fiction has people of its own.
  var hasAdministrator = true

  /// Makes it.
  ///
  /// - Throws: that the procedure is unknown, or that the file cannot be made.
  func make(now: Instant) throws {
    _ = try PackShelf.open().procedure(id: procedure, on: London.local(now).date)
    let file = try DeskFile.openOrCreate(at: path)
    let administrator = Person(id: Account.name, name: name, role: .administrator)
    let actor = Actor(administrator, account: Account.name, now: now)
    try file.makeDesk(
      authority: authority, procedure: procedure, drill: drill, id: SystemClock.unique(), by: actor)
    guard hasAdministrator else { return }
    try file.addStaff(
      Account.name, name: name, roles: [.administrator], login: Account.name,
      id: SystemClock.unique(), by: actor)
  }
}
