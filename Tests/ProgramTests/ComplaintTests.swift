import Foundation
import TestSupport
import Testing

/// The guide that says how complaints are answered, held to the tests that it names.
@Suite("What people complain about")
struct ComplaintTests {
  private struct Row {
    let complaint: String
    let answer: String
    let tests: [String]
  }

  private func rows() throws -> [Row] {
    let text = try String(
      contentsOfFile: Program.sourceRoot + "/Guides/complaints.md", encoding: .utf8)
    return text.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst(2).map { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let named = cells[2].split(separator: "`", omittingEmptySubsequences: false).enumerated()
      return Row(
        complaint: cells[0], answer: cells[1],
        tests: named.filter { $0.offset % 2 == 1 }.map { String($0.element) })
    }
  }

  /// The Swift sources of all tests.
  private func sources() throws -> [String] {
    let root = Program.sourceRoot + "/Tests"
    let names = try #require(FileManager.default.enumerator(atPath: root))
    return names.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
      .compactMap { try? String(contentsOfFile: root + "/" + $0, encoding: .utf8) }
  }

  @Test("has an answer for each, and each test that it names is there")
  func areAnswered() throws {
    let rows = try rows()
    #expect(rows.count >= 20)
    let sources = try sources()
    let scripts = Set(KeyScript.all.map(\.testDescription))
    for row in rows {
      #expect(!row.answer.isEmpty && !row.tests.isEmpty, "\(row.complaint)")
      for test in row.tests {
        if test.contains(".keys: ") {
          #expect(scripts.contains(test), "there is no script '\(test)'")
          continue
        }
        let parts = test.split(separator: ".").map(String.init)
        let isThere = sources.contains { source in
          source.contains("struct \(parts[0]) {")
            && (parts.count == 1 || source.contains("func \(parts[1])("))
        }
        #expect(isThere, "there is no test '\(test)'")
      }
    }
  }
}

/// Esc alone, in a real terminal.
@Suite("Esc", .serialized)
struct EscTests {
  @Test("goes one step back at once, not after the second that ncurses waits of itself")
  func isQuick() throws {
    let desk = try DrillDesk()
    let terminal = try DeskTerminal(desk, as: "mira")
    try terminal.see("Missing coordinator")
    var best = Double.infinity
    for _ in 0..<3 {
      try terminal.press("?")
      try terminal.see("here and now")
      let begun = ContinuousClock.now
      try terminal.press("Escape")
      try terminal.seeNoMore("here and now")
      let taken = ContinuousClock.now - begun
      best = min(
        best, Double(taken.components.attoseconds) / 1e18 + Double(taken.components.seconds))
    }
    #expect(best < 0.9, "the quickest of three took \(best) s")
    withExtendedLifetime(desk) {}
  }
}
