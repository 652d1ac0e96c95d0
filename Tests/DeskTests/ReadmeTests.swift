import Desk
import Foundation
import Testing

@Suite("README")
struct ReadmeTests {
  /// The key list between the markers, as the command table has it now.
  private var keyList: String {
    var lines: [String] = []
    for context in Context.allCases {
      // What has no key is found by help, not by this list.
      let commands = CommandTable.commands(in: context).filter { !$0.keys.isEmpty }
      guard !commands.isEmpty else { continue }
      lines += ["", "| \(context.rawValue) | |", "| --- | --- |"]
      lines += commands.map { "| `\($0.keyNames)` | \($0.sentence) |" }
    }
    return lines.joined(separator: "\n") + "\n\n"
  }

  @Test("lists the keys that the command table has; HOMEWARD_GOLDEN=record writes them anew")
  func listsTheKeys() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("README.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let (start, end) = ("<!-- keys -->\n", "<!-- /keys -->")
    let opening = try #require(text.range(of: start))
    let closing = try #require(text.range(of: end))
    let listed = String(text[opening.upperBound..<closing.lowerBound])
    if ProcessInfo.processInfo.environment["HOMEWARD_GOLDEN"] == "record" {
      let whole = text[..<opening.upperBound] + keyList + text[closing.lowerBound...]
      try String(whole).write(to: file, atomically: true, encoding: .utf8)
      return
    }
    #expect(listed == keyList, "README's keys are stale: HOMEWARD_GOLDEN=record make test")
  }
}
