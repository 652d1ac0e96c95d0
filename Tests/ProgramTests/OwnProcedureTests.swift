import Foundation
import TestSupport
import Testing

/// The way from nothing to a procedure of one's own, as the guide walks it.
@Suite("An authority's own procedure")
struct OwnProcedureTests {
  private let guides = Program.sourceRoot + "/Guides/"

  private func run(
    _ folder: Folder, _ arguments: [String]
  ) throws -> ProgramRun {
    try Program.run(
      Program.homeward, ["procedure"] + arguments,
      environment: ["HOMEWARD_PACKS": folder.path, "HOME": folder.path])
  }

  @Test("new prints a pack that checks clean, and refuses what is no id or is taken")
  func begins() throws {
    let folder = try Folder()
    let new = try run(folder, ["new", "north-brook", "--authority", "North Brook"])
    #expect(new.status == 0 && new.output.contains("authority: \"North Brook\""))
    let file = folder.path + "/north-brook.yaml"
    try new.output.write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try run(folder, ["check", file]).output == "\(file): nothing is wrong.\n")
    #expect(try run(folder, ["list"]).output.contains("north-brook"))
    #expect(try run(folder, ["new", "North Brook"]).status == 64)
    #expect(try run(folder, ["new", "combined"]).errors.contains("combined-ours"))
  }

  @Test("words lists what may be written, one list at a time")
  func words() throws {
    let folder = try Folder()
    let lists = try run(folder, ["words"])
    #expect(lists.status == 0)
    for name in ["rule", "facts", "steps", "events", "roles", "trays", "expectations"] {
      #expect(lists.output.contains("\n\(name) "))
      #expect(try run(folder, ["words", name]).status == 0)
    }
    #expect(try run(folder, ["words", "facts"]).output.contains("{out-of-hours: yes}"))
    let json = try JSONObject(run(folder, ["words", "trays", "--format", "json"]).output)
    #expect(json.list("trays").contains { $0.text("tray") == "rhi" })
    let none = try run(folder, ["words", "colours"])
    #expect(none.status == 64 && none.errors.contains("There are: pack"))
  }

  @Test("a pack is shown, compared and tested as a file, before it is on the shelf")
  func triesFiles() throws {
    let folder = try Folder()
    let pack = guides + "alderfleet.yaml"
    let shown = try run(folder, ["show", pack])
    #expect(shown.output.contains("Limit: 36 hours, counted from going missing."))
    let compared = try run(folder, ["diff", pack, "luton"])
    #expect(compared.status == 0 && compared.output.contains("alderfleet v1"))
    let cases = guides + "alderfleet-scenarios.yaml"
    let tested = try run(folder, ["test", "--pack", pack, cases])
    #expect(tested.status == 0 && tested.output.contains("0 failed"), "\(tested.output)")
    #expect(try run(folder, ["test", cases]).output.contains("There is no procedure 'alderfleet'"))
    let broken = folder.path + "/broken.txt"
    try "id: x\n".write(toFile: broken, atomically: true, encoding: .utf8)
    let refused = try run(folder, ["show", broken])
    #expect(refused.status == 65 && refused.errors.contains("broken.txt:1:1: error: a pack needs"))
  }

  @Test("no record follows a file that is not on the shelf")
  func adoptsNoFiles() throws {
    let folder = try Folder()
    let adopt = try run(
      folder, ["adopt", "--procedure", guides + "alderfleet.yaml", "--commit", "--reason", "Why"])
    #expect(adopt.status == 64 && adopt.errors.contains(folder.path), "\(adopt.errors)")
  }

  @Test("a broken pack of one's own does not hide the others")
  func listsBesideBrokenPacks() throws {
    let folder = try Folder()
    try "id: other\n".write(
      toFile: folder.path + "/broken.yaml", atomically: true, encoding: .utf8)
    let list = try run(folder, ["list"])
    #expect(list.status == 78 && list.output.contains("lewisham-2021"))
    #expect(list.errors.contains("broken.yaml:1:1: error:"), "\(list.errors)")
  }

  /// A drill of Marshwick, made as the guide says.
  private func marshwick(_ folder: Folder) throws -> (_ arguments: String...) throws -> ProgramRun {
    try FileManager.default.copyItem(
      atPath: guides + "marshwick.yaml", toPath: folder.path + "/marshwick.yaml")
    return { (arguments: String...) in
      try Program.run(
        Program.homeward,
        arguments + ["--desk", folder.file("try.sqlite"), "--now", "2026-10-05 10:00"],
        environment: ["HOMEWARD_PACKS": folder.path, "HOME": folder.path])
    }
  }

  @Test("a drill begins with its administrator, whom every refusal tells how to go on")
  func beginsDrill() throws {
    let folder = try Folder()
    let homeward = try marshwick(folder)
    let made = try homeward(
      "init", "--authority", "Marshwick", "--procedure", "marshwick", "--drill")
    #expect(made.status == 0 && made.output.contains("homeward staff add"), "\(made.errors)")
    #expect(try homeward("staff").output.contains("administrator"))
    let report = DrillDesk.report
    let refused = try homeward("intake", report)
    #expect(
      refused.errors.contains("homeward staff add ID --name NAME --role front-door"),
      "\(refused.errors)")
    #expect(refused.errors.contains("Tell: Business support officer"), "\(refused.errors)")
    #expect(
      try homeward("staff", "add", "ana", "--name", "Ana Field", "--role", "front-door").status == 0
    )
    // Whoever keeps the desk plays the work in a drill.
    #expect(try homeward("intake", report).status == 0)
  }

  @Test("people read the authority's own names: of trays, in refusals, of whom to tell")
  func usesOwnNames() throws {
    let folder = try Folder()
    let homeward = try marshwick(folder)
    _ = try homeward("init", "--authority", "Marshwick", "--procedure", "marshwick", "--drill")
    _ = try homeward("staff", "add", "eve", "--name", "Eve Answer", "--role", "screening")
    #expect(try homeward("tray").output.contains("Early Answer"))
    #expect(try homeward("tray", "--format", "json").output.contains("\"screening\""))
    #expect(try homeward("tray", "--format", "tsv").output.contains("screening\t"))
    func done(_ arguments: [String]) throws {
      let run = try Program.run(
        Program.homeward,
        arguments + [
          "--as", "eve", "--desk", folder.file("try.sqlite"), "--now", "2026-10-05 10:00",
        ], environment: ["HOMEWARD_PACKS": folder.path, "HOME": folder.path])
      try #require(run.status == 0, "\(arguments): \(run.errors)")
    }
    try done(["child", "add", "MW-1", "--set", "family-name=Field", "--set", "born=4/5/2012"])
    try done([
      "record", "went-missing", "MW-1", "--at", "09:00", "--set", "from=home", "--set",
      "category=missing",
    ])
    try done(["record", "opened", "MW-1"])
    let refused = try homeward("record", "rhi-held", "MW-1", "--as", "eve")
    #expect(
      refused.errors.contains(
        "Eve Answer, as Early Answer, may not record \"interview held\". Ask Contact Desk record "
          + "keeper, or Talk Time, or Youth Hub."), "\(refused.errors)")
    #expect(refused.errors.contains("Tell: Contact Desk record keeper"))
    #expect(try homeward("child", "show", "MW-1").output.contains("Contact Desk open records"))

    let file = folder.path + "/marshwick.yaml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacingOccurrences(of: "Keep the record until", with: "Keep it until")
      .write(toFile: file, atomically: true, encoding: .utf8)
    let adopt = try homeward("procedure", "adopt", "--procedure", "marshwick")
    #expect(adopt.output.contains("marshwick v1 content "), "\(adopt.output)\(adopt.errors)")
    #expect(adopt.output.contains(", the same version mended: 0 of "), "\(adopt.output)")
  }

  @Test("check shows what is worth a look and still says that nothing is wrong")
  func warns() throws {
    let folder = try Folder()
    let file = folder.path + "/marshwick.yaml"
    let text = try String(contentsOfFile: guides + "marshwick.yaml", encoding: .utf8)
      .replacingOccurrences(
        of: "    definitions:\n",
        with: "    definitions:\n      young: {not: {age: {at-least: 12}}}\n")
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    let check = try run(folder, ["check", file])
    #expect(
      check.status == 0 && check.output.contains("warning: 'young' is defined"), "\(check.output)")
    #expect(check.output.hasSuffix("nothing is wrong; what is said above is worth a look.\n"))
  }
}
