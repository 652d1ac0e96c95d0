import Foundation

/// What the shim is asked to do to a process; `Tests/FaultShim/shim.c` says what each word means.
struct Shim {
  var action: String?
  var at = 0
  var stays = false
  var thenKill = false
  var on: String?
  var traces = false
  var meter: String?
  var noLock = false
  /// Further variables of the process.
  var others: [String: String] = [:]

  /// The environment that loads the shim.
  func environment(for place: Place) -> [String: String] {
    var all = others
    all["LD_PRELOAD"] = Shim.library
    all["HOMEWARD_FAULT_FOLDER"] = place.folder
    if let action {
      all["HOMEWARD_FAULT_ACTION"] = action
      all["HOMEWARD_FAULT_AT"] = "\(at)"
    }
    if stays { all["HOMEWARD_FAULT_STAYS"] = "1" }
    if thenKill { all["HOMEWARD_FAULT_THEN"] = "kill" }
    if let on { all["HOMEWARD_FAULT_ON"] = on }
    if traces { all["HOMEWARD_FAULT_TRACE"] = place.trace }
    if let meter { all["HOMEWARD_FAULT_METER"] = meter }
    if noLock { all["HOMEWARD_FAULT_NO_LOCK"] = "1" }
    return all
  }

  private static let library = URL(fileURLWithPath: Bundle.main.executablePath ?? "/")
    .deletingLastPathComponent().appendingPathComponent("libFaultShim.so").path
}

/// What several processes counted together, as `struct meter` of the shim lays it out.
struct Meter {
  /// The file that they share.
  let path: String

  init(_ place: Place, _ name: String = "meter") throws {
    path = place.beside(name)
    guard FileManager.default.createFile(atPath: path, contents: Data(count: 4096)) else {
      throw CocoaError(.fileWriteUnknown)
    }
  }

  private func number(_ index: Int) -> Int {
    guard let data = FileManager.default.contents(atPath: path) else { return 0 }
    return data.dropFirst(index * 8).prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// Write transactions that reached the log.
  var writes: Int { number(0) }
  /// Checkpoints that were begun.
  var checkpoints: Int { number(1) }
  /// A write and a checkpoint of two processes at the same moment.
  var overlaps: Int { number(2) }
  /// Writes to the file or its log without the lock file.
  var outside: Int { number(3) }
  /// Times the log was synced.
  var logSyncs: Int { number(4) }
  /// Calls that counted.
  var calls: Int { number(5) }
}
