import Foundation
import Testing

/// One script of keys: what is given, what is pressed, what is seen.
struct KeyScript: Sendable, CustomTestStringConvertible {
  let file: String
  let title: String
  let lines: [Line]

  struct Line: Sendable {
    let number: Int
    let verb: String
    let rest: String
  }

  var testDescription: String { "\(file): \(title)" }

  /// Every script of every file, in the order of the files.
  static let all: [KeyScript] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Scripts")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".keys") }.sorted().flatMap { file -> [KeyScript] in
      let text = (try? String(contentsOfFile: folder.path + "/" + file, encoding: .utf8)) ?? ""
      return read(text, file: file)
    }
  }()

  /// Reads a file: a script begins with `= its title`; `#` begins a remark.
  static func read(_ text: String, file: String) -> [KeyScript] {
    var scripts: [KeyScript] = []
    var title: String?
    var lines: [Line] = []
    func close() {
      if let title { scripts.append(KeyScript(file: file, title: title, lines: lines)) }
      lines = []
    }
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = line.trimmingCharacters(in: .whitespaces)
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("= ") {
        close()
        title = String(line.dropFirst(2))
        continue
      }
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      lines.append(Line(number: index + 1, verb: parts[0], rest: parts.count > 1 ? parts[1] : ""))
    }
    close()
    return scripts
  }
}
