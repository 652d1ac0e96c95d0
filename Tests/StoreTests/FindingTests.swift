import Foundation
import TestSupport
import Testing

@testable import Store

@Suite("The findings of verifying")
struct FindingTests {
  /// The table in the README, made from the same cases; HOMEWARD_GOLDEN=record writes it anew.
  @Test("The README lists each finding with what to do")
  func readme() throws {
    let path = Program.sourceRoot + "/README.md"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let (start, end) = ("<!-- findings -->\n", "<!-- /findings -->")
    let from = try #require(text.range(of: start))
    let to = try #require(text.range(of: end))
    let table =
      "\n| | what it is | what to do |\n| --- | --- | --- |\n"
      + VerifyFinding.Code.allCases.map {
        "| `\($0.rawValue)` | \($0.meaning) | \($0.repair) |\n"
      }.joined() + "\n"
    if ProcessInfo.processInfo.environment["HOMEWARD_GOLDEN"] == "record" {
      let new = text[..<from.upperBound] + table + text[to.lowerBound...]
      try String(new).write(toFile: path, atomically: true, encoding: .utf8)
      return
    }
    #expect(String(text[from.upperBound..<to.lowerBound]) == table)
  }
}
