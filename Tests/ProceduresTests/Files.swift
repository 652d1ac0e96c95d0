import Foundation

/// Where the tests find their files, beside their sources.
enum Files {
  private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The folder of the guides.
  static var guides: URL { tests.deletingLastPathComponent().appendingPathComponent("Guides") }

  /// The text of every file below a folder of `Tests`, by its path there, in order.
  static func texts(in folder: String, suffix: String = ".yaml") throws -> [(
    name: String, text: String
  )] {
    let root = tests.appendingPathComponent(folder).path
    let names = try FileManager.default.subpathsOfDirectory(atPath: root).sorted()
    return try names.filter { $0.hasSuffix(suffix) }.map { name in
      (name, try String(contentsOfFile: root + "/" + name, encoding: .utf8))
    }
  }
}
