import Foundation

/// The counts of a release: in pieces, each kept in a file once it is done, so that a soak that was
/// stopped goes on where it was.
struct Soak {
  /// One piece, or a control, that is done.
  private struct Done: Codable {
    let row: String
    let first: Int
    let control: Bool
    let seconds: Double
    let outcome: Outcome
  }

  private let file: String

  init(file: String) { self.file = file }

  /// Runs pieces of all rows in turn until all are done or the time is up, and prints the table.
  ///
  /// - Returns: whether nothing failed that must not and no control passed; pieces that are still to
  ///   be done are no failure, and the table says how many.
  func run(_ rows: [Fault], minutes: Double) throws -> Bool {
    let end = Date(timeIntervalSinceNow: minutes * 60)
    var done = try read()
    func has(_ row: Fault, _ first: Int, _ control: Bool) -> Bool {
      done.contains { $0.row == row.id && $0.first == first && $0.control == control }
    }
    func keep(_ row: Fault, _ first: Int, _ control: Bool, _ work: () throws -> Outcome) throws {
      let began = Date()
      let outcome = try work()
      let one = Done(
        row: row.id, first: first, control: control, seconds: -began.timeIntervalSinceNow,
        outcome: outcome)
      done.append(one)
      try append(one)
    }
    var isLeft = true
    while isLeft && Date() < end {
      isLeft = false
      for row in rows where Date() < end {
        let firsts = stride(from: 0, to: row.release, by: row.piece)
        if let first = firsts.first(where: { !has(row, $0, false) }) {
          isLeft = true
          try keep(row, first, false) {
            try Piecework.run(row, Piece(first: first, count: min(row.piece, row.release - first)))
          }
        } else if let index = row.controls.indices.first(where: { !has(row, $0, true) }) {
          isLeft = true
          try keep(row, index, true) { try Piecework.control(row, index) }
        }
      }
    }
    return report(rows, done, isLeft: isLeft)
  }

  private func report(_ rows: [Fault], _ done: [Done], isLeft: Bool) -> Bool {
    Table.head()
    var isGood = true
    for row in rows {
      let pieces = done.filter { $0.row == row.id && !$0.control }
      var outcome = Outcome()
      for piece in pieces { outcome.add(piece.outcome) }
      Table.line(
        row, outcome, goal: row.release, seconds: pieces.map(\.seconds).reduce(0, +))
      let all = (row.release + row.piece - 1) / row.piece
      if pieces.count < all { print("      \(pieces.count) of \(all) pieces are done") }
      Table.failures(row, outcome, most: 20)
      if !outcome.failures.isEmpty { isGood = false }
      for one in done where one.row == row.id && one.control {
        if !Table.control(row.controls[one.first], one.outcome) { isGood = false }
      }
    }
    print(isLeft ? "The time is up: run it again to go on." : "Everything is done.")
    return isGood
  }

  private func read() throws -> [Done] {
    guard let data = FileManager.default.contents(atPath: file) else { return [] }
    let decoder = JSONDecoder()
    // A line that was cut short by a kill is a piece that was not done.
    return data.split(separator: 0x0A).compactMap { try? decoder.decode(Done.self, from: $0) }
  }

  private func append(_ one: Done) throws {
    var data = try JSONEncoder().encode(one)
    data.append(0x0A)
    if !FileManager.default.fileExists(atPath: file) {
      _ = FileManager.default.createFile(atPath: file, contents: nil)
    }
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
    try handle.seekToEnd()
    try handle.write(contentsOf: data)
    try handle.close()
  }
}
