import Synchronization
package import Workflow

/// The procedures that a desk can use: those shipped with it, and local ones that stand before them.
///
/// A pack is parsed when it is first asked for, and kept.
package final class Shelf: Sendable {
  /// The text of a pack and the file that it came from.
  package struct Entry: Sendable {
    /// The pack's id.
    package let id: String
    /// The file, for findings.
    package let file: String
    /// Its text.
    package let text: String
    /// Whether it is an earlier content, kept only for the records that are pinned to it.
    package let isEarlier: Bool
    /// What keeps its file from being read as text at all.
    let unreadable: Finding?

    /// Makes an entry.
    package init(id: String, file: String, text: String, isEarlier: Bool = false) {
      self.init(id: id, file: file, text: .success(text), isEarlier: isEarlier)
    }

    init(id: String, file: String, text: Result<String, Findings>, isEarlier: Bool = false) {
      self.id = id
      self.file = file
      self.isEarlier = isEarlier
      switch text {
      case .success(let text):
        self.text = text
        unreadable = nil
      case .failure(let findings):
        self.text = ""
        unreadable = findings.all.first
      }
    }
  }

  private let entries: [String: Entry]
  /// Shipped packs that a local one stands before, and earlier contents: records pinned to them still
  /// find them.
  private let covered: [String: [Entry]]
  private let read = Mutex<[String: Result<Pack, Findings>]>([:])

  /// The shipped packs alone.
  package static let shipped = Shelf()

  /// Makes a shelf.
  ///
  /// - Parameter local: the authority's own packs; one of the id of a shipped pack stands before it.
  package init(local: [Entry] = []) {
    var entries: [String: Entry] = [:]
    var covered: [String: [Entry]] = [:]
    for entry in ShippedPacks.all { entries[entry.id] = entry }
    for entry in local {
      if entry.isEarlier {
        covered[entry.id, default: []].append(entry)
      } else if let other = entries.updateValue(entry, forKey: entry.id) {
        covered[entry.id, default: []].append(other)
      }
    }
    self.entries = entries
    self.covered = covered
  }

  /// The ids of all packs, in alphabetical order.
  package var ids: [String] { entries.keys.sorted() }

  /// A local pack that goes before a shipped one of the same id.
  package struct Replacement: Sendable, Hashable {
    /// The id that both have.
    package let id: String
    /// The local pack's file.
    package let file: String
    /// SHA-256 of the local pack, in hexadecimal.
    package let content: String
    /// SHA-256 of the shipped pack, in hexadecimal.
    package let shippedContent: String

    /// Said aloud wherever procedures are listed or shown.
    package var sentence: String {
      content == shippedContent
        ? "The local \(id) (\(file)) stands before the shipped one; both are of content "
          + "\(content.prefix(12))."
        : "The local \(id) (\(file), content \(content.prefix(12))) goes before the shipped one "
          + "(content \(shippedContent.prefix(12))). Records pinned to the shipped one keep to it."
    }
  }

  /// The local packs that go before shipped ones, in the order of their ids.
  package var replacements: [Replacement] {
    ShippedPacks.all.compactMap { shipped in
      guard let entry = entries[shipped.id],
        covered[shipped.id]?.contains(where: {
          $0.file == shipped.file && !$0.isEarlier && $0.text == shipped.text
        }) == true
      else { return nil }
      return Replacement(
        id: shipped.id, file: entry.file, content: PackReader.contentHash(of: entry.text),
        shippedContent: PackReader.contentHash(of: shipped.text))
    }
  }

  /// A pack by its id.
  ///
  /// - Throws: that there is none, or what is wrong with its file.
  package func pack(id: String) throws(ShelfError) -> Pack {
    guard let entry = entries[id] else { throw .noPack(id: id, known: ids) }
    return try parsed(entry, as: id)
  }

  /// Every pack, in the order of their ids.
  ///
  /// - Throws: what is wrong with the first one that cannot be read.
  package func packs() throws(ShelfError) -> [Pack] {
    var packs: [Pack] = []
    for id in ids { packs.append(try pack(id: id)) }
    return packs
  }

  /// The version of a procedure that is in force on a day.
  ///
  /// - Throws: that there is no such pack, or that no version of it is in force.
  package func procedure(id: String, on date: CivilDate) throws(ShelfError) -> Procedure {
    try pack(id: id).procedure(on: date)
  }

  /// The procedure that a record is pinned to.
  ///
  /// - Parameters:
  ///   - id: the pack's id.
  ///   - version: the version, counted from 1.
  ///   - hash: SHA-256 of the pack that it was, or nothing where any content will do.
  /// - Returns: the procedure.
  /// - Throws: that it is not on the shelf, or not with that content.
  package func procedure(
    id: String, version: Int, hash: String?
  ) throws(ShelfError) -> Procedure {
    var pack = try pack(id: id)
    if let hash, pack.contentHash != hash {
      // The content decides; which of the files of that id holds it does not matter.
      let holder = covered[id]?.first { PackReader.contentHash(of: whole($0.text)) == hash }
      guard let holder else { throw .otherContent(pack: id, version: version, hash: hash) }
      pack = try parsed(holder, as: hash)
    }
    guard version >= 1, version <= pack.versions.count else {
      throw .noSuchVersion(pack: id, version: version)
    }
    return pack.versions[version - 1].procedure
  }

  /// The text of a pack, where what is on the shelf has that content.
  ///
  /// - Parameters:
  ///   - id: the pack's id.
  ///   - hash: SHA-256 of the text, in hexadecimal.
  /// - Returns: the text, or nothing where the shelf has no pack of that content.
  package func text(id: String, hash: String) -> String? {
    ([entries[id]].compactMap { $0 } + (covered[id] ?? [])).map { whole($0.text) }
      .first { PackReader.contentHash(of: $0) == hash }
  }

  /// What is wrong with a pack; a composed one is put together from the parts on the shelf.
  ///
  /// - Parameters:
  ///   - text: the file's text.
  ///   - file: its name, for the findings.
  /// - Returns: the findings; none where it is sound.
  package func check(text: String, file: String) -> [Finding] {
    PackReader.check(text: whole(text), file: file, shelf: ids)
  }

  /// The text of a pack, with the parts of a composed one as they stand on the shelf.
  private func whole(_ text: String) -> String {
    guard Bundle.isComposed(text) else { return text }
    let bundle = Bundle(splitting: text)
    // One that was kept with its parts keeps to them.
    guard bundle.parts.isEmpty else { return text }
    let parts = Bundle.partIDs(of: bundle.text).compactMap { id in
      entries[id].map { Bundle.Part(id: id, text: $0.text) }
    }
    // What is composed itself is no part: there is no end to that.
    return Bundle(text: bundle.text, parts: parts.filter { !Bundle.isComposed($0.text) }).whole
  }

  private func parsed(_ entry: Entry, as key: String) throws(ShelfError) -> Pack {
    let result = read.withLock { read in
      if let known = read[key] { return known }
      let fresh = parse(entry)
      read[key] = fresh
      return fresh
    }
    switch result {
    case .success(let pack): return pack
    case .failure(let findings): throw .unreadable(pack: entry.id, findings: findings)
    }
  }

  private func parse(_ entry: Entry) -> Result<Pack, Findings> {
    if let finding = entry.unreadable { return .failure(Findings([finding])) }
    do throws(Findings) {
      let pack = try PackReader.read(text: whole(entry.text), file: entry.file, shelf: ids)
      guard pack.id == entry.id else {
        let finding = Finding(
          file: entry.file, line: 1, column: 1, severity: .error,
          message: "the file is named for '\(entry.id)', but its pack is '\(pack.id)'", notes: [])
        return .failure(Findings([finding]))
      }
      return .success(pack)
    } catch {
      return .failure(error)
    }
  }
}
