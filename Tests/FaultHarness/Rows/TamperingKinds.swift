import Store
import TestSupport

/// What somebody may do to a file with the sqlite3 shell, or with a program of their own.
extension Tampering {
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
        ("episodes", "police_risk", "'low'"), ("reports", "state", "'triaged'"),
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
        ALTER TABLE copy RENAME TO steps
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
        "PRAGMA user_version = 0", "PRAGMA user_version = \(DeskFile.fileVersion + 1)",
        "PRAGMA application_id = 1",
      ].chosen(&random)
    },
  ]

  /// What leaves a whole chain: the work of somebody who knows how the seal is made.
  static let withHead: [Kind] = [
    Kind("tail cut") { line, _ in "DELETE FROM journal WHERE seq > \(line)" },
    Kind("tail cut and grown anew") { line, _ in "DELETE FROM journal WHERE seq > \(line)" },
    Kind("chain made anew") { line, _ in
      "UPDATE journal SET by_name = 'Eve', by_id = 'eve' WHERE seq = \(line)"
    },
    Kind("older copy") { line, _ in "DELETE FROM journal WHERE seq > \(line)" },
  ]
}
