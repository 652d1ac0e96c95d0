import Testing
import Workflow

@Suite("Deciding")
struct DecideTests {
  private let going: [String: Value] = ["from": .text("care"), "category": .text("missing")]

  @Test("given nothing, when a child goes, then one event with its references")
  func recordsTheGoing() throws {
    let events = try Spec().when(.wentMissing, at: "2026-05-12 14:30", going)
    #expect(events.map(\.kind) == [.wentMissing])
    #expect(events.first?[.episode] == "E-1")
    #expect(events.first?[.record] == "M-1")
  }

  @Test("given a going, when the front door opens, then the procedure is pinned")
  func pinsTheProcedure() {
    let opened = Spec.missing(at: "2026-05-12 14:30").child.currentRecord?.opened
    #expect(opened?[.procedure] == "northbrook")
    #expect(opened?[.procedureVersion] == "1")
    #expect(opened?[.by] == "front-door")
  }

  @Test(
    "given a going, when a role opens that may not, then the rule refuses and names whom to tell",
    arguments: [Role.socialWorker, .rhiWorker, .teamManager, .iro])
  func refusesOpening(role: Role) {
    var spec = Spec()
    spec.given(.wentMissing, at: "2026-05-12 14:30", going)
    let refusal = #expect(throws: Refusal.self) {
      try spec.when(.opened, at: "2026-05-12 15:00", by: role)
    }
    #expect(refusal?.rule == "NB-10")
    #expect(refusal?.tell == .frontDoor)
  }

  @Test("given a going, when somebody settles the category, then the own role is kept")
  func namesWhoSettles() throws {
    let events = try Spec.missing(at: "2026-05-12 14:30").when(
      .categoryChanged, at: "2026-05-12 15:00", ["category": .text("unauthorised-absence")],
      by: .teamManager)
    #expect(events.first?[.by] == "team-manager")
  }

  @Test("given a going, when another role's name is typed, then the own role still counts")
  func countsTheOwnRole() {
    var spec = Spec()
    spec.given(.wentMissing, at: "2026-05-12 14:30", going)
    let refusal = #expect(throws: Refusal.self) {
      try spec.when(
        .opened, at: "2026-05-12 15:00", ["by": .text("front-door")], by: .socialWorker)
    }
    #expect(refusal?.rule == "NB-10")
  }

  @Test("given a child away, when the same child goes again, then it is refused")
  func refusesASecondGoing() {
    let spec = Spec.missing(at: "2026-05-12 14:30")
    #expect(throws: Refusal.self) { try spec.when(.wentMissing, at: "2026-05-13 10:00", going) }
  }

  @Test("given a child away, when an interview is offered, then it is refused")
  func refusesAnInterviewBeforeTheReturn() {
    let spec = Spec.missing(at: "2026-05-12 14:30")
    #expect(throws: Refusal.self) {
      try spec.when(.rhiOffered, at: "2026-05-13 10:00", by: .rhiWorker)
    }
  }

  @Test("given a closure, when whoever closed acknowledges it, then it is refused")
  func refusesTheOwnClosure() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    spec.given(.returned, at: "2026-05-13 10:00")
    spec.given(.recordClosed, at: "2026-05-14 10:00", by: .missingCoordinator)
    #expect(throws: Refusal.self) {
      try spec.when(.acknowledged, at: "2026-05-14 11:00", by: .missingCoordinator)
    }
    let other = try spec.when(.acknowledged, at: "2026-05-14 11:00", by: .teamManager)
    #expect(other.map(\.kind) == [.acknowledged])
  }

  @Test("given one acknowledgement, when the last one comes, then the record is finished")
  func finishesWithTheLastAcknowledgement() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    spec.given(.returned, at: "2026-05-13 10:00")
    spec.given(.recordClosed, at: "2026-05-14 10:00", by: .rhiWorker)
    spec.given(.acknowledged, at: "2026-05-14 11:00", by: .teamManager)
    let last = try spec.when(.acknowledged, at: "2026-05-14 12:00", by: .missingCoordinator)
    #expect(last.map(\.kind) == [.acknowledged, .finalised])
  }

  @Test("given a newer version than the one seen, then the command is refused as a conflict")
  func refusesStaleCommands() {
    let spec = Spec.missing(at: "2026-05-12 14:30")
    let entry = Command.Entry(.noteAdded, at: Instant(seconds: 0), Body(["text": .text("x")]))
    let refusal = #expect(throws: Refusal.self) {
      try Decide.events(
        for: Command(id: "2", child: "C1", expecting: 1, entries: [entry]), on: spec.child,
        by: Person(id: "a", name: "A", role: .frontDoor), procedure: spec.procedure,
        new: NewReferences(record: "M-9", episode: "E-9"), now: Instant(seconds: 1_800_000_000))
    }
    #expect(refusal?.reason == .conflict)
  }

  @Test("given anything, when the future is recorded, then it is refused")
  func refusesTheFuture() {
    let spec = Spec.missing(at: "2026-05-12 14:30")
    let entry = Command.Entry(.returned, at: Instant(seconds: 1_900_000_000))
    #expect(throws: Refusal.self) {
      try Decide.events(
        for: Command(id: "2", child: "C1", entries: [entry]), on: spec.child,
        by: Person(id: "a", name: "A", role: .frontDoor), procedure: spec.procedure,
        new: NewReferences(record: "M-9", episode: "E-9"), now: Instant(seconds: 1_800_000_000))
    }
  }
}
