import Foundation
import TestSupport
import Testing

/// Who may do what, and as whom.
@Suite("Who may do what")
struct PermissionTests {
  @Test(
    "each role is refused what it may not do",
    arguments: [
      ("frances", "risk-assessed", "risk=low"), ("frances", "rhi-held", "by=front-door"),
      ("rhys", "risk-assessed", "risk=low"), ("rhys", "acknowledged", "as=team-manager"),
      ("una", "rhi-held", "by=team-manager"), ("una", "record-closed", "reason=x"),
      ("mira", "risk-assessed", "risk=low"), ("petra", "acknowledged", "as=team-manager"),
      ("tom", "meeting-held", "kind=strategy-meeting"), ("petra", "rhi-allocated", "worker=x"),
    ])
  func refused(person: String, event: String, setting: String) throws {
    let desk = try PermissionTests.desk.get().desk
    var settings = ["--set", setting]
    if event == "meeting-held" { settings += ["--set", "chair=team-manager"] }
    let run = try desk.run(["record", event, "NB-1002"] + settings, as: person)
    #expect(run.status == 77 || run.status == 1, "\(run.output)\(run.errors)")
    #expect(
      run.errors.contains("may not record") || run.errors.contains("Refused by"), "\(run.errors)")
    #expect(try desk.timeline(of: "NB-1002").count == 3)
  }

  @Test("on a real desk nobody acts for another, and the clock is the real one")
  func realDesk() throws {
    let folder = try Folder()
    let path = folder.file("desk.sqlite")
    func run(_ arguments: String...) throws -> ProgramRun {
      try Program.run(Program.homeward, arguments + ["--desk", path])
    }
    #expect(try run("init", "--authority", "Northbrook", "--name", "Ada Min").status == 0)
    let added = try run("staff", "add", "una", "--name", "Una Dace", "--role", "team-manager")
    #expect(added.status == 0, "\(added.errors)")
    let frozen = try run("tray", "--now", "2026-10-24 12:00")
    #expect(frozen.status == 77 && frozen.errors.contains("--now is for drills only"))

    // The account becomes an ordinary worker's: now --as another is refused.
    let account = try #require(
      try JSONObject(run("staff", "--format", "json").output).list("staff")
        .first { $0.texts("roles") == ["administrator"] }?.text("id"))
    let plain = try run(
      "staff", "add", account, "--name", "Ada Min", "--role", "front-door", "--login", account)
    #expect(plain.status == 0, "\(plain.errors)")
    let other = try run("child", "add", "X-1", "--set", "family-name=Test", "--as", "una")
    #expect(other.status == 77, "\(other.errors)")
    #expect(other.errors.contains("may not act for Una Dace"))
    let own = try run("child", "add", "X-1", "--set", "family-name=Test")
    #expect(own.status == 0, "\(own.errors)")
    let staff = try run("staff", "add", "eve", "--name", "Eve", "--role", "administrator")
    #expect(staff.status == 77, "\(staff.output)\(staff.errors)")
  }

  struct Shared: @unchecked Sendable { let desk: DrillDesk }

  private static let desk = Result {
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    return Shared(desk: desk)
  }
}
