import Store
import StorePractice
import Testing
import Workflow

/// A desk in a folder of its own, with a small procedure and people who may do things.
final class TestDesk {
  let place: TestPlace
  let desk: DeskFile
  var now = Instant(iso: "2026-03-27T18:00+00:00") ?? Instant(seconds: 0)
  let procedures = Practice.procedures

  init() throws {
    place = try TestPlace()
    desk = try DeskFile.openOrCreate(at: place.path)
    try desk.makeDesk(
      authority: "Norbury", procedure: "practice", drill: true, id: "make", by: admin)
  }

  deinit { desk.close() }

  var admin: Actor {
    Actor(Person(id: "a", name: "Ada Min", role: .administrator), account: "ada", now: now)
  }

  let frontDoor = Person(id: "f", name: "Fran Door", role: .frontDoor)
  let coordinator = Person(id: "m", name: "Mo Coord", role: .missingCoordinator)
  let manager = Person(id: "t", name: "Tess Manager", role: .teamManager)

  var records: Records { Records(desk, for: .init(coordinator, account: "mo")) }

  /// Registers a child under a family name.
  func register(
    _ id: String, _ family: String = "Okafor", given: String = "Zoë", born: String = "2011-03-14"
  ) throws {
    _ = try desk.registerChildren(
      [
        ChildRegistration(
          id: id,
          facts: Body([
            "family-name": .text(family), "given-names": .text(given),
            "born": CivilDate(iso: born).map(Value.date) ?? .unknown,
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
  func goMissing(
    _ child: String, _ id: String, policeReference: String = "CAD 4711/27MAR"
  ) throws -> Performed {
    try desk.triage(
      Practice.triage(now: now, policeReference: policeReference), of: child, id: id,
      by: coordinator, account: "mo", now: now,
      procedures: procedures)
  }

  func triage(report: String? = nil) -> Triage { Practice.triage(now: now, report: report) }
}
