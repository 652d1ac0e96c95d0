import Foundation
import GRDB
import TestSupport
import Testing
import Workflow

@testable import Store

@Suite("The seal of a backup")
struct SealTests {
  private func sealed() throws -> (desk: TestDesk, path: String) {
    let desk = try TestDesk()
    try desk.register("C1")
    let path = desk.place.folder + "/copy"
    _ = try desk.desk.backUp(to: path, now: desk.now, procedures: desk.procedures)
    return (desk, path)
  }

  @Test("A copy says whose it is and up to which line, and holds what was saved")
  func honest() throws {
    let (desk, path) = try sealed()
    let seal = try BackupSeal.check(path)
    #expect(seal.desk == (try desk.desk.deskID()))
    #expect(seal.checkpoint.head == (try desk.desk.head()))
    #expect(FilePlace.size(of: path) == seal.size + BackupSeal.length)
    #expect(BackupSeal(noteText: seal.noteText)?.checkpoint == seal.checkpoint)
    // A backup is never half made: what is there already stays.
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: StoreError.self) {
      try desk.desk.backUp(to: path, now: desk.now, procedures: desk.procedures)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  /// Each bit of the seal, and two thousand bits of the database.
  @Test("Every flipped bit is found")
  func flips() throws {
    let (desk, path) = try sealed()
    defer { desk.desk.close() }
    let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let bad = path + ".bad"
    var random = Seeded(20_261_122)
    var places = (whole.count - BackupSeal.length..<whole.count).map { $0 }
    places += (0..<2_000).map { _ in Int.random(in: 0..<whole.count, using: &random) }
    var found = 0
    for place in places {
      var bytes = whole
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      try Data(bytes).write(to: URL(fileURLWithPath: bad))
      if (try? BackupSeal.check(bad)) == nil { found += 1 }
    }
    #expect(found == places.count)
  }

  @Test("A desk that is not sound is not kept as a backup")
  func unsound() throws {
    let desk = try TestDesk()
    try desk.register("C1")
    try desk.desk.write {
      try $0.execute(sql: "UPDATE children SET folded = 'somebody else'")
    }
    let path = desk.place.folder + "/copy"
    let error = #expect(throws: UnsoundCopy.self) {
      try desk.desk.backUp(to: path, now: desk.now, procedures: desk.procedures)
    }
    #expect(error?.report.findings.map(\.code) == [.tableWrong])
    #expect(FilePlace.size(of: path) == 0)
  }

  @Test("What a killed backup left is removed by the next, and nobody else's work is")
  func abandoned() throws {
    let (desk, _) = try sealed()
    let own = DeskFile.workPath(beside: desk.place.path)
    // No process has the highest number that Linux gives.
    let dead = desk.place.path + "-work-4194304"
    for path in [own, dead, dead + "-lock", desk.place.path + "-work-notes"] {
      try Data("x".utf8).write(to: URL(fileURLWithPath: path))
    }
    DeskFile.removeAbandonedWork(beside: desk.place.path)
    #expect(FilePlace.size(of: own) == 1)
    #expect(FilePlace.size(of: dead) == 0 && FilePlace.size(of: dead + "-lock") == 0)
    #expect(FilePlace.size(of: desk.place.path + "-work-notes") == 1)
  }
}
