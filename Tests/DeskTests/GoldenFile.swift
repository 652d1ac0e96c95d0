import Foundation
import Grid
import Testing

/// Frames kept as files, a screen each with all its sizes: text, roles and cursor, compared whole.
///
/// A role map is written in runs, `3. 12# 65.`, and rows that are alike once, `4× 80.`: the letters are those
/// of ``StyleRole/letter``, and `looks.txt` says what each looks like with and without colour.
enum GoldenFile {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  /// Whether the files are written rather than compared.
  static var isRecording: Bool {
    ProcessInfo.processInfo.environment["HOMEWARD_GOLDEN"] == "record"
  }

  /// The names of all files.
  static var names: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
    }
  }

  /// A frame as text: what is read, what it means, and where the cursor stands.
  static func text(of frame: Frame) -> String {
    let cursor =
      frame.cursor.map {
        "\($0.row),\($0.column) \(frame.cursorVisible ? "visible" : "hidden")"
      } ?? "none"
    return
      (["=== \(frame.width)×\(frame.height)"] + frame.text + ["--- roles"] + runs(of: frame.roles)
      + ["--- cursor \(cursor)", ""]).joined(separator: "\n")
  }

  /// Rows of letters as runs, rows that are alike together.
  private static func runs(of rows: [String]) -> [String] {
    var result: [(text: String, count: Int)] = []
    for row in rows {
      var runs: [(letter: Character, count: Int)] = []
      for letter in row {
        if runs.last?.letter == letter {
          runs[runs.count - 1].count += 1
        } else {
          runs.append((letter, 1))
        }
      }
      let text = runs.map { "\($0.count)\($0.letter)" }.joined(separator: " ")
      if result.last?.text == text {
        result[result.count - 1].count += 1
      } else {
        result.append((text, 1))
      }
    }
    return result.map { $0.count == 1 ? $0.text : "\($0.count)× \($0.text)" }
  }

  /// Compares frames of one screen with their file; HOMEWARD_GOLDEN=record writes the file instead.
  static func check(
    _ frames: [Frame], _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try check(text: frames.map { text(of: $0) }.joined(), name, sourceLocation: sourceLocation)
  }

  /// Compares a text with its file; HOMEWARD_GOLDEN=record writes the file instead.
  static func check(
    text shown: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appendingPathComponent("\(name).txt")
    if isRecording {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(shown.utf8).write(to: file)
      return
    }
    let kept = (try? String(decoding: Data(contentsOf: file), as: UTF8.self)) ?? ""
    let difference = zip(kept.split(separator: "\n"), shown.split(separator: "\n"))
      .first { $0 != $1 }
    #expect(
      kept == shown,
      """
      \(file.lastPathComponent) differs. Kept, then shown:
      \(difference.map { "\($0.0)\n\($0.1)" } ?? "lengths differ, or there is no such file")
      'make golden' shows what changed and records it.
      """, sourceLocation: sourceLocation)
  }

  /// Takes away the files of screens that are no more.
  static func remove(_ names: [String]) throws {
    for name in names {
      try FileManager.default.removeItem(at: folder.appendingPathComponent("\(name).txt"))
    }
  }
}
