import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// One writer at a time, across processes: an exclusive `flock` on a file beside the desk.
///
/// Every write transaction and every checkpoint holds it. SQLite before 3.51.3 can lose a commit when
/// a checkpoint resets the log at the instant of another process's write; behind this lock the two
/// never meet.
final class WriteLock: Sendable {
  private let path: String
  private let descriptor = Mutex<Int32>(-1)

  /// How long a process waits for another before it says so, by the clock: the pauses between two
  /// tries are longer than was asked for on a busy computer.
  private static let patience = Duration.seconds(5)

  init(desk path: String) { self.path = WriteLock.path(desk: path) }

  /// The lock file of a desk.
  static func path(desk path: String) -> String { path + "-lock" }

  deinit {
    descriptor.withLock { if $0 >= 0 { _ = close($0) } }
  }

  /// Runs some work while no other process writes.
  ///
  /// - Parameters:
  ///   - waits: whether to wait for another process, or to give up at once.
  ///   - work: the work.
  /// - Returns: what it gives.
  /// - Throws: `busy` after five seconds, `folder-read-only` where the lock file cannot be made, and
  ///   whatever the work throws.
  func held<T: Sendable>(waits: Bool = true, _ work: () throws -> T) throws -> T {
    try descriptor.withLock { descriptor in
      repeat {
        if descriptor < 0 {
          descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
          guard descriptor >= 0 else { throw StoreError.folderReadOnly(path) }
        }
        try Self.take(descriptor, waits: waits)
        // A lock on a file that was removed or replaced keeps nobody out: take the one that is there.
        if FilePlace.identity(of: descriptor) != FilePlace.identity(at: path) {
          _ = close(descriptor)
          descriptor = -1
        }
      } while descriptor < 0
      defer { _ = flock(descriptor, LOCK_UN) }
      return try work()
    }
  }

  /// Waits in short steps that grow, because a blocking `flock` could wait for ever on a process
  /// that was stopped.
  private static func take(_ descriptor: Int32, waits: Bool) throws {
    let end = ContinuousClock.now + patience
    var pause = 100
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw StoreError(
          .unsafePlace, "The file system keeps no locks.",
          wayForward: "Keep the desk on a disk of the computer on which homeward runs.")
      }
      guard waits, ContinuousClock.now < end else { throw StoreError.busy }
      usleep(UInt32(pause))
      pause = min(pause * 2, 3_200)
    }
  }
}
