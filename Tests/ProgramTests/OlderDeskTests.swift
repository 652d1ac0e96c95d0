import Foundation
import Store
import TestSupport
import Testing

/// Desks as earlier versions left them: the samples were written by those versions themselves.
@Suite("Desks of earlier versions", .serialized)
struct OlderDeskTests {
  /// The last line of the sample of version 1, as version 1 printed it.
  static let head = "63:1eec7feb4a805db5942f7ff4f19bdb376282e4f1a9a5fb74afe31bb0d9719dc7"
  static let now = "2026-11-22 12:00"

  /// Makes the sample's file.
  private func older(_ path: String, _ more: String = "") throws {
    let text = try String(contentsOfFile: DrillDesk.sample("Desks/version-1.sql"), encoding: .utf8)
    let made = try Program.run("sqlite3", [path], input: text + more)
    try #require(made.status == 0 && made.errors.isEmpty, "\(made.errors)")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  }

  private func run(_ arguments: [String], _ path: String) throws -> ProgramRun {
    try Program.run(Program.homeward, arguments + ["--desk", path, "--now", Self.now])
  }

  private func version(_ path: String) throws -> String {
    try Program.run("sqlite3", [path, "PRAGMA user_version"]).output
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// What a desk answers to whoever looks at it.
  private func answers(_ path: String) throws -> [String] {
    try [
      ["tray"], ["due"], ["episode", "list"], ["child", "list"], ["staff"],
      ["verify", "--since", Self.head],
    ].map { command in
      let run = try run(command, path)
      #expect(run.status == 0, "\(command): \(run.errors)")
      return run.output
    }
  }

  @Test("a desk of version 1 is brought up to date by whoever opens it, and keeps its journal")
  func inPlace() throws {
    let folder = try Folder()
    let path = folder.file("desk.sqlite")
    try older(path)
    // Its records are pinned to a pack that is no longer shipped: only the desk's own copy has it.
    let looked = try run(["tray"], path)
    #expect(looked.status == 0, "\(looked.errors)")
    #expect(try version(path) == "\(DeskFile.fileVersion)")
    let child = try Program.run("sqlite3", [path, "SELECT id FROM children ORDER BY id LIMIT 1"])
      .output.trimmingCharacters(in: .whitespacesAndNewlines)
    let noted = try run(
      ["record", "note-added", child, "--set", "text=After the change", "--as", "m.castell"], path)
    #expect(noted.status == 0, "\(noted.errors)")
    let told = try run(["timeline", child], path)
    #expect(told.output.contains("After the change"), "\(told.output)\(told.errors)")
    _ = try answers(path)
  }

  @Test("a backup of version 1 is restored, brought up to date and proven like any other")
  func restored() throws {
    let folder = try Folder()
    let (path, backup) = (folder.file("old.sqlite"), folder.file("old.backup"))
    try older(path)
    try Seal.forge(path, as: backup, of: path)
    let target = folder.file("desk.sqlite")
    let restored = try Program.run(
      Program.homeward, ["restore", backup, target, "--now", Self.now])
    #expect(restored.status == 0, "\(restored.errors)")
    #expect(restored.output.contains("made anew"), "\(restored.output)")
    #expect(restored.output.contains("Restored 63 events"), "\(restored.output)")
    #expect(try version(target) == "\(DeskFile.fileVersion)")
    // The same as the desk itself, brought up to date where it stands.
    _ = try run(["rebuild"], path)
    #expect(try answers(target) == answers(path))
    // Over a desk that is still of version 1, whose work the backup has.
    let there = folder.file("there.sqlite")
    try older(there)
    let over = try Program.run(Program.homeward, ["restore", backup, there, "--now", Self.now])
    #expect(over.status == 0, "\(over.errors)")
    #expect(try answers(there) == answers(target))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.contains { $0.hasPrefix("there.sqlite.before-") }, "\(names)")
    #expect(!names.contains { $0.contains("-work-") }, "\(names)")
  }

  @Test(
    "a backup of version 1 with anything strange in it is refused",
    arguments: [
      "CREATE TRIGGER spy AFTER INSERT ON journal BEGIN DELETE FROM drafts; END;",
      "CREATE TRIGGER spy AFTER INSERT ON seen BEGIN DELETE FROM drafts; END;",
      "ALTER TABLE staff RENAME TO s; CREATE VIEW staff AS SELECT id, name, roles, login FROM s;",
      "DROP TRIGGER journal_keeps;", "CREATE TABLE notes (text);",
      "CREATE TABLE settings (person, name, value);",
      """
      DROP TRIGGER journal_stands; UPDATE journal SET by_name = 'Eve' WHERE seq = 9;
      CREATE TRIGGER journal_stands BEFORE UPDATE ON journal BEGIN SELECT 1; END;
      """,
      "DROP TRIGGER journal_keeps; DELETE FROM journal WHERE seq = 40;",
    ])
  func strange(sql: String) throws {
    let folder = try Folder()
    let (path, whole, backup) = (
      folder.file("old.sqlite"), folder.file("whole.sqlite"), folder.file("old.backup")
    )
    try older(whole)
    // The table must be there for a trigger on it.
    let before =
      sql.contains("ON seen") ? "CREATE TABLE seen (person, id, tray, sort_due, at);" : ""
    try older(path, before + sql)
    try Seal.forge(path, as: backup, of: whole)
    let target = folder.file("desk.sqlite")
    let run = try Program.run(Program.homeward, ["restore", backup, target, "--now", Self.now])
    #expect(run.status == 65, "\(run.output)\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: target))
  }

  @Test("a body changed under triggers that were put back is found after the tables are made anew")
  func changed() throws {
    let folder = try Folder()
    let (path, whole, backup) = (
      folder.file("old.sqlite"), folder.file("whole.sqlite"), folder.file("old.backup")
    )
    try older(whole)
    let trigger = try Program.run(
      "sqlite3", [whole, "SELECT sql FROM sqlite_schema WHERE name = 'journal_stands'"]
    ).output
    try older(
      path,
      "DROP TRIGGER journal_stands; UPDATE journal SET by_name = 'Eve' WHERE seq = 9;\n"
        + trigger + ";")
    try Seal.forge(path, as: backup, of: whole)
    let target = folder.file("desk.sqlite")
    let run = try Program.run(Program.homeward, ["restore", backup, target, "--now", Self.now])
    #expect(run.status == 65, "\(run.output)\(run.errors)")
    #expect(run.errors.contains("line-changed"), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: target))
  }

  @Test("a desk of a newer version is left alone by every command, and by a restore over it")
  func newer() throws {
    let desk = try DrillDesk()
    let backup = desk.folder.file("one.backup")
    try desk.done(["backup", backup, "--plain"])
    let changed = try Program.run(
      "sqlite3", [desk.path, "PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)"])
    try #require(changed.status == 0)
    let before = try Data(contentsOf: URL(fileURLWithPath: desk.path))
    for command in [
      ["tray"], ["verify"], ["rebuild"], ["backup", desk.folder.file("two.backup"), "--plain"],
      ["record", "note-added", "NB-1002", "--set", "text=x", "--as", "mira"],
      ["restore", backup, desk.path, "--typed", "replace 1"],
    ] {
      let run =
        command[0] == "restore"
        ? try Program.run(Program.homeward, command) : try desk.run(command)
      #expect(run.status != 0, "\(command)")
      #expect(run.errors.contains("newer"), "\(command): \(run.errors)")
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: desk.path)) == before)
  }
}
