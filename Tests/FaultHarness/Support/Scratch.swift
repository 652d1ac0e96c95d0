import Foundation
import TestSupport

/// Folders for trials, on the memory's own file system where there is one: the faults are made by
/// the shim, so a real disk adds time and nothing else.
enum Scratch {
  private static let root: String = {
    let chosen = ProcessInfo.processInfo.environment["HOMEWARD_FAULTS_IN"]
    let place =
      chosen
      ?? (FileManager.default.isWritableFile(atPath: "/dev/shm")
        ? "/dev/shm" : NSTemporaryDirectory())
    return URL(fileURLWithPath: place).resolvingSymlinksInPath().path
      + "/homeward-faults-\(ProcessInfo.processInfo.processIdentifier)"
  }()

  /// Runs some work with an empty folder that is gone after it.
  static func with<T>(_ work: (Place) throws -> T) throws -> T {
    let folder = root + "/" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try work(Place(outer: folder))
  }

  /// Removes what is left.
  static func clear() { try? FileManager.default.removeItem(atPath: root) }
}

/// A folder for one desk, and beside it a place for what the harness writes about it.
struct Place {
  /// The folder that the shim watches.
  let folder: String
  /// The desk's file.
  var desk: String { folder + "/desk.sqlite" }
  /// What the shim writes down.
  let trace: String
  private let outer: String

  init(outer: String) {
    self.outer = outer
    folder = outer + "/desk"
    trace = outer + "/trace"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
  }

  /// A file beside the desk's folder.
  func beside(_ name: String) -> String { outer + "/" + name }

  /// Empties the folder and puts files into it.
  func fill(_ files: [String: [UInt8]]) throws {
    let manager = FileManager.default
    for name in try manager.contentsOfDirectory(atPath: folder) {
      try manager.removeItem(atPath: folder + "/" + name)
    }
    for (name, bytes) in files {
      guard manager.createFile(atPath: folder + "/" + name, contents: Data(bytes)) else {
        throw CocoaError(.fileWriteUnknown)
      }
    }
    try? manager.removeItem(atPath: trace)
  }

  /// Removes the log, as a program would that does not know what it is for.
  func loseLog() throws {
    for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: desk + end) }
  }

  /// Every file in the folder that outlives a power cut: the index of the log does not matter.
  func files() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where !["-shm", "-lock", "-reserve"].contains(where: name.hasSuffix) {
      files[name] = Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
    }
    return files
  }
}
