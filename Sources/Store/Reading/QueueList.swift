import GRDB
import Workflow

/// The rows of a tray as they stand below one another: the runs of the queue, and below the line of one
/// child its other rows where they are unfolded.
struct QueueList {
  let queue: Queue
  let memory: CountMemory
  let db: Database
  /// How many rows there are.
  let total: Int
  private let counts: [Int]
  /// The rows that were unfolded, in order.
  private let inserted: [String]
  /// Before which of the queue's own rows they stand.
  private let cut: Int

  init(queue: Queue, memory: CountMemory, db: Database) throws {
    self.queue = queue
    self.memory = memory
    self.db = db
    // What is unfolded adds rows and moves none of the others.
    var plain = queue.query
    plain.unfolded = nil
    counts = try queue.runs.enumerated().map { number, run in
      try memory.rows(of: plain, run: number, now: queue.now, db) { try queue.count(run, db) }
    }
    var rows: [String] = []
    var place = 0
    if queue.query.isFolded, let child = queue.query.unfolded {
      let all = try queue.all(of: child, db)
      let ranks = try all.map { ($0, try queue.rank(of: $0.id, db)) }
      // What is at once stands by itself, far above the line that stands for the others.
      let lines = ranks.filter { !$0.0.isAtOnce }.compactMap(\.1)
      if let line = lines.min() {
        place = line + 1
        rows = ranks.filter { $0.1 == nil }.map(\.0.id)
      }
    }
    inserted = rows
    cut = place
    total = counts.reduce(0, +) + rows.count
  }

  /// Whether a row was unfolded from below its child's line.
  func isUnfolded(_ id: String) -> Bool { inserted.contains(id) }

  /// Where a step stands, or nothing where it is not among the rows.
  func rank(of id: String) throws -> Int? {
    if let index = inserted.firstIndex(of: id) { return cut + index }
    guard let rank = try queue.rank(of: id, db) else { return nil }
    return rank < cut ? rank : rank + inserted.count
  }

  /// The ids of a part of the rows, in order.
  func ids(_ window: Window) throws -> [String] {
    let end = window.offset + window.limit
    let below = cut + inserted.count
    var ids: [String] = []
    if window.offset < cut || inserted.isEmpty {
      let last = inserted.isEmpty ? end : min(end, cut)
      ids += try own(Window(offset: window.offset, limit: last - window.offset))
      if inserted.isEmpty { return ids }
    }
    if end > cut, window.offset < below {
      ids += inserted[max(0, window.offset - cut)..<min(inserted.count, end - cut)]
    }
    if end > below {
      let first = max(window.offset, below)
      ids += try own(Window(offset: first - inserted.count, limit: end - first))
    }
    return ids
  }

  /// A part of the queue's own rows.
  private func own(_ window: Window) throws -> [String] {
    var ids: [String] = []
    var skip = window.offset
    for (number, run) in queue.runs.enumerated() where ids.count < window.limit {
      if skip >= counts[number] {
        skip -= counts[number]
        continue
      }
      ids += try queue.ids(run, Window(offset: skip, limit: window.limit - ids.count), db)
      skip = 0
    }
    return ids
  }
}
