import Foundation

/// A folder that is gone when the test is.
package final class Folder {
  /// Its path.
  package let path: String

  /// Makes the folder.
  ///
  /// - Throws: an error where it cannot be made.
  package init() throws {
    path = NSTemporaryDirectory() + "homeward-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file in it.
  package func file(_ name: String) -> String { path + "/" + name }
}
