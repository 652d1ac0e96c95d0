import Desk
import Store
import TestSupport
import Testing
import Workflow

@testable import homeward

/// What several people see of one another's work, from a real file.
@Suite("Work that is shared among several")
struct SharedWorkTests {
  private let mira = Person(id: "mira", name: "Mira Castell", role: .missingCoordinator)
  private let ravi = Person(id: "ravi", name: "Ravi Rahman", role: .rhiWorker)

  /// A desk with a child who is back, whose interview is allocated, and another who is away.
  private func workbench(_ drill: DrillDesk) throws -> Workbench {
    let workbench = try Workbench(
      path: drill.path, frozenAt: SpokenInstant.read(DrillDesk.now, now: Instant(seconds: 0)))
    for child in ["NB-1001", "NB-1004"] {
      let went = workbench.now().adding(hours: -20)
      try record(
        workbench, child,
        [
          Command.Entry(
            .wentMissing, at: went,
            Body(["from": .text("care"), "category": .text("missing"), "last-seen": .instant(went)])
          ),
          Command.Entry(.reported, at: went, Body()), Command.Entry(.opened, at: went),
        ])
    }
    try record(
      workbench, "NB-1001",
      [
        Command.Entry(
          .returned, at: workbench.now().adding(hours: -2),
          Body(["safe": .flag(false), "place": .text("Saltcombe station")])),
        Command.Entry(
          .rhiAllocated, at: workbench.now().adding(hours: -1),
          Body(["worker": .text("ravi rahman")])),
      ])
    return workbench
  }

  private func record(_ workbench: Workbench, _ child: String, _ entries: [Command.Entry]) throws {
    _ = try workbench.perform(
      "\(child)-\(entries[0].kind.rawValue)", child: child, expecting: nil, entries, by: mira)
  }

  private func rows(
    _ workbench: Workbench, _ tray: Tray, _ filter: String = "", for person: Person
  ) throws -> [TrayRow] {
    var query = TrayQuery(tray: tray)
    query.filter = TrayFilter(filter)
    return try workbench.window(TrayQuestion(query, offset: 0, limit: 99), for: person).rows
  }

  @Test("whose an interview is, is:mine finds; by the name, however its letters are typed")
  func mine() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    let mine = try Tray.allCases.flatMap { try rows(workbench, $0, "is:mine", for: ravi) }
    #expect(!mine.isEmpty && mine.allSatisfy { $0.child == "NB-1001" })
    #expect(mine.contains { $0.interviewer == "ravi rahman" })
    for tray in Tray.allCases {
      #expect(try rows(workbench, tray, "is:mine", for: mira).isEmpty)
    }
    let everybody = try rows(workbench, .frontDoor, for: ravi)
    #expect(try rows(workbench, .frontDoor, "is:mine", for: ravi).count < everybody.count)
  }

  @Test("a filter finds the age that the row shows, and who is away with a line a child")
  func ageAndAway() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    let all = try rows(workbench, .missingCoordinator, for: mira)
    let name = try #require(all.first { $0.child == "NB-1004" }?.name)
    let age = try #require(name.split(separator: " ").last)
    let found = try rows(workbench, .missingCoordinator, "\(age) hassan", for: mira)
    #expect(!found.isEmpty && found.allSatisfy { $0.name == name })
    #expect(try rows(workbench, .missingCoordinator, "99 hassan", for: mira).isEmpty)
    let away = try Tray.allCases.flatMap { try rows(workbench, $0, "is:away", for: mira) }
    #expect(Set(away.map(\.child)) == ["NB-1004"])
    // Whole children are left: each has a line, as without a filter.
    var query = TrayQuery(tray: .teamManager)
    for (filter, isFolded) in [
      ("", true), ("is:away", true), ("is:mine", false), ("hassan", false),
    ] {
      query.filter = TrayFilter(filter)
      #expect(query.isFolded == isFolded, "\(filter)")
    }
  }

  @Test(
    "the rating of a child who is away stands at once, and so does that of one where it is not safe"
  )
  func rating() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    let rows = try rows(workbench, .teamManager, for: mira)
    let ratings = rows.filter { $0.step == .riskRating }
    #expect(Set(ratings.map(\.child)) == ["NB-1001", "NB-1004"] && ratings.allSatisfy(\.isAtOnce))
    #expect(rows.first?.isAtOnce == true)
    let back = try #require(rows.first { $0.child == "NB-1001" })
    #expect(back.absence?.isUnsafe == true)
  }

  @Test("what a colleague has begun on a child is said on its rows and its page, never one's own")
  func begun() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    let key = "event:returned:NB-1004:E-2026-0002"
    let draft = FormDraft(
      values: ["place": "home"], focus: nil, cursor: 0, version: nil, title: "Returned")
    try workbench.keepDraft(draft, under: key, of: mira)
    let said = try #require(
      try rows(workbench, .missingCoordinator, for: ravi).first { $0.child == "NB-1004" })
    #expect(said.begunByOther?.what == "returned" && said.begunByOther?.name == "Mira Castell")
    #expect(try workbench.page(of: "NB-1004", for: ravi).begunByOthers.map(\.what) == ["returned"])
    #expect(try workbench.page(of: "NB-1004", for: mira).begunByOthers.isEmpty)
    #expect(try workbench.page(of: "NB-1001", for: ravi).begunByOthers.isEmpty)
    #expect(
      try rows(workbench, .missingCoordinator, for: mira).allSatisfy { $0.begunByOther == nil })
    try workbench.dropDraft(under: key, of: mira)
    #expect(try workbench.page(of: "NB-1004", for: ravi).begunByOthers.isEmpty)
  }

  @Test("a tray's row knows what its record went past; a step that raises concerns says so")
  func passedByAndConcerns() throws {
    let drill = try DrillDesk()
    let workbench = try workbench(drill)
    let row = try rows(workbench, .teamManager, for: mira).first { $0.child == "NB-1001" }
    #expect(row?.passedBy == [.strategy])
    func done(_ concerns: Bool) throws -> Performed {
      try workbench.perform(
        "done-\(concerns)", child: "NB-1001", expecting: nil,
        [
          Command.Entry(
            .stepDone, at: workbench.now(),
            Body([
              "step": .text("safe-and-well"), "outcome": .text("Two men waited outside"),
              "concerns": .flag(concerns),
            ]))
        ], by: mira)
    }
    #expect(workbench.raised(by: try done(false)).isEmpty)
    #expect(workbench.raised(by: try done(true)) == " It raises concerns: rate the child, or meet.")
  }
}
