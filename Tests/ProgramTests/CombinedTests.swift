import Foundation
import TestSupport
import Testing

/// The five procedures as one, and the table of what covers the rulebook, as the program has them.
@Suite("Five procedures as one")
struct CombinedTests {
  private func homeward(_ arguments: [String], packs: String? = nil) throws -> ProgramRun {
    try Program.run(
      Program.homeward, arguments, environment: packs.map { ["HOMEWARD_PACKS": $0] } ?? [:])
  }

  @Test("every rule of the rulebook is covered: as what, where, and by which scenario")
  func coversTheRulebook() throws {
    let run = try homeward(["procedure", "coverage", "--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    let answer = try JSONObject(run.output)
    let rules = answer.list("rules")
    #expect(answer.number("covered") == 221 && rules.count == 221)
    #expect(answer.names == ["covered", "rules", "missing", "unmet"])
    #expect(rules.first?.text("rule") == "L23-01")
    let meeting = rules.first { $0.text("rule") == "LW-28" }
    #expect(meeting?.text("as") == "clock")
    #expect(meeting?.text("where") == "Team manager tray, why pane: Strategy meeting")
    #expect(meeting?.text("document") == "lewisham-2021")
    #expect(rules.allSatisfy { $0.text("scenario") != nil && $0.text("where") != nil })
    let table = try homeward(["procedure", "coverage"])
    #expect(table.status == 0 && table.output.contains("221 of 221 rules"))
    #expect(table.output.hasPrefix("rule") && table.output.contains("met at"))
    #expect(rules.first?.text("where") == "triage form, form \"Went missing\": to mind")
  }

  @Test("a rule that no pack realises any more is missing, and that is a finding")
  func namesWhatIsMissing() throws {
    let folder = try Folder()
    let shipped = try String(
      contentsOfFile: Program.sourceRoot + "/Sources/Procedures/Packs/luton.yaml", encoding: .utf8)
    try shipped.replacing("LU-22", with: "LU-09").write(
      toFile: folder.file("luton.yaml"), atomically: true, encoding: .utf8)
    let run = try homeward(
      ["procedure", "coverage", "--format", "json"], packs: folder.path)
    #expect(run.status == 1 && run.errors.contains("LU-22"), "\(run.errors)")
    let answer = try JSONObject(run.output)
    #expect(answer.number("covered") == 220 && answer.texts("missing") == ["LU-22"])
  }

  @Test("a rule that is realised where nobody meets it is a finding, too")
  func namesWhatNobodyMeets() throws {
    let folder = try Folder()
    let shipped = try String(
      contentsOfFile: Program.sourceRoot + "/Sources/Procedures/Packs/lambeth-2023.yaml",
      encoding: .utf8)
    // Reports wait at the front door and nowhere else, so a route to another tray leads nowhere.
    try shipped.replacing(
      "event: report-received, tray: front-door", with: "event: report-received, tray: screening"
    ).write(toFile: folder.file("lambeth-2023.yaml"), atomically: true, encoding: .utf8)
    let run = try homeward(["procedure", "coverage", "--format", "json"], packs: folder.path)
    #expect(run.status == 1 && run.errors.contains("nobody meets them: L23-21"), "\(run.errors)")
    #expect(try JSONObject(run.output).texts("unmet") == ["L23-21"])
  }

  @Test("an edit of a part changes combined; a record opened before keeps to what the desk kept")
  func keepsTheParts() throws {
    let folder = try Folder()
    let packs = try Folder()
    let now = "2026-06-01 16:00"
    func run(_ arguments: [String]) throws -> ProgramRun {
      try homeward(
        arguments + ["--desk", folder.file("desk.sqlite"), "--now", now], packs: packs.path)
    }
    let people: [[String]] = [
      [
        "init", "--authority", "Northbrook", "--drill", "--procedure", "combined",
      ],
      ["staff", "add", "f", "--name", "F. Okafor", "--role", "front-door"],
      [
        "child", "add", "C-1", "--set", "family-name=Pham", "--set", "status=child-in-need",
        "--set", "allocated=yes", "--as", "f",
      ],
      [
        "record", "went-missing", "C-1", "--at", "2026-06-01 14:00", "--set", "from=home", "--set",
        "category=missing", "--as", "f",
      ],
      ["record", "opened", "C-1", "--as", "f"],
    ]
    for arguments in people {
      let done = try run(arguments)
      #expect(done.status == 0, "\(arguments) \(done.errors)")
    }
    let before = try run(["why", "E-2026-0001", "strategy-meeting"])
    #expect(before.output.contains("LW-29") && before.output.contains("3 Jun 2026 14:00"))
    let shipped = try String(
      contentsOfFile: Program.sourceRoot + "/Sources/Procedures/Packs/lewisham-2021.yaml",
      encoding: .utf8)
    try shipped.replacing("within: 48 hours", with: "within: 36 hours").write(
      toFile: packs.file("lewisham-2021.yaml"), atomically: true, encoding: .utf8)
    let after = try run(["why", "E-2026-0001", "strategy-meeting"])
    func own(_ run: ProgramRun) -> Substring? {
      run.output.split(separator: "\nOther procedures\n").first
    }
    #expect(own(after) == own(before), "\(after.output)\(after.errors)")
    #expect(after.output.contains("due Wed 3 Jun 2026 02:00, 12h earlier"))
    let verified = try run(["verify"])
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
  }

  @Test("combined is checked with its parts")
  func isChecked() throws {
    let folder = try Folder()
    let shipped = try String(
      contentsOfFile: Program.sourceRoot + "/Sources/Procedures/Packs/combined.yaml",
      encoding: .utf8)
    let path = folder.file("combined.yaml")
    try shipped.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try homeward(["procedure", "check", path]).status == 0)
    try shipped.replacing("mfh-rag, luton]", with: "mfh-rag, lutton]").write(
      toFile: path, atomically: true, encoding: .utf8)
    let run = try homeward(["procedure", "check", path])
    #expect(run.status == 1 && run.output.contains("there is no pack 'lutton'"), "\(run.output)")
  }
}
