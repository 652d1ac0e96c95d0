import Procedures

/// The procedures at hand: those that ship and the authority's own, which go before them.
enum PackShelf {
  /// The folder of the authority's own packs: HOMEWARD_PACKS, else in the XDG data folder.
  static var folder: String? {
    if let named = Environment.value("HOMEWARD_PACKS") { return named }
    if let data = Environment.value("XDG_DATA_HOME"), data.hasPrefix("/") {
      return data + "/homeward/packs"
    }
    return Environment.value("HOME").map { $0 + "/.local/share/homeward/packs" }
  }

  /// The shelf, read when it is first asked for: nothing of it is on the way to the first screen.
  static func open() throws -> Shelf { try shelf.get() }

  /// The shelf with packs on it that are still files somewhere: to be seen and tried, not used.
  ///
  /// - Parameter files: the files; one of the id of another pack stands before that.
  /// - Returns: the shelf.
  /// - Throws: what is wrong with a file.
  static func open(with files: [String]) throws -> Shelf {
    if files.isEmpty { return try open() }
    return try folderShelf(and: try files.map(entry))
  }

  /// A pack's file as an entry of the shelf, under the id that it gives itself.
  private static func entry(of file: String) throws -> Shelf.Entry {
    let text = try readText(file)
    let findings = try open().check(text: text, file: file)
    guard findings.isEmpty, let id = PackReader.id(of: text) else {
      throw Failure(.badInput, Findings(findings).text)
    }
    return Shelf.Entry(id: id, file: file, text: text)
  }

  /// Whether somebody names a pack's file where an id may stand: an id has neither dot nor slash.
  static func isFile(_ name: String) -> Bool { name.contains("/") || name.contains(".") }

  /// Reads a pack's or a scenario file: UTF-8 text.
  static func readText(_ path: String) throws -> String {
    let bytes = try FileBytes.read(path, limit: 8_000_000)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.badInput, "\(path) is not UTF-8 text.")
    }
    return text
  }

  private static let shelf: Result<Shelf, Failure> = Result { () throws(Failure) in
    try folderShelf()
  }

  private static func folderShelf(and files: [Shelf.Entry] = []) throws(Failure) -> Shelf {
    guard let folder else { return files.isEmpty ? Shelf.shipped : Shelf(local: files) }
    do {
      return try Shelf(folder: folder, and: files)
    } catch {
      throw Failure(
        .badConfiguration, "The local packs in \(folder) cannot be read: \(error).")
    }
  }
}
