import Foundation
import Store
import StorePractice
import Synchronization
import TestSupport

/// B1 and B4: backups made while others save, and backups that are not what was written.
enum Backups {
  static let underLoad = Fault(
    id: "B1", title: "backup while 4 processes save; restored, none short", unit: "backups",
    change: 10, release: 500, piece: 10, run: { try make($0, copies: false) },
    controls: [
      Control(title: "the file copied instead") {
        try make(Piece(first: 0, count: 10), copies: true)
      }
    ])

  static let damaged = Fault(
    id: "B4", title: "damaged or shortened backups, refused by restore", unit: "backups",
    change: 100, release: 2_000, piece: 100, run: { try spoil($0, asked: restores) },
    controls: [
      Control(title: "verify without the seal") {
        try spoil(Piece(first: 0, count: 30)) { path, _ in try Tampering.verified(path) == false }
      }
    ])

  private static func make(_ piece: Piece, copies: Bool) throws -> Outcome {
    try Scratch.with { place in
      try place.fill(try Points.files(for: .note))
      let heard = Mutex(Claims())
      let crew = try (0..<4).map { index in
        try Child(arguments: ["hammer", place.desk, "b\(piece.first)-\(index)", "1000000"])
      }
      nonisolated(unsafe) let all = crew
      let ended = DispatchGroup()
      for index in crew.indices {
        DispatchQueue(label: "crew \(index)").async(group: ended) {
          while let line = all[index].line() { heard.withLock { $0.hear(line) } }
        }
      }
      var outcome = Outcome()
      defer {
        for child in crew { child.kill() }
        ended.wait()
        for child in crew { _ = child.wait() }
      }
      let desk = try DeskFile.open(at: place.desk)
      for number in piece.numbers {
        // Some work lies between two backups.
        let before = heard.withLock { $0.saved.count }
        while heard.withLock({ $0.saved.count }) < before + 8 { sched_yield() }
        let claims = heard.withLock { $0 }
        let backup = place.beside("backup-\(number)")
        let restored = Place(outer: place.beside("restored-\(number)"))
        try FileManager.default.createDirectory(
          atPath: restored.folder, withIntermediateDirectories: true)
        if copies {
          try copy(place.desk, to: restored.desk) {
            // On an idle machine a copy is quicker than a command: as on a slow disk, work goes on
            // meanwhile.
            let before = heard.withLock { $0.saved.count }
            while heard.withLock({ $0.saved.count }) < before + 40 { sched_yield() }
          }
        } else {
          _ = try desk.backUp(to: backup, now: Practice.now, procedures: Practice.procedures)
          _ = try restore(backup, to: restored.desk)
        }
        outcome.trials += 1
        outcome.count("commands saved before", claims.saved.count)
        for broken in claims.broken(at: restored) { outcome.fail("backup \(number): \(broken)") }
        try? FileManager.default.removeItem(atPath: backup)
        try? FileManager.default.removeItem(atPath: place.beside("restored-\(number)"))
      }
      desk.close()
      return outcome
    }
  }

  /// Copies a file in two parts, with something between them.
  private static func copy(_ file: String, to target: String, between: () -> Void) throws {
    let source = try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
    defer { try? source.close() }
    let half = Int(try source.seekToEnd() / 2)
    try source.seek(toOffset: 0)
    var bytes = try source.read(upToCount: half) ?? Data()
    between()
    bytes += try source.readToEnd() ?? Data()
    try bytes.write(to: URL(fileURLWithPath: target))
  }

  /// Damages a backup and asks whether it is taken for whole.
  private static func spoil(
    _ piece: Piece, asked: (Place, String) throws -> Bool
  ) throws -> Outcome {
    try Scratch.with { place in
      try place.fill(try Points.worked())
      let made = place.beside("made")
      let desk = try DeskFile.open(at: place.desk)
      _ = try desk.backUp(to: made, now: Practice.now, procedures: Practice.procedures)
      desk.close()
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: made)))
      var outcome = Outcome()
      for number in piece.numbers {
        var random = Seeded(UInt64(number))
        var (spoilt, what) = Flips.damage(bytes, number, &random)
        if number % 16 == 15 {
          let length = Int.random(in: 0..<bytes.count, using: &random)
          (spoilt, what) = (Array(bytes.prefix(length)), "cut to \(length) bytes")
        }
        try place.fill(["desk.sqlite": spoilt])
        outcome.trials += 1
        if try asked(place, place.beside("target")) {
          outcome.fail("backup \(number), \(what): taken for whole")
        }
      }
      return outcome
    }
  }

  private static func restores(_ place: Place, _ target: String) throws -> Bool {
    do {
      _ = try restore(place.desk, to: target)
      return true
    } catch is StoreError {
      // What was refused must have left nothing under the name.
      return FileManager.default.fileExists(atPath: target)
    } catch is UnsoundCopy {
      return FileManager.default.fileExists(atPath: target)
    }
  }

  private static func restore(_ backup: String, to target: String) throws -> String? {
    try Restoring(from: backup, to: target, procedures: { _ in Practice.procedures })
      .finish(typed: nil, now: Practice.now)
  }
}
