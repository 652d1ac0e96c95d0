import Foundation
import GRDB
import StorePractice
import TestSupport

@testable import Store

/// C4: a screen that is left open while others save, and one that reads all the while.
enum IdleReader {
  static let open = Fault(
    id: "C4", title: "a desk left open, then one in the middle of reading, while another saves",
    unit: "savings", change: 6_000, release: 18_000, piece: 6_000, run: run,
    controls: [
      Control(title: "a log that nobody empties") { try unemptied(6_000) }
    ])

  /// The log never grows past this while nobody reads.
  private static let most = 16 << 20
  /// What is left of it once whoever read it has ended and somebody saves or leaves.
  private static let rest = 1 << 20

  private static func run(_ piece: Piece) throws -> Outcome {
    try Scratch.with { place in
      try place.fill(try Points.files(for: .note))
      let (desk, screen) = (try DeskFile.open(at: place.desk), try DeskFile.open(at: place.desk))
      _ = try screen.head()
      var outcome = Outcome()
      func save(_ count: Int, _ name: String) throws -> Int {
        var largest = 0
        for number in 0..<count {
          try Deed.note("C\(number % 3 + 1)", "\(name)-\(piece.first)-\(number)", on: desk)
          outcome.trials += 1
          if number.isMultiple(of: 20) { largest = max(largest, size(place)) }
        }
        return largest
      }
      let open = try save(piece.count / 2, "open")
      outcome.peak("KB of log beside an open desk", open >> 10)
      if open > most { outcome.fail("the log grew to \(open) bytes beside an open desk") }
      let reading = try screen.read { db in
        _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM journal")
        return try save(piece.count - piece.count / 2, "reading")
      }
      outcome.peak("KB beside one that reads", reading >> 10)
      desk.close()
      screen.close()
      if size(place) > rest { outcome.fail("\(size(place)) bytes of log are left") }
      for broken in Claims().broken(at: place) { outcome.fail(broken) }
      return outcome
    }
  }

  private static func unemptied(_ count: Int) throws -> Outcome {
    try Scratch.with { place in
      let queue = try DatabaseQueue(path: place.desk)
      try queue.writeWithoutTransaction { db in
        try db.execute(
          sql: "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE t (x)")
        for _ in 0..<count { try db.execute(sql: "INSERT INTO t VALUES (randomblob(40))") }
      }
      var outcome = Outcome(trials: count)
      if size(place) > most { outcome.fail("the log grew to \(size(place)) bytes") }
      return outcome
    }
  }

  private static func size(_ place: Place) -> Int { FilePlace.size(of: place.desk + "-wal") }
}
