package import Workflow

/// What the procedure wants seen while a report is triaged depends on whose it is: the children who may
/// be meant, and the procedures that their records follow.
package struct TriageGround: Sendable, Hashable {
  /// The cases of the children who may be meant, by id.
  package let children: [String: ChildCase]
  /// The procedure that governs each, by the child's id.
  package let procedures: [String: Procedure]
  /// The procedure under which the desk opens records.
  package let procedure: Procedure

  /// Makes a ground.
  package init(
    children: [String: ChildCase] = [:], procedures: [String: Procedure] = [:],
    procedure: Procedure
  ) {
    self.children = children
    self.procedures = procedures
    self.procedure = procedure
  }

  // A version of a case and a content hash say which they are; the rest need not be compared.
  package static func == (one: TriageGround, other: TriageGround) -> Bool {
    one.procedure.contentHash == other.procedure.contentHash
      && one.children.mapValues(\.version) == other.children.mapValues(\.version)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(procedure.contentHash) }
}

extension FormScreen {
  /// Works out what the procedure wants seen by whoever fills it in, from what is typed so far.
  mutating func mind() {
    moved = limitsMoved()
    switch purpose {
    case .event(let kind, _, _): points = points(recording: kind)
    case .triage(let draft):
      points = draft.match.decided == nil ? draft.ground.map(points(triaging:)) ?? .none : .none
    case .correction, .intake, .setAside, .takeBack, .reportNote: points = .none
    }
  }

  /// Whether what is to be minded depends on what is typed.
  var mindsTyping: Bool {
    switch purpose {
    case .triage, .event(.wentMissing, _, _), .event(.riskAssessed, _, _): true
    default: false
    }
  }

  private func points(recording kind: EventKind) -> Points {
    guard let page else { return .none }
    var child = page.child
    // A going that is not recorded yet is looked at as it is typed.
    // So is a rating: what is to be minded at low risk is said as soon as low is chosen.
    if kind == .wentMissing || kind == .riskAssessed && !typed("risk").isEmpty {
      child = child.supposing([(kind, time ?? moment, body)], at: moment)
    }
    guard let record = child.currentRecord ?? child.records.last, let episode = record.current
    else { return .none }
    let situation = Situation(
      child: child, record: record, episode: episode, authority: page.procedure.authority)
    let known = body
    let steps = page.steps.filter { $0.isOpen && $0.isDone(byRecording: kind, known) }
    return Points(
      recording: [kind], doing: steps, in: situation, procedure: page.procedure)
  }

  private func points(triaging ground: TriageGround) -> Points {
    let id = typed("child-id").isEmpty ? typed("child") : typed("child-id")
    let procedure = ground.procedures[id] ?? ground.procedure
    let form = TriageForm(body: body, now: moment, received: received)
    var child = ground.children[id] ?? ChildCase(id: id)
    if child.history.isEmpty {
      child = child.supposing([(.childRegistered, moment, form.registration)], at: moment)
    }
    let entries = form.triage(of: "", subject: 1).entries(for: child, now: moment)
      .filter { TriageForm.minded.contains($0.kind) }
    child = child.supposing(entries.map { ($0.kind, $0.occurred, $0.body) }, at: moment)
    guard let record = child.currentRecord, let episode = record.current else { return .none }
    return Points(
      recording: entries.map(\.kind),
      in: Situation(
        child: child, record: record, episode: episode, authority: procedure.authority),
      procedure: procedure)
  }

  /// What is typed so far and can be read, with what is recorded without being asked.
  var body: Body {
    var body = fixedNow
    for entry in entries where entry.field.name != "at" {
      if case .success(let value?) = entry.read(now: moment) {
        body[name: entry.field.name] = value
      }
    }
    return body
  }

  /// When the report came in that is triaged.
  var received: Instant? {
    if case .triage(let draft) = purpose { draft.received } else { nil }
  }

  /// When it happened, where that is typed.
  var time: Instant? {
    guard let entry = entries.first(where: { $0.field.name == "at" }),
      case .success(.instant(let instant)?) = entry.read(now: moment)
    else { return nil }
    return instant
  }

  /// What "now" means; before the first key no time has been typed, and what is known last will do.
  var moment: Instant {
    if let known = writer?.now ?? page?.child.history.last?.recorded { return known }
    guard case .triage(let draft) = purpose else { return Instant(seconds: 0) }
    return draft.received ?? chosenCandidate.flatMap {
      draft.ground?.children[$0.id]?.history.last
    }?
    .recorded ?? Instant(seconds: 0)
  }
}

extension ChildCase {
  /// The case as it would be if something were recorded; nothing is.
  func supposing(
    _ entries: [(kind: EventKind, at: Instant, body: Body)], at now: Instant
  ) -> ChildCase {
    let nobody = Person(id: "", name: "", role: .frontDoor)
    return applying(
      entries.enumerated().map { place, entry in
        Event(
          kind: entry.kind, body: entry.body, occurred: entry.at, recorded: now, by: nobody,
          sequence: (history.last?.sequence ?? 0) + place + 1)
      })
  }
}
