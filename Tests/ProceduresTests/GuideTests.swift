import Foundation
import Testing
import Workflow

@testable import Procedures

/// The guide for authorities, its page and its pack: what it says is what the readers do.
@Suite("The guide to one's own procedure")
struct GuideTests {
  private func text(_ name: String) throws -> String {
    try #require(try Files.texts(in: "../Guides", suffix: name).first { $0.name == name }).text
  }

  @Test(
    "the packs that are written from the pages are clean, and their scenarios hold",
    arguments: [("alderfleet", 14), ("marshwick", 55)])
  func packHolds(id: String, cases: Int) throws {
    let text = try text("\(id).yaml")
    #expect(PackReader.check(text: text, file: "\(id).yaml").map(\.text) == [])
    let shelf = Shelf(local: [.init(id: id, file: "\(id).yaml", text: text)])
    let scenarios = try ScenarioReader.read(
      text: try self.text("\(id)-scenarios.yaml"), file: "\(id)-scenarios.yaml")
    let report = ScenarioRunner(shelf: shelf).run(scenarios)
    #expect(report.failed == 0, "\(report.text)")
    #expect(report.cases.count >= cases)
    let pack = try shelf.pack(id: id)
    #expect(Coverage(packs: [pack], scenarios: scenarios).unshown == [])
  }

  @Test("an example, not a procedure that ships")
  func isNotShipped() {
    #expect(!Shelf.shipped.ids.contains("alderfleet") && !Shelf.shipped.ids.contains("marshwick"))
  }

  @Test("every numbered sentence of the page has its place in the pack")
  func packIsWhole() throws {
    let pack = try text("alderfleet.yaml")
    let page = try text("alderfleet-procedure.md")
    let sections = page.split(separator: "\n").compactMap { line -> Substring? in
      let head = line.prefix { $0.isNumber || $0 == "." }
      return head.count == 3 && line.dropFirst(3).first == " " ? head : nil
    }
    #expect(sections.count == 22)
    let cited = sections.filter { pack.contains("\"\($0)\"") || pack.contains("# \($0)") }
    #expect(sections.filter { !cited.contains($0) } == [])
  }

  @Test("a piece of YAML in the guide stands so in the example's files, or is a sound pack itself")
  func piecesAreOfTheExample() throws {
    let files = try ["alderfleet.yaml", "alderfleet-scenarios.yaml"].map { lines(try text($0)) }
    var pieces = 0
    let parts = try text("own-procedure.md").components(separatedBy: "```yaml\n").dropFirst()
    for part in parts {
      let piece = try #require(part.components(separatedBy: "```").first)
      pieces += 1
      if piece.hasPrefix("id:") {
        #expect(Shelf.shipped.check(text: piece, file: "guide").map(\.text) == [])
        continue
      }
      let wanted = "\n\(lines(piece))\n"
      #expect(files.contains { "\n\($0)\n".contains(wanted) }, "\(piece)")
    }
    #expect(pieces >= 12)
  }

  @Test("every finding that the guide explains is one that the reader makes")
  func findingsAreTheReaders() throws {
    let corpus = try Files.texts(in: "ProceduresTests/Corpus/bad").flatMap { name, text in
      PackReader.check(text: text, file: name).map(\.message)
    }
    let guide = try text("own-procedure.md")
    let table = try #require(
      guide.components(separatedBy: "findings -->").dropFirst().first)
    var explained = 0
    for row in table.split(separator: "\n") where row.hasPrefix("| `") {
      let quoted = try #require(row.split(separator: "`").dropFirst().first)
      let parts = quoted.components(separatedBy: " … ")
      explained += 1
      let isMade = corpus.contains { message in
        var rest = message[...]
        return parts.allSatisfy { part in
          guard let range = rest.firstRange(of: part) else { return false }
          rest = rest[range.upperBound...]
          return true
        }
      }
      #expect(isMade, "\(quoted)")
    }
    #expect(explained > 20)
  }

  /// The lines without what indents them, so that a piece may stand further to the left.
  private func lines(_ text: String) -> String {
    text.split(separator: "\n").map { String($0).trimmed }.joined(separator: "\n")
  }

  @Test("lists every word that the readers know; HOMEWARD_GOLDEN=record writes the lists anew")
  func listsEveryWord() throws {
    let file = Files.guides.appendingPathComponent("words.md")
    let whole = try text("words.md")
    let start = "<!-- words -->\n"
    let head = try #require(whole.range(of: start))
    let tables = WordList.all.map(\.markdown).joined(separator: "\n")
    if ProcessInfo.processInfo.environment["HOMEWARD_GOLDEN"] == "record" {
      try (whole[..<head.upperBound] + "\n" + tables).write(
        to: file, atomically: true, encoding: .utf8)
      return
    }
    #expect(
      whole[head.upperBound...] == "\n" + tables,
      "Guides/words.md is stale: HOMEWARD_GOLDEN=record make test")
  }

  @Test("a starting pack is sound whatever its id, and takes the authority's name as it is")
  func startingPackIsSound() throws {
    let today = try #require(CivilDate(iso: "2026-11-21"))
    for id in ["north", "a", "7-oaks", "x-1-y", "2027"] {
      let text = try #require(StartingPack.text(id: id, authority: nil, today: today))
      #expect(PackReader.check(text: text, file: "x.yaml").map(\.text) == [], "\(id)")
      #expect(PackReader.id(of: text) == id)
    }
    for name in ["St \"Mary's\": and #1", "ID XX-TODAY\nid: other", "\\", "Å"] {
      let text = try #require(StartingPack.text(id: "north", authority: name, today: today))
      let pack = try PackReader.read(text: text, file: "x.yaml")
      #expect(pack.authority == name.replacing("\n", with: " ") && pack.id == "north")
    }
    for id in ["", "North", "north.yaml", "north west", "nörd", "-"] {
      #expect(StartingPack.text(id: id, authority: nil, today: today) == nil)
    }
  }
}

extension WordList {
  /// As a table of the guide.
  fileprivate var markdown: String {
    func line(_ cells: [String]) -> String {
      "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }
    let isExample = columns.map { $0 == "example" }
    let body = rows.map { row in
      line(
        row.enumerated().map { column, cell in
          (column == 0 || isExample[column]) && !cell.isEmpty ? "`\(cell)`" : cell
        })
    }
    return "### \(heading)\n\n"
      + "`homeward procedure words \(name)`" + (note.map { ". \($0)" } ?? "") + "\n\n"
      + line(columns)
      + line(columns.map { _ in "---" }) + body.joined()
  }
}
