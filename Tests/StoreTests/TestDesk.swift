import Foundation
import Store
import Testing
import Workflow

/// A desk in a folder of its own, with a small procedure and people who may do things.
final class TestDesk {
  let folder: String
  let path: String
  let desk: DeskFile
  var now = Instant(iso: "2026-03-27T18:00+00:00") ?? Instant(seconds: 0)
  let procedures = ProcedureSource(TestDesk.procedure)

  init() throws {
    folder =
      FileManager.default.temporaryDirectory.path + "/homeward-store-" + UUID().uuidString
    path = folder + "/desk.sqlite"
    desk = try DeskFile.openOrCreate(at: path)
    try desk.makeDesk(
      authority: "Norbury", procedure: "test", drill: true, id: "make", by: admin)
  }

  deinit {
    desk.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  var admin: Actor {
    Actor(Person(id: "a", name: "Ada Min", role: .administrator), account: "ada", now: now)
  }

  let frontDoor = Person(id: "f", name: "Fran Door", role: .frontDoor)
  let coordinator = Person(id: "m", name: "Mo Coord", role: .missingCoordinator)
  let manager = Person(id: "t", name: "Tess Manager", role: .teamManager)

  var records: Records { Records(desk, for: .init(coordinator, account: "mo")) }

  /// Registers a child under a family name.
  func register(_ id: String, _ family: String = "Okafor", given: String = "Zoë") throws {
    _ = try desk.registerChildren(
      [
        ChildRegistration(
          id: id,
          facts: Body([
            "family-name": .text(family), "given-names": .text(given),
            "born": CivilDate(iso: "2011-03-14").map(Value.date) ?? .unknown,
            "aliases": .list(["Zed"]), "allocated": .flag(true),
          ]))
      ], id: "register-\(id)", by: admin, procedures: procedures)
  }

  /// Carries out a command of the missing coordinator, or of somebody else.
  @discardableResult func perform(
    _ id: String, on child: String, expecting: Int? = nil, as person: Person? = nil,
    _ entries: Command.Entry...
  ) throws -> Performed {
    try desk.perform(
      Command(id: id, child: child, expecting: expecting, entries: entries),
      by: person ?? coordinator, account: "mo", now: now, procedures: procedures)
  }

  /// A child who went missing at 16:00 and whose record is open.
  func goMissing(_ child: String, _ id: String) throws -> Performed {
    try desk.triage(
      triage(), of: child, id: id, by: coordinator, account: "mo", now: now,
      procedures: procedures)
  }

  func triage(report: String? = nil) -> Triage {
    Triage(
      report: report, reported: now,
      reportBody: Body(["risk": .text("medium"), "police-ref": .text("CAD 4711/27MAR")]),
      went: now.adding(hours: -2),
      goingBody: Body([
        "from": .text("care"), "category": .text("missing"),
        "last-seen": .instant(now.adding(hours: -2)),
      ]))
  }

  static let procedure = Procedure(
    id: "test", title: "Test procedure", authority: "Norbury", version: 1, contentHash: "abc",
    rules: [
      rule("notify", .notifyParents, .frontDoor, .frontDoor, .hours(2)),
      rule("strategy", .strategyMeeting, .teamManager, .teamManager, .workingDays(3)),
      Rule(
        name: "offer", realises: ["T-3"], step: .rhiOffer, tray: .rhi, role: .rhiWorker,
        since: [.first(EventMatch(.returned))], within: .hours(72),
        doneBy: [EventMatch(.rhiOffered)], duty: "Offer the interview.",
        citation: Citation(document: "Test", section: "3")),
      Rule(
        name: "monitor", realises: ["T-4"], step: .monitoring, tray: .missingCoordinator,
        role: .missingCoordinator, since: [.first(EventMatch(.opened))], isForRecord: true,
        duty: "Keep an eye on it.", citation: Citation(document: "Test", section: "4")),
    ],
    chairs: [], guards: [], prompts: [], acknowledgedBy: [.teamManager])

  private static func rule(
    _ name: String, _ step: StepName, _ tray: Tray, _ role: Role, _ limit: TimeLimit
  ) -> Rule {
    Rule(
      name: name, realises: ["T-1"], step: step, tray: tray, role: role, since: [.missingStart],
      within: limit, duty: "Do it.", citation: Citation(document: "Test", section: "1"))
  }
}
