import Foundation
import Glibc
import TestSupport
import Testing

/// A desk that cannot be written, because of its folder or because another writes.
@Suite("Desks that cannot be written", .serialized)
struct UnwritableTests {
  @Test("in a folder that may not be written the desk can be read, and says why it cannot save")
  func readOnlyFolder() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    if getuid() == 0 { try give(desk, to: 65_534) }
    try chmod(desk, to: 0o555)
    defer { try? chmod(desk, to: 0o755) }
    func run(_ arguments: [String]) throws -> ProgramRun {
      let all = arguments + ["--desk", desk.path, "--now", DrillDesk.now, "--as", "mira"]
      guard getuid() == 0 else { return try Program.run(Program.homeward, all) }
      // Root may write anywhere: the program runs as nobody.
      return try Program.run(
        "setpriv",
        ["--reuid=65534", "--regid=65534", "--clear-groups", "--", Program.homeward] + all)
    }
    let read = try run(["tray", "missing-coordinator"])
    #expect(read.status == 0, "\(read.errors)")
    #expect(read.output.contains("Morgan, Sian"))
    let refused = try run(["record", "note-added", "NB-1002", "--set", "text=x"])
    #expect(refused.status == 74, "\(refused.output)\(refused.errors)")
    #expect(refused.errors.contains("written") || refused.errors.contains("write"))
    try chmod(desk, to: 0o755)
    #expect(try desk.notes("NB-1002").isEmpty)
    #expect(try desk.run(["verify"]).status == 0)
  }

  @Test("a desk that another program holds is busy: status 69, and what is typed stays")
  func busy() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    let screen = try DeskTerminal(desk, as: "mira")
    try screen.see("Morgan, Sian")
    try screen.press("+")
    try screen.see("Note added ·")
    try screen.type("typed while busy")
    // SQLite's own lock of writers in a write-ahead log: byte 120 of the shared memory's file.
    let file = Glibc.open(desk.path + "-shm", O_RDWR)
    #expect(file >= 0)
    var lock = flock(
      l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: 120, l_len: 1, l_pid: 0)
    // The draft of what was typed may be on its way to the disk: its writer lets go first.
    #expect(fcntl(file, F_SETLKW, &lock) == 0)
    try screen.press("C-s")
    let refused = try desk.run(
      ["record", "note-added", "NB-1002", "--set", "text=x"], as: "una")
    #expect(refused.status == 69, "\(refused.errors)")
    #expect(!refused.errors.lowercased().contains("locked"), "\(refused.errors)")
    let shown = try screen.see("typed while busy")
    #expect(!shown.contains { $0.lowercased().contains("is locked") })
    #expect(Glibc.close(file) == 0)
    try screen.seeNoMore("Being recorded")
    try screen.press("C-s")
    try screen.see("Note added: ")
    #expect(try desk.notes("NB-1002") == ["typed while busy"])
  }

  /// Gives the desk's files, and not their folder, to an account.
  private func give(_ desk: DrillDesk, to account: Int) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: desk.folder.path) {
      try FileManager.default.setAttributes(
        [.ownerAccountID: account], ofItemAtPath: desk.folder.file(name))
    }
  }

  private func chmod(_ desk: DrillDesk, to mode: Int) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: desk.folder.path)
  }
}
