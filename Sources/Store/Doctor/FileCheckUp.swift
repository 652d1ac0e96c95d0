import GRDB
import Workflow

/// Looks at a desk's file from inside: the library, the settings, the clock against the journal, drafts.
struct FileCheckUp {
  let db: Database
  let now: Instant

  func lines() throws -> [CheckLine] {
    let version = try String.fetchOne(db, sql: "SELECT sqlite_version()") ?? "?"
    return [SQLiteLibrary(version: version).line, try settings(), try clock(), try drafts()]
  }

  /// What each pragma must answer for what is saved to stay saved; a reader needs fewer.
  private static let reading = [
    ("journal_mode", "wal"), ("busy_timeout", "5000"), ("foreign_keys", "1"),
    ("trusted_schema", "0"), ("cell_size_check", "1"), ("temp_store", "2"),
  ]
  private static let writing = [
    ("synchronous", "2"), ("wal_autocheckpoint", "0"), ("secure_delete", "1"),
    ("recursive_triggers", "1"),
  ]

  private func settings() throws -> CheckLine {
    let isReader = db.configuration.readonly
    let wanted = FileCheckUp.reading + (isReader ? [] : FileCheckUp.writing)
    var wrong: [String] = []
    for (name, value) in wanted {
      let found = try String.fetchOne(db, sql: "PRAGMA \(name)") ?? "nothing"
      if found != value { wrong.append("\(name) is \(found), not \(value)") }
    }
    // Absent where SQLite was built without it, and then off.
    let mapped = try Int.fetchOne(db, sql: "PRAGMA mmap_size") ?? 0
    if mapped != 0 { wrong.append("mmap_size is \(mapped), not 0") }
    guard wrong.isEmpty else {
      return CheckLine(
        "settings", .fail, wrong.joined(separator: "; ") + ".",
        wayForward: "Work would not survive a power cut: stop, and tell whoever built this program."
      )
    }
    let all = wanted.map { "\($0)=\($1)" }.joined(separator: " ")
    return .ok("settings", "\(all) mmap_size=0.")
  }

  /// The journal's last time is a moment that has certainly passed.
  private func clock() throws -> CheckLine {
    let last = try Int64.fetchOne(
      db, sql: "SELECT written FROM journal ORDER BY seq DESC LIMIT 1")
    if now < FileCheckUp.beginning {
      return CheckLine(
        "clock", .fail, "The computer's clock says \(now.iso), before this program was written.",
        wayForward: "Set the clock; every due time hangs on it.")
    }
    guard let last else { return .ok("clock", "\(now.iso); nothing is recorded yet.") }
    let ahead = Instant(seconds: last).since(now)
    if ahead > 60 {
      return CheckLine(
        "clock", .fail,
        "The clock says \(now.iso), but the last work was recorded \(Amount.time(ahead)) after that.",
        wayForward:
          "Set the clock, or find out which computer's clock was wrong; the journal keeps "
          + "its order all the same.")
    }
    return .ok(
      "clock",
      "\(now.iso); the last work was recorded \(Amount.time(max(0, -ahead))) before. The computer's "
        + "time zone does not matter.")
  }

  /// 1 January 2026.
  private static let beginning = Instant(seconds: 1_767_225_600)

  private func drafts() throws -> CheckLine {
    var (count, unreadable, oldest) = (0, 0, Int64.max)
    let rows = try Row.fetchCursor(db, sql: "SELECT body, saved FROM drafts")
    while let row = try rows.next() {
      count += 1
      oldest = min(oldest, row[1])
      if (try? BodyReader.body(row[0])) == nil { unreadable += 1 }
    }
    if unreadable > 0 {
      return CheckLine(
        "drafts", .fail, "\(unreadable) of \(count) unsaved forms cannot be read.",
        wayForward: "Keep a copy of the desk's folder, and run 'homeward verify'.")
    }
    if count == 0 { return .ok("drafts", "No form waits to be saved.") }
    let age = max(0, now.since(Instant(seconds: oldest)))
    let found =
      "\(count) unsaved form\(count == 1 ? "" : "s"), the oldest of "
      + "\(Amount.time(age)) ago."
    if age > 7 * 86_400 {
      return CheckLine(
        "drafts", .warn, found,
        wayForward: "Ask whose they are: each opens again where its form is opened.")
    }
    return .ok("drafts", found)
  }
}
