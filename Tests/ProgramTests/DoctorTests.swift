import Foundation
import TestSupport
import Testing

/// `homeward doctor` on real files.
@Suite("The doctor", .serialized)
struct DoctorTests {
  private func check(_ desk: DrillDesk, _ name: String) throws -> JSONObject {
    let run = try desk.run(["doctor", "--format", "json"])
    let lines = try JSONObject(run.output).list("checks")
    let line = try #require(lines.first { $0.text("name") == name }, "\(run.output)\(run.errors)")
    return line
  }

  @Test("a sound desk has no line that fails, and every line says what was found")
  func sound() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    let run = try desk.run(["doctor", "--format", "json"])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    let lines = try JSONObject(run.output).list("checks")
    let names = lines.compactMap { $0.text("name") }
    for name in [
      "program", "file", "modes", "file-system", "space", "lock", "log", "sqlite", "settings",
      "clock", "drafts", "checkpoint", "packs", "procedures",
    ] {
      #expect(names.contains(name), "\(names)")
    }
    #expect(lines.allSatisfy { $0.text("state") != "fail" && $0.text("found")?.isEmpty == false })
    #expect(lines.allSatisfy { $0.text("state") == "ok" || $0.text("wayForward") != nil })
    #expect(try check(desk, "settings").text("found")?.contains("synchronous=2") == true)
    #expect(try check(desk, "sqlite").text("found")?.hasPrefix("SQLite 3.") == true)
    let text = try desk.run(["doctor"])
    #expect(text.output.contains("ok    settings"), "\(text.output)")
  }

  @Test("a clock before the journal's last line fails")
  func clock() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    let run = try desk.run(["doctor", "--format", "json"], now: "2026-10-23 09:00")
    #expect(run.status == 1)
    let clock = try #require(
      try JSONObject(run.output).list("checks").first { $0.text("name") == "clock" })
    #expect(clock.text("state") == "fail")
  }

  @Test("files that others may read fail, and are named")
  func modes() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: desk.path + "-lock")
    let line = try check(desk, "modes")
    #expect(line.text("state") == "fail")
    #expect(line.text("found")?.contains("desk.sqlite-lock") == true)
    #expect(try desk.run(["doctor"]).status == 1)
  }

  @Test("a desk that is not there, or not a desk, fails with its way forward")
  func missing() throws {
    let folder = try Folder()
    let none = try Program.run(
      Program.homeward, ["doctor", "--desk", folder.file("none.sqlite"), "--format", "json"])
    #expect(none.status == 1)
    #expect(none.output.contains("There is no desk"))
    try String(repeating: "text ", count: 300).write(
      toFile: folder.file("notes"), atomically: true, encoding: .utf8)
    let other = try Program.run(Program.homeward, ["doctor", "--desk", folder.file("notes")])
    #expect(other.status == 1)
    #expect(other.output.contains("FAIL  open"), "\(other.output)")
  }

  @Test("a pack that cannot be read fails, by its file")
  func packs() throws {
    let desk = try DrillDesk()
    let packs = try Folder()
    try "id: broken\ntitle: [".write(
      toFile: packs.file("broken.yaml"), atomically: true, encoding: .utf8)
    let run = try desk.run(["doctor"], environment: ["HOMEWARD_PACKS": packs.path])
    #expect(run.status == 1)
    #expect(run.output.contains("FAIL  packs"), "\(run.output)")
    #expect(run.output.contains("broken"), "\(run.output)")
  }

  @Test("the doctor changes nothing")
  func changesNothing() throws {
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    let before = try Data(contentsOf: URL(fileURLWithPath: desk.path))
    let head = try desk.json(["checkpoint"]).text("checkpoint")
    _ = try desk.run(["doctor"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: desk.path)) == before)
    #expect(try desk.json(["checkpoint"]).text("checkpoint") == head)
  }
}
