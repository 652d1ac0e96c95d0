import Glibc

/// Plain files beside the desk, written so that they are there after a power cut.
enum Descriptor {
  /// Opens a file; the caller closes it.
  ///
  /// - Throws: `disk-failed`, with the system's reason.
  static func open(_ path: String, _ flags: Int32, mode: mode_t = 0o600) throws -> Int32 {
    while true {
      let descriptor = Glibc.open(path, flags | O_CLOEXEC | O_NOFOLLOW, mode)
      if descriptor >= 0 { return descriptor }
      if errno != EINTR { throw failure("open", path) }
    }
  }

  /// Closes it.
  static func close(_ descriptor: Int32) { _ = Glibc.close(descriptor) }

  /// Writes all bytes.
  static func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws {
    try bytes.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count {
        let count = Glibc.write(
          descriptor, buffer.baseAddress.map { $0 + sent }, buffer.count - sent)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw failure("write", path) }
        sent += count
      }
    }
  }

  /// Reads from a place on, in pieces; the work is told each piece.
  static func read(
    _ path: String, upTo limit: Int = .max, _ work: (ArraySlice<UInt8>) throws -> Void
  ) throws {
    let descriptor = try open(path, O_RDONLY)
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var left = limit
    while left > 0 {
      let count = Glibc.read(descriptor, &buffer, min(buffer.count, left))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure("read", path) }
      if count == 0 { return }
      left -= count
      try work(buffer[..<count])
    }
  }

  /// Adds bytes at the end of a file that exists or not, and keeps them.
  static func append(_ bytes: [UInt8], to path: String) throws {
    let descriptor = try open(path, O_WRONLY | O_CREAT | O_APPEND)
    defer { close(descriptor) }
    try write(bytes, to: descriptor, path)
    try sync(descriptor, path)
  }

  /// Puts a finished file under its name, and keeps it there through a power cut.
  static func rename(_ path: String, to name: String) throws {
    guard Glibc.rename(path, name) == 0 else { throw failure("rename", path) }
    try syncFolder(of: name)
  }

  /// Waits until a file is on the disk.
  static func sync(_ path: String) throws {
    let descriptor = try open(path, O_RDONLY)
    defer { close(descriptor) }
    try sync(descriptor, path)
  }

  static func sync(_ descriptor: Int32, _ path: String) throws {
    guard fsync(descriptor) == 0 else { throw failure("keep", path) }
  }

  /// Waits until the names in a file's folder are on the disk.
  static func syncFolder(of path: String) throws {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) + "/" } ?? "."
    let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("open", folder) }
    defer { close(descriptor) }
    try sync(descriptor, folder)
  }

  /// Removes a file that may not be there.
  static func remove(_ path: String) { _ = unlink(path) }

  private static func failure(_ what: String, _ path: String) -> StoreError {
    if errno == ENOSPC || errno == EDQUOT {
      return StoreError(
        .diskFull, "The disk of \(path) is full.", wayForward: "Free some space, then try again.")
    }
    return StoreError(
      .diskFailed, "Cannot \(what) \(path): \(String(cString: strerror(errno))).",
      wayForward: "Check that the folder is there and that this account may use it.")
  }
}
