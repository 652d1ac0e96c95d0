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
}
