import Procedures
import Testing
import Workflow

/// The reader against the shipped pack with one thing broken at a time.
@Suite("Strictness")
struct StrictnessTests {
  private func lines() throws -> [String] {
    let pack = try #require(
      try Files.texts(in: "../Sources/Procedures/Packs").first {
        $0.name == "lambeth-2023.yaml"
      })
    return pack.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// A line with its key mistyped, where it begins with one.
  private func mistyped(_ line: String) -> String? {
    let start = line.prefix { $0 == " " || $0 == "-" }
    let rest = line.dropFirst(start.count)
    guard let colon = rest.firstIndex(of: ":"), colon > rest.startIndex,
      rest[..<colon].allSatisfy({ $0.isLowercase || $0.isNumber || $0 == "-" })
    else { return nil }
    return start + rest[..<colon] + "x" + rest[colon...]
  }

  @Test("every key that is mistyped is found, at its line", arguments: 0..<12)
  func findsEveryMistypedKey(turn: Int) throws {
    // Twelve turns, each with every twelfth line broken, show that all findings come at once. The
    // keys of the first levels hold everything else, so they stay whole here.
    let whole = try lines()
    var broken = whole
    var places: Set<Int> = []
    for (index, line) in whole.enumerated() where index % 12 == turn {
      guard line.hasPrefix("      "), let other = mistyped(line) else { continue }
      broken[index] = other
      places.insert(index + 1)
    }
    let findings = PackReader.check(text: broken.joined(separator: "\n"), file: "x.yaml")
    #expect(!places.isEmpty)
    #expect(places.subtracting(findings.map(\.line)) == [])
  }

  @Test("a mistyped key of the first levels is found, too")
  func findsMistypedKeysOfTheFirstLevels() throws {
    let whole = try lines()
    for (index, line) in whole.enumerated() where !line.hasPrefix("      ") {
      guard let other = mistyped(line) else { continue }
      var broken = whole
      broken[index] = other
      let findings = PackReader.check(text: broken.joined(separator: "\n"), file: "x.yaml")
      #expect(findings.contains { $0.line == index + 1 }, "\(other)")
    }
  }

  @Test("a pack that is cut off or has lost a line is read or found wanting, never a crash")
  func survivesLostLines() throws {
    let whole = try lines()
    for index in stride(from: 0, to: whole.count, by: 29) {
      let cut = whole[..<index].joined(separator: "\n")
      var lost = whole
      lost.remove(at: index)
      for text in [cut, lost.joined(separator: "\n")] {
        for finding in PackReader.check(text: text, file: "x.yaml") {
          #expect(finding.line >= 1 && finding.column >= 1 && !finding.message.isEmpty)
        }
      }
    }
  }
}
