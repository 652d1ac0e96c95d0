import Foundation
import Grid
import Testing

/// Frames kept as files: text, role map and cursor, compared whole.
enum GoldenFile {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  /// A frame as text: what is read, what it means, and where the cursor stands.
  static func text(of frame: Frame) -> String {
    let cursor =
      frame.cursor.map {
        "\($0.row),\($0.column) \(frame.cursorVisible ? "visible" : "hidden")"
      } ?? "none"
    return (frame.text + ["--- roles"] + frame.roles + ["--- cursor \(cursor)", ""])
      .joined(separator: "\n")
  }

  /// Compares a frame with its file; HOMEWARD_GOLDEN=record writes the file instead.
  static func check(
    _ frame: Frame, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appendingPathComponent("\(name).\(frame.width)x\(frame.height).txt")
    let shown = text(of: frame)
    if ProcessInfo.processInfo.environment["HOMEWARD_GOLDEN"] == "record" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(shown.utf8).write(to: file)
      return
    }
    let kept = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    let difference = zip(kept.split(separator: "\n"), shown.split(separator: "\n"))
      .first { $0 != $1 }
    #expect(
      kept == shown,
      """
      \(file.lastPathComponent) differs. Kept, then shown:
      \(difference.map { "\($0.0)\n\($0.1)" } ?? "lengths differ")
      HOMEWARD_GOLDEN=record swift test --filter GoldenTests records it anew: look at the change.
      """, sourceLocation: sourceLocation)
  }
}
