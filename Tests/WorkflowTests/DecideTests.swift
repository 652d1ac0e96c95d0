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

  @Test("given a return, when the child goes again, then there is one earlier episode")
  func countsEarlierEpisodes() {
    var spec = Spec.missing(at: "2026-03-01 18:00")
    #expect(spec.reading(of: .earlierEpisodes)?.number == 0)
    spec.given(.returned, at: "2026-03-02 08:00")
    spec.given(
      .wentMissing, at: "2027-03-04 18:00", ["from": .text("home"), "category": .text("missing")])
    #expect(spec.reading(of: .earlierEpisodes)?.number == 1)
  }

  @Test("given a finished record, when a step that outlives it is done, then it counts")
  func letsStepsOutliveTheRecord() {
    func rule(_ step: StepName, outlives: Bool) -> Rule {
      Rule(
        name: step.rawValue, realises: ["NB-12"], step: step, tray: .frontDoor, role: .frontDoor,
        since: [.first(EventMatch(.rhiHeld))], outlivesRecord: outlives, duty: "Do it.",
        citation: Citation(document: "A document", section: "1"))
    }
    var spec = Spec.missing(
      at: "2026-03-01 18:00",
      procedure: Procedure(
        id: "northbrook", title: "Northbrook", authority: "Northbrook", version: 1, contentHash: "",
        rules: [rule(.mashReferral, outlives: true), rule(.minutes, outlives: false)], chairs: [],
        guards: [], prompts: [], acknowledgedBy: []))
    spec.given(.returned, at: "2026-03-02 08:00")
    spec.given(.rhiHeld, at: "2026-03-03 08:00", Spec.wholeInterview, by: .tysWorker)
    spec.given(.finalised, at: "2026-03-03 09:00", by: .tysWorker)
    #expect(spec.step(.mashReferral)?.isOpen == true)
    #expect(spec.step(.minutes)?.isOpen == false)
    spec.given(.stepDone, at: "2026-03-03 10:00", ["step": .text("mash-referral")])
    #expect(spec.step(.mashReferral)?.isOpen == false)
    #expect(throws: Refusal.self) {
      try spec.when(.stepDone, at: "2026-03-03 10:00", ["step": .text("minutes")])
    }
  }

  @Test(
    "given a report of a known child, when it is triaged, then the register learns what it lacks")
  func registerLearns() throws {
    let time = Instant(seconds: 1_772_452_800)
    let frontDoor = Person(id: "f", name: "Fran Door", role: .frontDoor)
    var triage = Triage(
      report: nil, reported: time, reportBody: Body(), went: time,
      goingBody: Body(["from": .text("home"), "category": .text("missing")]))
    triage.ofChild = Body([
      "born": .text("2012-06-03"), "sex": .text("male"), "address": .text("7 Wherrymans Row"),
    ])
    func learnt(_ facts: Body) -> [Body] {
      var child = ChildCase(id: "C1")
      func entries() -> [Command.Entry] { triage.entries(for: child, now: time) }
      #expect(
        !entries().contains { $0.kind == .childUpdated }, "who is registered by it has it all")
      child = child.applying([
        Event(
          kind: .childRegistered, body: facts, occurred: time, recorded: time, by: frontDoor,
          sequence: 1)
      ])
      return entries().filter { $0.kind == .childUpdated }.map(\.body)
    }
    // Of another address the postcode is no part of this one; markers are added to those that stand.
    triage.ofChild = Body([
      "address": .text("3 Quay Street"), "postcode": .text("NB1 2AA"),
      "markers": .list(["cse", "medical"]), "status": .text("looked-after"),
    ])
    #expect(
      learnt(
        Body([
          "address": .text("76 Gannet Mews"), "markers": .list(["cce", "cse"]),
          "status": .text("none"),
        ]))
        == [
          Body(["markers": .list(["cce", "cse", "medical"]), "status": .text("looked-after")])
        ])
    triage.ofChild = Body([
      "born": .text("2012-06-03"), "sex": .text("male"), "address": .text("7 Wherrymans Row"),
    ])
    #expect(
      learnt(Body(["family-name": .text("Hassan"), "sex": .text("female"), "address": .unknown]))
        == [
          Body(["born": .text("2012-06-03"), "address": .text("7 Wherrymans Row")])
        ])
    #expect(learnt(triage.ofChild).isEmpty, "what it has is left as it is")
  }

  @Test(
    "given a child who is back, when the report of that going comes, then it joins the episode and fills it in"
  )
  func lateReport() throws {
    var spec = Spec.missing(at: "2026-03-01 18:00")
    let reference = try #require(spec.child.currentRecord?.current?.reference)
    spec.given(.returned, at: "2026-03-02 03:10")
    func triage(went: String) throws -> Triage {
      let went = try #require(Instant(iso: went))
      return Triage(
        report: "R-1", reported: went.adding(seconds: 1_800), reportBody: Body(), went: went,
        goingBody: Body([
          "from": .text("home"), "category": .text("missing"), "last-seen": .instant(went),
          "last-seen-by": .text("Dana Price"),
          "circumstances": .text("A car waited"),
        ]))
    }
    let now = try #require(Instant(iso: "2026-03-02 09:00"))
    let late = try triage(went: "2026-03-01 17:30").entries(for: spec.child, now: now)
    #expect(late.map(\.kind) == [.corrected, .corrected, .reported, .reportAttached, .triaged])
    #expect(late[0].body[.field] == "last-seen")
    #expect(late[1].body[.field] == "last-seen-by" && late[1].body[.value] == "Dana Price")
    #expect(late[2].body[.circumstances] == "A car waited")
    #expect(late[4].body[.decision] == "added-to-episode")
    let again = try triage(went: "2026-03-02 07:00").entries(for: spec.child, now: now)
    #expect(again.first?.kind == .wentMissing && again.last?.body[.decision] == "added-to-record")
    let older = try triage(went: "2026-02-20 07:00").entries(for: spec.child, now: now)
    #expect(older.first?.kind == .wentMissing, "a going of long before is another one")

    // The child goes again: the report is still of the first going.
    spec.given(
      .wentMissing, at: "2026-03-02 20:00", ["from": .text("home"), "category": .text("missing")])
    spec.given(.returned, at: "2026-03-02 23:00")
    let first = try triage(went: "2026-03-01 17:30").entries(for: spec.child, now: now)
    #expect(first.first { $0.kind == .reported }?.body[.episode] == reference)
    #expect(!first.contains { $0.kind == .wentMissing })
  }

  @Test(
    "given a triage by who may not open, when it is recorded, then the opening is left to others")
  func leavesTheOpeningToOthers() throws {
    let spec = Spec()
    let time = Instant(iso: "2026-03-01 18:00") ?? Instant(seconds: 0)
    let triage = Triage(
      report: nil, reported: time, reportBody: Body(), went: time,
      goingBody: Body(["from": .text("home"), "category": .text("missing")]))
    func kinds(_ role: Role) throws(Refusal) -> [Event] {
      try Decide.events(
        for: Command(id: "1", child: "C1", entries: triage.entries(for: spec.child, now: time)),
        on: spec.child, by: Person(id: "p", name: "P", role: role), procedure: spec.procedure,
        new: NewReferences(record: "M-1", episode: "E-1"), now: time)
    }
    #expect(try kinds(.frontDoor).map(\.kind) == [.wentMissing, .reported, .opened, .triaged])
    let left = try kinds(.screening)
    #expect(left.map(\.kind) == [.wentMissing, .reported, .triaged])
    #expect(left.last?.body[name: "decision"] == .text("passed-on"))
  }

  @Test("given a provisional rating, when a record is opened, then it stands until one is set")
  func ratesProvisionally() {
    let provisional = [
      Provisional(rag: .amber, when: .fact(.allocated, ["no"]), rule: "NB-11")
    ]
    let procedure = Procedure(
      id: "northbrook", title: "Northbrook", authority: "Northbrook", version: 1, contentHash: "",
      rules: [], chairs: [], guards: [], prompts: [], provisional: provisional, acknowledgedBy: [])
    var spec = Spec.missing(at: "2026-03-01 18:00", procedure: procedure)
    #expect(spec.reading(of: .rag)?.values == ["amber"])
    #expect(spec.reading(of: .rag)?.isProvisional == true)
    spec.given(.ragSet, at: "2026-03-01 19:00", ["rag": .text("amber")])
    #expect(spec.reading(of: .rag)?.isProvisional == false)
    var allocated = Spec(procedure)
    allocated.given(.childUpdated, at: "2026-03-01 17:00", ["allocated": .flag(true)])
    allocated.given(
      .wentMissing, at: "2026-03-01 18:00",
      ["from": .text("home"), "category": .text("missing")])
    allocated.given(.opened, at: "2026-03-01 18:00")
    #expect(allocated.reading(of: .rag)?.values == [])
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
      try spec.when(
        .rhiOffered, at: "2026-05-13 10:00", ["answer": .text("accepted")], by: .rhiWorker)
    }
  }

  @Test("given no interview, when one is put on the file or shared, then it is refused")
  func refusesToFileWhatNobodyHeld() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    for kind in [EventKind.uploaded, .rhiShared] {
      let body: [String: Value] =
        kind == .rhiShared ? ["to": .text("police"), "consent": .flag(true)] : [:]
      #expect(throws: Refusal.self) {
        try spec.when(kind, at: "2026-05-13 10:00", body, by: .rhiWorker)
      }
    }
    spec.given(.returned, at: "2026-05-13 11:00")
    do {
      _ = try spec.when(.uploaded, at: "2026-05-13 12:00", by: .rhiWorker)
      Issue.record("nothing was held")
    } catch { #expect("\(error)".contains("No interview of")) }
  }

  @Test("given a closure, when whoever closed acknowledges it, then it is refused")
  func refusesTheOwnClosure() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    spec.given(.returned, at: "2026-05-13 10:00")
    spec.given(.recordClosed, at: "2026-05-14 10:00", Spec.summary, by: .missingCoordinator)
    #expect(throws: Refusal.self) {
      try spec.when(.acknowledged, at: "2026-05-14 11:00", Spec.nothing, by: .missingCoordinator)
    }
    let other = try spec.when(.acknowledged, at: "2026-05-14 11:00", Spec.nothing, by: .teamManager)
    #expect(other.map(\.kind) == [.acknowledged])
  }

  @Test("given one acknowledgement, when the last one comes, then the record is finished")
  func finishesWithTheLastAcknowledgement() throws {
    var spec = Spec.missing(at: "2026-05-12 14:30")
    spec.given(.returned, at: "2026-05-13 10:00")
    spec.given(.recordClosed, at: "2026-05-14 10:00", Spec.summary, by: .rhiWorker)
    spec.given(.acknowledged, at: "2026-05-14 11:00", Spec.nothing, by: .teamManager)
    let last = try spec.when(
      .acknowledged, at: "2026-05-14 12:00", Spec.nothing, by: .missingCoordinator)
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
