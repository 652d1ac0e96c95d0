import GRDB

/// How a connection to a desk is set up and checked.
///
/// The pragmas are set by hand: GRDB's own WAL mode sets `synchronous` back to NORMAL, which loses
/// saved work in a power cut.
enum Connection {
  /// Opens a file.
  ///
  /// - Parameters:
  ///   - place: the file.
  ///   - readOnly: whether nothing will be written.
  ///   - spans: whether a transaction may go on from one use of the connection to the next.
  /// - Returns: the connection.
  /// - Throws: `StoreError` where it cannot be opened.
  static func open(
    _ place: FilePlace, readOnly: Bool, spans: Bool = false
  ) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.allowsUnsafeTransactions = spans
    configuration.busyMode = .timeout(5)
    configuration.label = "desk"
    configuration.prepareDatabase { db in
      try db.execute(sql: settings)
      if !readOnly { try db.execute(sql: writerSettings) }
    }
    do {
      return try DatabaseQueue(path: place.path, configuration: configuration)
    } catch let error as DatabaseError
      where readOnly && [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
    {
      return try frozen(place, configuration)
    }
  }

  /// Opens a file in a folder that nobody may write, where SQLite cannot make its index of the log.
  ///
  /// Where there is no log either, the file alone is all there is, and is read as one that does not
  /// change.
  private static func frozen(
    _ place: FilePlace, _ configuration: Configuration
  ) throws -> DatabaseQueue {
    guard FilePlace.size(of: place.path + "-wal") == 0, !place.isWritable else {
      throw StoreError(
        .folderReadOnly, "The newest work at this desk cannot be read from a read-only folder.",
        wayForward: "Open the desk once from an account that may write its folder.")
    }
    let safe = place.path.utf8.map { byte in
      ("a"..."z").contains(Character(Unicode.Scalar(byte)))
        || ("A"..."Z").contains(Character(Unicode.Scalar(byte)))
        || ("0"..."9").contains(Character(Unicode.Scalar(byte))) || byte == 0x2F
        ? String(Unicode.Scalar(byte))
        : "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
    return try DatabaseQueue(path: "file:\(safe)?immutable=1", configuration: configuration)
  }

  /// The first statement reads the file's head, so that what is no database is refused here.
  private static let settings = """
    PRAGMA schema_version;
    PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;
    PRAGMA temp_store = MEMORY
    """

  private static let writerSettings = """
    PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA secure_delete = ON;
    PRAGMA recursive_triggers = ON
    """

  /// Whether the file is a desk of this version that keeps what it says: the only check on the way
  /// to the first screen.
  static func isReady(_ db: Database) throws -> Bool {
    let application = try number(db, "PRAGMA application_id")
    let version = try number(db, "PRAGMA user_version")
    let oldest = db.configuration.readonly ? Schema.version : Schema.oldest
    let isDesk =
      application == Schema.application && (oldest...Schema.version).contains(version)
    return try isDurable(db) && isDesk
  }

  private static func isDurable(_ db: Database) throws -> Bool {
    if db.configuration.readonly { return true }
    let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode")
    return try number(db, "PRAGMA synchronous") == 2 && mode == "wal"
  }

  /// Brings the file up to date behind the write lock, or says why not.
  static func prepare(_ db: Database, _ path: String, _ making: Bool) throws {
    try explain(db, path, mayBeEmpty: making)
    try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
    guard try isDurable(db) else {
      throw StoreError(
        .unsafeSettings, "The desk at \(path) would not keep saved work through a power cut.",
        wayForward: "Keep the desk on a disk of the computer on which homeward runs.")
    }
    // An older desk is brought up to date with its procedures at hand: see `bringUpToDate`.
    if try number(db, "PRAGMA user_version") == 0 {
      try db.inTransaction(.immediate) {
        try Schema.migrate(db)
        return .commit
      }
    }
  }

  /// Refuses a file that a newer program brought up to date while this one had it open.
  static func checkVersion(_ db: Database, _ path: String) throws {
    let statement = try db.cachedStatement(sql: "PRAGMA user_version")
    let version = try Int.fetchOne(statement) ?? 0
    if version > Schema.version { throw StoreError.newerFile(path, version) }
  }

  /// Says why a file is not ready, where waiting or writing would not help.
  static func explain(
    _ db: Database, _ path: String, mayBeEmpty: Bool = false, takesOlder: Bool = false
  ) throws {
    let application = try number(db, "PRAGMA application_id")
    let version = try number(db, "PRAGMA user_version")
    if application == 0, version == 0, try number(db, "SELECT count(*) FROM sqlite_schema") == 0 {
      // Making the desk was interrupted before anything was in it.
      if mayBeEmpty { return }
      throw StoreError.noSuchDesk(path)
    }
    if application != Schema.application {
      throw StoreError(
        .notADesk, "\(path) is a database of another program, not a homeward desk.",
        wayForward: "Check the path.")
    }
    if version > Schema.version { throw StoreError.newerFile(path, version) }
    if version < Schema.version, db.configuration.readonly, !takesOlder {
      throw StoreError(
        .folderReadOnly,
        "The desk at \(path) is of an older version and must be brought up to date.",
        wayForward: "Open it once from an account that may write its folder.")
    }
  }

  private static func number(_ db: Database, _ sql: String) throws -> Int {
    try Int.fetchOne(db, sql: sql) ?? 0
  }
}
