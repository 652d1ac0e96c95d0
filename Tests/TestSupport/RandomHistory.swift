package import Workflow

/// What people might record of a child, at random, made from the same table of forms as the screens.
///
/// Many acts are refused by the core, as they would be of people; what is taken makes a valid history.
package struct RandomHistory {
  /// Something that somebody tries to record.
  package struct Act {
    /// The event, its time and its fields.
    package let entry: Command.Entry
    /// Who, in a role that may.
    package let person: Person
    /// When it is recorded.
    package let now: Instant
  }

  private var random: Seeded
  /// The moment that the history has reached.
  package private(set) var now: Instant

  /// Makes a history; the same seed gives the same.
  package init(seed: UInt64) {
    random = Seeded(seed)
    // Near a change of the clocks, a bank holiday or a month's end as often as not.
    now = Instant(seconds: 1_767_600_000 + Int64(seed % 97) * 86_400 * 7)
  }

  /// What happens of itself in a missing record comes more often than the rest.
  private static let kinds: [EventKind] =
    EventKind.allCases.filter { !never.contains($0) }
    + [
      .wentMissing, .wentMissing, .returned, .returned, .reported, .reported, .riskAssessed,
      .meetingHeld, .meetingHeld, .meetingHeld, .meetingCancelled,
      .rhiOffered, .rhiOffered, .stepDone, .stepDone, .notified, .notified, .allocated,
    ]

  /// What is not recorded of a child, or only by commands of their own.
  private static let never: Set<EventKind> = [
    .childRegistered, .deskMade, .staffAdded, .procedureKept, .procedureChosen, .procedureAdopted,
    .reportReceived,
  ]

  /// The first act: the child comes onto the register.
  package mutating func registration() -> Act {
    var body = body(of: .childRegistered, for: nil)
    body[.familyName] = "Okafor"
    body[name: "born"] = .date(
      CivilDate(daysSince1970: Int.random(in: 13_500...18_500, using: &random)))
    let person = Person(id: "m", name: "Mo Coord", role: .missingCoordinator)
    return Act(entry: Command.Entry(.childRegistered, at: now, body), person: person, now: now)
  }

  /// Another act, some time after the one before; it may well be refused.
  package mutating func act(on child: ChildCase) -> Act {
    let hours = Int.random(in: 0...10, using: &random) == 0 ? 200 : 20
    now = now.adding(seconds: Int64.random(in: 0...Int64(hours) * 3600, using: &random))
    if child.records.last?.current == nil { return act(.wentMissing, on: child) }
    // Who may open is the procedure's to say, so it is tried until somebody may.
    let waits = child.currentRecord.map { $0.opened == nil } ?? false
    return act(
      waits && Bool.random(using: &random) ? .opened : pick(RandomHistory.kinds), on: child)
  }

  /// An act of one kind.
  package mutating func act(_ kind: EventKind, on child: ChildCase) -> Act {
    let back =
      Int64.random(in: 0...5, using: &random) * Int64.random(in: 0...36_000, using: &random)
    let role = pick(Permissions.roles(for: kind))
    return Act(
      entry: Command.Entry(kind, at: now.adding(seconds: -back), body(of: kind, for: child)),
      person: Person(id: role.rawValue, name: role.title, role: role), now: now)
  }

  private mutating func body(of kind: EventKind, for child: ChildCase?) -> Body {
    // What the core itself fills in is not made up.
    if kind == .opened { return Body() }
    if kind == .corrected, let child { return correction(of: child) }
    var body = Body()
    for field in EventForm.of(kind).fields where field.isRequired || Bool.random(using: &random) {
      if field.name == "procedure" || field.name.hasPrefix("procedure-") { continue }
      body[name: field.name] = value(of: field)
    }
    return body
  }

  private mutating func correction(of child: ChildCase) -> Body {
    guard let event = child.history.randomElement(using: &random) else { return Body() }
    var body = Body(["corrects": .number(event.sequence), "reason": .text("typed wrong")])
    if let field = EventForm.of(event.kind).fields.randomElement(using: &random) {
      body[name: "field"] = .text(field.name)
      body[name: "value"] = .text(value(of: field).typed)
    }
    return body
  }

  private mutating func value(of field: FormField) -> Value {
    let words = [
      "police", "professional", "placement", "own-social-worker", "rhi-worker", "known", "own",
      "Northbrook", "other", "text",
    ]
    switch field.input {
    case .line: return .text(pick(words))
    case .paragraph: return .text("What was said.")
    case .instant:
      return .instant(now.adding(seconds: -Int64.random(in: 0...90_000, using: &random)))
    case .instantOrUnknown:
      return Bool.random(using: &random)
        ? .unknown : .instant(now.adding(seconds: -Int64.random(in: 0...90_000, using: &random)))
    case .date:
      return .date(CivilDate(daysSince1970: Int.random(in: 13_500...18_500, using: &random)))
    case .flag: return .flag(Bool.random(using: &random))
    case .number: return .number(Int.random(in: 1...3, using: &random))
    case .code(let codes): return .text(pick(codes))
    case .codes(let codes):
      return .list(codes.isEmpty ? [pick(words)] : [pick(codes), pick(codes)])
    }
  }

  /// One of several.
  package mutating func pick<T>(_ items: [T]) -> T {
    items[Int.random(in: 0..<items.count, using: &random)]
  }
}

extension RandomHistory {
  /// A child's case after a number of acts that the core took, as the desk would number them.
  package mutating func child(after count: Int, under procedure: Procedure) -> ChildCase {
    var child = ChildCase(id: "C1")
    var next = registration()
    for _ in 0..<count * 6 where child.version < count {
      if let events = RandomHistory.events(of: next, on: child, under: procedure) {
        child = child.applying(events)
      }
      next = act(on: child)
    }
    return child
  }

  /// The events that an act leads to, numbered, or nothing where it is refused.
  package static func events(
    of act: Act, on child: ChildCase, under procedure: Procedure
  ) -> [Event]? {
    let events = try? Decide.events(
      for: Command(id: "1", child: child.id, entries: [act.entry]), on: child, by: act.person,
      procedure: procedure,
      new: NewReferences(
        record: "M-\(child.records.count + 1)", episode: "E-\(child.episodes.count + 1)"),
      now: act.now)
    return events?.enumerated().map { index, event in
      Event(
        kind: event.kind, body: event.body, occurred: event.occurred, recorded: event.recorded,
        by: event.by, sequence: child.version + index + 1)
    }
  }
}
