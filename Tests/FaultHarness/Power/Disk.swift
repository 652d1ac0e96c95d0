import TestSupport

/// A disk as it may be found after a power cut: what was synced is there; of what was not, any part.
///
/// The unit is the sector of 512 bytes, which is written whole or not at all. Names follow the same
/// rule: a file that was made, removed or renamed is surely so only once its folder was synced. What
/// a sync failed on may be lost for ever, whatever a later sync says, as Linux does it.
struct Disk {
  private struct Content {
    var durable: [UInt8]
    var pending: [Change] = []
  }

  private enum Change {
    case bytes(offset: Int, [UInt8])
    case size(Int)
  }

  /// Names that come to mean other files, or nothing, together: a rename is whole or not at all.
  private typealias Renaming = [String: Int?]

  /// How much of what was not synced is there.
  enum Survival: CaseIterable {
    case nothing, everything, beginning, scattered
  }

  private static let sector = 512
  private var contents: [Int: Content] = [:]
  private var names: [String: Int] = [:]
  private var renamings: [Renaming] = []
  private var before: [String: [UInt8]]
  private var random: Seeded

  /// A disk that holds files, all of them synced.
  init(_ files: [String: [UInt8]], random: Seeded) {
    before = files
    self.random = random
  }

  /// Whether there is anything that a power cut could take.
  var isUnsettled: Bool { !renamings.isEmpty || contents.values.contains { !$0.pending.isEmpty } }

  /// Follows one call.
  mutating func follow(_ step: Trace.Step) {
    switch step {
    case .opened(let file, let name, let existed):
      guard contents[file] == nil else { return }
      if existed {
        contents[file] = Content(durable: before[name] ?? [])
        before[name] = nil
        names[name] = file
      } else {
        contents[file] = Content(durable: [])
        renamings.append([name: file])
      }
    case .wrote(let file, let offset, let bytes):
      contents[file]?.pending.append(.bytes(offset: offset, bytes))
    case .cut(let file, let size): contents[file]?.pending.append(.size(size))
    case .synced(let file, let failed):
      guard var content = contents[file] else { return }
      if failed {
        content.durable = survivor(content, Survival.allCases.chosen(&random))
      } else {
        for change in content.pending { Disk.apply(change, to: &content.durable) }
      }
      content.pending = []
      contents[file] = content
    case .syncedFolder(let failed):
      guard !failed else { return }
      for renaming in renamings { Disk.apply(renaming, to: &names) }
      renamings = []
    case .removed(let name):
      before[name] = nil
      renamings.append([name: nil])
    case .renamed(let file, let from, let to):
      renamings.append([to: file, from: nil])
    case .exchanged(let one, let other):
      var now = names
      for renaming in renamings { Disk.apply(renaming, to: &now) }
      renamings.append([one: now[other], other: now[one]])
    case .said: break
    }
  }

  /// The files as a power cut at this moment may leave them.
  mutating func afterCut(_ survival: Survival) -> [String: [UInt8]] {
    var there = names
    let kept =
      switch survival {
      case .nothing: 0
      case .everything: renamings.count
      default: Int.random(in: 0...renamings.count, using: &random)
      }
    for renaming in renamings.prefix(kept) { Disk.apply(renaming, to: &there) }
    var files = before
    for (name, file) in there.sorted(by: { $0.key < $1.key }) {
      if let content = contents[file] { files[name] = survivor(content, survival) }
    }
    return files
  }

  private static func apply(_ renaming: Renaming, to names: inout [String: Int]) {
    for (name, file) in renaming { names[name] = file }
  }

  private mutating func survivor(_ content: Content, _ survival: Survival) -> [UInt8] {
    var bytes = content.durable
    switch survival {
    case .nothing: break
    case .everything: for change in content.pending { Disk.apply(change, to: &bytes) }
    case .beginning:
      let whole = Int.random(in: 0...content.pending.count, using: &random)
      for change in content.pending.prefix(whole) { Disk.apply(change, to: &bytes) }
      // The next one is torn between two sectors.
      if whole < content.pending.count, case .bytes(let offset, let part) = content.pending[whole] {
        let most = max(0, part.count / Disk.sector)
        let torn = Int.random(in: 0...most, using: &random) * Disk.sector
        Disk.apply(.bytes(offset: offset, Array(part.prefix(torn))), to: &bytes)
      }
    case .scattered:
      let chance = [0.1, 0.5, 0.9].randomElement(using: &random) ?? 0.5
      for change in content.pending { scatter(change, chance, &bytes) }
    }
    return bytes
  }

  /// Keeps each sector of a change by chance.
  ///
  /// The file may have grown all the same: what is missing then reads as zeros.
  private mutating func scatter(_ change: Change, _ chance: Double, _ bytes: inout [UInt8]) {
    guard case .bytes(let offset, let part) = change else {
      if Double.random(in: 0..<1, using: &random) < chance { Disk.apply(change, to: &bytes) }
      return
    }
    var at = 0
    while at < part.count {
      let end = min(part.count, (offset + at) / Disk.sector * Disk.sector + Disk.sector - offset)
      if Double.random(in: 0..<1, using: &random) < chance {
        Disk.apply(.bytes(offset: offset + at, Array(part[at..<end])), to: &bytes)
      }
      at = end
    }
  }

  private static func apply(_ change: Change, to bytes: inout [UInt8]) {
    switch change {
    case .size(let size):
      if size < bytes.count {
        bytes.removeSubrange(size...)
      } else {
        bytes += [UInt8](repeating: 0, count: size - bytes.count)
      }
    case .bytes(let offset, let part):
      guard !part.isEmpty else { return }
      if bytes.count < offset + part.count {
        bytes += [UInt8](repeating: 0, count: offset + part.count - bytes.count)
      }
      bytes.replaceSubrange(offset..<offset + part.count, with: part)
    }
  }
}
