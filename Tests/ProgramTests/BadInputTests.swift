import Foundation
import TestSupport
import Testing

/// Reports that no desk should ever get, and does: a sentence, the right status, nothing lost.
@Suite("Bad reports")
struct BadReportTests {
  @Test("a report that was cut in the middle is kept, asked about, and committed once filled in")
  func cut() throws {
    let desk = try DrillDesk()
    let whole = try String(contentsOfFile: DrillDesk.report, encoding: .utf8)
    let path = desk.folder.file("cut.txt")
    let lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
    try (lines.prefix(17).joined(separator: "\n") + "\nMISSI")
      .write(toFile: path, atomically: true, encoding: .utf8)

    let read = try desk.run(["intake", path], as: "frances")
    #expect(read.status == 0)
    #expect(read.output.contains("kept as it came"))
    #expect(read.output.contains("To be asked:"), "\(read.output)")
    #expect(read.output.contains("last-seen") && read.output.contains("reported-at"))

    let refused = try desk.run(["intake", "R-2026-0001", "--commit"], as: "frances")
    #expect(refused.status == 65)
    for field in ["last-seen", "reported-at"] {
      #expect(refused.errors.contains("\(field):"), "\(field): \(refused.errors)")
    }
    #expect(refused.errors.contains("kept but not committed"))
    #expect(try desk.json(["tray", "front-door"]).list("reports").count == 1)

    try desk.done(
      [
        "intake", "R-2026-0001", "--commit", "--set", "from=care", "--set",
        "last-seen=2026-10-19 21:15", "--set", "reported-at=2026-10-19 22:05",
      ], as: "frances")
    #expect(try desk.json(["tray", "front-door"]).list("reports").isEmpty)
    #expect(try desk.timeline(of: "NB-1001").contains { $0.text("event") == "opened" })
  }

  @Test("what is no report is refused with a sentence", arguments: Wrong.allCases)
  func wrong(kind: Wrong) throws {
    let desk = try DrillDesk()
    let path = try kind.make(in: desk.folder)
    let run = try desk.run(["intake", path], as: "frances")
    #expect(run.status == kind.status, "\(run.output)\(run.errors)")
    #expect(run.errors.contains(kind.sentence), "\(run.errors)")
    #expect(!run.errors.contains("Error:") && !run.errors.contains("Fatal"), "\(run.errors)")
    #expect(try desk.json(["intake"]).list("reports").isEmpty)
    #expect(try desk.run(["verify"]).status == 0)
  }

  enum Wrong: CaseIterable {
    case noise
    case empty
    case folder
    case missing
    case huge

    var status: Int32 { 65 }

    var sentence: String {
      switch self {
      case .noise: "Nothing was recorded"
      case .empty: "There is nothing in it"
      case .folder: "is a folder. Name the files in it."
      case .missing: "No such file"
      case .huge: "is larger than 8 MB"
      }
    }

    func make(in folder: Folder) throws -> String {
      let path = folder.file("report")
      switch self {
      case .noise:
        var random = Seeded(5)
        let bytes = (0..<50_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
      case .empty: try Data().write(to: URL(fileURLWithPath: path))
      case .folder:
        try FileManager.default.createDirectory(
          atPath: path, withIntermediateDirectories: false)
      case .missing: break
      case .huge:
        try Data(repeating: 0x61, count: 9_000_000).write(to: URL(fileURLWithPath: path))
      }
      return path
    }
  }

  @Test("a text of 5 MB is taken in or refused within seconds, in a sentence")
  func long() throws {
    let desk = try DrillDesk()
    let path = desk.folder.file("long.txt")
    let line = "Mother rang again and said that nobody has seen him since.\n"
    try String(repeating: line, count: 5_000_000 / line.utf8.count)
      .write(toFile: path, atomically: true, encoding: .utf8)
    let started = Date()
    let run = try desk.run(["intake", path], as: "frances")
    #expect(Date().timeIntervalSince(started) < 20)
    #expect(run.status == 65, "\(run.status) \(run.output.prefix(400)) \(run.errors.prefix(400))")
    #expect(run.errors.contains("MB"), "\(run.errors)")
    #expect(try desk.json(["intake"]).list("reports").isEmpty)
  }

  @Test("a report comes in through standard input; the same text a second time adds nothing")
  func standardInput() throws {
    let desk = try DrillDesk()
    let text = try String(contentsOfFile: DrillDesk.report, encoding: .utf8)
    for sentence in ["kept as it came", "this very text was kept before"] {
      let run = try desk.run(["intake", "-"], as: "frances", input: text)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains(sentence), "\(run.output)")
    }
    #expect(try desk.json(["intake"]).list("reports").count == 1)
  }

  @Test("the same wrong inputs on the screen leave the form as it was")
  func onScreen() throws {
    let desk = try DrillDesk()
    let screen = try DeskTerminal(desk, as: "frances")
    try screen.see("Nothing waits")
    try screen.press("n")
    try screen.see("New report")
    try screen.press("C-s")
    try screen.see("Name a file, or paste the text below")
    for (path, sentence) in [
      ("/nowhere/report.txt", "No such file"), (desk.folder.path, "is a folder"),
    ] {
      try screen.type(path)
      try screen.press("C-s")
      try screen.see(sentence, "New report")
      try screen.press("C-u")
      try screen.seeNoMore(sentence)
    }
  }
}
