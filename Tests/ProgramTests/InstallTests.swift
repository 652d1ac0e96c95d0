import Foundation
import TestSupport
import Testing

/// `make install`, into a folder of its own; nothing is turned on.
@Suite("Installing")
struct InstallTests {
  @Test("the program and the timer's units are put in place, and name each other")
  func install() throws {
    let folder = try Folder()
    let program = folder.file("built")
    try "#!/bin/sh\n".write(toFile: program, atomically: true, encoding: .utf8)
    let prefix = folder.file("usr & more")
    for _ in 0..<2 {
      let run = try Program.run(Program.sourceRoot + "/Scripts/install", [program, prefix])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("not turned on"))
    }
    #expect(FileManager.default.isExecutableFile(atPath: prefix + "/bin/homeward"))
    let service = try String(
      contentsOfFile: prefix + "/lib/systemd/user/homeward-backup.service", encoding: .utf8)
    let manual = try String(contentsOfFile: prefix + "/share/man/man1/homeward.1", encoding: .utf8)
    #expect(manual.contains(".TH HOMEWARD 1"))
    #expect(service.contains("ExecStart=\"\(prefix)/bin/homeward\" backup "))
    #expect(!service.contains("@"))
  }

  @Test("systemd finds nothing wrong with the units")
  func units() throws {
    guard try Program.run("sh", ["-c", "command -v systemd-analyze"]).status == 0 else {
      print("skipped: systemd-analyze is not installed")
      return
    }
    let folder = try Folder()
    let run = try Program.run(
      Program.sourceRoot + "/Scripts/install", [Program.homeward, folder.path])
    #expect(run.status == 0, "\(run.errors)")
    let units = folder.path + "/lib/systemd/user/"
    let verified = try Program.run(
      "systemd-analyze",
      [
        "verify", "--user", "--man=no", units + "homeward-backup.service",
        units + "homeward-backup.timer",
      ], environment: ["XDG_RUNTIME_DIR": folder.path, "HOME": folder.path])
    let ours = verified.errors.split(separator: "\n").filter { $0.contains("homeward-backup") }
    #expect(ours.isEmpty, "\(verified.errors)")
  }

  @Test("what the service runs is a command that the program takes")
  func command() throws {
    let desk = try DrillDesk()
    let service = try String(
      contentsOfFile: Program.sourceRoot + "/Packaging/systemd/homeward-backup.service.in",
      encoding: .utf8)
    let line = try #require(service.split(separator: "\n").first { $0.hasPrefix("ExecStart=") })
    let words = line.dropFirst("ExecStart=\"@PROGRAM@\" ".count).split(separator: " ").map(
      String.init)
    let arguments = words.map { $0 == "${HOMEWARD_BACKUP_FOLDER}" ? desk.folder.path : $0 }
    // No recipient is named here, so that it must say why it makes none: its options are right.
    let run = try desk.run(arguments)
    #expect(run.status == 64)
    #expect(run.errors.contains("HOMEWARD_BACKUP_RECIPIENTS"), "\(run.errors)")
  }
}
