import Foundation
import Procedures
import Testing
import Workflow

@Suite("Coverage of the rulebook")
struct CoverageTests {
  private func scenarios() throws -> [Scenario] {
    let files = try Files.texts(in: "Scenarios")
    // A rule is shown by a scenario of its own pack before one of a composed pack.
    let ordered =
      files.filter { !$0.name.contains("combined") } + files.filter { $0.name.contains("combined") }
    return try ordered.flatMap { try ScenarioReader.read(text: $0.text, file: $0.name) }
  }

  @Test("the rulebook has 221 rules, each id once")
  func countsRules() {
    let ids = Rulebook.rules.map(\.id)
    #expect(ids.count == 221 && Set(ids).count == 221)
    #expect(ids.first == "L23-01" && ids.last == "LU-23")
  }

  @Test("all 221 are realised, each somewhere that a person meets it")
  func coversAll() throws {
    let coverage = Coverage(packs: try Shelf.shipped.packs(), shown: ScenarioIndex.shown)
    let ids = Rulebook.rules.map(\.id)
    let lines = coverage.weightiest(of: ids)
    #expect(coverage.missing(of: ids) == [])
    #expect(lines.map(\.rule) == ids)
    #expect(lines.allSatisfy { $0.met != nil && $0.pack != "combined" })
    #expect(lines.first { $0.rule == "L23-22" }?.kind == .guard)
    #expect(lines.first { $0.rule == "LW-28" }?.kind == .clock)
    #expect(lines.first { $0.rule == "L23-16" }?.kind == .chair)
    #expect(coverage.missing(of: ["LU-23", "LU-24"]) == ["LU-24"])
  }

  @Test("what hangs on a form that the desk has not is met by nobody, and said so")
  func tellsWhatNobodyMeets() throws {
    let packs = try Shelf.shipped.packs()
    let all = Set(EventKind.allCases)
    let ids = Rulebook.rules.map(\.id)
    #expect(Coverage(packs: packs, shown: [:], forms: all).unmet(of: ids) == [])
    // The publicity of LP-55 and LW-39 is only ever refused on the form on which it is recorded.
    let without = Coverage(packs: packs, shown: [:], forms: all.subtracting([.publicityAgreed]))
    #expect(without.unmet(of: ids) == ["LP-55", "LW-39"])
  }

  @Test("the index that the program carries is that of the scenarios (Scripts/embed-scenarios)")
  func indexIsUpToDate() throws {
    #expect(ScenarioIndex.shown == Coverage.index(of: try scenarios()))
  }

  @Test("every rule is shown by a scenario")
  func scenariosShowEveryRule() {
    #expect(Rulebook.rules.map(\.id).filter { ScenarioIndex.shown[$0] == nil } == [])
  }
}
