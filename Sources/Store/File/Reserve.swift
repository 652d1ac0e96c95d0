import Glibc

/// Room that is kept beside the desk, so that the last work can still be saved when the disk is full.
struct Reserve: Sendable {
  /// The file that takes the room.
  let path: String

  /// Its size in bytes: some two hundred commands, or one report of the largest size with its draft.
  static let size = 8 << 20

  init(desk path: String) { self.path = path + "-reserve" }

  /// Whether the room is there.
  var isThere: Bool { FilePlace.size(of: path) >= Reserve.size }

  /// Whether the disk is so full that the next saving may find no room.
  var isNeeded: Bool { FileSystem(of: folder).map { $0.free < UInt64(Reserve.size) / 8 } ?? false }

  /// Takes the room where it is not taken and there is plenty; failing at it is no failure of the desk.
  func keep() {
    guard !isThere, let system = FileSystem(of: folder), system.free > UInt64(Reserve.size) * 8
    else { return }
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return }
    let error = posix_fallocate(descriptor, 0, off_t(Reserve.size))
    _ = close(descriptor)
    if error != 0 { _ = unlink(path) }
  }

  /// Gives the room to the disk.
  ///
  /// - Returns: whether there was any.
  func release() -> Bool { FilePlace.size(of: path) > 0 && unlink(path) == 0 }

  private var folder: String {
    path.lastIndex(of: "/").map { String(path[..<$0]) + "/" } ?? "."
  }
}
