import Store
import Testing
import Workflow

/// One of several children of a report who is set aside, while the others wait.
@Suite("One child of a report set aside")
struct OneAsideTests {
  private let desk: TestDesk
  private let report: String

  init() throws {
    desk = try TestDesk()
    for (id, family) in [("C1", "Grange"), ("C2", "Mensah"), ("C3", "Lovatt")] {
      try desk.register(id, family)
    }
    report = try desk.desk.receiveReport(
      text: "Missing: three", source: "desk", kind: "plain", subjects: 3,
      by: Actor(desk.frontDoor, account: "f", now: desk.now)
    ).reference
  }

  private var actor: Actor { Actor(desk.coordinator, account: "mo", now: desk.now) }

  private func setAside(_ subject: Int?, of count: Int? = 3, id: String) throws {
    try desk.desk.setAside(
      report: report, subject: subject, of: count, decision: "duplicate", reason: "Reason \(id)",
      id: id, by: actor)
  }

  private func takeBack(_ subject: Int?, id: String) throws {
    try desk.desk.takeBack(report: report, subject: subject, reason: "Back", id: id, by: actor)
  }

  private func triage(_ subject: Int, _ child: String, id: String) throws {
    var triage = desk.triage(report: report)
    triage.subject = subject
    triage.subjects = 3
    _ = try desk.desk.triage(
      triage, of: child, id: id, by: desk.coordinator, account: "mo", now: desk.now,
      procedures: desk.procedures)
  }

  private var standing: ReportStanding {
    get throws { try desk.records.standing(ofReport: report) }
  }

  private var row: ReportRow { get throws { try #require(try desk.records.report(report)).row } }

  private func expectSound(at location: SourceLocation = #_sourceLocation) throws {
    let before = try row
    for _ in 0..<2 {
      let found = try desk.desk.verify(procedures: desk.procedures).findings
      #expect(found == [], sourceLocation: location)
      try desk.desk.rebuild(procedures: desk.procedures)
    }
    #expect(try row == before, "rebuilt it is the same", sourceLocation: location)
  }

  @Test("the others wait on, and she is among what was set aside")
  func waitsOn() throws {
    try setAside(2, id: "a")
    #expect(try row.isWaiting && row.aside == desk.now)
    #expect(try standing.decided == [2])
    #expect(try desk.records.waitingReports(Window(limit: 9)).map(\.reference) == [report])
    #expect(try desk.records.reportsAside(Window(limit: 9)).map(\.reference) == [report])
    #expect(try standing.asides.map(\.reason) == ["Reason a"])
    #expect(throws: Refusal.self, "once only") { try setAside(2, id: "again") }
    #expect(throws: Refusal.self, "nobody triages her unseen") { try triage(2, "C2", id: "t") }
    try expectSound()
    try triage(1, "C1", id: "t1")
    try triage(3, "C3", id: "t3")
    #expect(try !row.isWaiting)
    #expect(try desk.records.reportsAside(Window(limit: 9)).map(\.reference) == [report])
    #expect(try desk.records.findReports(report, limit: 9).map(\.row.reference) == [report])
    try expectSound()
  }

  @Test(
    "she is taken back though a sister is triaged and another waits; each alone, the last first")
  func takenBack() throws {
    try setAside(1, id: "a")
    try triage(2, "C2", id: "t")
    try takeBack(1, id: "b")
    #expect(try standing.decided == [2] && standing.asides.isEmpty)
    #expect(try row.isWaiting && row.aside == nil)
    try expectSound()
    try setAside(1, id: "a2")
    try setAside(3, id: "a3")
    #expect(try !row.isWaiting)
    #expect(throws: Refusal.self, "two were, each alone: which?") { try takeBack(nil, id: "b2") }
    try takeBack(1, id: "b3")
    #expect(try standing.decided == [2, 3] && row.isWaiting)
    try takeBack(nil, id: "b4")
    #expect(try standing.decided == [2])
    #expect(throws: Refusal.self) { try takeBack(3, id: "b5") }
    try expectSound()
  }

  @Test("set aside whole afterwards it is who waited then, and taking the one back leaves the rest")
  func wholeAfterwards() throws {
    try setAside(1, id: "a")
    try setAside(nil, id: "rest")
    #expect(try !row.isWaiting && standing.decided == [1, 2, 3])
    #expect(throws: Refusal.self, "she went with the others") { try takeBack(2, id: "b") }
    try takeBack(1, id: "b2")
    #expect(try row.isWaiting && standing.decided == [2, 3])
    try triage(1, "C1", id: "t")
    #expect(try !row.isWaiting)
    try takeBack(nil, id: "b3")
    #expect(try row.isWaiting && standing.decided == [1])
    try expectSound()
  }

  @Test("who was not read when the report came in waits on as well")
  func readAnew() throws {
    let earlier = try desk.desk.receiveReport(
      text: "Missing: as once read", source: "desk", kind: "plain", subjects: 1, by: actor
    ).reference
    try desk.desk.setAside(
      report: earlier, subject: 1, of: 3, decision: "duplicate", reason: "Twice", id: "e", by: actor
    )
    #expect(try desk.records.report(earlier)?.row.isWaiting == true)
    try desk.desk.takeBack(report: earlier, subject: 1, reason: "No", id: "f", by: actor)
    #expect(try desk.records.report(earlier)?.row.isWaiting == true)
    try expectSound()
  }
}
