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

  private static let shelf: Result<Shelf, Failure> = {
    guard let folder else { return .success(Shelf.shipped) }
    do {
      return .success(try Shelf(folder: folder))
    } catch {
      return .failure(
        Failure(.badConfiguration, "The local packs in \(folder) cannot be read: \(error)."))
    }
  }()
}
