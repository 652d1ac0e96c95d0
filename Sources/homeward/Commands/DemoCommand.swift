import ArgumentParser
import Glibc
import Store
import Workflow

/// Makes a fictional borough.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Make a fictional borough with work in every tray, relative to now.")

  @Option(help: "How many episodes.")
  var episodes = 60

  @Option(help: "The same seed makes the same borough.")
  var seed: UInt64 = 7

  @Flag(help: "Only the stories, without the daily work beside them: many episodes, soon made.")
  var bare = false

  @OptionGroup var common: Common

  func run() throws {
    guard (1...50_000).contains(episodes) else {
      throw Failure(.usage, "--episodes \(episodes): between 1 and 50,000.")
    }
    let path = try common.path()
    let now = common.moment
    try DeskMaker(
      path: path, authority: Fiction.borough, procedure: "combined", drill: true, name: "Drill",
      hasAdministrator: false
    ).make(now: now)
    do {
      let workbench = try Workbench(path: path, frozenAt: now)
      var borough = DemoBorough(workbench: workbench, seed: seed, now: now)
      try borough.make(episodes: episodes, isBare: bare)
    } catch {
      // Half a borough would be opened as a whole one the next time.
      for end in ["", "-wal", "-shm", "-lock", "-reserve"] { unlink(path + end) }
      throw error
    }
    if !common.quiet {
      Printer.line("Made \(Fiction.borough), a borough that does not exist, at \(path).")
      Printer.line("Open it with: homeward --desk \(path)")
    }
  }
}
