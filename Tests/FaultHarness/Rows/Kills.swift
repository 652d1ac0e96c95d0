import Store
import StorePractice
import TestSupport

/// D1, D2 and D10: processes that are killed, at random moments and at every call that changes a file.
enum Kills {
  static let atRandom = Fault(
    id: "D1", title: "killed at a random moment of work", unit: "kills", change: 200,
    release: 3_000, piece: 50, run: { try random($0, losesLog: false) },
    controls: [
      Control(title: "the log thrown away after the kill") {
        try random(Piece(first: 0, count: 10), losesLog: true)
      }
    ])

  /// A kill before each call, then a kill in the middle of each write.
  static let everywhere = Fault(
    id: "D2",
    title: "killed at every write, sync, cut, removal of each of \(Deed.allCases.count) deeds",
    unit: "points", change: 900, release: Points.all, piece: 300,
    run: { piece in try each(piece, losesLog: false) },
    controls: [
      Control(title: "the log thrown away after the kill") {
        try each(Piece(first: 0, count: 300), losesLog: true)
      }
    ])

  private static func random(_ piece: Piece, losesLog: Bool) throws -> Outcome {
    try Scratch.with { place in
      var outcome = Outcome()
      var (claims, all) = (Claims(), Claims())
      for number in piece.numbers {
        var random = Seeded(UInt64(number))
        let child = try Child(arguments: ["work", place.desk, "k\(number)", "1000"])
        let wanted = Int.random(in: 0...9, using: &random)
        var lines = (0..<wanted).compactMap { _ in child.line() }
        pass(microseconds: Int.random(in: 0...(wanted == 0 ? 60_000 : 4_000), using: &random))
        child.kill()
        lines += child.lines()
        _ = child.wait()
        for line in lines {
          claims.hear("saved \(line)")
          all.hear("saved \(line)")
        }
        outcome.trials += 1
        if losesLog { try place.loseLog() }
        // Every second time the next process is the one that finds what the dead one left.
        if number.isMultiple(of: 2) && number != piece.numbers.last { continue }
        let isLast = number == piece.numbers.last
        for broken in (isLast ? all : claims).broken(at: place, whole: isLast) {
          outcome.fail("kill \(number): \(broken)")
        }
        claims = Claims()
        if isLast { outcome.count("commands saved", all.saved.count) }
        if !outcome.failures.isEmpty { break }
      }
      return outcome
    }
  }

  private static func each(_ piece: Piece, losesLog: Bool) throws -> Outcome {
    try Points.each(piece, actions: ["kill", "half"]) { deed, shim, place, name in
      let child = try Child(
        arguments: ["do", place.desk, deed.rawValue, name],
        environment: shim.environment(for: place))
      let lines = child.lines()
      guard child.wait() != 0 else { return nil }
      var outcome = Outcome(trials: 1)
      if losesLog { try place.loseLog() }
      for broken in Claims().broken(
        at: place,
        look: { desk in
          let wasSaved = lines.contains("saved \(name)")
          if wasSaved { outcome.count("killed after it was saved") }
          if losesLog && deed != .make, try desk.lines(of: "begin-back") == nil { return ["lost"] }
          var found = try wasSaved && !deed.isDone(on: desk, id: name) ? ["lost"] : []
          if let half = try deed.half(on: desk, id: name) {
            found.append(half)
          }
          // An older file is one as long as it is not brought up to date whole.
          if deed == .migrate { try deed.perform(on: desk, id: name) }
          if deed.isCommand { found += Points.again(deed, name, desk) }
          return found
        })
      {
        outcome.fail("\(deed) \(shim.action ?? "") at call \(shim.at): \(broken)")
      }
      return outcome
    }
  }

  /// Lets time pass by the clock, so that a kill meets any moment.
  private static func pass(microseconds: Int) {
    let end = ContinuousClock.now + .microseconds(microseconds)
    while ContinuousClock.now < end {}
  }
}
