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
