import Store
import StorePractice
import TestSupport

/// D5, D6 and D7: disks that are full or fail, and too little of what a process needs.
enum DiskErrors {
  static let full = Fault(
    id: "D5", title: "disk full at every write, once and for good", unit: "points",
    change: 600, release: Points.all, piece: 300,
    run: { try truth($0, ["enospc", "enospc+"], .asSaid) },
    controls: [
      Control(title: "errors that nobody hears") {
        try truth(Piece(first: 0, count: 300), ["enospc"], .unheard)
      }
    ])

  static let failing = Fault(
    id: "D6", title: "disk error at every write and sync, once and for good", unit: "points",
    change: 600, release: Points.all, piece: 300,
    run: { try truth($0, ["eio", "eio+"], .asSaid) },
    controls: [
      Control(title: "the first error believed, and no further look") {
        try truth(Piece(first: 0, count: 1_800), ["eio"], .believed)
      }
    ])

  /// Linux drops what a sync failed on: a later sync that succeeds says nothing of it.
  static let failingThenCut = Fault(
    id: "D6b", title: "a disk error, then a power cut", unit: "points", change: 600,
    release: Points.all, piece: 300,
    run: { try truth($0, ["eio", "eio+"], .asSaid, thenCut: true) },
    controls: [
      Control(title: "synchronous = OFF") {
        try truth(Piece(first: 0, count: 300), ["eio"], .asSaid, thenCut: true, .off)
      }
    ])

  static let short = Fault(
    id: "D7", title: "too few open files, too little memory", unit: "steps", change: 20,
    release: 200, piece: 20, run: limits, controls: [])

  /// Whose word is held against the file.
  private enum Word {
    /// The program's.
    case asSaid
    /// That of a program which says "not saved" at the first error and ends.
    case believed
    /// That of a program which says "saved" whatever happens.
    case unheard
  }

  private static func truth(
    _ piece: Piece, _ actions: [String], _ word: Word, thenCut: Bool = false,
    _ synchronous: Synchronous? = nil
  ) throws -> Outcome {
    try Points.each(piece, actions: actions) { deed, shim, place, name in
      guard deed.isCommand else { return nil }
      var shim = shim
      shim.thenKill = word == .believed
      if let synchronous { shim.others["HOMEWARD_TRIAL_SYNCHRONOUS"] = synchronous.rawValue }
      let child = try Child(
        arguments: ["do", place.desk, deed.rawValue, name],
        environment: shim.environment(for: place))
      let lines = child.lines()
      let status = child.wait()
      let saved = lines.contains("saved \(name)") || word == .unheard
      let failed = lines.last { $0.hasPrefix("failed ") }.map { String($0.dropFirst(7)) }
      var outcome = Outcome(trials: 1)
      let what = "\(deed) \(shim.action ?? "")\(shim.stays ? "+" : "") at call \(shim.at)"
      if word == .asSaid && (status < 0 || status > 1) {
        outcome.fail("\(what): ended by \(status)")
      }
      outcome.count(saved ? "saved" : failed ?? "no word")
      if let failed, !Self.words.contains(failed) { outcome.fail("\(what): said '\(failed)'") }
      if thenCut {
        var disk = Disk(try Points.files(for: deed), random: Seeded(UInt64(shim.at)))
        for step in try Trace(path: place.trace).steps { disk.follow(step) }
        try place.fill(disk.afterCut(.nothing))
      }
      let isTold = failed != nil && failed != "uncertain" || (word == .believed && !saved)
      for broken in Claims().broken(
        at: place,
        look: { desk in
          let isThere = try deed.isDone(on: desk, id: name)
          if saved && !isThere { return ["said saved, and is not there"] }
          // The note of `close` may be saved before its closing fails.
          if isTold && isThere && deed != .close {
            return ["said \(failed ?? "not saved"), and is there"]
          }
          return word == .asSaid ? Points.again(deed, name, desk) : []
        })
      {
        outcome.fail("\(what): \(broken)")
      }
      return outcome
    }
  }

  /// The words by which a disk that is full or fails may be named.
  private static let words: Set = ["disk-full", "disk-failed", "uncertain", "folder-read-only"]

  private static func limits(_ piece: Piece) throws -> Outcome {
    var outcome = Outcome()
    try Scratch.with { place in
      for number in piece.numbers {
        try place.fill(try Points.files(for: .note))
        var shim = Shim()
        if number.isMultiple(of: 2) {
          shim.others["HOMEWARD_TRIAL_FILES"] = "\(3 + number / 2 % 12)"
        } else {
          shim.others["HOMEWARD_TRIAL_MEMORY"] = "\(number << 16)"
        }
        let child = try Child(
          arguments: ["do", place.desk, "register", "n"], environment: shim.environment(for: place),
          isQuiet: true)
        // The system's own library waits for memory for ever: somebody ends the process then.
        if !child.hasLine(within: 2_000) { child.kill() }
        let lines = child.lines()
        let status = child.wait()
        outcome.trials += 1
        outcome.count(status < 0 ? "died" : status == 0 ? "saved" : "refused")
        for broken in Claims().broken(
          at: place,
          look: { desk in
            let isThere = try Deed.register.isDone(on: desk, id: "n")
            if lines.contains("saved n") && !isThere { return ["said saved, and is not there"] }
            if lines.contains(where: { $0.hasPrefix("failed") && !$0.contains("uncertain") }),
              isThere
            {
              return ["said \(lines), and is there"]
            }
            return Points.again(.register, "n", desk)
          })
        {
          outcome.fail("limit \(number): \(broken)")
        }
      }
    }
    return outcome
  }
}
