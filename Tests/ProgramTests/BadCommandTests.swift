import Foundation
import TestSupport
import Testing

/// Commands that cannot be carried out: the sentence and the status of each.
@Suite("Bad commands and bad files")
struct BadCommandTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let person: String
    let status: Int32
    let sentence: String
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ line: String, as person: String = "mira", _ status: Int32, _ sentence: String) {
      arguments = line.split(separator: " ").map(String.init)
      self.person = person
      self.status = status
      self.sentence = sentence
    }
  }

  static let cases = [
    Case("record vanished NB-1002", 64, "There is no event 'vanished'. There are:"),
    Case("record note-added NB-1002 --set colour=red", 65, "has no field 'colour'"),
    Case("record note-added NB-1002", 65, "Note"),
    Case("record note-added", 64, "Say on whom"),
    Case("record note-added NB-9999 --set text=x", 65, "Nothing here is called 'NB-9999'"),
    Case("record returned NB-1002 --at teatime", 64, "--at teatime: not a time"),
    Case("record returned NB-1002 --at 2026-10-25T09:00", 65, "is in the future"),
    Case("record returned NB-1003", 65, "has no missing episode"),
    Case("record returned NB-1002 --at 2026-10-01T09:00", 65, "before the child went missing"),
    Case(
      "record rhi-offered NB-1002 --set answer=accepted", as: "rhys", 1, "The child is not back yet"
    ),
    Case("record rhi-offered NB-1002", as: "rhys", 65, "Answer is needed"),
    Case("record record-closed NB-1002 --set reason=x", as: "rhys", 1, "still away"),
    Case("record risk-assessed NB-1002 --set risk=huge", as: "una", 65, "risk"),
    Case("why NB-1002 tea-party", 65, "There is no such step"),
    Case("record reassigned NB-1002 --set step=tea --set to=tys", 65, "--set step:"),
    Case("record step-done NB-1002 --set step=tea", 65, "--set step:"),
    Case("child show NB-9999", 65, "Nothing here is called"),
    Case("tray attic", 64, "There is no tray 'attic'. There are:"),
    Case("due --within soon", 64, "--within soon"),
    Case("timeline NB-1002 --known-at teatime", 64, "--known-at teatime"),
    Case("staff add x --name X --role wizard", 64, "There is no role 'wizard'. There are:"),
    Case("frobnicate", 64, "frobnicate"),
    Case("tray --colour", 64, "--colour"),
    Case("tray --format xml", 64, "xml"),
    Case("intake RPT-77 --commit", as: "frances", 65, "RPT-77"),
    Case("record note-added NB-1002 --set text=x", as: "nobody", 77, "no 'nobody' on the staff"),
    Case("record note-added NB-1002 --set text=x", as: "mira:director", 77, "not 'director'"),
  ]

  static let desk = Result {
    let desk = try DrillDesk()
    try desk.away("NB-1002")
    return Shared(desk: desk)
  }

  struct Shared: @unchecked Sendable { let desk: DrillDesk }

  @Test("a command that cannot be carried out", arguments: cases)
  func command(_ test: Case) throws {
    let run = try BadCommandTests.desk.get().desk.run(test.arguments, as: test.person)
    #expect(run.status == test.status, "\(run.output)\(run.errors)")
    #expect(run.errors.contains(test.sentence), "\(run.errors)")
    #expect(run.output.isEmpty, "\(run.output)")
    let notes = try BadCommandTests.desk.get().desk.timeline(of: "NB-1002")
    #expect(notes.count == 3)
  }

  @Test("a file that is no desk", arguments: ["text", "empty", "missing", "folder", "other"])
  func noDesk(kind: String) throws {
    let folder = try Folder()
    let path = folder.file("desk.sqlite")
    switch kind {
    case "text": try "Dear desk".write(toFile: path, atomically: true, encoding: .utf8)
    case "empty": try Data().write(to: URL(fileURLWithPath: path))
    case "folder":
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    case "other":
      let bytes = Data("SQLite format 3\0".utf8) + Data(repeating: 7, count: 5000)
      try bytes.write(to: URL(fileURLWithPath: path))
    default: break
    }
    let before = FileManager.default.contents(atPath: path)
    for command in [["tray"], ["verify"], [], ["record", "note-added", "X", "--set", "text=x"]] {
      let run = try Program.run(Program.homeward, command + ["--desk", path])
      #expect(run.status == 78, "\(command): \(run.output)\(run.errors)")
      #expect(run.errors.contains("desk.sqlite") || run.errors.contains("desk"), "\(run.errors)")
      #expect(run.errors.contains("homeward") || run.errors.hasSuffix(".\n"), "\(run.errors)")
    }
    #expect(FileManager.default.contents(atPath: path) == before)
    if kind == "missing" { #expect(!FileManager.default.fileExists(atPath: path)) }
  }

  @Test("a desk is never made over another")
  func madeTwice() throws {
    let desk = try DrillDesk()
    let again = try desk.run(["init", "--authority", "Eastmere", "--drill"])
    #expect(again.status == 1, "\(again.errors)")
    #expect(again.errors.contains("was made before"), "\(again.errors)")
    #expect(try desk.json(["child"]).list("children").count == 60)
    let demo = try desk.run(["demo", "--episodes", "3"])
    #expect(demo.status == 1, "\(demo.errors)")
  }

  @Test("an unknown procedure names those there are")
  func unknownProcedure() throws {
    let folder = try Folder()
    let path = folder.file("new.sqlite")
    let run = try Program.run(
      Program.homeward,
      ["init", "--authority", "X", "--procedure", "atlantis", "--desk", path])
    #expect(run.status == 78, "\(run.errors)")
    #expect(run.errors.contains("atlantis") && run.errors.contains("lambeth-2023"))
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("a pack with an unknown key: file, line and column")
  func packWithUnknownKey() throws {
    let folder = try Folder()
    let path = folder.file("pack.yaml")
    let shipped = try String(
      contentsOfFile: Program.sourceRoot + "/Sources/Procedures/Packs/lambeth-2023.yaml",
      encoding: .utf8)
    try shipped.replacing("authority: Lambeth", with: "authority: Lambeth\ncolour: red")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let line =
      (shipped.split(separator: "\n", omittingEmptySubsequences: false)
        .firstIndex(of: "authority: Lambeth") ?? 0) + 2
    let run = try Program.run(Program.homeward, ["procedure", "check", path])
    #expect(run.status == 1)
    #expect(run.output.contains("\(path):\(line):1:"), "\(run.output)")
    #expect(run.output.contains("colour"))
    let right = try Program.run(
      Program.homeward,
      ["procedure", "check", Program.sourceRoot + "/Sources/Procedures/Packs/lambeth-2023.yaml"])
    #expect(right.status == 0, "\(right.output)")
    let none = try Program.run(Program.homeward, ["procedure", "check", folder.file("none")])
    #expect(none.status == 65 && none.errors.contains("No such file"))
  }
}
