import Foundation

extension Shelf {
  /// The shipped packs and the authority's own: every `.yaml` file of a folder, named for its pack.
  ///
  /// `northbrook@2025.yaml` is an earlier content of `northbrook`, kept for the records that are
  /// pinned to it.
  ///
  /// - Parameters:
  ///   - folder: the folder's path; one that does not exist holds no packs.
  ///   - others: further packs, which stand before those of the folder.
  /// - Throws: what the system says where a file cannot be read.
  package convenience init(folder: String, and others: [Entry] = []) throws {
    let manager = FileManager.default
    guard manager.fileExists(atPath: folder) else {
      self.init(local: others)
      return
    }
    let suffix = ".yaml"
    let names = try manager.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(suffix) }
    let entries = try names.sorted().map { name in
      let path = folder + "/" + name
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      let text = Result { () throws(Findings) in try PackText.decode(bytes, file: path) }
      let stem = name.dropLast(suffix.count)
      let id = stem.prefix { $0 != "@" }
      return Entry(id: String(id), file: path, text: text, isEarlier: id.count < stem.count)
    }
    self.init(local: entries + others)
  }
}
