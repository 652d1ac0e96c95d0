import GRDB

/// Compares the tables, indexes and triggers of a file with those that homeward makes.
///
/// A file from outside may hold a view or a trigger in the name of a table: it is looked at before
/// anything is read by those names.
struct SchemaCheck: Sendable {
  private(set) var findings: [VerifyFinding] = []
  /// Whether the journal is a table as homeward makes it, and nothing strange hangs on it.
  private(set) var isJournalWhole = true
  /// Whether every read table is as homeward makes it.
  private(set) var areTablesThere = true

  /// Compares.
  ///
  /// - Parameters:
  ///   - db: the file.
  ///   - isOlder: whether an older version made it: the tables and indexes that are made anew when it
  ///     is brought up to date may be any, and nothing else may.
  /// - Throws: that the file cannot be read.
  init(db: Database, isOlder: Bool = false) throws {
    let own = try SchemaCheck.objects(db)
    let wanted = try SchemaCheck.wanted.get()
    for (name, object) in wanted.sorted(by: { $0.key < $1.key })
    where own[name] != object {
      if let known = SchemaCheck.behindSearch[name], own[name] == known { continue }
      if isOlder && object.isMadeAnew && own[name]?.isMadeAnew ?? true { continue }
      if Schema.triggers.contains(name) && own[name] == nil {
        add(.triggerMissing, "The trigger \(name), which keeps the journal whole, is gone.")
        continue
      }
      let how = own[name] == nil ? "is gone" : "is not as homeward makes it"
      add(.schemaChanged, "\(object.what) \(how).")
      if ["journal", "drafts"].contains(object.table) {
        isJournalWhole = false
      } else {
        areTablesThere = false
      }
    }
    for (name, object) in own.sorted(by: { $0.key < $1.key }) where wanted[name] == nil {
      if isOlder && object.isMadeAnew { continue }
      add(.schemaChanged, "There is a \(object.what) that homeward does not make.")
      if object.type != "table" { (isJournalWhole, areTablesThere) = (false, false) }
    }
  }

  private mutating func add(_ code: VerifyFinding.Code, _ sentence: String) {
    findings.append(VerifyFinding(code: code, sentence: sentence))
  }

  private struct Object: Hashable {
    let type: String
    let name: String
    let table: String
    let sql: String?

    /// Whether bringing a file up to date makes it, with the table to which it belongs.
    var isMadeAnew: Bool {
      let isOfRead =
        ReadSchema.names.contains(table) || PersonalSchema.names.contains(table)
        || table.hasPrefix("search_")
      return isOfRead && ["table", "index"].contains(type)
    }

    var what: String { "\(type) '\(name)'" }
  }

  /// Everything that an empty desk of this version has, by name; made once.
  private static let wanted = Result {
    let queue = try DatabaseQueue()
    return try queue.write { db -> [String: Object] in
      try Schema.migrate(db)
      return try objects(db)
    }
  }

  private static func objects(_ db: Database) throws -> [String: Object] {
    var objects: [String: Object] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT name, type, tbl_name, sql FROM sqlite_schema") {
      // A text that has become bytes reads the same here, and is damage all the same.
      func text(_ index: Int) -> String? {
        if case .string(let text) = (row[index] as DatabaseValue).storage { text } else { nil }
      }
      let name = text(0) ?? "without a name"
      // The statistics of ANALYZE, which nothing here asks for and which do no harm.
      if name.hasPrefix("sqlite_stat") { continue }
      let hasSQL = text(3) != nil || (row[3] as DatabaseValue).isNull
      objects[name] = Object(
        type: text(1) ?? "", name: name, table: text(2) ?? "", sql: hasSQL ? text(3) : "damaged")
    }
    return objects
  }

  /// The tables behind the search index as SQLite has made them since FTS5 began: another version of
  /// it may one day make others, and must find nothing wrong with these.
  private static let behindSearch = Dictionary(
    uniqueKeysWithValues: [
      ("data", "(id INTEGER PRIMARY KEY, block BLOB)"),
      ("idx", "(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID"),
      ("content", "(id INTEGER PRIMARY KEY, c0)"),
      ("config", "(k PRIMARY KEY, v) WITHOUT ROWID"),
    ].map { end, columns in
      let name = "search_" + end
      return (
        name,
        Object(
          type: "table", name: name, table: name, sql: "CREATE TABLE '\(name)'" + columns)
      )
    })
}
