import Foundation
import GRDB
import Glibc
import TestSupport
import Testing
import Workflow

@testable import Store

@Suite("The place of a desk")
struct PlaceTests {
  @Test("File systems that other computers share are refused; local ones are not")
  func fileSystems() throws {
    let place = try TestPlace()
    let file = FilePlace(path: place.path)
    for magic in [0x6969, 0xFF53_4D42, 0xFE53_4D42, 0x0102_1997, 0x5346_414F, 0x6573_5546] {
      let error = #expect(throws: StoreError.self) {
        try file.checkFileSystem(FileSystem(magic: UInt64(magic)))
      }
      #expect(error?.code == .unsafePlace)
    }
    for magic in [0xEF53, 0x5846_5342, 0x9123_683E, 0x0102_1994, 0x794C_7630, 0x1234] {
      try file.checkFileSystem(FileSystem(magic: UInt64(magic)))
    }
    #expect(FileSystem(of: "/proc")?.magic == 0x9FA0)
    #expect(FileSystem(of: "/no/such/folder") == nil)
    #expect(FileSystem(of: place.folder)?.free ?? 0 > 0)
  }

  /// bindfs is a FUSE file system that keeps no promise of its own.
  @Test("A desk on a user-space file system is refused, and left as it is")
  func fuse() throws {
    let place = try TestPlace()
    let mount = try TestPlace()
    try DeskFile.openOrCreate(at: place.path).close()
    guard Shell.run("bindfs '\(place.folder)' '\(mount.folder)'") == 0 else {
      print("skipped: bindfs is not installed, or nothing may be mounted here")
      return
    }
    defer { _ = Shell.run("fusermount -u '\(mount.folder)' || umount '\(mount.folder)'") }
    let before = try FileManager.default.contentsOfDirectory(atPath: place.folder).sorted()
    for open in [DeskFile.openOrCreate, { try DeskFile.open(at: $0, readOnly: true) }] {
      let error = #expect(throws: StoreError.self) { try open(mount.path) }
      #expect(error?.code == .unsafePlace)
      #expect(error?.sentence.contains("FUSE") == true)
    }
    let error = #expect(throws: StoreError.self) {
      try DeskFile.openOrCreate(at: mount.folder + "/new.sqlite")
    }
    #expect(error?.code == .unsafePlace)
    let after = try FileManager.default.contentsOfDirectory(atPath: place.folder).sorted()
    #expect(after == before)
  }

  @Test("A desk opened through a symbolic link is the same desk, behind the same lock")
  func symbolicLink() throws {
    let desk = try TestDesk()
    try desk.register("C1")
    let link = desk.place.folder + "/link.sqlite"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: desk.place.path)
    let other = try DeskFile.open(at: link)
    #expect(other.path == desk.desk.path)
    let files = try FileManager.default.contentsOfDirectory(atPath: desk.place.folder)
    #expect(!files.contains("link.sqlite-lock"))
    let dangling = desk.place.folder + "/dangling.sqlite"
    try FileManager.default.createSymbolicLink(
      atPath: dangling, withDestinationPath: desk.place.folder + "/none.sqlite")
    #expect(throws: StoreError.self) { try DeskFile.openOrCreate(at: dangling) }
  }

  @Test("Nothing is written into a file that was removed or replaced while it was open")
  func replaced() throws {
    let desk = try TestDesk()
    try desk.register("C1")
    #expect(try desk.desk.checkpoint())
    let (path, old) = (desk.place.path, desk.place.folder + "/old.sqlite")
    let other = try TestDesk()
    try other.register("C9")
    #expect(try other.desk.checkpoint())
    let note = Command.Entry(.noteAdded, at: desk.now, Body(["text": .text("Rang.")]))
    func expectRefused(_ id: String) {
      let error = #expect(throws: StoreError.self) { try desk.perform(id, on: "C1", note) }
      #expect(error?.code == .fileReplaced)
      #expect(error?.sentence.contains("NOT saved") == true)
    }
    try FileManager.default.moveItem(atPath: path, toPath: old)
    expectRefused("removed")
    try FileManager.default.copyItem(atPath: other.place.path, toPath: path)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    expectRefused("replaced")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.moveItem(atPath: old, toPath: path)
    #expect(try desk.perform("again", on: "C1", note).wasDoneBefore == false)
    #expect(try desk.desk.verify(procedures: desk.procedures).findings == [])
  }

  @Test("A lock file that was removed is taken anew, so that two never write together")
  func lockRemoved() throws {
    let place = try TestPlace()
    let (first, second) = (WriteLock(desk: place.path), WriteLock(desk: place.path))
    try first.held {}
    try FileManager.default.removeItem(atPath: WriteLock.path(desk: place.path))
    try second.held {
      // The first must wait for the lock that is there now, not for the one that it once had.
      let error = #expect(throws: StoreError.self) { try first.held {} }
      #expect(error == .busy)
    }
  }

  @Test("A program that has the file open stops writing once a newer one brought it up to date")
  func newerMeanwhile() throws {
    let desk = try TestDesk()
    try desk.register("C1")
    let head = try desk.desk.head()
    let queue = try DatabaseQueue(path: desk.place.path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
    let note = Command.Entry(.noteAdded, at: desk.now, Body(["text": .text("Rang.")]))
    let error = #expect(throws: StoreError.self) { try desk.perform("late", on: "C1", note) }
    #expect(error?.code == .newerFile)
    #expect(try desk.desk.head() == head)
    try queue.close()
  }

  @Test("A program that works with desks holds one SQLite, the system's")
  func oneLibrary() throws {
    // Two copies in one process each have locks that the other cannot see.
    for program in ["homeward", "StoreCrasher"] {
      let path = "'\(Program.buildFolder)/\(program)'"
      #expect(Shell.run("ldd \(path) | grep -c libsqlite3.so | grep -qx 1") == 0, "\(program)")
      let own = "nm --defined-only \(path) | grep -qw sqlite3_open_v2"
      #expect(Shell.run(own) == 1, "\(program) has a copy of its own")
    }
  }

  @Test("The library's versions with the mended race are told apart")
  func library() {
    for version in ["3.51.3", "3.53.0", "3.54.1", "3.44.6", "3.50.7", "4.0.0"] {
      #expect(SQLiteLibrary(version: version).hasResetFix, "\(version)")
    }
    for version in ["3.40.1", "3.44.5", "3.50.6", "3.51.2", "3.45.9", "3.52.0", "3.7.0", "?"] {
      #expect(!SQLiteLibrary(version: version).hasResetFix, "\(version)")
    }
  }
}

/// A command line, for what only a shell has.
enum Shell {
  /// Runs it; its status, or -1 where it cannot be run.
  static func run(_ line: String) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for stream: Int32 in [0, 1, 2] {
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0)
    }
    let words: [String] = ["/bin/sh", "-c", line]
    let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for pointer in arguments { free(pointer) } }
    var process: pid_t = 0
    guard posix_spawn(&process, "/bin/sh", &actions, nil, arguments, environ) == 0 else {
      return -1
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) == -1 && errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
  }
}
