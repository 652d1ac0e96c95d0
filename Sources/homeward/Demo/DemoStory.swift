import Workflow

/// How far a fictional episode has come, and everything that was recorded on the way.
struct DemoStory {
  /// One thing that somebody records, at a time.
  struct Moment {
    let at: Instant
    let role: Role
    let entries: [Command.Entry]
  }

  /// How far a story goes.
  enum Ending: CaseIterable {
    case missing
    case longMissing
    case justBack
    case attempted
    case accepted
    case interviewed
    case awaitingAcknowledgement
    case finished
    case absence
  }

  let moments: [Moment]

  /// Tells a story that ends a little before a moment.
  ///
  /// - Parameters:
  ///   - ending: how far it goes.
  ///   - now: the moment.
  ///   - fromCare: whether the child lives in a placement.
  ///   - isAllocated: whether the child has a worker; the interviews of those who have none go to TYS.
  ///   - reference: the police's reference.
  ///   - random: decides the particulars.
  init(
    ending: Ending, now: Instant, fromCare: Bool, isAllocated: Bool, reference: String,
    random: inout SeededGenerator
  ) {
    func hours(_ range: ClosedRange<Int>) -> Int64 {
      Int64(Int.random(in: range, using: &random)) * 3600
    }
    func minutes(_ range: ClosedRange<Int>) -> Int64 {
      Int64(Int.random(in: range, using: &random)) * 60
    }
    let length: Int64 =
      switch ending {
      case .missing: hours(2...40)
      case .longMissing: hours(80...700)
      case .justBack: hours(8...80)
      case .attempted: hours(30...110)
      case .accepted: hours(40...120)
      case .interviewed: hours(60...140)
      case .awaitingAcknowledgement: hours(90...200)
      case .finished: hours(200...1_800)
      case .absence: hours(3...30)
      }
    let went = Instant(seconds: (now.seconds - length) / 300 * 300)
    let reported = went.adding(seconds: minutes(20...180))
    let triaged = min(reported.adding(seconds: minutes(15...90)), now.adding(seconds: -60))
    var going = Body([
      "from": .text(fromCare ? "care" : "home"),
      "category": .text(ending == .absence ? "unauthorised-absence" : "missing"),
    ])
    going[.lastSeen] = went
    going[.circumstances] = Fiction.reasons.randomElement(using: &random)
    let grading: Risk = [.low, .medium, .medium, .high].randomElement(using: &random) ?? .medium
    let report = Body([
      "by": .text("police"), "risk": .text(grading.rawValue), "police-ref": .text(reference),
    ])
    var list = [
      Moment(
        at: triaged, role: .frontDoor,
        entries: [
          Command.Entry(.wentMissing, at: went, going),
          Command.Entry(.reported, at: min(reported, triaged), report),
          Command.Entry(.opened, at: triaged),
          Command.Entry(.triaged, at: triaged, Body(["decision": .text("opened")])),
        ])
    ]
    var clock = triaged
    func add(_ role: Role, after: Int64, _ kind: EventKind, _ fields: [String: Value] = [:]) {
      clock = clock.adding(seconds: after)
      guard clock < now else { return }
      list.append(
        Moment(at: clock, role: role, entries: [Command.Entry(kind, at: clock, Body(fields))]))
    }
    let interviewer: Role = isAllocated ? .rhiWorker : .tysWorker
    if Bool.random(using: &random) || ending != .missing {
      add(
        .teamManager, after: minutes(20...300), .riskAssessed,
        [
          "risk": .text(grading.rawValue), "multi-agency": .flag(grading == .medium),
          "rationale": .text("From the report and the file."),
        ])
    }
    if ending == .longMissing {
      add(
        .teamManager, after: hours(30...60), .meetingHeld,
        [
          "kind": .text("strategy-meeting"), "chair": .text("team-manager"), "quorate": .flag(true),
          "decision": .text("Addresses to be visited; phone work asked of police."),
        ])
    }
    if ending != .missing && ending != .longMissing {
      clock = max(clock, went.adding(seconds: hours(3...20)))
      add(
        .missingCoordinator, after: minutes(1...60), .returned,
        ["place": .text(fromCare ? "placement" : "home")])
      if !isAllocated, ending != .absence, ending != .justBack {
        // Nobody closes the record of a child who is back and still amber.
        add(.mashManager, after: minutes(20...120), .ragSet, ["rag": .text("green")])
      }
      let depth =
        [
          .justBack: 0, .absence: 0, .attempted: 1, .accepted: 2, .interviewed: 3,
          .awaitingAcknowledgement: 4, .finished: 5,
        ][ending] ?? 0
      if depth >= 1 || ending == .justBack {
        add(
          .missingCoordinator, after: minutes(10...200), .rhiAllocated,
          ["worker": .text(Fiction.workers.randomElement(using: &random) ?? "A. Worker")])
      }
      if depth >= 1 {
        add(
          interviewer, after: hours(2...8), .rhiOffered,
          ["to": .text("child"), "how": .text("phone"), "answer": .text("no-answer")])
      }
      if depth >= 2 {
        add(
          interviewer, after: hours(2...10), .rhiOffered,
          ["to": .text("child"), "how": .text("visit"), "answer": .text("accepted")])
      }
      if depth >= 3 {
        add(
          interviewer, after: hours(3...30), .rhiHeld,
          [
            "by": .text(interviewer.rawValue), "place": .text("youth centre"),
            "outcome": .text("no-issues"), "significant-harm": .flag(false),
            "circumstances": .text("Stayed with a friend. Would ring home another time."),
            "reasons": .list(["friends-or-family"]), "consent": .flag(true),
            "child-consent": .flag(true),
          ])
      }
      if depth >= 4 {
        add(interviewer, after: minutes(10...60), .uploaded)
        add(
          interviewer, after: minutes(30...240), .recordClosed,
          ["reason": .text("Interview held and shared; nothing further is planned.")])
      }
      if depth >= 5 {
        let answer: [String: Value] = [
          "answer": .text(AcknowledgementAnswer.nothingForMe.rawValue),
          "reason": .text("Read; what is open goes on in the plan."),
        ]
        add(.teamManager, after: hours(2...30), .acknowledged, answer)
        add(.missingCoordinator, after: hours(1...20), .acknowledged, answer)
      }
    }
    moments = list
  }
}
