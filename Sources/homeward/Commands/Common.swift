import ArgumentParser
import Desk
import Store
import Workflow

/// Options that every command takes.
struct Common: ParsableArguments {
  @Option(help: "The desk's file; else HOMEWARD_DESK, else the XDG data folder.")
  var desk: String?

  @Option(
    name: .customLong("as"),
    help: "Act as this member of staff, by id or name; ID:ROLE for one of several roles.")
  var actor: String?

  @Option(help: "How to write the answer: table, json or tsv.")
  var format: OutputFormat = .table

  @Flag(help: "Say nothing but what was asked for.")
  var quiet = false

  @Option(help: ArgumentHelp("A fixed time to work at; drills only.", visibility: .hidden))
  var now: String?

  /// What was said of the desk and the person.
  var choice: DeskChoice { DeskChoice(desk: desk, actor: actor, now: now) }

  /// The moment: the computer's clock, or what `--now` says.
  var moment: Instant {
    now.flatMap { SpokenInstant.read($0, now: SystemClock.now()) } ?? SystemClock.now()
  }

  /// The path of the desk's file.
  func path() throws -> String { try choice.path() }

  /// Opens the desk.
  ///
  /// - Parameter readOnly: whether the command only reads; then a folder that may not be written
  ///   will do.
  /// - Returns: the desk with its procedures and its clock.
  /// - Throws: why it cannot be opened, in a sentence.
  func workbench(readOnly: Bool = false) throws -> Workbench {
    try choice.workbench(readOnly: readOnly)
  }

  /// Who acts.
  func person(on workbench: Workbench) throws -> Person { try choice.person(on: workbench) }

  /// Who looks, where it is known: reading needs no name yet, but will be journalled under one.
  func viewer(on workbench: Workbench) -> Person? { try? person(on: workbench) }
}

/// The moment that a reading command looks from.
struct AsOf: ParsableArguments {
  @Option(
    name: .customLong("as-of"), parsing: .unconditional,
    help: "As it stood at this time, by what was known then.")
  var asOf: String?

  /// The moment, or nothing for now.
  func instant(_ workbench: Workbench) throws -> Instant? {
    guard let asOf else { return nil }
    guard let instant = SpokenInstant.read(asOf, now: workbench.now()) else {
      throw Failure(
        .usage, "--as-of \(asOf): not a time. Like 2026-10-20 01:00, -2h, yesterday 22:30.")
    }
    return instant
  }
}
