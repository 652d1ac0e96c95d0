import Foundation
import Glibc
import TestSupport
import Testing

/// Backups and restores with real files and real processes.
@Suite("Backup and restore", .serialized)
struct BackupTests {
  private func journal(_ path: String) throws -> String {
    let run = try Program.run(
      Program.homeward, ["verify", "--desk", path, "--format", "json", "--now", DrillDesk.now])
    let answer = try JSONObject(run.output)
    #expect(answer.flag("sound") == true, "\(run.output)\(run.errors)")
    return answer.text("head") ?? ""
  }

  private func restore(
    _ from: String, _ to: String, _ more: [String] = []
  ) throws -> ProgramRun {
    try Program.run(
      Program.homeward, ["restore", from, to, "--now", DrillDesk.now] + more)
  }

  @Test("a backup restores to an empty place with every answer the same")
  func roundTrip() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    let backup = desk.folder.file("one.backup")
    let run = try desk.run(["backup", backup, "--plain"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("NOT encrypted"))
    #expect(run.output.contains("checkpoint "))
    let mode = try FileManager.default.attributesOfItem(atPath: backup)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    // Nothing half is left, and nothing of the work.
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
    #expect(!names.contains { $0.contains("work") || $0.contains("partial") }, "\(names)")
    let fresh = try Folder()
    let target = fresh.file("new/desk.sqlite")
    let restored = try restore(backup, target)
    #expect(restored.status == 0, "\(restored.errors)")
    #expect(try journal(target) == journal(desk.path))
    for command in [["tray"], ["due"], ["episode", "list"], ["child", "list"], ["staff"]] {
      let old = try desk.run(command)
      let new = try Program.run(
        Program.homeward, command + ["--desk", target, "--now", DrillDesk.now])
      #expect(old.output == new.output && new.status == 0, "\(command)")
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: fresh.path + "/new")
    #expect(!files.contains { $0.contains("work") }, "\(files)")
  }

  @Test("without a recipient a backup is made only with --plain")
  func mustSay() throws {
    let desk = try DrillDesk()
    let refused = try desk.run(["backup", desk.folder.file("x.backup")])
    #expect(refused.status == 64)
    #expect(refused.errors.contains("--plain"))
    #expect(!FileManager.default.fileExists(atPath: desk.folder.file("x.backup")))
    let both = try desk.run(
      ["backup", desk.folder.file("x.backup"), "--plain", "--recipient", "age1x"])
    #expect(both.status == 64)
  }

  @Test("a backup goes over an earlier one of the same desk, and over nothing else")
  func overwriting() throws {
    let desk = try DrillDesk()
    let backup = desk.folder.file("one.backup")
    try desk.done(["backup", backup, "--plain"])
    try desk.away("NB-1002")
    try desk.done(["backup", backup, "--plain"])
    let newer = try Data(contentsOf: URL(fileURLWithPath: backup))

    let other = try Folder()
    let made = try Program.run(
      Program.homeward,
      ["init", "--authority", "Eastbrook", "--drill", "--desk", other.file("desk.sqlite")])
    #expect(made.status == 0, "\(made.errors)")
    let wrong = try Program.run(
      Program.homeward, ["backup", backup, "--plain", "--desk", other.file("desk.sqlite")])
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("another desk"), "\(wrong.errors)")

    // The desk as it was before: the backup has work that it has not.
    let old = other.file("old.sqlite")
    let template = try DrillDesk()
    try FileManager.default.copyItem(atPath: template.path, toPath: old)
    let older = try Program.run(
      Program.homeward, ["backup", backup, "--plain", "--desk", old, "--now", DrillDesk.now])
    #expect(older.status == 1)
    #expect(older.errors.contains("this desk has not"), "\(older.errors)")

    let text = desk.folder.file("notes.txt")
    try "Do not lose me.".write(toFile: text, atomically: true, encoding: .utf8)
    #expect(try desk.run(["backup", text, "--plain"]).status == 1)
    #expect(try desk.run(["backup", desk.path, "--plain"]).status == 1)
    #expect(try String(contentsOfFile: text, encoding: .utf8) == "Do not lose me.")
    #expect(try Data(contentsOf: URL(fileURLWithPath: backup)) == newer)
    #expect(try journal(desk.path).isEmpty == false)
  }

  @Test("while four processes record, no backup misses what was recorded before it began")
  func underLoad() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    var writers: [pid_t] = []
    for number in 0..<4 {
      writers.append(
        try Program.spawn(
          "sh",
          [
            "-c",
            "i=0; while [ $i -lt 10 ]; do \"$0\" record note-added NB-1002 --set text=w\(number)-$i "
              + "--as mira --desk \"$1\" --now '\(DrillDesk.now)' >>\"$1.said\" || exit 1; "
              + "i=$((i+1)); done",
            Program.homeward, desk.path,
          ], errors: desk.folder.file("errors-\(number)")))
    }
    for round in 0..<3 {
      let before = try desk.json(["checkpoint"]).number("events") ?? 0
      let answer = try desk.json(
        ["backup", desk.folder.file("load-\(round).backup"), "--plain"])
      #expect(answer.number("events") ?? 0 >= before)
    }
    for writer in writers {
      var status: Int32 = 0
      while waitpid(writer, &status, 0) == -1 && errno == EINTR {}
      #expect(status == 0)
    }
    for round in 0..<3 {
      let target = desk.folder.file("back-\(round).sqlite")
      let run = try restore(desk.folder.file("load-\(round).backup"), target)
      #expect(run.status == 0, "\(run.errors)")
    }
    #expect(try desk.notes("NB-1002").count == 40)
  }

  @Test("a backup with any byte changed, cut or added is refused, and nothing is touched")
  func damaged() throws {
    let desk = try DrillDesk()
    let backup = desk.folder.file("one.backup")
    try desk.done(["backup", backup, "--plain"])
    try desk.away("NB-1002")
    let whole = try Data(contentsOf: URL(fileURLWithPath: backup))
    let before = try journal(desk.path)
    var random = Seeded(20_261_122)
    let bad = desk.folder.file("bad.backup")
    for round in 0..<14 {
      var bytes = whole
      switch round {
      case 0: bytes.removeLast()
      case 1: bytes.append(0)
      case 2: bytes.removeLast(512)
      case 3: bytes = bytes.prefix(100)
      // The seal itself, and then anywhere.
      case 4..<9:
        bytes[whole.count - 1 - Int.random(in: 0..<512, using: &random)] ^=
          1 << UInt8.random(in: 0..<8, using: &random)
      default:
        bytes[Int.random(in: 0..<whole.count, using: &random)] ^=
          1 << UInt8.random(in: 0..<8, using: &random)
      }
      try bytes.write(to: URL(fileURLWithPath: bad))
      let run = try restore(bad, desk.path, ["--typed", "replace 1"])
      #expect(run.status == 65, "round \(round): \(run.output)\(run.errors)")
    }
    #expect(try journal(desk.path) == before)
  }

  @Test("a desk with newer work is put aside only for the typed word, and stays whole there")
  func newerHead() throws {
    let desk = try DrillDesk()
    let backup = desk.folder.file("one.backup")
    try desk.done(["backup", backup, "--plain"])
    try desk.away("NB-1002")
    let newer = try journal(desk.path)
    let number = newer.split(separator: " ").first.map(String.init) ?? ""
    for word in [[], ["--typed", "yes"], ["--typed", "replace 1"]] {
      let refused = try restore(backup, desk.path, word)
      #expect(refused.status == 1, "\(refused.output)")
      #expect(refused.errors.contains("replace \(number)"), "\(refused.errors)")
      #expect(try journal(desk.path) == newer)
    }
    let run = try restore(
      backup, desk.path, ["--typed", "replace \(number)", "--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    let aside = try #require(try JSONObject(run.output).text("aside"))
    #expect(try journal(aside) == newer)
    #expect(try journal(desk.path) != newer)
    // Going back to what was aside needs no word the other way round: nothing would be missed.
    try desk.done(["backup", desk.folder.file("again.backup"), "--plain"])
  }

  @Test("nothing is restored over a desk that somebody has open")
  func inUse() throws {
    let desk = try DrillDesk()
    let backup = desk.folder.file("one.backup")
    try desk.done(["backup", backup, "--plain"])
    let screen = try DeskTerminal(desk, as: "mira")
    try screen.see("Missing coord")
    let refused = try restore(backup, desk.path)
    #expect(refused.status == 69, "\(refused.output)\(refused.errors)")
    #expect(refused.errors.contains("open"), "\(refused.errors)")
    try screen.press("q")
  }

  @Test("a file with a view in a table's name, or a strange trigger, is refused before it is read")
  func hostile() throws {
    let desk = try DrillDesk()
    let copy = desk.folder.file("hostile.sqlite")
    let backup = desk.folder.file("hostile.backup")
    for sql in [
      "CREATE TRIGGER spy AFTER INSERT ON journal BEGIN DELETE FROM drafts; END",
      "ALTER TABLE staff RENAME TO s; CREATE VIEW staff AS SELECT id,name,roles,login FROM s",
      "DROP TRIGGER journal_keeps", "CREATE TABLE notes (text)", "DROP TABLE search",
    ] {
      try? FileManager.default.removeItem(atPath: copy)
      try? FileManager.default.removeItem(atPath: backup)
      try FileManager.default.copyItem(atPath: desk.path, toPath: copy)
      let changed = try Program.run("sqlite3", [copy, "PRAGMA journal_mode=delete; " + sql])
      try #require(changed.status == 0, "\(changed.errors)")
      // A seal of one's own is easily made; what is under it is looked at all the same.
      try Seal.forge(copy, as: backup, desk: desk)
      let run = try restore(backup, desk.folder.file("new.sqlite"))
      #expect(run.status == 65, "\(sql): \(run.output)\(run.errors)")
      #expect(
        run.errors.contains("schema-changed") || run.errors.contains("trigger-missing"),
        "\(sql): \(run.errors)")
      #expect(!FileManager.default.fileExists(atPath: desk.folder.file("new.sqlite")))
    }
  }

  @Test("read tables that another version made are made anew from the journal")
  func rebuilt() throws {
    let desk = try DrillDesk()
    let copy = desk.folder.file("copy.sqlite")
    let backup = desk.folder.file("copy.backup")
    try FileManager.default.copyItem(atPath: desk.path, toPath: copy)
    let changed = try Program.run(
      "sqlite3", [copy, "PRAGMA journal_mode=delete; UPDATE children SET folded = 'x'"])
    try #require(changed.status == 0, "\(changed.errors)")
    try Seal.forge(copy, as: backup, desk: desk)
    let target = desk.folder.file("new.sqlite")
    let run = try restore(backup, target)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("made anew"))
    #expect(try journal(target) == journal(desk.path))
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
    #expect(!names.contains { $0.contains("work") }, "\(names)")
  }

  @Test("an encrypted backup restores with its key alone")
  func encrypted() throws {
    guard try Program.run("sh", ["-c", "command -v age age-keygen"]).status == 0 else {
      print("skipped: the Debian package age is not installed")
      return
    }
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    let (key, wrong) = (desk.folder.file("key"), desk.folder.file("wrong"))
    for file in [key, wrong] { _ = try Program.run("age-keygen", ["-o", file]) }
    let recipient = try Program.run("age-keygen", ["-y", key]).output
      .trimmingCharacters(in: .whitespacesAndNewlines)
    let folder = try Folder()
    let first = try desk.run(["backup", folder.path, "--format", "json", "--recipient", recipient])
    #expect(first.status == 0, "\(first.errors)")
    let backup = try #require(try JSONObject(first.output).text("file"))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: backup))
    #expect(bytes.starts(with: Data("age-encryption.org/".utf8)))
    #expect(bytes.range(of: Data("NB-1002".utf8)) == nil)
    // The recipient may stand in the environment, as the timer has it.
    let named = folder.file("named.age")
    for _ in 0..<2 {
      let again = try desk.run(
        ["backup", named], environment: ["HOMEWARD_BACKUP_RECIPIENTS": recipient])
      #expect(again.status == 0, "\(again.errors)")
    }
    let target = folder.file("desk.sqlite")
    let none = try restore(backup, target)
    #expect(none.status == 64 && none.errors.contains("--identity"), "\(none.errors)")
    let bad = try restore(backup, target, ["--identity", wrong])
    #expect(bad.status == 65, "\(bad.errors)")
    #expect(!FileManager.default.fileExists(atPath: target))
    let good = try restore(backup, target, ["--identity", key])
    #expect(good.status == 0, "\(good.errors)")
    #expect(try journal(target) == journal(desk.path))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!names.contains { $0.contains("work") || $0.contains("partial") }, "\(names)")
  }

  @Test("without age an encrypted backup is an error that says what to install")
  func noAge() throws {
    let desk = try DrillDesk()
    let target = desk.folder.file("x.age")
    let run = try desk.run(
      ["backup", target, "--recipient", "age1x"], environment: ["PATH": "/nowhere"])
    #expect(run.status == 78, "\(run.errors)")
    #expect(run.errors.contains("apt-get install age"), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: target))
  }

  @Test("--keep leaves the newest of this desk and every file that is not its own")
  func keeping() throws {
    let desk = try DrillDesk()
    let folder = try Folder()
    try "mine".write(toFile: folder.file("letter.txt"), atomically: true, encoding: .utf8)
    for hour in 13...17 {
      try desk.done(
        ["backup", folder.path, "--plain", "--keep", "2"], now: "2026-10-24 \(hour):00")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names.count == 3 && names.last == "letter.txt", "\(names)")
    #expect(names.first?.hasSuffix("20261024T150000Z.backup") == true, "\(names)")
  }
}

/// Puts a seal of one's own on a changed file, as anybody could.
enum Seal {
  static func forge(_ database: String, as backup: String, desk: DrillDesk) throws {
    try forge(database, as: backup, head: "ORDER BY seq DESC", of: desk.path)
  }

  /// - Parameters:
  ///   - database: the file that gets the seal.
  ///   - backup: what it is called then.
  ///   - order: which line of the journal is said to be its last.
  ///   - desk: the file whose journal is meant.
  /// - Throws: that a program failed.
  static func forge(
    _ database: String, as backup: String, head order: String = "ORDER BY seq DESC", of desk: String
  ) throws {
    func ask(_ what: String, _ which: String) throws -> String {
      try Program.run("sqlite3", [desk, "SELECT \(what) FROM journal \(which) LIMIT 1"]).output
        .trimmingCharacters(in: .whitespacesAndNewlines)
    }
    let first = try ask("lower(hex(hash))", "ORDER BY seq")
    let checkpoint = try ask("seq || ':' || lower(hex(hash))", order) + " 2026-10-24T12:00+01:00"
    let size = try Data(contentsOf: URL(fileURLWithPath: database)).count
    let lines =
      "\nhomeward backup 1\ndesk \(first)\ncheckpoint \(checkpoint)\nsize \(size)\n"
    let unsealed = backup + ".unsealed"
    var bytes = try Data(contentsOf: URL(fileURLWithPath: database))
    bytes.append(Data(lines.utf8))
    try bytes.write(to: URL(fileURLWithPath: unsealed))
    let sum = try Program.run("sha256sum", [unsealed]).output.prefix(64)
    var seal = lines + "sha256 " + sum
    seal += String(repeating: " ", count: 511 - seal.utf8.count) + "\n"
    var sealed = try Data(contentsOf: URL(fileURLWithPath: database))
    sealed.append(Data(seal.utf8))
    try sealed.write(to: URL(fileURLWithPath: backup))
  }
}
