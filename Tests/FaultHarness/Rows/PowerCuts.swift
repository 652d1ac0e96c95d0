import Foundation
import Store
import StorePractice
import TestSupport

/// D0, D3 and D4: what was not synced is lost, torn or out of order.
enum PowerCuts {
  static let syncs = Fault(
    id: "D0", title: "every saved command waited for the disk", unit: "commands", change: 100,
    release: 1_000, piece: 100, run: { try syncs($0, nil) },
    controls: [
      Control(title: "synchronous = NORMAL") {
        try syncs(Piece(first: 0, count: 100), .normal)
      }
    ])

  static let cuts = Fault(
    id: "D3", title: "power cut: unsynced writes lost, torn, out of order", unit: "states",
    change: 600, release: 20_000, piece: 200, run: { try cuts($0, nil) },
    controls: [
      Control(title: "synchronous = NORMAL") { try cuts(Piece(first: 0, count: 200), .normal) },
      Control(title: "synchronous = OFF") { try cuts(Piece(first: 0, count: 200), .off) },
    ])

  static let compound = Fault(
    id: "D4", title: "a kill, a disk error or a second cut while recovering from a cut",
    unit: "states", change: 50, release: 2_000, piece: 50, run: { try compound($0, nil) },
    controls: [
      Control(title: "synchronous = NORMAL") {
        try compound(Piece(first: 0, count: 50), .normal)
      }
    ])

  private static func syncs(_ piece: Piece, _ synchronous: Synchronous?) throws -> Outcome {
    try Scratch.with { place in
      let meter = try Meter(place)
      var claims = Claims()
      _ = try shift(piece.first, 2 * piece.count, place, synchronous, meter: meter, &claims)
      var outcome = Outcome(trials: claims.saved.count)
      outcome.count("syncs of the log", meter.logSyncs)
      if meter.logSyncs < claims.saved.count {
        outcome.fail("shift \(piece.first): \(meter.logSyncs) syncs, \(claims.saved.count) saved")
      }
      return outcome
    }
  }

  private static func cuts(_ piece: Piece, _ synchronous: Synchronous?) throws -> Outcome {
    var outcome = Outcome()
    try states(piece, synchronous) { place, claims, number in
      outcome.trials += 1
      for broken in claims.broken(at: place) { outcome.fail("state \(number): \(broken)") }
    }
    return outcome
  }

  /// Builds a state that a power cut may leave for each number of a piece.
  ///
  /// A hundred states each are cut out of one shift; half of the shifts begin with an empty folder.
  private static func states(
    _ piece: Piece, _ synchronous: Synchronous?, _ visit: (Place, Claims, Int) throws -> Void
  ) throws {
    for first in stride(from: piece.first, to: piece.first + piece.count, by: 100) {
      var random = Seeded(UInt64(first) &+ 1_000_003)
      let count = min(100, piece.first + piece.count - first)
      let (files, trace) = try Scratch.with { place in
        let files = (first / 100).isMultiple(of: 2) ? [:] : try Points.files(for: .note)
        try place.fill(files)
        var claims = Claims()
        let trace = try shift(first, 40, place, synchronous, meter: nil, &claims)
        return (files, trace)
      }
      let moments = (0..<count).map { _ in Int.random(in: 0..<trace.steps.count, using: &random) }
      var disk = Disk(files, random: random)
      var claims = Claims()
      var number = first
      try Scratch.with { place in
        for (index, step) in trace.steps.enumerated() {
          disk.follow(step)
          if case .said(let line) = step { claims.hear(line) }
          for _ in 0..<moments.count(where: { $0 == index }) {
            let survival = Disk.Survival.allCases[number % Disk.Survival.allCases.count]
            try place.fill(disk.afterCut(survival))
            try visit(place, claims, number)
            number += 1
          }
        }
      }
    }
  }

  private static func compound(_ piece: Piece, _ synchronous: Synchronous?) throws -> Outcome {
    var outcome = Outcome()
    try states(piece, synchronous) { place, claims, number in
      var random = Seeded(UInt64(number) &+ 77)
      var claims = claims
      let files = try place.files()
      var shim = Shim(
        action: ["kill", "half", "eio"].randomElement(using: &random),
        at: Int.random(in: 1...24, using: &random))
      shim.traces = true
      let child = try Child(
        arguments: ["do", place.desk, "report", "after-\(number)"],
        environment: shim.environment(for: place))
      for line in child.lines() where line.hasPrefix("saved") {
        claims.hear("saved " + Deed.report.command("after-\(number)"))
      }
      if child.wait() != 0 { outcome.count("recoveries that were stopped") }
      var disk = Disk(files, random: random)
      for step in try Trace(path: place.trace).steps { disk.follow(step) }
      try place.fill(disk.afterCut(Disk.Survival.allCases[number / 4 % 4]))
      outcome.trials += 1
      for broken in claims.broken(at: place) { outcome.fail("state \(number): \(broken)") }
    }
    return outcome
  }

  private static func shift(
    _ seed: Int, _ steps: Int, _ place: Place, _ synchronous: Synchronous?, meter: Meter?,
    _ claims: inout Claims
  ) throws -> Trace {
    var shim = Shim(traces: true, meter: meter?.path)
    if let synchronous { shim.others["HOMEWARD_TRIAL_SYNCHRONOUS"] = synchronous.rawValue }
    let child = try Child(
      arguments: ["shift", place.desk, "\(seed)", "\(steps)"],
      environment: shim.environment(for: place))
    for line in child.lines() {
      claims.hear(line)
      if line.hasPrefix("failed") { throw Trouble("shift \(seed): \(line)") }
    }
    guard child.wait() == 0 else { throw Trouble("shift \(seed) did not end well") }
    return try Trace(path: place.trace)
  }
}
