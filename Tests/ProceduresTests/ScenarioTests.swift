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
}
