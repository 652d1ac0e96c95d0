import Procedures
import Testing
import Workflow

@Suite("Scenarios")
struct ScenarioTests {
  @Test("every scenario file holds")
  func scenariosHold() throws {
    let runner = ScenarioRunner(shelf: .shipped)
    var cases = 0
    for (name, text) in try Files.texts(in: "Scenarios") {
      let report = runner.run(try ScenarioReader.read(text: text, file: name))
      cases += report.cases.count
      #expect(report.failed == 0, "\(report.text)")
    }
    #expect(cases >= 39)
  }

  @Test("every rule of lambeth-2023 that acts is shown by a scenario")
  func scenariosShowEveryRule() throws {
    let scenarios = try Files.texts(in: "Scenarios").flatMap { name, text in
      try ScenarioReader.read(text: text, file: name)
    }
    let pack = try Shelf.shipped.pack(id: "lambeth-2023")
    let coverage = Coverage(packs: [pack], scenarios: scenarios)
    #expect(coverage.unshown == [])
    #expect(coverage.missing(of: ["L23-01", "L23-31"]) == ["L23-31"])
  }

  @Test("every rule of lambeth-protocol is realised, and what acts is shown by a scenario")
  func protocolIsWhole() throws {
    let scenarios = try Files.texts(in: "Scenarios").flatMap { name, text in
      try ScenarioReader.read(text: text, file: name)
    }
    let pack = try Shelf.shipped.pack(id: "lambeth-protocol")
    let coverage = Coverage(packs: [pack], scenarios: scenarios)
    #expect(coverage.missing(of: (1...78).map { $0 < 10 ? "LP-0\($0)" : "LP-\($0)" }) == [])
    #expect(coverage.unshown == [])
  }
}
