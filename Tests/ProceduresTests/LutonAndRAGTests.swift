import Procedures
import Testing

@Suite("Luton, and red, amber, green")
struct LutonAndRAGTests {
  @Test(
    "every rule is realised, and every rule that acts is shown by a scenario",
    arguments: [("luton", "LU", 23), ("mfh-rag", "RAG", 32)])
  func coversEveryRule(id: String, prefix: String, count: Int) throws {
    let scenarios = try Files.texts(in: "Scenarios").flatMap { name, text in
      try ScenarioReader.read(text: text, file: name)
    }
    let coverage = Coverage(packs: [try Shelf.shipped.pack(id: id)], scenarios: scenarios)
    let ids = (1...count).map { "\(prefix)-\($0 < 10 ? "0" : "")\($0)" }
    #expect(coverage.missing(of: ids) == [])
    #expect(coverage.unshown == [])
  }
}
