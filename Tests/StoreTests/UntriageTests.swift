import Foundation
import Store
import StorePractice
import TestSupport
import Testing
import Workflow

/// A triage that is taken back: the child's stream and the report's say the same, or nothing happens.
@Suite("A triage taken back")
struct UntriageTests {
  private func report(_ text: String, subjects: Int = 1, on desk: TestDesk) throws -> String {
    try desk.desk.receiveReport(
      text: text, source: "desk", kind: "plain", subjects: subjects,
      by: Actor(desk.frontDoor, account: "f", now: desk.now)
    ).reference
  }

  @discardableResult private func triage(
    _ report: String, of child: String, subject: Int = 1, id: String, on desk: TestDesk,
    registering: Body? = nil
  ) throws -> Performed {
    var triage = desk.triage(report: report)
    triage.subject = subject
    return try desk.desk.triage(
      triage, of: child, id: id, registering: registering, by: desk.coordinator, account: "mo",
      now: desk.now, procedures: desk.procedures)
  }

  private func decision(_ child: String, _ desk: TestDesk) throws -> Int {
    try #require(
      try desk.records.caseOf(child)?.readings.last { $0.kind == .triaged }?.sequence)
  }

  @discardableResult private func takeBack(
    _ child: String, id: String = "back", on desk: TestDesk, as person: Person? = nil
  ) throws -> Performed {
    var body = Body(["reason": .text("The twin.")])
    body[.corrects] = try decision(child, desk)
    return try desk.perform(
      id, on: child, as: person, .init(.withdrawn, at: desk.now, body))
  }

  private func expectSound(_ desk: TestDesk, at location: SourceLocation = #_sourceLocation) throws
  {
    for _ in 0..<2 {
      let found = try desk.desk.verify(procedures: desk.procedures).findings
      #expect(found == [], sourceLocation: location)
      try desk.desk.rebuild(procedures: desk.procedures)
    }
  }

  @Test("the child is as before, the report waits, and the right child has it afterwards")
  func waitsAgain() throws {
    let desk = try TestDesk()
    try desk.register("C1", "Wiśniewski", given: "Jakub")
    try desk.register("C2", "Wiśniewski", given: "Kacper")
    let before = try #require(try desk.records.caseOf("C1"))
    let report = try report("Missing: Kacper", on: desk)
    try triage(report, of: "C1", id: "t", on: desk)
    #expect(try desk.records.report(report)?.row.isWaiting == false)
    let performed = try takeBack("C1", on: desk)
    #expect(performed.events.map(\.kind) == [.withdrawn])
    #expect(try takeBackAgain(desk).wasDoneBefore, "the same command twice adds nothing")
    let after = try #require(try desk.records.caseOf("C1"))
    #expect(after.records == before.records && after.facts == before.facts)
    #expect(try desk.records.episodes(ofChild: "C1").isEmpty)
    #expect(try desk.records.steps(ofChild: "C1", now: desk.now).isEmpty)
    let row = try #require(try desk.records.report(report)?.row)
    #expect(row.isWaiting && row.child == nil)
    #expect(try desk.records.waitingReports(Window(limit: 9)).map(\.reference) == [report])
    try expectSound(desk)
    #expect(try desk.records.report(report)?.row == row, "rebuilt it is the same")
    try triage(report, of: "C2", id: "t2", on: desk)
    #expect(try desk.records.report(report)?.row.child == "C2")
    #expect(try desk.records.episode("E-2026-0002")?.child == "C2", "a reference is given once")
    try expectSound(desk)
    // The same report on the same child once more, and back once more.
    try takeBack("C2", id: "back2", on: desk)
    try triage(report, of: "C1", id: "t3", on: desk)
    try takeBack("C1", id: "back3", on: desk)
    #expect(try desk.records.report(report)?.row.isWaiting == true)
    try expectSound(desk)
  }

  private func takeBackAgain(_ desk: TestDesk) throws -> Performed {
    var body = Body(["reason": .text("The twin.")])
    body[.corrects] = 1
    return try desk.perform("back", on: "C1", .init(.withdrawn, at: desk.now, body))
  }

  @Test(
    "a child registered by it goes off the register with it, and a triage made anew enters a new one"
  )
  func registered() throws {
    let desk = try TestDesk()
    let report = try report("Missing: Zoë", on: desk)
    let zoe = Body(["family-name": .text("Okafor"), "given-names": .text("Zoë")])
    try triage(report, of: "C9", id: "t", on: desk, registering: zoe)
    let performed = try takeBack("C9", on: desk)
    #expect(performed.events.map(\.kind) == [.withdrawn, .withdrawn])
    #expect(performed.child.isOffRegister && performed.child.name == "Okafor, Zoë")
    #expect(try desk.records.child("C9") == nil)
    #expect(try desk.records.find("Okafor", limit: 9).isEmpty)
    #expect(try desk.records.find("C9", limit: 9).isEmpty)
    #expect(try desk.records.matchCandidates().isEmpty)
    #expect(try desk.records.timeline("C9").contains { $0.event.kind == .childRegistered })
    #expect(try desk.records.isTaken("C9"))
    try expectSound(desk)
    #expect(throws: Refusal.self) {
      try desk.perform(
        "n", on: "C9", .init(.noteAdded, at: desk.now, Body(["text": .text("Who is it?")])))
    }
    try triage(report, of: "C10", id: "t2", on: desk, registering: zoe)
    #expect(try desk.records.find("Okafor", limit: 9).map(\.id) == ["C10"])
    try expectSound(desk)
  }

  @Test(
    "an entry on which anything else rests stays", arguments: [EventKind.noteAdded, .childUpdated])
  func entryStays(_ kind: EventKind) throws {
    let desk = try TestDesk()
    let report = try report("Missing: Zoë", on: desk)
    try triage(
      report, of: "C9", id: "t", on: desk, registering: Body(["family-name": .text("Okafor")]))
    let body: Body =
      kind == .noteAdded
      ? Body(["text": .text("Her aunt rang")]) : Body(["address": .text("4 Mill Lane")])
    try desk.perform("more", on: "C9", .init(kind, at: desk.now, body))
    #expect(try takeBack("C9", on: desk).events.map(\.kind) == [.withdrawn])
    #expect(try desk.records.child("C9")?.name.contains("Okafor") == true)
    #expect(try desk.records.episodes(ofChild: "C9").isEmpty)
    try expectSound(desk)
  }

  @Test("the entry goes with the last of several triages that rest on it")
  func severalTriages() throws {
    let desk = try TestDesk()
    let first = try report("Missing: Zoë", on: desk)
    let second = try report("Still missing: Zoë", on: desk)
    try triage(
      first, of: "C9", id: "t", on: desk, registering: Body(["family-name": .text("Okafor")]))
    try triage(second, of: "C9", id: "t2", on: desk)
    #expect(try takeBack("C9", on: desk).events.count == 1)
    #expect(try desk.records.child("C9") != nil)
    try takeBack("C9", id: "back2", on: desk)
    #expect(try desk.records.child("C9") == nil)
    try expectSound(desk)
  }

  @Test(
    "of a report of several children that child waits again, though the rest was set aside since")
  func severalChildren() throws {
    let desk = try TestDesk()
    try desk.register("C1", "Wiśniewski", given: "Jakub")
    try desk.register("C2", "Lovatt", given: "Brooke")
    let report = try report("Missing: two", subjects: 2, on: desk)
    try triage(report, of: "C1", subject: 1, id: "t1", on: desk)
    try triage(report, of: "C2", subject: 2, id: "t2", on: desk)
    #expect(try desk.records.report(report)?.row.isWaiting == false)
    try takeBack("C1", on: desk)
    #expect(try desk.records.standing(ofReport: report).decided == [2])
    #expect(try desk.records.report(report)?.row.isWaiting == true)
    let actor = Actor(desk.coordinator, account: "mo", now: desk.now)
    try desk.desk.setAside(
      report: report, decision: "duplicate", reason: "came twice", id: "aside", by: actor)
    #expect(try desk.records.report(report)?.row.isWaiting == false)
    try takeBack("C2", id: "back2", on: desk)
    #expect(
      try desk.records.standing(ofReport: report).decided == [1],
      "who waited then is aside, no other")
    #expect(try desk.records.report(report)?.row.isWaiting == true)
    #expect(try desk.records.reportsAside(Window(limit: 9)).map(\.reference) == [report])
    try expectSound(desk)
    try desk.desk.takeBack(report: report, reason: "it did not", id: "un", by: actor)
    #expect(try desk.records.standing(ofReport: report).decided == [])
    try expectSound(desk)
  }

  @Test(
    "of two at the same moment one is refused whole: the withdrawal, or what rests on the triage")
  func twoAtOnce() throws {
    for round in 0..<8 {
      let desk = try TestDesk()
      try desk.register("C1")
      let report = try report("Missing", on: desk)
      try triage(report, of: "C1", id: "t", on: desk)
      let other = try DeskFile.open(at: desk.place.path)
      defer { other.close() }
      let (coordinator, now, procedures) = (desk.coordinator, desk.now, desk.procedures)
      var body = Body(["reason": .text("The twin.")])
      body[.corrects] = try decision("C1", desk)
      let commands = [
        (desk.desk, Command.Entry(.withdrawn, at: now, body)),
        (other, Command.Entry(.returned, at: now)),
      ]
      let results = Results()
      DispatchQueue.concurrentPerform(iterations: 2) { place in
        let (file, entry) = commands[(place + round) % 2]
        do {
          _ = try file.perform(
            Command(id: entry.kind.rawValue, child: "C1", entries: [entry]), by: coordinator,
            account: "mo", now: now, procedures: procedures)
          results.add(entry.kind)
        } catch let refusal as Refusal where refusal.reason == .rule || refusal.reason == .notFound
        {
        } catch { Issue.record("\(error)") }
      }
      #expect(results.all.count == 1, "\(results.all)")
      let isBack = results.all == [.withdrawn]
      #expect(try desk.records.report(report)?.row.isWaiting == isBack)
      #expect(try desk.records.episodes(ofChild: "C1").isEmpty == isBack)
      #expect(try desk.desk.verify(procedures: desk.procedures).findings == [])
    }
  }

  @Test("the deed that the fault harness kills is whole where nobody kills it")
  func deed() throws {
    let place = try TestPlace()
    try Deed.prepare(at: place.path)
    let desk = try DeskFile.open(at: place.path)
    #expect(try Deed.untriage.half(on: desk, id: "d") == nil)
    try Deed.untriage.perform(on: desk, id: "d")
    #expect(try Deed.untriage.isDone(on: desk, id: "d"))
    #expect(try Deed.untriage.half(on: desk, id: "d") == nil)
    #expect(try desk.verify(procedures: Practice.procedures).findings == [])
  }

  /// What was recorded by whom who came first.
  private final class Results: @unchecked Sendable {
    private let lock = NSLock()
    private var kinds: [EventKind] = []
    func add(_ kind: EventKind) { lock.withLock { kinds.append(kind) } }
    var all: [EventKind] { lock.withLock { kinds } }
  }
}
