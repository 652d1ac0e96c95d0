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
  private let lock: WriteLock
  private let connection: Mutex<DatabaseQueue?>
  private let nextCheckpoint = Mutex(DeskFile.checkpointSize)

  /// The size in bytes from which the log is copied into the file.
  static let checkpointSize = 4 << 20

  private init(path: String, isReadOnly: Bool, lock: WriteLock, queue: DatabaseQueue) {
    self.path = path
    self.isReadOnly = isReadOnly
    self.lock = lock
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
      try place.makeFile()
    }
    try place.check()
    return try opened(place, readOnly: false, making: true)
  }

  private static func opened(_ place: FilePlace, readOnly: Bool, making: Bool) throws -> DeskFile {
    if !readOnly { umask(0o077) }
    let lock = WriteLock(desk: place.path)
    do {
      let queue = try Connection.open(place, readOnly: readOnly)
      if try !queue.unsafeRead(Connection.isReady) {
        if readOnly && !making {
          try queue.unsafeRead { try Connection.explain($0, place.path) }
        }
        try lock.held {
          try queue.writeWithoutTransaction { try Connection.prepare($0, place.path, making) }
        }
      }
      return DeskFile(path: place.path, isReadOnly: readOnly, lock: lock, queue: queue)
    } catch {
      throw StoreError.translated(error, path: place.path)
    }
  }

  /// Lets go of the file; a later use of it throws.
  package func close() {
    connection.withLock { connection in
      guard let queue = connection else { return }
      connection = nil
      // Only the last connection copies the log; where the lock cannot be had, the log stays.
      let isClosed: Void? = isReadOnly ? try? queue.close() : try? lock.held { try queue.close() }
      if isClosed == nil { _ = Unmanaged.passRetained(queue) }
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

  /// Writes in one transaction that nobody else's write can interleave.
  func write<T: Sendable>(_ body: (Database) throws -> T) throws -> T {
    guard !isReadOnly else { throw StoreError.folderReadOnly(path) }
    return try using { queue in
      try queue.writeWithoutTransaction { db in
        try lock.held {
          var result: Result<T, any Error>?
          try db.inTransaction(.immediate) {
            result = .success(try body(db))
            return .commit
          }
          try? emptyLogIfLarge(db)
          guard let result else { throw StoreError.busy }
          return try result.get()
        }
      }
    }
  }

  /// Replaces the connection, after an error that leaves it in doubt.
  func reconnect() throws {
    cases.clear()
    let queue = try Connection.open(FilePlace(path: path), readOnly: isReadOnly)
    connection.withLock { connection in
      try? connection?.close()
      connection = queue
    }
  }

  private func using<T: Sendable>(_ body: (DatabaseQueue) throws -> T) throws -> T {
    do {
      return try connection.withLock { connection in
        guard let connection else {
          throw StoreError(
            .other, "The desk's file is closed.", wayForward: "Start homeward again.")
        }
        return try body(connection)
      }
    } catch { throw StoreError.translated(error, path: path) }
  }

  // MARK: - The log

  private func emptyLogIfLarge(_ db: Database) throws {
    let size = FilePlace.size(of: path + "-wal")
    guard size > nextCheckpoint.withLock({ $0 }) else { return }
    let isEmpty = try emptyLog(db)
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
}
