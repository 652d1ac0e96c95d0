import Foundation
import GRDB
import StorePractice
import TestSupport

@testable import Store

/// V3: damage that nobody meant: a bit, a byte or a page of the file is not what was written.
///
/// Each is tried in a process of its own kind, so that a crash or a hang is seen and counted. What
/// verifying does not find must not change any answer: every row by every way to it, and what the
/// search finds for every word. Drafts alone are left out: nothing seals them, and a letter of one
/// that changed on the disk cannot be told from one that was typed.
enum Flips {
  static let damage = Fault(
    id: "V3", title: "a bit, a byte or a page of the file changed", unit: "flips", change: 1_000,
    release: 20_000, piece: 1_000, run: { try flips($0, "verify") },
    controls: [
      Control(title: "SQLite's integrity_check alone") {
        try flips(Piece(first: 0, count: 300), "integrity")
      }
    ])

  private static func flips(_ piece: Piece, _ who: String) throws -> Outcome {
    try Scratch.with { place in
      let template = place.beside("template")
      let bytes = Data(try Points.worked()["desk.sqlite"] ?? [])
      guard FileManager.default.createFile(atPath: template, contents: bytes) else {
        throw CocoaError(.fileWriteUnknown)
      }
      var outcome = Outcome()
      var next = piece.first
      while next < piece.first + piece.count {
        let child = try Child(
          "FaultHarness",
          arguments: ["flip", template, "\(next)", "\(piece.first + piece.count - next)", who],
          environment: ["SWIFT_BACKTRACE": "enable=no"])
        let first = next
        while child.hasLine(within: 10_000), let line = child.line() {
          outcome.trials += 1
          next += 1
          let words = line.split(separator: " ", maxSplits: 1).map(String.init)
          outcome.count(words[0])
          if words[0] == "unfound" { outcome.fail(words[1]) }
        }
        child.kill()
        let status = child.wait()
        if status == 0 && next == piece.first + piece.count { break }
        guard status != 0 || next > first else { throw Trouble("flips do not go on at \(next)") }
        // The flip after the last that was answered is the one that it died of.
        outcome.trials += 1
        outcome.fail(
          "flip \(next): \(status == -SIGKILL ? "hung for ten seconds" : "crashed, \(status)")")
        next += 1
      }
      return outcome
    }
  }

  /// Does flips in this process and says of each: found, harmless or unfound.
  static func work(_ arguments: [String]) throws {
    guard arguments.count == 4, let first = Int(arguments[1]), let count = Int(arguments[2]) else {
      throw Trouble("flip TEMPLATE FIRST COUNT WHO")
    }
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: arguments[0])))
    try Scratch.with { place in
      try place.fill(["desk.sqlite": bytes])
      let right = try answers(place)
      for number in first..<first + count {
        var random = Seeded(UInt64(number))
        let (damaged, what) = damage(bytes, number, &random)
        try place.fill(["desk.sqlite": damaged])
        let isFound =
          try arguments[3] == "verify" ? Tampering.verified(place) : Tampering.integrity(place)
        try place.fill(["desk.sqlite": damaged])
        let wrong = isFound ? nil : difference(right, try? answers(place))
        print(
          isFound ? "found" : wrong.map { "unfound flip \(number), \(what): \($0)" } ?? "harmless")
        fflush(nil)
      }
    }
  }

  static func damage(
    _ bytes: [UInt8], _ number: Int, _ random: inout Seeded
  ) -> ([UInt8], String) {
    var bytes = bytes
    let at = Int.random(in: 0..<bytes.count, using: &random)
    switch number % 8 {
    case 0..<6:
      bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      return (bytes, "a bit at \(at)")
    case 6:
      bytes[at] ^= UInt8.random(in: 1...255, using: &random)
      return (bytes, "a byte at \(at)")
    default:
      let page = at / 4096 * 4096
      let isBlank = Bool.random(using: &random)
      for index in page..<min(page + 4096, bytes.count) {
        bytes[index] = isBlank ? 0 : UInt8.random(in: 0...255, using: &random)
      }
      return (bytes, "the page at \(page)")
    }
  }

  /// The first question that is not answered as it was, or nothing.
  private static func difference(_ right: [String], _ now: [String]?) -> String? {
    guard let now else { return "an error nobody was told of" }
    if now == right { return nil }
    let at = zip(right, now).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    let question = right[...(at ?? right.count - 1)].last {
      $0.hasPrefix("SELECT") || $0.hasPrefix("PRAGMA")
    }
    return question ?? "?"
  }

  /// Everything that a desk can answer, by every way that SQLite has to it.
  private static func answers(_ place: Place) throws -> [String] {
    let queue = try DatabaseQueue(path: place.desk)
    defer { try? queue.close() }
    return try queue.read { db in
      var all: [String] = []
      func ask(_ sql: String, _ arguments: StatementArguments = []) throws {
        all.append(sql)
        for row in try Row.fetchAll(db, sql: sql, arguments: arguments) {
          all.append(row.databaseValues.map { "\($0)" }.joined(separator: "|"))
        }
      }
      try ask("PRAGMA user_version")
      try ask("PRAGMA application_id")
      try ask("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")
      for table in ["journal"] + ReadSchema.names { try ask("SELECT * FROM \(table)") }
      let indexes = try Row.fetchAll(
        db, sql: "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name")
      for index in indexes {
        let (name, table, sql): (String, String, String?) = (index[0], index[1], index[2])
        let condition = sql?.range(of: " WHERE ").map { String(sql?[$0.lowerBound...] ?? "") } ?? ""
        try ask("SELECT * FROM \(table) INDEXED BY \(name)\(condition)")
      }
      let words = try String.fetchAll(db, sql: "SELECT words FROM search ORDER BY rowid")
      let each = Set(words.joined(separator: " ").split { !$0.isLetter && !$0.isNumber })
      for word in each.sorted() {
        for query in ["\"\(word)\"", "\"\(word.prefix(2))\"*"] {
          try ask("SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid", [query])
        }
      }
      return all
    }
  }
}
