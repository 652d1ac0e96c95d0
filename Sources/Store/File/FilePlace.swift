#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The file system under a desk: who may read it, and whether it can keep a database safe.
struct FilePlace {
  /// The file's absolute path, without symbolic links: whoever opens a desk by another way waits for
  /// the same locks.
  let path: String

  init(path: String) {
    let absolute = path.hasPrefix("/") ? path : FilePlace.currentFolder + "/" + path
    if let real = FilePlace.resolved(absolute) {
      self.path = real
      return
    }
    // What is not there yet, in a folder that is.
    let parts = absolute.split(separator: "/", omittingEmptySubsequences: true)
    let folder = "/" + parts.dropLast().joined(separator: "/")
    let name = parts.last.map(String.init) ?? ""
    let real = FilePlace.resolved(folder) ?? folder
    self.path = (real == "/" ? "" : real) + "/" + name
  }

  /// The folder that holds the file.
  var folder: String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true).dropLast()
    return "/" + parts.joined(separator: "/")
  }

  /// The file's name in its folder.
  var name: String {
    path.split(separator: "/", omittingEmptySubsequences: true).last.map(String.init) ?? ""
  }

  /// Whether there is a file.
  var exists: Bool { status != nil }

  /// Whether this account may write both the file and its folder.
  var isWritable: Bool { access(path, W_OK) == 0 && access(folder, W_OK) == 0 }

  /// Makes the folder, for this account alone, where there is none.
  func makeFolder() throws {
    var made = ""
    for part in folder.split(separator: "/") {
      made += "/" + part
      if mkdir(made, 0o700) != 0, errno != EEXIST, errno != EISDIR {
        throw StoreError(
          .folderReadOnly, "The folder \(made) cannot be made.",
          wayForward: "Choose a folder in which this account may write.")
      }
    }
  }

  /// Makes the empty file, for this account alone, before SQLite would make it for everybody.
  func makeFile() throws {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    if descriptor >= 0 {
      _ = Self.closing(descriptor)
    } else if errno != EEXIST {
      throw StoreError(
        .folderReadOnly, "\(path) cannot be made.",
        wayForward: "Choose a folder in which this account may write.")
    }
  }

  /// Refuses a place where SQLite cannot keep its promises, and shuts others out of the file.
  ///
  /// - Throws: `unsafe-place` for a network file system and for a second name of the file;
  ///   `not-a-database` for anything but a plain file.
  func check() throws {
    try checkFileSystem(FileSystem(of: folder))
    guard let status else { return }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw StoreError(
        .notADatabase, "\(path) is not a file.", wayForward: "Give the path of the desk's file.")
    }
    if status.st_nlink > 1 {
      throw StoreError(
        .unsafePlace, "\(path) has a second name (a hard link), which can damage a database.",
        wayForward: "Remove the other name, then open the desk again.")
    }
    if status.st_mode & 0o077 != 0, status.st_uid == geteuid() { _ = chmod(path, 0o600) }
  }

  /// Refuses a file system that other computers share.
  func checkFileSystem(_ system: FileSystem?) throws {
    guard let system, system.isShared else { return }
    throw StoreError(
      .unsafePlace,
      "\(folder) is on a network or user-space file system (\(system.name)), where two desks can "
        + "damage each other's work.",
      wayForward: "Keep the desk on a disk of the computer on which homeward runs; nothing was "
        + "changed.")
  }

  /// Which file it is, whatever it is called: another file put in its place is told apart.
  struct Identity: Hashable, Sendable {
    fileprivate let device: UInt64
    fileprivate let number: UInt64
  }

  /// The file that lies at a path now, or nothing.
  static func identity(at path: String) -> Identity? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
  }

  /// The file that a descriptor is open on, or nothing.
  static func identity(of descriptor: Int32) -> Identity? {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    return Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
  }

  /// The size of a file in bytes, or 0 where there is none.
  static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  var status: stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  private static func closing(_ descriptor: Int32) -> Int32 { close(descriptor) }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private static var currentFolder: String {
    guard let buffer = getcwd(nil, 0) else { return "" }
    defer { free(buffer) }
    let folder = String(cString: buffer)
    return folder == "/" ? "" : folder
  }
}
