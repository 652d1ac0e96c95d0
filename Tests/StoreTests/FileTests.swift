import Foundation
import GRDB
import Testing
import Workflow

@testable import Store

@Suite("The file of a desk")
struct FileTests {
  @Test("The settings that keep saved work are on at every open")
  func pragmas() throws {
    let place = try TestPlace()
    for desk in [
      try DeskFile.openOrCreate(at: place.path), try DeskFile.open(at: place.path),
    ] {
      try desk.glance { db in
        func value(_ name: String) throws -> String? {
          try String.fetchOne(db, sql: "PRAGMA \(name)")
        }
        #expect(try value("journal_mode") == "wal")
        #expect(try value("synchronous") == "2")
        #expect(try value("busy_timeout") == "5000")
        #expect(try value("foreign_keys") == "1")
        #expect(try value("trusted_schema") == "0")
        #expect(try value("cell_size_check") == "1")
        #expect(try value("wal_autocheckpoint") == "0")
        let mapped = try value("mmap_size")
        #expect(mapped == "0" || mapped == nil)
      }
    }
  }

  @Test("Everything a desk makes is for its own account alone")
  func modes() throws {
    let desk = try TestDesk()
    try desk.register("C1")
    let manager = FileManager.default
    let folder = desk.place.folder
    for name in try manager.contentsOfDirectory(atPath: folder) {
      let mode = try manager.attributesOfItem(atPath: "\(folder)/\(name)")[.posixPermissions]
      #expect(mode as? Int == 0o600, "\(name)")
    }
    #expect(
      try manager.contentsOfDirectory(atPath: folder).sorted() == [
        "desk.sqlite", "desk.sqlite-lock", "desk.sqlite-reserve", "desk.sqlite-shm",
        "desk.sqlite-wal",
      ])
  }

  @Test("What is no desk is refused with its own words")
  func refused() throws {
    let place = try TestPlace()
    func code(_ path: String) -> StoreError.Code? {
      let error = #expect(throws: StoreError.self) { try DeskFile.open(at: path) }
      return error?.code
    }
    #expect(code(place.path) == .noSuchDesk)
    #expect(code(place.folder) == .notADatabase)
    let text = place.folder + "/notes.txt"
    try String(repeating: "not a database ", count: 100).write(
      toFile: text, atomically: true, encoding: .utf8)
    #expect(code(text) == .notADatabase)
    let other = place.folder + "/other.sqlite"
    try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE t (a)") }
    #expect(code(other) == .notADesk)
    let empty = place.folder + "/empty.sqlite"
    _ = FileManager.default.createFile(atPath: empty, contents: nil)
    #expect(code(empty) == .noSuchDesk)
    // Making a desk that was interrupted goes on.
    #expect(try DeskFile.openOrCreate(at: empty).head() == .empty)
    try FileManager.default.linkItem(atPath: empty, toPath: place.folder + "/second.sqlite")
    #expect(code(empty) == .unsafePlace)
  }

  @Test("A file of a newer version is refused and stays as it was")
  func newer() throws {
    let place = try TestPlace()
    try DeskFile.openOrCreate(at: place.path).close()
    let queue = try DatabaseQueue(path: place.path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
    try queue.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: place.path))
    for open in [
      { try DeskFile.open(at: place.path) }, { try DeskFile.openOrCreate(at: place.path) },
      { try DeskFile.open(at: place.path, readOnly: true) },
    ] {
      let error = #expect(throws: StoreError.self) { try open() }
      #expect(error?.code == .newerFile)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: place.path)) == before)
  }

  @Test("The log is emptied past four megabytes, and on request")
  func checkpoint() throws {
    let desk = try TestDesk()
    try desk.register("C1")
    let log = desk.place.path + "-wal"
    let note = Body(["text": .text(String(repeating: "Long note. ", count: 40_000))])
    var largest = 0
    for number in 0..<24 {
      try desk.perform("n\(number)", on: "C1", .init(.noteAdded, at: desk.now, note))
      largest = max(largest, FilePlace.size(of: log))
    }
    #expect(largest > 2 << 20 && largest < 6 << 20)
    #expect(try desk.desk.checkpoint())
    #expect(FilePlace.size(of: log) == 0)
  }

  @Test("A reader at work delays the emptying of the log, not the saving")
  func reader() throws {
    let desk = try TestDesk()
    try desk.register("C1")
    let reader = try DeskFile.open(at: desk.place.path, readOnly: true)
    try reader.read { db in
      _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM journal")
      try desk.perform(
        "n", on: "C1", .init(.noteAdded, at: desk.now, Body(["text": .text("Saved.")])))
      #expect(try desk.desk.checkpoint() == false)
    }
    #expect(try desk.desk.checkpoint())
  }

  @Test("Two connections see each other's work, and each knows that the other wrote")
  func twoConnections() throws {
    let desk = try TestDesk()
    try desk.register("C1")
    let other = try DeskFile.open(at: desk.place.path)
    let records = Records(other, for: .init(nil, account: "other"))
    let before = try records.dataVersion()
    let seen = try desk.goMissing("C1", "cmd-1").child.version
    #expect(try records.dataVersion() != before)
    #expect(before != nil)
    // Who draws the screen does not wait for a save or a long reading of the same program.
    try other.read { _ in
      let meanwhile = try records.dataVersion()
      #expect(meanwhile == nil)
    }
    #expect(try records.trayCounts(now: desk.now)[.frontDoor]?.open == 1)
    let note = Command.Entry(.noteAdded, at: desk.now, Body(["text": .text("Hello.")]))
    _ = try other.perform(
      Command(id: "cmd-2", child: "C1", expecting: seen, entries: [note]), by: desk.manager,
      account: "tess", now: desk.now, procedures: desk.procedures)
    // What this process kept of the case is out of date, and it knows.
    let error = #expect(throws: Refusal.self) {
      try desk.perform("cmd-3", on: "C1", expecting: seen, note)
    }
    #expect(error?.reason == .conflict)
    let third = try desk.perform("cmd-4", on: "C1", note)
    #expect(third.child.version == seen + 2)
    #expect(try other.verify(procedures: desk.procedures).findings == [])
  }

  @Test("Whoever finds the desk taken for five seconds is told that nothing is saved")
  func busy() throws {
    let desk = try TestDesk()
    try desk.register("C1")
    let head = try desk.desk.head()
    let note = Command.Entry(.noteAdded, at: desk.now, Body(["text": .text("Rang.")]))
    let error = try WriteLock(desk: desk.place.path).held {
      #expect(throws: StoreError.self) { try desk.perform("cmd-1", on: "C1", note) }
    }
    #expect(error == .busy)
    #expect(try desk.desk.head() == head)
    #expect(try desk.perform("cmd-1", on: "C1", note).wasDoneBefore == false)
  }

  @Test("Closing does not wait for somebody else who saves")
  func closingTaken() throws {
    let desk = try TestDesk()
    try desk.register("C1")
    let log = desk.place.path + "-wal"
    let waited = try WriteLock(desk: desk.place.path).held {
      ContinuousClock().measure { desk.desk.close() }
    }
    #expect(waited < .seconds(2) && FilePlace.size(of: log) > 0)
    let other = try DeskFile.open(at: desk.place.path)
    #expect(try other.verify(procedures: desk.procedures).isSound)
  }

  @Test("A closed desk says so")
  func closed() throws {
    let desk = try TestDesk()
    desk.desk.close()
    #expect(throws: StoreError.self) { try desk.desk.head() }
  }
}
