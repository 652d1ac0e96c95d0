import GRDB
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A desk on disk: one SQLite file that several processes share.
///
/// A process that ends need not close it: closing the last connection makes SQLite copy the log into
/// the file, which costs time and is done behind the write lock here.
package final class DeskFile: Sendable {
  /// The absolute path of the file.
  package let path: String
  /// Whether it was opened for reading alone.
  package let isReadOnly: Bool

  let cases = CaseCache()
  let counts = CountMemory()
  let reserve: Reserve
  private let lock: WriteLock
  /// Which file it is: one that is put in its place is never written by mistake.
  private let identity: FilePlace.Identity
  private let connection: Mutex<DatabaseQueue?>
  private let usedReserve = Mutex(false)
  private let nextCheckpoint = Mutex(DeskFile.checkpointSize)

  /// The version of the files that this program writes.
  package static let fileVersion = Schema.version

  /// The size in bytes from which the log is copied into the file.
  static let checkpointSize = 4 << 20

  private init(
    path: String, isReadOnly: Bool, identity: FilePlace.Identity, lock: WriteLock,
    queue: DatabaseQueue
  ) {
    self.path = path
    self.isReadOnly = isReadOnly
    self.identity = identity
    self.lock = lock
    reserve = Reserve(desk: path)
    connection = Mutex(queue)
  }

  deinit { close() }

  /// Opens a desk.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - readOnly: for commands that only read; nothing is written, not even to bring an older file
  ///     up to date. A file that this account may not write needs it.
  /// - Returns: the desk.
  /// - Throws: `StoreError`, among others `no-such-desk`, `not-a-database`, `not-a-desk`,
  ///   `newer-file` and `folder-read-only`.
  package static func open(at path: String, readOnly: Bool = false) throws -> DeskFile {
    let place = FilePlace(path: path)
    guard place.exists else { throw StoreError.noSuchDesk(place.path) }
    try place.check()
    if !readOnly && !place.isWritable { throw StoreError.folderReadOnly(place.path) }
    return try opened(place, readOnly: readOnly, making: false)
  }

  /// Opens a desk of this or an older version for reading, and leaves it as it is: only its journal is
  /// read then, whose shape has never changed.
  ///
  /// - Parameter path: the file.
  /// - Returns: the desk.
  /// - Throws: `StoreError` as `open` does.
  package static func openJournal(at path: String) throws -> DeskFile {
    let place = FilePlace(path: path)
    guard place.exists else { throw StoreError.noSuchDesk(place.path) }
    try place.check()
    return try opened(place, readOnly: true, making: false, takesOlder: true)
  }

  /// Opens a desk's file, and makes it with its folder where there is none; two processes that do so
  /// at once both succeed.
  ///
  /// - Parameter path: the file.
  /// - Returns: the desk.
  /// - Throws: `StoreError` as `open` does.
  package static func openOrCreate(at path: String) throws -> DeskFile {
    umask(0o077)
    let place = FilePlace(path: path)
    if !place.exists {
      try place.makeFolder()
      try place.check()
      try place.makeFile()
    }
    try place.check()
    return try opened(place, readOnly: false, making: true)
  }

  private static func opened(
    _ place: FilePlace, readOnly: Bool, making: Bool, takesOlder: Bool = false
  ) throws -> DeskFile {
    do {
      return try attempt(place, readOnly: readOnly, making: making, takesOlder: takesOlder)
    } catch let error as StoreError where [.diskFull, .diskFailed].contains(error.code) {
      // Even a reader needs a little room, for SQLite's index of the log.
      let reserve = Reserve(desk: place.path)
      guard reserve.isNeeded else { throw error }
      guard reserve.release() else { throw StoreError.tooFullToOpen }
      let desk = try attempt(
        place, readOnly: readOnly, making: making, takesOlder: takesOlder)
      desk.usedReserve.withLock { $0 = true }
      return desk
    }
  }

  private static func attempt(
    _ place: FilePlace, readOnly: Bool, making: Bool, takesOlder: Bool
  ) throws -> DeskFile {
    if !readOnly { umask(0o077) }
    let lock = WriteLock(desk: place.path)
    do {
      let before = FilePlace.identity(at: place.path)
      let queue = try Connection.open(place, readOnly: readOnly)
      if try !queue.unsafeRead(Connection.isReady) {
        if readOnly && !making {
          try queue.unsafeRead {
            try Connection.explain($0, place.path, takesOlder: takesOlder)
          }
        }
        if !takesOlder {
          try lock.held {
            try queue.writeWithoutTransaction { try Connection.prepare($0, place.path, making) }
          }
        }
      }
      // A restore that put another file there meanwhile: this connection has the one that is gone.
      guard let identity = FilePlace.identity(at: place.path), identity == before else {
        throw StoreError.fileReplaced(place.path)
      }
      let desk = DeskFile(
        path: place.path, isReadOnly: readOnly, identity: identity, lock: lock, queue: queue)
      if making { desk.reserve.keep() }
      return desk
    } catch {
      throw StoreError.translated(error, path: place.path)
    }
  }

  /// Lets go of the file; a later use of it throws.
  package func close() {
    connection.withLock { connection in
      guard let queue = connection else { return }
      connection = nil
      forget(queue)
      // Only the last connection copies the log; where the lock cannot be had at once, the log stays:
      // nobody who was told that another is saving waits for that other once more.
      if isReadOnly {
        try? queue.close()
      } else {
        try? lock.held(waits: false) { try queue.close() }
      }
    }
  }

  /// Copies the log into the file and empties it.
  ///
  /// - Returns: whether it is empty now; a reader at work elsewhere can prevent it.
  /// - Throws: `StoreError`.
  @discardableResult package func checkpoint() throws -> Bool {
    try using { queue in
      try queue.writeWithoutTransaction { db in try lock.held { try emptyLog(db) } }
    }
  }

  // MARK: - Transactions

  /// Reads in one transaction, so that everything read belongs together.
  func read<T: Sendable>(_ body: (Database) throws -> T) throws -> T {
    // Not GRDB's own read: it makes the connection read-only and writable again each time, which
    // costs as much as a tray's query.
    try using { queue in
      try queue.unsafeRead { db in
        var result: Result<T, any Error>?
        try db.inTransaction(.deferred) {
          result = .success(try body(db))
          return .commit
        }
        guard let result else { throw StoreError.busy }
        return try result.get()
      }
    }
  }

  /// Reads one value without a transaction.
  func glance<T: Sendable>(_ body: (Database) throws -> T) throws -> T {
    try using { try $0.unsafeRead(body) }
  }

  /// Reads one value without a transaction, unless another thread is at work on the file.
  func glanceIfFree<T: Sendable>(_ body: (Database) throws -> T) throws -> T? {
    do {
      return try connection.withLockIfAvailable { try DeskFile.live($0).unsafeRead(body) }
    } catch { throw StoreError.translated(error, path: path) }
  }

  /// Does what SQLite does in a transaction of its own, such as copying the whole file.
  func outsideTransaction(_ body: (Database) throws -> Void) throws {
    try using { try $0.unsafeRead(body) }
  }

  /// Writes in one transaction that nobody else's write can interleave.
  func write<T: Sendable>(_ body: (Database) throws -> T) throws -> T {
    guard !isReadOnly else { throw StoreError.folderReadOnly(path) }
    return try using { queue in
      try queue.writeWithoutTransaction { db in
        try lock.held {
          try checkPlace()
          let result: T
          do {
            result = try transaction(db, body)
          } catch let error as DatabaseError
            where error.resultCode == .SQLITE_FULL && reserve.release()
          {
            // Nothing of it is in the file: SQLite says so before the commit is written.
            usedReserve.withLock { $0 = true }
            result = try transaction(db, body)
          }
          try? emptyLogIfLarge(db)
          return result
        }
      }
    }
  }

  private func transaction<T: Sendable>(
    _ db: Database, _ body: (Database) throws -> T
  ) throws -> T {
    var result: Result<T, any Error>?
    try db.inTransaction(.immediate) {
      // A newer program may have brought the file up to date since this one opened it.
      try Connection.checkVersion(db, path)
      result = .success(try body(db))
      return .commit
    }
    guard let result else { throw StoreError.busy }
    return try result.get()
  }

  /// What whoever saves must know although it is saved, or nothing.
  ///
  /// That is that the disk is full, and this was the last room.
  package var warning: String? {
    guard usedReserve.withLock({ $0 }) else { return nil }
    if reserve.isThere {
      usedReserve.withLock { $0 = false }
      return nil
    }
    return "The disk is full: this is saved, in the last room that was kept for it. Free space now."
  }

  /// Refuses to write into a file that is no longer the one under the desk's name.
  private func checkPlace() throws {
    guard FilePlace.identity(at: path) == identity else { throw StoreError.fileReplaced(path) }
  }

  /// Replaces the connection, after an error that leaves it in doubt.
  func reconnect() throws {
    cases.clear()
    try checkPlace()
    let queue = try Connection.open(FilePlace(path: path), readOnly: isReadOnly)
    connection.withLock { connection in
      if let old = connection {
        forget(old)
        try? old.close()
      }
      connection = queue
    }
  }

  /// Never takes a connection's object apart.
  ///
  /// For that, libdispatch starts a thread, and where there is no memory for one it waits for ever.
  /// What is left of a closed connection is small.
  private func forget(_ queue: DatabaseQueue) { _ = Unmanaged.passRetained(queue) }

  private func using<T: Sendable>(_ body: (DatabaseQueue) throws -> T) throws -> T {
    do {
      return try connection.withLock { try body(DeskFile.live($0)) }
    } catch { throw StoreError.translated(error, path: path) }
  }

  private static func live(_ connection: DatabaseQueue?) throws -> DatabaseQueue {
    guard let connection else {
      throw StoreError(
        .other, "The desk's file is closed.", wayForward: "Start homeward again.")
    }
    return connection
  }

  // MARK: - The log

  private func emptyLogIfLarge(_ db: Database) throws {
    let size = FilePlace.size(of: path + "-wal")
    guard size > nextCheckpoint.withLock({ $0 }) else { return }
    let isEmpty = try emptyLog(db)
    if isEmpty { reserve.keep() }
    // A reader at work elsewhere keeps the log: try again when it has grown by as much again.
    nextCheckpoint.withLock {
      $0 = isEmpty ? DeskFile.checkpointSize : size + DeskFile.checkpointSize
    }
  }

  /// Does not wait for readers: the person who saves would wait with it.
  private func emptyLog(_ db: Database) throws -> Bool {
    try db.execute(sql: "PRAGMA busy_timeout = 0")
    defer { try? db.execute(sql: "PRAGMA busy_timeout = 5000") }
    return try Int.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)") == 0
  }
}

extension StoreError {
  static func noSuchDesk(_ path: String) -> StoreError {
    StoreError(
      .noSuchDesk, "There is no desk at \(path).",
      wayForward: "Check the path, or make one with 'homeward init'.")
  }

  static let tooFullToOpen = StoreError(
    .diskFull, "The disk is so full that the desk cannot be opened: this is NOT saved.",
    wayForward: "Free some space, then try again; desks that are open can still be read.")

  static func fileReplaced(_ path: String) -> StoreError {
    StoreError(
      .fileReplaced,
      "\(path) was removed or replaced while it was open: this is NOT saved.",
      wayForward: "Keep what you typed, start homeward again, and look before you save it.")
  }
}
