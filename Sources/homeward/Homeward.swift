import ArgumentParser
import Glibc
import Procedures
import Store
import Workflow

/// The program: the desk, and its scriptable twin.
@main
struct Homeward: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "homeward",
    abstract: "The duty desk that brings missing children home.",
    discussion: """
      Without a subcommand the desk opens; without a terminal it prints the trays and leaves. \
      Everything that the desk does can be done by the subcommands, through the same rules.
      """,
    version: "0.1.0",
    subcommands: [
      OpenCommand.self, InitCommand.self, DemoCommand.self, IntakeCommand.self, TrayCommand.self,
      DueCommand.self, FindCommand.self, EpisodeCommand.self, ChildCommand.self,
      RecordCommand.self, WhyCommand.self, TimelineCommand.self, ProcedureCommand.self,
      StaffCommand.self, ReportCommand.self, KeysCommand.self, VerifyCommand.self,
      RebuildCommand.self, BackupCommand.self, RestoreCommand.self, CheckpointCommand.self,
      DoctorCommand.self, PolicyCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  static func main() {
    StandardStreams.keepOpen()
    if let opener = DeskOpener(plainArguments: CommandLine.arguments.dropFirst()) {
      do {
        try opener.open()
      } catch {
        Homeward.end(on: error)
      }
      return
    }
    do {
      var command = try parseAsRoot(Homeward.reordered(Array(CommandLine.arguments.dropFirst())))
      do {
        try command.run()
      } catch {
        Homeward.end(on: error)
      }
    } catch {
      exit(withError: error)
    }
  }

  /// Common options may stand before the subcommand, as people type them.
  private static func reordered(_ arguments: [String]) -> [String] {
    let withValue: Set<String> = ["--desk", "--as", "--as-of", "--format", "--now", "--theme"]
    var moved: [String] = []
    var index = 0
    while index < arguments.count, arguments[index].hasPrefix("--") {
      let name = arguments[index]
      if withValue.contains(name), index + 1 < arguments.count {
        moved += arguments[index...(index + 1)]
        index += 2
      } else if name == "--quiet" || name == "--plain"
        || withValue.contains(where: { name.hasPrefix($0 + "=") })
      {
        moved.append(name)
        index += 1
      } else {
        return arguments
      }
    }
    guard index < arguments.count else { return arguments }
    return [arguments[index]] + arguments[(index + 1)...] + moved
  }

  /// Says why a command did not do its work, and ends with the status that scripts look for.
  private static func end(on error: any Error) -> Never {
    switch error {
    case let failure as Failure:
      Printer.complain(failure.sentence)
      Glibc.exit(failure.status.rawValue)
    case let refusal as Refusal:
      Printer.complain((refusal.rule.map { "Refused by \($0): " } ?? "") + refusal.sentence)
      if let tell = refusal.tellTitle { Printer.complain("Tell: \(tell)") }
      Glibc.exit(refusal.status.rawValue)
    case let error as StoreError:
      Printer.complain("\(error.sentence) \(error.wayForward)")
      Glibc.exit(error.status.rawValue)
    case let error as ShelfError:
      Printer.complain(error.sentence)
      Glibc.exit(Failure.Status.badConfiguration.rawValue)
    default: exit(withError: error)
    }
  }
}

extension Refusal {
  /// What a script is told of a refusal.
  var status: Failure.Status {
    switch reason {
    case .notAllowed: .notAllowed
    case .badInput: .badInput
    case .rule: .refused
    case .conflict: .busy
    case .notFound: .badInput
    }
  }
}

extension StoreError {
  /// What a script is told of a failure of the store.
  var status: Failure.Status {
    switch code {
    case .busy: .busy
    case .noSuchDesk, .alreadyThere, .notADatabase, .notADesk, .newerFile, .unsafePlace,
      .unsafeSettings, .procedureMissing:
      .badConfiguration
    case .backupDamaged: .badInput
    case .wouldLose: .refused
    default: .inputOutput
    }
  }
}
