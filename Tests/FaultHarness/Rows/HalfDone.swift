import Foundation
import Store
import StorePractice
import TestSupport

/// B2 and B3: backups and restores that end before they are done.
enum HalfDone {
  static let backup = Fault(
    id: "B2", title: "backup killed, out of room, failing or cut off at every call",
    unit: "points", change: all / 10, release: all, piece: all / 5,
    run: { try backups($0, "backup") },
    controls: [
      Control(title: "the earlier backup written over") {
        try backups(Piece(first: 0, count: all), "overwrite")
      }
    ])

  static let restore = Fault(
    id: "B3", title: "restore over newer work killed, failing or cut off at every call",
    unit: "points", change: all / 10, release: all, piece: all / 5,
    run: { try restores($0, "restore") },
    controls: [
      Control(title: "the desk written over") {
        try restores(Piece(first: 0, count: all), "overwrite")
      }
    ])

  /// What is done to a call; `cut` is a power cut after it, with what was not synced lost.
  private static let actions = ["kill", "half", "enospc", "eio", "cut"]
  /// The most calls that either makes.
  private static let most = 150
  /// The numbers of all trials; those past the last call are none.
  static let all = actions.count * most

  /// A trial's call and what is done to it; neighbours in number are far apart.
  private static func point(_ number: Int) -> (at: Int, action: String) {
    let mixed = number * 7_919 % all
    return (mixed / actions.count + 1, actions[mixed % actions.count])
  }

  // MARK: - Backups

  private static func backups(_ piece: Piece, _ how: String) throws -> Outcome {
    try Scratch.with { place in
      let (files, old, new) = try begun(place)
      var outcome = Outcome()
      for number in piece.numbers {
        let (at, action) = point(number)
        try place.fill(files)
        let target = place.folder + "/desk.backup"
        let words =
          how == "backup"
          ? ["backup", place.desk, target] : ["overwrite", place.beside("new"), target]
        guard let end = try disturbed(words, place, files, at, action) else { continue }
        outcome.trials += 1
        outcome.count(end.isDone ? "done" : "stopped")
        func fail(_ sentence: String) { outcome.fail("\(action) at call \(at): \(sentence)") }
        do {
          let seal = try BackupSeal.check(target)
          if end.isDone && seal.checkpoint.head != new {
            fail("said done, and the backup is the earlier one")
          } else if ![old, new].contains(seal.checkpoint.head) {
            fail("the backup ends at line \(seal.checkpoint.head.sequence)")
          }
        } catch let error as StoreError {
          fail("the backup is neither the earlier nor the new one: \(error.code.rawValue)")
        }
        if end.isFailed && end.isDone { fail("said failed and done") }
        // The next one finds the desk as it was, and leaves nothing of the one before.
        let desk = try DeskFile.open(at: place.desk)
        if try desk.head() != new { fail("the desk ends elsewhere") }
        desk.close()
        if how == "backup" {
          _ = try Child(arguments: words).finished()
          let left = try FileManager.default.contentsOfDirectory(atPath: place.folder)
            .filter { $0.contains("-work-") || $0.contains(".partial-") }
          if !left.isEmpty { fail("left \(left)") }
        }
      }
      return outcome
    }
  }

  /// A desk with work that its backup has not: its files, the backup's head and the desk's own.
  private static func begun(
    _ place: Place
  ) throws -> (files: [String: [UInt8]], old: JournalHead, new: JournalHead) {
    try place.fill(try Points.worked())
    let desk = try DeskFile.open(at: place.desk)
    let backup = place.folder + "/desk.backup"
    let (seal, _) = try desk.backUp(
      to: backup, now: Practice.now, procedures: Practice.procedures)
    for number in 1...20 { try Deed.note("C1", "later-\(number)", on: desk) }
    let new = try desk.head()
    try desk.checkpoint()
    _ = try desk.backUp(
      to: place.beside("new"), now: Practice.now, procedures: Practice.procedures)
    desk.close()
    let files = try place.files()
    try Data(files["desk.backup"] ?? []).write(to: URL(fileURLWithPath: place.beside("given")))
    return (files, seal.checkpoint.head, new)
  }

  // MARK: - Restores

  private static func restores(_ piece: Piece, _ how: String) throws -> Outcome {
    try Scratch.with { place in
      var (files, old, new) = try begun(place)
      files["desk.backup"] = nil
      var outcome = Outcome()
      for number in piece.numbers {
        let (at, action) = point(number)
        try place.fill(files)
        let words =
          how == "restore"
          ? ["restore", place.beside("given"), place.desk, "replace \(new.sequence)"]
          : ["overwrite", place.beside("given"), place.desk]
        guard let end = try disturbed(words, place, files, at, action) else { continue }
        outcome.trials += 1
        outcome.count(end.isDone ? "done" : "stopped")
        func fail(_ sentence: String) { outcome.fail("\(action) at call \(at): \(sentence)") }
        // Whoever comes next tidies up first.
        DeskFile.removeAbandonedWork(beside: place.desk)
        let now = head(place.desk, fail)
        if let now, ![old, new].contains(now) { fail("the desk ends at line \(now.sequence)") }
        if end.isDone && now != old { fail("said done, and the desk is not the backup's") }
        let there = try FileManager.default.contentsOfDirectory(atPath: place.folder)
        let aside = there.filter {
          $0.contains(".before-") && !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm")
        }
        let kept = aside.compactMap { head(place.folder + "/" + $0, fail) }
        if now != new && !kept.contains(new) { fail("the newer work is nowhere") }
        // It can be done again.
        if how == "restore", now == new {
          let again = try Child(arguments: words).finished()
          if head(place.desk, fail) != old { fail("done again: \(again)") }
        }
      }
      return outcome
    }
  }

  /// The head of a desk that is sound, or nothing.
  private static func head(_ path: String, _ fail: (String) -> Void) -> JournalHead? {
    do {
      let desk = try DeskFile.open(at: path)
      defer { desk.close() }
      let report = try desk.verify(procedures: Practice.procedures)
      for finding in report.findings.prefix(1) { fail(finding.sentence) }
      return report.head
    } catch {
      fail("\((error as? StoreError)?.code.rawValue ?? "\(error)")")
      return nil
    }
  }

  // MARK: - Both

  private struct End {
    /// Whether it was said to be done.
    let isDone: Bool
    /// Whether it was said to have failed.
    let isFailed: Bool
  }

  /// Runs a process to whose nth call something is done; nothing where it makes no such call.
  private static func disturbed(
    _ words: [String], _ place: Place, _ files: [String: [UInt8]], _ at: Int, _ action: String
  ) throws -> End? {
    let meter = try Meter(place)
    var shim = Shim(action: action == "cut" ? "kill" : action, at: at)
    shim.traces = true
    shim.meter = meter.path
    let child = try Child(arguments: words, environment: shim.environment(for: place))
    let lines = child.lines()
    let status = child.wait()
    guard meter.calls >= at else { return nil }
    guard meter.calls < most else { throw Trouble("\(words[0]) makes \(meter.calls) calls") }
    if action == "cut" {
      var disk = Disk(files, random: Seeded(UInt64(at)))
      for step in try Trace(path: place.trace).steps { disk.follow(step) }
      try place.fill(disk.afterCut(Disk.Survival.allCases[at % Disk.Survival.allCases.count]))
    }
    return End(
      isDone: lines.contains { $0.hasPrefix("done") },
      isFailed: status == 1 || lines.contains { $0.hasPrefix("failed") })
  }
}

extension Child {
  /// Waits for its end, and gives what it said.
  fileprivate func finished() -> [String] {
    let lines = lines()
    _ = wait()
    return lines
  }
}
