import Desk
import Workflow

/// Children whose cases were recorded through `Decide`, as the program records them.
extension Sample {
  /// Records one event as the program would; what is refused is a mistake of the test.
  static func record(
    _ kind: EventKind, _ when: String, on child: ChildCase, by person: Person,
    _ body: Body = Body(),
    episode: String? = nil
  ) throws -> ChildCase {
    let moment = at(when)
    let command = Command(
      id: "\(child.version)", child: child.id, entries: [.init(kind, at: moment, body)])
    let number = child.id.filter(\.isNumber)
    let events = try Decide.events(
      for: command, on: child, by: person, procedure: procedure,
      new: NewReferences(record: "M-2026-\(number)", episode: episode ?? "E-2026-\(number)"),
      now: moment)
    return child.applying(events.enumerated().map { numbered($1, child.version + $0 + 1) })
  }

  /// An event with its number in the journal, which a child of its own has from 1 on.
  static func numbered(_ event: Event, _ number: Int) -> Event {
    Event(
      kind: event.kind, body: event.body, occurred: event.occurred, recorded: event.recorded,
      by: event.by, sequence: number, written: event.written)
  }

  /// A child of whom a police report opened a record on Thursday evening.
  static func missing(
    id: String = "C-0412", family: String = "Pryce-Morgan", given: String = "Siân"
  ) throws -> ChildCase {
    var child = ChildCase(id: id)
    child = try record(
      .childRegistered, "2026-03-02 09:00", on: child, by: frontDoor,
      Body([
        "family-name": .text(family), "given-names": .text(given),
        "born": .date(CivilDate(iso: "2011-03-12") ?? London.local(now).date),
        "status": .text("looked-after"), "markers": .list(["cse", "gang"]),
      ]))
    child = try record(
      .wentMissing, "2026-11-19 21:15", on: child, by: frontDoor,
      Body([
        "from": .text("care"), "category": .text("missing"),
        "last-seen": .instant(at("2026-11-19 21:15")), "place": .text("14 Elm Road"),
      ]))
    child = try record(
      .reported, "2026-11-19 22:05", on: child, by: frontDoor,
      Body([
        "by": .text("Elm House"), "risk": .text("medium"), "police-ref": .text("CAD 4471/19NOV26"),
      ]))
    return try record(.opened, "2026-11-19 22:10", on: child, by: frontDoor)
  }

  /// The same child, rated, back since Saturday morning, with one attempt at the interview.
  static func returned() throws -> ChildCase {
    var child = try missing()
    child = try record(
      .riskAssessed, "2026-11-19 23:30", on: child, by: manager,
      Body([
        "risk": .text("high"), "multi-agency": .flag(true),
        "rationale": .text("Second time in a month, seen with older men at the station."),
      ]))
    child = try record(
      .meetingPlanned, "2026-11-20 10:00", on: child, by: manager,
      Body([
        "kind": .text("professionals-meeting"), "for": .instant(at("2026-11-22 10:00")),
        "chair": .text("team-manager"),
      ]))
    child = try record(
      .returned, "2026-11-21 08:10", on: child, by: coordinator,
      Body(["place": .text("Elm House"), "safe": .flag(true)]))
    return try record(
      .rhiOffered, "2026-11-21 11:20", on: child, by: worker,
      Body(["to": .text("Siân"), "how": .text("phone"), "answer": .text("no-answer")]))
  }

  /// An interview of which everything is said that a record needs to end.
  static let heldWhole = Body([
    "by": .text("rhi-worker"), "place": .text("youth centre"), "outcome": .text("no-issues"),
    "significant-harm": .flag(false), "circumstances": .text("Was with a friend"),
    "reasons": .list(["friends-or-family"]),
  ])

  /// The same child, interviewed, the record closed and waiting for its acknowledgements.
  static func closed() throws -> ChildCase {
    var child = try returned()
    child = try record(.rhiHeld, "2026-11-21 15:00", on: child, by: worker, heldWhole)
    return try record(
      .recordClosed, "2026-11-21 17:00", on: child, by: worker,
      Body(["reason": .text("Back at Elm House, plan agreed")]))
  }

  /// What the desk shows of a child.
  static func page(
    _ child: ChildCase, authority: String? = nil, others: [Procedure] = []
  ) -> ChildPage {
    ChildPage(
      child: child, steps: Derive.steps(of: child) { _ in procedure }, procedure: procedure,
      authority: authority, others: others)
  }

  /// The page of a missing child whom another authority has placed here, with its procedure at hand.
  static func placed() throws -> ChildPage {
    let child = try record(
      .childUpdated, "2026-11-19 22:00", on: try missing(), by: frontDoor,
      Body([
        "responsible-authority": .text("Southbrook"), "host-authority": .text("Northbrook"),
      ]))
    return page(child, authority: "Northbrook", others: [southbrook])
  }
}
