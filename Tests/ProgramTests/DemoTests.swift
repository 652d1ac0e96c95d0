import Foundation
import TestSupport
import Testing

/// The borough that does not exist.
@Suite("The fictional borough")
struct DemoTests {
  @Test("the same seed gives the same borough, with work in every tray")
  func sameSeed() throws {
    let folder = try Folder()
    var told: [[String]] = []
    for name in ["one", "two"] {
      let path = folder.file(name + ".sqlite")
      func run(_ arguments: [String]) throws -> ProgramRun {
        try Program.run(
          Program.homeward, arguments + ["--desk", path, "--now", DrillDesk.now])
      }
      let made = try run(["demo", "--episodes", "40", "--seed", "11", "--bare"])
      #expect(made.status == 0, "\(made.errors)")
      var all = try ["tray", "child", "staff", "due", "episode"].map {
        try run([$0, "--format", "json"]).output
      }
      let children = try JSONObject(all[1]).list("children").filter {
        $0.number("episodes") ?? 0 > 0
      }
      #expect(children.count >= 30)
      for child in children.prefix(12) {
        let timeline = try run(["timeline", child.text("id") ?? "?", "--format", "json"])
        #expect(timeline.status == 0)
        all.append(timeline.output)
      }
      told.append(all)
      let trays = try JSONObject(all[0]).list("trays")
      for tray in ["front-door", "missing-coordinator", "tys", "rhi", "team-manager"] {
        let count = trays.first { $0.text("tray") == tray }?.number("open") ?? 0
        #expect(count > 0, "nothing in \(tray)")
      }
      let verified = try run(["verify"])
      #expect(verified.status == 0, "\(verified.output)")
    }
    #expect(told.first == told.last)
  }

  @Test(
    "the daily work beside the stories is done, nearly all of it in time, and the same each time")
  func routine() throws {
    let folder = try Folder()
    func overdue(_ name: String, _ options: [String]) throws -> (trays: String, overdue: Int) {
      func run(_ arguments: [String]) throws -> ProgramRun {
        try Program.run(
          Program.homeward,
          arguments + ["--desk", folder.file(name + ".sqlite"), "--now", DrillDesk.now])
      }
      let made = try run(["demo", "--episodes", "6", "--seed", "3"] + options)
      #expect(made.status == 0, "\(made.errors)")
      let trays = try run(["tray", "--format", "json"]).output
      let counts = try JSONObject(trays).list("trays").map { $0.number("overdue") ?? 0 }
      return (trays, counts.reduce(0, +))
    }
    let bare = try overdue("bare", ["--bare"])
    let kept = try overdue("kept", [])
    #expect(bare.overdue > 5)
    #expect(kept.overdue * 4 < bare.overdue)
    #expect(try overdue("again", []).trays == kept.trays)
  }

  /// What falls due, and to whom it has gone by then, depends on the hour at which the borough is made.
  @Test(
    "the borough of the first run is made whole at every hour of the week",
    arguments: [
      "2026-11-22T15:20", "2026-11-23T00:10", "2026-11-25T08:30", "2026-11-28T22:55",
    ])
  func firstRun(now: String) throws {
    let folder = try Folder()
    let made = try Program.run(
      Program.homeward,
      [
        "demo", "--episodes", "25", "--seed", "7", "--desk", folder.file("desk.sqlite"), "--now",
        now,
      ])
    #expect(made.status == 0, "\(made.errors)")
  }

  @Test(
    "what was cut off half way is never opened as a borough, and the next run makes a whole one")
  func halfABorough() throws {
    let folder = try Folder()
    let path = folder.file("desk.sqlite")
    // Makes the borough and then ends as one that was cut off.
    let cutOff = folder.file("cut-off")
    let script = "#!/bin/sh\n\"\(Program.homeward)\" \"$@\"\nexit 1\n"
    try script.write(toFile: cutOff, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: cutOff)
    func drill(_ program: String) throws -> ProgramRun {
      try Program.run(Program.sourceRoot + "/Scripts/run-drill", [program, path])
    }
    let cut = try drill(cutOff)
    #expect(cut.status != 0)
    #expect(!FileManager.default.fileExists(atPath: path))
    let whole = try drill(Program.homeward)
    #expect(whole.status == 0, "\(whole.errors)")
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(left.contains("desk.sqlite"))
    #expect(left.filter { $0.contains("half") } == [])
  }

  @Test("another seed gives another borough")
  func otherSeed() throws {
    let folder = try Folder()
    let told = try ["1", "2"].map { seed in
      let path = folder.file(seed)
      let made = try Program.run(
        Program.homeward,
        [
          "demo", "--episodes", "5", "--bare", "--seed", seed, "--desk", path, "--now",
          DrillDesk.now,
        ])
      #expect(made.status == 0, "\(made.errors)")
      return try Program.run(Program.homeward, ["child", "--desk", path, "--format", "tsv"]).output
    }
    #expect(told[0] != told[1])
  }
}
