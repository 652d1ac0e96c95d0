import Desk
import Foundation
import Grid
import Testing

@Suite("README", .serialized)
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

  /// The trays as a terminal of 110 columns shows them.
  private var picture: String {
    var desk = Sample.desk(110, 22, rows: [])
    var window = Sample.window(Sample.busy.filter { !$0.name.contains("\u{1B}") })
    window.past = Sample.past
    _ = update(&desk, .window(window, generation: 1))
    _ = update(&desk, .key(.down))
    let rows = render(desk).text.map { row in
      var row = row
      while row.last == " " { row.removeLast() }
      return row
    }
    return "```\n" + rows.joined(separator: "\n") + "\n```\n"
  }

  private var folder: URL { URL(fileURLWithPath: #filePath).deletingLastPathComponent() }

  @Test("lists the keys that the command table has; HOMEWARD_GOLDEN=record writes them anew")
  func listsTheKeys() throws { try hold("keys", keyList) }

  @Test("shows the trays as they are drawn; HOMEWARD_GOLDEN=record draws them anew")
  func showsTheTrays() throws { try hold("picture", picture) }

  /// Holds a part of README between its marks to what it must be, or writes it anew.
  private func hold(_ part: String, _ wanted: String) throws {
    let file = folder.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("README.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let opening = try #require(text.range(of: "<!-- \(part) -->\n"))
    let closing = try #require(text.range(of: "<!-- /\(part) -->"))
    if ProcessInfo.processInfo.environment["HOMEWARD_GOLDEN"] == "record" {
      let whole = text[..<opening.upperBound] + wanted + text[closing.lowerBound...]
      try String(whole).write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let listed = String(text[opening.upperBound..<closing.lowerBound])
    #expect(listed == wanted, "README's \(part) is stale: make manual writes it anew")
  }
}
