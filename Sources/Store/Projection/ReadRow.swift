import GRDB
import Workflow

/// One row of a read table, as it ought to be.
struct ReadRow: Sendable, Equatable {
  /// The text of its key.
  let key: String
  /// Its values in the order of the table's columns, the key first.
  let values: [DatabaseValue]

  init(_ key: String, _ others: [DatabaseValue]) {
    self.key = key
    values = [key.databaseValue] + others
  }

  init(_ row: Row) {
    values = Array(row.databaseValues)
    key = values.first.flatMap(String.fromDatabaseValue) ?? ""
  }

  /// The text of a row's first column; in a damaged file it may be none.
  static func key(_ row: Row) -> String { String.fromDatabaseValue(row[0]) ?? "" }
}

/// All rows of the read tables that follow from one child's stream.
struct ChildRows: Sendable, Equatable {
  /// The rows of each table of `ReadSchema.ofChildren`, sorted by their keys.
  var tables: [[ReadRow]]
  /// The row of the search index.
  var search: SearchRow?

  /// Without any row: a child who is not on the register.
  static let none = ChildRows(tables: ReadSchema.ofChildren.map { _ in [] }, search: nil)
}

/// What search finds a child by; the newest children have the greatest numbers.
struct SearchRow: Sendable, Equatable {
  let number: Int
  let words: String
}

extension Optional where Wrapped: DatabaseValueConvertible {
  /// The value, or NULL.
  var cell: DatabaseValue { self?.databaseValue ?? .null }
}

extension Instant {
  /// Seconds, as the tables hold instants.
  var cell: DatabaseValue { seconds.databaseValue }
}

extension Instant? {
  var cell: DatabaseValue { self.map(\.seconds).cell }
}
