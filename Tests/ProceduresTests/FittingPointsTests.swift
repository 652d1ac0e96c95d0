import Procedures
import Testing
import Workflow

@Suite("What is to be minded fits the child")
struct FittingPointsTests {
  /// What the five together want minded when a child's risk is rated.
  private func points(born: String, rated: Risk) throws -> [String] {
    let procedure = try #require(Shelf(local: []).pack(id: "combined").versions.last).procedure
    let nobody = Person(id: "x", name: "X", role: .teamManager)
    let gone = Instant(seconds: 1_795_100_000)
    var register = Body(["family-name": .text("Osei"), "status": .text("looked-after")])
    register[name: "allocated"] = .flag(true)
    register[name: "born"] = CivilDate(iso: born).map(Value.date)
    let events: [(EventKind, Body)] = [
      (.childRegistered, register),
      (.wentMissing, Body(["from": .text("care"), "category": .text("missing")])),
      (.opened, Body(["record": .text("M-1"), "episode": .text("E-1")])),
      (.riskAssessed, Body(["risk": .text(rated.rawValue)])),
    ]
    let child = ChildCase(id: "C-1").applying(
      events.enumerated().map { place, event in
        Event(
          kind: event.0, body: event.1, occurred: gone.adding(seconds: Int64(place) * 60),
          recorded: gone.adding(seconds: Int64(place) * 60), by: nobody, sequence: place + 1)
      })
    let record = try #require(child.currentRecord)
    let episode = try #require(record.current)
    return Points(
      recording: [.riskAssessed],
      in: Situation(
        child: child, record: record, episode: episode, authority: procedure.authority),
      procedure: procedure
    ).sections.flatMap(\.lines)
  }

  @Test("what is said of an age or a rating is said of such children only")
  func byAgeAndRating() throws {
    let young = try points(born: "2013-02-01", rated: .high)
    #expect(!young.contains { $0.contains("(LP-68)") && $0.contains("16 or 17") })
    #expect(!young.contains { $0.contains("(L23-08)") || $0.contains("(L23-09)") })
    let old = try points(born: "2010-02-01", rated: .low)
    #expect(old.contains { $0.contains("(LP-68)") && $0.contains("16 or 17") })
    #expect(old.contains { $0.contains("(L23-08)") } && !old.contains { $0.contains("(L23-09)") })
    let medium = try points(born: "2010-02-01", rated: .medium)
    #expect(medium.contains { $0.contains("(L23-09)") })
  }

  @Test("what two rules say is said once, with both")
  func saidOnce() throws {
    let packs = try points(born: "2013-02-01", rated: .high).filter { $0.contains("grab pack") }
    #expect(packs.count == 1 && packs[0].contains("LW-08, RAG-22"), "\(packs)")
  }

  /// What the five together want minded when a going from care is reported and recorded.
  private func onGoing() throws -> (points: Points, procedure: Procedure) {
    let procedure = try #require(Shelf(local: []).pack(id: "combined").versions.last).procedure
    let nobody = Person(id: "x", name: "X", role: .frontDoor)
    let gone = Instant(seconds: 1_795_100_000)
    let events: [(EventKind, Body)] = [
      (
        .childRegistered,
        Body([
          "family-name": .text("Osei"), "born": .date(try #require(CivilDate(iso: "2012-02-01"))),
        ])
      ),
      (.wentMissing, Body(["from": .text("care"), "category": .text("missing")])),
      (.reported, Body(["risk": .text("medium")])),
      (.opened, Body(["record": .text("M-1"), "episode": .text("E-1")])),
    ]
    let child = ChildCase(id: "C-1").applying(
      events.enumerated().map { place, event in
        Event(
          kind: event.0, body: event.1, occurred: gone, recorded: gone, by: nobody,
          sequence: place + 1)
      })
    let record = try #require(child.currentRecord)
    let situation = Situation(
      child: child, record: record, episode: try #require(record.current), authority: "Northbrook")
    return (
      Points(
        recording: [.wentMissing, .reported, .opened], in: situation, procedure: procedure),
      procedure
    )
  }

  @Test("what the lines of the form answer comes first, at most five, one document to a line")
  func linesComeFirst() throws {
    let points = try onGoing().points
    let first = try #require(points.sections.first)
    #expect(first.heading == Points.onForm)
    #expect((1...5).contains(first.lines.count) && first.lines.count == points.first)
    #expect(first.lines[0].hasSuffix("(L23-01)"))
    // What is missing is said by one document; the others say it below.
    #expect(!first.lines.contains { $0.contains("(RAG-01)") || $0.contains("(LP-04)") })
    let others = try #require(points.sections.first { $0.heading == Points.ofOthers })
    #expect(others.lines.contains { $0.contains("no separate absent") })
    #expect(others.lines.contains { $0.contains("(LP-04)") })
    #expect(points.sections.map(\.lines.count).reduce(0, +) >= points.count)
  }

  @Test("nothing is said twice on one form, and a care leaver's rule of no child")
  func onceAndFitting() throws {
    let lines = try onGoing().points.sections.flatMap(\.lines)
    #expect(lines.count { $0.contains("travel card") } == 1)
    #expect(lines.count { $0.contains("reasonable steps") } == 1)
    #expect(!lines.contains { $0.contains("(LW-01)") })
  }

  @Test("every code is followed once by the document that it stands for")
  func legendNamesDocuments() throws {
    let points = try onGoing().points
    #expect(points.legend.first == "L23 is Lambeth, flowchart of 2023")
    #expect(points.legend.contains("LU is Luton, missing children flowchart"))
    #expect(Set(points.legend).count == points.legend.count)
    #expect(!points.legend.contains { $0.hasPrefix("HW is L") })
  }

  @Test("where documents say differently what missing is, the authority's own is on the form")
  func ownDefinition() throws {
    let (_, combined) = try onGoing()
    for document in combined.documents
    where ["LW", "RAG", "LP"].contains(where: document.codes.contains) {
      let procedure = combined.adopted(by: document.authority)
      let nobody = Person(id: "x", name: "X", role: .frontDoor)
      let gone = Instant(seconds: 1_795_100_000)
      let child = ChildCase(id: "C-1").applying([
        Event(
          kind: .wentMissing, body: Body(["from": .text("care"), "category": .text("missing")]),
          occurred: gone, recorded: gone, by: nobody, sequence: 1)
      ])
      let record = try #require(child.currentRecord)
      let points = Points(
        recording: [.wentMissing],
        in: Situation(
          child: child, record: record, episode: try #require(record.current),
          authority: document.authority), procedure: procedure)
      let first = try #require(points.sections.first { $0.heading == Points.onForm })
      let others = points.sections.first { $0.heading == Points.ofOthers }?.lines ?? []
      let definitions = ["(LW-02)", "(RAG-01)", "(LP-01)"]
      let own = combined.documents.filter { $0.authority == document.authority }.flatMap(\.codes)
      for rule in definitions {
        let isOwn = own.contains { rule.hasPrefix("(\($0)-") }
        #expect(
          first.lines.contains { $0.hasSuffix(rule) } == isOwn, "\(document.title): \(rule)")
        #expect(isOwn || others.contains { $0.hasSuffix(rule) }, "\(document.title): \(rule)")
      }
    }
  }

  @Test("the authority's own document speaks first, wherever it stands among the others")
  func ownFirst() throws {
    let (_, procedure) = try onGoing()
    let luton = procedure.adopted(by: "Luton")
    let child = ChildCase(id: "C-1").applying([
      Event(
        kind: .wentMissing, body: Body(["from": .text("care"), "category": .text("missing")]),
        occurred: Instant(seconds: 1_795_100_000), recorded: Instant(seconds: 1_795_100_000),
        by: Person(id: "x", name: "X", role: .frontDoor), sequence: 1),
      Event(
        kind: .opened, body: Body(["record": .text("M-1"), "episode": .text("E-1")]),
        occurred: Instant(seconds: 1_795_100_000), recorded: Instant(seconds: 1_795_100_000),
        by: Person(id: "x", name: "X", role: .frontDoor), sequence: 2),
    ])
    let record = try #require(child.currentRecord)
    let points = Points(
      recording: [.wentMissing],
      in: Situation(
        child: child, record: record, episode: try #require(record.current), authority: "Luton"),
      procedure: luton)
    #expect(points.sections.first?.lines.first?.hasSuffix("(LU-01)") == true)
    #expect(points.legend.first == "LU is Luton, missing children flowchart")
  }
}
