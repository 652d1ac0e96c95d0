import Testing
import Workflow

/// Given what was recorded, when somebody records something, then these events or this refusal: the
/// triple in which the core is tested.
struct Spec {
  var child = ChildCase(id: "C1")
  let procedure: Procedure

  init(_ procedure: Procedure = .northbrook) {
    self.procedure = procedure
    given(
      .childRegistered, at: "2026-01-01 09:00",
      ["family-name": .text("Wójcik"), "born": .date(CivilDate(daysSince1970: 15_000))])
  }

  /// An interview of which everything is said that a record needs to end.
  static let wholeInterview: [String: Value] = [
    "by": .text("rhi-worker"), "place": .text("youth centre"), "outcome": .text("no-issues"),
    "significant-harm": .flag(false), "circumstances": .text("Was with a friend"),
    "reasons": .list(["friends-or-family"]),
  ]

  /// A closure with its summary, and an acknowledgement that raises nothing.
  static let summary: [String: Value] = ["reason": .text("Back and well")]
  static let nothing: [String: Value] = [
    "answer": .text("nothing-for-me"), "reason": .text("Her team goes on"),
  ]

  /// Records something that must be taken.
  mutating func given(
    _ kind: EventKind, at time: String, _ body: [String: Value] = [:], by role: Role = .frontDoor,
    learnt: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    do throws(Refusal) {
      child = child.applying(try when(kind, at: time, body, by: role, learnt: learnt))
    } catch {
      Issue.record("refused: \(error.sentence)", sourceLocation: sourceLocation)
    }
  }

  /// What recording something leads to.
  func when(
    _ kind: EventKind, at time: String, _ body: [String: Value] = [:], by role: Role = .frontDoor,
    learnt: String? = nil
  ) throws(Refusal) -> [Event] {
    var whole = Body(body)
    let occurred = Instant(iso: time) ?? Instant(seconds: 0)
    let recorded = learnt.flatMap { Instant(iso: $0) } ?? occurred
    if learnt != nil { whole[.learnt] = recorded }
    let entry = Command.Entry(kind, at: occurred, whole)
    let events = try Decide.events(
      for: Command(id: "1", child: child.id, entries: [entry]), on: child,
      by: Person(id: role.rawValue, name: role.title, role: role), procedure: procedure,
      new: NewReferences(
        record: "M-\(child.records.count + 1)", episode: "E-\(child.episodes.count + 1)"),
      now: recorded)
    return events.enumerated().map { index, event in
      Event(
        kind: event.kind, body: event.body, occurred: event.occurred, recorded: event.recorded,
        by: event.by, sequence: child.version + index + 1)
    }
  }

  /// A child who went missing, with an open record.
  static func missing(
    at time: String, from: MissingFrom = .care, procedure: Procedure = .northbrook
  ) -> Spec {
    var spec = Spec(procedure)
    spec.given(
      .wentMissing, at: time,
      ["from": .text(from.rawValue), "category": .text(Category.missing.rawValue)])
    spec.given(.opened, at: time)
    return spec
  }

  /// What a fact is for the last episode.
  func reading(of fact: Fact) -> FactReading? {
    guard let record = child.records.last, let episode = record.current else { return nil }
    return Situation(child: child, record: record, episode: episode).reading(of: fact)
  }

  /// All work steps.
  var steps: [WorkStep] {
    let procedure = procedure
    return Derive.steps(of: child) { _ in procedure }
  }

  /// The first step of a name, of the last episode that has one.
  func step(_ name: StepName, occurrence: Int = 1, episode: Int? = nil) -> WorkStep? {
    steps.last {
      $0.rule.step == name && $0.id.occurrence == occurrence
        && (episode ?? $0.episodeNumber) == $0.episodeNumber
    }
  }

  /// The sentences of a step's explanation under a heading.
  func explanation(_ name: StepName, _ heading: String, asOf time: String) -> [String] {
    guard let step = step(name), let now = Instant(iso: time) else { return [] }
    let whole = Explanation(of: step, child: child, procedure: procedure, asOf: now)
    return whole.sections.first { $0.heading == heading }?.lines ?? []
  }
}

extension Procedure {
  /// A small procedure of a borough that does not exist.
  static let northbrook = Procedure(
    id: "northbrook", title: "Northbrook", authority: "Northbrook", version: 1,
    contentHash: String(repeating: "0", count: 64),
    rules: [
      rule("meeting", .strategyMeeting, since: [.missingStart], within: .days(3), lapses: true),
      rule(
        "fortnight", .reviewMeeting,
        since: [
          .first(EventMatch(.meetingHeld, with: ["kind": ["strategy-meeting"]])),
          .due(.strategyMeeting),
        ], within: .days(14), repeats: true, lapses: true),
      rule("offer", .rhiOffer, since: [.first(EventMatch(.returned))], within: .hours(72)),
      rule(
        "rating", .riskRating, since: [.first(EventMatch(.opened))],
        doneBy: [EventMatch(.riskAssessed)]),
      rule("harm", .s47StrategyMeeting, since: [.first(EventMatch(.disclosure))]),
      rule(
        "letter", .rhiLetter, since: [.first(EventMatch(.returned))], within: .workingDays(2)),
    ],
    chairs: [
      ChairRung(role: .teamManager, from: .atOnce, rule: "NB-09"),
      ChairRung(role: .serviceManager, from: .days(14), rule: "NB-09"),
    ],
    guards: [
      Guard(
        on: EventMatch(.opened, without: ["by": ["front-door"]]), rule: "NB-10",
        sentence: "The front door opens records.", tell: .frontDoor)
    ],
    prompts: [], acknowledgedBy: [.teamManager, .missingCoordinator])

  /// The same borough with one rule more.
  static func northbrook(and further: Rule...) -> Procedure {
    let plain = northbrook
    return Procedure(
      id: plain.id, title: plain.title, authority: plain.authority, version: plain.version,
      contentHash: plain.contentHash, rules: plain.rules + further, chairs: plain.chairs,
      guards: plain.guards, prompts: plain.prompts, acknowledgedBy: plain.acknowledgedBy)
  }

  /// Asks for a visit within two hours of a safe and well check, which may come after the record is closed.
  static let visitAfterCheck = Rule(
    name: "visit", realises: ["NB-11"], step: .wellbeingCheck, tray: .socialWorker,
    role: .socialWorker, when: .fact(.category, ["missing"]),
    since: [.last(EventMatch(.safeAndWell))],
    within: .hours(2), duty: "Visit the child.",
    citation: Citation(document: "A document", section: "1"))

  private static func rule(
    _ name: String, _ step: StepName, since: [Anchor], within: TimeLimit? = nil,
    repeats: Bool = false, doneBy: [EventMatch] = [], lapses: Bool = false
  ) -> Rule {
    Rule(
      name: name, realises: ["NB-01"], step: step, tray: .teamManager, role: .teamManager,
      when: .fact(.category, ["missing"]), since: since, within: within, repeats: repeats,
      doneBy: doneBy, lapsesOn: lapses ? [EventMatch(.returned)] : [], duty: "Do it.",
      citation: Citation(document: "A document", section: "1"))
  }
}
