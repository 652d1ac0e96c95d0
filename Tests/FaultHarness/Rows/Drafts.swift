import StorePractice
import TestSupport

/// D8, the store's part: a draft that was said to be kept is there after a kill, and no other's text.
enum Drafts {
  static let typing = Fault(
    id: "D8", title: "killed while two forms are typed into", unit: "kills", change: 30,
    release: 300, piece: 30, run: { try typing($0, losesLog: false) },
    controls: [
      Control(title: "the log thrown away after the kill") {
        try typing(Piece(first: 0, count: 5), losesLog: true)
      }
    ])

  private static func typing(_ piece: Piece, losesLog: Bool) throws -> Outcome {
    try Scratch.with { place in
      try place.fill(try Points.files(for: .note))
      var outcome = Outcome()
      var claims = Claims()
      for number in piece.numbers {
        var random = Seeded(UInt64(number))
        let child = try Child(arguments: ["type", place.desk, "k\(number % 3)"])
        // The number of a draft begins anew with each process.
        claims = Claims()
        for _ in 0..<Int.random(in: 1...60, using: &random) {
          if let line = child.line() { claims.hear(line) }
        }
        child.kill()
        for line in child.lines() { claims.hear(line) }
        _ = child.wait()
        if losesLog { try place.loseLog() }
        outcome.trials += 1
        for broken in claims.broken(at: place, whole: false) {
          outcome.fail("kill \(number): \(broken)")
        }
      }
      return outcome
    }
  }
}
