/// The SQLite that the program works with.
struct SQLiteLibrary: Hashable, Sendable {
  /// Its version as it says it: `3.40.1`.
  let version: String

  /// Whether it has the fix of the race between a checkpoint and another process's write, after which
  /// a commit could be lost: 3.51.3 and later, taken back into 3.44.6 and 3.50.7
  /// (https://sqlite.org/wal.html, "The WAL-reset bug"); 3.52.0 was withdrawn.
  var hasResetFix: Bool {
    let parts = version.split(separator: ".").map { Int($0) ?? 0 }
    guard parts.count >= 3 else { return false }
    let (major, minor, patch) = (parts[0], parts[1], parts[2])
    if major != 3 { return major > 3 }
    switch minor {
    case 44: return patch >= 6
    case 50: return patch >= 7
    case 51: return patch >= 3
    default: return minor > 52
    }
  }

  var line: CheckLine {
    .ok(
      "sqlite",
      hasResetFix
        ? "SQLite \(version)."
        : "SQLite \(version). It has a race between saving and copying the log, mended in 3.51.3; "
          + "homeward's lock keeps the two apart.")
  }
}
