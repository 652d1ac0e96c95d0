import Workflow

/// A case as the desk would have lived through it: every event decided in the order in which the
/// desk heard of it.
struct Story {
  /// The child's case at the moment that is asked about.
  private(set) var child: ChildCase
  /// What came of each given event; nothing for those that the desk had not heard of yet.
  private(set) var decisions: [Decision] = []
  let procedure: Procedure

  /// A given event and what came of it.
  struct Decision {
    let given: Scenario.Given
    /// Why it was refused, or nothing where it was taken.
    let refusal: Refusal?
  }

  init(of scenario: Scenario, procedure: Procedure) {
    self.procedure = procedure
    child = ChildCase(id: "scenario")
    let heard = Story.inOrder(scenario.given.filter { $0.recorded <= scenario.asOf })
    register(scenario.child, at: heard.first?.recorded ?? scenario.asOf)
    let openings = Story.openings(in: heard)
    for (index, given) in heard.enumerated() {
      decisions.append(Decision(given: given, refusal: record(given)))
      if openings.contains(index) { open(at: given.recorded) }
    }
  }

  /// In the order in which the desk heard of it.
  ///
  /// A return of which it heard only after the child had gone again is recorded before that going:
  /// nobody can go who is not back.
  private static func inOrder(_ given: [Scenario.Given]) -> [Scenario.Given] {
    func heard(_ event: Scenario.Given) -> Instant {
      guard event.kind == .returned else { return event.recorded }
      let next = given.first { $0.kind == .wentMissing && $0.at >= event.at }
      return min(event.recorded, next?.recorded ?? event.recorded)
    }
    return given.enumerated()
      .sorted { (heard($0.element), $0.offset) < (heard($1.element), $1.offset) }
      .map(\.element)
  }

  /// After which events the record is opened by itself: the first report of each going, or the going
  /// where nobody reports, unless the case says who opens it.
  private static func openings(in heard: [Scenario.Given]) -> Set<Int> {
    let goings = heard.indices.filter { heard[$0].kind == .wentMissing }
    var openings: Set<Int> = []
    for (position, going) in goings.enumerated() {
      let next = position + 1 < goings.count ? goings[position + 1] : heard.count
      let window = going..<next
      guard !window.contains(where: { heard[$0].kind == .opened }) else { continue }
      openings.insert(window.first { heard[$0].kind == .reported } ?? going)
    }
    return openings
  }

  private mutating func register(_ facts: Body, at now: Instant) {
    var body = facts
    if body[.familyName] == nil { body[.familyName] = "Scenario" }
    let entry = Command.Entry(.childRegistered, at: now, body)
    _ = attempt(entry, as: .frontDoor, now: now)
  }

  private mutating func open(at now: Instant) {
    guard let record = child.currentRecord, record.opened == nil else { return }
    let entry = Command.Entry(.opened, at: now)
    for role in [Role.frontDoor, .missingCoordinator] + Permissions.roles(for: .opened) {
      if attempt(entry, as: role, now: now) == nil { return }
    }
  }

  /// Records a given event by whoever the case names, or else by a role that may.
  private mutating func record(_ given: Scenario.Given) -> Refusal? {
    let entry = Command.Entry(given.kind, at: given.at, Story.completed(given))
    if let role = Story.role(of: given) {
      return attempt(entry, as: role, now: given.recorded)
    }
    var first: Refusal?
    for role in Story.likely(given.kind) + Permissions.roles(for: given.kind) {
      guard let refusal = attempt(entry, as: role, now: given.recorded) else { return nil }
      if first == nil { first = refusal }
    }
    return first
  }

  private mutating func attempt(_ entry: Command.Entry, as role: Role, now: Instant) -> Refusal? {
    let command = Command(id: "scenario", child: child.id, entries: [entry])
    let new = NewReferences(
      record: "M-\(child.records.count + 1)", episode: "E-\(child.episodes.count + 1)")
    let person = Person(id: role.rawValue, name: role.title, role: role)
    do throws(Refusal) {
      let events = try Decide.events(
        for: command, on: child, by: person, procedure: procedure, new: new, now: now,
        isAskedWhole: false)
      let stored = events.enumerated().map { index, event in
        Event(
          kind: event.kind, body: event.body, occurred: event.occurred, recorded: event.recorded,
          by: event.by, sequence: child.version + index + 1)
      }
      child = child.applying(stored)
      return nil
    } catch {
      return error
    }
  }

  // MARK: - Who acts

  private static func role(of given: Scenario.Given) -> Role? {
    let acting = given.kind == .acknowledged ? given.body[Field<String>.actingAs] : nil
    guard let word = given.by ?? acting else { return nil }
    switch word {
    case Tray.tys.rawValue: return .tysWorker
    case Tray.rhi.rawValue: return .rhiWorker
    case "own-social-worker": return .socialWorker
    default: return Role(rawValue: word)
    }
  }

  /// Who usually records such an event, so that a case reads as a day at the desk would.
  private static func likely(_ kind: EventKind) -> [Role] {
    switch kind {
    case .rhiOffered, .rhiDeclined, .rhiHeld, .rhiShared, .rhiAllocated: [.rhiWorker]
    case .recordClosed: [.rhiWorker, .missingCoordinator]
    case .riskAssessed, .meetingHeld, .meetingPlanned, .meetingCancelled: [.teamManager]
    case .returned, .found: [.missingCoordinator]
    default: []
    }
  }

  /// What a form needs and the case does not care about.
  private static func completed(_ given: Scenario.Given) -> Body {
    var body = given.body
    for field in EventForm.of(given.kind).fields where field.isRequired {
      guard body[name: field.name] == nil else { continue }
      switch field.input {
      case .line, .paragraph: body[name: field.name] = .text("not stated")
      case .code(let codes)
      where field.name == "chair" && codes.contains(Role.teamManager.rawValue):
        body[.chair] = Role.teamManager.rawValue
      // An offer of which nothing more is said: made, the answer still to come.
      case .code where given.kind == .rhiOffered: body[.answer] = .undecided
      case .code where given.kind == .acknowledged: body[.acknowledgement] = .nothingForMe
      default: break
      }
    }
    return body
  }
}
