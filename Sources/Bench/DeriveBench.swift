import Procedures
import Workflow

/// How long it takes to work out the steps of an episode, beside the same with an empty procedure.
struct DeriveBench {
  /// What one procedure costs.
  struct Result {
    let procedure: String
    let steps: Int
    let microseconds: Double
  }

  let events: Int

  /// Measures a procedure on one episode.
  ///
  /// - Parameters:
  ///   - procedure: the procedure.
  ///   - rounds: how often; the median counts.
  /// - Returns: the median, in microseconds.
  func measure(_ procedure: Procedure, rounds: Int = 400) -> Result {
    let child = DeriveBench.child(number: 1, events: events)
    let clock = ContinuousClock()
    var times: [Double] = []
    var steps = 0
    for _ in 0..<rounds {
      let time = clock.measure { steps = Derive.steps(of: child) { _ in procedure }.count }
      times.append(
        Double(time.components.attoseconds) / 1e12 + Double(time.components.seconds) * 1e6)
    }
    times.sort()
    return Result(procedure: procedure.id, steps: steps, microseconds: times[rounds / 2])
  }

  /// Measures many episodes, one after the other: seconds for all of them.
  func measureMany(_ procedure: Procedure, episodes: Int) -> Double {
    let children = (0..<episodes).map { DeriveBench.child(number: $0, events: 12) }
    let clock = ContinuousClock()
    var steps = 0
    let time = clock.measure {
      for child in children { steps += Derive.steps(of: child) { _ in procedure }.count }
    }
    precondition(steps >= 0)
    return Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds)
  }

  /// A child looked after who has been missing for five weeks, with meetings and notes.
  private static func child(number: Int, events: Int) -> ChildCase {
    let start = Instant(seconds: 1_790_000_000 + Int64(number) * 60)
    let person = Person(id: "bench", name: "Bench", role: .teamManager)
    func event(_ kind: EventKind, _ hours: Int, _ body: [String: Value] = [:]) -> Event {
      let at = start.adding(hours: hours)
      return Event(kind: kind, body: Body(body), occurred: at, recorded: at, by: person)
    }
    var history = [
      event(
        .childRegistered, -100,
        [
          "family-name": .text("Bench"), "status": .text("looked-after"), "allocated": .flag(true),
          "resident": .flag(true),
        ]),
      event(.wentMissing, 0, ["from": .text("care"), "category": .text("missing")]),
      event(.reported, 1, ["by": .text("police"), "risk": .text("medium")]),
      event(.opened, 2, ["by": .text("front-door")]),
      event(.riskAssessed, 3, ["risk": .text("high")]),
      event(
        .meetingHeld, 60,
        ["kind": .text("strategy-meeting"), "chair": .text("team-manager"), "quorate": .flag(true)]),
    ]
    var hour = 72
    while history.count < events - 2 {
      let kind: EventKind = [.noteAdded, .policeContacted, .notified, .meetingHeld][
        history.count % 4]
      let body: [String: Value] =
        switch kind {
        case .meetingHeld: ["kind": .text("review-meeting"), "chair": .text("service-manager")]
        case .notified: ["step": .text("care-network-notice"), "to": .text("IRO")]
        default: ["text": .text("A note.")]
        }
      history.append(event(kind, hour, body))
      hour += 8
    }
    history.append(event(.returned, hour, ["place": .text("placement")]))
    history.append(event(.rhiOffered, hour + 4, ["answer": .text("no-answer")]))
    return ChildCase(id: "B-\(number)", history: history)
  }
}
