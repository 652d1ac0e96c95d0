#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The file system under a desk: who may read it, and whether it can keep a database safe.
struct FilePlace {
  /// The file's absolute path.
  let path: String

  init(path: String) {
    self.path = path.hasPrefix("/") ? path : FilePlace.currentFolder + "/" + path
  }

  /// The folder that holds the file.
  var folder: String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true).dropLast()
    return "/" + parts.joined(separator: "/")
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
  /// - Throws: `unsafe-place` for a second name of the file; `not-a-database` for anything but a plain
  ///   file.
  func check() throws {
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

  /// The size of a file in bytes, or 0 where there is none.
  static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  private var status: stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  private static func closing(_ descriptor: Int32) -> Int32 { close(descriptor) }

  private static var currentFolder: String {
    guard let buffer = getcwd(nil, 0) else { return "" }
    defer { free(buffer) }
    let folder = String(cString: buffer)
    return folder == "/" ? "" : folder
  }
}
