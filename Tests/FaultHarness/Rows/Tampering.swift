import Foundation
import GRDB
import StorePractice
import TestSupport
import Workflow

@testable import Store

/// V1, V2 and V4: what somebody with the file in hand may do to it, and what verifying says.
enum Tampering {
  static let classes = Fault(
    id: "V1", title: "\(kinds.count) kinds of tampering, found by verify", unit: "desks",
    change: 10 * kinds.count, release: 100 * kinds.count, piece: 5 * kinds.count,
    run: { try tamper($0, kinds) { place, _ in try verified(place) } },
    controls: [
      Control(title: "SQLite's integrity_check alone") {
        try tamper(Piece(first: 0, count: 3 * kinds.count), kinds, verify: integrity)
      }
    ])

  static let tails = Fault(
    id: "V2", title: "tail cut, tail grown anew, chain made anew, older copy; head noted",
    unit: "desks", change: 40, release: 400, piece: 40,
    run: { try tamper($0, withHead) { try verified($0, noted: $1) } },
    controls: [
      Control(title: "without a head that was noted") {
        try tamper(Piece(first: 0, count: 8), withHead) { place, _ in try verified(place) }
      }
    ])

  static let falseAlarms = Fault(
    id: "V4", title: "verify on sound desks: no false alarm", unit: "desks", change: 20,
    release: 500, piece: 20, run: { try sound($0, spoils: false) },
    controls: [
      Control(title: "one letter changed") { try sound(Piece(first: 0, count: 3), spoils: true) }
    ])

  // MARK: - What is done

  /// One kind of tampering: what it does in a transaction, at a line of the journal by chance.
  struct Kind: Sendable {
    let name: String
    let sql: @Sendable (_ line: Int, inout Seeded) -> String

    init(_ name: String, _ sql: @escaping @Sendable (_ line: Int, inout Seeded) -> String) {
      self.name = name
      self.sql = sql
    }
  }

  static let kinds: [Kind] = [
    Kind("a line deleted") { line, _ in "DELETE FROM journal WHERE seq = \(line)" },
    Kind("two lines swapped") { line, _ in
      """
      UPDATE journal SET seq = -1 WHERE seq = \(line);
      UPDATE journal SET seq = \(line) WHERE seq = \(line + 1);
      UPDATE journal SET seq = \(line + 1) WHERE seq = -1
      """
    },
    Kind("a line repeated") { line, _ in
      """
      INSERT INTO journal SELECT (SELECT max(seq) + 1 FROM journal), stream,
        (SELECT max(version) + 1 FROM journal j WHERE j.stream = journal.stream), kind, schema,
        body, salt, digest, occurred, recorded, written, by_id, by_name, role, account, command,
        prev, hash FROM journal WHERE seq = \(line)
      """
    },
    Kind("a body edited") { line, _ in
      "UPDATE journal SET body = '{\"text\":\"All is well.\"}' WHERE seq = \(line)"
    },
    Kind("a body and its digest edited") { line, _ in
      "UPDATE journal SET body = '{}', salt = x'00', digest = zeroblob(32) WHERE seq = \(line)"
    },
    Kind("a hash edited") { line, random in
      "UPDATE journal SET \(["hash", "prev"].chosen(&random)) = randomblob(32) "
        + "WHERE seq = \(line)"
    },
    Kind("who did it edited") { line, random in
      let column = ["by_id", "by_name", "role", "account"].chosen(&random)
      return "UPDATE journal SET \(column) = 'director' WHERE seq = \(line)"
    },
    Kind("a time edited") { line, random in
      let column = ["occurred", "recorded", "written"].chosen(&random)
      return "UPDATE journal SET \(column) = \(column) - 3600 WHERE seq = \(line)"
    },
    Kind("the numbers moved") { line, _ in
      """
      UPDATE journal SET seq = -seq - 1 WHERE seq >= \(line);
      UPDATE journal SET seq = -seq WHERE seq < 0
      """
    },
    Kind("given to another child") { line, _ in
      """
      UPDATE journal SET stream = 'child:C2',
        version = (SELECT max(version) + 1 FROM journal WHERE stream = 'child:C2')
        WHERE seq = \(line)
      """
    },
    Kind("a row of a read table edited") { _, random in
      let (table, column, value) = [
        ("steps", "due", "due + 3600"), ("steps", "outcome", "'done'"),
        ("steps", "tray", "tray || 'x'"), ("children", "family_name", "'Nobody'"),
        ("children", "away", "1 - away"), ("records", "stage", "'x'"),
        ("episodes", "risk", "'low'"), ("reports", "state", "'triaged'"),
        ("staff", "roles", "'{\"list\":[\"director\"]}'"), ("desk", "value", "'no'"),
        ("counters", "value", "value + 7"), ("commands", "first", "first + 1"),
      ].chosen(&random)
      return "UPDATE \(table) SET \(column) = \(value) "
        + "WHERE \(column) IS NOT NULL AND \(column) IS NOT \(value)"
    },
    Kind("a row of a read table deleted") { _, random in
      let table = [
        "steps", "children", "records", "episodes", "reports", "staff", "desk",
        "counters", "commands",
      ].chosen(&random)
      return "DELETE FROM \(table)"
    },
    Kind("the search edited") { _, random in
      [
        "DELETE FROM search WHERE rowid = (SELECT min(rowid) FROM search)",
        "UPDATE search SET words = 'nobody'",
        // The index alone: the words stand, and nobody is found by them.
        "UPDATE search_data SET block = zeroblob(length(block)) WHERE id > 10",
        "DELETE FROM search_data WHERE id > 10",
      ].chosen(&random)
    },
    Kind("an index or a table changed") { _, random in
      [
        "DROP INDEX steps_in_tray", "DROP INDEX children_by_name",
        "ALTER TABLE steps ADD COLUMN extra TEXT",
        """
        CREATE TABLE copy AS SELECT * FROM steps; DROP TABLE steps;
        CREATE TABLE steps (id TEXT PRIMARY KEY, child, record, episode, episode_number, step,
          title, tray, role, opens, due, sort_due, planned, outcome, done_at, late, chair, rules,
          learnt_late, note) WITHOUT ROWID;
        INSERT INTO steps SELECT * FROM copy; DROP TABLE copy
        """,
        "CREATE VIEW everybody AS SELECT * FROM children",
      ].chosen(&random)
    },
    Kind("a trigger changed or added") { _, random in
      [
        "DROP TRIGGER journal_keeps",
        """
        DROP TRIGGER journal_stands;
        CREATE TRIGGER journal_stands BEFORE UPDATE ON journal WHEN 0 BEGIN SELECT 1; END
        """,
        """
        CREATE TRIGGER softly AFTER INSERT ON steps BEGIN
          UPDATE steps SET due = due + 86400 WHERE id = NEW.id; END
        """,
      ].chosen(&random)
    },
    Kind("a setting of the file changed") { _, random in
      [
        "PRAGMA user_version = 0", "PRAGMA user_version = 7", "PRAGMA application_id = 1",
      ].chosen(&random)
    },
  ]

  /// What leaves a whole chain: the work of somebody who knows how the seal is made.
  private static let withHead: [Kind] = [
    Kind("tail cut") { line, _ in "DELETE FROM journal WHERE seq > \(line)" },
    Kind("tail cut and grown anew") { line, _ in "DELETE FROM journal WHERE seq > \(line)" },
    Kind("chain made anew") { line, _ in
      "UPDATE journal SET by_name = 'Eve', by_id = 'eve' WHERE seq = \(line)"
    },
    Kind("older copy") { line, _ in "DELETE FROM journal WHERE seq > \(line)" },
  ]

  // MARK: - Trials

  private static func tamper(
    _ piece: Piece, _ kinds: [Kind], verify: (Place, JournalHead) throws -> Bool
  ) throws -> Outcome {
    var outcome = Outcome()
    try Scratch.with { place in
      for number in piece.numbers {
        let kind = kinds[number % kinds.count]
        var random = Seeded(UInt64(number))
        try place.fill(try Points.worked())
        let head = try noted(place)
        let line = Int.random(in: 2..<head.sequence - 1, using: &random)
        let sql = kind.sql(line, &random)
        try change(place, sql)
        if kinds.count == withHead.count {
          try reseal(place)
          let desk = try DeskFile.open(at: place.desk)
          try desk.rebuild(procedures: Practice.procedures)
          if kind.name == "tail cut and grown anew" {
            while try desk.head().sequence <= head.sequence {
              try Deed.register(
                ["X\(try desk.head().sequence)"], id: "x\(try desk.head().sequence)", on: desk)
            }
          }
          desk.close()
        }
        outcome.trials += 1
        if try !verify(place, head) { outcome.fail("\(number), \(kind.name), unfound: \(sql)") }
      }
    }
    return outcome
  }

  private static func noted(_ place: Place) throws -> JournalHead {
    let desk = try DeskFile.open(at: place.desk)
    defer { desk.close() }
    return try desk.head()
  }

  /// Changes a file with another program's connection, and leaves no trace in its triggers.
  static func change(_ place: Place, _ sql: String) throws {
    let queue = try DatabaseQueue(path: place.desk)
    try queue.writeWithoutTransaction { db in
      let triggers = try Row.fetchAll(
        db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      let isOfSchema = sql.contains("TRIGGER")
      if !isOfSchema {
        for row in triggers { try db.execute(sql: "DROP TRIGGER \(row[0] as String)") }
      }
      try db.execute(sql: sql)
      if !isOfSchema { for row in triggers { try db.execute(sql: row[1]) } }
    }
    try queue.close()
  }

  /// Makes the chain anew from the first line on.
  private static func reseal(_ place: Place) throws {
    let queue = try DatabaseQueue(path: place.desk)
    try queue.writeWithoutTransaction { db in
      let triggers = try Row.fetchAll(
        db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      for row in triggers { try db.execute(sql: "DROP TRIGGER \(row[0] as String)") }
      var previous = Data(JournalHead.empty.hash)
      for row in try Row.fetchAll(db, sql: "SELECT * FROM journal ORDER BY seq") {
        let line = Seal.Line(
          prev: previous, sequence: row["seq"], stream: row["stream"], version: row["version"],
          kind: row["kind"], schema: row["schema"], digest: row["digest"],
          occurred: row["occurred"], recorded: row["recorded"], written: row["written"],
          byID: row["by_id"], byName: row["by_name"], role: row["role"], account: row["account"],
          command: row["command"])
        try db.execute(
          sql: "UPDATE journal SET prev = ?, hash = ? WHERE seq = ?",
          arguments: [previous, line.hash, line.sequence])
        previous = line.hash
      }
      for row in triggers { try db.execute(sql: row[1]) }
    }
    try queue.close()
  }

  // MARK: - Who looks

  /// Whether the program notices: it refuses the file, or verifying finds something.
  static func verified(_ place: Place, noted: JournalHead? = nil) throws -> Bool {
    do {
      let desk = try DeskFile.open(at: place.desk)
      defer { desk.close() }
      return try !desk.verify(procedures: Practice.procedures, against: noted.map { [$0] } ?? [])
        .isSound
    } catch is StoreError { return true }
  }

  static func integrity(_ place: Place) throws -> Bool {
    guard let queue = try? DatabaseQueue(path: place.desk) else { return true }
    defer { try? queue.close() }
    let answer = try? queue.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
    return answer != ["ok"]
  }

  private static func integrity(_ place: Place, _ head: JournalHead) throws -> Bool {
    try integrity(place)
  }

  private static func sound(_ piece: Piece, spoils: Bool) throws -> Outcome {
    var outcome = Outcome()
    for number in piece.numbers {
      try Scratch.with { place in
        var random = Seeded(UInt64(number))
        if Bool.random(using: &random) { try place.fill(try Points.files(for: .note)) }
        var shift = try Shift(
          path: place.desk, name: "v\(number)", random: random, settle: { _ in })
        for _ in 0..<Int.random(in: 1...40, using: &random) { try shift.step { _ in } }
        if Bool.random(using: &random) {
          try change(place, "UPDATE journal SET body = NULL, salt = NULL WHERE kind = 'note-added'")
        }
        if Bool.random(using: &random) { try change(place, "VACUUM") }
        if spoils { try change(place, "UPDATE journal SET account = account || 'x' WHERE seq = 1") }
        let desk = try DeskFile.open(at: place.desk)
        defer { desk.close() }
        outcome.trials += 1
        for finding in try desk.verify(procedures: Practice.procedures).findings {
          outcome.fail("desk \(number): \(finding.sentence)")
        }
      }
    }
    return outcome
  }
}
