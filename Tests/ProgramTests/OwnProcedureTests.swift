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
}
