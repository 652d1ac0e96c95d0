import Foundation
import GRDB
import Synchronization

/// Two connections that read the same state of a desk's file, for the two halves of a long look at it.
///
/// What somebody else saves meanwhile is seen by neither.
final class TwoReaders: Sendable {
  private let queues: [DatabaseQueue]
  private let path: String

  /// Opens them.
  ///
  /// - Parameter path: the desk's file.
  /// - Throws: `StoreError`; `busy` where others save so often that no state holds still.
  init(path: String) throws {
    self.path = path
    do {
      let place = FilePlace(path: path)
      queues = try (0..<2).map { _ in try Connection.open(place, readOnly: true, spans: true) }
      var tries = 1
      while try !begin() {
        guard tries < 100 else { throw StoreError.busy }
        tries += 1
        for queue in queues { try queue.unsafeRead { try $0.execute(sql: "ROLLBACK") } }
      }
    } catch {
      throw StoreError.translated(error, path: path)
    }
  }

  /// Lets go of the file.
  func close() {
    for queue in queues {
      try? queue.unsafeRead { try $0.execute(sql: "ROLLBACK") }
      try? queue.close()
    }
  }

  /// Begins to read on both; whether they see the same.
  private func begin() throws -> Bool {
    for queue in queues {
      try queue.unsafeRead { db in
        // The state is that of the first reading, not of the beginning.
        try db.execute(sql: "BEGIN")
        _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema")
      }
    }
    let seen = try queues.map { queue in
      try queue.unsafeRead { db -> [DatabaseValue] in
        let version = try DatabaseValue.fetchOne(db, sql: "PRAGMA schema_version")
        let line = try? Row.fetchOne(
          db, sql: "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")
        return [version ?? .null] + (line.map { Array($0.databaseValues) } ?? [])
      }
    }
    return seen[0] == seen[1]
  }

  /// Does something with the first.
  func one<T: Sendable>(_ work: (Database) throws -> T) throws -> T {
    do {
      return try queues[0].unsafeRead(work)
    } catch {
      throw StoreError.translated(error, path: path)
    }
  }

  /// Does two things at once, each on a thread and a connection of its own.
  ///
  /// - Returns: what each gives.
  /// - Throws: what the first of them to fail throws.
  func both<A: Sendable, B: Sendable>(
    _ first: @Sendable (Database) throws -> A, _ second: @Sendable (Database) throws -> B
  ) throws -> (A, B) {
    let results = Mutex<(Result<A, any Error>?, Result<B, any Error>?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { index in
      if index == 0 {
        let result = Result { try queues[0].unsafeRead(first) }
        results.withLock { $0.0 = result }
      } else {
        let result = Result { try queues[1].unsafeRead(second) }
        results.withLock { $0.1 = result }
      }
    }
    do {
      let (a, b) = results.withLock { $0 }
      guard let a, let b else { throw StoreError.busy }
      return (try a.get(), try b.get())
    } catch {
      throw StoreError.translated(error, path: path)
    }
  }
}
