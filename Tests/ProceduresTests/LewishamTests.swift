import Procedures
import Testing
import Workflow

@Suite("lewisham-2021")
struct LewishamTests {
  @Test("every rule of the document is realised")
  func realisesEveryRule() throws {
    let pack = try Shelf.shipped.pack(id: "lewisham-2021")
    let wanted = (1...58).map { "LW-" + ($0 < 10 ? "0\($0)" : "\($0)") }
    #expect(Coverage(packs: [pack], scenarios: []).missing(of: wanted) == [])
  }

  @Test("every rule that acts is shown by a scenario")
  func showsEveryRule() throws {
    let scenarios = try Files.texts(in: "Scenarios").flatMap { name, text in
      try ScenarioReader.read(text: text, file: name)
    }
    let pack = try Shelf.shipped.pack(id: "lewisham-2021")
    #expect(Coverage(packs: [pack], scenarios: scenarios).unshown == [])
  }
}
