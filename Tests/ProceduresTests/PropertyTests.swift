import Procedures
import TestSupport
import Testing
import Workflow

/// What must hold of every procedure, whatever is recorded under it.
@Suite("Properties of every procedure")
struct PropertyTests {
  /// How a step stands, as far as anybody sees it.
  private struct Standing: Hashable {
    let opens: Instant
    let due: Instant?
    let outcome: WorkStep.Outcome
    let tray: Tray
    let rules: [String]
  }

  private func standings(_ child: ChildCase, _ procedure: Procedure) -> [String: Standing] {
    let steps = Derive.steps(of: child) { _ in procedure }
    return Dictionary(
      uniqueKeysWithValues: steps.map { step in
        (
          step.id.text,
          Standing(
            opens: step.opens, due: step.due, outcome: step.outcome, tray: step.tray,
            rules: step.rules)
        )
      })
  }

  private static let ids = Shelf.shipped.ids

  private func procedures(_ id: String) throws -> [Procedure] {
    try Shelf.shipped.pack(id: id).versions.map { $0.procedure.adopted(by: "Northbrook") }
  }

  @Test("the histories go far enough to say anything", arguments: ids)
  func reachFar(id: String) throws {
    var kinds: Set<EventKind> = []
    var steps: Set<StepName> = []
    for procedure in try procedures(id) {
      for seed in 0..<6 {
        var history = RandomHistory(seed: UInt64(seed))
        let child = history.child(after: 40, under: procedure)
        #expect(child.version >= 30, "seed \(seed): \(child.version) events")
        kinds.formUnion(child.history.map(\.kind))
        steps.formUnion(Derive.steps(of: child) { _ in procedure }.map(\.rule.step))
      }
      let known = Set(procedure.rules.map(\.step))
      #expect(steps.count * 2 >= known.count, "\(steps.count) of \(known.count) steps are met")
    }
    #expect(kinds.count >= 30, "\(kinds.count) kinds of event")
    #expect(kinds.isSuperset(of: [.opened, .returned, .meetingHeld, .rhiOffered, .corrected]))
  }

  @Test("the same events give the same steps, at once or one after the other", arguments: ids)
  func isDeterministic(id: String) throws {
    var count = 0
    for procedure in try procedures(id) {
      for seed in 0..<4 {
        var history = RandomHistory(seed: UInt64(1000 + seed))
        let child = history.child(after: 40, under: procedure)
        let steps = Derive.steps(of: child) { _ in procedure }
        count += steps.count
        #expect(steps == Derive.steps(of: child) { _ in procedure })
        // Read from the journal it is the same case as the one that was worked on.
        let replayed = ChildCase(id: child.id, history: child.history)
        #expect(replayed == child, "\(id), seed \(seed)")
        #expect(steps == Derive.steps(of: replayed) { _ in procedure })
      }
    }
    #expect(count >= 20, "only \(count) steps in all")
  }

  @Test("what no rule, guard or condition asks for moves no due time and no state", arguments: ids)
  func ignoresWhatIsIrrelevant(id: String) throws {
    for procedure in try procedures(id) {
      let relevance = Relevance(procedure)
      var tried: Set<EventKind> = []
      for seed in 0..<4 {
        var history = RandomHistory(seed: UInt64(2000 + seed))
        let child = history.child(after: 32, under: procedure)
        let before = standings(child, procedure)
        for _ in 0..<40 {
          let act = history.act(history.pick(Relevance.candidates), on: child)
          guard let events = RandomHistory.events(of: act, on: child, under: procedure),
            let event = events.first, events.count == 1, !relevance.isAskedFor(event)
          else { continue }
          tried.insert(event.kind)
          let after = standings(child.applying([event]), procedure)
          #expect(after == before, "\(id), seed \(seed): \(event.kind.rawValue) at the end")
          // Heard of earlier, in the middle of things, it says as little.
          let place = history.pick(Array(child.history.indices.dropFirst(2)))
          var whole = child.history
          whole.insert(event, at: place)
          let inserted = standings(ChildCase(id: child.id, history: whole), procedure)
          #expect(inserted == before, "\(id), seed \(seed): \(event.kind.rawValue) at \(place)")
        }
      }
      #expect(tried.count >= 5, "\(id): only \(tried.map(\.rawValue).sorted()) were tried")
      #expect(tried.contains(.noteAdded))
    }
  }
}

/// What a procedure asks for, in any of its parts.
private struct Relevance {
  private var matches: [EventMatch] = []
  private let steps: Set<StepName>

  /// The events that the core gives no meaning of its own: only a procedure can.
  static let candidates: [EventKind] = [
    .noteAdded, .policeConcerns, .policeContacted, .notified, .meetingHeld, .meetingPlanned,
    .meetingCancelled, .actionDone, .publicityAgreed, .stepDone, .safeAndWell, .compactFinalised,
    .safetyPlanMade, .uploaded, .caseClosed, .reportAttached, .rhiReferred, .rhiAllocated, .held,
  ]

  init(_ procedure: Procedure) {
    steps = Set(procedure.rules.map(\.step))
    for rule in procedure.rules {
      add(rule.when)
      for match in rule.doneBy + rule.lapsesOn { add(match) }
      for anchor in rule.since {
        switch anchor {
        case .first(let match), .last(let match): add(match)
        default: break
        }
      }
    }
    for guarding in procedure.guards {
      add(guarding.on)
      add(guarding.refuseWhen)
    }
    for part in procedure.chairs { add(part.when) }
    for part in procedure.definitions { add(part.when) }
    for part in procedure.provisional { add(part.when) }
  }

  private mutating func add(_ match: EventMatch) {
    matches.append(match)
    for earlier in match.after { add(earlier) }
  }

  private mutating func add(_ condition: Condition) {
    switch condition {
    case .happened(let match): add(match)
    case .all(let parts), .any(let parts): for part in parts { add(part) }
    case .not(let part): add(part)
    case .fact, .atLeast, .went: break
    }
  }

  /// Whether anything in the procedure could turn on an event.
  func isAskedFor(_ event: Event) -> Bool {
    if matches.contains(where: { $0.holds(event) }) { return true }
    switch event.kind {
    // A step or a meeting is done by its own name, without the pack saying so.
    case .stepDone:
      return event[.step].flatMap(StepName.init(rawValue:)).map(steps.contains) ?? true
    case .meetingHeld, .meetingPlanned, .meetingCancelled:
      return event[.kind].flatMap(StepName.init(rawValue:)).map(steps.contains) ?? true
    default: return false
    }
  }
}
