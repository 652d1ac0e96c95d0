import CSystem
import Glibc

/// Looks at where a desk lies: its files' modes, the file system, the space, the lock.
struct PlaceCheckUp {
  let place: FilePlace

  /// Below this many free bytes saving is about to fail.
  static let scarce: UInt64 = 32 << 20
  /// Below this many it is time to look.
  static let little: UInt64 = 512 << 20
  /// Past this size in bytes of the log something keeps it from being copied into the file.
  static let longLog = 16 << 20

  func lines() -> [CheckLine] {
    [file, modes, fileSystem, space, reserve, lock, log, timeService].compactMap { $0 }
  }

  private var file: CheckLine {
    do {
      try place.check()
    } catch {
      let error = error as? StoreError
      return CheckLine(
        "file", .fail, error?.sentence ?? "\(place.path) cannot be used.",
        wayForward: error?.wayForward)
    }
    guard place.isWritable else {
      return CheckLine(
        "file", .warn, "\(place.path) may be read but not written by this account.",
        wayForward: "Work from the account that owns the desk.")
    }
    return .ok("file", "\(place.path), \(Amount.bytes(FilePlace.size(of: place.path))).")
  }

  /// Names what others than the owner may read or write.
  private var modes: CheckLine {
    var open: [String] = []
    var mode = stat()
    if stat(place.folder, &mode) == 0, mode.st_mode & 0o022 != 0, mode.st_mode & S_ISVTX == 0 {
      open.append("the folder \(place.folder) may be written by others")
    }
    for end in ["", "-wal", "-shm", "-lock", "-reserve", "-checkpoints"] {
      var mode = stat()
      guard stat(place.path + end, &mode) == 0 else { continue }
      if mode.st_mode & 0o077 != 0 { open.append("\(place.name)\(end) is open to others") }
    }
    if open.isEmpty {
      return .ok("modes", "Only this desk's account may read and write its files.")
    }
    return CheckLine(
      "modes", .fail, open.joined(separator: "; ") + ".",
      wayForward: "chmod 600 the files and chmod 700 the folder.")
  }

  private var fileSystem: CheckLine {
    guard let system = FileSystem(of: place.folder) else {
      return CheckLine("file-system", .warn, "The kernel does not name the file system.")
    }
    if system.isShared {
      return CheckLine(
        "file-system", .fail, "\(system.name) is shared over a network or by another program.",
        wayForward: "Move the desk to a disk of this computer, by backup and restore.")
    }
    if system.isMemory {
      return CheckLine(
        "file-system", .warn,
        "\(system.name): all of it is gone when the computer is switched off.",
        wayForward: "Keep a real desk on a disk.")
    }
    return .ok("file-system", "\(system.name), on this computer.")
  }

  private var space: CheckLine {
    guard let system = FileSystem(of: place.folder) else {
      return CheckLine("space", .warn, "The kernel does not say how much space is left.")
    }
    let found = "\(Amount.bytes(Int(clamping: system.free))) free."
    let file = UInt64(FilePlace.size(of: place.path))
    if system.free < PlaceCheckUp.scarce {
      return CheckLine(
        "space", .fail, found, wayForward: "Free space now: saving is about to fail.")
    }
    if system.free < max(PlaceCheckUp.little, file * 2) {
      return CheckLine(
        "space", .warn, found,
        wayForward: "Free some space: a backup or a rebuild needs about twice the desk's size.")
    }
    return .ok("space", found)
  }

  private var reserve: CheckLine {
    if Reserve(desk: place.path).isThere {
      return .ok(
        "reserve", "\(Amount.bytes(Reserve.size)) are kept for the last work on a full disk.")
    }
    return CheckLine(
      "reserve", .warn, "No room is kept for the last work on a full disk.",
      wayForward: "Free space; the desk takes the room again by itself, or by 'homeward backup'.")
  }

  private var lock: CheckLine {
    let path = WriteLock.path(desk: place.path)
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else {
      if errno == ENOENT { return .ok("lock", "Nobody has saved here yet.") }
      return CheckLine(
        "lock", .fail, "\(path) cannot be opened, so nothing can be saved.",
        wayForward: "Remove it where it is not a plain file of this account.")
    }
    defer { _ = close(descriptor) }
    let end = ContinuousClock.now + .seconds(5)
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno != EWOULDBLOCK && errno != EINTR {
        return CheckLine(
          "lock", .fail, "The file system keeps no locks.",
          wayForward: "Move the desk to a disk of this computer, by backup and restore.")
      }
      if ContinuousClock.now >= end {
        return CheckLine(
          "lock", .fail, "Another program has held the desk for five seconds.",
          wayForward: "Find it with 'fuser \(path)'; it may be stopped, or a rebuild at work.")
      }
      usleep(3_000)
    }
    _ = flock(descriptor, LOCK_UN)
    return .ok("lock", "Free.")
  }

  private var log: CheckLine {
    let size = FilePlace.size(of: place.path + "-wal")
    let found =
      "\(Amount.bytes(size)) of the newest work is in the log, to be copied into the file."
    if size > PlaceCheckUp.longLog {
      return CheckLine(
        "log", .warn, found,
        wayForward: "Something reads without end: close desks that hang, then 'homeward backup'.")
    }
    return .ok("log", size == 0 ? "Empty: all work is in the file." : found)
  }
}

extension PlaceCheckUp {
  /// Due times hang on the clock, and a clock that nothing keeps drifts by minutes a month.
  private var timeService: CheckLine? {
    switch hw_clock_is_kept() {
    case 1: .ok("time-service", "A time service keeps the computer's clock.")
    case 0:
      CheckLine(
        "time-service", .warn, "No time service keeps the computer's clock.",
        wayForward: "Turn one on (systemd-timesyncd, chrony); every due time hangs on the clock.")
    default: nil
    }
  }
}

/// Sizes and times as people say them.
enum Amount {
  /// `318 KB`, `4.2 MB`.
  static func bytes(_ count: Int) -> String {
    if count < 1000 { return "\(count) bytes" }
    var (value, unit) = (Double(count) / 1000, "KB")
    for next in ["MB", "GB", "TB"] where value >= 1000 { (value, unit) = (value / 1000, next) }
    let tenths = Int((value * 10).rounded())
    return tenths >= 100 ? "\((tenths + 5) / 10) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)"
  }

  /// `3 days`, `5 hours`, `2 minutes`, `40 seconds`.
  static func time(_ seconds: Int64) -> String {
    let parts: [(Int64, String)] = [(86_400, "day"), (3_600, "hour"), (60, "minute")]
    for (length, unit) in parts where seconds >= length {
      let count = seconds / length
      return "\(count) \(unit)\(count == 1 ? "" : "s")"
    }
    return "\(seconds) second\(seconds == 1 ? "" : "s")"
  }
}
