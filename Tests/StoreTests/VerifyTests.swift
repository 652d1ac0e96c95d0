import Foundation
import GRDB
import StorePractice
import Synchronization
import Testing
import Workflow

@testable import Store

@Suite("Verifying")
struct VerifyTests {
  /// What somebody with the file and the sqlite3 shell could do, and what must be found then.
  struct Tampering: Sendable, CustomTestStringConvertible {
    let name: String
    let sql: String
    let found: Set<VerifyFinding.Code>
    var testDescription: String { name }
  }

  static let unlocked = """
    DROP TRIGGER journal_grows; DROP TRIGGER journal_keeps; DROP TRIGGER journal_stands;

    """

  static let tamperings = [
    Tampering(
      name: "a body edited", sql: "UPDATE journal SET body = '{\"text\":\"x\"}' WHERE seq = 6",
      found: [.bodyChanged]),
    Tampering(
      name: "a body and its digest edited",
      sql: "UPDATE journal SET body = '{}', digest = zeroblob(32) WHERE seq = 6",
      found: [.bodyChanged, .lineChanged]),
    Tampering(
      name: "a line deleted", sql: "DELETE FROM journal WHERE seq = 5",
      found: [.lineMissing, .chainBroken, .versionGap]),
    Tampering(
      name: "the first line deleted", sql: "DELETE FROM journal WHERE seq = 1",
      found: [.lineMissing, .chainBroken]),
    Tampering(
      name: "two lines swapped",
      sql: """
        UPDATE journal SET seq = -4 WHERE seq = 4; UPDATE journal SET seq = 4 WHERE seq = 5;
        UPDATE journal SET seq = 5 WHERE seq = -4
        """, found: [.chainBroken, .lineChanged]),
    Tampering(
      name: "a time changed", sql: "UPDATE journal SET occurred = occurred + 60 WHERE seq = 4",
      found: [.lineChanged]),
    Tampering(
      name: "the time of writing changed", sql: "UPDATE journal SET written = 0 WHERE seq = 4",
      found: [.lineChanged]),
    Tampering(
      name: "another worker", sql: "UPDATE journal SET by_name = 'Eve' WHERE seq = 4",
      found: [.lineChanged]),
    Tampering(
      name: "another kind", sql: "UPDATE journal SET kind = 'note-added' WHERE seq = 4",
      found: [.lineChanged]),
    Tampering(
      name: "an unknown kind", sql: "UPDATE journal SET kind = 'party' WHERE seq = 4",
      found: [.lineChanged, .lineUnreadable]),
    Tampering(
      name: "given to another child",
      sql: "UPDATE journal SET stream = 'child:C2', version = 2 WHERE seq = 8",
      found: [.lineChanged]),
    Tampering(
      name: "erased by halves", sql: "UPDATE journal SET salt = NULL WHERE seq = 6",
      found: [.bodyChanged]),
    Tampering(
      name: "a line repeated",
      sql: """
        INSERT INTO journal SELECT (SELECT max(seq) + 1 FROM journal), stream,
          (SELECT max(version) + 1 FROM journal j WHERE j.stream = journal.stream), kind, schema,
          body, salt, digest, occurred, recorded, written, by_id, by_name, role, account, command,
          prev, hash FROM journal WHERE seq = 8
        """, found: [.chainBroken, .lineChanged]),
    Tampering(
      name: "a deadline softened", sql: "UPDATE steps SET due = due + 3600 WHERE due IS NOT NULL",
      found: [.tableWrong]),
    Tampering(
      name: "a step forgotten", sql: "DELETE FROM steps WHERE step = 'notify-parents'",
      found: [.tableWrong]),
    Tampering(
      name: "a step too many",
      sql: """
        INSERT INTO steps SELECT 'X.1', 'nobody', record, episode, episode_number, step, title,
          tray, role, opens, due, sort_due, planned, outcome, done_at, late, chair, rules,
          learnt_late, note, folded, leads, other FROM steps LIMIT 1
        """, found: [.tableWrong]),
    Tampering(
      name: "a child forgotten", sql: "DELETE FROM children WHERE id = 'C2'",
      found: [.tableWrong, .searchWrong]),
    Tampering(
      name: "a child not to be found", sql: "DELETE FROM search", found: [.searchWrong]),
    Tampering(
      name: "an index of the search that finds nobody",
      sql: "UPDATE search_data SET block = zeroblob(length(block)) WHERE id > 10",
      found: [.searchWrong]),
    Tampering(
      name: "a table behind the search of another making",
      sql: """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(sql, 'c0', 'b0') WHERE name = 'search_content';
        PRAGMA writable_schema = OFF
        """, found: [.schemaChanged]),
    Tampering(
      name: "a name in the schema that has become bytes",
      sql: """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET name = CAST(name AS BLOB) WHERE name = 'attempts_of_child';
        PRAGMA writable_schema = OFF
        """, found: [.schemaChanged]),
    Tampering(
      name: "a report hidden", sql: "UPDATE reports SET state = 'triaged'", found: [.tableWrong]),
    Tampering(
      name: "a role given", sql: "UPDATE staff SET roles = '{\"list\":[\"director\"]}'",
      found: [.tableWrong]),
    Tampering(
      name: "a drill made real", sql: "UPDATE desk SET value = 'no' WHERE name = 'drill'",
      found: [.tableWrong]),
    Tampering(
      name: "a counter set back", sql: "UPDATE counters SET value = 0", found: [.tableWrong]),
    Tampering(
      name: "a command forgotten", sql: "DELETE FROM commands WHERE id = 'cmd-1'",
      found: [.tableWrong]),
  ]

  private func worked() throws -> TestDesk {
    let desk = try TestDesk()
    try desk.desk.addStaff(
      "m", name: "Mo Coord", roles: [.missingCoordinator], login: "mo", id: "s1", by: desk.admin)
    try desk.register("C1")
    try desk.register("C2", "Pryce-Morgan", given: "Siân")
    _ = try desk.goMissing("C1", "cmd-1")
    _ = try desk.desk.receiveReport(
      text: "Missing since 4", source: "mail", kind: "plain",
      by: Actor(desk.coordinator, account: "mo", now: desk.now))
    try desk.perform(
      "cmd-2", on: "C1", .init(.noteAdded, at: desk.now, Body(["text": .text("Rang mum.")])))
    return desk
  }

  @Test("Every tampering is found by its name, and named", arguments: tamperings)
  func tampering(_ tampering: Tampering) throws {
    let desk = try worked()
    #expect(try desk.desk.verify(procedures: desk.procedures).isSound)
    try desk.desk.write { try $0.execute(sql: Self.unlocked + tampering.sql) }
    desk.desk.cases.clear()
    let report = try desk.desk.verify(procedures: desk.procedures)
    let codes = Set(report.findings.map(\.code))
    #expect(codes.isSuperset(of: tampering.found.union([.triggerMissing])), "\(report.findings)")
    #expect(report.findings.allSatisfy { !$0.repair.isEmpty })
  }

  @Test(
    "The journal refuses to be changed or cut",
    arguments: [
      "DELETE FROM journal WHERE seq = 3", "UPDATE journal SET by_name = 'Eve' WHERE seq = 3",
      "UPDATE journal SET body = '{}' WHERE seq = 3",
      "UPDATE journal SET body = NULL, salt = NULL, hash = zeroblob(32) WHERE seq = 3",
      """
      INSERT OR REPLACE INTO journal SELECT seq, stream, version, kind, schema, '{}', salt, digest,
        occurred, recorded, written, by_id, by_name, role, account, command, prev, hash
        FROM journal WHERE seq = 3
      """,
    ])
  func append(sql: String) throws {
    let desk = try worked()
    // A plain connection, as another program would open.
    let other = try DatabaseQueue(path: desk.place.path)
    let error = #expect(throws: DatabaseError.self) {
      try other.write { try $0.execute(sql: sql) }
    }
    #expect(error?.message?.hasPrefix("the journal") == true)
    #expect(try desk.desk.verify(procedures: desk.procedures).isSound)
  }

  /// The file alone cannot tell: the last lines cut off leave a chain that is whole.
  @Test("A tail that was cut off is seen only against a head that was noted elsewhere")
  func tail() throws {
    let desk = try worked()
    let noted = try desk.desk.head()
    #expect(try desk.desk.verify(procedures: desk.procedures, against: [noted]).isSound)
    try desk.desk.write { db in
      try db.execute(
        sql: "DROP TRIGGER journal_keeps; DELETE FROM journal WHERE seq = \(noted.sequence)")
      try db.execute(
        sql: """
          CREATE TRIGGER journal_keeps BEFORE DELETE ON journal
          BEGIN SELECT RAISE(ABORT, 'the journal is never cut'); END
          """)
    }
    try desk.desk.rebuild(procedures: desk.procedures)
    #expect(try desk.desk.verify(procedures: desk.procedures).isSound)
    let report = try desk.desk.verify(procedures: desk.procedures, against: [noted])
    #expect(report.findings.map(\.code) == [.headMissing])
  }

  /// A page that was never written after a power cut leaves lines that hold nothing.
  @Test(
    "A line whose columns are gone is a finding, not a crash",
    arguments: [("stream TEXT", "4"), ("hash BLOB", "(SELECT max(seq) FROM journal)")])
  func emptyLine(column: String, line: String) throws {
    let desk = try worked()
    let other = try DatabaseQueue(path: desk.place.path)
    func change(_ from: String, _ to: String) throws {
      try other.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA writable_schema = ON")
        try db.execute(
          sql: "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = 'journal'",
          arguments: [from, to])
        try db.execute(sql: "PRAGMA writable_schema = RESET")
      }
    }
    try other.writeWithoutTransaction { try $0.execute(sql: Self.unlocked) }
    try change("\(column) NOT NULL", "\(column) /*NOT*/")
    let name = try #require(column.split(separator: " ").first)
    try other.writeWithoutTransaction {
      try $0.execute(sql: "UPDATE journal SET \(name) = NULL WHERE seq = \(line)")
    }
    try change("\(column) /*NOT*/", "\(column) NOT NULL")
    let report = try desk.desk.verify(procedures: desk.procedures)
    #expect(report.findings.contains { $0.code == .lineUnreadable }, "\(report.findings)")
    #expect(report.findings.contains { $0.code == .fileDamaged })
  }

  @Test("An erased body leaves the chain whole")
  func erased() throws {
    let desk = try worked()
    try desk.desk.write { db in
      try db.execute(
        sql: "UPDATE journal SET body = NULL, salt = NULL WHERE kind = 'note-added'")
    }
    let report = try desk.desk.verify(procedures: desk.procedures)
    #expect(report.isSound && report.erased == 1)
    #expect(try desk.records.timeline("C1").last?.isErased == true)
  }

  @Test("Tables made anew from the journal are the tables that were there")
  func rebuild() throws {
    let desk = try worked()
    func tables() throws -> [String] {
      try desk.desk.read { db in
        try ReadSchema.names.flatMap { name in
          try Row.fetchAll(db, sql: "SELECT * FROM \(name) ORDER BY 1").map { "\(name) \($0)" }
        }
      }
    }
    let before = try tables()
    #expect(before.count > 15)
    try desk.desk.write { db in
      try db.execute(sql: "DELETE FROM steps; UPDATE children SET folded = 'x'; DROP TABLE search")
    }
    try desk.desk.rebuild(procedures: desk.procedures)
    #expect(try tables() == before)
    #expect(try desk.desk.verify(procedures: desk.procedures).isSound)
  }

  @Test(
    "Each named finding can be reached, and says what to do",
    arguments: VerifyFinding.Code.allCases)
  func reached(code: VerifyFinding.Code) throws {
    let desk = try worked()
    var (procedures, noted) = (desk.procedures, [JournalHead]())
    var sql = Self.tamperings.first { $0.found.contains(code) }.map { Self.unlocked + $0.sql } ?? ""
    switch code {
    case .triggerMissing: sql = Self.unlocked
    case .foreignKey:
      sql = "CREATE TABLE other (key REFERENCES drafts (key)); INSERT INTO other VALUES ('x')"
    case .fileDamaged: sql = "PRAGMA wal_checkpoint(TRUNCATE)"
    case .headMissing:
      noted = [JournalHead(sequence: 3, hash: [UInt8](repeating: 7, count: 32))]
    case .notDerived:
      procedures = ProcedureSource(
        named: { _ in throw StoreError.procedureMissing("x", 1) },
        pinned: { id, version, _ in throw StoreError.procedureMissing(id, version) })
    default: #expect(!sql.isEmpty, "no tampering leads to \(code.rawValue)")
    }
    let other = try DatabaseQueue(path: desk.place.path)
    try other.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA foreign_keys = OFF")
      try $0.execute(sql: sql)
    }
    if code == .fileDamaged {
      let root = try other.read {
        try Int.fetchOne($0, sql: "SELECT rootpage FROM sqlite_schema WHERE name = 'staff'") ?? 0
      }
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: desk.place.path))
      try file.seek(toOffset: UInt64((root - 1) * 4096))
      try file.write(contentsOf: Data(count: 4096))
      try file.close()
    }
    try other.close()
    let found = try desk.desk.verify(procedures: procedures, against: noted).findings
    let finding = try #require(found.first { $0.code == code }, "\(found)")
    #expect(!finding.sentence.isEmpty && !finding.repair.isEmpty && !code.meaning.isEmpty)
  }

  @Test("Two looks at once see the same state, however much is saved meanwhile")
  func sameState() throws {
    let desk = try worked()
    let stop = Mutex(false)
    let other = try DeskFile.open(at: desk.place.path)
    let saving = DispatchGroup()
    DispatchQueue(label: "saver").async(group: saving) {
      var number = 0
      while !stop.withLock({ $0 }) {
        number += 1
        try? Deed.register(["S\(number)"], id: "s-\(number)", on: other)
      }
    }
    defer {
      stop.withLock { $0 = true }
      saving.wait()
      other.close()
    }
    for _ in 0..<20 {
      let report = try desk.desk.verify(procedures: desk.procedures)
      #expect(report.isSound, "\(report.findings)")
    }
  }

  @Test("A procedure that is not at hand is a finding, not a guess")
  func missingProcedure() throws {
    let desk = try worked()
    let none = ProcedureSource(
      named: { _ in throw StoreError.procedureMissing("x", 1) },
      pinned: { id, version, _ in throw StoreError.procedureMissing(id, version) })
    let report = try desk.desk.verify(procedures: none)
    #expect(report.findings.contains { $0.code == .notDerived })
  }
}
