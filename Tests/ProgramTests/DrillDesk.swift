import Foundation
import TestSupport
import Testing

/// A drill on real files: a desk of a borough that does not exist, its staff, and a register.
final class DrillDesk {
  /// The time at which the drill stands still, unless a command is told another.
  static let now = "2026-10-24 12:00"

  /// Who works there: one person a role.
  static let staff = [
    ("frances", "Frances Okafor", "front-door"), ("mira", "Mira Castell", "missing-coordinator"),
    ("rhys", "Rhys Rahman", "rhi-worker"), ("tom", "Tom Osei", "tys-worker"),
    ("una", "Una Dace", "team-manager"), ("petra", "Petra Sethi", "social-worker"),
  ]

  let folder: Folder
  /// The desk's file.
  var path: String { folder.file("desk.sqlite") }

  /// Copies the desk that every test begins with; making it takes a dozen processes.
  init() throws {
    folder = try Folder()
    try FileManager.default.copyItem(atPath: DrillDesk.template.get().path, toPath: path)
  }

  /// A fictional borough with work in every tray.
  ///
  /// - Parameter episodes: how many missing episodes it has.
  /// - Throws: an error where it cannot be made.
  init(demoOf episodes: Int) throws {
    folder = try Folder()
    let made = try run(["demo", "--episodes", "\(episodes)", "--seed", "7", "--quiet"])
    try #require(made.status == 0, "\(made.errors)")
  }

  /// Makes the desk itself.
  private init(in folder: Folder) throws {
    self.folder = folder
    let start = "2026-01-05 09:00"
    // These tests tell one document's story; combined has its own.
    let made = try run(
      ["init", "--authority", "Northbrook", "--drill", "--procedure", "lambeth-2023"], now: start)
    try #require(made.status == 0, "\(made.errors)")
    for (id, name, role) in DrillDesk.staff {
      let added = try run(["staff", "add", id, "--name", name, "--role", role], now: start)
      try #require(added.status == 0, "\(added.errors)")
    }
    let read = try run(
      ["child", "import", DrillDesk.sample("register.csv")], as: "mira", now: start)
    try #require(read.status == 0, "\(read.errors)")
  }

  private struct Template: @unchecked Sendable {
    let desk: DrillDesk
    var path: String { desk.path }
  }

  private static let template = Result { Template(desk: try DrillDesk(in: Folder())) }

  /// The path of a sample input.
  static func sample(_ name: String) -> String { Program.sourceRoot + "/Tests/Samples/" + name }

  /// The sample report of the whole line.
  static let report = sample("reports/01-merlin-mis.txt")

  /// Runs a command on the desk.
  ///
  /// - Parameters:
  ///   - arguments: the command and what it is told.
  ///   - person: who acts, or nothing for nobody in particular.
  ///   - now: the time at which it runs.
  ///   - environment: what differs in its environment.
  ///   - input: what it reads from standard input.
  /// - Returns: how it ended and what it printed.
  /// - Throws: an error where it cannot be started.
  @discardableResult
  func run(
    _ arguments: [String], as person: String? = nil, now: String = DrillDesk.now,
    environment: [String: String] = [:], input: String? = nil
  ) throws -> ProgramRun {
    try Program.run(
      Program.homeward,
      arguments + ["--desk", path, "--now", now] + (person.map { ["--as", $0] } ?? []),
      environment: environment, input: input)
  }

  /// Runs a command that must succeed.
  @discardableResult
  func done(
    _ arguments: [String], as person: String? = nil, now: String = DrillDesk.now,
    at location: SourceLocation = #_sourceLocation
  ) throws -> String {
    let run = try run(arguments, as: person, now: now)
    #expect(
      run.status == 0, "\(arguments.joined(separator: " ")): \(run.errors)",
      sourceLocation: location)
    return run.output
  }

  /// Runs a command that must succeed and answer in JSON.
  func json(
    _ arguments: [String], as person: String? = nil, now: String = DrillDesk.now,
    at location: SourceLocation = #_sourceLocation
  ) throws -> JSONObject {
    let text = try done(
      arguments + ["--format", "json"], as: person, now: now, at: location)
    return try JSONObject(text)
  }

  /// What was recorded of a child, as the journal has it.
  func timeline(of reference: String) throws -> [JSONObject] {
    try json(["timeline", reference]).list("events")
  }
}
