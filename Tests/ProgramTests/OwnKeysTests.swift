import Foundation
import TestSupport
import Testing

/// A person's own keys, from the file to the screen.
@Suite("Own keys")
struct OwnKeysTests {
  private func run(_ arguments: [String], keys: String?) throws -> (ProgramRun, String) {
    let folder = try Folder()
    let path = folder.file("homeward/keys")
    if let keys {
      try FileManager.default.createDirectory(
        atPath: folder.file("homeward"), withIntermediateDirectories: true)
      try keys.write(toFile: path, atomically: true, encoding: .utf8)
    }
    let run = try Program.run(
      Program.homeward, arguments, environment: ["XDG_CONFIG_HOME": folder.path])
    return (run, path)
  }

  @Test("the list says which keys hold, and where each comes from")
  func list() throws {
    let (run, path) = try run(
      ["keys", "--format", "json"], keys: "# mine\nwhy = Alt-w\nrisk = a\n")
    let rows = try JSONObject(run.output).list("keys")
    let why = try #require(rows.first { $0.text("command") == "why" })
    #expect(why.text("keys") == "Alt-w" && why.text("from") == "\(path):2")
    let risk = try #require(rows.first { $0.text("command") == "risk" })
    #expect(risk.text("keys") == "r" && risk.text("from") == "homeward")
    #expect(
      run.errors.contains("\(path):3: 'a' is the key of 'acknowledge' already in the trays"),
      "\(run.errors)")
  }

  @Test("the check names file, line and way forward, and its status says whether anything is wrong")
  func check() throws {
    let (good, path) = try run(["keys", "check"], keys: "theme = Alt-t")
    #expect(good.status == 0)
    #expect(good.output.contains("keys: nothing is wrong; 1 command has keys from it."))
    let (bad, _) = try run(["keys", "check"], keys: "\ntheme = Alt-t\nnosuch = q\n")
    #expect(bad.status == 1 && bad.output.contains("keys:3: There is no command 'nosuch'"))
    #expect(bad.errors.contains("1 to put right"))
    let (named, _) = try run(["keys", "check", path + ".other"], keys: nil)
    #expect(named.status == 65 && named.errors.contains("is not there"))
  }

  @Test("the desk opens with what holds, and says on the screen what does not")
  func onTheScreen() throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      atPath: folder.file("homeward"), withIntermediateDirectories: true)
    try "nosuch = q\ncharts = F6\n".write(
      toFile: folder.file("homeward/keys"), atomically: true, encoding: .utf8)
    let desk = try DrillDesk()
    let terminal = try DeskTerminal(
      desk, as: "mira", environment: "XDG_CONFIG_HOME=\(folder.path)")
    try terminal.see(
      "homeward/keys:1: There is no command 'nosuch'", "homeward's own keys stand there")
    try terminal.press("F6")
    try terminal.see("Charts")
    withExtendedLifetime((desk, folder)) {}
  }
}
